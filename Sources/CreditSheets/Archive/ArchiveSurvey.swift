/// What is found in an archive's files, one after the other.
struct ArchiveSurvey {
    private static let mostTables = 1000

    private(set) var tables: [SheetBook.Table] = []
    private(set) var places: [ArchiveTables.Place] = []
    private let archive: ZipArchive
    private let limits: SheetLimits
    private var budget: Int64

    init(_ archive: ZipArchive, _ limits: SheetLimits, budget: Int64) {
        self.archive = archive
        self.limits = limits
        self.budget = budget
    }

    /// Adds the tables of a file.
    mutating func look(_ file: Int) throws(SheetError) {
        let name = ArchiveName(archive.name(at: file))
        guard !name.isPassedOver else { return }
        guard !name.isArchive else { throw SheetError(.nestedArchive) }
        guard !name.isOpenDocument else { throw SheetError(.openDocument) }
        let before = archive.expanded
        var found: [SheetBook.Table] = []
        do throws(SheetError) {
            var limits = limits
            limits.maximumExpandedBytes = budget
            found = try ArchiveFile(archive, file, limits).list(spending: &budget)
        } catch  where error.kind == .notAText || error.kind == .htmlNotWorkbook || error.kind == .empty {
            // A picture, a page without tables: not what is looked for.
        }
        budget -= archive.expanded - before
        guard budget > 0 else { throw SheetError(.zipBomb, detail: "the files of the archive") }
        for (index, table) in found.enumerated() {
            let own = table.name.isEmpty ? "" : " › " + table.name
            tables.append(SheetBook.Table(name: name.text + own, isVisible: table.isVisible))
            places.append(ArchiveTables.Place(file: file, table: index))
        }
        guard tables.count <= ArchiveSurvey.mostTables else { throw SheetError(.tooManyTables) }
    }
}
