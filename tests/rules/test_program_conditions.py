"""Conditions on one program: accredited, approved, in its final term."""

from datetime import date

import pytest

from careerkit.model.client import Client, Study
from careerkit.model.organization import Accreditor, Accredits
from careerkit.model.rule import Condition
from careerkit.rules.enrollment_conditions import FINAL_TERM
from careerkit.rules.finding import Case, Effort, Reference
from careerkit.rules.kleene import Truth
from careerkit.rules.program_conditions import ACCREDITED, APPROVED

TODAY = date(2026, 11, 22)
CAHIIM = Accreditor(
    id="cahiim",
    name="Commission",
    abbreviation="CAHIIM",
    url="https://example.org",
    accredits=(
        Accredits(field="him", levels=("associate", "bachelor", "master")),
        Accredits(field="health_informatics", levels=("master",)),
    ),
    confidence="confirmed",
    sources=(),
)
REFERENCE = Reference(accreditors={"cahiim": CAHIIM})
GRADUATE = {"level": "associate", "field": "him", "completed": "2026-05-15"}


def condition(name="program_accredited_by", **parameters):
    """Return a condition on an associate program in health information, accredited by CAHIIM."""
    given = {"field": "him", "level": "associate", "accreditors": ("cahiim",), **parameters}
    return Condition(condition=name, **given)


def found(kind, asked, *education, told=True):
    """Return what the condition comes to for a client with these programs."""
    client = Client(education=education if told else None)
    return kind.evaluate(asked, Case(client=client, as_of=TODAY, reference=REFERENCE))


def test_an_accredited_graduate_meets_it():
    """A completed program at the level, in the field, accredited by the body is what is asked."""
    finding = found(ACCREDITED, condition(), Study(**GRADUATE, accredited_by=("cahiim",)))
    assert finding.verdict is Truth.MET
    assert finding.requirement == (
        "completed associate program in health information management, accredited by CAHIIM"
    )
    assert finding.reason == "the client's associate program is what is asked"
    assert (finding.missing, finding.ask, finding.assumes) == (None, (), ())
    assert finding.effort is Effort.NONE
    assert finding.touched == 3


def test_approval_by_another_word_is_not_accreditation():
    """A rule that asks for accreditation is not met by approval alone."""
    finding = found(ACCREDITED, condition(), Study(**GRADUATE, approved_by=("cahiim",)))
    assert finding.verdict is Truth.UNKNOWN
    finding = found(
        ACCREDITED, condition(), Study(**GRADUATE, approved_by=("cahiim",), accredited_by=())
    )
    assert finding.verdict is Truth.NOT_MET


@pytest.mark.parametrize(
    ("accredited", "approved", "truth"),
    [
        (None, ("cahiim",), Truth.MET),
        (("cahiim",), None, Truth.MET),
        (("cahiim",), (), Truth.MET),
        ((), ("cahiim",), Truth.MET),
        ((), (), Truth.NOT_MET),
        (None, None, Truth.UNKNOWN),
        ((), None, Truth.UNKNOWN),
        (None, (), Truth.UNKNOWN),
    ],
)
def test_accreditation_stands_for_approval(accredited, approved, truth):
    """A body approves a program that it approves or accredits: a no takes both to be a no."""
    study = Study(**GRADUATE, accredited_by=accredited, approved_by=approved)
    finding = found(APPROVED, condition("program_approved_by"), study)
    assert finding.verdict is truth
    assert "approved by CAHIIM" in finding.requirement


def test_aspects_of_two_programs_never_add_up():
    """Each of two programs lacks what the other has: neither is what is asked."""
    certificate = Study(level="certificate", field="him", accredited_by=("cahiim",))
    degree = Study(**GRADUATE, accredited_by=())
    finding = found(ACCREDITED, condition(), certificate, degree)
    assert finding.verdict is Truth.NOT_MET
    assert finding.missing == (
        "a completed associate program in health information management, accredited by CAHIIM"
    )
    assert finding.reason == "the client's certificate program is not at associate level"
    assert finding.effort is Effort.DEGREE


