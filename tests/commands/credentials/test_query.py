"""Credentials filtered and sorted."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.catalog import Catalog
from careerkit.commands.credentials.query import SORTS, Filters, asks_nothing, credentials
from careerkit.eligibility import is_closed
from careerkit.model.client import Client
from careerkit.model.credential import Route
from careerkit.model.plain import to_plain
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.model.vocabulary import STAGES
from careerkit.rules.evaluate import evaluate
from careerkit.rules.result import Case, Reference
from careerkit.rules.three_valued import Truth
from careerkit.store.compile import compile_store
from careerkit.store.read import Store

DAY = date(2026, 11, 22)
SCHOOL = {"condition": "degree_at_least", "level": "high_school"}
LATER = {**SCHOOL, "stage": "license"}
ANYONE = {"all_of": []}
SOURCE = {
    "title": "A page",
    "publisher": "Somebody",
    "kind": "third-party",
    "retrieved": "2026-11-22",
}
COOK = {
    "title": "Cook",
    "soc": "35-2014",
    "codes": [{"system": "soc-2018", "code": "35-2015", "relation": "merged-from"}],
    "group": "food",
    "summary": "Cooks.",
    "sources": ["page"],
    "credentials": [
        {"id": "zeta", "relation": "optional", "source": "page"},
        {"id": "card", "relation": "required-by-law", "source": "page"},
    ],
}


def credential(short, kind, *rules, issuer="board", socs=("35-2014",), confidence="confirmed"):
    """Return the record of a credential; a rule may be a whole route's difference."""
    routes = [
        {"id": f"r{at}", "label": "A route", "confidence": "confirmed", "sources": ["page"]}
        | (rule if "requires" in rule else {"requires": rule})
        for at, rule in enumerate(rules)
    ]
    return {
        "name": f"Name of {short}",
        "abbreviation": short,
        "issuer": issuer,
        "kind": kind,
        "careers": list(socs),
        "url": "https://www.example.org",
        "confidence": confidence,
        "routes": routes,
        "sources": ["page"],
    }


CREDENTIALS = {
    "card": credential("FHC", "licence", ANYONE, SCHOOL, socs=["11-1011"], confidence="reported"),
    "zeta": credential("Zeta", "certification", SCHOOL, SCHOOL, SCHOOL, issuer="guild"),
    "merged": credential("mrg", "registration", {"all_of": [LATER]}, socs=["35-2015"]),
    "other": credential("Oth", "certificate", SCHOOL, socs=["11-1011"], confidence="unverified"),
    "past": credential(
        "Pst", "certification", {"requires": ANYONE, "valid_until": "2020"}, issuer="guild"
    ),
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Return a catalog of five credentials of two bodies, and one career."""
    folder = tmp_path_factory.mktemp("credentials")
    issuers = {
        name: {
            "name": f"The {name}",
            "abbreviation": name.upper(),
            "url": "https://www.example.org",
            "sources": ["page"],
        }
        for name in ("board", "guild")
    }
    records = {
        "sources": {"page": SOURCE},
        "careers": {"cook": COOK},
        "credentials": CREDENTIALS,
        "issuers": issuers,
    }
    for kind, named in records.items():
        (folder / kind).mkdir()
        for name, record in named.items():
            path = folder / kind / f"{name}.yaml"
            path.write_text(json.dumps(record), encoding="utf-8")
    path = folder / "store.sqlite"
    compile_store([folder], path)
    return Catalog(Store(path))


def listed(shelf, sort="short", limit=None, as_of=DAY, **filters):
    """Return the ids of the credentials that pass."""
    answer = credentials(shelf, Filters(**filters), sort, limit, as_of)
    return [row.id for row in answer.credentials]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, set(CREDENTIALS)),
        ({"career": "cook"}, {"card", "zeta", "merged", "past"}),
        ({"issuer": "guild"}, {"zeta", "past"}),
        ({"kind": "licence"}, {"card"}),
        ({"open_to_anyone": True}, {"card", "merged"}),
        ({"issuer": "guild", "open_to_anyone": True}, set()),
        ({"career": "cook", "kind": "certification", "issuer": "guild"}, {"zeta", "past"}),
    ],
)
def test_a_filter_keeps_what_fits_and_filters_combine(shelf, filters, expected):
    """A credential must pass every filter that is given."""
    assert set(listed(shelf, **filters)) == expected


def test_a_credential_is_of_a_career_where_either_names_the_other(shelf):
    """The career may name it, or it the career's code, or a code that is counted under it."""
    answer = credentials(shelf, Filters(career="cook"), "relation", None, DAY)
    assert [(row.id, row.relation, row.relation_source) for row in answer.credentials] == [
        ("card", "required-by-law", "page"),
        ("zeta", "optional", "page"),
        ("merged", None, None),
        ("past", None, None),
    ]
    assert (answer.career, answer.career_title, answer.total) == ("cook", "Cook", 4)


def test_without_a_career_nothing_is_said_of_one(shelf):
    """A relation is one to the career asked for."""
    answer = credentials(shelf, Filters(), "short", None, DAY)
    assert {(row.relation, row.relation_source) for row in answer.credentials} == {(None, None)}
    assert (answer.career, answer.career_title) == (None, None)


def test_a_row_says_what_the_record_says(shelf):
    """A row repeats the record, with the names of the issuer."""
    row = credentials(shelf, Filters(kind="licence"), "short", None, DAY).credentials[0]
    assert (row.id, row.name, row.abbreviation) == ("card", "Name of FHC", "FHC")
    assert (row.issuer, row.issuer_abbreviation, row.issuer_name) == ("board", "BOARD", "The board")
    assert (row.careers, row.kind, row.confidence) == (("11-1011",), "licence", "reported")
    assert (row.open_to_anyone, row.routes_open) == (True, 2)
    assert row.url == "https://www.example.org"


@pytest.mark.parametrize(("day", "routes"), [(date(2020, 12, 31), 1), (date(2021, 1, 1), 0)])
def test_only_routes_of_the_day_count(shelf, day, routes):
    """A closed route lets nobody in."""
    rows = credentials(shelf, Filters(issuer="guild"), "short", None, day).credentials
    (past,) = (row for row in rows if row.id == "past")
    assert (past.routes_open, past.open_to_anyone) == (routes, routes == 1)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("short", ["card", "merged", "other", "past", "zeta"]),
        ("name", ["card", "merged", "other", "past", "zeta"]),
        ("issuer", ["card", "merged", "other", "past", "zeta"]),
        ("kind", ["past", "zeta", "card", "merged", "other"]),
        ("relation", ["card", "merged", "other", "past", "zeta"]),
        ("routes", ["zeta", "card", "merged", "other", "past"]),
        ("confidence", ["merged", "past", "zeta", "card", "other"]),
    ],
)
def test_sorts_keep_equals_by_their_short_names(shelf, sort, order):
    """Texts rise, vocabularies go in their own order, routes fall."""
    assert listed(shelf, sort=sort) == order


