import Foundation

/// What a sender hands in at once: the tables of one file or of several, as one list.
///
/// A department's export often lies in two files that belong together, such as licences and the register that they point to; to
/// whoever reads them it does not matter whether these are two sheets of a workbook or two texts.
public final class TableSet {
    /// One table.
    public struct Table: Sendable, Hashable {
        /// What its sender calls it: the sheet's name, or the file's without its ending where the file is one table.
        public let name: String
        /// The position of its file among those handed in.
        public let file: Int
        /// Its position among the tables of its file.
        public let index: Int
    }

    /// The visible tables, file by file, from left to right; what the platform itself put into a file is none of them.
    public let tables: [Table]
    /// The files.
    public let books: [SheetBook]

    /// Opens files in the order given.
    ///
    /// - Throws: ``SheetError`` of the first that cannot be opened.
    public convenience init(paths: [String], limits: SheetLimits = .standard) throws(SheetError) {
        var books: [(SheetBook, String)] = []
        for path in paths { books.append((try SheetBook(path: path, limits: limits), path)) }
        self.init(books)
    }

    /// The tables of a file that is open already and of others; paths say what a table without a name is called.
    ///
    /// - Throws: ``SheetError`` of the first of the others that cannot be opened.
    public convenience init(
        _ book: SheetBook,
        path: String,
        beside others: [String],
        limits: SheetLimits = .standard
    ) throws(SheetError) {
        var books = [(book, path)]
        for path in others { books.append((try SheetBook(path: path, limits: limits), path)) }
        self.init(books)
    }

    private init(_ files: [(book: SheetBook, path: String)]) {
        var tables: [Table] = []
        for (number, file) in files.enumerated() {
            let own = URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent
            for (index, table) in file.book.tables.enumerated() where table.isVisible && !table.isOurs {
                tables.append(Table(name: table.name.isEmpty ? own : table.name, file: number, index: index))
            }
        }
        self.tables = tables
        books = files.map(\.book)
    }

    /// Opens the table of an index, which must be one of ``tables``, before its first row.
    ///
    /// - Throws: `empty` where it holds nothing, and whatever its reader finds.
    public func open(_ index: Int) throws(SheetError) -> any SheetReader {
        guard tables.indices.contains(index) else { throw SheetError(.noSheet) }
        return try books[tables[index].file].open(tables[index].index)
    }
}
