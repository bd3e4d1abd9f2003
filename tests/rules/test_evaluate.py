"""Whole rules: groups of conditions, at a stage."""

import dataclasses
from datetime import date

import pytest

from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.rules.evaluate import STAGE_ORDER, conditions_in, evaluate, later_parts, remembering
from careerkit.rules.result import Case, Effort, Reference
from careerkit.rules.three_valued import Truth

TODAY = date(2026, 11, 22)
CLIENT = Client(
    education=(Study(level="bachelor", field="business"),),
    credentials=(HeldCredential(id="held"), HeldCredential(id="doubtful", active=None)),
    facts=Statements(foreign_reciprocity=False),
)
CASE = Case(client=CLIENT, as_of=TODAY, reference=Reference())


def holding(name, **parameters):
    """Return the condition to hold a credential."""
    return Condition(condition="holds_credential", credentials=(name,), **parameters)


MET = holding("held")
UNMET = holding("missing")
UNMET_TOO = holding("absent")
OPEN = holding("doubtful", active=True)
DEGREE = Condition(condition="degree_at_least", level="doctorate")
FIELD = Condition(condition="degree_at_least", level="bachelor")
ABROAD = Condition(condition="foreign_reciprocity", organization="ahima")


def at_least(n, *parts):
    """Return the rule that n of the parts hold."""
    return AtLeast(at_least=Counted(n=n, of=parts))


def found(rule, stage="sit"):
    """Return what a rule comes to, which must count at the stage."""
    result = evaluate(rule, CASE, stage)
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("rule", "truth"),
    [
        (MET, Truth.MET),
        (UNMET, Truth.NOT_MET),
        (OPEN, Truth.UNKNOWN),
        (AllOf(all_of=(MET, MET)), Truth.MET),
        (AllOf(all_of=(MET, OPEN)), Truth.UNKNOWN),
        (AllOf(all_of=(OPEN, UNMET)), Truth.NOT_MET),
        (AnyOf(any_of=(UNMET, MET)), Truth.MET),
        (AnyOf(any_of=(UNMET, OPEN)), Truth.UNKNOWN),
        (AnyOf(any_of=(UNMET, UNMET_TOO)), Truth.NOT_MET),
        (at_least(2, MET, UNMET, MET), Truth.MET),
        (at_least(2, MET, UNMET, OPEN), Truth.UNKNOWN),
        (at_least(2, MET, UNMET, UNMET_TOO), Truth.NOT_MET),
        (at_least(3, MET, OPEN, UNMET), Truth.NOT_MET),
        (AllOf(all_of=(AnyOf(any_of=(UNMET, MET)), at_least(1, MET, UNMET))), Truth.MET),
    ],
)
def test_groups_join_their_parts(rule, truth):
    """A group is met, not met or open as its connective says."""
    assert found(rule).verdict is truth


def test_an_empty_rule_lets_anyone_in():
    """A rule that asks for nothing is met, and says that it is so on purpose."""
    result = found(AllOf(all_of=()))
    assert result.verdict is Truth.MET
    assert result.requirement == "nothing: anyone may"
    assert result.reason == "the rule asks for nothing"
    assert (result.missing, result.relevance, result.background_relevance, result.parts) == (
        None,
        0,
        0,
        (),
    )


def test_a_group_counts_what_holds():
    """The reason of a group says how many of its parts are met."""
    assert found(AnyOf(any_of=(MET, UNMET, OPEN))).reason == "1 of 3 met"


@pytest.mark.parametrize(
    ("rule", "name", "lead"),
    [
        (AllOf(all_of=(MET, UNMET)), "all_of", "all of: "),
        (AnyOf(any_of=(MET, UNMET)), "any_of", "any of: "),
        (at_least(2, MET, UNMET), "at_least", "at least 2 of: "),
    ],
)
def test_a_group_is_worded_by_its_connective(rule, name, lead):
    """A group is named by its connective and lists what its parts ask."""
    result = found(rule)
    assert result.condition == name
    assert result.requirement == lead + "held credential; missing credential"
    assert [part.verdict for part in result.parts] == [Truth.MET, Truth.NOT_MET]


