"""Names that people type, and how they were understood."""

import pytest

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.queries.resolve import how_understood, resolve


@pytest.mark.parametrize(
    ("kind", "name", "record_id"),
    [
        ("career", "welder", "welder"),
        ("career", "29-2072", "medical-records-technician"),
        ("career", "RN", "registered-nurse"),
        ("credential", "RHIT", "ahima-rhit"),
    ],
)
def test_a_name_of_the_record_is_taken_without_a_word(whole, kind, name, record_id):
    """An id, a code, a title or an abbreviation is what the record goes by."""
    assert resolve(whole, kind, name) == record_id
    assert how_understood(whole, kind, name, record_id) is None


@pytest.mark.parametrize(
    ("kind", "name", "record_id", "how"),
    [
        ("career", "er nurse", "registered-nurse", "title"),
        ("career", "banking", "new-accounts-clerk", "words"),
        ("credential", "real estate", "tx-re-sales-agent", "words"),
    ],
)
def test_any_other_name_is_told(whole, kind, name, record_id, how):
    """A title of the tables, or some words of a name, is told with the record it was taken for."""
    assert resolve(whole, kind, name) == record_id
    resolved = how_understood(whole, kind, name, record_id)
    assert (resolved.typed, resolved.kind, resolved.id, resolved.how) == (
        name,
        kind,
        record_id,
        how,
    )
    assert resolved.title == whole.store.title(kind, record_id)
    assert record_id not in resolved.others


@pytest.mark.parametrize("name", ["cooking", "journalism", "firefighting"])
def test_no_career_is_taken_that_a_search_would_not_find_first(whole, name):
    """A part of one career's name is not enough where the words mean another."""
    assert len(whole._fitting("career", name)) == 1
    with pytest.raises(CareerkitError, match="may be one of several careers") as caught:
        resolve(whole, "career", name)
    assert caught.value.status is ExitStatus.USAGE
    assert len(caught.value.details) <= 8
