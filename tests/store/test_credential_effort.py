"""What credentials take a beginner, from the table that a store has of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.model.credential import Credential
from careerkit.rules.beginner_effort import beginner_effort, turning_days
from careerkit.store.credential_effort import efforts_of


def test_the_table_tells_what_rules_do(catalog):
    """Of every credential, on the days around those that turn anything, it is worked out right."""
    effort_of = efforts_of(catalog.store)
    for record in catalog.all(Credential):
        for day in turning_days(record.routes):
            for as_of in (day, max(day, date(1, 1, 2)) - timedelta(1), date(2026, 11, 22)):
                expected = beginner_effort(record.id, record.routes, as_of)
                assert effort_of(record.id, as_of) == expected


def test_what_has_no_record_is_not_known(catalog):
    """Nothing is said of a credential that no record tells of."""
    with pytest.raises(KeyError):
        efforts_of(catalog.store)("ascp-cla", date(2026, 11, 22))


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_between_those_days_nothing_turns(catalog, day):
    """What a credential on record takes on any day, it took on the last day that turned."""
    for record in catalog.all(Credential):
        turned = max(turn for turn in turning_days(record.routes) if turn <= day)
        assert beginner_effort(record.id, record.routes, day) == beginner_effort(
            record.id, record.routes, turned
        )
