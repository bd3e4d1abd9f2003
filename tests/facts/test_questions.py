"""The questions of an interview."""

import pytest

from careerkit.facts import FACTS
from careerkit.facts.questions import AGAIN, ANOTHER_PROGRAM, QUESTIONS
from careerkit.model.client import Client, Credits, Statements
from careerkit.model.shape import slots_of

NO_QUESTION = {"education.country", "credits.subjects", "work.to", "work.years"}
"""The US if left out; told as courses; told with "from"; told with "months"."""


def places():
    """Yield section, or section and key, of everything that can be untold."""
    heads = {fact.section: fact.head for fact in FACTS}
    for section, shape in slots_of(Client).items():
        record = shape.item.record if shape.item else object
        if section not in ("facts", "credits"):
            yield section
        if shape.form == "record":
            record = Credits if section == "credits" else Statements
        if record is not object:
            yield from (f"{section}.{key}" for key in slots_of(record) if key not in heads[section])


def test_everything_that_can_be_untold_has_a_question():
    """Each section, fact and detail of an entry has a question, and no question is left over."""
    assert set(QUESTIONS) == set(places()) - NO_QUESTION


@pytest.mark.parametrize("place", QUESTIONS)
def test_a_question_says_what_to_type(place):
    """A question is one or two sentences, and names an answer."""
    text = QUESTIONS[place]
    assert "?" in text or place == "education.status"
    assert text.endswith(".")
    assert any(word in text for word in ("uch as", "yes or no", "final_term", "none"))
    assert ("{entry}" in text) is ("." in place and place.split(".")[0] not in ("facts", "credits"))


def test_asking_for_more_says_what_no_answer_means():
    """Without an answer a list ends."""
    assert "Enter if there is none" in AGAIN
    assert "Enter if there is none" in ANOTHER_PROGRAM
