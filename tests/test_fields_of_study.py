"""The records of levels and fields of study: complete, of valid codes, at one with the programs.

The official codes lie in ``../shared/data`` where the project is developed.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.program import Program
from careerkit.model.study import FieldOfStudy, LevelOfStudy
from careerkit.model.vocabulary import AWARD_LEVELS, FIELDS

OFFICIAL = Path(__file__).resolve().parent.parent.parent / "shared/data/cip-2020/CIPCode2020.csv"
IN_TWO_FIELDS = {
    "51.0000": "health science is the general code, and the one for health care at large too",
    "51.0904": "CIP has one code for EMT courses and paramedic programs",
    "51.3902": "CIP has one code for nurse aides and patient care assistants",
}
WITHOUT_CODE = {"allied_health_patient_care", "ehr"}


@pytest.fixture(scope="module")
def fields(catalog):
    """Return every field of study by its word."""
    return {field.id: field for field in catalog.all(FieldOfStudy)}


@pytest.fixture(scope="module")
def levels(catalog):
    """Return every level of study by its word."""
    return {level.id: level for level in catalog.all(LevelOfStudy)}


@pytest.fixture(scope="module")
def titles():
    """Return the official title of every valid six-digit code."""
    if not OFFICIAL.is_file():
        pytest.skip("the official file ../shared/data/cip-2020/CIPCode2020.csv is not here")
    with OFFICIAL.open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    valid = (row for row in rows if row["Action"] not in ("Moved from", "Deleted"))
    return {row["CIPCode"].strip('="'): row["CIPTitle"] for row in valid}


def test_every_field_of_the_rules_is_on_record(fields):
    """Each word for a field has a record; "other" and "related" are no fields to study."""
    assert fields.keys() == FIELDS.keys() - {"other", "related"}


def test_a_field_names_a_program_or_says_why_not(fields):
    """Only a field for which CIP has no code is without one, and a note says so."""
    empty = {name for name, field in fields.items() if not field.cips}
    assert empty == WITHOUT_CODE
    assert all(fields[name].note for name in empty)


def test_codes_of_fields_are_valid(fields, titles):
    """Each code is a six-digit code that CIP 2020 has and has not moved or deleted."""
    codes = {code for field in fields.values() for code in field.cips}
    assert codes <= titles.keys()
    assert not [code for code in codes if titles[code].startswith("Reserved")]


def test_a_code_stands_under_one_field(fields):
    """A program counts in one field, but for the few codes that hold two."""
    counts = Counter(code for field in fields.values() for code in field.cips)
    assert {code for code, count in counts.items() if count > 1} == IN_TWO_FIELDS.keys()


def test_what_is_our_judgement_is_explained(fields):
    """A list that is not the same thing by its titles has a note."""
    unexplained = {n for n, field in fields.items() if field.confidence != "confirmed"}
    assert [name for name in unexplained if not fields[name].note] == []


def test_programs_are_of_the_field_that_lists_their_code(catalog, fields):
    """A program's own field and the list of codes of that field say the same."""
    programs = list(catalog.all(Program))
    assert programs
    for program in programs:
        if program.field != "other":
            assert program.cip in fields[program.field].cips, program.id
        else:
            assert all(program.cip not in field.cips for field in fields.values()), program.id


def test_every_award_level_is_on_record(levels):
    """Each level at which programs give an award has a record."""
    assert levels.keys() == AWARD_LEVELS.keys()


def test_a_level_asks_for_a_lower_one(levels):
    """What study asks on entry is below what it leads to."""
    for name, level in levels.items():
        assert LEVEL_ORDER[level.requires] < LEVEL_ORDER[name], name


def test_programs_ask_for_no_less_and_take_no_less_than_their_level(catalog, levels):
    """What a program says of itself is at least what is usual at its level."""
    for program in catalog.all(Program):
        for entry in program.entry:
            for name in entry.levels:
                usual = levels[name].requires
                assert LEVEL_ORDER[entry.requires] >= LEVEL_ORDER[usual], program.id
        for award in program.awards:
            if award.months:
                assert award.months >= levels[award.level].months, program.id
