-- What was read: append-only.

CREATE TABLE documents (
    -- One article a row: its header and its clean text. Never edited.
    number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE,      -- hash of clean text and publisher, the same on every machine
    name TEXT NOT NULL,                    -- the file, or file:line, it came from
    title TEXT,
    publisher TEXT,
    author TEXT,
    published_on TEXT,                     -- first day it may have been published on
    published_last TEXT,                   -- last day it may have been published on
    published_precision TEXT NOT NULL,
    published_how TEXT NOT NULL,           -- printed, given, inferred or unknown
    language TEXT,
    reprinted_from TEXT,
    url TEXT,
    text TEXT NOT NULL,
    plain TEXT NOT NULL CHECK (json_valid(plain)),   -- the rest: sentences, paragraphs, what was dropped and why
    recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE readings (
    -- Which reader read which document. The last reading of a document is the one that counts.
    number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (document_id),
    reader TEXT NOT NULL,                  -- name and version
    n_claims INTEGER NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX readings_by_document ON readings (document_id);

CREATE TABLE claims (
    -- What one document says, with the characters it was read from. Never edited.
    -- A newer reader's claims stand beside the older ones; the view claims_now shows those that count.
    number INTEGER PRIMARY KEY,
    claim_id TEXT NOT NULL,
    reader TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (document_id),
    kind TEXT NOT NULL,                    -- event, figure, statement, office, relation, control or presence
    what TEXT NOT NULL,                    -- the claim in one line
    quote TEXT NOT NULL,                   -- the characters of the text from span_start to span_end
    said_by TEXT NOT NULL,                 -- the chain of who says so, nearest first; empty where the outlet does
    factuality TEXT NOT NULL,
    occurred_from TEXT,
    occurred_to TEXT,
    occurred_precision TEXT,
    occurred_text TEXT,                    -- the words the period was read from
    place TEXT,
    place_text TEXT,
    country TEXT,
    lat REAL,
    lon REAL,
    radius_km REAL,
    low REAL,                              -- of a figure; empty where open
    high REAL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    score REAL NOT NULL,
    plain TEXT NOT NULL CHECK (json_valid(plain)),   -- the whole claim
    recorded_at TEXT NOT NULL,
    UNIQUE (claim_id, reader)
) STRICT;
CREATE INDEX claims_by_document ON claims (document_id, reader);
CREATE INDEX claims_by_kind ON claims (kind, occurred_from);

CREATE TABLE judgements (
    -- What a person decided: same, different, wrong, right, set, name. Appended, withdrawn by a later one.
    number INTEGER PRIMARY KEY,
    judgement_id TEXT NOT NULL UNIQUE,
    verb TEXT NOT NULL,
    targets TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    withdraws TEXT,
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;

-- REPLACE deletes without firing delete triggers, so a known id is refused before the insert.
CREATE TRIGGER documents_are_not_changed BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER documents_are_not_deleted BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER documents_are_not_replaced BEFORE INSERT ON documents
    WHEN EXISTS (SELECT 1 FROM documents WHERE document_id = NEW.document_id OR number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER claims_are_not_changed BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'claims are append-only'); END;
CREATE TRIGGER claims_are_not_deleted BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'claims are append-only'); END;
CREATE TRIGGER claims_are_not_replaced BEFORE INSERT ON claims
    WHEN EXISTS (SELECT 1 FROM claims WHERE (claim_id = NEW.claim_id AND reader = NEW.reader) OR number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'claims are append-only'); END;
CREATE TRIGGER judgements_are_not_changed BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgements_are_not_deleted BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgements_are_not_replaced BEFORE INSERT ON judgements
    WHEN EXISTS (SELECT 1 FROM judgements WHERE judgement_id = NEW.judgement_id OR number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;

-- Datasette finds the search index of a table by content="..." written just so.
CREATE VIRTUAL TABLE documents_fts USING fts5 (
    title, text, content="documents", content_rowid="number", tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_are_indexed AFTER INSERT ON documents
    BEGIN INSERT INTO documents_fts (rowid, title, text) VALUES (NEW.number, NEW.title, NEW.text); END;

CREATE VIRTUAL TABLE claim_places USING rtree (number, min_lat, max_lat, min_lon, max_lon, +claim_id TEXT);
CREATE TRIGGER claims_are_placed AFTER INSERT ON claims WHEN NEW.lat IS NOT NULL AND NEW.lon IS NOT NULL
    BEGIN INSERT INTO claim_places VALUES (NEW.number, NEW.lat, NEW.lat, NEW.lon, NEW.lon, NEW.claim_id); END;

-- How the reading went.

CREATE TABLE raw_items (
    -- Every item that was fed in, and what became of it: a document, or set aside.
    raw_id TEXT NOT NULL,                  -- hash of everything that was fed in
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    document_id TEXT REFERENCES documents (document_id),   -- empty where it was set aside
    reader TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (raw_id, folder, name)
) STRICT;

CREATE TABLE skipped (
    -- Items set aside: the stage that could not take them, and why.
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    stage TEXT NOT NULL,                   -- ingest, clean or read
    reason TEXT NOT NULL,
    advice TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (folder, name, stage)
) STRICT;

CREATE TABLE record_info (
    -- What this file is: who made it, and from what the derived tables below follow.
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- What follows from the claims: rebuilt as a whole by `hudhud reconcile`.

CREATE TABLE actors (
    -- Resolved parties: persons in public roles, organisations, armed groups, state organs, countries.
    number INTEGER PRIMARY KEY,
    actor_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,                          -- ISO 3166-1 alpha-2
    sector TEXT,                           -- PLOVER sector
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;

CREATE TABLE actor_names (
    -- Every name of every actor, with the days between which documents used it.
    actor_id TEXT NOT NULL REFERENCES actors (actor_id),
    name TEXT NOT NULL,
    first_used TEXT,
    last_used TEXT,
    n_documents INTEGER NOT NULL
) STRICT;
CREATE INDEX actor_names_by_name ON actor_names (name);

CREATE TABLE party_actors (
    -- Which actor the name of a party inside a claim was resolved to.
    claim_id TEXT NOT NULL,
    party TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    PRIMARY KEY (claim_id, party)
) STRICT;

CREATE TABLE events (
    -- Happenings: claims about one event brought together.
    number INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,
    occurred_from TEXT,
    occurred_to TEXT,
    occurred_precision TEXT,
    type TEXT NOT NULL,                    -- PLOVER 2.0
    mode TEXT,
    actors TEXT NOT NULL,
    recipients TEXT NOT NULL,
    place TEXT,
    country TEXT,
    lat REAL,
    lon REAL,
    radius_km REAL,
    factuality TEXT NOT NULL,
    headline TEXT NOT NULL,
    asserted_by TEXT NOT NULL,
    denied_by TEXT NOT NULL,
    n_documents INTEGER NOT NULL,
    n_origins INTEGER NOT NULL,            -- independent tellings; reprints and near copies count once
    n_publishers INTEGER NOT NULL,         -- the publishers of those tellings
    first_published TEXT,
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;
CREATE INDEX events_by_day ON events (occurred_from);

CREATE TABLE event_claims (
    -- The claims behind each event.
    event_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    PRIMARY KEY (event_id, claim_id)
) STRICT;

CREATE VIRTUAL TABLE event_places USING rtree (number, min_lat, max_lat, min_lon, max_lon, +event_id TEXT);

CREATE TABLE estimates (
    -- Figures that count one thing, reconciled into low, best and high; an empty end is open.
    number INTEGER PRIMARY KEY,
    estimate_id TEXT NOT NULL UNIQUE,
    quantity TEXT NOT NULL,
    what TEXT NOT NULL,
    low REAL,
    best REAL,
    high REAL,
    is_cumulative INTEGER NOT NULL,
    occurred_from TEXT,
    occurred_to TEXT,
    place TEXT,
    event_id TEXT,
    rule TEXT NOT NULL,                    -- the rule that chose best
    n_figures INTEGER NOT NULL,
    n_origins INTEGER NOT NULL,            -- independent tellings; reprints and near copies count once
    n_publishers INTEGER NOT NULL,         -- the publishers of those tellings
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;

CREATE TABLE states (
    -- What holds over a period: offices, relations, control of places, forces in places, agreements.
    number INTEGER PRIMARY KEY,
    state_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT NOT NULL,
    object TEXT NOT NULL,
    standing TEXT NOT NULL,                -- how: of an office holds, former, acting...; a relation's hedge; a mission
    place TEXT,
    since TEXT,
    until TEXT,
    known_since TEXT,                      -- the day the first claim for it was published
    last_told TEXT,
    factuality TEXT NOT NULL,
    said_by TEXT NOT NULL,
    n_claims_for INTEGER NOT NULL,
    n_claims_against INTEGER NOT NULL,
    n_origins INTEGER NOT NULL,
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;

CREATE TABLE disputes (
    -- Claims that cannot all be right.
    number INTEGER PRIMARY KEY,
    dispute_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    sides TEXT NOT NULL,
    weight REAL NOT NULL,
    first_published TEXT,
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;

CREATE TABLE copies (
    -- Documents that repeat another, so that both count once.
    number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    how TEXT NOT NULL,                     -- exact, near, contained or credited
    score REAL NOT NULL,
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;

CREATE TABLE unsure (
    -- Two names that may be one party: `hudhud judge same` or `hudhud judge different` decides.
    number INTEGER PRIMARY KEY,
    one_name TEXT NOT NULL,
    other_name TEXT NOT NULL,
    rule TEXT NOT NULL,
    score REAL NOT NULL,
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;
