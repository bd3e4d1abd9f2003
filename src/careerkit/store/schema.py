"""The tables of a store.

Records are JSON by kind and id. ``career_row`` repeats what lists filter and sort by. ``name`` has
every name that finds a record, with one index for words and one for typos; its ``weight`` orders
equally good matches (for careers, by openings a year).

Rows of bulk tables belong to codes, so they stay when a pack replaces a record: ``title`` has the
other titles of an occupation by SOC code, ``area`` and ``wage`` what it pays. ``career_soc`` joins
them to careers, by the career's code and those that BLS counts under it. ``word`` has every word
of the careers' names, to correct misspelled ones.

``cip`` has the codes of programs, ``cip_soc`` the occupations they are paired with. ``offer`` has
the schools that offer a program by state, ``offered`` their numbers. ``school`` is the directory,
``price`` what schools cost, ``graduates`` what graduates of a group of programs earn and owe by
school, ``earned`` the same over all schools. ``vintage`` names the source of each of these parts.
``career_program`` has the programs that lead to a career. ``cip_field`` and ``asked_study`` join
programs to the credentials whose rules ask for study in their field: the level, and who must have
accredited or approved it. ``credential_effort`` has a beginner's effort, by the day it holds from.

``meta`` has the format, the fingerprint of the sources and the number of records of each kind: a
scan that finds fewer has met damage.
"""

FORMAT = 10
"""Increased with every change here: a store of another format is compiled again."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE record (
    kind TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE career_row (
    id TEXT PRIMARY KEY, soc TEXT NOT NULL, weight INTEGER NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE career_soc (soc TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (soc, id)) WITHOUT ROWID;
CREATE TABLE name (
    rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, norm TEXT NOT NULL, text TEXT NOT NULL,
    role TEXT NOT NULL, id TEXT NOT NULL, weight INTEGER NOT NULL
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
    rowid INTEGER PRIMARY KEY, soc TEXT NOT NULL, norm TEXT NOT NULL, text TEXT NOT NULL,
    role TEXT NOT NULL, source TEXT NOT NULL
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
    id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, area_type TEXT NOT NULL,
    state TEXT NOT NULL, period TEXT NOT NULL, source TEXT NOT NULL
);
CREATE TABLE wage (
    area INTEGER NOT NULL, soc TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (area, soc)
) WITHOUT ROWID;
CREATE TABLE vintage (part TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cip (code TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cip_soc (soc TEXT NOT NULL, cip TEXT NOT NULL, PRIMARY KEY (soc, cip)) WITHOUT ROWID;
CREATE INDEX cip_soc_by_cip ON cip_soc (cip, soc);
CREATE TABLE offer (
    cip TEXT NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (cip, state)
) WITHOUT ROWID;
CREATE TABLE offered (cip TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE school (unitid INTEGER PRIMARY KEY, state TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX school_by_state ON school (state);
CREATE TABLE price (unitid INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE graduates (cip TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE earned (cip TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE career_program (
    career TEXT NOT NULL, place INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (career, place)
) WITHOUT ROWID;
CREATE TABLE credential_effort (credential TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cip_field (
    cip TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY (cip, field)
) WITHOUT ROWID;
CREATE TABLE asked_study (
    field TEXT NOT NULL, credential TEXT NOT NULL, accreditor TEXT NOT NULL, level TEXT NOT NULL,
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
