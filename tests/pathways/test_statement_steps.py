"""What is a matter of yes or no."""

import pytest

from careerkit.model.client import Client, Statements, Study
from careerkit.model.entries import MilitaryTraining
from careerkit.model.rule import Condition
from careerkit.pathways.step import NoWay

ENGLISH = Condition(condition="language")
ADULT = Condition(condition="age_at_least", years=18)
OHIO = Condition(condition="state_in", states=("OH",), incomplete=True)


def test_english_is_taken_for_granted_unless_the_client_said_no(planned):
    """Who is known not to speak it has to learn it, however long that takes."""
    (step,) = planned(ENGLISH, client=Client(facts=Statements(language=False))).steps
    assert (step.kind, step.months, step.known) == ("statement", None, True)


def test_the_young_wait(planned):
    """A known age that is short becomes a wait of whole years."""
    (step,) = planned(ADULT, client=Client(age=16)).steps
    assert (step.kind, step.months) == ("wait", 24)


def test_waiting_comes_after_what_takes_time_anyway(planned):
    """Years of study make the client older, so that there is nothing to wait for."""
    degree = Condition(condition="degree_at_least", level="associate")
    client = Client(age=17, education=(Study(level="high_school"),))
    assert [step.kind for step in planned(ADULT, degree, client=client).steps] == ["program"]


def test_a_state_that_no_source_names_is_a_proviso(planned):
    """Where more states may have the rule, it is provided that the client's has it."""
    (proviso,) = planned(OHIO, client=Client(state="ME")).provided
    assert proviso.text == "the rule holds in Maine too, which no source read here says"


def test_another_state_ends_the_way(planned):
    """Where the list of states is complete, nobody is sent to move."""
    with pytest.raises(NoWay, match="living in Ohio"):
        planned(Condition(condition="state_in", states=("OH",)), client=Client(state="ME"))


def test_service_that_was_told_but_not_how_long_is_a_proviso(planned):
    """Military training of untold length leaves the way open."""
    asked = Condition(condition="military_training", field="him", weeks=8)
    (proviso,) = planned(asked, client=Client(military=(MilitaryTraining(field="him"),))).provided
    assert proviso.condition == asked


def test_study_abroad_is_to_be_evaluated(planned):
    """Who finished the program abroad gets it evaluated."""
    asked = Condition(condition="foreign_evaluation", field="him", who="ECE")
    studied = Study(level="associate", field="him", country="CA", status="completed")
    (step,) = planned(asked, client=Client(education=(studied,))).steps
    assert step.text == (
        "Get an evaluation of foreign study in health information management as equivalent by ECE"
    )
    other = Study(level="associate", country="CA", field="mlt")
    with pytest.raises(NoWay, match="in the field"):
        planned(asked, client=Client(education=(other,)))
