"""Conditions on credentials held, and on study abroad under an agreement."""

from datetime import date
from math import inf

import pytest

from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.rule import Condition
from careerkit.rules.other_conditions import FOREIGN_EVALUATION, FOREIGN_RECIPROCITY, HOLDS
from careerkit.rules.result import Case, Effort, Reference
from careerkit.rules.three_valued import Truth

TODAY = date(2026, 11, 22)
REFERENCE = Reference(
    issuers={"ahima": "AHIMA"}, credentials={"ahima-rhit": "RHIT", "ahima-rhia": "RHIA"}
)


def held(*credentials, told=True, **parameters):
    """Return what holding the RHIT comes to for a client with these credentials."""
    given = {"credentials": ("ahima-rhit",), **parameters}
    condition = Condition(condition="holds_credential", **given)
    client = Client(credentials=credentials if told else None)
    return HOLDS.evaluate(condition, Case(client=client, as_of=TODAY, reference=REFERENCE))


def abroad(*education, told=None, listed=True, **parameters):
    """Return what study abroad under an agreement comes to."""
    given = {"organization": "ahima", "field": "him", **parameters}
    condition = Condition(condition="foreign_reciprocity", **given)
    client = Client(
        education=education if listed else None, facts=Statements(foreign_reciprocity=told)
    )
    case = Case(client=client, as_of=TODAY, reference=REFERENCE)
    return FOREIGN_RECIPROCITY.evaluate(condition, case)


def test_a_credential_held_meets_it():
    """A credential of the list is what is asked."""
    result = held(HeldCredential(id="ahima-rhit"))
    assert result.verdict is Truth.MET
    assert result.requirement == "RHIT credential"
    assert result.reason == "the client holds it"
    assert (result.missing, result.ask) == (None, ())
    assert (result.effort, result.relevance) == (Effort.NONE, 1)


def test_another_credential_does_not():
    """A credential that the rule does not name is not one it asks for."""
    result = held(HeldCredential(id="ahima-cca"))
    assert result.verdict is Truth.NOT_MET
    assert result.missing == "the RHIT credential"
    assert result.reason == "the client does not hold it"
    assert (result.effort, result.relevance) == (Effort.STEP, 0)


def test_none_held_is_not_met_and_untold_is_open():
    """An empty list is known to hold none; no list is unknown."""
    assert held().verdict is Truth.NOT_MET
    result = held(told=False)
    assert result.verdict is Truth.UNKNOWN
    assert result.ask == ("Does the client hold the RHIT credential?",)
    assert result.reason == "not known whether the client holds it"


def test_one_of_several_is_enough():
    """Where the rule names several credentials, any one of them will do."""
    either = ("ahima-rhit", "ahima-rhia")
    result = held(HeldCredential(id="ahima-rhia"), credentials=either)
    assert result.verdict is Truth.MET
    assert result.requirement == "RHIT or RHIA credential"


@pytest.mark.parametrize(
    ("active", "truth"), [(True, Truth.MET), (False, Truth.NOT_MET), (None, Truth.UNKNOWN)]
)
def test_active_standing_is_asked_only_where_the_rule_does(active, truth):
    """A rule that wants active standing leaves an untold one open."""
    result = held(HeldCredential(id="ahima-rhit", active=active), active=True)
    assert result.verdict is truth
    assert result.requirement == "active RHIT credential"


@pytest.mark.parametrize(
    ("active", "plain", "former"),
    [(True, Truth.MET, Truth.MET), (False, Truth.NOT_MET, Truth.MET), (None, Truth.MET, Truth.MET)],
)
def test_a_lapsed_credential_counts_only_for_rules_on_former_holders(active, plain, former):
    """What has lapsed is held no more; told without its standing, a credential is held."""
    assert held(HeldCredential(id="ahima-rhit", active=active)).verdict is plain
    result = held(HeldCredential(id="ahima-rhit", active=active), lapsed=True)
    assert result.verdict is former
    assert result.requirement == "RHIT credential, lapsed or not"


def test_a_lapsed_credential_is_not_called_one_that_was_never_held():
    """The reason says that it lapsed, unless it is another that the rule does not name."""
    lapsed = HeldCredential(id="ahima-rhit", active=False)
    assert held(lapsed).reason == "what the client held has lapsed"
    assert held(lapsed).missing == "the RHIT credential"
    assert held(lapsed).relevance == 1
    assert held(lapsed, credentials=("ahima-rhia",)).reason == "the client does not hold it"
    late = held(lapsed, lapsed=True, earned_before="2013", told=True)
    assert late.verdict is Truth.UNKNOWN
    unproctored = HeldCredential(id="ahima-rhit", active=False, proctored=False)
    assert held(unproctored, lapsed=True, proctored=True).reason == "the client does not hold it"


