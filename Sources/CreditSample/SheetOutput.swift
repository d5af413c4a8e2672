import CreditModel
import CreditSheets
import Foundation

/// Writes sheets into files by the writers that the rest of the platform uses.
enum SheetOutput {
    /// Writes rows in a style; a workbook's dates of the serial style become real dates of Excel.
    static func write(_ sheet: SheetText, _ style: FileStyle, days: Set<Int>, to url: URL) throws {
        switch style.container {
        case .csv(let encoding, let delimiter):
            let writer = try CSVFileWriter(path: url.path, encoding: text(encoding), delimiter: delimiter)
            for row in sheet.rows { try writer.write(row) }
            try writer.close()
        case .xlsx:
            // The same bytes at every making: the workbook bears a fixed instant, not the clock's.
            let writer = try XLSXWriter(path: url.path, constantMemory: true, created: 1_514_764_800)
            let page = try writer.addSheet("Sheet1")
            for row in sheet.rows {
                try page.append(row.enumerated().map { value($1, isDay: style.dates == .serial && days.contains($0)) })
            }
            try writer.close()
        }
    }

    private static func value(_ cell: String, isDay: Bool) -> SheetValue {
        guard !cell.isEmpty else { return .empty }
        guard isDay, cell.utf8.count == 5, let serial = Int32(cell) else { return .text(cell) }
        let date = Day(number: serial - 25_569).civil
        return .day(year: date.year, month: date.month, day: date.day)
    }

    private static func text(_ encoding: FileStyle.Encoding) -> TextEncoding {
        switch encoding {
        case .utf8: .utf8
        case .utf8WithMark: .utf8BOM
        case .gb18030: .gb18030
        }
    }
}
