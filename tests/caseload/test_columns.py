"""The columns of a caseload: names as people write them, and every mistake in a header."""

import pytest

from careerkit.caseload.columns import CLIENT, STUDY, column_names, columns, facts_of
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.facts import FACTS


def mistake(*header):
    """Return the failure that a header ends in."""
    with pytest.raises(CareerkitError) as caught:
        columns(header, "clients.csv")
    assert caught.value.status is ExitStatus.BAD_DATA
    return caught.value


def test_every_fact_has_a_column():
    """The registry of facts is the list of columns, with the client's name and further study."""
    names = column_names()
    assert len(names) == len(set(names))
    assert {*names} == {CLIENT, STUDY, *(fact.name for fact in FACTS)}
    assert facts_of(names).keys() == {*names} - {CLIENT, STUDY}


def test_names_are_taken_as_people_write_them():
    """Capitals, blanks and hyphens do not matter; a profile's keys will do; x_ is one's own."""
    header = [" Client ", "LEVEL", "x_notes", "CPR Current", "accredited-by", "Facts", "X-my own"]
    expected = {0: "client", 1: "degree", 3: "cpr_current", 4: "accredited", 5: "fact"}
    assert columns(header, "clients.csv") == expected


def test_every_mistake_of_a_header_is_told_at_its_column():
    """Unknown, nameless and repeated columns are told together, with what was probably meant."""
    error = mistake("client", "degre", "zz", "", "age", "Age")
    assert error.message == "4 problems in the header of clients.csv"
    assert error.details == (
        "column 2: there is no 'degre'; did you mean 'degree'?",
        "column 3: there is no 'zz'; the name of a column of your own begins with x_",
        "column 4: it has no name; the name of a column of your own begins with x_",
        "column 6: 'Age' is there twice",
    )


def test_a_fact_under_two_names_is_there_twice():
    """The key of a profile and the name of the flag are one column."""
    assert mistake("level", "degree").details == ("column 2: 'degree' is there twice",)


@pytest.mark.parametrize("header", [[], ["client"], ["x_a"]])
def test_a_header_tells_a_fact(header):
    """Without a fact there is nothing to judge; the columns that there are are listed."""
    assert "no column tells a fact; there are client, degree, field" in mistake(*header).message