def test_all_of_lacks_each_part_that_is_not_met():
    """What a conjunction lacks is all that is not met in it, smallest first."""
    result = found(AllOf(all_of=(DEGREE, MET, UNMET)))
    assert result.missing is not None
    assert result.missing.startswith("the missing credential and a doctorate")
    assert result.effort is Effort.DEGREE


def test_what_is_open_in_a_conjunction_is_not_missing():
    """What is lacking is told as it is, though more may turn out to be lacking."""
    assert found(AllOf(all_of=(UNMET, OPEN, MET))).missing == "the missing credential"


def test_a_choice_within_a_list_takes_brackets():
    """What one may choose from is told apart from what is lacking beside it."""
    choice = AnyOf(any_of=(UNMET, DEGREE))
    assert found(AllOf(all_of=(AllOf(all_of=(UNMET_TOO, choice)), MET))).missing == (
        "the absent credential and (one of these: the missing credential; a doctorate or higher)"
    )
    two = at_least(2, UNMET, UNMET_TOO, DEGREE)
    assert found(AnyOf(any_of=(two, ABROAD))).missing.startswith("one of these: (2 of these: ")


def test_a_choice_within_a_choice_is_one_choice():
    """Whoever may choose between choices may choose from all of them; each is named once."""
    inner = AnyOf(any_of=(UNMET, UNMET_TOO)), AnyOf(any_of=(UNMET, DEGREE))
    assert found(AnyOf(any_of=inner)).missing == (
        "one of these: the missing credential; the absent credential; a doctorate or higher"
    )
    alone = AllOf(all_of=(inner[0], MET))
    assert found(AnyOf(any_of=(alone, DEGREE))).missing == (
        "one of these: the missing credential; the absent credential; a doctorate or higher"
    )


def test_what_is_missing_twice_is_said_once():
    """Where two alternatives lack the same thing, it is no choice."""
    both = AllOf(all_of=(UNMET, MET)), AllOf(all_of=(UNMET, OPEN))
    assert found(AnyOf(any_of=both)).missing == "the missing credential"
    assert found(AllOf(all_of=both)).missing == "the missing credential"
    assert found(at_least(2, *both, UNMET_TOO)).missing == (
        "2 of these: the missing credential; the missing credential; the absent credential"
    )


def test_groups_inside_groups_stay_apart_in_words():
    """What a group in an alternative asks for, or lacks, is told as one thing."""
    rule = AnyOf(any_of=(UNMET, AllOf(all_of=(UNMET_TOO, MET))))
    assert found(rule).requirement == (
        "any of: missing credential; (all of: absent credential; held credential)"
    )
    both = AnyOf(any_of=(UNMET, AllOf(all_of=(UNMET_TOO, UNMET))))
    assert found(both).missing == (
        "one of these: the missing credential; the absent credential and the missing credential"
    )


def test_a_group_counts_the_general_facts_of_its_parts():
    """What speaks to many rules alike is counted apart from what singles this one out."""
    result = found(AllOf(all_of=(FIELD, MET)))
    assert (result.relevance, result.background_relevance) == (1, 1)
    result = found(AnyOf(any_of=(FIELD, UNMET)))
    assert (result.relevance, result.background_relevance) == (0, 1)


def test_any_of_lacks_one_of_its_parts():
    """What a disjunction lacks is any of its parts, and it is as far as the nearest."""
    result = found(AnyOf(any_of=(DEGREE, UNMET)))
    assert result.missing is not None
    assert result.missing.startswith("one of these: the missing credential; a doctorate")
    assert result.effort is Effort.STEP


def test_at_least_is_as_far_as_what_it_still_needs():
    """The effort is that of the smallest parts that would make up the number."""
    assert found(at_least(1, DEGREE, UNMET)).effort is Effort.STEP
    assert found(at_least(2, DEGREE, UNMET)).effort is Effort.DEGREE
    assert found(at_least(2, DEGREE, UNMET, MET)).effort is Effort.STEP
    assert found(at_least(3, ABROAD, UNMET, MET)).effort is Effort.OUT_OF_REACH


