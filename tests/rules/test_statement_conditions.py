"""Conditions that rest on a plain yes or no."""

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, YES_NO_UNTOLD, result_of

from careerkit.model.client import Client, Statements
from careerkit.model.statements import PLAIN
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Effort, Reference

REFERENCE = Reference(issuers={"nbcot": "NBCOT"})
NEEDED = {"who": "the state board of nursing", "kind": "health care executive"}


def judged(name, answer=None, **parameters):
    """Return what a condition comes to where this was said of it."""
    needs = {key: NEEDED[key] for key in CONDITIONS[name].needs if key in NEEDED}
    client = Client(facts=Statements(**{name: answer}))
    return result_of(name, client, reference=REFERENCE, **{**needs, **parameters})


@pytest.mark.parametrize("kind", sorted(PLAIN))
@pytest.mark.parametrize(("answer", "truth"), YES_NO_UNTOLD)
def test_what_was_said_decides(kind, answer, truth):
    """A yes meets it, a no does not, and nothing said is asked."""
    result = judged(kind, answer)
    assert result.verdict is truth
    assert bool(result.missing) is (truth is NOT_MET)
    assert bool(result.ask) is (truth is UNKNOWN)
    assert (result.relevance, result.background_relevance) == (0, int(truth is MET))


@pytest.mark.parametrize(
    ("kind", "parameters", "requirement"),
    [
        ("apprenticeship", {"field": "phlebotomy"}, "registered apprenticeship in phlebotomy"),
        ("authority_approval", {}, "approval by the state board of nursing"),
        ("background_check", {"kind": "fingerprints"}, "cleared background check (fingerprints)"),
        ("cpr_current", {"kind": "BLS"}, "current CPR card (BLS)"),
        ("current_position", {}, "job held now (health care executive)"),
        (
            "enrolled_high_school_cte",
            {"field": "early_childhood_education"},
            "place as a junior or senior in a high-school career and technical program in early",
        ),
        (
            "enrolled_program",
            {"field": "teacher_preparation", "kind": "alternative route"},
            "place in a program in teacher preparation (alternative route)",
        ),
        ("ethics_clearance", {"organization": "nbcot"}, "ethics clearance by NBCOT"),
        ("language", {}, "command of English"),
        ("medical_fitness", {"kind": "DOT physical"}, "medical certificate (DOT physical)"),
        (
            "performance_assessment",
            {"kind": "professional portfolio", "within_months": 6},
            "performance assessment (professional portfolio) in the last 6 months",
        ),
        ("practicum", {"field": "cancer_registry"}, "supervised practicum in cancer registry"),
        ("references", {"count": 2, "who": "supervisors"}, "2 references from supervisors"),
        ("references", {"count": 1}, "1 reference"),
        ("references", {}, "references"),
        ("residence", {}, "residence in the state that gives the license"),
        ("sponsor", {"who": "a FINRA member firm"}, "sponsorship by a FINRA member firm"),
        ("vision_standard", {"kind": "near vision"}, "passed eye test (near vision)"),
    ],
)
def test_each_is_worded_with_its_details(kind, parameters, requirement):
    """The requirement says of what field, by whom and what exactly."""
    assert judged(kind, **parameters).requirement.startswith(requirement)


def test_a_yes_to_something_particular_is_an_assumption():
    """A plain yes says nothing of the field: that it is meant is said aloud."""
    assert judged("apprenticeship", answer=True, field="phlebotomy").assumes == (
        "what was said is about this: registered apprenticeship in phlebotomy",
    )
    assert judged("apprenticeship", answer=True).assumes == ()


@pytest.mark.parametrize(
    ("kind", "missing", "question"),
    [
        ("cpr_current", "a current CPR card", "Does the client hold a current CPR card?"),
        ("sponsor", "sponsorship", "Does the client have sponsorship?"),
        (
            "apprenticeship",
            "a registered apprenticeship",
            "Has the client finished a registered apprenticeship?",
        ),
        (
            "authority_approval",
            "approval by the state board of nursing",
            "Does the client have approval by the state board of nursing? That is decided",
        ),
    ],
)
def test_missing_takes_an_article_where_one_is_due(kind, missing, question):
    """What can be counted has an article; the question is that of the row."""
    assert judged(kind, answer=False).missing == missing
    assert judged(kind).ask[0].startswith(question)


@pytest.mark.parametrize(
    ("kind", "parameters", "question"),
    [
        ("background_check", {"who": "CFP Board"}, "passed a background check by CFP Board?"),
        ("sponsor", {"kind": "Form U4 filed"}, "have sponsorship (Form U4 filed)?"),
        ("references", {"count": 2, "who": "supervisors"}, "have 2 references from supervisors?"),
        ("performance_assessment", {"within_months": 6}, "assessment in the last 6 months?"),
    ],
)
def test_the_question_has_the_details_of_the_rule(kind, parameters, question):
    """A rule that names a body, a number or a time asks for just that."""
    assert judged(kind, **parameters).ask[0].endswith(question)


@pytest.mark.parametrize(
    ("kind", "effort"),
    [
        ("references", Effort.STEP),
        ("cpr_current", Effort.STEP),
        ("apprenticeship", Effort.DEGREE),
        ("background_check", Effort.OUT_OF_REACH),
        ("authority_approval", Effort.OUT_OF_REACH),
    ],
)
def test_what_a_client_can_do_something_about_is_nearer(kind, effort):
    """References can be found; a check that was not passed is no step."""
    assert judged(kind, answer=False).effort is effort
