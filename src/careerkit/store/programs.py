"""Programs of study by CIP code: their titles, occupations, fields and schools."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from careerkit.model.study_levels import AWARD_CLASSES
from careerkit.model.types import CIP_LENGTH
from careerkit.store.read import Store

_OFFERS = "SELECT state, body FROM offer WHERE cip = ?"

Offering = tuple[int, int]
"""How many schools offer something, and how many awards they gave in the year."""


class Cip(NamedTuple):
    """A code of CIP, the federal list of programs; ``now`` is what a former one became."""

    code: str
    title: str
    now: str | None


class ProgramCounts(NamedTuple):
    """How many schools offer a program: in all, by AWLEVEL, by level of award, by state.

    ``unitids`` lists the schools by level.
    """

    cip: str
    schools: int
    classes: Mapping[int, Offering]
    levels: Mapping[str, Offering]
    states: Mapping[str, int]
    unitids: Mapping[str, Sequence[int]]


class Offer(NamedTuple):
    """A school's award in a program; the program is offered even where ``awards`` is 0."""

    cip: str
    state: str
    unitid: int
    awlevel: int
    level: str
    awards: int


class Asked(NamedTuple):
    """Study that a rule asks for: the level and who must accredit or approve it, if given."""

    credential: str
    accreditor: str | None
    level: str | None


def vintage(store: Store, part: str) -> str | None:
    """Return the source of a part of a store (a table's name), None where it has none."""
    rows = store.query("SELECT source FROM vintage WHERE part = ?", (part,))
    return rows[0][0] if rows else None


def cip(store: Store, code: str) -> Cip | None:
    """Return a code of 2, 4 or 6 digits, None where there is none."""
    rows = store.rows("SELECT body FROM cip WHERE code = ?", (code,))
    return next((Cip(code, title, now) for ((title, now),) in rows), None)


def cips_below(store: Store, code: str) -> list[Cip]:
    """Return the valid six-digit codes that begin with ``code``, in order."""
    query = "SELECT code, body FROM cip WHERE code >= ? AND code < ? ORDER BY code"
    rows = store.rows(query, (code, f"{code}~"))
    codes = (Cip(below, title, now) for below, (title, now) in rows)
    return [cip for cip in codes if cip.now is None and len(cip.code) == CIP_LENGTH]


def socs_of_cip(store: Store, code: str) -> list[str]:
    """Return the SOC codes of the occupations that the crosswalk pairs with a program, in order."""
    query = "SELECT soc FROM cip_soc WHERE cip = ? ORDER BY soc"
    return [soc for (soc,) in store.query(query, (code,))]


def fields_of_cip(store: Store, code: str) -> list[str]:
    """Return the fields of rules in which a program counts as study."""
    query = "SELECT field FROM cip_field WHERE cip = ? ORDER BY field"
    return [field for (field,) in store.query(query, (code,))]


def asked_of(store: Store, field: str) -> list[Asked]:
    """Return the credentials whose rules ask for study in a field."""
    query = "SELECT credential, accreditor, level FROM asked_study WHERE field = ?"
    return [
        Asked(credential, accreditor or None, level or None)
        for credential, accreditor, level in store.query(query, (field,))
    ]


def counts(store: Store, cip: str) -> ProgramCounts | None:
    """Return how many schools offer a program, None where none reported it."""
    rows = store.rows("SELECT body FROM offered WHERE cip = ?", (cip,))
    for ((classes, levels, states),) in rows:
        by_class = {int(code): (schools, awards) for code, (schools, awards) in classes.items()}
        by_level = {level: (len(schools), awards) for level, (awards, schools) in levels.items()}
        unitids = {level: schools for level, (_, schools) in levels.items()}
        return ProgramCounts(cip, sum(states.values()), by_class, by_level, states, unitids)
    return None


def offers(store: Store, codes: Iterable[str], state: str | None = None) -> list[Offer]:
    """Return who offers programs, in a state (postal code) or anywhere: by code, state, school."""
    query, more = (_OFFERS, ()) if state is None else (f"{_OFFERS} AND state = ?", (state,))
    return [
        Offer(code, place, unitid, awlevel, AWARD_CLASSES[awlevel].level, awards)
        for code in codes
        for place, listed in store.rows(f"{query} ORDER BY state", (code, *more))
        for unitid, awlevel, awards in listed
    ]
