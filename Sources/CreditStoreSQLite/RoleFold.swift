import CreditModel
import CreditRules
import CreditStore
import GRDB

/// Makes the rows of records of persons in a role: under which key, of which person, on which entry; no name among them.
///
/// Nothing reads them yet but what corrects, withdraws and replays them.
final class RoleFold {
    /// What a record's entry does to the store.
    enum Placement {
        /// No record has its key.
        case added
        /// A record with its key says something else.
        case replaces(id: Int64, sequence: Int64)
        /// A record with its key says the same.
        case unchanged
    }

    private let database: Database
    private let roleByKey: Query

    init(_ database: Database) throws {
        self.database = database
        roleByKey = try Query(.roleByKey, database)
    }

    /// What a record of these marks would do.
    func placement(_ marks: RecordMarks) throws -> Placement {
        try roleByKey
            .first(.bytes(marks.key)) { row in
                row.bytes(2) == marks.content
                    ? .unchanged : .replaces(id: row.integer(0), sequence: row.integer(1))
            } ?? .added
    }

    /// Makes or changes the row of a record whose content is in the entry of this sequence number.
    ///
    /// A correction of what was withdrawn does not bring it back.
    func place(_ act: RoleAct, _ marks: RecordMarks, _ placement: Placement, sequence: Int64) throws {
        let decided = Int64(act.record.decidedOn.number)
        switch placement {
        case .unchanged: return
        case .added:
            try Query(.insertRole, database)
                .run(
                    .integer(sequence),
                    .bytes(act.record.person.certificate.hash),
                    .text(act.record.item),
                    .text(act.source),
                    .bytes(marks.key),
                    .bytes(marks.content),
                    .integer(decided)
                )
        case .replaces(let id, let former):
            try Query(.insertRoleHistory, database).run(.integer(id), .integer(former))
            try Query(.replaceRole, database)
                .run(.integer(id), .integer(sequence), .bytes(marks.content), .integer(decided))
        }
    }

    /// Withdraws a record or takes it down; whether there is one of that number.
    func withdraw(_ act: Withdrawal) throws -> Bool {
        guard try Query(.roleStanding, database).first(.integer(act.record), body: { _ in true }) != nil else {
            return false
        }
        try Query(.standRole, database).run(.integer(act.record), .text(act.standing.rawValue))
        return true
    }
}
