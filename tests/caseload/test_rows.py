"""Rows of verdicts: a reader of CSV or JSON finds the texts that were there."""

import csv
import io
import json

from drawing import blank
from hypothesis import given
from hypothesis import strategies as st

from careerkit.answers.eligibility import CredentialVerdict, Verdict
from careerkit.caseload.rows import COLUMNS, FORMATS, RowInterner, written
from careerkit.render.text import visible

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)


def verdict(**values):
    """Return a verdict."""
    usual = {"credential": "a-b", "verdict": Verdict.NOT_ELIGIBLE, "bears": 1}
    return blank(CredentialVerdict, **usual | {"confidence": "confirmed"} | values)


def text_of(form, name, *verdicts):
    """Return the rows of a client, header included."""
    rows = FORMATS[form]()
    keep = RowInterner(rows.row)
    kept = [keep(verdict) for verdict in verdicts]
    return rows.header + written(rows, name, kept)


def from_csv(text):
    """Return the rows of CSV as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def safe(text):
    """Return a text as it may stand in CSV."""
    shown = visible(text)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown


@given(TEXT, TEXTS, TEXTS)
def test_csv_rows_come_back_whatever_their_texts(name, missing, ask):
    """Quotes, commas and line ends in a text change no cell, and control characters are shown."""
    example = verdict(missing=missing, ask=ask, route="r", nearly=True)
    rows = from_csv(text_of("csv", name, example, example))
    assert len(rows) == 2
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0] == rows[1]
    assert rows[0] == {
        "client": safe(name),
        "credential": "a-b",
        "verdict": "not_eligible",
        "nearly": "true",
        "route": "r",
        "confidence": "confirmed",
        "missing": safe("; ".join(missing)),
        "ask": safe("; ".join(ask)),
        "assumes": "",
        "still_needed": "",
    }


@given(st.text(max_size=12), TEXTS, TEXTS)
def test_json_rows_come_back_whatever_their_texts(name, missing, ask):
    """A line is an object in ASCII, its keys sorted, with every text as it was."""
    text = text_of("json", name, verdict(missing=missing, ask=ask), verdict(route="r"))
    first, second = text.splitlines()
    assert text.isascii()
    row = json.loads(first)
    assert list(row) == sorted(COLUMNS)
    assert (row["client"], row["missing"], row["ask"]) == (name, [*missing], [*ask])
    assert (row["nearly"], row["route"], json.loads(second)["route"]) == (False, None, "r")


def test_no_spreadsheet_runs_a_cell():
    """A name or a text that begins like a formula gets an apostrophe."""
    example = verdict(missing=("-2 years",), ask=("@ask",))
    (row,) = from_csv(text_of("csv", "=1+1", example))
    assert (row["client"], row["missing"], row["ask"]) == ("'=1+1", "'-2 years", "'@ask")


def test_what_is_kept_tells_whether_facts_bear():
    """Rows keep what the counts and the choice of credentials need."""
    kept = RowInterner(FORMATS["csv"]().row)(verdict(bears=0, nearly=True, missing=("a",)))
    assert (kept.bears, kept.nearly, kept.missing, kept.verdict) == (
        False,
        True,
        ("a",),
        Verdict.NOT_ELIGIBLE,
    )


def test_verdicts_that_say_the_same_are_kept_once():
    """What is kept is one object as long as its row, or without rows its counts, are the same."""
    alike, other = verdict(missing=("a",)), verdict(missing=("b",))
    asking = verdict(missing=("a",), ask=("why",))
    for row, same in ((FORMATS["csv"]().row, False), (None, True)):
        keep = RowInterner(row)
        first = keep(alike)
        assert keep(alike) is first
        assert keep(other) is not first
        assert (keep(asking) is first) is same


def test_a_client_without_verdicts_has_no_rows():
    """Where no credential is told of, nothing is written."""
    assert text_of("json", "A") == ""
    assert from_csv(text_of("csv", "A")) == []
