/// Every statement the platform runs, each once and by name, `$n` for its parameters (decision 9).
public struct NamedSQL: Sendable, Hashable {
    /// Its name in logs and tests.
    public let name: String
    /// Its text.
    public let text: String

    private init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    /// All of them, so that tests can prepare each on PostgreSQL and look at each plan.
    public static let all: [NamedSQL] =
        [
            head, insertHead, updateHead, tile, putTile, entry, insertEntry, entriesFrom,
            subjectByCode, subjectByID, subjectByRegistration, subjectByOrganisation, formerNames, insertSubject,
            updateSubject,
            insertName, formerName, deleteName, latestName, standName, nameSubject, knowSubject, unregisterSubject,
            namedSubjects,
            formerNamesOfSubjects,
            recordByKey, insertRecord, replaceRecord, insertHistory, recordsOfSubject, recordByID, historyOfRecord,
            standRecord,
            insertNearKey, anyNearKey, nearRecord, nearOfRecords, recordInNormalForm,
            tierRecord, listRecords, listRecordsOfSource, waitingRecords, allRecords, publishRecord,
            insertHeld, heldByMark, openHeld, heldBySequence, resolveHeld,
            insertSubmission, openSubmission, sealedSubmission, sealedSince, submissionByID, updateSubmission,
            sealSubmission,
            receivedSince, statusOfSubmissions, waitingHeld, waitingTiers, lastSubject,
            putPair, pairsDecided, pairsOfSource,
            roleByKey, roleStanding, insertRole, replaceRole, insertRoleHistory, standRole,
            foldedItems, insertFoldedItem, emptyFoldedItems, anyRecordOfItem,
        ] + unfold + derived

    // The log

    /// The head row.
    public static let head = NamedSQL(
        "head",
        "SELECT size, edge, root, at, checkpoint, catalogue FROM ledger_head WHERE id = 1"
    )
    /// Makes the head row of an empty store.
    public static let insertHead = NamedSQL(
        "insertHead",
        "INSERT INTO ledger_head (id, size, edge, root, at, checkpoint, catalogue) VALUES (1, $1, $2, $3, $4, $5, $6)"
    )
    /// Moves the head.
    public static let updateHead = NamedSQL(
        "updateHead",
        "UPDATE ledger_head SET size = $1, edge = $2, root = $3, at = $4, checkpoint = $5, catalogue = $6 WHERE id = 1"
    )
    /// One tile of hashes.
    public static let tile = NamedSQL("tile", "SELECT hashes FROM ledger_tile WHERE level = $1 AND number = $2")
    /// Writes or grows a tile.
    public static let putTile = NamedSQL(
        "putTile",
        """
        INSERT INTO ledger_tile (level, number, hashes) VALUES ($1, $2, $3)
        ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
        """
    )
    /// One entry’s erasable row.
    public static let entry = NamedSQL("entry", "SELECT salt, content FROM entry WHERE sequence = $1")
    /// Appends an entry.
    public static let insertEntry = NamedSQL(
        "insertEntry",
        "INSERT INTO entry (sequence, salt, content) VALUES ($1, $2, $3)"
    )
    /// Entries after a sequence number, for replay.
    public static let entriesFrom = NamedSQL(
        "entriesFrom",
        "SELECT sequence, salt, content FROM entry WHERE sequence > $1 ORDER BY sequence LIMIT $2"
    )

    // Organisations

    // Persons in a role

