"""Data folders for tests: written from a dictionary of files, compiled, checked."""

import sqlite3

from careerkit.store.compile import compile_store
from careerkit.store.read import Store

SOURCE = "title: A page\npublisher: Somebody\nkind: third-party\nretrieved: 2026-11-22\n"


def write(folder, files):
    """Write files, by their path below a data folder; return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def compiled(*folders, base=None):
    """Compile data folders to a store beside the last of them, and open it."""
    path = folders[-1].with_suffix(".sqlite")
    compile_store(folders, path, base=base)
    return Store(path)


def alter(path, statement):
    """Change a store behind careerkit's back."""
    connection = sqlite3.connect(path)
    connection.executescript(statement)
    connection.close()


def check_database(path):
    """Claim: SQLite finds no fault in a store, nor in its indexes of words and letters."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for index in ("name_words", "name_letters", "title_words", "word_letters"):
        check = f"INSERT INTO {index} ({index}) VALUES ('integrity-check')"  # noqa: S608 - our own
        connection.execute(check)
    connection.close()
