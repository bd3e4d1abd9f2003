"""Whole rules: groups of conditions, at a stage."""

import dataclasses

import pytest
from evaluating import MET, NOT_MET, TODAY, UNKNOWN, at_least, either, every, holding

from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.rule import Condition
from careerkit.rules.evaluate import STAGE_ORDER, conditions_in, evaluate, later_parts, remembering
from careerkit.rules.result import Case, Effort, Reference

CLIENT = Client(
    education=(Study(level="bachelor", field="business"),),
    credentials=(HeldCredential(id="held"), HeldCredential(id="doubtful", active=None)),
    facts=Statements(foreign_reciprocity=False),
)
CASE = Case(client=CLIENT, as_of=TODAY, reference=Reference())


HELD = holding("held")
LACKED = holding("missing")
LACKED_TOO = holding("absent")
DOUBTFUL = holding("doubtful", active=True)
DEGREE = Condition(condition="degree_at_least", level="doctorate")
FIELD = Condition(condition="degree_at_least", level="bachelor")
ABROAD = Condition(condition="foreign_reciprocity", organization="ahima")


def judged(rule, stage="sit"):
    """Return what a rule comes to, which must count at the stage."""
    result = evaluate(rule, CASE, stage)
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("rule", "truth"),
    [
        (HELD, MET),
        (LACKED, NOT_MET),
        (DOUBTFUL, UNKNOWN),
        (every(HELD, HELD), MET),
        (every(HELD, DOUBTFUL), UNKNOWN),
        (every(DOUBTFUL, LACKED), NOT_MET),
        (either(LACKED, HELD), MET),
        (either(LACKED, DOUBTFUL), UNKNOWN),
        (either(LACKED, LACKED_TOO), NOT_MET),
        (at_least(2, HELD, LACKED, HELD), MET),
        (at_least(2, HELD, LACKED, DOUBTFUL), UNKNOWN),
        (at_least(2, HELD, LACKED, LACKED_TOO), NOT_MET),
        (at_least(3, HELD, DOUBTFUL, LACKED), NOT_MET),
        (every(either(LACKED, HELD), at_least(1, HELD, LACKED)), MET),
    ],
)
def test_groups_join_their_parts(rule, truth):
    """A group is met, not met or open as its connective says."""
    assert judged(rule).verdict is truth


def test_an_empty_rule_lets_anyone_in():
    """A rule that asks for nothing is met, and says that it is so on purpose."""
    result = judged(every())
    assert (result.verdict, result.requirement) == (MET, "nothing: anyone may")
    assert result.reason == "the rule asks for nothing"
    assert (result.missing, result.parts) == (None, ())
    assert (result.relevance, result.background_relevance) == (0, 0)


def test_a_group_counts_what_holds():
    """The reason of a group says how many of its parts are met."""
    assert judged(either(HELD, LACKED, DOUBTFUL)).reason == "1 of 3 met"


@pytest.mark.parametrize(
    ("rule", "name", "lead"),
    [
        (every(HELD, LACKED), "all_of", "all of: "),
        (either(HELD, LACKED), "any_of", "any of: "),
        (at_least(2, HELD, LACKED), "at_least", "at least 2 of: "),
    ],
)
def test_a_group_is_worded_by_its_connective(rule, name, lead):
    """A group is named by its connective and lists what its parts ask."""
    result = judged(rule)
    assert result.condition == name
    assert result.requirement == lead + "held credential; missing credential"
    assert [part.verdict for part in result.parts] == [MET, NOT_MET]


def test_all_of_lacks_each_part_that_is_not_met():
    """What a conjunction lacks is all that is not met in it, smallest first."""
    result = judged(every(DEGREE, HELD, LACKED))
    assert result.missing.startswith("the missing credential and a doctorate")
    assert result.effort is Effort.DEGREE


def test_what_is_open_in_a_conjunction_is_not_missing():
    """What is lacking is told as it is, though more may turn out to be lacking."""
    assert judged(every(LACKED, DOUBTFUL, HELD)).missing == "the missing credential"


def test_a_choice_within_a_list_takes_brackets():
    """What one may choose from is told apart from what is lacking beside it."""
    choice = either(LACKED, DEGREE)
    assert judged(every(every(LACKED_TOO, choice), HELD)).missing == (
        "the absent credential and (one of these: the missing credential; a doctorate or higher)"
    )
    two = at_least(2, LACKED, LACKED_TOO, DEGREE)
    assert judged(either(two, ABROAD)).missing.startswith("one of these: (2 of these: ")


def test_a_choice_within_a_choice_is_one_choice():
    """Whoever may choose between choices may choose from all of them; each is named once."""
    inner = either(LACKED, LACKED_TOO), either(LACKED, DEGREE)
    assert judged(either(*inner)).missing == (
        "one of these: the missing credential; the absent credential; a doctorate or higher"
    )
    alone = every(inner[0], HELD)
    assert judged(either(alone, DEGREE)).missing == (
        "one of these: the missing credential; the absent credential; a doctorate or higher"
    )