YEARS = Condition(condition="work_in_field", work="phlebotomy", years=2)
TWO = Condition(condition="work_in_field", work="phlebotomy", months=2)
SIX = Condition(condition="work_in_field", work="phlebotomy", months=6)


@pytest.mark.parametrize(
    ("rule", "effort", "missing_count", "months_short"),
    [
        (TWO, Effort.STEP, 1, 2),
        (AllOf(all_of=(TWO, SIX, MET)), Effort.STEP, 2, 8),
        (AllOf(all_of=(TWO, YEARS)), Effort.DEGREE, 2, 26),
        (AnyOf(any_of=(SIX, TWO, YEARS)), Effort.STEP, 1, 2),
        (AnyOf(any_of=(YEARS, AllOf(all_of=(TWO, SIX)))), Effort.STEP, 2, 8),
        (at_least(2, SIX, YEARS, TWO), Effort.STEP, 2, 8),
        (at_least(2, SIX, MET, TWO), Effort.STEP, 1, 2),
        (at_least(3, SIX, OPEN, TWO), Effort.STEP, 2, 8),
        (AllOf(all_of=(TWO, AnyOf(any_of=(SIX, YEARS)))), Effort.STEP, 2, 8),
    ],
)
def test_a_group_is_as_far_as_what_it_still_needs_by_the_shortest_way(
    rule, effort, missing_count, months_short
):
    """All parts of a conjunction add up; of alternatives those count that are nearest."""
    worker = CASE._replace(client=dataclasses.replace(CLIENT, work=()))
    result = evaluate(rule, worker, "sit")
    assert result.distance == (effort, missing_count, months_short)


@pytest.mark.parametrize("rule", [MET, OPEN, AnyOf(any_of=(MET, UNMET)), AllOf(all_of=(OPEN, MET))])
def test_what_is_met_or_open_is_at_no_distance(rule):
    """Only what is not met is any way off."""
    assert found(rule).distance == (Effort.NONE, 0, 0)


def test_what_is_nearest_is_told_first():
    """Of alternatives that are as much, the one that lacks least comes first."""
    worker = CASE._replace(client=dataclasses.replace(CLIENT, work=()))
    result = evaluate(AnyOf(any_of=(SIX, TWO)), worker, "sit")
    assert result.missing == (
        "one of these: 2 months of phlebotomy work; 6 months of phlebotomy work"
    )


def test_at_least_lacks_only_what_is_still_missing():
    """Of a number of parts, what already holds is not missing any more."""
    two_missing = found(at_least(2, UNMET, UNMET_TOO, DEGREE)).missing
    assert two_missing is not None
    assert two_missing.startswith("2 of these: ")
    one_missing = found(at_least(2, MET, UNMET, UNMET_TOO)).missing
    assert one_missing is not None
    assert one_missing == "one of these: the missing credential; the absent credential"


def test_all_that_is_missing_is_told_where_more_is_needed_than_that():
    """Open parts could not make up for what is lacking: no choice is left."""
    lacking = found(at_least(4, UNMET, UNMET_TOO, OPEN, OPEN))
    assert lacking.verdict is Truth.NOT_MET
    assert lacking.missing == "the missing credential and the absent credential"


def test_one_missing_part_is_named_alone():
    """Where a single part is lacking, it is named without a lead."""
    assert found(at_least(2, MET, UNMET)).missing == "the missing credential"


def test_an_open_group_asks_each_question_once():
    """An open group asks what its open parts ask, without repeating itself."""
    result = found(AllOf(all_of=(OPEN, OPEN, MET)))
    assert result.ask == ("Does the client hold the active doubtful credential?",)
    assert (result.missing, result.effort) == (None, Effort.NONE)


def test_a_decided_group_asks_nothing():
    """What is open no longer matters once the group is decided."""
    assert found(AnyOf(any_of=(MET, OPEN))).ask == ()
    assert found(AllOf(all_of=(UNMET, OPEN))).ask == ()


