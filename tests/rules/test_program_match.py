"""One program of a client, judged whole against what a condition asks of one program."""

import pytest
from evaluating import MET, NOT_MET, TODAY, UNKNOWN, accreditor, by_truth

from careerkit.model.client import Study
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.organization import Accredits
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import AWARD_LEVELS, DEGREES, LEVELS
from careerkit.rules import program_match
from careerkit.rules.program_match import Match, Part
from careerkit.rules.result import Reference

CAHIIM = accreditor(
    "cahiim",
    Accredits(field="him", levels=("associate", "bachelor", "master")),
    Accredits(field="health_informatics", levels=("master",)),
    Accredits(field="health_science", levels=("bachelor",), since="2024"),
)
WIDE = accreditor(
    "wide",
    Accredits(field="him", levels=("associate",)),
    Accredits(field="business", levels=("associate", "bachelor")),
)
NARROW = accreditor("narrow", Accredits(field="him", levels=("associate", "certificate")))
REFERENCE = Reference(accreditors={"cahiim": CAHIIM, "wide": WIDE, "narrow": NARROW})


def asking(**parameters):
    """Return a condition on one program."""
    return Condition(condition="program_accredited_by", **parameters)


def test_levels_rise_in_the_order_of_the_design():
    """The order of levels is the one the design gives."""
    assert list(LEVEL_ORDER) == [
        *("none", "grade_8", "high_school", "some_college", "certificate", "associate"),
        *("bachelor", "post_baccalaureate_certificate", "master", "post_master_certificate"),
        "doctorate",
    ]
    assert list(LEVEL_ORDER.values()) == list(range(len(LEVELS)))


@pytest.mark.parametrize(
    ("match", "level", "truth"),
    [
        ("exact", "bachelor", MET),
        ("exact", "master", NOT_MET),
        ("at_least", "master", MET),
        ("at_least", "associate", NOT_MET),
        ("unstated", "bachelor", MET),
        ("unstated", "master", UNKNOWN),
        ("unstated", "associate", NOT_MET),
        ("exact", "unknown", UNKNOWN),
        ("at_least", "unknown", UNKNOWN),
        ("exact", None, NOT_MET),
    ],
)
def test_level_is_held_as_the_rule_says(match, level, truth):
    """Exact takes one level, at_least any higher one, unstated leaves a higher one open."""
    part = program_match.level_part(asking(level="bachelor", level_match=match), Study(level=level))
    assert part.truth is truth
    assert part.asked == "at bachelor's level"
    assert part.short == "is not at bachelor's level"


@pytest.mark.parametrize("kind", [{"field": "him"}, {"accreditors": ("cahiim",)}, {}])
@pytest.mark.parametrize(
    ("asked", "level", "truth"),
    [
        ("bachelor", "post_baccalaureate_certificate", NOT_MET),
        ("associate", "post_baccalaureate_certificate", NOT_MET),
        ("master", "post_master_certificate", NOT_MET),
        ("bachelor", "master", MET),
        ("bachelor", "unknown", UNKNOWN),
        ("certificate", "post_baccalaureate_certificate", MET),
        ("post_baccalaureate_certificate", "post_baccalaureate_certificate", MET),
        ("post_baccalaureate_certificate", "post_master_certificate", MET),
    ],
)
def test_a_certificate_is_no_degree_of_its_own_field_or_accreditor(kind, asked, level, truth):
    """A certificate after a degree implies a degree, of which its own field says nothing."""
    part = program_match.level_part(
        asking(level=asked, level_match="at_least", **kind), Study(level=level)
    )
    of_any_kind = not kind and level != "unknown"
    assert part.truth is (MET if of_any_kind else truth)


def test_a_rule_that_says_nothing_of_higher_levels_leaves_certificates_open_too():
    """The sources of such a rule do not say what else counts: ask; an exact rule takes none."""
    certificate = Study(level="post_baccalaureate_certificate")
    silent = asking(level="bachelor", field="him")
    assert program_match.level_part(silent, certificate).truth is UNKNOWN
    exact = asking(level="bachelor", field="him", level_match="exact")
    assert program_match.level_part(exact, certificate).truth is NOT_MET


def test_no_level_asked_is_met_by_any():
    """A condition without a level takes every program, with a degree or without."""
    for level in (*LEVELS, "unknown", None):
        assert program_match.level_part(asking(), Study(level=level)).truth is MET


@pytest.mark.parametrize(
    ("asked", "stated", "truth"),
    [
        ("him", "him", MET),
        ("him", "business", NOT_MET),
        ("him", None, UNKNOWN),
        (None, "business", MET),
        (None, None, MET),
    ],
)
def test_field_is_met_unmet_or_untold(asked, stated, truth):
    """The field is judged by what was told, and stays open where nothing was."""
    part = program_match.field_part(
        asking(field=asked), Study(level="associate", field=stated), REFERENCE
    )
    assert part.truth is truth


