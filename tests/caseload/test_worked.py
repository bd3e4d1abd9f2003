"""Works under one key come to the same findings, with the same texts."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.caseload.facets import facets_of
from careerkit.caseload.plans import Plan
from careerkit.caseload.worked import Worked
from careerkit.model.client import Client
from careerkit.model.entries import Work
from careerkit.model.rule import Condition
from careerkit.rules.finding import Case, Reference
from careerkit.rules.registry import CONDITIONS

DAY = date(2026, 11, 22)
CASE = Case(client=Client(), as_of=DAY, reference=Reference())
bools = st.sampled_from([None, True, False])
months = st.builds("{}-{:02d}".format, st.integers(2023, 2026), st.integers(1, 12)).filter(
    lambda month: month <= "2026-11"
)
conditions = st.builds(
    Condition,
    condition=st.just("work_in_field"),
    work=st.just("medical_coding"),
    years=st.sampled_from([None, None, 1.0, 1.3]),
    months=st.sampled_from([None, 6.0, 18.0]),
    hours=st.sampled_from([None, None, 500.0, 1000.0]),
    within_years=st.sampled_from([None, None, 2]),
    supervision_hours=st.sampled_from([None, None, None, 100.0]),
    min_domains=st.sampled_from([None, None, None, 2]),
    over_months=st.sampled_from([None, None, None, 12]),
    current=st.sampled_from([False, False, True]),
    paid=st.booleans(),
    continuous=st.sampled_from([False, False, True]),
    non_overlapping=st.sampled_from([False, False, True]),
)
works = st.builds(
    Work,
    field=st.sampled_from(["medical_coding", "medical_coding", "healthcare_or_finance"]),
    months=st.sampled_from([None, None, 5.0, 30.0, 40.0]),
    hours=st.sampled_from([None, None, None, 400.0, 1000.0, 3000.0]),
    from_=st.sampled_from([None, "2020", "2022-05", "2024-11-22", "2025-12"]) | months,
    to=st.sampled_from([None, "2025-12", "2026-10", "2026-11", "2026-11-22"]) | months,
    current=st.sampled_from([None, None, True, False]),
    paid=bools,
    full_time=bools,
    supervision_hours=st.sampled_from([None, None, 50.0, 200.0]),
    domains=st.sampled_from([None, None, ("chemistry", "hematology")]),
)
lists = st.lists(works, min_size=1, max_size=2).map(tuple)


def found(condition, told):
    """Return what a condition finds of work, but for the reason."""
    case = CASE._replace(client=Client(work=told))
    return CONDITIONS["work_in_field"].evaluate(condition, case)._replace(reason="")


@given(st.lists(conditions, min_size=1, max_size=3), st.lists(lists, min_size=10, max_size=30))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_works_under_one_key_are_alike(asked, people):
    """However work is told, to share a key is to share every finding, down to what is missing."""
    for facet in facets_of(asked):
        plan = Plan(facet, CASE)
        keys = Worked(CASE)
        first = {}
        for told in people:
            findings = [found(condition, told) for condition in facet.conditions]
            assert first.setdefault(keys.key(plan, told), findings) == findings


def keys_of(condition, *people):
    """Return how many keys clients have, each with one work."""
    (facet,) = facets_of([Condition(condition="work_in_field", work="medical_coding", **condition)])
    plan, keys = Plan(facet, CASE), Worked(CASE)
    told = [(Work(field="medical_coding", **each),) for each in people]
    return len({keys.key(plan, each) for each in told})


def test_what_is_more_than_enough_is_alike():
    """Amounts that no condition can tell apart have one key; smaller ones have their own."""
    assert keys_of({"months": 6}, {"months": 6}, {"months": 40}, {"years": 9}) == 1
    assert keys_of({"months": 6}, {"months": 4}, {"months": 5}) == 2
    assert keys_of({"hours": 500}, {"hours": 500}, {"hours": 4000}) == 1
    assert keys_of({"months": 6}, {"hours": 500}, {"hours": 4000}) == 1
    assert keys_of({"months": 6}, {"from_": "2015"}, {"from_": "2016", "to": "2020"}) == 1


def test_work_that_still_goes_on_is_told_apart_where_that_is_asked():
    """Work that ended has another key than work that ends in these days, however long it was."""
    asked = {"years": 1, "current": True}
    ends = [{"from_": "2015", "to": to} for to in ("2020", "2026-11", "2026-11-22")]
    assert keys_of(asked, *ends) == len(ends)
