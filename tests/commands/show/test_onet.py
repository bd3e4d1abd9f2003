"""What O*NET tells, as a card shows it: in words, with its source and its limits."""

import dataclasses

import pytest

from careerkit.commands.show.onet import profile
from careerkit.commands.show.query import card
from careerkit.model.career import Career, EducationSurvey, Interests, JobZone, Technology
from careerkit.render.page import Citations, Heading, Pairs, Prose

ONET = "onet-30-1"
NOTHING = {"job_zone": None, "interests": None, "education_survey": None, "technology": None}


@pytest.fixture
def drawn(catalog):
    """Return the blocks for a career of which only some parts are told."""

    def draw(**parts):
        career = catalog.one(Career, "medical-records-technician")
        changed = dataclasses.replace(career, **(NOTHING | parts))
        return profile(card(catalog, changed), Citations({}))

    return draw


def told(blocks):
    """Return the labels with their values, after the heading."""
    heading, pairs, *_ = blocks
    assert (type(heading), type(pairs)) == (Heading, Pairs)
    return dict(pairs.rows)


@pytest.mark.parametrize(
    ("zones", "words"),
    [
        ((1,), "Job zone 1 of 5: little or no preparation [1]"),
        ((3,), "Job zone 3 of 5: medium preparation [1]"),
        ((2, 4), "Job zones 2 and 4 of 5: some preparation or considerable preparation [1]"),
    ],
)
def test_zones_are_told_in_words(drawn, zones, words):
    """A number alone says little: it stands with its meaning, the top and the source."""
    assert told(drawn(job_zone=JobZone(zones=zones, source=ONET))) == {"Preparation": words}


def test_interests_are_told_in_words(drawn):
    """The letters of a code are spelled out; several codes are alternatives."""
    found = drawn(interests=Interests(holland=("CI", "RSA"), source=ONET))
    words = "Conventional, Investigative (CI) or Realistic, Social, Artistic (RSA) [1]"
    assert told(found) == {"Interests": words}


@pytest.mark.parametrize(("count", "end"), [(1, "T0"), (10, "T9"), (12, "T9, 2 more")])
def test_ten_technologies_are_named(drawn, count, end):
    """Of what is left over, the number is told."""
    names = tuple(f"T{number}" for number in range(count))
    (words,) = told(drawn(technology=Technology(in_demand=names, source=ONET))).values()
    assert words.startswith("T0")
    assert words.endswith(f"{end} [1]")


def test_answers_are_told_with_what_they_are(drawn):
    """The most frequent answer comes first, those nobody gave not at all, and none is a rule."""
    shares = {name: 0 for name in EducationSurvey.__slots__ if name != "source"}
    some = {**shares, "high_school": 20.5, "bachelor": 79.5}
    found = drawn(education_survey=EducationSurvey(**some, source=ONET))
    words = "bachelor's degree 80%, high-school diploma 20% [1]"
    assert told(found) == {"Education, as answered": words}
    assert isinstance(found[-1], Prose)
    assert "They are no rule" in found[-1].text


def test_answers_that_are_not_published_are_said_to_be_missing(drawn):
    """A share that is not on record is not taken for none."""
    found = drawn(education_survey=EducationSurvey(master=60, source=ONET))
    (words,) = told(found).values()
    left_out = "other answers, perhaps more frequent ones, are too uncertain to be published [1]"
    assert words == f"master's degree 60%; {left_out}"
    found = drawn(education_survey=EducationSurvey(master=0, source=ONET))
    none = "most answers are too uncertain to be published [1]"
    assert [*told(found).values()] == [none]
    found = drawn(education_survey=EducationSurvey(certificate=22.5, associate=19.4, source=ONET))
    assert [*told(found).values()] == [none]


def test_a_career_without_data_has_no_such_part(drawn):
    """There is no heading without anything below it, and no caveat without answers."""
    assert drawn() == []
    assert len(drawn(job_zone=JobZone(zones=(1,), source=ONET))) == 2
