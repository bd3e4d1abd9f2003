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
    finding = held(HeldCredential(id="ahima-rhit"))
    assert finding.verdict is Truth.MET
    assert finding.requirement == "RHIT credential"
    assert finding.reason == "the client holds it"
    assert (finding.missing, finding.ask) == (None, ())
    assert (finding.effort, finding.touched) == (Effort.NONE, 1)


def test_another_credential_does_not():
    """A credential that the rule does not name is not one it asks for."""
    finding = held(HeldCredential(id="ahima-cca"))
    assert finding.verdict is Truth.NOT_MET
    assert finding.missing == "the RHIT credential"
    assert finding.reason == "the client does not hold it"
    assert (finding.effort, finding.touched) == (Effort.STEP, 0)


def test_none_held_is_not_met_and_untold_is_open():
    """An empty list is known to hold none; no list is unknown."""
    assert held().verdict is Truth.NOT_MET
    finding = held(told=False)
    assert finding.verdict is Truth.UNKNOWN
    assert finding.ask == ("Does the client hold the RHIT credential?",)
    assert finding.reason == "not known whether the client holds it"


def test_one_of_several_is_enough():
    """Where the rule names several credentials, any one of them will do."""
    either = ("ahima-rhit", "ahima-rhia")
    finding = held(HeldCredential(id="ahima-rhia"), credentials=either)
    assert finding.verdict is Truth.MET
    assert finding.requirement == "RHIT or RHIA credential"


@pytest.mark.parametrize(
    ("active", "truth"),
    [(True, Truth.MET), (False, Truth.NOT_MET), (None, Truth.UNKNOWN)],
)
def test_active_standing_is_asked_only_where_the_rule_does(active, truth):
    """A rule that wants active standing leaves an untold one open."""
    finding = held(HeldCredential(id="ahima-rhit", active=active), active=True)
    assert finding.verdict is truth
    assert finding.requirement == "active RHIT credential"


@pytest.mark.parametrize(
    ("active", "plain", "former"),
    [
        (True, Truth.MET, Truth.MET),
        (False, Truth.NOT_MET, Truth.MET),
        (None, Truth.MET, Truth.MET),
    ],
)
def test_a_lapsed_credential_counts_only_for_rules_on_former_holders(active, plain, former):
    """What has lapsed is held no more; told without its standing, a credential is held."""
    assert held(HeldCredential(id="ahima-rhit", active=active)).verdict is plain
    finding = held(HeldCredential(id="ahima-rhit", active=active), lapsed=True)
    assert finding.verdict is former
    assert finding.requirement == "RHIT credential, lapsed or not"


def test_a_lapsed_credential_is_not_called_one_that_was_never_held():
    """The reason says that it lapsed, unless it is another that the rule does not name."""
    lapsed = HeldCredential(id="ahima-rhit", active=False)
    assert held(lapsed).reason == "what the client held has lapsed"
    assert held(lapsed).missing == "the RHIT credential"
    assert held(lapsed).touched == 1
    assert held(lapsed, credentials=("ahima-rhia",)).reason == "the client does not hold it"
    late = held(lapsed, lapsed=True, earned_before="2013", told=True)
    assert late.verdict is Truth.UNKNOWN
    unproctored = HeldCredential(id="ahima-rhit", active=False, proctored=False)
    assert held(unproctored, lapsed=True, proctored=True).reason == "the client does not hold it"


def test_a_lapsed_credential_does_not_hide_an_active_one():
    """The best of the credentials held decides."""
    finding = held(
        HeldCredential(id="ahima-rhit", active=False),
        HeldCredential(id="ahima-rhia", active=True),
        credentials=("ahima-rhit", "ahima-rhia"),
        active=True,
    )
    assert finding.verdict is Truth.MET


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
    """What a finding says of stage and confidence is the condition's own."""
    finding = held(stage="award", confidence="reported")
    assert (finding.stage, finding.confidence) == ("award", "reported")


def test_a_credential_without_a_record_goes_by_its_id():
    """A credential that no record names is called by its id."""
    assert held(credentials=("xyz",)).requirement == "xyz credential"


