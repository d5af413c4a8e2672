/// The tables of the files in an archive; a workbook's stand under the file's name and their own.
///
/// Nothing is unpacked to the disk. What holds no table is passed over; an archive within the archive is refused.
final class ArchiveTables: TableSource {
    // What the files that must be read to learn their tables may unpack to, all together: it bounds the time that takes.
    private static let mostSurveyed: Int64 = 128 << 20

    let tables: [SheetBook.Table]
    private let archive: ZipArchive
    private let limits: SheetLimits
    private let places: [Place]
    // The file read last stays unpacked for its next sheet.
    private var opened: (file: Int, tables: any TableSource)?

    /// Where a table is: in which file, the how many-eth of it.
    struct Place {
        var file: Int
        var table: Int
    }

    /// Finds the tables of an archive.
    ///
    /// - Throws: `notAWorkbook` where there are none, `tooManyTables`, `nestedArchive`, `encrypted`, `zipBomb`, and what is
    ///   wrong with the workbooks and pages in it.
    init(_ archive: ZipArchive, _ limits: SheetLimits) throws(SheetError) {
        self.archive = archive
        self.limits = limits
        guard archive.count <= limits.maximumFiles else {
            throw SheetError(.tooManyTables, detail: "\(archive.count) files")
        }
        try archive.checkWhole()
        var survey = ArchiveSurvey(
            archive,
            limits,
            budget: min(ArchiveTables.mostSurveyed, limits.maximumExpandedBytes)
        )
        for file in 0..<archive.count { try survey.look(file) }
        guard !survey.tables.isEmpty else { throw SheetError(.notAWorkbook, detail: "no tables in the archive") }
        let names = UniqueNames.make(survey.tables.map(\.name))
        tables = zip(names, survey.tables).map { SheetBook.Table(name: $0, isVisible: $1.isVisible) }
        places = survey.places
    }

    func open(_ index: Int) throws(SheetError) -> any SheetReader {
        let place = places[index]
        if let opened, opened.file == place.file { return try opened.tables.open(place.table) }
        opened = nil
        let contents = try ArchiveFile(archive, place.file, limits).contents()
        opened = (place.file, contents.tables)
        return try contents.tables.open(place.table)
    }
}
