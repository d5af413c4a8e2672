CREATE TABLE ledger_head (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    size BIGINT NOT NULL CHECK (size >= 0),
    edge BYTEA NOT NULL,
    root BYTEA NOT NULL CHECK (length(root) = 32),
    at BIGINT NOT NULL,
    checkpoint TEXT NOT NULL,
    catalogue BYTEA NOT NULL
);

CREATE TABLE ledger_tile (
    level BIGINT NOT NULL CHECK (level >= 0),
    number BIGINT NOT NULL CHECK (number >= 0),
    hashes BYTEA NOT NULL CHECK (length(hashes) % 32 = 0),
    PRIMARY KEY (level, number)
);

CREATE TABLE entry (
    sequence BIGINT PRIMARY KEY CHECK (sequence > 0),
    salt BYTEA NOT NULL CHECK (length(salt) = 32),
    content BYTEA NOT NULL
);

CREATE TABLE subject (
    id BIGINT PRIMARY KEY,
    code TEXT NOT NULL CHECK (length(code) = 18),
    registration_number TEXT,
    organisation_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) > 0),
    name_sequence BIGINT NOT NULL,
    is_registered BIGINT NOT NULL CHECK (is_registered IN (0, 1)),
    address TEXT,
    established BIGINT,
    status TEXT
);

CREATE TABLE subject_name (
    sequence BIGINT NOT NULL,
    subject BIGINT NOT NULL REFERENCES subject (id),
    name TEXT NOT NULL,
    is_former BIGINT NOT NULL CHECK (is_former IN (0, 1)),
    PRIMARY KEY (sequence, subject, name)
);

CREATE TABLE record (
    id BIGINT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    subject BIGINT NOT NULL REFERENCES subject (id),
    item TEXT NOT NULL,
    source TEXT NOT NULL,
    record_key BYTEA NOT NULL CHECK (length(record_key) = 16),
    content_mark BYTEA NOT NULL CHECK (length(content_mark) = 16),
    decided BIGINT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('current', 'withdrawn', 'taken-down')),
    tier TEXT CHECK (tier IN ('minor', 'general', 'serious')),
    waits BIGINT NOT NULL CHECK (waits IN (0, 1)),
    shown_from BIGINT,
    shown_until BIGINT
);

CREATE TABLE record_history (
    record BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (record, sequence)
);

CREATE TABLE held (
    sequence BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    mark BYTEA NOT NULL CHECK (length(mark) = 32),
    resolution BIGINT
);

CREATE TABLE submission (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    item TEXT NOT NULL,
    template TEXT NOT NULL,
    file BYTEA NOT NULL,
    received BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    last_row BIGINT NOT NULL,
    rows_read BIGINT NOT NULL,
    added BIGINT NOT NULL,
    replaced BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    held BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    warned BIGINT NOT NULL,
    late BIGINT NOT NULL,
    first_sequence BIGINT,
    seal_sequence BIGINT,
    sealed_at BIGINT
);

CREATE TABLE pair_decision (
    sequence BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) > 0),
    code TEXT NOT NULL CHECK (length(code) = 18),
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
    officer TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_at BIGINT NOT NULL
);

CREATE TABLE near_key (
    near BYTEA NOT NULL CHECK (length(near) = 16),
    record BIGINT NOT NULL,
    PRIMARY KEY (near, record)
);

CREATE TABLE role_record (
    id BIGINT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    person BYTEA NOT NULL CHECK (length(person) = 16),
    item TEXT NOT NULL,
    source TEXT NOT NULL,
    record_key BYTEA NOT NULL CHECK (length(record_key) = 16),
    content_mark BYTEA NOT NULL CHECK (length(content_mark) = 16),
    decided BIGINT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('current', 'withdrawn', 'taken-down'))
);

CREATE TABLE role_history (
    record BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (record, sequence)
);

CREATE TABLE folded_item (
    item TEXT PRIMARY KEY
);

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

CREATE UNIQUE INDEX role_record_key ON role_record (record_key);

CREATE INDEX role_record_person ON role_record (person);