    /// The record of a key.
    public static let roleByKey = NamedSQL(
        "roleByKey",
        "SELECT id, sequence, content_mark FROM role_record WHERE record_key = $1"
    )
    /// Whether there is a record of a number, and whether it still stands; nothing of what it says.
    public static let roleStanding = NamedSQL("roleStanding", "SELECT standing FROM role_record WHERE id = $1")
    /// A new record.
    public static let insertRole = NamedSQL(
        "insertRole",
        """
        INSERT INTO role_record (id, sequence, person, item, source, record_key, content_mark, decided, standing)
        VALUES ($1, $1, $2, $3, $4, $5, $6, $7, 'current')
        """
    )
    /// Another content in place of a record’s.
    public static let replaceRole = NamedSQL(
        "replaceRole",
        "UPDATE role_record SET sequence = $2, content_mark = $3, decided = $4 WHERE id = $1"
    )
    /// A sequence number that a record held before.
    public static let insertRoleHistory = NamedSQL(
        "insertRoleHistory",
        "INSERT INTO role_history (record, sequence) VALUES ($1, $2)"
    )
    /// Withdraws a record or takes it down.
    public static let standRole = NamedSQL("standRole", "UPDATE role_record SET standing = $2 WHERE id = $1")

    // What the fold takes from the catalogue

    /// The items that were not restricted when the entries were folded.
    public static let foldedItems = NamedSQL("foldedItems", "SELECT item FROM folded_item ORDER BY item")
    /// Keeps one of them.
    public static let insertFoldedItem = NamedSQL("insertFoldedItem", "INSERT INTO folded_item (item) VALUES ($1)")
    /// Forgets all of them.
    public static let emptyFoldedItems = NamedSQL("emptyFoldedItems", "DELETE FROM folded_item")
    /// Whether there is any record of an item.
    public static let anyRecordOfItem = NamedSQL("anyRecordOfItem", "SELECT id FROM record WHERE item = $1 LIMIT 1")
    /// Empties what the entries fill, before they are folded anew; submissions stay, with what is still open of them.
    public static let unfold: [NamedSQL] = [
        "record_history", "record", "near_key", "subject_name", "subject", "held", "pair_decision", "role_history",
        "role_record",
    ]
    .map { NamedSQL("empty_\($0)", "DELETE FROM \($0)") }

