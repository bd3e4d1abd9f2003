"""Institutions of IPEDS as the table of schools has them."""

import re
from typing import Final

from careerkit.csvdata.reading import TableReader
from careerkit.dates import is_date
from careerkit.importers.bulk import whole_rows
from careerkit.importers.ipeds_files import Survey
from careerkit.importers.tables import Row, once
from careerkit.model.school import School

UNITID: Final = "UNITID"
_UNDERGRADUATE, _GRADUATE, _ALL = "DSTNUGP", "DSTNGP", "DISTNCED"
_NAMES: Final = ("INSTNM", "CITY", "STABBR", "COUNTYNM")
_DEGREES: Final = ("LATITUDE", "LONGITUD")
_CLOSED: Final = ("CLOSEDAT", "DEATHYR")
_PLACES: Final = (
    *(UNITID, *_NAMES, "ZIP", "CONTROL", *_DEGREES, "WEBADDR"),
    *(UNITID, UNITID, UNITID, "CLOSEDAT"),
)
"""The published column of each column of the table, for what is wrong there."""
_CONTROLS: Final = {"1": "public", "2": "private_nonprofit", "3": "private_for_profit", "-3": ""}
_NOT_APPLICABLE: Final = "-2"
_UNKNOWN: Final = ("-1", _NOT_APPLICABLE)
_ZIP: Final = r"\d{5}(-?\d{4})?"
_DATE: Final = re.compile(r"(?:(\d\d?)/)?(?:(\d\d?)/)?(\d{4})", re.ASCII)


def schools(survey: Survey) -> dict[int, School]:
    """Return the institutions of a survey by number; raise where a row is not what it should be.

    A campus whose awards another institution reports (such as WSU's Global Campus) is not active in
    the survey, and not closed either.
    """
    institutions: dict[int, School] = {}
    offers = _offers(survey)
    school_row = TableReader(School).row
    columns = dict.fromkeys((*_PLACES, *_CLOSED))
    for row in once(whole_rows(survey.directory, columns), UNITID):
        offer = offers.pop(row.text(UNITID), None)
        cells = [
            row.text(UNITID),
            *(row.maybe(column) for column in _NAMES),
            row.code("ZIP", _ZIP, "no ZIP code")[:5],
            row.word("CONTROL", _CONTROLS),
            *(row.maybe(column) for column in _DEGREES),
            _address(row),
            *(_distance(offer, column) for column in (_UNDERGRADUATE, _GRADUATE)),
            survey.awards_year,
            _closed(row),
        ]
        school = row.sound(school_row(cells), _PLACES)
        institutions[school.unitid] = school
    for number, row in offers.items():
        raise row.wrong(UNITID, f"holds '{number}', which is not in {survey.directory}")
    return institutions


def _offers(survey: Survey) -> dict[str, Row]:
    columns = (UNITID, _UNDERGRADUATE, _GRADUATE, _ALL)
    return {row.text(UNITID): row for row in once(whole_rows(survey.offers, columns), UNITID)}


def _distance(row: Row | None, column: str) -> str:
    if row is None:
        return ""
    everything = row.word(_ALL, {"1": "all", "2": "", **dict.fromkeys(_UNKNOWN, "")})
    part = row.word(column, {"1": "some", "0": "none", **dict.fromkeys(_UNKNOWN, "")})
    return everything if everything and row.text(column) != _NOT_APPLICABLE else part


def _address(row: Row) -> str:
    text = row.maybe("WEBADDR")
    return f"https://{text}" if text and "://" not in text else text


def _closed(row: Row) -> str:
    """Return when an institution closed: a day, or only a month or year, as in the file."""
    for column in _CLOSED:
        text = row.text(column)
        if text == _NOT_APPLICABLE:
            continue
        if match := _DATE.fullmatch(text):
            month, day, year = match.groups()
            date = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
            if is_date(date):
                return date
        raise row.wrong(column, f"holds '{text}', which is no date like 5/31/2024")
    return ""
