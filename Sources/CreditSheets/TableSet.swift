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
    }

    /// The visible tables, file by file, from left to right.
    public let tables: [Table]
    /// The files.
    public let books: [SheetBook]
    private let places: [(book: Int, index: Int)]

    /// Opens files in the order given.
    ///
    /// - Throws: ``SheetError`` of the first that cannot be opened.
    public convenience init(paths: [String], limits: SheetLimits = .standard) throws(SheetError) {
        var books: [(SheetBook, String)] = []
        for path in paths { books.append((try SheetBook(path: path, limits: limits), path)) }
        self.init(books)
    }

    /// The tables of a file that is open already; its path says what a table without a name is called.
    public convenience init(_ book: SheetBook, path: String) {
        self.init([(book, path)])
    }

    private init(_ files: [(book: SheetBook, path: String)]) {
        var tables: [Table] = []
        var places: [(Int, Int)] = []
        for (number, file) in files.enumerated() {
            let own = URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent
            for (index, table) in file.book.tables.enumerated() where table.isVisible {
                tables.append(Table(name: table.name.isEmpty ? own : table.name, file: number))
                places.append((number, index))
            }
        }
        self.tables = tables
        self.places = places
        books = files.map(\.book)
    }

    /// Opens the table of an index, which must be one of ``tables``, before its first row.
    ///
    /// - Throws: `empty` where it holds nothing, and whatever its reader finds.
    public func open(_ index: Int) throws(SheetError) -> any SheetReader {
        guard places.indices.contains(index) else { throw SheetError(.noSheet) }
        return try books[places[index].book].open(places[index].index)
    }
}
