"""What supplies each type of condition, and in which order."""

import pytest

from careerkit.model.client import Client, Statements
from careerkit.model.client_vocabulary import EXAMS
from careerkit.model.credential import Credential
from careerkit.model.rule import Condition
from careerkit.model.statements import PLAIN
from careerkit.pathways.credential_steps import OWNERS
from careerkit.pathways.step import KINDS, NoWay
from careerkit.pathways.step_registry import _ORDER, _PLACES, SUPPLIERS
from careerkit.rules.registry import CONDITIONS, STUDY_CONDITIONS


def test_every_type_of_condition_has_a_supplier_and_a_place():
    """None is forgotten, and none has two places."""
    placed = [*(name for names in _ORDER.values() for name in names), *PLAIN]
    assert sorted(placed) == sorted(_PLACES) == sorted(CONDITIONS)
    assert {*SUPPLIERS, *STUDY_CONDITIONS} == {*CONDITIONS}
    assert not {*SUPPLIERS} & {*STUDY_CONDITIONS}


def test_owners_of_exams_are_on_record(catalog):
    """The exams are in the vocabulary, and who owns them has a record with an exam."""
    assert {*OWNERS} <= {*EXAMS}
    assert all(catalog.one(Credential, owner).exam for owner in OWNERS.values())


@pytest.mark.parametrize(
    ("condition", "kind", "months"),
    [
        ({"condition": "apprenticeship"}, "apprenticeship", None),
        ({"condition": "ce_hours", "hours": 30}, "training", 0),
        ({"condition": "course_in", "subjects": ("chemistry",)}, "course", None),
        ({"condition": "course_in", "subjects": ("physics",), "hours_each": 500}, "course", 3),
        ({"condition": "cpr_current"}, "statement", 0),
        ({"condition": "credit_hours_at_least", "credits": 60}, "course", None),
        ({"condition": "current_position", "kind": "as a clerk"}, "statement", None),
        ({"condition": "enrolled_program"}, "place", None),
        ({"condition": "exam_passed", "exam": "state-teacher-tests"}, "exam", 0),
        ({"condition": "membership", "organization": "aapc"}, "membership", 0),
        ({"condition": "performance_assessment"}, "statement", 0),
        ({"condition": "practicum"}, "practicum", None),
        (
            {"condition": "procedures_performed", "procedure": "ekg_live", "count": 1},
            "procedure",
            0,
        ),
        ({"condition": "references", "count": 2}, "statement", 0),
        ({"condition": "sponsor"}, "statement", None),
        ({"condition": "training_completed", "name": "aapc_practicode"}, "training", 0),
        ({"condition": "training_hours", "subject": "phlebotomy", "hours": 480}, "training", 3),
        ({"condition": "work_in_field", "work": "dialysis", "months": 6}, "work", 6),
        ({"condition": "work_in_field", "work": "phlebotomy", "hours": 1040}, "work", 7),
    ],
)
def test_what_nobody_told_becomes_a_step(planned, condition, kind, months):
    """An unknown becomes a step that may be done already, as long as the rule says it takes."""
    asked = Condition(**condition)
    plan = planned(asked)
    (step,) = plan.steps
    assert (step.kind, step.months, step.known) == (kind, months, False)
    assert step.kind in KINDS
    assert step.sources == ("page",)
    assert plan.client_state.meets(asked)
    assert not plan.provided


@pytest.mark.parametrize(
    ("condition", "exceptional"),
    [
        ({"condition": "age_at_least", "years": 18}, False),
        ({"condition": "attempts_remaining", "max_attempts": 3}, False),
        ({"condition": "authority_approval", "who": "the board"}, False),
        ({"condition": "authority_approval", "who": "the board", "kind": "of it"}, True),
        ({"condition": "background_check"}, False),
        ({"condition": "ethics_clearance"}, False),
        ({"condition": "language"}, False),
        ({"condition": "legal_status", "statuses": ("us_citizen",)}, False),
        ({"condition": "medical_fitness"}, False),
        ({"condition": "residence"}, False),
        ({"condition": "state_in", "states": ("OH",)}, False),
        ({"condition": "state_not_in", "states": ("TX",)}, False),
        ({"condition": "vision_standard"}, False),
    ],
)
def test_what_nobody_can_work_towards_becomes_a_proviso(planned, condition, exceptional):
    """An unknown that no step can bring about is what the way is provided on."""
    asked = Condition(**condition)
    plan = planned(asked)
    (proviso,) = plan.provided
    assert (proviso.condition, proviso.exceptional) == (asked, exceptional)
    assert not plan.steps
    assert plan.client_state.meets(asked)


@pytest.mark.parametrize(
    ("condition", "client"),
    [
        ({"condition": "attempts_remaining", "max_attempts": 3}, {"exam_attempts": 3}),
        ({"condition": "authority_approval", "who": "it"}, {"authority_approval": False}),
        ({"condition": "background_check"}, {"background_check": False}),
        ({"condition": "legal_status", "statuses": ("us_citizen",)}, {"legal_status": "other"}),
        ({"condition": "residence"}, {"residence": False}),
        ({"condition": "vision_standard"}, {"vision_standard": False}),
    ],
)
def test_what_the_client_lacks_for_good_ends_the_way(planned, condition, client):
    """Where the client said no to what nobody can work towards, there is no way."""
    with pytest.raises(NoWay):
        planned(Condition(**condition), client=Client(facts=Statements(**client)))


@pytest.mark.parametrize(
    "condition",
    [
        {"condition": "enrolled_final_term", "field": "him"},
        {"condition": "enrolled_high_school_cte"},
        {"condition": "foreign_evaluation"},
        {"condition": "foreign_reciprocity", "organization": "aapc"},
        {"condition": "in_pursuit_of", "level": "high_school"},
        {"condition": "military_training", "field": "him"},
    ],
)
def test_service_and_study_that_go_on_or_lie_abroad_are_no_steps(planned, condition):
    """Nobody joins the army, or studies abroad, for the sake of a rule: only the facts tell it."""
    with pytest.raises(NoWay, match=r"^it is for those "):
        planned(Condition(**condition))
