"""Find careers by the titles of the bulk tables: by exact form or by words."""

from collections.abc import Iterable, Mapping, Sequence

from careerkit.errors import CareerkitError
from careerkit.store.read import Named, Store

_JOINED = """
SELECT title.text, title.norm, title.role, career_soc.id, career_row.weight, title.source
FROM title
JOIN career_soc ON career_soc.soc = title.soc
JOIN career_row ON career_row.id = career_soc.id
"""
# The best title of each occupation: one that begins with the text (as whole words, then as part of
# one), then one with whole words, then by role, then the shorter. The join is slow, so it is last.
_BEST = """
SELECT best.text, best.norm, best.role, career_soc.id, career_row.weight, best.source
FROM (
    SELECT
        soc, text, norm, role, source,
        min(
            CASE
                WHEN substr(norm || ' ', 1, length(:norm) + 1) = :norm || ' ' THEN 0
                WHEN substr(norm, 1, length(:norm)) = :norm THEN 1
                WHEN {whole} THEN 2
                ELSE 3
            END * 100000 + (role = 'alternate') * 10000 + length(norm)
        )
    FROM title
    WHERE rowid IN (SELECT rowid FROM title_words WHERE title_words MATCH :words)
    GROUP BY soc
) AS best
JOIN career_soc ON career_soc.soc = best.soc
JOIN career_row ON career_row.id = career_soc.id
"""
_WHOLE = "instr(' ' || norm || ' ', ' ' || :word{n} || ' ')"
_OWN = """
SELECT text, norm, role, id, weight FROM name
WHERE kind = ? AND rowid IN (SELECT rowid FROM name_words WHERE name_words MATCH ?) ORDER BY rowid
"""

_MOST_WORDS = 40


def titles_equal(store: Store, norm: str) -> list[Named]:
    """Return the titles whose normal form is ``norm``, those of larger careers first."""
    query = f"{_JOINED} WHERE title.norm = ? ORDER BY career_row.weight DESC, career_soc.id"
    return [Named(*row) for row in store.query(query, (norm,))]


def titles_with_words(store: Store, norm: str) -> list[Named]:
    """Return the best title of each occupation that has titles with all words of ``norm``.

    A word also matches words that begin with it, unless it is a single letter, with which a word of
    half of all titles begins. More words than any title has match nothing.
    """
    words = [*dict.fromkeys(norm.split())]
    if len(words) > _MOST_WORDS:
        return []
    whole = " AND ".join(_WHOLE.format(n=n) for n in range(len(words)))
    values = {f"word{n}": word for n, word in enumerate(words)}
    values |= {"norm": norm, "words": _matching(words, prefixes_from=2)}
    return _named(store, _BEST.format(whole=whole), values) if words else []


def names_with_words(store: Store, kind: str, norm: str) -> list[Named]:
    """Return the records' own names of a kind with words that begin with all words of ``norm``."""
    words = norm.split()
    return _named(store, _OWN, (kind, _matching(words))) if words else []


def _named(store: Store, query: str, values: Sequence[str] | Mapping[str, str]) -> list[Named]:
    """Return names; none where a word has only characters that are no letters to SQLite."""
    try:
        return [Named(*row) for row in store.query(query, values)]
    except CareerkitError as error:
        if "phrase queries" not in str(error.__cause__):
            raise
        return []


def residual_careers(store: Store) -> set[str]:
    """Return the ids of the "all other" careers of their families: their SOC codes end with 9."""
    return {career for (career,) in store.query("SELECT id FROM career_row WHERE soc LIKE '%9'")}


def _matching(words: Iterable[str], prefixes_from: int = 1) -> str:
    terms = (f'"{word}"{"*" if len(word) >= prefixes_from else ""}' for word in words)
    return " AND ".join(dict.fromkeys(terms))
