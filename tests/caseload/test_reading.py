"""Rows of a caseload to clients: what cannot be used is told at its line and column."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.caseload.reading import Context, reading
from careerkit.errors import CareerkitError, not_found
from careerkit.model.client import Client, HeldCredential, Statements
from careerkit.model.problem import Problem

DAY = date(2026, 11, 22)
KNOWN = {"accreditor": ["cahiim"], "credential": ["ahima-rhit"], "issuer": ["aapc"]}


def resolve(kind, name):
    """Find nothing."""
    raise not_found(f"there is no {kind} '{name}'")


CONTEXT = Context(resolve=resolve, known=KNOWN, as_of=DAY)


def cells(*row, header=("client", "x_own", "degree", "age")):
    """Return what a row under a header, on line 3, comes to."""
    return reading(header, "f.csv", CONTEXT)((3, row))


def line(text):
    """Return what a line of JSON, line 3, comes to."""
    return reading(None, "f.jsonl", CONTEXT)((3, (text,)))


def problems(row):
    """Return the problems of a row as they are printed."""
    assert row.client is None
    return [str(problem) for problem in row.problems]


def test_a_row_is_a_client():
    """A row of a table has a name and facts; without a name it has its line."""
    assert cells("Ann", "note", "", "24") == ("Ann", Client(age=24), ())
    assert cells("", "note", "", "24") == ("3", Client(age=24), ())
    assert cells("Ann", "", "", "") == ("Ann", Client(), ())


def test_a_row_shorter_than_its_header_is_a_problem():
    """Cells may be missing because a quotation mark is: nobody is judged on the rest."""
    messages = problems(cells("Ann", "", "aas"))
    assert messages == ["f.csv:3:4: the row has 3 cells, and the header 4 [row]"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_break_in_a_cell_that_is_read_is_a_problem(end):
    """A mark that a later row closes would make one client of three; columns of one's own may."""
    (problem,) = problems(cells(f"Ana{end}aas,none,Ben{end}aas,cahiim,Cy", "", "aas", "24"))
    assert problem.startswith("f.csv:3:1: a line break stands inside this cell")
    assert cells("Ann", f"two{end}lines", "", "24").client == Client(age=24)


def test_columns_without_a_name_may_be_empty():
    """Cells beyond the header are none if they are empty, and a mistake if they are not."""
    assert cells("Ann", "", "", "24", "", " ").client == Client(age=24)
    messages = problems(cells("Ann", "", "", "24", "", "x"))
    assert messages == ["f.csv:3:5: the row has 6 cells, and the header 4 [row]"]


def test_mistakes_stand_at_their_column():
    """The column is counted as in the file, one's own columns included."""
    first, second = problems(cells("Ann", "", "zz", "x"))
    assert first.startswith("f.csv:3:3: degree: 'zz' is not an education level")
    assert second == "f.csv:3:4: age: 'x' is not a whole number of years [cell]"


def test_bytes_that_are_no_text_are_told():
    """A cell that was not UTF-8 costs its row only; text beyond ASCII is text."""
    messages = problems(cells("Ren\udce9", "", "", "24"))
    assert messages == [
        "f.csv:3:1: the text is not UTF-8; save the file in UTF-8 (Excel: CSV UTF-8) [encoding]"
    ]
    assert cells("René 李", "", "", "24").name == "René 李"


def test_a_row_that_could_not_be_read_is_its_problem():
    """What was found wrong before is passed on."""
    problem = Problem(file="f.csv", line=3, column=1, code="row", message="this is no row")
    assert reading(["age"], "f.csv", CONTEXT)((3, problem)) == ("3", None, (problem,))


def test_a_wrong_header_is_refused():
    """Columns are checked before any row is read."""
    with pytest.raises(CareerkitError, match="in the header of f"):
        reading(["agee"], "f.csv", CONTEXT)


