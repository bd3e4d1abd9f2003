"""A caseload's rows are what ``eligible`` says of each client alone."""

import csv
import io
import json
import os
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.caseload import work
from careerkit.caseload.rows import COLUMNS
from careerkit.caseload.work import Task, Worker, judged
from careerkit.eligibility import check
from careerkit.facts import client_from_texts
from careerkit.model.credential import Credential
from careerkit.queries.reference import reference
from careerkit.rules.result import Case

DAY = date(2026, 11, 22)
NAMED = ("ahima-rhit", "ahima-cca")
DATES = st.sampled_from(["2010", "2024-05", "2026-05-15"])
TEXTS = {
    "degree": st.sampled_from(["aas", "bs", "ged", "none", "certificate", "unknown", "ms"]),
    "field": st.sampled_from(["him", "business", "coding", "other", "history"]),
    "accredited": st.sampled_from(["none", "cahiim", "caahep"]),
    "status": st.sampled_from(["completed", "final_term", "in_progress"]),
    "completed": DATES,
    "age": st.sampled_from(["17", "40", "60"]),
    "holds": st.sampled_from(["none", "rhit", "cca", "rhia,earned=2021"]),
    "work": st.sampled_from(["none", "coding:2y", "coding,from=2020-01,to=2024", "retail:2y"]),
    "foreign_reciprocity": st.sampled_from(["yes", "no"]),
}
CLIENTS = st.fixed_dictionaries({}, optional=TEXTS)


def task(form="json", **changed):
    """Return what is asked of every client of a table with the columns above."""
    usual = Task(
        packs=(),
        as_of=DAY,
        stage="sit",
        named=NAMED,
        everything=False,
        rows=form,
        header=("client", *TEXTS),
        shown="f.csv",
    )
    return usual._replace(**changed)


def line(number, texts):
    """Return the row of a client, named by its line."""
    return number, [str(number), *(texts.get(name, "") for name in TEXTS)]


@pytest.fixture(scope="module")
def workers(catalog):
    """Open a worker a format, which remembers what it found from one example to the next."""
    return {form: Worker(task(form), catalog) for form in ("json", "csv", "")}


@given(CLIENTS.filter(lambda texts: "completed" not in texts or "status" not in texts))
def test_a_row_is_the_single_answer(workers, catalog, texts):
    """Whatever is told of a client, each row is the verdict on that client alone."""
    client = client_from_texts(texts, (), catalog.resolve)
    case = Case(client=client, as_of=DAY, reference=reference(catalog))
    expected = [check(catalog.one(Credential, verdict), case) for verdict in NAMED]
    done = workers["json"].judge([line(2, texts)])
    values = [{name: getattr(verdict, name) for name in COLUMNS[1:]} for verdict in expected]
    plain = json.loads(json.dumps([{"client": "2", **verdict} for verdict in values]))
    assert [json.loads(row) for row in done.text.splitlines()] == plain
    table = io.StringIO(",".join(COLUMNS) + "\n" + workers["csv"].judge([line(2, texts)]).text)
    for row, verdict in zip(csv.DictReader(table), expected, strict=True):
        assert row["missing"] == "; ".join(verdict.missing)
        assert (row["verdict"], row["route"]) == (verdict.verdict, verdict.route or "")
    counted = workers[""].judge([line(2, texts)]).tally
    assert counted.clients == 1
    assert {key for key, times in counted.verdicts.items() if times and key[1] != "nearly"} == {
        (verdict.credential, verdict.verdict) for verdict in expected
    }


def test_without_names_only_what_facts_speak_to_is_told(catalog):
    """Credentials on which no fact bears are left out, unless all are asked for."""
    few = Worker(task(named=None), catalog).judge([line(2, {"holds": "rhit"})])
    credentials = {json.loads(row)["credential"] for row in few.text.splitlines()}
    assert "ahima-rhit" in credentials
    every = Worker(task(named=None, everything=True), catalog).judge([line(2, {"holds": "rhit"})])
    assert len(every.text.splitlines()) == len(catalog.store.ids("credential")) > len(credentials)


def test_mistakes_change_no_other_row(catalog):
    """A row with a mistake is told and left out; the others are what they are without it."""
    good = [line(number, {"degree": level}) for number, level in ((2, "aas"), (4, "bs"))]
    bad = line(3, {"degree": "zz"})
    worker = Worker(task("csv"), catalog)
    with_it = worker.judge([good[0], bad, good[1]])
    assert with_it.text == worker.judge(good).text
    assert (with_it.left_out, with_it.tally.clients) == (1, 2)
    assert [(problem.line, problem.column) for problem in with_it.problems] == [(3, 2)]


def test_parts_come_in_the_order_of_the_file(catalog, monkeypatch):
    """However long a caseload is, its rows come in order, part by part."""
    monkeypatch.setattr(work, "FEW", 4)
    monkeypatch.setattr(work, "CHUNK", 2)
    monkeypatch.setattr(work, "_cores", lambda: 1)
    lines = [line(number, {"degree": "aas"}) for number in range(2, 11)]
    parts = list(judged(task(), iter(lines), catalog))
    assert [part.tally.clients for part in parts] == [2, 2, 2, 2, 1]
    names = [json.loads(row)["client"] for part in parts for row in part.text.splitlines()]
    assert names == [str(number) for number in range(2, 11) for _ in NAMED]


@pytest.mark.parametrize(("count", "spread"), [(1, 0), (4, 0), (5, 0), (6, 1)])
def test_few_clients_are_not_spread(catalog, monkeypatch, count, spread):
    """Further processes begin after the first few clients, where at least as many follow."""
    begun = []

    def here(_begin, work, pieces, cores):
        begun.append(cores)
        return map(work, pieces)

    monkeypatch.setattr(work, "FEW", 3)
    monkeypatch.setattr(work, "CHUNK", 2)
    monkeypatch.setattr(work, "_cores", lambda: 2)
    monkeypatch.setattr(work, "spread", here)
    lines = [line(number, {"degree": "aas"}) for number in range(count)]
    parts = list(judged(task("csv"), iter(lines), catalog))
    names = [row.partition(",")[0] for part in parts for row in part.text.splitlines()]
    assert names == [str(number) for number in range(count) for _ in NAMED]
    assert begun == [2] * spread


@pytest.mark.usefixtures("small_house")
@pytest.mark.parametrize("forks", [True, False])
def test_a_further_process_judges_over_a_store_of_its_own(catalog, monkeypatch, forks):
    """Forked or begun anew, it gives the rows of the first."""
    lines = [line(number, {"degree": "aas", "holds": "none"}) for number in range(3)]
    here = Worker(task("csv"), catalog)
    expected = here.judge(lines)

    def there(begin, *_):
        work = (begin if forks else pickle.loads(pickle.dumps(begin)))()  # noqa: S301 - our own
        return [work(lines)]

    monkeypatch.setattr(work, "FORKS", forks)
    monkeypatch.setattr(work, "FEW", 1)
    monkeypatch.setattr(work, "_cores", lambda: 2)
    monkeypatch.setattr(work, "spread", there)
    *_, done = judged(task("csv"), iter(lines), catalog)
    assert done.text == expected.text


def test_cores_are_counted_everywhere(monkeypatch):
    """Where a system does not tell which cores may be used, all count."""
    assert work._cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert work._cores() == 7
