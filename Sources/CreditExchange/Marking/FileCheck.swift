public import CreditCatalogue
public import CreditModel

/// Checks a file from beginning to end and says what would become of it; nothing is stored.
public struct FileCheck: Sendable {
    private let catalogue: Catalogue
    private let options: Intake.Options

    /// A check by a catalogue.
    public init(catalogue: Catalogue, options: Intake.Options) {
        self.catalogue = catalogue
        self.options = options
    }

    /// What is said while a file is checked.
    public struct Listener {
        /// Faults as they are found, with the table in which they are.
        public var faults: (IntakeFile.Table, [Fault]) -> Void
        /// How much of the file has been read, 0…1, and how many rows; `false` breaks the check off.
        public var progress: (Double, Int) -> Bool

        /// A listener from its parts.
        public init(
            faults: @escaping (IntakeFile.Table, [Fault]) -> Void = { _, _ in },
            progress: @escaping (Double, Int) -> Bool = { _, _ in true }
        ) {
            self.faults = faults
            self.progress = progress
        }
    }

    /// The check was broken off by whoever listened.
    public struct BrokenOff: Error, Sendable {}

    /// Checks all tables whose headings are known into `findings`, and gives the others.
    ///
    /// `others` are files that its tables point to.
    ///
    /// - Throws: `IntakeProblem` where the file cannot be read; `BrokenOff`.
    /// - Complexity: one pass over the file; memory as `findings` are bounded.
    public func run(
        path: String,
        beside others: [String] = [],
        into findings: Findings,
        listener: Listener = Listener()
    ) throws -> [IntakeFile.UnreadTable] {
        let file = try IntakeFile(path: path, beside: others, catalogue: catalogue, options: options)
        var rows = 0
        for (place, table) in file.tables.enumerated() {
            let intake = try file.open(table)
            findings.begin(intake)
            findings.add(intake.fileFaults)
            listener.faults(table, intake.fileFaults)
            var faults: [Fault] = []
            while let row = try intake.next(&faults) {
                findings.add(row, faults)
                if !faults.isEmpty { listener.faults(table, faults) }
                faults.removeAll(keepingCapacity: true)
                rows += 1
                guard rows % 1024 == 0 else { continue }
                let part = (Double(place) + intake.progress) / Double(file.tables.count)
                guard listener.progress(part, rows) else { throw BrokenOff() }
            }
            findings.add(skipped: intake.skipped)
        }
        _ = listener.progress(1, rows)
        return file.unread
    }
}
