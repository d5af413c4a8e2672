import CreditCatalogue
import CreditModel
import CreditRules
import TestSupport
import Testing

/// A sheet of one item with one column for every field, whose clean row is made of the catalogue's own examples.
struct CheckedSheet {
    let catalogue: Catalogue
    let item: Item
    let receivedOn: Day
    var columns: [AdmissionContext.Column]
    var clean: [String: String]
    var constants: [Int: String] = [:]
    /// The department that hands in; nobody where the sheet is only checked.
    var source: Department?

    /// The last outcome of a row with what was found in it.
    struct Checked {
        let outcome: RowOutcome
        let faults: [Fault]

        /// The faults as `field:code`, sorted.
        let marks: [String]

        /// The record, where it is kept.
        var record: CreditRecord? {
            switch outcome {
            case .admitted(let record), .held(let record): record
            case .inRole, .refused: nil
            }
        }
    }

    init(_ id: String, in catalogue: Catalogue, receivedOn: Day) throws {
        self.catalogue = catalogue
        self.receivedOn = receivedOn
        let item = try #require(catalogue.item(id))
        self.item = item
        columns = item.fields.enumerated().map { AdmissionContext.Column(heading: $1.heading, field: $0) }
        clean = Dictionary(uniqueKeysWithValues: item.fields.map { ($0.id, $0.example) })
    }

    /// A penalty of 2 March 2026 received three days later.
    static func penalty(receivedOn: String = "2026-03-05") throws -> CheckedSheet {
        var sheet = try CheckedSheet("penalty", in: Folders.city.get(), receivedOn: day(receivedOn))
        sheet.clean["decidedOn"] = "2026/03/02"
        sheet.clean["validUntil"] = "2027/03/02"
        sheet.clean["shownUntil"] = ""
        return sheet
    }

    /// A licence of 2 March 2026 received three days later.
    static func licence() throws -> CheckedSheet {
        var sheet = try CheckedSheet("licence", in: Folders.city.get(), receivedOn: day("2026-03-05"))
        sheet.clean.merge(["decidedOn": "2026/03/02", "validFrom": "2026/03/02", "validUntil": "2031/03/01"]) { $1 }
        return sheet
    }

    /// Checks the clean row with some cells changed and cells put behind the last heading.
    func check(_ changes: [String: String] = [:], beyond: [String] = []) -> Checked {
        var bytes: [UInt8] = []
        var ends: [Int32] = []
        let cells = columns.map { column in
            column.field.map { changes[item.fields[$0].id] ?? clean[item.fields[$0].id] ?? "" } ?? ""
        }
        for cell in cells + beyond {
            bytes += Array(cell.utf8)
            ends.append(Int32(bytes.count))
        }
        let context = AdmissionContext(
            catalogue: catalogue,
            item: item,
            columns: columns,
            constants: constants,
            source: source,
            receivedOn: receivedOn
        )
        var checker = RowChecker(context, personalKey: .init(repeating: 1, count: 32))
        var faults: [Fault] = []
        let outcome = bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { checker.check(row: 7, bytes: bytes, ends: $0, faults: &faults) }
        }
        let marks = faults.map { fault in
            let field = item.fields.first { $0.heading == fault.column }
            return "\(field?.id ?? fault.column):\(fault.code.rawValue)"
        }
        return Checked(outcome: outcome, faults: faults, marks: marks.sorted())
    }
}

extension RowOutcome {
    /// `admitted`, `held` or `refused`.
    var word: String {
        switch self {
        case .admitted: "admitted"
        case .held: "held"
        case .inRole: "in role"
        case .refused: "refused"
        }
    }
}

/// One row and what is to be said of it.
struct RowCase: Sendable, CustomTestStringConvertible {
    let changes: [String: String]
    let marks: [String]
    let outcome: String
    var testDescription: String { changes.map { "\($0) = \($1.prefix(40))" }.sorted().joined(separator: ", ") }

    init(_ changes: [String: String], _ marks: [String], _ outcome: String) {
        self.changes = changes
        self.marks = marks.sorted()
        self.outcome = outcome
    }
}
