"""The tables of a store.

Records are JSON by kind and id; ``career_row`` repeats what lists filter and sort by; ``name``
holds every name a record can be asked for, with one index for words and one for typos; ``weight``
orders what fits equally well (for careers, the openings a year).

The bulk tables are not a record's own, and stay when a pack replaces it: ``title`` holds the other
titles of an occupation by SOC code, ``area`` and ``wage`` what it pays there. ``career_soc`` joins
them to the careers: by the career's code and by those that BLS counts under it. ``word`` holds
every word of a career's names, to correct misspelled ones.

``cip`` holds the codes of programs, ``cip_soc`` their pairs with occupations. ``offer`` holds who
offers a program in a state, ``offered`` how many do in all; ``school`` is the directory, ``price``
what its schools cost, ``graduates`` what graduates of a group of programs earn and owe, school by
school, and ``earned`` what they do in all. ``vintage`` says which source each of these parts is
from. ``career_program`` holds the programs that lead to a career. ``cip_field`` and ``asked_study``
join programs to the credentials whose rules ask for study in their field: at which level, and who
must have accredited or approved it, if anyone. ``credential_effort`` holds what a credential takes
a beginner, from which day on.

``meta`` holds the format, the fingerprint of what the store was made of, and how many records it
has of each kind: a scan that finds fewer has met damage.
"""

FORMAT = 10
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
    weight INTEGER NOT NULL,
    body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE career_soc (
    soc TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (soc, id)
) WITHOUT ROWID;
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
CREATE TABLE title (
    rowid INTEGER PRIMARY KEY,
    soc TEXT NOT NULL,
    norm TEXT NOT NULL,
    text TEXT NOT NULL,
    role TEXT NOT NULL,
    source TEXT NOT NULL
);
CREATE INDEX title_by_norm ON title (norm);
CREATE VIRTUAL TABLE title_words USING fts5 (
    norm, content = 'title', content_rowid = 'rowid', prefix = '2 3', detail = none
);
CREATE TABLE word (rowid INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE VIRTUAL TABLE word_letters USING fts5 (
    word, content = 'word', content_rowid = 'rowid', tokenize = 'trigram'
);
CREATE TABLE area (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    area_type TEXT NOT NULL,
    state TEXT NOT NULL,
    period TEXT NOT NULL,
    source TEXT NOT NULL
);
CREATE TABLE wage (
    area INTEGER NOT NULL,
    soc TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (area, soc)
) WITHOUT ROWID;
CREATE TABLE vintage (part TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cip (code TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cip_soc (
    soc TEXT NOT NULL,
    cip TEXT NOT NULL,
    PRIMARY KEY (soc, cip)
) WITHOUT ROWID;
CREATE INDEX cip_soc_by_cip ON cip_soc (cip, soc);
CREATE TABLE offer (
    cip TEXT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (cip, state)
) WITHOUT ROWID;
CREATE TABLE offered (cip TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE school (
    unitid INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX school_by_state ON school (state);
CREATE TABLE price (unitid INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE graduates (cip TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE earned (cip TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE career_program (
    career TEXT NOT NULL,
    place INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (career, place)
) WITHOUT ROWID;
CREATE TABLE credential_effort (credential TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cip_field (
    cip TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (cip, field)
) WITHOUT ROWID;
CREATE TABLE asked_study (
    field TEXT NOT NULL,
    credential TEXT NOT NULL,
    accreditor TEXT NOT NULL,
    level TEXT NOT NULL,
    PRIMARY KEY (field, credential, accreditor, level)
) WITHOUT ROWID;
"""

COUNT = "SELECT value FROM meta WHERE key = 'records of ' || ?"
"""How many records of a kind were written, as text."""

REINDEX = """
INSERT INTO name_words (name_words) VALUES ('rebuild');
INSERT INTO name_letters (name_letters) VALUES ('rebuild');
INSERT INTO title_words (title_words) VALUES ('rebuild');
INSERT INTO word_letters (word_letters) VALUES ('rebuild');
"""