@pytest.mark.parametrize(
    ("study", "field"),
    [
        (Study(level="associate", accredited_by=("cahiim",)), "him"),
        (Study(level="associate", approved_by=("cahiim",)), "him"),
        (Study(level="master", accredited_by=("cahiim",)), None),
        (Study(level="bachelor", accredited_by=("cahiim",)), None),
        (Study(level="bachelor", accredited_by=("cahiim",), completed="2023"), "him"),
        (Study(level="bachelor", accredited_by=("cahiim",), completed="2023-12-31"), "him"),
        (Study(level="bachelor", accredited_by=("cahiim",), completed="2024-01-01"), None),
        (Study(level="bachelor", accredited_by=("cahiim",), completed="2024"), None),
        (Study(level="certificate", accredited_by=("cahiim",)), None),
        (Study(level="unknown", accredited_by=("cahiim",)), None),
        (Study(level="unknown", accredited_by=("narrow",)), None),
        (Study(level="certificate", accredited_by=("narrow",)), None),
        (Study(level=None, accredited_by=("cahiim",)), None),
        (Study(level="doctorate", accredited_by=("cahiim",)), None),
        (Study(level="associate", accredited_by=("wide",)), None),
        (Study(level="bachelor", accredited_by=("wide",)), "business"),
        (Study(level="associate", accredited_by=("nobody-we-know",)), None),
        (Study(level="associate", accredited_by=()), None),
        (Study(level="associate"), None),
    ],
)
def test_accreditors_tell_a_field_only_where_there_is_one(study, field):
    """A level that stands under one field alone tells that field; anything else tells nothing."""
    assert program_match.implied_field(study, REFERENCE) == field


def test_a_second_accreditor_takes_no_knowledge_away():
    """A program that CAHIIM accredits is in CAHIIM's field, whoever else accredits it."""
    study = Study(level="associate", accredited_by=("cahiim",), approved_by=("wide",))
    assert program_match.implied_field(study, REFERENCE) == "him"


def test_the_field_told_outweighs_the_field_implied():
    """What the client says of the field counts before what the accreditor tells."""
    study = Study(level="associate", field="business", accredited_by=("cahiim",))
    assert program_match.field_part(asking(field="him"), study, REFERENCE).truth is NOT_MET


@pytest.mark.parametrize(
    ("bodies", "truth"),
    by_truth(met=[("cahiim",), ("other", "cahiim")], not_met=[("other",), ()], unknown=[None]),
)
def test_one_named_body_is_enough(bodies, truth):
    """One of the bodies asked for is enough; nobody is a no, untold is unknown."""
    part = program_match.body_part(asking(accreditors=("cahiim", "wide")), "accredited", bodies)
    assert part.truth is truth


@pytest.mark.parametrize(
    ("study", "status"),
    [
        (Study(), "assumed_completed"),
        (Study(status="completed"), "completed"),
        (Study(completed="2026-11-22"), "completed"),
        (Study(completed="2026-11"), "completed"),
        (Study(completed="2026"), "completed"),
        (Study(status="in_progress"), "in_progress"),
        (Study(status="final_term"), "final_term"),
        (Study(status="final_term", expected="2026-11-22"), "final_term"),
        (Study(status="final_term", expected="2026-11"), "final_term"),
        (Study(status="final_term", expected="2026-11-21"), "past_due"),
        (Study(status="in_progress", expected="2026-10"), "past_due"),
        (Study(expected="2025"), "past_due"),
        (Study(status="completed", expected="2025"), "completed"),
        (Study(expected="2026-11-22"), "expected"),
        (Study(expected="2027"), "expected"),
    ],
)
def test_status_on_a_day(study, status):
    """A status is what was told, what a date tells, assumed, or past due; never guessed."""
    assert program_match.status_of(study, TODAY) == status


@pytest.mark.parametrize(
    ("study", "truth"),
    [
        (Study(), MET),
        (Study(completed="2026-11-22"), MET),
        (Study(completed="2026-11-23"), NOT_MET),
        (Study(completed="2026-12"), NOT_MET),
        (Study(expected="2026-12-20"), NOT_MET),
        (Study(status="final_term"), NOT_MET),
        (Study(status="in_progress"), NOT_MET),
        (Study(expected="2026-11-21"), UNKNOWN),
    ],
)
def test_completion_turns_on_its_day(study, truth):
    """A program is completed from its day on, not before, and open once its day has passed."""
    assert program_match.completion_part(study, TODAY).truth is truth


