"""A row of texts to a client: the same as flags tell, and every mistake at its column."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.caseload import cells as module
from careerkit.caseload.cells import Cells
from careerkit.caseload.columns import column_names
from careerkit.errors import CareerkitError, not_found, usage_error
from careerkit.facts import client_from_texts
from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.entries import Training, Work

DAY = date(2026, 11, 22)
RECORDS = {
    ("accreditor", "cahiim"): "cahiim",
    ("accreditor", "caahep"): "caahep",
    ("credential", "rhit"): "ahima-rhit",
    ("issuer", "aapc"): "aapc",
}


def resolve(kind, name):
    """Find a record by name, as a catalog does."""
    record_id = RECORDS.get((kind, name.strip().lower()))
    if record_id is None and name == "many":
        raise usage_error("'many' fits 2 records; name one by its id", ["a  (A)", "b  (B)"])
    if record_id is None and kind == "credential":
        raise not_found(f"there is no {kind} '{name}'")
    if record_id is None:
        near = ["cahiim  (Commission on Accreditation)", "caahep  (Another Commission)"]
        raise not_found(f"there is no {kind} '{name}'; the nearest:", near)
    return record_id


def reader(*names):
    """Return the reader of rows under columns, the first at place 0."""
    return Cells(dict(enumerate(names)), resolve, DAY)


def row(**texts):
    """Return what a row with some texts comes to."""
    return reader(*texts).row([*texts.values()], 7)


def mistakes(**texts):
    """Return the mistakes in a row, each with its column."""
    return [tuple(mistake) for mistake in row(**texts).mistakes]


def test_nothing_told_is_nothing_known():
    """Empty cells, and cells of blanks, leave the client unknown."""
    texts = dict.fromkeys(column_names(), " ")
    assert row(**texts) == ("7", Client(), ())


def test_the_columns_of_a_program_tell_one_program():
    """Its facts come together; those of the study column are programs of their own."""
    described = row(
        client=" Ann ",
        degree="AAS",
        field=" him ",
        accredited="CAHIIM; caahep",
        completed="2026-05-15",
        study="degree=bs,field=business,accredited=none; degree=cert,approved=cahiim+caahep;",
    )
    assert (described.name, described.mistakes) == ("Ann", ())
    assert described.client.education == (
        Study(
            level="associate",
            field="him",
            accredited_by=("cahiim", "caahep"),
            completed="2026-05-15",
        ),
        Study(level="bachelor", field="business", accredited_by=()),
        Study(level="certificate", approved_by=("cahiim", "caahep")),
    )


def test_study_alone_is_no_program_of_the_columns():
    """Without a fact of its own the first program is that of the study column."""
    assert row(degree="", study="degree=bs").client.education == (Study(level="bachelor"),)
    assert row(field="him").client.education == (Study(level="unknown", field="him"),)


def test_cells_hold_several_entries():
    """Entries are parted by semicolons, and none says that there is none."""
    client = row(work="coding:2y,paid; hr:6m ;", training="none", holds="rhit").client
    assert client.work == (
        Work(field="medical_coding", years=2, paid=True),
        Work(field="human_resources", months=6),
    )
    assert (client.training, client.credentials) == ((), (HeldCredential(id="ahima-rhit"),))


def test_statements_have_columns_and_may_stand_in_one():
    """A statement is told in its own column or in that of all, where its name alone says yes."""
    statements = row(cpr_current="TRUE", ce_hours="20 h", fact="language; sponsor=no").client.facts
    assert statements == Statements(cpr_current=True, ce_hours=20, language=True, sponsor=False)


@pytest.mark.parametrize(
    ("texts", "column", "message"),
    [
        ({"degree": "aass"}, "degree", "did you mean 'aas'?"),
        ({"age": "24.5"}, "age", "'24.5' is not a whole number of years"),
        ({"completed": "5/15/2026"}, "completed", "'5/15/2026' is not a date; write 2026-05-15"),
        ({"study": "degree=zz"}, "study", "degree: 'zz' is not an education level"),
        ({"study": "degre=bs"}, "study", "there is no 'degre'; did you mean 'degree'?"),
        ({"work": "coding:2"}, "work", "'2' is not a length of work"),
        ({"work": ";;"}, "work", "';;' tells nothing; leave out what is not known"),
        ({"holds": "none; rhit"}, "holds", "'none' contradicts the others"),
        ({"cpr_current": "maybe"}, "cpr_current", "'maybe' is neither yes nor no"),
        ({"fact": "zz"}, "fact", "there is no 'zz'; use apprenticeship"),
        ({"fact": "ce_hours"}, "fact", "'ce_hours' needs a value"),
        ({"fact": "sponsor; sponsor=no"}, "fact", "'sponsor' is given twice"),
        ({"sponsor": "yes", "fact": "sponsor"}, "fact", "'sponsor' is given twice"),
        ({"holds": "zz"}, "holds", "there is no credential 'zz'"),
    ],
)
def test_mistake(texts, column, message):
    """A mistake is told at its column, with what would do."""
    ((where, shown),) = mistakes(**texts)
    assert where == column
    assert message in shown


def test_all_mistakes_of_a_row_are_told():
    """One mistake does not hide another."""
    assert [column for column, _ in mistakes(degree="zz", age="x", state="OH")] == ["degree", "age"]


def test_the_nearest_records_are_told_by_their_ids():
    """A message is one line: of the records that it lists, the ids; hints stand behind."""
    ((_, message),) = mistakes(accredited="cahim")
    assert message == (
        "there is no accreditor 'cahim'; the nearest: cahiim, caahep. This asks who accredits the "
        "program itself, not the college; say none if nobody does."
    )
    ((_, message),) = mistakes(member="many")
    assert message == "'many' fits 2 records; name one by its id: a, b"


@pytest.mark.parametrize(
    ("texts", "column"),
    [
        ({"degree": "bs", "completed": "2027-05"}, "completed"),
        ({"degree": "bs", "status": "final_term", "completed": "2020"}, "status"),
        ({"degree": "bs", "expected": "1910"}, "expected"),
        ({"degree": "bs", "study": "degree=cert,completed=2027"}, "study"),
        ({"degree": "", "study": "degree=cert,completed=2027"}, "study"),
        ({"completed": "", "study": "completed=2027"}, "study"),
        ({"age": "20", "work": "coding:30y"}, "work"),
        ({"credits": "60; chemistry=70"}, "credits"),
        ({"holds": "rhit,earned=2027"}, "holds"),
        ({"exam": "cpa-uniform:2027"}, "exam"),
        ({"member": "aapc; aapc,since=2020"}, "member"),
        ({"training": "coding:8h,completed=2027"}, "training"),
    ],
)
def test_what_cannot_be_is_told_at_the_column_that_told_it(texts, column):
    """Contradictions are mistakes of the row, at the column of the fact."""
    assert [where for where, _ in mistakes(**texts)] == [column]


def test_what_was_expected_by_now_is_no_mistake():
    """A row goes on being judged when the day on which the program was to end has passed."""
    assert mistakes(degree="bs", expected="2020") == []


@pytest.mark.parametrize(
    "texts",
    [
        {"degree": "nondegree", "field": "coding"},
        {"study": "degree=none,field=coding"},
        {"study": "degree=nondegree, field=billing_coding"},
    ],
)
def test_a_cell_can_tell_of_a_program_that_gives_no_degree(texts):
    """As a profile does by leaving the level out."""
    assert row(**texts).client.education == (Study(level=None, field="medical_coding"),)


def test_a_text_is_read_once(monkeypatch):
    """The same text again is remembered, mistakes too; at most so many are."""
    names = []

    def counting(kind, name):
        names.append(name)
        return resolve(kind, name)

    cells = Cells({0: "holds"}, counting, DAY)
    for text in ("rhit", "zz", "rhit", "zz"):
        cells.row([text], 2)
    assert names == ["rhit", "zz"]
    monkeypatch.setattr(module, "MOST", 2)
    read = [cells.row([text], 2) for text in ("zz", "rhit,active", "rhit", "zz")]
    assert [bool(line.mistakes) for line in read] == [True, False, False, True]


def test_places_are_those_of_the_file():
    """A column is found again where it stands, whatever is between."""
    cells = Cells({1: "age", 4: "state"}, resolve, DAY)
    assert (cells.place("age"), cells.place("state")) == (1, 4)
    assert cells.row(["x", "24", "y", "z", "OH"], 2).client == Client(age=24, state="OH")


TEXTS = {
    "degree": st.sampled_from(["aas", "BS", "ged", "none", "unknown", "zz"]),
    "field": st.sampled_from(["him", "business", "coding"]),
    "accredited": st.sampled_from(["none", "cahiim"]),
    "completed": st.sampled_from(["2020", "2026-05-15", "2019-07"]),
    "age": st.sampled_from(["24", "60", "x"]),
    "state": st.sampled_from(["OH", "ohio", "zz"]),
    "holds": st.sampled_from(["none", "rhit", "rhit,earned=2021"]),
    "work": st.sampled_from(["none", "coding:2y", "coding:2y,from=2020-01,paid"]),
    "credits": st.sampled_from(["60", "chemistry=6", "none"]),
    "foreign_reciprocity": st.sampled_from(["yes", "no"]),
}


@given(st.fixed_dictionaries({}, optional=TEXTS))
def test_a_row_tells_what_the_flags_would(texts):
    """The same texts, as cells and as flags, make the same client, or are both refused."""
    described = row(**texts) if texts else reader("age").row([""], 7)
    try:
        expected = client_from_texts(texts, (), resolve)
    except CareerkitError:
        assert described.mistakes
    else:
        assert described == ("7", expected, ())


@given(st.text(max_size=20), st.sampled_from(sorted(set(column_names()) - {"client"})))
def test_any_text_is_a_fact_or_a_mistake(text, column):
    """Whatever stands in a cell, its row has a client, or a mistake at that column."""
    described = row(**{column: text})
    assert {mistake.column for mistake in described.mistakes} <= {column}
    assert described.mistakes or isinstance(described.client, Client)


def test_training_may_be_a_subject_or_a_name():
    """The first word of a training is whichever of the two it is."""
    assert row(training="aapc_practicode").client.training == (Training(name="aapc_practicode"),)
