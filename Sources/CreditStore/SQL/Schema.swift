/// The tables, written once in the subset that SQLite and PostgreSQL 15 share; the schema defends itself (decision 9).
public enum Schema {
    /// The two databases.
    public enum Dialect: Sendable, CaseIterable {
        /// The embedded store.
        case sqlite
        /// For more than one machine.
        case postgres
    }

    /// The version that `xinyuan` of this source expects.
    public static let version = 4

    /// The statements that make an empty store.
    public static func statements(for dialect: Dialect) -> [String] { words(in: tables + indexes, for: dialect) }

    /// The statements that bring a store from an older version to the next, which they end in.
    ///
    /// They only add: a store keeps all that it holds.
    public static func migration(from version: Int, for dialect: Dialect) -> [String]? {
        switch version {
        case 1: words(in: pairTables + pairIndexes, for: dialect)
        case 2: words(in: nearTables, for: dialect)
        case 3: words(in: roleTables + roleIndexes + [foldedSoFar], for: dialect)
        default: nil
        }
    }

    private static func words(in statements: [String], for dialect: Dialect) -> [String] {
        statements
            .map { text in
                let words: [(String, String)] =
                    switch dialect {
                    case .sqlite:
                        [("{integer}", "INTEGER"), ("{bytes}", "BLOB"), ("{text}", "TEXT"), ("{strict}", " STRICT")]
                    case .postgres:
                        [("{integer}", "BIGINT"), ("{bytes}", "BYTEA"), ("{text}", "TEXT"), ("{strict}", "")]
                    }
                return words.reduce(text) { $0.replacing($1.0, with: $1.1) }
            }
    }

    private static let tables = firstTables + pairTables + nearTables + roleTables
    private static let indexes = firstIndexes + pairIndexes + roleIndexes

    /// What came with version 2: decisions on pairs of a name and an organisation.
    private static let pairTables = [
        """
        CREATE TABLE pair_decision (
            sequence {integer} PRIMARY KEY,
            source {text} NOT NULL,
            name {text} NOT NULL CHECK (length(name) > 0),
            code {text} NOT NULL CHECK (length(code) = 18),
            verdict {text} NOT NULL CHECK (verdict IN ('same', 'different')),
            officer {text} NOT NULL,
            reason {text} NOT NULL,
            decided_at {integer} NOT NULL
        ){strict}
        """
    ]

    private static let pairIndexes = [
        "CREATE UNIQUE INDEX pair_decision_pair ON pair_decision (source, name, code)",
        "CREATE INDEX pair_decision_source ON pair_decision (source, sequence)",
    ]

    /// What came with version 3: of records whose document's number is not in its normal form, the key in that form.
    private static let nearTables = [
        """
        CREATE TABLE near_key (
            near {bytes} NOT NULL CHECK (length(near) = 16),
            record {integer} NOT NULL,
            PRIMARY KEY (near, record)
        ){strict}
        """
    ]

    /// What came with version 4: records of persons in a role, without a name, found by their key or their person alone; and
    /// which items were not restricted when the entries were folded.
    private static let roleTables = [
        """
        CREATE TABLE role_record (
            id {integer} PRIMARY KEY,
            sequence {integer} NOT NULL,
            person {bytes} NOT NULL CHECK (length(person) = 16),
            item {text} NOT NULL,
            source {text} NOT NULL,
            record_key {bytes} NOT NULL CHECK (length(record_key) = 16),
            content_mark {bytes} NOT NULL CHECK (length(content_mark) = 16),
            decided {integer} NOT NULL,
            standing {text} NOT NULL CHECK (standing IN ('current', 'withdrawn', 'taken-down'))
        ){strict}
        """,
        """
        CREATE TABLE role_history (
            record {integer} NOT NULL,
            sequence {integer} NOT NULL,
            PRIMARY KEY (record, sequence)
        ){strict}
        """,
        """
        CREATE TABLE folded_item (
            item {text} PRIMARY KEY
        ){strict}
        """,
    ]

    private static let roleIndexes = [
        "CREATE UNIQUE INDEX role_record_key ON role_record (record_key)",
        "CREATE INDEX role_record_person ON role_record (person)",
    ]

    /// Until then every record gave its organisation a name, restricted or not.
    private static let foldedSoFar = "INSERT INTO folded_item (item) SELECT DISTINCT item FROM record"

