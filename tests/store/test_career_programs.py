"""Which programs lead to which careers, from the tables that a store has."""

import json
import sqlite3

import pytest

from careerkit.store.career_programs import career_programs, put_career_programs
from careerkit.store.read import Store
from careerkit.store.schema import TABLES

COOKING, SERVICE, HIDDEN = "12.0503", "52.0905", "12.0509"
CAREERS = {
    "cook": ("35-2014", ["35-2014", "25-1192"], []),
    "cooking-professor": ("25-1192", ["25-1192"], []),
    "baker": ("51-3011", ["51-3011"], ["baking"]),
    "chef": ("35-1011", ["35-1011"], []),
}
PAIRS = [
    (COOKING, "35-2014"),
    (SERVICE, "25-1192"),
    (COOKING, "25-1192"),
    (HIDDEN, "35-2014"),
    (COOKING, "35-1011"),
]


def put(connection, kind, record_id, **body):
    """Write a record."""
    text = json.dumps({"id": record_id, **body})
    row = (kind, record_id, record_id, text)
    connection.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)", row)


@pytest.fixture
def connection():
    """Make a store with four careers and three programs, of which one nobody offers."""
    made = sqlite3.connect(":memory:")
    made.executescript(TABLES)
    for career, (soc, socs, programs) in CAREERS.items():
        put(made, "career", career, soc=soc, programs=programs)
        made.executemany("INSERT INTO career_soc VALUES (?, ?)", [(code, career) for code in socs])
    put(made, "program", "baking", cip=COOKING, leads_to={"careers": ["baker"]})
    made.executemany("INSERT INTO cip_soc (cip, soc) VALUES (?, ?)", PAIRS)
    for code in (COOKING, SERVICE, HIDDEN):
        made.execute("INSERT INTO cip VALUES (?, ?)", (code, json.dumps([f"On {code}", None])))
    for code, levels in (
        (COOKING, {"certificate": [5, [1]], "associate": [0, [1, 2]], "master": [0, [1, 2, 3]]}),
        (SERVICE, {"associate": [90, [1, 2]]}),
    ):
        body = json.dumps([{}, levels, {}])
        made.execute("INSERT INTO offered VALUES (?, ?)", (code, body))
    return made


def found(connection, career):
    """Return the codes that lead to a career."""
    put_career_programs(connection)
    return [program.cip for program in career_programs(Store(connection), career)]


def test_what_schools_award_most_comes_first(connection):
    """Programs come by their awards, what nobody offers last."""
    assert found(connection, "cooking-professor") == [SERVICE, COOKING]
    assert found(connection, "cook") == [COOKING, HIDDEN]
    assert found(connection, "none") == []


def test_what_leads_only_to_teaching_is_left_out(connection):
    """A career counted with college teachers has not the programs that those teach."""
    assert SERVICE not in found(connection, "cook")


def test_a_program_has_a_title_and_the_levels_that_are_sure(connection):
    """A level that one or two schools report without an award may be a slip, and is left out."""
    put_career_programs(connection)
    first, last = career_programs(Store(connection), "cook")
    assert first == (COOKING, f"On {COOKING}", ("certificate", "master"))
    assert last.levels == ()


def test_a_record_of_ours_leads_too(connection):
    """A program that names the career leads there, if the career names it in turn."""
    assert found(connection, "baker") == [COOKING]
    put(connection, "program", "baking", cip=COOKING, leads_to={"careers": ["cook"]})
    assert found(connection, "baker") == []


def test_what_takes_only_people_of_the_career_does_not_lead_into_it(connection):
    """Programs for chefs are no way to become one, and lead on for others."""
    put(connection, "advanced", "chefs", careers=["chef"], cips=[COOKING])
    assert found(connection, "chef") == []
    assert found(connection, "cook") == [COOKING, HIDDEN]


def test_a_code_without_a_title_stands_by_itself(connection):
    """A pair whose program is in no table of codes keeps its code for a title."""
    connection.execute("INSERT INTO cip_soc (cip, soc) VALUES ('99.0001', '35-1011')")
    put_career_programs(connection)
    assert career_programs(Store(connection), "chef")[-1] == ("99.0001", "99.0001", ())