    private static let subjectColumns =
        "id, code, registration_number, organisation_code, kind, name, name_sequence, is_registered, address, established, status"
    /// The organisation of a unified code.
    public static let subjectByCode = NamedSQL("subjectByCode", "SELECT \(subjectColumns) FROM subject WHERE code = $1")
    /// The organisation of the store’s own number.
    public static let subjectByID = NamedSQL("subjectByID", "SELECT \(subjectColumns) FROM subject WHERE id = $1")
    /// Organisations with a registration number; two are one too many.
    public static let subjectByRegistration = NamedSQL(
        "subjectByRegistration",
        "SELECT \(subjectColumns) FROM subject WHERE registration_number = $1 ORDER BY id LIMIT 2"
    )
    /// Organisations with an organisation code; two are one too many.
    ///
    /// Those of which only restricted records speak have an empty one, which is nobody's.
    public static let subjectByOrganisation = NamedSQL(
        "subjectByOrganisation",
        """
        SELECT \(subjectColumns) FROM subject WHERE organisation_code = $1 AND organisation_code <> ''
        ORDER BY id LIMIT 2
        """
    )
    /// The names an organisation bore before.
    public static let formerNames = NamedSQL(
        "formerNames",
        "SELECT name FROM subject_name WHERE subject = $1 AND is_former = 1 ORDER BY sequence DESC"
    )
    /// A new organisation.
    public static let insertSubject = NamedSQL(
        "insertSubject",
        """
        INSERT INTO subject (id, code, registration_number, organisation_code, kind, name, name_sequence, is_registered,
            address, established, status) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """
    )
    /// What registration data say anew of an organisation.
    public static let updateSubject = NamedSQL(
        "updateSubject",
        """
        UPDATE subject SET registration_number = $2, name = $3, name_sequence = $4, is_registered = $5, address = $6,
            established = $7, status = $8 WHERE id = $1
        """
    )
    /// A name given.
    public static let insertName = NamedSQL(
        "insertName",
        "INSERT INTO subject_name (sequence, subject, name, is_former) VALUES ($1, $2, $3, 0)"
    )
    /// Makes all names of an organisation former ones.
    public static let formerName = NamedSQL("formerName", "UPDATE subject_name SET is_former = 1 WHERE subject = $1")
    /// Takes a name away that a withdrawn record gave.
    public static let deleteName = NamedSQL(
        "deleteName",
        "DELETE FROM subject_name WHERE subject = $1 AND sequence = $2"
    )
    /// The latest name that an organisation was given.
    public static let latestName = NamedSQL(
        "latestName",
        "SELECT sequence, name FROM subject_name WHERE subject = $1 ORDER BY sequence DESC, name LIMIT 1"
    )
    /// Makes a name that of today.
    public static let standName = NamedSQL(
        "standName",
        "UPDATE subject_name SET is_former = 0 WHERE subject = $1 AND sequence = $2"
    )
    /// What the first record says of an organisation that only restricted ones had spoken of.
    public static let knowSubject = NamedSQL(
        "knowSubject",
        """
        UPDATE subject SET registration_number = $2, organisation_code = $3, name = $4, name_sequence = $5,
            is_registered = $6, address = $7, established = $8, status = $9 WHERE id = $1
        """
    )
    /// What an organisation is called, and by which entry; by none where every record that gave a name was withdrawn.
    public static let nameSubject = NamedSQL(
        "nameSubject",
        "UPDATE subject SET name = $2, name_sequence = $3 WHERE id = $1"
    )
    /// Takes away what a withdrawn registration said of an organisation.
    public static let unregisterSubject = NamedSQL(
        "unregisterSubject",
        "UPDATE subject SET is_registered = 0, address = NULL, established = NULL, status = NULL WHERE id = $1"
    )
    /// Organisations behind a number, with the last day on which anything of theirs is shown.
    public static let namedSubjects = NamedSQL(
        "namedSubjects",
        """
        SELECT s.id, s.code, s.registration_number, s.kind, s.name, s.name_sequence,
            (SELECT MAX(r.shown_until) FROM record r WHERE r.subject = s.id AND r.shown_from <= $3 AND r.shown_until >= $3)
        FROM subject s WHERE s.id > $1 AND s.organisation_code <> '' ORDER BY s.id LIMIT $2
        """
    )
    /// The former names of the organisations in a range of numbers.
    public static let formerNamesOfSubjects = NamedSQL(
        "formerNamesOfSubjects",
        """
        SELECT n.subject, n.name FROM subject_name n
        WHERE n.subject > $1 AND n.subject <= $2 AND n.is_former = 1
        ORDER BY n.subject, n.sequence DESC
        """
    )

    // Records

