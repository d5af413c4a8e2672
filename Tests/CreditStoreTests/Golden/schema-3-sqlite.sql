CREATE TABLE ledger_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    size INTEGER NOT NULL CHECK (size >= 0),
    edge BLOB NOT NULL,
    root BLOB NOT NULL CHECK (length(root) = 32),
    at INTEGER NOT NULL,
    checkpoint TEXT NOT NULL,
    catalogue BLOB NOT NULL
) STRICT;

CREATE TABLE ledger_tile (
    level INTEGER NOT NULL CHECK (level >= 0),
    number INTEGER NOT NULL CHECK (number >= 0),
    hashes BLOB NOT NULL CHECK (length(hashes) % 32 = 0),
    PRIMARY KEY (level, number)
) STRICT;

CREATE TABLE entry (
    sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
    salt BLOB NOT NULL CHECK (length(salt) = 32),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE subject (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL CHECK (length(code) = 18),
    registration_number TEXT,
    organisation_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) > 0),
    name_sequence INTEGER NOT NULL,
    is_registered INTEGER NOT NULL CHECK (is_registered IN (0, 1)),
    address TEXT,
    established INTEGER,
    status TEXT
) STRICT;

CREATE TABLE subject_name (
    sequence INTEGER NOT NULL,
    subject INTEGER NOT NULL REFERENCES subject (id),
    name TEXT NOT NULL,
    is_former INTEGER NOT NULL CHECK (is_former IN (0, 1)),
    PRIMARY KEY (sequence, subject, name)
) STRICT;

CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL,
    subject INTEGER NOT NULL REFERENCES subject (id),
    item TEXT NOT NULL,
    source TEXT NOT NULL,
    record_key BLOB NOT NULL CHECK (length(record_key) = 16),
    content_mark BLOB NOT NULL CHECK (length(content_mark) = 16),
    decided INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('current', 'withdrawn', 'taken-down')),
    tier TEXT CHECK (tier IN ('minor', 'general', 'serious')),
    waits INTEGER NOT NULL CHECK (waits IN (0, 1)),
    shown_from INTEGER,
    shown_until INTEGER
) STRICT;

CREATE TABLE record_history (
    record INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (record, sequence)
) STRICT;

CREATE TABLE held (
    sequence INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    mark BLOB NOT NULL CHECK (length(mark) = 32),
    resolution INTEGER
) STRICT;

CREATE TABLE submission (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    item TEXT NOT NULL,
    template TEXT NOT NULL,
    file BLOB NOT NULL,
    received INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    rows_read INTEGER NOT NULL,
    added INTEGER NOT NULL,
    replaced INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    held INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    warned INTEGER NOT NULL,
    late INTEGER NOT NULL,
    first_sequence INTEGER,
    seal_sequence INTEGER,
    sealed_at INTEGER
) STRICT;

CREATE TABLE pair_decision (
    sequence INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) > 0),
    code TEXT NOT NULL CHECK (length(code) = 18),
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
    officer TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_at INTEGER NOT NULL
) STRICT;

CREATE TABLE near_key (
    near BLOB NOT NULL CHECK (length(near) = 16),
    record INTEGER NOT NULL,
    PRIMARY KEY (near, record)
) STRICT;

CREATE UNIQUE INDEX subject_code ON subject (code);

CREATE INDEX subject_registration ON subject (registration_number) WHERE registration_number IS NOT NULL;

CREATE INDEX subject_organisation ON subject (organisation_code);

CREATE INDEX subject_name_subject ON subject_name (subject);

CREATE UNIQUE INDEX record_key ON record (record_key);

CREATE INDEX record_subject ON record (subject);

CREATE INDEX record_list ON record (item, decided, id);

CREATE INDEX record_waits ON record (id) WHERE waits = 1;

CREATE UNIQUE INDEX held_mark ON held (mark);

CREATE INDEX held_open ON held (sequence) WHERE resolution IS NULL;

CREATE INDEX submission_file ON submission (source, file);

CREATE INDEX submission_received ON submission (received);

CREATE UNIQUE INDEX pair_decision_pair ON pair_decision (source, name, code);

CREATE INDEX pair_decision_source ON pair_decision (source, sequence);