@pytest.mark.parametrize(
    ("told", "truth"), [(True, Truth.MET), (False, Truth.NOT_MET), (None, Truth.UNKNOWN)]
)
def test_an_agreement_is_what_the_client_says(told, truth):
    """Study abroad falls under an agreement, does not, or is asked about."""
    finding = abroad(Study(level="bachelor", field="him", country="CA"), told=told)
    assert finding.verdict is truth
    assert bool(finding.ask) is (truth is Truth.UNKNOWN)
    assert bool(finding.missing) is (truth is Truth.NOT_MET)
    assert finding.touched == 1


def test_what_is_said_of_an_agreement_needs_no_list_of_study():
    """The agreement alone settles it where nothing was said of education."""
    assert abroad(listed=False, told=True).verdict is Truth.MET
    assert abroad(listed=False, told=False).verdict is Truth.NOT_MET
    finding = abroad(listed=False)
    assert finding.verdict is Truth.UNKNOWN
    assert finding.reason.startswith("not known")
    assert finding.touched == 0


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
    finding = abroad(Study(level="bachelor", field="him"))
    assert finding.verdict is Truth.NOT_MET
    assert finding.effort is Effort.OUT_OF_REACH
    assert finding.touched == 0


def test_no_study_falls_under_no_agreement():
    """A client known to have studied nothing is not said to have studied in the US."""
    finding = abroad()
    assert finding.verdict is Truth.NOT_MET
    assert "studied in the US" not in finding.reason


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
    finding = held(HeldCredential(id="ahima-rhit", earned=earned), held_years=3)
    assert finding.verdict is truth
    assert finding.requirement == "RHIT credential, held for 3 years"
    assert finding.effort is (Effort.DEGREE if truth is Truth.NOT_MET else Effort.NONE)


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
    finding = held(HeldCredential(id="ahima-rhit", earned=earned), earned_before="2022-02-07")
    assert finding.verdict is truth
    assert finding.requirement == "RHIT credential, earned before 7 Feb 2022"
    assert finding.effort is (Effort.OUT_OF_REACH if truth is Truth.NOT_MET else Effort.NONE)


@pytest.mark.parametrize(
    ("proctored", "truth"),
    [(True, Truth.MET), (False, Truth.NOT_MET), (None, Truth.UNKNOWN)],
)
def test_its_exam_may_have_to_be_proctored(proctored, truth):
    """An exam by mail does not count where the rule asks for a proctored one."""
    finding = held(HeldCredential(id="ahima-rhit", proctored=proctored), proctored=True)
    assert finding.verdict is truth
    assert finding.requirement == "RHIT credential, earned by a proctored exam"


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
    finding = held(**asked)
    assert finding.requirement == worded
    assert finding.missing == f"the {worded}"


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
    ("asked", "gap"),
    [
        ({}, 24),
        ({"held_years": 3}, 60),
        ({"held_years": 3, "earned_before": "2020"}, inf),
        ({"credentials": ("danb-cda-former",)}, inf),
    ],
)
def test_the_gap_of_a_credential_is_to_earn_and_to_hold_it(asked, gap):
    """No step is longer than to earn another credential; one that cannot be earned has no end."""
    assert held(**asked).gap == gap


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
    finding = evaluated(ABROAD, told=told, who="CGFNS")
    assert finding.verdict is truth
    assert finding.requirement == "evaluation of foreign study as equivalent by CGFNS"
    if truth is Truth.MET:
        assert finding.assumes == (f"what was said is about this: {finding.requirement}",)
    if truth is Truth.UNKNOWN:
        assert finding.ask == ("Was the client's study abroad judged equivalent by CGFNS?",)
    if truth is Truth.NOT_MET:
        assert finding.effort is Effort.STEP


@pytest.mark.parametrize("finding", [evaluated, abroad])
def test_study_abroad_or_a_word_on_it_singles_the_route_out(finding):
    """Either speaks to routes for study abroad; study at home does not."""
    assert finding(ABROAD).touched == 1
    assert finding(listed=False, told=True).touched == 1
    assert finding(Study(level="bachelor"), told=False).touched == 0


def test_study_at_home_needs_no_evaluation_and_has_none():
    """A client who studied in the US only is on no route for foreign study."""
    finding = evaluated(Study(level="bachelor"))
    assert finding.verdict is Truth.NOT_MET
    assert (finding.effort, finding.touched) == (Effort.OUT_OF_REACH, 0)
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
    finding = lacking({"ahima-rhit": (Effort.DEGREE, 60)})
    assert finding.effort is Effort.DEGREE
    assert finding.gap > 60
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