    /// The record of a key.
    public static let recordByKey = NamedSQL(
        "recordByKey",
        "SELECT id, sequence, content_mark, standing FROM record WHERE record_key = $1"
    )
    /// A new record.
    public static let insertRecord = NamedSQL(
        "insertRecord",
        """
        INSERT INTO record (id, sequence, subject, item, source, record_key, content_mark, decided, standing, tier, waits,
            shown_from, shown_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'current', NULL, $9, $10, $11)
        """
    )
    /// Another content in place of a record’s.
    public static let replaceRecord = NamedSQL(
        "replaceRecord",
        """
        UPDATE record SET sequence = $2, source = $3, content_mark = $4, decided = $5, tier = NULL,
            waits = $6, shown_from = $7, shown_until = $8 WHERE id = $1
        """
    )
    /// A sequence number that a record held before.
    public static let insertHistory = NamedSQL(
        "insertHistory",
        "INSERT INTO record_history (record, sequence) VALUES ($1, $2)"
    )
    private static let recordColumns = "r.id, r.sequence, r.subject, r.source, r.standing, r.tier, e.content"
    /// The file of an organisation.
    public static let recordsOfSubject = NamedSQL(
        "recordsOfSubject",
        """
        SELECT \(recordColumns) FROM record r JOIN entry e ON e.sequence = r.sequence WHERE r.subject = $1
        ORDER BY r.decided, r.id
        """
    )
    /// One record.
    public static let recordByID = NamedSQL(
        "recordByID",
        "SELECT \(recordColumns) FROM record r JOIN entry e ON e.sequence = r.sequence WHERE r.id = $1"
    )
    /// The sequence numbers that a record held before.
    public static let historyOfRecord = NamedSQL(
        "historyOfRecord",
        "SELECT sequence FROM record_history WHERE record = $1 ORDER BY sequence"
    )
    /// Withdraws a record or takes it down.
    public static let standRecord = NamedSQL(
        "standRecord",
        "UPDATE record SET standing = $2, waits = 0, shown_from = NULL, shown_until = NULL WHERE id = $1"
    )
    /// Writes a decided tier.
    public static let tierRecord = NamedSQL("tierRecord", "UPDATE record SET tier = $2 WHERE id = $1")
    /// Writes the days shown.
    public static let publishRecord = NamedSQL(
        "publishRecord",
        "UPDATE record SET waits = $2, shown_from = $3, shown_until = $4 WHERE id = $1"
    )
    /// All records by number, for deriving the days shown anew.
    public static let allRecords = NamedSQL(
        "allRecords",
        """
        SELECT \(recordColumns) FROM record r JOIN entry e ON e.sequence = r.sequence WHERE r.id > $1 ORDER BY r.id LIMIT $2
        """
    )
    private static func list(_ name: String, source: String) -> NamedSQL {
        NamedSQL(
            name,
            """
            SELECT \(recordColumns) FROM record r JOIN entry e ON e.sequence = r.sequence
            WHERE r.item = $1 AND r.decided >= $2 AND (r.decided < $3 OR (r.decided = $3 AND r.id < $4)) AND r.id <= $5
                AND r.shown_from <= $6 AND r.shown_until >= $6\(source)
            ORDER BY r.decided DESC, r.id DESC LIMIT $7
            """
        )
    }
    /// A page of a public list.
    public static let listRecords = list("listRecords", source: "")
    /// A page of one department’s public list.
    public static let listRecordsOfSource = list("listRecordsOfSource", source: " AND r.source = $8")
    /// Records whose tier nobody has determined.
    public static let waitingRecords = NamedSQL(
        "waitingRecords",
        """
        SELECT \(recordColumns) FROM record r JOIN entry e ON e.sequence = r.sequence WHERE r.waits = 1 ORDER BY r.id LIMIT $1
        """
    )

    // Numbers of documents that are one, written otherwise

    /// The key that a record would have if its document’s number stood in its normal form.
    public static let insertNearKey = NamedSQL(
        "insertNearKey",
        "INSERT INTO near_key (near, record) VALUES ($1, $2)"
    )
    /// Whether any number is not in its normal form.
    public static let anyNearKey = NamedSQL("anyNearKey", "SELECT record FROM near_key LIMIT 1")
    /// The first record that holds and has a key in normal form, but not by that other key.
    public static let nearRecord = NamedSQL(
        "nearRecord",
        """
        SELECT r.id, e.content FROM near_key n JOIN record r ON r.id = n.record JOIN entry e ON e.sequence = r.sequence
        WHERE n.near = $1 AND r.record_key <> $2 AND r.standing = 'current' ORDER BY n.record LIMIT 1
        """
    )
    /// For the records in a range of numbers, whose own key is in normal form: older ones that hold and have that key in it.
    ///
    /// SQLite reads the tables in this order: a short range first.
    public static let nearOfRecords = NamedSQL(
        "nearOfRecords",
        """
        SELECT a.id, r.id, e.content FROM record a CROSS JOIN near_key n CROSS JOIN record r CROSS JOIN entry e
        WHERE a.id >= $1 AND a.id <= $2 AND n.near = a.record_key AND r.id = n.record AND r.id < a.id
            AND r.standing = 'current' AND e.sequence = r.sequence ORDER BY a.id, r.id
        """
    )
    /// The record that holds and has a key in normal form as its own.
    public static let recordInNormalForm = NamedSQL(
        "recordInNormalForm",
        """
        SELECT r.id, e.content FROM record r JOIN entry e ON e.sequence = r.sequence
        WHERE r.record_key = $1 AND r.standing = 'current'
        """
    )

    // The conflict desk

