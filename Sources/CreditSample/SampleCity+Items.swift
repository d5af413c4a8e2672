public import CreditCatalogue
import CreditModel
import Foundation

extension SampleCity {
    /// Writes some items' files alone, small ones: of each item a clean file and one with faults; of a withdrawn one a file that is
    /// refused whole.
    ///
    /// - Parameters:
    ///   - items: The items; those without a form, or without a department that could send them, get no files.
    ///   - rows: Rows of each file.
    ///   - directory: The folder, with `manifest.json` and `truth.jsonl` as in a whole city.
    /// - Returns: What was written.
    /// - Throws: What the file system or the writers of sheets throw.
    @discardableResult
    public func writeFiles(of items: [Item], rows: Int = 8, to directory: String) throws -> SampleManifest {
        let population = population
        let schedule = Schedule(catalogue, Offices(catalogue), only: items, rows: rows, window: window)
        var writer = CityWriter(
            root: URL(fileURLWithPath: directory, isDirectory: true),
            catalogue: catalogue,
            maker: FileMaker(catalogue, schedule.offices, population, dirt: dirt, pending: []),
            streams: schedule.streams,
            random: RandomSource(seed: seed).fork(100)
        )
        for (number, file) in schedule.files.enumerated() {
            var file = file
            file.style = FileStyle.rotating(number)
            // Each bad file shows the mistakes of its kind first, whatever the others have shown.
            writer.maker.pending = file.dirt == 0 ? [] : Defect.ofSectors
            _ = try writer.write(file)
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
        return manifest
    }
}
