import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditSheets

/// What became of the rows of one main table, read by a layout.
struct LaidOut {
    let layout: String
    var rows = 0
    var admitted = 0
    var held = 0
    var refused = 0
    var skipped = 0
    var records: [CreditRecord] = []
    var faults: [Fault] = []
    /// Rows that each fault was found in, `column:code`, file faults without a row.
    var marks: [String: Int] { Dictionary(faults.map { ("\($0.column):\($0.code.rawValue)", 1) }, uniquingKeysWith: +) }
    var counts: [Int] { [rows, admitted, held, refused, skipped] }

    /// Reads all rows of all main tables.
    static func read(
        _ paths: [String],
        _ catalogue: Catalogue,
        named id: String? = nil,
        department: String? = nil,
        given: [String: String] = [:],
        on day: Day
    ) throws -> [LaidOut] {
        let set = try TableSet(paths: paths)
        let office = department.flatMap { catalogue.departments[$0] }
        return try LayoutMatch.find(in: set, catalogue: catalogue, named: id, department: office)
            .map { match in
                let options = LayoutRows.Options(department: office, receivedOn: day, given: given)
                return try LaidOut(LayoutRows(match, set: set, catalogue: catalogue, options: options))
            }
    }

    init(_ rows: LayoutRows) throws {
        layout = rows.match.layout.id
        faults = rows.fileFaults
        var checker = RowChecker(rows.context, personalKey: .init(repeating: 1, count: 32))
        var row = SheetRow()
        while let checked = try rows.next(&checker, &faults, row: &row) {
            self.rows += 1
            switch checked.outcome {
            case .admitted(let record):
                admitted += 1
                records.append(record)
            case .held(let record):
                held += 1
                records.append(record)
            case .inRole: admitted += 1
            case .refused: refused += 1
            }
        }
        skipped = rows.skipped.reduce(0) { $0 + $1.rows }
    }
}
