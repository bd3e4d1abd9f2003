"""The page of a list of credentials."""

from datetime import date

import pytest
from drawing import blank, headings

from careerkit.answers.reply import Reply
from careerkit.commands.credentials.answer import CredentialList, CredentialRow
from careerkit.model.plain import to_plain
from careerkit.render.page import Grid, Prose, StyledText
from careerkit.render.page_of import page_of

ROW = {
    "name": "Registered Health Information Technician",
    "abbreviation": "RHIT",
    "issuer_abbreviation": "AHIMA",
    "kind": "certification",
    "routes_open": 3,
    "confidence": "confirmed",
}


@pytest.fixture
def drawn(catalog):
    """Return the page of some rows, each as what differs from the usual one."""

    def draw(*rows, total=None, career=None):
        data = CredentialList(
            credentials=tuple(blank(CredentialRow, **ROW | row) for row in rows),
            total=len(rows) if total is None else total,
            career=career,
            career_title="Cook" if career else None,
        )
        return page_of(
            Reply(
                command="credentials",
                as_of=date(2026, 11, 22),
                data=data,
                plain=to_plain(data),
                sources={"seed-2016": catalog.plain("source", "seed-2016") | {"stale": True}},
            )
        )

    return draw


def cells(page):
    """Return the cells of all tables of a page as texts."""
    rows = (row for block in page.blocks if isinstance(block, Grid) for row in block.rows)
    return [[cell.text if isinstance(cell, StyledText) else cell for cell in row] for row in rows]


def test_there_is_a_table_for_each_kind(drawn):
    """Kinds are headings, in the order of the vocabulary, with how many there are."""
    page = drawn({"kind": "licence"}, {}, {"abbreviation": "RHIA"})
    assert page.title == "3 credentials"
    assert headings(page) == ["2 certifications", "1 licence"]
    assert [row[0] for row in cells(page)] == ["RHIT", "RHIA", "RHIT"]


def test_a_row_is_five_cells(drawn):
    """A row has the short name, the name, the body, who may sit, and how sure that is."""
    assert cells(drawn({})) == [
        ["RHIT", "Registered Health Information Technician", "AHIMA", "3 routes", "confirmed"]
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"open_to_anyone": True}, "anyone"),
        ({"routes_open": 1}, "1 route"),
        ({"routes_open": 0}, "no route"),
    ],
)
def test_who_may_sit_is_told_in_words(drawn, row, words):
    """Anyone, by some number of routes, or by none on the day asked."""
    page = drawn(row)
    assert cells(page)[0][3] == words
    assert "open on 22 Nov 2026" in page.blocks[-1].text


def test_with_a_career_relations_come_first_with_their_source(drawn):
    """The law comes before employers and what is optional; what is not on record is said last."""
    law = {"relation": "required-by-law", "relation_source": "seed-2016", "kind": "licence"}
    page = drawn({}, {**law, "relation": "optional"}, law, career="cook", total=5)
    assert page.title == "3 of 5 credentials for Cook"
    assert headings(page) == [
        "Required by law: 1 licence [1]",
        "Optional: 1 licence [1]",
        "Relation to the career not on record: 1 certification",
        "Sources",
    ]


def test_an_empty_list_is_no_proof_that_none_is_needed(drawn):
    """With a career, the page says where to ask; without one the filters alone are to blame."""
    page = drawn(career="cook")
    assert page.title == "No credentials for Cook"
    assert "ask the state's licensing board" in page.blocks[0].text
    page = drawn()
    assert page.title == "No credentials"
    assert page.blocks == [Prose("No credential on record passes every filter.")]