@pytest.mark.parametrize("kind", [ACCREDITED, APPROVED])
@pytest.mark.parametrize(
    ("level", "effort"),
    [
        ("certificate", Effort.STEP),
        ("post_baccalaureate_certificate", Effort.STEP),
        ("associate", Effort.DEGREE),
        ("doctorate", Effort.DEGREE),
    ],
)
def test_a_certificate_is_less_than_a_degree(kind, level, effort):
    """To lack a certificate program is to lack something smaller than a degree."""
    finding = found(kind, condition(level=level))
    assert finding.verdict is Truth.NOT_MET
    assert finding.effort is effort


def test_untold_education_asks_for_the_program():
    """Without a word on education the question is the whole requirement."""
    finding = found(ACCREDITED, condition(), told=False)
    assert finding.verdict is Truth.UNKNOWN
    assert finding.reason == "nothing was said of the client's education"
    (question,) = finding.ask
    assert question == (
        "Has the client completed an associate program in health information management, "
        "accredited by CAHIIM?"
    )
    assert finding.touched == 0


def test_no_program_at_all_is_said_so():
    """A client known to have studied nothing has no such program."""
    finding = found(ACCREDITED, condition())
    assert finding.verdict is Truth.NOT_MET
    assert finding.reason == "the client has no such program"
    assert finding.touched == 0


def test_the_reason_names_all_that_falls_short():
    """The reason says of the closest program each thing that it is not."""
    finding = found(ACCREDITED, condition(), Study(level="certificate", field="business"))
    assert finding.reason == (
        "the client's certificate program is not at associate level, "
        "is not in health information management"
    )


def test_the_reason_names_all_that_is_unknown():
    """The reason says of the closest program each thing that is not known."""
    finding = found(ACCREDITED, condition(level="master"), Study(level="master", completed="2026"))
    assert finding.reason == (
        "not known of the client's master's program: whether it is in health information "
        "management, accredited by CAHIIM"
    )
    (question,) = finding.ask
    assert question == (
        "Is the client's master's program in health information management "
        "and accredited by CAHIIM?"
    )


def test_the_closest_program_speaks():
    """Of several programs, the one that comes closest gives the reason and the question."""
    near = Study(**GRADUATE)
    far = Study(level="bachelor", field="business", accredited_by=())
    for education in ((near, far), (far, near)):
        finding = found(ACCREDITED, condition(), *education)
        assert finding.verdict is Truth.UNKNOWN
        assert finding.ask == ("Is the client's associate program accredited by CAHIIM?",)


def test_an_untold_status_is_assumed_aloud():
    """A program given without a status is taken to be completed and accredited at the time."""
    study = Study(level="associate", field="him", accredited_by=("cahiim",))
    finding = found(ACCREDITED, condition(), study)
    assert finding.verdict is Truth.MET
    assert finding.assumes == (
        "the associate program is completed, and was accredited by CAHIIM at the time",
    )


def test_an_untold_field_is_assumed_aloud():
    """A field that the accreditor tells is an assumption to confirm."""
    study = Study(level="associate", accredited_by=("cahiim",), completed="2026-05-15")
    finding = found(ACCREDITED, condition(), study)
    assert finding.verdict is Truth.MET
    assert finding.assumes == (
        "the associate program is in health information management, which was not said: confirm it",
    )


def test_no_field_asked_assumes_none():
    """Where the rule names no field, an untold field is no assumption."""
    study = Study(level="associate", accredited_by=("cahiim",), completed="2026-05-15")
    finding = found(ACCREDITED, condition(field=None), study)
    assert finding.verdict is Truth.MET
    assert finding.assumes == ()


def test_a_condition_keeps_its_stage_and_confidence():
    """What a finding says of stage and confidence is the condition's own."""
    asked = condition(stage="award", confidence="reported")
    for kind in (ACCREDITED, APPROVED, FINAL_TERM):
        finding = found(kind, asked)
        assert (finding.stage, finding.confidence) == ("award", "reported")