def test_what_is_missing_twice_is_said_once():
    """Where two alternatives lack the same thing, it is no choice."""
    both = every(LACKED, HELD), every(LACKED, DOUBTFUL)
    assert judged(either(*both)).missing == "the missing credential"
    assert judged(every(*both)).missing == "the missing credential"
    assert judged(at_least(2, *both, LACKED_TOO)).missing == (
        "2 of these: the missing credential; the missing credential; the absent credential"
    )


def test_groups_inside_groups_stay_apart_in_words():
    """What a group in an alternative asks for, or lacks, is told as one thing."""
    rule = either(LACKED, every(LACKED_TOO, HELD))
    assert judged(rule).requirement == (
        "any of: missing credential; (all of: absent credential; held credential)"
    )
    both = either(LACKED, every(LACKED_TOO, LACKED))
    assert judged(both).missing == (
        "one of these: the missing credential; the absent credential and the missing credential"
    )


def test_a_group_counts_the_general_facts_of_its_parts():
    """What speaks to many rules alike is counted apart from what singles this one out."""
    result = judged(every(FIELD, HELD))
    assert (result.relevance, result.background_relevance) == (1, 1)
    result = judged(either(FIELD, LACKED))
    assert (result.relevance, result.background_relevance) == (0, 1)


def test_any_of_lacks_one_of_its_parts():
    """What a disjunction lacks is any of its parts, and it is as far as the nearest."""
    result = judged(either(DEGREE, LACKED))
    assert result.missing.startswith("one of these: the missing credential; a doctorate")
    assert result.effort is Effort.STEP


def test_at_least_is_as_far_as_what_it_still_needs():
    """The effort is that of the smallest parts that would make up the number."""
    assert judged(at_least(1, DEGREE, LACKED)).effort is Effort.STEP
    assert judged(at_least(2, DEGREE, LACKED)).effort is Effort.DEGREE
    assert judged(at_least(2, DEGREE, LACKED, HELD)).effort is Effort.STEP
    assert judged(at_least(3, ABROAD, LACKED, HELD)).effort is Effort.OUT_OF_REACH


YEARS = Condition(condition="work_in_field", work="phlebotomy", years=2)
TWO = Condition(condition="work_in_field", work="phlebotomy", months=2)
SIX = Condition(condition="work_in_field", work="phlebotomy", months=6)


@pytest.mark.parametrize(
    ("rule", "effort", "missing_count", "months_short"),
    [
        (TWO, Effort.STEP, 1, 2),
        (every(TWO, SIX, HELD), Effort.STEP, 2, 8),
        (every(TWO, YEARS), Effort.DEGREE, 2, 26),
        (either(SIX, TWO, YEARS), Effort.STEP, 1, 2),
        (either(YEARS, every(TWO, SIX)), Effort.STEP, 2, 8),
        (at_least(2, SIX, YEARS, TWO), Effort.STEP, 2, 8),
        (at_least(2, SIX, HELD, TWO), Effort.STEP, 1, 2),
        (at_least(3, SIX, DOUBTFUL, TWO), Effort.STEP, 2, 8),
        (every(TWO, either(SIX, YEARS)), Effort.STEP, 2, 8),
    ],
)
def test_a_group_is_as_far_as_what_it_still_needs_by_the_shortest_way(
    rule, effort, missing_count, months_short
):
    """All parts of a conjunction add up; of alternatives those count that are nearest."""
    worker = CASE._replace(client=dataclasses.replace(CLIENT, work=()))
    assert evaluate(rule, worker, "sit").distance == (effort, missing_count, months_short)


@pytest.mark.parametrize("rule", [HELD, DOUBTFUL, either(HELD, LACKED), every(DOUBTFUL, HELD)])
def test_what_is_met_or_open_is_at_no_distance(rule):
    """Only what is not met is any way off."""
    assert judged(rule).distance == (Effort.NONE, 0, 0)


def test_what_is_nearest_is_told_first():
    """Of alternatives that are as much, the one that lacks least comes first."""
    worker = CASE._replace(client=dataclasses.replace(CLIENT, work=()))
    assert evaluate(either(SIX, TWO), worker, "sit").missing == (
        "one of these: 2 months of phlebotomy work; 6 months of phlebotomy work"
    )


def test_at_least_lacks_only_what_is_still_missing():
    """Of a number of parts, what already holds is not missing any more."""
    two_missing = judged(at_least(2, LACKED, LACKED_TOO, DEGREE)).missing
    assert two_missing.startswith("2 of these: ")
    one_missing = judged(at_least(2, HELD, LACKED, LACKED_TOO)).missing
    assert one_missing == "one of these: the missing credential; the absent credential"


