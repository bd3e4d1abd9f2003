"""Which career or credential a person means."""

import pytest

from careerkit.commands.pathway.resolve_goal import goal_named
from careerkit.errors import CareerkitError, ExitStatus


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("medical-records-technician", "career", "medical-records-technician"),
        ("Medical records technician", "career", "medical-records-technician"),
        ("29-2072", "career", "medical-records-technician"),
        ("rhit", "credential", "ahima-rhit"),
        ("ahima-rhit", "credential", "ahima-rhit"),
        ("cda", "credential", "cda"),
        ("registered nurse", "career", "registered-nurse"),
        ("pharmacy technician", "career", "pharmacy-technician"),
        ("welder", "career", "welder"),
    ],
)
def test_an_id_goes_before_a_name_and_that_before_words(whole, name, kind, expected):
    """A whole title of a career wins over words in the name of a credential."""
    assert goal_named(whole, name) == (kind, expected)


def test_what_fits_both_alike_is_asked_back(whole):
    """RN is short for the nurse and for the license: both are listed by their ids."""
    with pytest.raises(CareerkitError) as raised:
        goal_named(whole, "RN")
    assert raised.value.status is ExitStatus.USAGE
    assert [line.split()[0] for line in raised.value.details] == ["registered-nurse", "rn-license"]


def test_what_fits_several_of_one_kind_is_asked_back(whole):
    """Words that several careers have name none of them."""
    with pytest.raises(CareerkitError, match="fits 4 career records") as raised:
        goal_named(whole, "truck driver")
    assert raised.value.status is ExitStatus.USAGE


def test_what_fits_nothing_is_told_with_the_nearest_of_both(whole):
    """A misspelled name is answered with what looks like it."""
    with pytest.raises(CareerkitError, match=r"^there is no career or credential") as raised:
        goal_named(whole, "medcial recods technican")
    assert raised.value.status is ExitStatus.NOT_FOUND
    assert any("medical-records-technician" in line for line in raised.value.details)
    with pytest.raises(CareerkitError) as raised:
        goal_named(whole, "zzzzzz")
    assert raised.value.details == ()