@pytest.mark.parametrize(
    ("study", "touched"),
    [
        (Study(level="associate", field="him", accredited_by=("cahiim",)), 3),
        (Study(level="associate", field="him", accredited_by=()), 2),
        (Study(level="associate", accredited_by=("cahiim",)), 3),
        (Study(level="bachelor", field="business", accredited_by=()), 0),
        (Study(level="associate", field="business", accredited_by=()), 0),
        (Study(level="associate"), 1),
        (Study(level="certificate", field="him"), 1),
        (Study(level="unknown", field="him"), 1),
    ],
)
def test_facts_that_speak_to_it_are_counted(study, touched):
    """Field and accreditor speak to the condition; a level alone only while the rest is open."""
    assert found(ACCREDITED, condition(), study).touched == touched


def test_final_term_is_met_in_it():
    """A student in the final term of the program is what is asked."""
    study = Study(level="associate", field="him", accredited_by=("cahiim",), status="final_term")
    finding = found(FINAL_TERM, condition("enrolled_final_term"), study)
    assert finding.verdict is Truth.MET
    assert finding.requirement == (
        "final term of an associate program in health information management, accredited by CAHIIM"
    )


@pytest.mark.parametrize(
    ("told", "truth"),
    [
        ({"status": "final_term", "expected": "2026-12-20"}, Truth.MET),
        ({"status": "final_term", "expected": "2026-11-22"}, Truth.MET),
        ({"status": "final_term", "expected": "2026-11-21"}, Truth.UNKNOWN),
        ({"status": "in_progress", "expected": "2027-05"}, Truth.NOT_MET),
        ({"status": "in_progress", "expected": "2026-10"}, Truth.UNKNOWN),
        ({"status": "completed"}, Truth.NOT_MET),
        ({"completed": "2026-05-15"}, Truth.NOT_MET),
        ({}, Truth.NOT_MET),
        ({"expected": "2026-12-20"}, Truth.UNKNOWN),
        ({"completed": "2026-11-23"}, Truth.UNKNOWN),
    ],
)
def test_final_term_turns_on_what_was_told(told, truth):
    """Only a status tells a final term; a coming end without one leaves it open."""
    study = Study(level="associate", field="him", accredited_by=("cahiim",), **told)
    assert found(FINAL_TERM, condition("enrolled_final_term"), study).verdict is truth


def test_final_term_of_any_such_program():
    """Without accreditors the condition asks nobody's accreditation."""
    asked = condition("enrolled_final_term", accreditors=())
    finding = found(FINAL_TERM, asked, Study(level="associate", field="him", status="final_term"))
    assert finding.verdict is Truth.MET
    assert (
        finding.requirement == "final term of an associate program in health information management"
    )


def test_final_term_lacking_is_worded_as_being_in_it():
    """What is missing is being in the final term, and that is as far as a degree."""
    finding = found(FINAL_TERM, condition("enrolled_final_term"))
    assert finding.missing is not None
    assert finding.missing.startswith("being in the final term of an associate program")
    assert finding.effort is Effort.DEGREE


def test_final_term_of_a_certificate_is_less_than_a_degree():
    """To lack the final term of a certificate program is less than to lack a degree."""
    finding = found(FINAL_TERM, condition("enrolled_final_term", level="certificate"))
    assert finding.effort is Effort.STEP


def test_final_term_untold_is_asked():
    """Without a word on education the question is whether the client is in the final term."""
    finding = found(FINAL_TERM, condition("enrolled_final_term"), told=False)
    assert finding.verdict is Truth.UNKNOWN
    assert finding.ask[0].startswith("Is the client in the final term of an associate program")


def test_a_level_or_higher_is_worded_so():
    """A rule that takes higher levels says so in its requirement."""
    asked = condition("enrolled_final_term", level="bachelor", level_match="at_least")
    wording = FINAL_TERM.requirement(asked, REFERENCE)
    assert "bachelor's or higher program in health information management" in wording
