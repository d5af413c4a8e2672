import CreditSheets
import Foundation

/// Every row of a sheet, as texts.
func texts(_ reader: any SheetReader) throws(SheetError) -> [[String]] {
    try rows(reader).map(\.texts)
}

/// Every row of a sheet, with its number.
func rows(_ reader: any SheetReader) throws(SheetError) -> [(number: Int, texts: [String])] {
    var reader = reader
    var row = SheetRow()
    var rows: [(number: Int, texts: [String])] = []
    while try reader.next(&row) { rows.append((row.number, row.texts)) }
    return rows
}

/// The bytes of a file.
func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}
