"""Schools of the directory, what they cost, and what their graduates earn."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from careerkit.model.types import CIP_GROUP_LENGTH
from careerkit.store.read import Store

_SCHOOL = """
SELECT intact(school.unitid, school.body, school.sum),
       CASE WHEN price.body IS NOT NULL THEN intact(price.unitid, price.body, price.sum) END
FROM school LEFT JOIN price ON price.unitid = school.unitid
"""
_LISTED = f"{_SCHOOL} WHERE school.unitid IN (SELECT value FROM json_each(?))"  # noqa: S608 - of ours


class School(NamedTuple):
    """A school: ``closed`` is the day, month or year it closed.

    ``control`` is public, private_nonprofit or private_for_profit; ``distance_*`` says whether all,
    some or none of its programs below and above the bachelor's degree can be had at a distance;
    ``year`` is that of its awards; ``net_price`` the average in US dollars a year.
    """

    unitid: int
    name: str
    city: str
    state: str
    county: str
    zip: str
    control: str | None
    latitude: float | None
    longitude: float | None
    url: str | None
    distance_undergraduate: str | None
    distance_graduate: str | None
    year: str
    closed: str | None
    net_price: int | None


class Graduates(NamedTuple):
    """Median earnings one and four years after completion, and median debt, in US dollars."""

    earnings_1yr: int | None
    earnings_4yr: int | None
    debt: int | None


class Spread(NamedTuple):
    """Of how many schools medians are known, and the quartiles of them in US dollars."""

    schools: int
    low: int | None
    middle: int | None
    high: int | None


class Earned(NamedTuple):
    """What graduates of a group of programs earn so many ``years`` after completion, and owe."""

    years: int
    earnings: Spread
    debt: Spread


def schools(store: Store, unitids: Iterable[int]) -> dict[int, School]:
    """Return schools by their IPEDS number; one that is not in the directory is left out."""
    wanted = json.dumps([*unitids])
    return {each.unitid: each for each in map(_school, store.query(_LISTED, (wanted,)))}


def schools_of(store: Store, state: str | None = None) -> list[School]:
    """Return the schools of a state (postal code), or all, by their number."""
    if state is None:
        return [*map(_school, store.query(f"{_SCHOOL} ORDER BY school.unitid"))]
    query = f"{_SCHOOL} WHERE school.state = ? ORDER BY school.unitid"
    return [*map(_school, store.query(query, (state,)))]


def awards_year(store: Store) -> str | None:
    """Return the year of the awards (``2023-24``), None where no school is on record."""
    found = store.query(f"{_SCHOOL} LIMIT 1")
    return _school(found[0]).year if found else None


def graduates(store: Store, codes: Iterable[str]) -> dict[tuple[int, str, str], Graduates]:
    """Return figures by school, four-digit CIP code (``51.07``) and level of award.

    A figure is one of all programs of the group together.
    """
    found: dict[tuple[int, str, str], Graduates] = {}
    for group in dict.fromkeys(code[:CIP_GROUP_LENGTH] for code in codes):
        query = "SELECT intact(?, body, sum) FROM graduates WHERE cip = ?"
        for (body,) in store.query(query, (group, group)):
            for unitid, level, *figures in json.loads(body):
                found[unitid, group, level] = Graduates(*figures)
    return found


def earned(store: Store, codes: Iterable[str]) -> dict[tuple[str, str], Earned]:
    """Return what graduates earn and owe in all, by four-digit CIP code and level of award."""
    found: dict[tuple[str, str], Earned] = {}
    for group in dict.fromkeys(code[:CIP_GROUP_LENGTH] for code in codes):
        query = "SELECT intact(?, body, sum) FROM earned WHERE cip = ?"
        for (body,) in store.query(query, (group, group)):
            for level, (years, earnings, debt) in json.loads(body).items():
                found[group, level] = Earned(years, Spread(*earnings), Spread(*debt))
    return found


def _school(row: tuple[Any, ...]) -> School:
    body, price = row
    return School._make([*json.loads(body), None if price is None else json.loads(price)])