def test_a_line_is_a_profile_with_a_name():
    """An object holds a profile's facts, and the client's name beside them."""
    text = (
        '{"client": " Ann ", "age":24, "credentials": ["ahima_rhit"], "facts": {"sponsor": true}}'
    )
    credentials = (HeldCredential(id="ahima-rhit"),)
    facts = Statements(sponsor=True)
    assert line(text) == ("Ann", Client(age=24, credentials=credentials, facts=facts), ())


@pytest.mark.parametrize(
    ("name", "shown"), [('"A"', "A"), ("12", "12"), ('" "', "3"), ("null", "3"), ('"\\n"', "3")]
)
def test_a_name_is_a_text_or_a_number(name, shown):
    """Without a name the line has its number."""
    assert line(f'{{"client": {name}, "age": 24}}') == (shown, Client(age=24), ())
    assert line('{"age": 24}').name == "3"


@pytest.mark.parametrize(
    "text",
    [
        '{"age":\t24}\r\n',
        '\t{\t"age"\t:\t24\t}\n',
        '{"client": "\\ud83d\\ude00", "age": 24}',
        '{"client": "\\ud83d", "age": 24}',
        '{"client": "\\\\ud83d \\/ \\" \\u00e9", "age": 24}',
        '{"client": "a\x7f\x85\uffff", "age": 24}',
        '{"client": "& a: *b #c", "age": 24}',
    ],
)
def test_whatever_json_may_hold_is_read(text):
    """Tabs, escapes and odd characters of a name are no matter of YAML's."""
    row = line(text)
    assert (row.client, row.problems) == (Client(age=24), ())
    assert row.name == json.loads(text).get("client", "3")


@given(st.text().filter(str.strip))
def test_any_name_is_a_name(name):
    """No text of a name, however it is escaped, changes the facts."""
    for escaped in (True, False):
        text = json.dumps({"client": name, "age": 24}, ensure_ascii=escaped)
        if escaped or not any("\ud800" <= char <= "\udfff" for char in name):
            assert line(text) == (name.strip(), Client(age=24), ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"age": "x"}', "f.jsonl:3:9: expected a whole number, got 'x' [type]"),
        ('{"age":\t"x"}', "f.jsonl:3:9: expected a whole number, got 'x' [type]"),
        ('{"age": 24, "age": 25}', "f.jsonl:3:13: 'age' is given twice [duplicate-key]"),
        ('{"degree": "bs"}', "f.jsonl:3:2: 'degree' is not a key here [unknown-key]"),
        ('{"age": 24', "f.jsonl:3:11: this is no JSON: Expecting ',' delimiter [json]"),
        ("[1]", 'f.jsonl:3:1: a row is an object, such as {"client": "A", "age": 24} [json]'),
        ("3", 'f.jsonl:3:1: a row is an object, such as {"client": "A", "age": 24} [json]'),
        ('{"client": ["A"]}', "f.jsonl:3:1: 'client' is a text or a whole number [json]"),
        ('{"client": true}', "f.jsonl:3:1: 'client' is a text or a whole number [json]"),
        ('{"client": 1.5}', "f.jsonl:3:1: 'client' is a text or a whole number [json]"),
        (f'{{"age": {"9" * 5000}}}', "f.jsonl:3:1: this is no JSON that could be a client [json]"),
        ("[" * 100_000, "f.jsonl:3:1: this is no JSON that could be a client [json]"),
        ('{"client": "\udce9"}', "f.jsonl:3:1: the text is not UTF-8; save the file in UTF-8"),
        (
            '{"education": [{"level": "bachelor", "completed": "2027"}]}',
            "f.jsonl:3:51: 2027 is after 2026-11-22; a later date is 'expected' [future]",
        ),
    ],
)
def test_a_mistake_in_a_line_is_told(text, message):
    """What is no profile is told at its line and column."""
    (problem,) = problems(line(text))
    assert problem.startswith(message)
