import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import GRDB

extension StoredRecord {
    /// Reads the columns that every query of records selects.
    init(_ row: Columns) throws {
        let entry = try row.withBytes(6) { try Entry(content: $0) }
        let act: RecordAct
        switch entry.act {
        case .record(let own): act = own
        case .held(let own, _): act = own
        default: throw StoreDamaged(what: "record \(row.integer(0))")
        }
        self.init(
            id: row.integer(0),
            sequence: row.integer(1),
            subject: row.integer(2),
            facts: RecordFacts(
                record: act.record,
                receivedOn: entry.at.day,
                standing: RecordStanding(rawValue: row.text(4)) ?? .takenDown,
                decidedTier: row.optionalText(5).flatMap { Tier(rawValue: $0) }
            ),
            source: row.text(3),
            receivedAt: entry.at,
            submission: act.submission,
            row: act.row
        )
    }
}

/// A row of `submission`.
struct SubmissionRow {
    let id: String
    let source: String
    let item: String
    let receivedOn: Day
    let lastRow: Int
    let counts: SubmissionCounts
    let firstSequence: Int64?
    let sealSequence: Int64?
    let sealedAt: Instant?
    let template: String
    let file: [UInt8]

    init(_ row: Columns) {
        id = row.text(0)
        source = row.text(1)
        item = row.text(2)
        receivedOn = Day(number: Int32(row.integer(3)))
        lastRow = Int(row.integer(4))
        counts = SubmissionCounts(columnsFrom: 5, row)
        firstSequence = row.optionalInteger(13)
        sealSequence = row.optionalInteger(14)
        sealedAt = row.optionalInteger(15).map { Instant(microseconds: $0) }
        template = row.text(16)
        file = row.bytes(17)
    }

    var receipt: Receipt? {
        sealedAt.map {
            Receipt(
                submission: id,
                source: source,
                item: item,
                receivedOn: receivedOn,
                counts: counts,
                firstSequence: firstSequence,
                sealSequence: sealSequence,
                sealedAt: $0
            )
        }
    }

    /// Writes how far a submission has come.
    static func update(
        _ id: String,
        lastRow: Int,
        _ counts: SubmissionCounts,
        first: Int64?,
        _ database: Database
    ) throws {
        try Query(.updateSubmission, database)
            .run(
                .text(id),
                .integer(Int64(lastRow)),
                .integer(Int64(counts.rows)),
                .integer(Int64(counts.added)),
                .integer(Int64(counts.replaced)),
                .integer(Int64(counts.unchanged)),
                .integer(Int64(counts.held)),
                .integer(Int64(counts.refused)),
                .integer(Int64(counts.warned)),
                .integer(Int64(counts.late)),
                .optional(first)
            )
    }
}

extension SubmissionCounts {
    /// Reads eight counts that stand one behind the other.
    init(columnsFrom first: Int32, _ row: Columns) {
        self.init()
        rows = Int(row.integer(first))
        added = Int(row.integer(first + 1))
        replaced = Int(row.integer(first + 2))
        unchanged = Int(row.integer(first + 3))
        held = Int(row.integer(first + 4))
        refused = Int(row.integer(first + 5))
        warned = Int(row.integer(first + 6))
        late = Int(row.integer(first + 7))
    }
}