def test_every_sort_is_tried():
    """The sorts tried above are all there are."""
    assert " ".join(SORTS) == "short name issuer kind relation routes confidence"


@pytest.mark.parametrize("limit", [1, 3, 99])
def test_a_limit_cuts_the_list_and_not_the_total(shelf, limit):
    """A limit shows the first of the list and still says how many there are."""
    answer = credentials(shelf, Filters(), "short", limit, DAY)
    assert len(answer.credentials) == min(limit, len(CREDENTIALS))
    assert answer.total == len(CREDENTIALS)


STAGE = st.sampled_from(list(STAGES))
DAYS = st.none() | st.sampled_from(["2025", "2026", "2026-11", "2026-11-21", "2026-11-22", "2027"])


def groups(parts):
    """Return the strategies of rules that join ``parts``."""
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    some = st.tuples(several, st.integers(1, 2)).map(
        lambda drawn: AtLeast(at_least=Counted(n=drawn[1], of=drawn[0]))
    )
    return (
        some | several.map(lambda of: AnyOf(any_of=of)) | several.map(lambda of: AllOf(all_of=of))
    )


@st.composite
def rules(draw):
    """Draw a rule that checks allow: within an alternative all is of one stage."""

    def of_one_stage(stage):
        school = Condition(condition="degree_at_least", level="high_school", stage=stage)
        return st.recursive(st.just(school), groups, max_leaves=4)

    parts = draw(st.lists(STAGE.flatmap(of_one_stage), max_size=3))
    return draw(st.just(AllOf(all_of=tuple(parts))) | STAGE.flatmap(of_one_stage))


@given(rules())
def test_asking_nothing_is_what_nobody_fails(rule):
    """A rule asks for nothing to sit where a client of whom nothing is known may sit."""
    case = Case(client=Client(), as_of=DAY, reference=Reference())
    result = evaluate(rule, case, "sit")
    plain = to_plain(rule, brief=(Condition,))
    assert asks_nothing(plain) == (result is None or result.verdict is Truth.MET)


def test_one_empty_alternative_lets_anyone_in():
    """Where an alternative asks for nothing, so do all together."""
    assert asks_nothing({"any_of": [ANYONE, SCHOOL]})
    assert not asks_nothing({"all_of": [ANYONE, SCHOOL]})


@given(DAYS, DAYS)
def test_a_route_counts_as_eligibility_has_it(begins, ends):
    """Lists and verdicts agree on which routes are open."""
    from careerkit.commands.credentials.query import _counts

    route = Route(
        id="it",
        label="it",
        confidence="confirmed",
        valid_from=begins,
        valid_until=ends,
        requires=AllOf(all_of=()),
    )
    assert _counts(to_plain(route), DAY) is not is_closed(route, DAY)
