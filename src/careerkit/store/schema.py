"""The tables of a store.

Records are JSON by kind and id; ``career_row`` repeats what lists filter and sort by; ``name``
holds every name a record can be asked for, with one index for words and one for typos; ``weight``
orders names that fit equally well (for careers, the openings a year).
"""

FORMAT = 2
"""Raised with every change here: a store of another format is compiled anew."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE record (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE career_row (
    id TEXT PRIMARY KEY,
    soc TEXT NOT NULL,
    body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX career_by_soc ON career_row (soc);
CREATE TABLE name (
    rowid INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    norm TEXT NOT NULL,
    text TEXT NOT NULL,
    role TEXT NOT NULL,
    id TEXT NOT NULL,
    weight INTEGER NOT NULL
);
CREATE INDEX name_by_norm ON name (kind, norm);
CREATE INDEX name_by_record ON name (kind, id);
CREATE VIRTUAL TABLE name_words USING fts5 (
    norm, content = 'name', content_rowid = 'rowid', prefix = '2 3'
);
CREATE VIRTUAL TABLE name_letters USING fts5 (
    norm, content = 'name', content_rowid = 'rowid', tokenize = 'trigram'
);
"""

REINDEX = """
INSERT INTO name_words (name_words) VALUES ('rebuild');
INSERT INTO name_letters (name_letters) VALUES ('rebuild');
"""