    /// A row for the conflict desk.
    public static let insertHeld = NamedSQL(
        "insertHeld",
        "INSERT INTO held (sequence, source, mark) VALUES ($1, $2, $3)"
    )
    /// Whether a row waits or waited there already, and what became of it.
    public static let heldByMark = NamedSQL(
        "heldByMark",
        """
        SELECT h.resolution, e.content FROM held h LEFT JOIN entry e ON e.sequence = h.resolution WHERE h.mark = $1
        """
    )
    /// Rows that wait there.
    public static let openHeld = NamedSQL(
        "openHeld",
        """
        SELECT h.sequence, e.content FROM held h JOIN entry e ON e.sequence = h.sequence
        WHERE h.resolution IS NULL ORDER BY h.sequence LIMIT $1
        """
    )
    /// One of them.
    public static let heldBySequence = NamedSQL(
        "heldBySequence",
        "SELECT h.resolution, e.content FROM held h JOIN entry e ON e.sequence = h.sequence WHERE h.sequence = $1"
    )
    /// Closes one of them.
    public static let resolveHeld = NamedSQL("resolveHeld", "UPDATE held SET resolution = $2 WHERE sequence = $1")

    // Decisions on pairs

    /// Keeps a decision on a pair, in place of an earlier one.
    public static let putPair = NamedSQL(
        "putPair",
        """
        INSERT INTO pair_decision (sequence, source, name, code, verdict, officer, reason, decided_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (source, name, code) DO UPDATE SET sequence = excluded.sequence, verdict = excluded.verdict,
            officer = excluded.officer, reason = excluded.reason, decided_at = excluded.decided_at
        """
    )
    /// What a department decided on names of an organisation, latest first.
    public static let pairsDecided = NamedSQL(
        "pairsDecided",
        """
        SELECT sequence, verdict, name FROM pair_decision WHERE source = $1 AND code = $2 ORDER BY sequence DESC
        """
    )
    /// The decisions of a department after a sequence number.
    public static let pairsOfSource = NamedSQL(
        "pairsOfSource",
        """
        SELECT sequence, name, code, verdict, officer, reason, decided_at FROM pair_decision
        WHERE source = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
        """
    )

    // Submissions

    private static let submissionColumns =
        """
        id, source, item, received, last_row, rows_read, added, replaced, unchanged, held, refused, warned, late,
        first_sequence, seal_sequence, sealed_at, template, file
        """
    /// A submission begun.
    public static let insertSubmission = NamedSQL(
        "insertSubmission",
        """
        INSERT INTO submission (id, source, item, template, file, received, begun_at, last_row, rows_read, added, replaced,
            unchanged, held, refused, warned, late) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        """
    )
    /// The unsealed submission of a file.
    public static let openSubmission = NamedSQL(
        "openSubmission",
        "SELECT \(submissionColumns) FROM submission WHERE source = $1 AND file = $2 AND item = $3 AND sealed_at IS NULL"
    )
    /// The first sealed submission of a file.
    public static let sealedSubmission = NamedSQL(
        "sealedSubmission",
        """
        SELECT \(submissionColumns) FROM submission
        WHERE source = $1 AND file = $2 AND item = $3 AND sealed_at IS NOT NULL AND seal_sequence IS NOT NULL
        ORDER BY sealed_at LIMIT 1
        """
    )
    /// What was sealed of a file since a moment.
    public static let sealedSince = NamedSQL(
        "sealedSince",
        """
        SELECT \(submissionColumns) FROM submission
        WHERE source = $1 AND file = $2 AND item = $3 AND sealed_at >= $4
        ORDER BY sealed_at LIMIT 1
        """
    )
    /// One submission.
    public static let submissionByID = NamedSQL(
        "submissionByID",
        "SELECT \(submissionColumns) FROM submission WHERE id = $1"
    )
    /// What became of its rows so far.
    public static let updateSubmission = NamedSQL(
        "updateSubmission",
        """
        UPDATE submission SET last_row = $2, rows_read = $3, added = $4, replaced = $5, unchanged = $6, held = $7,
            refused = $8, warned = $9, late = $10, first_sequence = $11 WHERE id = $1
        """
    )
    /// Seals a submission.
    public static let sealSubmission = NamedSQL(
        "sealSubmission",
        "UPDATE submission SET seal_sequence = $2, sealed_at = $3 WHERE id = $1"
    )
    /// What came in since a day.
    public static let receivedSince = NamedSQL(
        "receivedSince",
        """
        SELECT source, item, SUM(added + replaced), MAX(received) FROM submission
        WHERE received >= $1 AND sealed_at IS NOT NULL GROUP BY source, item ORDER BY MAX(received) DESC, source, item
        """
    )
    /// What each department handed in, item by item.
    public static let statusOfSubmissions = NamedSQL(
        "statusOfSubmissions",
        """
        SELECT source, item, SUM(CASE WHEN sealed_at IS NULL THEN 0 ELSE 1 END), SUM(CASE WHEN sealed_at IS NULL THEN 1 ELSE 0 END),
            SUM(rows_read), SUM(added), SUM(replaced), SUM(unchanged), SUM(held), SUM(refused), SUM(warned), SUM(late),
            MAX(received)
        FROM submission GROUP BY source, item ORDER BY source, item
        """
    )
    /// Rows that wait at the conflict desk, with their departments.
    public static let waitingHeld = NamedSQL(
        "waitingHeld",
        "SELECT h.source, e.content FROM held h JOIN entry e ON e.sequence = h.sequence WHERE h.resolution IS NULL"
    )
    /// Records that wait for a tier, by department.
    public static let waitingTiers = NamedSQL(
        "waitingTiers",
        "SELECT source, COUNT(*) FROM record WHERE waits = 1 GROUP BY source"
    )