def test_a_lapsed_credential_does_not_hide_an_active_one():
    """The best of the credentials held decides."""
    result = held(
        HeldCredential(id="ahima-rhit", active=False),
        HeldCredential(id="ahima-rhia", active=True),
        credentials=("ahima-rhit", "ahima-rhia"),
        active=True,
    )
    assert result.verdict is Truth.MET


@pytest.mark.parametrize(
    ("earned", "truth"),
    [
        ("2026-11-22", Truth.MET),
        ("2026-11", Truth.MET),
        ("2026-11-23", Truth.NOT_MET),
        ("2027", Truth.NOT_MET),
        (None, Truth.MET),
    ],
)
def test_a_credential_counts_from_the_day_it_was_earned(earned, truth):
    """A credential earned after the day asked is not held on it."""
    assert held(HeldCredential(id="ahima-rhit", earned=earned)).verdict is truth


def test_holding_keeps_stage_and_confidence():
    """What a result says of stage and confidence is the condition's own."""
    result = held(stage="award", confidence="reported")
    assert (result.stage, result.confidence) == ("award", "reported")


def test_a_credential_without_a_record_goes_by_its_id():
    """A credential that no record names is called by its id."""
    assert held(credentials=("xyz",)).requirement == "xyz credential"


@pytest.mark.parametrize(
    ("told", "truth"), [(True, Truth.MET), (False, Truth.NOT_MET), (None, Truth.UNKNOWN)]
)
def test_an_agreement_is_what_the_client_says(told, truth):
    """Study abroad falls under an agreement, does not, or is asked about."""
    result = abroad(Study(level="bachelor", field="him", country="CA"), told=told)
    assert result.verdict is truth
    assert bool(result.ask) is (truth is Truth.UNKNOWN)
    assert bool(result.missing) is (truth is Truth.NOT_MET)
    assert result.relevance == 1


def test_what_is_said_of_an_agreement_needs_no_list_of_study():
    """The agreement alone settles it where nothing was said of education."""
    assert abroad(listed=False, told=True).verdict is Truth.MET
    assert abroad(listed=False, told=False).verdict is Truth.NOT_MET
    result = abroad(listed=False)
    assert result.verdict is Truth.UNKNOWN
    assert result.reason.startswith("not known")
    assert result.relevance == 0


def test_an_agreement_takes_a_program_that_is_finished_abroad():
    """An agreement that the client claims covers a program abroad, of the field, once finished."""
    study = {"level": "bachelor", "field": "him", "country": "CA"}
    done = abroad(Study(**study, completed="2020"), told=True)
    assert done.verdict is Truth.MET
    assert len(done.assumes) == 1
    assert abroad(Study(**study, status="in_progress"), told=True).verdict is Truth.NOT_MET
    assert abroad(Study(**study, expected="2026-01"), told=True).verdict is Truth.UNKNOWN
    assert abroad(Study(level="bachelor", field="him"), told=True).verdict is Truth.NOT_MET


def test_study_in_the_us_falls_under_no_agreement():
    """A client whose whole study was in the US did not finish a program abroad."""
    result = abroad(Study(level="bachelor", field="him"))
    assert result.verdict is Truth.NOT_MET
    assert result.effort is Effort.OUT_OF_REACH
    assert result.relevance == 0


def test_no_study_falls_under_no_agreement():
    """A client known to have studied nothing is not said to have studied in the US."""
    result = abroad()
    assert result.verdict is Truth.NOT_MET
    assert "studied in the US" not in result.reason


def test_one_program_abroad_leaves_it_open():
    """Study at home beside study abroad takes nothing away."""
    home, away = Study(level="bachelor", field="him"), Study(level="master", country="KR")
    assert abroad(home, away).verdict is Truth.UNKNOWN


def test_a_program_abroad_in_another_field_falls_under_no_agreement():
    """An agreement on one field cannot cover a program that is known to be in another."""
    assert abroad(Study(level="bachelor", field="business", country="CA")).verdict is Truth.NOT_MET
    anything = abroad(Study(level="bachelor", field="business", country="CA"), field=None)
    assert anything.verdict is Truth.UNKNOWN


def test_the_agreement_is_worded_with_field_and_issuer():
    """The requirement names the field, where there is one, and the issuer."""
    assert abroad().requirement == (
        "health information management program abroad, approved by an association with which "
        "AHIMA has a reciprocity agreement"
    )
    plain = abroad(field=None, organization="other").requirement
    assert plain.startswith("program abroad")
    assert "with which other has" in plain


