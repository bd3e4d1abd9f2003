"""Conditions on study abroad: covered by an agreement, or evaluated as equivalent."""

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, YES_NO_UNTOLD, result_of

from careerkit.model.client import Client, Statements, Study
from careerkit.rules.result import Effort, Reference

REFERENCE = Reference(issuers={"ahima": "AHIMA"})
CANADA = Study(level="bachelor", field="him", country="CA")
HOME = Study(level="bachelor", field="him")
NURSE = Study(level="bachelor", field="registered_nursing", country="PH", completed="2020")


def abroad(*education, claimed=None, listed=True, **parameters):
    """Return what study abroad under an agreement comes to."""
    parameters = {"organization": "ahima", "field": "him", **parameters}
    statements = Statements(foreign_reciprocity=claimed)
    client = Client(education=education if listed else None, facts=statements)
    return result_of("foreign_reciprocity", client, reference=REFERENCE, **parameters)


def evaluated(*education, claimed=None, listed=True, **parameters):
    """Return what an evaluation of foreign study comes to."""
    statements = Statements(foreign_evaluation=claimed)
    client = Client(education=education if listed else None, facts=statements)
    return result_of("foreign_evaluation", client, reference=REFERENCE, **parameters)


@pytest.mark.parametrize(("claimed", "truth"), YES_NO_UNTOLD)
def test_an_agreement_is_what_the_client_says(claimed, truth):
    """Study abroad falls under an agreement, does not, or is asked about."""
    result = abroad(CANADA, claimed=claimed)
    assert result.verdict is truth
    assert bool(result.ask) is (truth is UNKNOWN)
    assert bool(result.missing) is (truth is NOT_MET)
    assert result.relevance == 1


@pytest.mark.parametrize(("claimed", "truth"), YES_NO_UNTOLD)
def test_what_is_said_of_an_agreement_needs_no_list_of_study(claimed, truth):
    """The agreement alone settles it where nothing was said of education."""
    result = abroad(listed=False, claimed=claimed)
    assert result.verdict is truth
    assert result.relevance == int(truth is MET)
    assert result.reason.startswith("not known") is (truth is UNKNOWN)


@pytest.mark.parametrize(
    ("more", "truth"),
    [
        ({"completed": "2020"}, MET),
        ({"status": "in_progress"}, NOT_MET),
        ({"expected": "2026-01"}, UNKNOWN),
        ({"country": "US"}, NOT_MET),
    ],
)
def test_an_agreement_takes_a_program_that_is_finished_abroad(more, truth):
    """An agreement that the client claims covers a program abroad, of the field, once finished."""
    study = Study(**{"level": "bachelor", "field": "him", "country": "CA", **more})
    result = abroad(study, claimed=True)
    assert result.verdict is truth
    assert len(result.assumes) == int(truth is MET)


def test_study_in_the_us_falls_under_no_agreement():
    """A client whose whole study was in the US did not finish a program abroad."""
    result = abroad(HOME)
    assert (result.verdict, result.effort) == (NOT_MET, Effort.OUT_OF_REACH)
    assert result.relevance == 0


def test_no_study_falls_under_no_agreement():
    """A client known to have studied nothing is not said to have studied in the US."""
    result = abroad()
    assert result.verdict is NOT_MET
    assert "studied in the US" not in result.reason


def test_one_program_abroad_leaves_it_open():
    """Study at home beside study abroad takes nothing away."""
    assert abroad(HOME, Study(level="master", country="KR")).verdict is UNKNOWN


def test_a_program_abroad_in_another_field_falls_under_no_agreement():
    """An agreement on one field cannot cover a program that is known to be in another."""
    business = Study(level="bachelor", field="business", country="CA")
    assert abroad(business).verdict is NOT_MET
    assert abroad(business, field=None).verdict is UNKNOWN


def test_the_agreement_is_worded_with_field_and_issuer():
    """The requirement names the field, where there is one, and the issuer."""
    assert abroad().requirement == (
        "health information management program abroad, approved by an association with which "
        "AHIMA has a reciprocity agreement"
    )
    plain = abroad(field=None, organization="other").requirement
    assert plain.startswith("program abroad")
    assert "with which other has" in plain


@pytest.mark.parametrize(("claimed", "truth"), YES_NO_UNTOLD)
def test_study_abroad_is_evaluated_or_not(claimed, truth):
    """Whether study abroad was judged equivalent is what the client says."""
    result = evaluated(NURSE, claimed=claimed, who="CGFNS")
    assert result.verdict is truth
    assert result.requirement == "evaluation of foreign study as equivalent by CGFNS"
    if truth is MET:
        assert result.assumes == (f"what was said is about this: {result.requirement}",)
    if truth is UNKNOWN:
        assert result.ask == ("Was the client's study abroad judged equivalent by CGFNS?",)
    if truth is NOT_MET:
        assert result.effort is Effort.STEP


@pytest.mark.parametrize("result", [evaluated, abroad])
def test_study_abroad_or_a_word_on_it_singles_the_route_out(result):
    """Either speaks to routes for study abroad; study at home does not."""
    assert result(NURSE).relevance == 1
    assert result(listed=False, claimed=True).relevance == 1
    assert result(Study(level="bachelor"), claimed=False).relevance == 0


def test_study_at_home_needs_no_evaluation_and_has_none():
    """A client who studied in the US only is on no route for foreign study."""
    result = evaluated(Study(level="bachelor"))
    assert result.verdict is NOT_MET
    assert (result.effort, result.relevance) == (Effort.OUT_OF_REACH, 0)
    assert evaluated(listed=False).verdict is UNKNOWN
    assert evaluated(listed=False, claimed=True).verdict is MET
    assert evaluated(NURSE, claimed=True).assumes == ()
