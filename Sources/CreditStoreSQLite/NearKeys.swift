import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import GRDB

/// What version 3 keeps of document numbers, made of the records that a store of an older version holds.
struct NearKeys {
    let catalogue: Catalogue
    let press: EntryPress

    /// Writes the rows of all records.
    ///
    /// - Complexity: one pass over the records; as long as deriving the days shown anew.
    func fill(_ database: Database) throws {
        var last: Int64 = 0
        while true {
            var batch: [StoredRecord] = []
            try Query(.allRecords, database).each(.integer(last), .integer(5000)) { batch.append(try StoredRecord($0)) }
            guard let end = batch.last else { return }
            for stored in batch { try fill(stored, database) }
            last = end.id
        }
    }

    private func fill(_ stored: StoredRecord, _ database: Database) throws {
        let record = stored.facts.record
        let fields = KeyFields(catalogue.item(record.item))
        guard fields.document != nil,
            let subject = try Query(.subjectByID, database).first(.integer(stored.subject), body: { SubjectRow($0) })
        else { return }
        let act = RecordAct(
            submission: stored.submission,
            row: stored.row,
            source: stored.source,
            identity: .code,
            record: record
        )
        guard let near = press.nearKey(act, code: subject.code, keyFields: fields) else { return }
        try Query(.insertNearKey, database).run(.bytes(near), .integer(stored.id))
    }
}
