import CreditCatalogue
import CreditModel
import CreditStore
import GRDB

/// Finds records whose document's number is that of a new one, written otherwise.
///
/// Only numbers that are not in their normal form as sent have a row of their own, so that of two near ones at least one has.
/// Records in normal form, nearly all, are looked up together at the end of their chunk, and not while there is no such row.
final class NearFold {
    /// A new record whose number is in normal form, or in none.
    struct Plain {
        let record: Int64
        let act: RecordAct
    }

    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Keeps under which key a record would stand if its number were in normal form.
    func keep(_ marks: RecordMarks, of record: Int64) throws {
        guard let near = marks.nearKey else { return }
        try Query(.insertNearKey, database).run(.bytes(near), .integer(record))
    }

    /// The oldest record that holds today, of the same item, source, subject and other key fields, whose number is the same in
    /// normal form and another as sent; for a number that is not in normal form.
    func find(_ act: RecordAct, _ marks: RecordMarks, _ keyFields: KeyFields) throws -> NearNumber? {
        guard let field = keyFields.document, let near = marks.nearKey else { return nil }
        var found: [NearNumber] = []
        if let plain = try Query(.recordInNormalForm, database).first(.bytes(near), body: { try read($0, 0) }) {
            found += number(plain, field, act)
        }
        let other = try Query(.nearRecord, database).first(.bytes(near), .bytes(marks.key)) { try read($0, 0) }
        if let other { found += number(other, field, act) }
        return found.min { $0.record < $1.record }
    }

    /// The same for the new records of a chunk whose numbers are in normal form, in order of their numbers; by row.
    func find(_ plain: [Plain], _ keyFields: (String) -> KeyFields) throws -> [Int: NearNumber] {
        guard let first = plain.first, let last = plain.last,
            try Query(.anyNearKey, database).first(body: { _ in true }) != nil
        else { return [:] }
        var near: [Int: NearNumber] = [:]
        var place = 0
        try Query(.nearOfRecords, database)
            .each(.integer(first.record), .integer(last.record)) { row in
                while place < plain.count, plain[place].record < row.integer(0) { place += 1 }
                guard place < plain.count, plain[place].record == row.integer(0) else { return }
                let act = plain[place].act
                guard near[act.row] == nil, let field = keyFields(act.record.item).document else { return }
                near[act.row] = number(try read(row, 1), field, act).first
            }
        return near
    }

    private func read(_ row: Columns, _ column: Int32) throws -> (id: Int64, content: Entry) {
        (row.integer(column), try row.withBytes(column + 1) { try Entry(content: $0) })
    }

    private func number(_ found: (id: Int64, content: Entry), _ field: String, _ act: RecordAct) -> [NearNumber] {
        let other: CreditRecord
        switch found.content.act {
        case .record(let act), .held(let act, _): other = act.record
        default: return []
        }
        guard let sent = act.record.fields.text(field), let text = other.fields.text(field) else { return [] }
        return [NearNumber(sent: sent, other: text, record: found.id)]
    }
}