@pytest.mark.parametrize(
    ("stated", "truth"),
    by_truth(
        met=[{"hours": 720, "years": 2}, {"hours": 900, "years": 3}],
        not_met=[{"hours": 719, "years": 2}, {"hours": 720, "years": 1.5}],
        unknown=[{"hours": 720}],
    ),
)
def test_a_program_is_as_long_as_is_asked_or_longer(stated, truth):
    """Both hours and years count where both are asked."""
    part = program_match.length_part(asking(hours=720, years=2), Study(**stated))
    assert part.truth is truth
    assert part.asked == "at least 720 hours and 2 years long"


@pytest.mark.parametrize("text", ["9999", "9999-12", "9999-12-31"])
def test_a_day_without_end_is_a_day(text):
    """The last year a date can name, which people write for "never", is judged like any other."""
    assert program_match.completion_part(Study(expected=text), TODAY).truth is NOT_MET
    assert program_match.completion_part(Study(completed=text), TODAY).truth is NOT_MET


@pytest.mark.parametrize(
    ("level", "noun"),
    [
        ("associate", "associate program"),
        ("bachelor", "bachelor's program"),
        (None, "program"),
        ("unknown", "program"),
        ("high_school", "program"),
    ],
)
def test_programs_are_named_by_their_award(level, noun):
    """A program is called after the award it gives, and plainly where it gives none."""
    assert program_match.noun_of(Study(level=level)) == noun


def test_degrees_are_award_levels():
    """Every degree is a level at which programs give an award."""
    assert set(DEGREES) < set(AWARD_LEVELS)


def match_of(*truths):
    """Return a match with parts of these truths."""
    names = ("level", "field", "body", "completion")
    parts = (Part(name=n, truth=t) for n, t in zip(names, truths, strict=False))
    return Match(study=Study(), parts=tuple(parts))


def test_a_program_is_judged_whole():
    """One part not met makes the program not met, however many hold."""
    match = match_of(MET, UNKNOWN, NOT_MET)
    assert match.truth is NOT_MET
    assert match.of("field") is UNKNOWN


def test_the_closest_program_counts():
    """A program that meets all comes before an open one, and that before one that fails."""
    met = match_of(MET)
    unknown = match_of(MET, MET, UNKNOWN)
    failing = match_of(MET, MET, MET, NOT_MET)
    worse = match_of(MET, NOT_MET)
    assert sorted([failing, worse, unknown, met], key=lambda match: match.closeness) == [
        worse,
        failing,
        unknown,
        met,
    ]


def test_the_first_of_equals_is_the_best_match():
    """Of programs that come equally close, the first one told is spoken of; of none, none is."""
    first, second = Study(level="associate"), Study(level="bachelor")
    matches = [Match(study=study, parts=match_of(MET).parts) for study in (first, second)]
    assert program_match.best_of(matches) is matches[0]
    assert program_match.best_of([]) is None


def questions(condition, study):
    """Return what is asked of a program."""
    body_asked = program_match.body_part(condition, "accredited by CAHIIM", study.accredited_by)
    parts = (
        program_match.level_part(condition, study),
        program_match.field_part(condition, study, REFERENCE),
        body_asked,
    )
    return list(program_match.questions(Match(study=study, parts=parts), condition, REFERENCE))


def test_one_question_asks_all_that_is_unknown_of_a_program():
    """What is unknown of a program is asked in one question."""
    condition = asking(level="bachelor", field="him", accreditors=("cahiim",))
    (question,) = questions(condition, Study(level="unknown"))
    assert question == (
        "Is the client's program at bachelor's level, in health information management "
        "and accredited by CAHIIM?"
    )


def test_a_field_that_the_accreditor_tells_is_not_asked():
    """Where the answer on the accreditor tells the field, only the accreditor is asked for."""
    condition = asking(level="associate", field="him", accreditors=("cahiim",))
    assert questions(condition, Study(level="associate")) == [
        "Is the client's associate program accredited by CAHIIM?"
    ]


def test_a_field_that_the_accreditor_does_not_tell_is_asked():
    """Where the accreditor accredits several fields at the level, the field is asked too."""
    condition = asking(level="master", field="him", accreditors=("cahiim",))
    (question,) = questions(condition, Study(level="master"))
    assert question == (
        "Is the client's master's program in health information management "
        "and accredited by CAHIIM?"
    )


def test_a_field_is_asked_where_the_accreditor_is_known():
    """What another accreditor accredits tells nothing of the field."""
    condition = asking(level="associate", field="him", accreditors=("cahiim",))
    assert questions(condition, Study(level="associate", accredited_by=("other",))) == [
        "Is the client's associate program in health information management?"
    ]


def test_what_the_sources_do_not_say_is_asked_of_the_issuer():
    """A higher level that the rule is silent on is no question for the client."""
    condition = asking(level="associate", field="him", accreditors=("cahiim",))
    (of_issuer, of_client) = questions(condition, Study(level="bachelor", field="him"))
    assert "issuer accept bachelor's programs" in of_issuer
    assert "do not say" in of_issuer
    assert of_client == "Is the client's bachelor's program accredited by CAHIIM?"
