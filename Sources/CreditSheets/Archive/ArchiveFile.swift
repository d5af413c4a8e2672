/// One file of an archive.
struct ArchiveFile {
    private let archive: ZipArchive
    private let index: Int
    private let limits: SheetLimits

    init(_ archive: ZipArchive, _ index: Int, _ limits: SheetLimits) {
        self.archive = archive
        self.index = index
        self.limits = limits
    }

    /// Its tables, ready to be opened; delimited text is unpacked as it is read, all else is held in memory.
    func contents() throws(SheetError) -> FileContents {
        let packed = try packed()
        if try FileKind(packed) == .text { return try FileContents(packed, limits) }
        return try FileContents(held(), limits)
    }

    /// The names of its tables, read no further than they need; what a workbook in it unpacks to is taken off a budget.
    func list(spending budget: inout Int64) throws(SheetError) -> [SheetBook.Table] {
        switch try FileKind(packed()) {
        case .text: return [SheetBook.Table(name: "")]
        case .binary: throw SheetError(.notAText)
        case .packed: throw SheetError(.nestedArchive)
        case .zip: return try listWorkbook(held(), spending: &budget)
        default: return try FileContents(held(), limits).tables.tables
        }
    }

    private func listWorkbook(_ bytes: ByteSource, spending budget: inout Int64) throws(SheetError) -> [SheetBook.Table]
    {
        let inner = try ZipArchive(bytes, limits: limits)
        defer { budget -= inner.expanded }
        guard inner.isOfficeDocument else {
            throw SheetError(try inner.isOpenDocument ? .openDocument : .nestedArchive)
        }
        do throws(SheetError) {
            return try WorkbookIndex(of: inner).sheets.map { SheetBook.Table(name: $0.name, isVisible: $0.isVisible) }
        } catch  where error.kind == .notAWorkbook {
            // A letter or slides of the same family.
            return []
        }
    }

    private func packed() throws(SheetError) -> ByteSource {
        let (archive, index) = (archive, index)
        return try ByteSource(unpacking: { () throws(SheetError) in try archive.entry(at: index) })
    }

    private func held() throws(SheetError) -> ByteSource {
        try HeldFile.unpack(
            archive.entry(at: index, atMost: limits.maximumHeldBytes),
            atMost: limits.maximumHeldBytes
        )
    }
}

extension WorkbookIndex {
    /// The list of a workbook's sheets alone.
    convenience init(of archive: ZipArchive) throws(SheetError) {
        let root = try PartRelations(of: "", in: archive).path(ofType: "officeDocument") ?? "xl/workbook.xml"
        guard root.lowercased().hasSuffix(".xml"),
            let entry = try archive.entry(root, atMost: WorkbookParts.maximumIndexBytes)
        else { throw SheetError(.notAWorkbook, detail: root) }
        try self.init(entry)
        guard !sheets.isEmpty else { throw SheetError(.notAWorkbook, detail: "no sheets") }
    }
}

extension ZipArchive {
    /// Whether it is a document of LibreOffice's family.
    var isOpenDocument: Bool {
        get throws(SheetError) {
            guard let entry = try entry("mimetype", atMost: 1024) else { return false }
            let room = Memory(count: 64)
            let got = try entry.read(into: room.base, atMost: room.count)
            return UnsafeBufferPointer(start: room.base, count: got)
                .starts(with: "application/vnd.oasis.opendocument".utf8)
        }
    }
}
