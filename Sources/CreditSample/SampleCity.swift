public import CreditCatalogue
public import CreditModel
import Foundation

/// A made-up city: organisations with synthetic codes, and a year of the files that its departments send, as such files
/// really are, with a known share of faults.
///
/// The same seed, catalogue and day give the same bytes. No person and no organisation of it exists: unified codes carry
/// `TEWT`, and birth dates in citizen numbers lie before 1890.
public struct SampleCity: Sendable {
    /// The seed that everything follows from.
    public let seed: UInt64
    /// How many organisations there are.
    public let organisations: Int
    /// How many rows the files hold, about.
    public let records: Int
    /// The share of rows spoiled on purpose, beside what is late by being corrected and penalties without a tier.
    public let dirt: Double
    /// The last day of the year of files.
    public let today: Day

    let catalogue: Catalogue

    /// A city to be made from a seed.
    public init(
        seed: UInt64,
        organisations: Int = 5_000,
        records: Int = 50_000,
        dirt: Double = 0.06,
        catalogue: Catalogue,
        today: Day
    ) {
        self.seed = seed
        self.organisations = organisations
        self.records = records
        self.dirt = dirt
        self.catalogue = catalogue
        self.today = today
    }

    /// Writes the files, `manifest.json` and `truth.jsonl` into a folder, which is made where it is not there.
    ///
    /// - Parameters:
    ///   - directory: The folder.
    ///   - progress: Called with the part done, from 0 to 1, and the file at hand.
    /// - Returns: What was written, as in `manifest.json`.
    /// - Throws: What the file system or the writers of sheets throw.
    @discardableResult
    public func write(to directory: String, progress: (Double, String) -> Void) throws -> SampleManifest {
        let offices = Offices(catalogue)
        let population = population
        let schedule = Schedule(catalogue, offices, population, records: records, window: window)
        let maker = FileMaker(catalogue, offices, population, dirt: dirt)
        var writer = CityWriter(
            root: URL(fileURLWithPath: directory, isDirectory: true),
            catalogue: catalogue,
            maker: maker,
            streams: schedule.streams,
            random: RandomSource(seed: seed).fork(3)
        )
        for (number, file) in schedule.files.enumerated() {
            progress(Double(number) / Double(schedule.files.count), try writer.write(file))
        }
        let manifest = SampleManifest(
            seed: seed,
            organisations: population.organisations.count,
            rows: writer.files.reduce(0) { $0 + $1.rows },
            dirt: dirt,
            today: today.iso,
            files: writer.files
        )
        try writer.finish(manifest)
        progress(1, "manifest.json")
        return manifest
    }

    /// Reads the manifest of a sample made earlier.
    ///
    /// - Throws: Where it is not there or not one.
    public static func manifest(in directory: String) throws -> SampleManifest {
        let url = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent("manifest.json")
        return try JSONDecoder().decode(SampleManifest.self, from: Data(contentsOf: url))
    }

    /// Reads the truth of a sample made earlier.
    ///
    /// - Throws: Where it is not there or not one.
    public static func truth(in directory: String) throws -> [SampleFault] {
        let url = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent("truth.jsonl")
        return try Data(contentsOf: url).split(separator: 0x0A)
            .map { try JSONDecoder().decode(SampleFault.self, from: $0) }
    }

    /// Whether a unified code is one of the made-up ones.
    public static func isSynthetic(_ code: some StringProtocol) -> Bool {
        code.utf8.count == 18 && code.dropFirst(8).contains(SyntheticCode.mark)
    }

    var population: Population {
        Population(count: organisations, catalogue: catalogue, window: window, random: RandomSource(seed: seed).fork(1))
    }

    /// The year of files.
    ///
    /// It ends before the calendars do, because terms have to be counted beyond its last day.
    var window: ClosedRange<Day> {
        let counted = catalogue.calendar.years.keys.max().flatMap { Day(year: $0, month: 12, day: 10) } ?? today
        let end = min(today, counted)
        return end.adding(days: -364)...end
    }
}