def test_all_that_is_missing_is_told_where_more_is_needed_than_that():
    """Open parts could not make up for what is lacking: no choice is left."""
    lacking = judged(at_least(4, LACKED, LACKED_TOO, DOUBTFUL, DOUBTFUL))
    assert lacking.verdict is NOT_MET
    assert lacking.missing == "the missing credential and the absent credential"


def test_one_missing_part_is_named_alone():
    """Where a single part is lacking, it is named without a lead."""
    assert judged(at_least(2, HELD, LACKED)).missing == "the missing credential"


def test_an_open_group_asks_each_question_once():
    """An open group asks what its open parts ask, without repeating itself."""
    result = judged(every(DOUBTFUL, DOUBTFUL, HELD))
    assert result.ask == ("Does the client hold the active doubtful credential?",)
    assert (result.missing, result.effort) == (None, Effort.NONE)


def test_a_decided_group_asks_nothing():
    """What is open no longer matters once the group is decided."""
    assert judged(either(HELD, DOUBTFUL)).ask == ()
    assert judged(every(LACKED, DOUBTFUL)).ask == ()


ASSUMED = ("the bachelor's program is completed",)


def test_a_group_assumes_no_more_than_it_needs():
    """Of alternatives that are met, the one with the fewest assumptions counts."""
    assert judged(FIELD).assumes == ASSUMED
    assert judged(every(HELD, FIELD)).assumes == ASSUMED
    assert judged(either(FIELD, HELD)).assumes == ()
    assert judged(at_least(1, FIELD, HELD)).assumes == ()
    assert judged(at_least(2, FIELD, HELD, FIELD)).assumes == (
        "the bachelor's program is completed",
    )
    assert judged(every(FIELD, LACKED)).assumes == ()


def test_a_group_is_touched_as_its_best_part():
    """The facts that bear on a group are those of the part they bear on most."""
    assert judged(every(LACKED, HELD)).relevance == 1
    assert judged(every(LACKED, LACKED_TOO)).relevance == 0


def test_the_conditions_of_a_rule_are_all_that_its_groups_hold():
    """Conditions come in the order of the rule, however deep they are."""
    rule = every(HELD, either(LACKED, at_least(1, DOUBTFUL, HELD)))
    assert list(conditions_in(rule)) == [HELD, LACKED, DOUBTFUL, HELD]
    assert list(conditions_in(HELD)) == [HELD]


def test_a_condition_that_rules_share_is_judged_once():
    """A case that remembers finds what any case finds, and keeps what it found."""
    rule = every(LACKED, HELD)
    case = remembering(CASE)
    result = evaluate(rule, case, "sit")
    assert result == evaluate(rule, CASE, "sit")
    assert evaluate(LACKED, case, "sit") is result.parts[0]


AWARD = holding("missing", stage="award")
LICENSE = holding("absent", stage="license")
STAGED = every(HELD, AWARD, LICENSE)


def test_stages_come_in_order():
    """First to sit, then to be awarded, then to be licensed."""
    assert sorted(STAGE_ORDER, key=STAGE_ORDER.__getitem__) == ["sit", "award", "license"]


@pytest.mark.parametrize(
    ("stage", "parts", "truth"), [("sit", 1, MET), ("award", 2, NOT_MET), ("license", 3, NOT_MET)]
)
def test_a_stage_counts_its_conditions_and_the_earlier_ones(stage, parts, truth):
    """Asking for a stage counts its own conditions and those before it."""
    result = judged(STAGED, stage)
    assert len(result.parts) == parts
    assert result.verdict is truth


def test_a_condition_of_a_later_stage_does_not_count_yet():
    """Where nothing of a rule counts yet, nothing is found."""
    assert evaluate(AWARD, CASE, "sit") is None
    assert evaluate(every(AWARD, LICENSE), CASE, "sit") is None
    assert evaluate(every(every(AWARD)), CASE, "sit") is None
    assert judged(AWARD, "award").verdict is NOT_MET


EITHER_LATER = either(holding("a", stage="award"), holding("b", stage="award"))


def test_alternatives_of_a_later_stage_do_not_count_yet():
    """Alternatives that all belong to a later stage wait for it, and carry it."""
    rule = every(HELD, EITHER_LATER)
    assert judged(rule, "sit").verdict is MET
    result = judged(rule, "award")
    assert result.verdict is NOT_MET
    assert [part.stage for part in result.parts] == ["sit", "award"]


@pytest.mark.parametrize(
    ("rule", "stage", "later"),
    [
        (STAGED, "sit", [AWARD, LICENSE]),
        (STAGED, "award", [LICENSE]),
        (STAGED, "license", []),
        (AWARD, "sit", [AWARD]),
        (HELD, "sit", []),
        (every(either(HELD, LACKED), at_least(1, HELD, LICENSE)), "sit", [LICENSE]),
        (every(), "sit", []),
    ],
)
def test_later_parts_are_those_after_the_stage(rule, stage, later):
    """What comes after a stage is listed in the order of the rule, from every group."""
    assert later_parts(rule, stage) == later
