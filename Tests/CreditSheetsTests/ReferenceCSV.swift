/// Delimited text read byte by byte, as plainly as can be written: what the fast reader is held to.
enum ReferenceCSV {
    /// The rows; `nil` where a quotation mark is not closed.
    static func rows(_ text: String, delimiter: UInt8) -> [[String]]? {
        var bytes = Array(text.utf8)
        if bytes.last != 10 { bytes.append(10) }
        var rows: [[String]] = []
        var index = 0
        while index < bytes.count {
            if let next = lineEnd(bytes, index) {
                rows.append([])
                index = next
                continue
            }
            var row: [String] = []
            while true {
                guard let (cell, end) = cell(bytes, index, delimiter) else { return nil }
                row.append(cell)
                index = end
                if bytes[index] != delimiter { break }
                index += 1
            }
            rows.append(row)
            index = lineEnd(bytes, index) ?? bytes.count
        }
        return rows
    }

    private static func lineEnd(_ bytes: [UInt8], _ index: Int) -> Int? {
        if bytes[index] == 10 { return index + 1 }
        guard bytes[index] == 13 else { return nil }
        return index + 1 < bytes.count && bytes[index + 1] == 10 ? index + 2 : index + 1
    }

    private static func cell(_ bytes: [UInt8], _ start: Int, _ delimiter: UInt8) -> (String, Int)? {
        var cell: [UInt8] = []
        var index = start
        if bytes[index] == 34 {
            index += 1
            while true {
                guard index < bytes.count else { return nil }
                if bytes[index] == 34 {
                    guard index + 1 < bytes.count, bytes[index + 1] == 34 else { break }
                    index += 1
                }
                cell.append(bytes[index])
                index += 1
            }
            index += 1
        }
        while bytes[index] != delimiter, bytes[index] != 10, bytes[index] != 13 {
            cell.append(bytes[index])
            index += 1
        }
        return (String(decoding: cell, as: UTF8.self), index)
    }
}