def test_a_group_assumes_no_more_than_it_needs():
    """Of alternatives that are met, the one with the fewest assumptions counts."""
    assert found(FIELD).assumes == ("the bachelor's program is completed",)
    assert found(AllOf(all_of=(MET, FIELD))).assumes == ("the bachelor's program is completed",)
    assert found(AnyOf(any_of=(FIELD, MET))).assumes == ()
    assert found(at_least(1, FIELD, MET)).assumes == ()
    assert found(at_least(2, FIELD, MET, FIELD)).assumes == ("the bachelor's program is completed",)
    assert found(AllOf(all_of=(FIELD, UNMET))).assumes == ()


def test_a_group_is_touched_as_its_best_part():
    """The facts that bear on a group are those of the part they bear on most."""
    assert found(AllOf(all_of=(UNMET, MET))).relevance == 1
    assert found(AllOf(all_of=(UNMET, UNMET_TOO))).relevance == 0


def test_the_conditions_of_a_rule_are_all_that_its_groups_hold():
    """Conditions come in the order of the rule, however deep they are."""
    rule = AllOf(all_of=(MET, AnyOf(any_of=(UNMET, at_least(1, OPEN, MET)))))
    assert list(conditions_in(rule)) == [MET, UNMET, OPEN, MET]
    assert list(conditions_in(MET)) == [MET]


def test_a_condition_that_rules_share_is_judged_once():
    """A case that remembers finds what any case finds, and keeps what it found."""
    rule = AllOf(all_of=(UNMET, MET))
    case = remembering(CASE)
    result = evaluate(rule, case, "sit")
    assert result == evaluate(rule, CASE, "sit")
    assert evaluate(UNMET, case, "sit") is result.parts[0]


AWARD = holding("missing", stage="award")
LICENSE = holding("absent", stage="license")
STAGED = AllOf(all_of=(MET, AWARD, LICENSE))


def test_stages_come_in_order():
    """First to sit, then to be awarded, then to be licensed."""
    assert sorted(STAGE_ORDER, key=STAGE_ORDER.__getitem__) == ["sit", "award", "license"]


@pytest.mark.parametrize(
    ("stage", "parts", "truth"),
    [("sit", 1, Truth.MET), ("award", 2, Truth.NOT_MET), ("license", 3, Truth.NOT_MET)],
)
def test_a_stage_counts_its_conditions_and_the_earlier_ones(stage, parts, truth):
    """Asking for a stage counts its own conditions and those before it."""
    result = found(STAGED, stage)
    assert len(result.parts) == parts
    assert result.verdict is truth


def test_a_condition_of_a_later_stage_does_not_count_yet():
    """Where nothing of a rule counts yet, nothing is found."""
    assert evaluate(AWARD, CASE, "sit") is None
    assert evaluate(AllOf(all_of=(AWARD, LICENSE)), CASE, "sit") is None
    assert evaluate(AllOf(all_of=(AllOf(all_of=(AWARD,)),)), CASE, "sit") is None
    assert found(AWARD, "award").verdict is Truth.NOT_MET


EITHER_LATER = AnyOf(any_of=(holding("a", stage="award"), holding("b", stage="award")))


def test_alternatives_of_a_later_stage_do_not_count_yet():
    """Alternatives that all belong to a later stage wait for it, and carry it."""
    rule = AllOf(all_of=(MET, EITHER_LATER))
    assert found(rule, "sit").verdict is Truth.MET
    result = found(rule, "award")
    assert result.verdict is Truth.NOT_MET
    assert [part.stage for part in result.parts] == ["sit", "award"]


@pytest.mark.parametrize(
    ("rule", "stage", "later"),
    [
        (STAGED, "sit", [AWARD, LICENSE]),
        (STAGED, "award", [LICENSE]),
        (STAGED, "license", []),
        (AWARD, "sit", [AWARD]),
        (MET, "sit", []),
        (AllOf(all_of=(AnyOf(any_of=(MET, UNMET)), at_least(1, MET, LICENSE))), "sit", [LICENSE]),
        (AllOf(all_of=()), "sit", []),
    ],
)
def test_later_parts_are_those_after_the_stage(rule, stage, later):
    """What comes after a stage is listed in the order of the rule, from every group."""
    assert later_parts(rule, stage) == later
