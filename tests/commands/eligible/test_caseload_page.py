"""The page of a caseload: counts, what is hidden, what is most often missing."""

from datetime import date

import pytest
from drawing import blank, prose

from careerkit.answers.caseload import CaseloadSummary, CredentialCounts, Missing
from careerkit.answers.reply import Reply
from careerkit.render.page import Grid, Heading
from careerkit.render.page_of import page_of


def counts(name, **numbers):
    """Return the counts of a credential."""
    names = {"credential": name.lower(), "abbreviation": name, "name": f"The {name}"}
    return blank(CredentialCounts, **names, **numbers)


def page(*credentials, clients=1200, left_out=0, missing=(), stage="sit"):
    """Return the page of a summary."""
    data = CaseloadSummary(
        stage=stage,
        clients=clients,
        left_out=left_out,
        credentials=credentials,
        missing=tuple(Missing(missing=text, verdicts=times) for text, times in missing),
    )
    day = date(2026, 11, 22)
    return page_of(Reply(command="eligible", as_of=day, data=data, plain={}, sources={}))


def test_credentials_are_a_table():
    """A credential that somebody may have, or might, is a row, its figures to the right."""
    drawn = page(
        counts("A", eligible=1100, nearly=2, not_eligible=3, unknown=4),
        counts("B", unknown=1),
        counts("C", nearly=1),
    )
    grid = drawn.blocks[0]
    assert drawn.title == "1,200 clients: may they sit for the exam? As of 22 Nov 2026"
    assert grid.rows[0] == ("A", "The A", "1,100", "2", "3", "4")
    assert [row[0] for row in grid.rows] == ["A", "B", "C"]
    assert [column.right for column in grid.columns] == [False, False, True, True, True, True]
    assert prose(drawn)[:-1] == []


@pytest.mark.parametrize(
    ("credentials", "text"),
    [
        (
            (counts("A", eligible=1), counts("B", not_eligible=9)),
            "1 more credential is out of reach for",
        ),
        ((counts("A"), counts("B")), "2 credentials are out of reach for every client, or no fact"),
    ],
)
def test_what_nobody_may_have_is_counted(credentials, text):
    """Credentials out of reach for everyone are no rows, and are not passed over in silence."""
    line, _ = prose(page(*credentials))
    assert line.startswith(text)


@pytest.mark.parametrize(
    ("left_out", "text"), [(1, "1 more client is left out"), (2000, "2,000 more clients are left")]
)
def test_clients_left_out_are_told(left_out, text):
    """A summary says of how many it does not speak."""
    line, _ = prose(page(counts("A", eligible=1), left_out=left_out))
    assert line.startswith(text)


def test_without_clients_nothing_is_out_of_reach():
    """Of nobody nothing is said."""
    drawn = page(counts("A"), clients=0)
    assert (drawn.title[:10], prose(drawn)[:-1]) == ("0 clients:", [])
    assert not any(isinstance(block, Grid) for block in drawn.blocks)


def test_what_is_most_often_missing_has_a_table():
    """Things missing come under a heading of their own, with how many verdicts lack them."""
    drawn = page(
        counts("A", eligible=1),
        clients=1,
        missing=[("a degree", 1234), ("an exam", 2)],
        stage="award",
    )
    _, heading, grid, _ = drawn.blocks
    assert heading == Heading("What is most often missing")
    assert grid.rows == [("A degree", "1,234"), ("An exam", "2")]
    assert drawn.title.startswith("1 client: may they ")
