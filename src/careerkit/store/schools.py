"""Schools of the directory, what they cost, and what their graduates earn."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from careerkit.model.school import School
from careerkit.model.types import CIP_GROUP_LENGTH
from careerkit.store.read import Store

_SCHOOLS = "SELECT body FROM school"
_LISTED = "unitid IN (SELECT value FROM json_each(?))"


class Graduates(NamedTuple):
    """Median earnings one and four years after completion, and median debt, in US dollars."""

    earnings_1yr: int | None
    earnings_4yr: int | None
    debt: int | None


class Spread(NamedTuple):
    """The number of schools with a known median, and the quartiles of those in US dollars."""

    schools: int
    low: int | None
    middle: int | None
    high: int | None


class Earned(NamedTuple):
    """What graduates of a group of programs earn ``years`` after completion, and what they owe."""

    years: int
    earnings: Spread
    debt: Spread


def schools(store: Store, unitids: Iterable[int]) -> dict[int, School]:
    """Return schools by their IPEDS number; one that is not in the directory is left out."""
    rows = store.rows(f"{_SCHOOLS} WHERE {_LISTED}", (json.dumps([*unitids]),))
    return {school.unitid: school for school in map(_school, rows)}


def schools_of(store: Store, state: str | None = None) -> list[School]:
    """Return the schools of a state (postal code), or all, by their number."""
    if state is None:
        return [*map(_school, store.rows(f"{_SCHOOLS} ORDER BY unitid"))]
    query = f"{_SCHOOLS} WHERE state = ? ORDER BY unitid"
    return [*map(_school, store.rows(query, (state,)))]


def net_prices(store: Store, unitids: Iterable[int]) -> dict[int, int]:
    """Return what a year at schools costs on average after grants, in US dollars, where known."""
    query = f"SELECT unitid, body FROM price WHERE {_LISTED}"  # noqa: S608 - of ours
    return dict(store.rows(query, (json.dumps([*unitids]),)))


def awards_year(store: Store) -> str | None:
    """Return the year of the awards (``2023-24``), None where no school is on record."""
    row = next(store.rows(f"{_SCHOOLS} LIMIT 1"), None)
    return _school(row).awards_year if row else None


def graduates(store: Store, codes: Iterable[str]) -> dict[tuple[int, str, str], Graduates]:
    """Return figures by school, four-digit CIP code (``51.07``) and level of award.

    A figure covers all programs of the group together.
    """
    return {
        (unitid, group, level): Graduates(*figures)
        for group, body in _of_groups(store, "graduates", codes)
        for unitid, level, *figures in body
    }


def earned(store: Store, codes: Iterable[str]) -> dict[tuple[str, str], Earned]:
    """Return what graduates of all schools earn and owe, by four-digit CIP code and award level."""
    return {
        (group, level): Earned(years, Spread(*earnings), Spread(*debt))
        for group, body in _of_groups(store, "earned", codes)
        for level, (years, earnings, debt) in body.items()
    }


def _of_groups(store: Store, table: str, codes: Iterable[str]) -> Iterator[tuple[str, Any]]:
    query = f"SELECT body FROM {table} WHERE cip = ?"  # noqa: S608 - a name of ours
    for group in dict.fromkeys(code[:CIP_GROUP_LENGTH] for code in codes):
        yield from ((group, body) for (body,) in store.rows(query, (group,)))


def _school(row: tuple[Any, ...]) -> School:
    return School._make(row[0])