    private static let firstTables = [
        """
        CREATE TABLE ledger_head (
            id {integer} PRIMARY KEY CHECK (id = 1),
            size {integer} NOT NULL CHECK (size >= 0),
            edge {bytes} NOT NULL,
            root {bytes} NOT NULL CHECK (length(root) = 32),
            at {integer} NOT NULL,
            checkpoint {text} NOT NULL,
            catalogue {bytes} NOT NULL
        ){strict}
        """,
        """
        CREATE TABLE ledger_tile (
            level {integer} NOT NULL CHECK (level >= 0),
            number {integer} NOT NULL CHECK (number >= 0),
            hashes {bytes} NOT NULL CHECK (length(hashes) % 32 = 0),
            PRIMARY KEY (level, number)
        ){strict}
        """,
        """
        CREATE TABLE entry (
            sequence {integer} PRIMARY KEY CHECK (sequence > 0),
            salt {bytes} NOT NULL CHECK (length(salt) = 32),
            content {bytes} NOT NULL
        ){strict}
        """,
        """
        CREATE TABLE subject (
            id {integer} PRIMARY KEY,
            code {text} NOT NULL CHECK (length(code) = 18),
            registration_number {text},
            organisation_code {text} NOT NULL,
            kind {text} NOT NULL,
            name {text} NOT NULL CHECK (length(name) > 0),
            name_sequence {integer} NOT NULL,
            is_registered {integer} NOT NULL CHECK (is_registered IN (0, 1)),
            address {text},
            established {integer},
            status {text}
        ){strict}
        """,
        """
        CREATE TABLE subject_name (
            sequence {integer} NOT NULL,
            subject {integer} NOT NULL REFERENCES subject (id),
            name {text} NOT NULL,
            is_former {integer} NOT NULL CHECK (is_former IN (0, 1)),
            PRIMARY KEY (sequence, subject, name)
        ){strict}
        """,
        """
        CREATE TABLE record (
            id {integer} PRIMARY KEY,
            sequence {integer} NOT NULL,
            subject {integer} NOT NULL REFERENCES subject (id),
            item {text} NOT NULL,
            source {text} NOT NULL,
            record_key {bytes} NOT NULL CHECK (length(record_key) = 16),
            content_mark {bytes} NOT NULL CHECK (length(content_mark) = 16),
            decided {integer} NOT NULL,
            standing {text} NOT NULL CHECK (standing IN ('current', 'withdrawn', 'taken-down')),
            tier {text} CHECK (tier IN ('minor', 'general', 'serious')),
            waits {integer} NOT NULL CHECK (waits IN (0, 1)),
            shown_from {integer},
            shown_until {integer}
        ){strict}
        """,
        """
        CREATE TABLE record_history (
            record {integer} NOT NULL,
            sequence {integer} NOT NULL,
            PRIMARY KEY (record, sequence)
        ){strict}
        """,
        """
        CREATE TABLE held (
            sequence {integer} PRIMARY KEY,
            source {text} NOT NULL,
            mark {bytes} NOT NULL CHECK (length(mark) = 32),
            resolution {integer}
        ){strict}
        """,
        """
        CREATE TABLE submission (
            id {text} PRIMARY KEY,
            source {text} NOT NULL,
            item {text} NOT NULL,
            template {text} NOT NULL,
            file {bytes} NOT NULL,
            received {integer} NOT NULL,
            begun_at {integer} NOT NULL,
            last_row {integer} NOT NULL,
            rows_read {integer} NOT NULL,
            added {integer} NOT NULL,
            replaced {integer} NOT NULL,
            unchanged {integer} NOT NULL,
            held {integer} NOT NULL,
            refused {integer} NOT NULL,
            warned {integer} NOT NULL,
            late {integer} NOT NULL,
            first_sequence {integer},
            seal_sequence {integer},
            sealed_at {integer}
        ){strict}
        """,
    ]

    private static let firstIndexes = [
        "CREATE UNIQUE INDEX subject_code ON subject (code)",
        "CREATE INDEX subject_registration ON subject (registration_number) WHERE registration_number IS NOT NULL",
        "CREATE INDEX subject_organisation ON subject (organisation_code)",
        "CREATE INDEX subject_name_subject ON subject_name (subject)",
        "CREATE UNIQUE INDEX record_key ON record (record_key)",
        "CREATE INDEX record_subject ON record (subject)",
        "CREATE INDEX record_list ON record (item, decided, id)",
        "CREATE INDEX record_waits ON record (id) WHERE waits = 1",
        "CREATE UNIQUE INDEX held_mark ON held (mark)",
        "CREATE INDEX held_open ON held (sequence) WHERE resolution IS NULL",
        "CREATE INDEX submission_file ON submission (source, file)",
        "CREATE INDEX submission_received ON submission (received)",
    ]
}
