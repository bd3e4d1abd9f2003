"""The columns of a caseload: the facts of the registry, under the names of their flags."""

from collections.abc import Iterable, Sequence

from careerkit.errors import bad_data
from careerkit.facts.registry import FACTS, OTHER_FACTS, STUDY_FACTS, Fact
from careerkit.suggest import did_you_mean
from careerkit.words import counted, join, shortened

CLIENT = "client"
"""The column that names the client; without it the line number does."""
STUDY = "study"
"""The column of further programs."""
IGNORED = "x_"
"""Columns whose name begins so are the user's own and are not read."""
SEPARATOR = ";"
"""Stands between the entries of a cell that holds several."""


def column_names() -> list[str]:
    """Return all column names, in the order of the registry."""
    of_study = len(STUDY_FACTS)
    names = [fact.name for fact in FACTS]
    return [CLIENT, *names[:of_study], STUDY, *names[of_study:]]


def columns(header: Sequence[str], shown: str) -> dict[int, str]:
    """Return the column names by their place in a header, without the user's own columns.

    A profile's key names its column too. Raises bad data for unknown and repeated names.
    """
    keys = {fact.key: fact.name for fact in FACTS if fact.section != OTHER_FACTS.section}
    known = {name: name for name in column_names()} | {OTHER_FACTS.key: OTHER_FACTS.name} | keys
    names: dict[int, str] = {}
    problems = []
    for place, title in enumerate(header):
        word = title.strip().lower().replace("-", "_").replace(" ", "_")
        if word.startswith(IGNORED):
            continue
        if word not in known:
            problems.append(f"column {place + 1}: {_unknown(title, known)}")
        elif known[word] in names.values():
            problems.append(f"column {place + 1}: '{title.strip()}' is there twice")
        else:
            names[place] = known[word]
    if problems:
        raise bad_data(f"{counted(len(problems), 'problem')} in the header of {shown}", problems)
    if not set(names.values()) - {CLIENT}:
        raise bad_data(f"{shown}: no column tells a fact; there are {join(column_names())}")
    return names


def _unknown(title: str, known: Iterable[str]) -> str:
    hint = did_you_mean(title.strip().lower(), known)
    problem = f"there is no '{shortened(title.strip())}'" if title.strip() else "it has no name"
    return f"{problem}{hint or '; the name of a column of your own begins with x_'}"


def facts_of(names: Iterable[str]) -> dict[str, Fact]:
    """Return the facts of columns, by column name."""
    by_name = {fact.name: fact for fact in FACTS}
    return {name: by_name[name] for name in names if name in by_name}
