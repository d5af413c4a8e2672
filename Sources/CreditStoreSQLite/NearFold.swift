import CreditCatalogue
import CreditModel
import CreditStore
import GRDB

/// Finds records whose document's number is that of a new one, written otherwise.
///
/// Only numbers that are not in their normal form as sent have a row of their own, so that of two near ones at least one has; a
/// record in normal form costs nothing while there is no such row.
final class NearFold {
    private let database: Database
    private let nearRecord: Query
    private var mayFind: Bool

    init(_ database: Database) throws {
        self.database = database
        nearRecord = try Query(.nearRecord, database)
        mayFind = try Query(.anyNearKey, database).first { _ in true } ?? false
    }

    /// Keeps under which key a record would stand if its number were in normal form.
    func keep(_ marks: RecordMarks, of record: Int64) throws {
        guard let near = marks.nearKey else { return }
        try Query(.insertNearKey, database).run(.bytes(near), .integer(record))
        mayFind = true
    }

    /// The oldest record that holds today, of the same item, source, subject and other key fields, whose number is the same in
    /// normal form and another as sent.
    func find(_ act: RecordAct, _ marks: RecordMarks, _ keyFields: KeyFields) throws -> NearNumber? {
        guard let field = keyFields.document, mayFind || marks.nearKey != nil else { return nil }
        var found: [NearNumber] = []
        if let near = marks.nearKey,
            let plain = try Query(.recordInNormalForm, database).first(.bytes(near), body: read)
        {
            found += number(plain, field, act)
        }
        if let other = try nearRecord.first(.bytes(marks.nearKey ?? marks.key), .bytes(marks.key), body: read) {
            found += number(other, field, act)
        }
        return found.min { $0.record < $1.record }
    }

    private func read(_ row: Columns) throws -> (id: Int64, content: Entry) {
        (row.integer(0), try row.withBytes(1) { try Entry(content: $0) })
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