@pytest.mark.parametrize(
    ("earned", "truth"),
    [
        ("2023-11-22", Truth.MET),
        ("2023-11-23", Truth.NOT_MET),
        ("2023-11", Truth.UNKNOWN),
        ("2022", Truth.MET),
        (None, Truth.UNKNOWN),
    ],
)
def test_a_credential_may_have_to_be_held_for_years(earned, truth):
    """Three years are full on the day of the year on which it was earned."""
    result = held(HeldCredential(id="ahima-rhit", earned=earned), held_years=3)
    assert result.verdict is truth
    assert result.requirement == "RHIT credential, held for 3 years"
    assert result.effort is (Effort.DEGREE if truth is Truth.NOT_MET else Effort.NONE)


@pytest.mark.parametrize(
    ("earned", "truth"),
    [
        ("2022-02-06", Truth.MET),
        ("2022-02-07", Truth.NOT_MET),
        ("2022-02", Truth.UNKNOWN),
        (None, Truth.UNKNOWN),
    ],
)
def test_a_credential_may_have_to_be_older_than_a_rule(earned, truth):
    """What was earned on the day of the rule was not earned before it."""
    result = held(HeldCredential(id="ahima-rhit", earned=earned), earned_before="2022-02-07")
    assert result.verdict is truth
    assert result.requirement == "RHIT credential, earned before 7 Feb 2022"
    assert result.effort is (Effort.OUT_OF_REACH if truth is Truth.NOT_MET else Effort.NONE)


@pytest.mark.parametrize(
    ("proctored", "truth"), [(True, Truth.MET), (False, Truth.NOT_MET), (None, Truth.UNKNOWN)]
)
def test_its_exam_may_have_to_be_proctored(proctored, truth):
    """An exam by mail does not count where the rule asks for a proctored one."""
    result = held(HeldCredential(id="ahima-rhit", proctored=proctored), proctored=True)
    assert result.verdict is truth
    assert result.requirement == "RHIT credential, earned by a proctored exam"


def test_facts_of_two_credentials_never_add_up():
    """One held long and another that is active are not one that is both."""
    long = HeldCredential(id="ahima-rhit", earned="2010", active=False)
    fresh = HeldCredential(id="ahima-rhit", earned="2026", active=True)
    assert held(long, fresh, active=True, held_years=3).verdict is Truth.NOT_MET


@pytest.mark.parametrize(
    ("asked", "worded"),
    [
        ({"active": True}, "active RHIT credential"),
        ({"active": True, "held_years": 3}, "RHIT credential, active, held for 3 years"),
        (
            {"held_years": 1, "earned_before": "2022", "proctored": True},
            "RHIT credential, held for 1 year, earned before 2022, earned by a proctored exam",
        ),
    ],
)
def test_what_is_asked_of_a_credential_follows_its_name(asked, worded):
    """Active alone stands before the name; with more to say, all of it comes after."""
    result = held(**asked)
    assert result.requirement == worded
    assert result.missing == f"the {worded}"


@pytest.mark.parametrize(
    ("asked", "effort"),
    [
        ({}, Effort.STEP),
        ({"held_years": 1.5}, Effort.STEP),
        ({"held_years": 2}, Effort.DEGREE),
        ({"earned_before": "2026-11-23"}, Effort.STEP),
        ({"earned_before": "2026-11-22"}, Effort.OUT_OF_REACH),
        ({"earned_before": "2026-11-22", "held_years": 2}, Effort.OUT_OF_REACH),
    ],
)
def test_to_hold_a_credential_for_two_years_is_as_much_as_a_degree(asked, effort):
    """Before the day of a rule a credential can still be earned; on it, it is too late."""
    assert held(**asked).effort is effort


@pytest.mark.parametrize(
    ("asked", "months_short"),
    [
        ({}, 24),
        ({"held_years": 3}, 60),
        ({"held_years": 3, "earned_before": "2020"}, inf),
        ({"credentials": ("danb-cda-former",)}, inf),
    ],
)
def test_months_short_of_a_credential_is_to_earn_and_to_hold_it(asked, months_short):
    """No step is longer than to earn another credential; one that cannot be earned has no end."""
    assert held(**asked).months_short == months_short


def test_a_credential_without_a_record_is_named_and_out_of_reach():
    """What nobody can earn now, or not here, is no step; beside one on record it is."""
    former = held(credentials=("danb-cda-former",))
    assert former.missing == "the former CDA (DANB) credential"
    assert former.effort is Effort.OUT_OF_REACH
    assert held(credentials=("danb-cda-former", "ahima-rhit")).effort is Effort.STEP


