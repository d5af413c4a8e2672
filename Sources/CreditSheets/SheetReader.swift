/// Something that hands out a sheet row by row, in order, and holds no more of it than a row.
///
/// ```swift
/// var reader = try SheetFile.open(path: path)
/// var row = SheetRow()
/// while try reader.next(&row) {
///     print(row.number, row.text(0))
/// }
/// ```
public protocol SheetReader {
    /// Reads the next row into `row`, whose storage is used again.
    ///
    /// - Returns: `false` when there is no further row; `row` is then of no meaning.
    /// - Throws: ``SheetError``; after an error the reader hands out nothing more.
    mutating func next(_ row: inout SheetRow) throws(SheetError) -> Bool

    /// The part of the sheet that has been read, 0 to 1.
    var progress: Double { get }

    /// How the sheet was written down.
    var format: SheetFormat { get }
}
