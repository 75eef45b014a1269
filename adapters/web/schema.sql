-- The page's own file. People, places and texts are keyed digests or sealed; an origin is
-- a random word that the page made up.
PRAGMA journal_mode = WAL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA busy_timeout = 5000;

CREATE TABLE IF NOT EXISTS revision (number INTEGER NOT NULL);
INSERT INTO revision SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM revision);

CREATE TABLE IF NOT EXISTS places (
    key     TEXT PRIMARY KEY,
    details BLOB NOT NULL
);

CREATE TABLE IF NOT EXISTS members (
    place    TEXT NOT NULL REFERENCES places (key),
    person   TEXT NOT NULL,
    since    INTEGER NOT NULL,  -- revision
    left_at  INTEGER,           -- position of the last message that they may read
    PRIMARY KEY (place, person)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS posts (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    key        TEXT NOT NULL UNIQUE,
    place      TEXT NOT NULL REFERENCES places (key),
    origin     TEXT NOT NULL,
    is_message INTEGER NOT NULL,
    revision   INTEGER NOT NULL,
    content    BLOB              -- NULL: taken down
);
CREATE INDEX IF NOT EXISTS posts_by_place ON posts (place, revision);
CREATE INDEX IF NOT EXISTS posts_by_origin ON posts (origin);

-- Apart from the posts: a mark may come before the message that it marks.
CREATE TABLE IF NOT EXISTS marks (
    origin TEXT PRIMARY KEY,
    mark   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS pictures (
    id         TEXT PRIMARY KEY,
    post       TEXT NOT NULL DEFAULT '',  -- '': chosen, not sent yet
    media_type TEXT NOT NULL,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    content    BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS pictures_by_post ON pictures (post);

CREATE TABLE IF NOT EXISTS languages (
    person   TEXT PRIMARY KEY,
    language TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS steps (name TEXT PRIMARY KEY) WITHOUT ROWID;
