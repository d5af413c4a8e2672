/// A file as its sender sees it: one table or several, each with its name, whatever kind of file holds them.
///
/// ```swift
/// let book = try SheetBook(path: path)
/// for (index, table) in book.tables.enumerated() where table.isVisible && !table.isOurs {
///     var reader = try book.open(index)
///     print(table.name, reader.format)
/// }
/// ```
///
/// A book belongs to whoever opened it: readers of one book are not to be used from several threads at once.
public final class SheetBook {
    /// One table of a file.
    public struct Table: Sendable, Hashable {
        /// The sheet's name, or the file's within an archive; empty where the file has but one table, without a name.
        public let name: String
        /// Whether its sender sees it; what is hidden is not read.
        public let isVisible: Bool
        /// Whether it is the summary that ``MarkedWorkbook`` put in front when the file came before: not the sender's own.
        public let isOurs: Bool

        /// A table from its parts.
        public init(name: String, isVisible: Bool = true, isOurs: Bool = false) {
            self.name = name
            self.isVisible = isVisible
            self.isOurs = isOurs
        }
    }

    /// What kind of file it is.
    public let kind: Kind
    /// Its tables, from left to right.
    public var tables: [Table] { source.tables }
    private let source: any TableSource

    /// The kinds of files that hold tables.
    public enum Kind: String, Sendable, CaseIterable {
        /// Lines of text with a character between the cells.
        case delimitedText = "text"
        /// A workbook of Excel 2007 or later.
        case workbook
        /// A workbook of Excel 5 to 2003.
        case legacyWorkbook = "legacy-workbook"
        /// A workbook written as one XML text, as Excel 2003 and many systems write it.
        case xmlWorkbook = "xml-workbook"
        /// A web page, whatever it calls itself.
        case webPage = "web-page"
        /// A zip file with tables in it.
        case archive
    }

    /// Opens a file by its first bytes, not by its name.
    ///
    /// - Throws: ``SheetError``: `encrypted`, `notAText` and whatever the readers find.
    public init(path: String, limits: SheetLimits = .standard) throws(SheetError) {
        let contents = try FileContents(ByteSource(path: path), limits)
        (kind, source) = (contents.kind, contents.tables)
    }

    /// Opens the table of an index, which must be one of ``tables``, before its first row.
    public func open(_ index: Int) throws(SheetError) -> any SheetReader {
        guard tables.indices.contains(index) else { throw SheetError(.noSheet) }
        return try source.open(index)
    }

    /// Opens the table of a name, or the sender's first visible one that holds anything, where none is named.
    ///
    /// - Throws: `noSheet` where none of that name is visible, or none at all; `empty` where none holds anything.
    public func open(named name: String?) throws(SheetError) -> any SheetReader {
        let wanted = tables.indices.filter { index in
            tables[index].isVisible && (name == nil ? !tables[index].isOurs : tables[index].name == name)
        }
        guard !wanted.isEmpty else { throw SheetError(.noSheet) }
        for index in wanted {
            do throws(SheetError) {
                return try open(index)
            } catch  where error.kind == .empty {
                continue
            }
        }
        throw SheetError(.empty)
    }
}

/// What a kind of file gives a book: the names of its tables, and each of them opened.
protocol TableSource: AnyObject {
    var tables: [SheetBook.Table] { get }

    /// A reader before the first row of a table, whose index is one of `tables`; `empty` where it holds nothing.
    func open(_ index: Int) throws(SheetError) -> any SheetReader
}

/// A delimited text: one table without a name.
final class TextTable: TableSource {
    let tables = [SheetBook.Table(name: "")]
    private let bytes: ByteSource
    private let limits: SheetLimits

    init(_ bytes: ByteSource, _ limits: SheetLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    func open(_ index: Int) throws(SheetError) -> any SheetReader {
        bytes.rewind()
        return try CSVReader(bytes, limits: limits)
    }
}

/// The sheets of a workbook of Excel 2007 or later; its strings and styles are read once for all of them.
final class WorkbookTables: TableSource {
    let tables: [SheetBook.Table]
    private let parts: WorkbookParts
    private let limits: SheetLimits

    init(_ bytes: ByteSource, limits: SheetLimits) throws(SheetError) {
        parts = try WorkbookParts(bytes, limits: limits)
        let ours = parts.index.summary
        tables = parts.index.sheets.map {
            SheetBook.Table(name: $0.name, isVisible: $0.isVisible, isOurs: $0.name == ours)
        }
        self.limits = limits
    }

    func open(_ index: Int) throws(SheetError) -> any SheetReader {
        try XLSXReader(parts, sheet: index, limits)
    }
}