    /// The store's last number of an organisation.
    public static let lastSubject = NamedSQL("lastSubject", "SELECT COALESCE(MAX(id), 0) FROM subject")

    // The derived state in canonical order, for the digest that proves a replay

    /// Everything that the entries derive, table by table.
    public static let derived: [NamedSQL] = [
        NamedSQL(
            "derivedSubjects",
            """
            SELECT code, registration_number, organisation_code, kind, name, name_sequence, is_registered, address,
                established, status FROM subject ORDER BY code
            """
        ),
        NamedSQL(
            "derivedNames",
            """
            SELECT n.sequence, s.code, n.name, n.is_former FROM subject_name n JOIN subject s ON s.id = n.subject
            ORDER BY n.sequence, s.code, n.name
            """
        ),
        NamedSQL(
            "derivedRecords",
            """
            SELECT r.id, r.sequence, s.code, r.item, r.source, r.record_key, r.content_mark, r.decided, r.standing, r.tier,
                r.waits, r.shown_from, r.shown_until FROM record r JOIN subject s ON s.id = r.subject ORDER BY r.id
            """
        ),
        NamedSQL("derivedNearKeys", "SELECT near, record FROM near_key ORDER BY near, record"),
        NamedSQL("derivedHistory", "SELECT record, sequence FROM record_history ORDER BY record, sequence"),
        NamedSQL(
            "derivedRoles",
            """
            SELECT id, sequence, person, item, source, record_key, content_mark, decided, standing FROM role_record
            ORDER BY id
            """
        ),
        NamedSQL("derivedRoleHistory", "SELECT record, sequence FROM role_history ORDER BY record, sequence"),
        NamedSQL("derivedHeld", "SELECT sequence, source, mark, resolution FROM held ORDER BY sequence"),
        NamedSQL(
            "derivedPairs",
            """
            SELECT sequence, source, name, code, verdict, officer, reason, decided_at FROM pair_decision
            ORDER BY sequence
            """
        ),
        NamedSQL(
            "derivedSubmissions",
            """
            SELECT id, source, item, template, file, received, rows_read, added, replaced, unchanged, held, refused, warned,
                late, seal_sequence, sealed_at FROM submission WHERE seal_sequence IS NOT NULL ORDER BY seal_sequence
            """
        ),
    ]
}