def evaluated(*education, told=None, listed=True, **parameters):
    """Return what an evaluation of foreign study comes to."""
    condition = Condition(condition="foreign_evaluation", **parameters)
    client = Client(
        education=education if listed else None, facts=Statements(foreign_evaluation=told)
    )
    case = Case(client=client, as_of=TODAY, reference=REFERENCE)
    return FOREIGN_EVALUATION.evaluate(condition, case)


ABROAD = Study(level="bachelor", field="registered_nursing", country="PH", completed="2020")


@pytest.mark.parametrize(
    ("told", "truth"), [(True, Truth.MET), (False, Truth.NOT_MET), (None, Truth.UNKNOWN)]
)
def test_study_abroad_is_evaluated_or_not(told, truth):
    """Whether study abroad was judged equivalent is what the client says."""
    result = evaluated(ABROAD, told=told, who="CGFNS")
    assert result.verdict is truth
    assert result.requirement == "evaluation of foreign study as equivalent by CGFNS"
    if truth is Truth.MET:
        assert result.assumes == (f"what was said is about this: {result.requirement}",)
    if truth is Truth.UNKNOWN:
        assert result.ask == ("Was the client's study abroad judged equivalent by CGFNS?",)
    if truth is Truth.NOT_MET:
        assert result.effort is Effort.STEP


@pytest.mark.parametrize("result", [evaluated, abroad])
def test_study_abroad_or_a_word_on_it_singles_the_route_out(result):
    """Either speaks to routes for study abroad; study at home does not."""
    assert result(ABROAD).relevance == 1
    assert result(listed=False, told=True).relevance == 1
    assert result(Study(level="bachelor"), told=False).relevance == 0


def test_study_at_home_needs_no_evaluation_and_has_none():
    """A client who studied in the US only is on no route for foreign study."""
    result = evaluated(Study(level="bachelor"))
    assert result.verdict is Truth.NOT_MET
    assert (result.effort, result.relevance) == (Effort.OUT_OF_REACH, 0)
    assert evaluated(listed=False).verdict is Truth.UNKNOWN
    assert evaluated(listed=False, told=True).verdict is Truth.MET
    assert evaluated(ABROAD, told=True).assumes == ()


def lacking(takes, *held, **parameters):
    """Return what lacking a credential comes to, with what credentials take by id."""

    def known(credential, _as_of):
        return takes[credential]

    given = {"credentials": ("ahima-rhit",), **parameters}
    asked = Condition(condition="holds_credential", **given)
    reference = REFERENCE._replace(takes=known)
    return HOLDS.evaluate(
        asked, Case(client=Client(credentials=held), as_of=TODAY, reference=reference)
    )


def test_a_credential_is_as_far_as_what_it_takes():
    """A credential that takes a degree is no step, and farther than the same degree itself."""
    result = lacking({"ahima-rhit": (Effort.DEGREE, 60)})
    assert result.effort is Effort.DEGREE
    assert result.months_short > 60
    assert lacking({"ahima-rhit": (Effort.STEP, 12)}).effort is Effort.STEP
    assert lacking({}).effort is Effort.STEP


def test_the_credential_that_takes_least_counts():
    """Of several credentials one is enough, and those that nobody here can earn are passed over."""
    takes = {"ahima-rhit": (Effort.DEGREE, 18), "ahima-rhia": (Effort.STEP, 2)}
    several = ("ahima-rhit", "ahima-rhia", "danb-cda-former")
    assert lacking(takes, credentials=several).effort is Effort.STEP


def test_what_is_held_does_not_have_to_be_earned_again():
    """Who holds it, but not as it is asked, does not lack all that it takes."""
    lapsed = HeldCredential(id="ahima-rhit", active=False)
    takes = {"ahima-rhit": (Effort.DEGREE, 60)}
    assert lacking(takes, lapsed, active=True).effort is Effort.STEP


@pytest.mark.parametrize("asked", [{"held_years": 3}, {"earned_before": "2020"}])
def test_when_it_was_earned_is_asked_where_only_that_is_open(asked):
    """A holder is not asked whether they hold it."""
    asked = {"active": True, **asked}
    holder = held(HeldCredential(id="ahima-rhit", active=True), **asked)
    assert holder.ask == ("When did the client earn the RHIT credential?",)
    doubtful = held(HeldCredential(id="ahima-rhit"), **asked)
    assert doubtful.ask[0].startswith("Does the client hold the RHIT credential, active, ")
