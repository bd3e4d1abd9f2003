"""Verdicts on credentials: routes joined, the winning one, what is missing, what to ask."""

import dataclasses
from functools import partial

import pytest
from evaluating import TODAY, at_least, credential, either, every, holding

from careerkit.answers.eligibility import Verdict
from careerkit.eligibility import check, is_closed
from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.credential import Caution, Exam, Route
from careerkit.model.entries import Work
from careerkit.model.rule import Condition
from careerkit.rules.result import Case, Reference

REFERENCE = Reference(issuers={"body": "BODY"})
CLIENT = Client(
    education=(Study(level="associate", field="business", completed="2020"),),
    credentials=(HeldCredential(id="held"), HeldCredential(id="doubtful")),
    facts=Statements(foreign_reciprocity=False),
)


MET = holding("held")
UNMET = holding("missing")
UNMET_TOO = holding("absent")
OPEN = holding("doubtful", active=True)
OPEN_FACT = Condition(condition="practicum")
BACHELOR = Condition(condition="degree_at_least", level="bachelor")
ABROAD = Condition(condition="foreign_reciprocity", organization="body")


def route(name, requires, **more):
    """Return a route."""
    given = {"label": name, "confidence": "confirmed", "sources": ("page",), **more}
    return Route(id=name, requires=requires, **given)


def verdict(*routes, client=CLIENT, stage="sit", **more):
    """Return the verdict on a credential with these routes."""
    case = Case(client=client, as_of=TODAY, reference=REFERENCE)
    return check(credential(*routes, **more), case, stage)


def test_any_open_route_is_enough():
    """One route that is met makes the client eligible, and is named."""
    answer = verdict(route("no", UNMET), route("open", OPEN), route("yes", every(MET)))
    assert (answer.verdict, answer.route) == (Verdict.ELIGIBLE, "yes")
    assert (answer.missing, answer.ask, answer.nearly) == ((), (), False)
    assert [shown.verdict for shown in answer.routes] == [
        Verdict.NOT_ELIGIBLE,
        Verdict.UNKNOWN,
        Verdict.ELIGIBLE,
    ]


def test_an_open_question_outweighs_a_no():
    """Where no route is met and one may be, the verdict is unknown and says what to ask."""
    answer = verdict(route("no", UNMET), route("open", every(OPEN, MET)))
    assert (answer.verdict, answer.route) == (Verdict.UNKNOWN, None)
    assert answer.ask == ("Does the client hold the active doubtful credential?",)
    assert (answer.missing, answer.nearly) == ((), False)


def test_a_question_is_asked_once_and_only_of_open_routes():
    """Questions of several routes are asked once; routes that fail ask nothing."""
    answer = verdict(
        route("one", OPEN),
        route("two", every(OPEN)),
        route("failed", every(UNMET, holding("doubtful", active=True, stage="sit"))),
        route("closed", holding("x"), valid_until="2020"),
    )
    assert len(answer.ask) == 1


def test_no_route_met_or_open_is_not_eligible():
    """Where every route fails, the verdict is no and says what is missing."""
    answer = verdict(route("one", every(UNMET, MET)))
    assert (answer.verdict, answer.route) == (Verdict.NOT_ELIGIBLE, None)
    assert answer.missing == ("the missing credential",)
    assert (answer.ask, answer.assumes) == ((), ())


@pytest.mark.parametrize(
    ("begins", "ends", "closed"),
    [
        (None, None, False),
        (None, "2026-11-22", False),
        (None, "2026-11-21", True),
        (None, "2026-11", False),
        (None, "2026", False),
        (None, "2025", True),
        ("2026-11-22", None, False),
        ("2026-11-23", None, True),
        ("2026-11", None, False),
        ("2027", None, True),
        ("2020-01-01", "2021-12-31", True),
        ("2026-01-01", "2026-12-31", False),
        (None, "9999", False),
        (None, "9999-12-31", False),
    ],
)
def test_a_route_counts_from_its_first_to_its_last_day(begins, ends, closed):
    """A route is closed before its first day and after its last, both of which count."""
    it = route("it", MET, valid_from=begins, valid_until=ends)
    assert is_closed(it, TODAY) is closed


def test_a_closed_route_is_never_met():
    """A route that has ended stays as history, and opens nothing."""
    answer = verdict(route("old", MET, valid_until="2021-12-31"), route("new", every(UNMET)))
    assert answer.verdict is Verdict.NOT_ELIGIBLE
    assert answer.missing == ("the missing credential",)
    old, new = answer.routes
    assert (old.closed, old.verdict, old.valid_until) == (True, "not_eligible", "2021-12-31")
    assert old.conditions[0].verdict == "met"
    assert new.closed is False


def test_the_sources_are_those_of_the_route_it_is_told_by():
    """The sources stand behind the route that explains the verdict, else behind the record."""
    stated = route("no", UNMET, sources=("old",)), route("yes", MET, sources=("new",))
    assert verdict(*stated).sources == ("new",)
    assert verdict(route("no", UNMET, sources=("old",))).sources == ("old",)
    assert verdict(route("gone", MET, valid_until="2020")).sources == ("page",)


@pytest.mark.parametrize(
    ("credentials", "held", "bears"),
    [
        (None, None, 0),
        ((), False, 0),
        ((HeldCredential(id="other"),), False, 0),
        ((HeldCredential(id="credential"),), True, 1),
    ],
)
def test_a_credential_that_is_held_already_says_so(credentials, held, bears):
    """Holding the credential itself is told, bears on it, and decides nothing."""
    answer = verdict(route("no", UNMET_TOO), client=Client(credentials=credentials))
    assert (answer.held, answer.bears) == (held, bears)
    assert answer.verdict is (Verdict.UNKNOWN if held is None else Verdict.NOT_ELIGIBLE)


def test_a_closed_route_is_not_the_nearest():
    """What is missing is never what a closed route lacks."""
    answer = verdict(
        route("old", every(UNMET), valid_until="2021-12-31"), route("new", every(BACHELOR))
    )
    assert answer.missing == ("a bachelor's degree or higher",)


def test_facts_do_not_bear_on_a_closed_route():
    """A credential is not listed for facts that speak to a closed route alone."""
    assert verdict(route("old", MET, valid_until="2021"), route("new", UNMET)).bears == 0
    assert verdict(route("old", MET, valid_until="2021")).bears == 0
    assert verdict(route("old", MET), route("new", UNMET)).bears == 1


def test_no_open_route_is_said_to_be_what_is_missing():
    """Where every route is closed, the answer says that, and never nothing."""
    answer = verdict(route("old", MET, valid_until="2021-12-31"))
    assert (answer.verdict, answer.nearly) == (Verdict.NOT_ELIGIBLE, False)
    assert answer.missing


def test_the_surest_route_wins():
    """Of routes that are met, the best confirmed one is named."""
    answer = verdict(
        route("rumour", every(MET), confidence="unverified"),
        route("page", every(MET), confidence="reported"),
    )
    assert (answer.route, answer.confidence) == ("page", "reported")


ASSUMING = every(Condition(condition="degree_at_least", level="associate"))
GRADUATED = dataclasses.replace(CLIENT, education=(Study(level="associate"),))


def test_then_the_route_with_the_fewest_assumptions_wins():
    """Of equally confirmed routes, the one that takes less for granted is named."""
    answer = verdict(route("first", ASSUMING), route("second", every(MET)), client=GRADUATED)
    assert (answer.route, answer.assumes) == ("second", ())
    alone = verdict(route("first", ASSUMING), client=GRADUATED)
    assert alone.assumes == ("the associate program is completed",)


def test_confidence_comes_before_assumptions():
    """A confirmed route with an assumption is named before an unverified one without."""
    rumour = route("rumour", every(MET), confidence="unverified")
    assert verdict(rumour, route("sure", ASSUMING), client=GRADUATED).route == "sure"


@pytest.mark.parametrize(
    ("of_route", "of_condition", "weakest"),
    [
        ("confirmed", None, "confirmed"),
        ("confirmed", "reported", "reported"),
        ("reported", "confirmed", "reported"),
        ("reported", "unverified", "unverified"),
        ("unverified", "reported", "unverified"),
    ],
)
def test_confidence_is_the_weakest_of_route_and_conditions(of_route, of_condition, weakest):
    """A route is no surer than its least sure condition."""
    rule = every(MET, holding("held", confidence=of_condition))
    answer = verdict(route("it", rule, confidence=of_route))
    assert answer.confidence == weakest
    assert answer.routes[0].confidence == weakest
    alone = verdict(route("it", holding("held", confidence=of_condition), confidence=of_route))
    assert alone.confidence == weakest


@pytest.mark.parametrize("group", [every, either])
def test_confidence_is_the_weakest_however_deep(group):
    """A condition is no surer for standing inside a group."""
    doubtful = holding("held", confidence="unverified")
    assert verdict(route("it", every(MET, group(doubtful, doubtful)))).confidence == "unverified"


def test_an_alternative_that_was_not_taken_lends_no_doubt():
    """Of alternatives those count that have the truth of the whole; of a conjunction every part."""
    doubtful = holding("missing", confidence="unverified")
    assert verdict(route("it", every(either(MET, doubtful)))).confidence == "confirmed"
    assert verdict(route("it", every(UNMET, doubtful))).confidence == "unverified"
    held = holding("held", confidence="unverified")
    assert verdict(route("it", every(UNMET, held))).confidence == "unverified"


def test_without_an_open_route_the_confidence_is_the_records():
    """Where no route explains the verdict, it is as sure as the record is."""
    assert verdict(route("old", MET, valid_until="2021")).confidence == "reported"


def test_what_is_missing_is_what_the_nearest_route_lacks():
    """The nearest route is the one whose largest lack is smallest, then the one with fewest."""
    far = route("far", every(ABROAD))
    degree = route("degree", every(BACHELOR))
    steps = route("steps", every(UNMET, UNMET_TOO))
    step = route("step", every(UNMET, MET))
    assert verdict(far, degree, steps, step).missing == ("the missing credential",)
    assert verdict(far, degree, steps).missing == (
        "the missing credential",
        "the absent credential",
    )
    assert verdict(far, degree).missing == ("a bachelor's degree or higher",)
    assert verdict(far).missing[0].startswith("a program abroad")


JOBLESS = dataclasses.replace(CLIENT, work=())


def work(**amount):
    """Return the condition to have so much work."""
    return Condition(condition="work_in_field", work="phlebotomy", **amount)


def degree(level):
    """Return the condition to have a degree."""
    return Condition(condition="degree_at_least", level=level)


DIFFICULT = route("six", every(degree("bachelor"), work(years=6)))
EASIER = route("four", every(degree("bachelor"), work(years=4)))


@pytest.mark.parametrize("routes", [(DIFFICULT, EASIER), (EASIER, DIFFICULT)])
def test_of_routes_that_lack_as_many_things_the_one_that_lacks_less_is_told(routes):
    """A bachelor's degree and 4 years of work is nearer than the degree and 6 years."""
    assert verdict(*routes, client=JOBLESS).missing == (
        "a bachelor's degree or higher",
        "4 years of phlebotomy work",
    )


def test_the_lowest_degree_that_is_enough_is_told():
    """A client from high school with long experience is told of the associate degree."""
    client = Client(
        education=(Study(level="high_school", completed="2000"),),
        work=(Work(field="phlebotomy", years=20),),
    )
    parameters = [("master", 2), ("bachelor", 4), ("associate", 6)]
    routes = [route(level, every(degree(level), work(years=years))) for level, years in parameters]
    assert verdict(*routes, client=client).missing == ("an associate degree or higher",)


def test_fewer_things_come_before_a_smaller_lack():
    """One thing that takes long is nearer than two that are quickly done."""
    two = route("two", every(UNMET, UNMET_TOO))
    one = route("one", every(work(months=23)))
    assert verdict(two, one, client=JOBLESS).missing == ("23 months of phlebotomy work",)


def test_what_comes_with_time_is_nearer_than_what_may_never():
    """A client who is a year too young is told so, not of a place that is not to be had."""
    client = dataclasses.replace(CLIENT, age=17)
    routes = route("abroad", every(ABROAD)), route("adult", every(ADULT))
    assert verdict(*routes, client=client).missing == ("1 more year of age, to be 18",)


def test_of_equal_routes_one_without_an_open_question_is_told():
    """Whether a client is nearly eligible does not hang on the order of the routes."""
    routes = route("open", every(UNMET, OPEN)), route("settled", every(UNMET_TOO, MET))
    for ordered in (routes, routes[::-1]):
        answer = verdict(*ordered)
        assert (answer.missing, answer.nearly) == (("the absent credential",), True)


def test_a_credential_is_no_way_to_itself():
    """Who lacks a credential is told of another route, however far, and is not nearly there."""
    round_about = route("former", every(holding("credential", lapsed=True)))
    answer = verdict(round_about, route("main", every(BACHELOR)))
    assert (answer.missing, answer.nearly) == (("a bachelor's degree or higher",), False)
    answer = verdict(round_about, route("abroad", every(ABROAD)))
    assert answer.missing[0].startswith("a program abroad")
    alone = verdict(round_about)
    assert (alone.missing, alone.nearly) == (("the credential credential, lapsed or not",), False)


def test_a_former_holder_may_come_back():
    """Who holds the credential, or held it, may lack no more of that route than another thing."""
    client = dataclasses.replace(CLIENT, credentials=(HeldCredential(id="credential"),))
    again = route("former", every(holding("credential", lapsed=True), UNMET))
    answer = verdict(again, route("main", every(BACHELOR)), client=client)
    assert (answer.missing, answer.nearly) == (("the missing credential",), True)


EKGS = Condition(condition="procedures_performed", procedure="ekg_live", count=10)


def test_a_route_of_which_all_is_known_is_told_before_one_that_may_lack_more():
    """A small lack beside open questions is not nearer than a larger one that is all there is."""
    open_one = route("open", every(EKGS, OPEN_FACT))
    client = dataclasses.replace(JOBLESS, procedures={})
    settled = route("settled", every(work(months=23)))
    assert verdict(open_one, settled, client=client).missing == ("23 months of phlebotomy work",)
    degree = route("degree", every(BACHELOR))
    assert verdict(open_one, degree, client=client).missing == ("10 EKGs on live people",)


def test_a_route_that_the_facts_speak_to_is_told_though_a_part_is_open():
    """Who has nearly all that a route asks is not sent elsewhere for what was not asked yet."""
    begun = route("begun", every(EKGS, OPEN_FACT))
    client = dataclasses.replace(JOBLESS, procedures={"ekg_live": 9})
    answer = verdict(begun, route("settled", every(work(months=23))), client=client)
    assert answer.missing[0].endswith("1 short")
    assert answer.nearly is False


def test_what_is_missing_twice_is_said_once():
    """Two conditions that lack the same thing have one thing missing to tell."""
    assert verdict(route("it", every(UNMET, UNMET))).missing == ("the missing credential",)


def test_of_equal_routes_one_that_the_facts_speak_to_is_told():
    """Where two routes lack as much, the client is on the way of the one that has something."""
    routes = route("silent", every(UNMET_TOO)), route("begun", every(UNMET, MET))
    for ordered in (routes, routes[::-1]):
        assert verdict(*ordered).missing == ("the missing credential",)


def test_what_is_missing_leaves_out_what_is_met_or_open():
    """Only conditions that are not met are missing."""
    assert verdict(route("it", every(MET, UNMET, OPEN))).missing == ("the missing credential",)


def test_a_rule_of_one_condition_has_one_thing_missing():
    """A rule that is a single condition, or a choice, is missing as one thing."""
    assert verdict(route("it", UNMET)).missing == ("the missing credential",)
    (missing,) = verdict(route("it", either(UNMET, UNMET_TOO))).missing
    assert missing == "one of these: the missing credential; the absent credential"


@pytest.mark.parametrize(
    ("rule", "nearly"),
    [
        (every(UNMET), True),
        (every(UNMET, MET), True),
        (UNMET, True),
        (every(UNMET, UNMET_TOO), False),
        (every(BACHELOR), False),
        (every(ABROAD), False),
        (every(UNMET, BACHELOR), False),
        (every(either(UNMET, BACHELOR)), True),
        (every(either(UNMET, UNMET_TOO)), True),
        (either(UNMET, UNMET_TOO), True),
        (either(BACHELOR, UNMET), True),
        (at_least(2, MET, UNMET, UNMET_TOO), True),
        (every(at_least(2, MET, UNMET, UNMET_TOO)), True),
        (at_least(2, UNMET, UNMET_TOO), False),
        (every(at_least(2, UNMET, UNMET_TOO)), False),
        (every(every(UNMET, UNMET_TOO)), False),
        (every(either(every(UNMET, UNMET_TOO), BACHELOR)), False),
    ],
)
def test_nearly_is_one_thing_smaller_than_a_degree(rule, nearly):
    """Nearly eligible lacks one thing, smaller than a degree, wherever it stands in the rule."""
    answer = verdict(route("it", rule))
    assert (answer.verdict, answer.nearly) == (Verdict.NOT_ELIGIBLE, nearly)


def test_eligible_and_open_clients_are_not_nearly():
    """Nearly is said of those who are not eligible alone."""
    assert verdict(route("it", MET)).nearly is False
    assert verdict(route("it", every(OPEN))).nearly is False


def test_an_empty_rule_lets_anyone_in():
    """A credential that anyone may sit for is open to a client of whom nothing is known."""
    answer = verdict(route("all", every()), client=Client())
    assert answer.verdict is Verdict.ELIGIBLE
    assert [condition.requirement for condition in answer.routes[0].conditions] == [
        "nothing: anyone may"
    ]


def test_a_route_with_nothing_at_this_stage_is_open():
    """A rule whose conditions all come later asks for nothing yet."""
    later = every(holding("missing", stage="award"))
    answer = verdict(route("it", later))
    assert answer.verdict is Verdict.ELIGIBLE
    assert answer.routes[0].conditions[0].requirement == "nothing at this stage"
    assert answer.still_needed == ("missing credential",)
    assert verdict(route("it", later), stage="award").verdict is Verdict.NOT_ELIGIBLE


def test_what_is_still_needed_are_later_conditions_and_the_exam():
    """After the stage come the later conditions that are not met yet, then the exam."""
    rule = every(
        MET,
        holding("missing", stage="award"),
        holding("held", stage="award"),
        holding("absent", stage="license"),
    )
    exam = Exam(name="CE", confidence="confirmed")
    sit = verdict(route("it", rule), exam=exam)
    assert sit.still_needed == ("missing credential", "absent credential", "pass the CE exam")
    award = verdict(route("it", rule), exam=exam, stage="award")
    assert award.still_needed == ("absent credential", "pass the CE exam")
    assert verdict(route("it", rule), stage="license").still_needed == ()


def test_alternatives_of_a_later_stage_are_still_needed_as_one():
    """Of later alternatives one is needed, not each; once one holds, none is."""
    later = either(holding("missing", stage="award"), holding("absent", stage="award"))
    answer = verdict(route("it", every(MET, later)))
    assert answer.verdict is Verdict.ELIGIBLE
    assert answer.still_needed == ("any of: missing credential; absent credential",)
    held = either(holding("missing", stage="award"), holding("held", stage="award"))
    assert verdict(route("it", every(MET, held))).still_needed == ()


GRADUATE = Client(
    age=30,
    education=(Study(level="high_school", completed="2015"),),
    credentials=(HeldCredential(id="held"),),
)
DIPLOMA = Condition(condition="degree_at_least", level="high_school")
ADULT = Condition(condition="age_at_least", years=18)
WORK = Condition(condition="work_in_field", work="phlebotomy", years=1)
CPR = Condition(condition="cpr_current")


@pytest.mark.parametrize(
    ("rule", "stated", "bears"),
    [
        (every(DIPLOMA), {}, 1),
        (every(DIPLOMA, ADULT), {}, 1),
        (every(DIPLOMA, WORK), {}, 0),
        (every(DIPLOMA, WORK), {"work": ()}, 1),
        (every(DIPLOMA, WORK), {"work": (Work(field="phlebotomy", months=1),)}, 1),
        (every(WORK), {"work": (Work(field="phlebotomy"),)}, 1),
        (every(DIPLOMA, ADULT, CPR), {}, 0),
        (every(DIPLOMA, ADULT, CPR), {"facts": Statements(cpr_current=True)}, 1),
        (every(DIPLOMA, ADULT, CPR), {"facts": Statements(cpr_current=False)}, 1),
        (every(ADULT, holding("missing"), holding("absent")), {}, 0),
        (every(ADULT), {"age": 17}, 0),
        (every(), {}, 0),
    ],
)
def test_facts_that_speak_to_many_rules_bear_only_where_they_settle_one(rule, stated, bears):
    """Schooling or age alone bears on no credential that hangs on more that is open."""
    client = dataclasses.replace(GRADUATE, **stated)
    assert verdict(route("it", rule), client=client).bears == bears


def test_a_route_that_is_nearly_open_does_not_speak_for_an_open_question():
    """While one route is open, that another lacks one thing only makes no fact bear on it."""
    lacking = route("lacking", every(DIPLOMA, holding("missing")))
    silent = route("silent", every(DIPLOMA, WORK))
    answer = verdict(lacking, silent, client=GRADUATE)
    assert (answer.verdict, answer.bears) == (Verdict.UNKNOWN, 0)
    alone = verdict(lacking, client=GRADUATE)
    assert (alone.nearly, alone.bears) == (True, 1)


def test_what_is_open_later_is_still_needed():
    """A later condition that is not known to hold is still to be seen to."""
    rule = every(MET, holding("doubtful", active=True, stage="award"))
    assert verdict(route("it", rule)).still_needed == ("active doubtful credential",)


def test_an_open_route_that_facts_bear_on_explains_an_unknown():
    """Of open routes, one that the client's facts speak to comes first."""
    silent = route("silent", every(Condition(condition="degree_at_least", level="bachelor")))
    relevant = route("relevant", every(OPEN, holding("missing", stage="award")))
    client = dataclasses.replace(CLIENT, education=None)
    answer = verdict(silent, relevant, client=client)
    assert answer.verdict is Verdict.UNKNOWN
    assert answer.still_needed == ("missing credential",)
    assert len(answer.ask) == 2


def test_of_routes_that_no_fact_singles_out_one_that_facts_touch_on_explains_an_unknown():
    """Schooling, which speaks to many rules, still speaks more to a route than nothing does."""
    silent = route("silent", every(WORK, holding("silent", stage="award")))
    schooled = route("schooled", every(DIPLOMA, CPR, holding("schooled", stage="award")))
    answer = verdict(silent, schooled, client=dataclasses.replace(GRADUATE, work=None))
    assert answer.verdict is Verdict.UNKNOWN
    assert answer.still_needed == ("schooled credential",)


def test_the_answer_names_credential_and_issuer():
    """The verdict carries what a reader needs to know whose rule it is."""
    cautions = (Caution(text="older pages differ", sources=("page",)),)
    answer = verdict(route("it", every(MET), effect="may sit early"), cautions=cautions)
    assert (answer.credential, answer.name, answer.abbreviation) == (
        *("credential", "Certified Example", "CE"),
    )
    assert (answer.issuer, answer.issuer_name) == ("body", "BODY")
    assert answer.cautions == ("older pages differ",)
    assert answer.url == "https://example.org"
    assert answer.routes[0].effect == "may sit early"
    assert answer.routes[0].sources == ("page",)


def test_an_issuer_without_a_name_goes_by_its_id():
    """An issuer that no record names is called by its id."""
    assert verdict(route("it", MET), issuer="nobody").issuer_name == "nobody"


def test_conditions_are_shown_with_their_parts():
    """A route shows each condition of its rule, and a group with what is in it."""
    answer = verdict(route("it", every(MET, either(UNMET, OPEN))))
    first, group = answer.routes[0].conditions
    assert (first.condition, first.verdict, first.conditions) == ("holds_credential", "met", ())
    assert (group.condition, group.verdict) == ("any_of", "unknown")
    assert [part.verdict for part in group.conditions] == ["not_met", "unknown"]
    assert group.ask == ("Does the client hold the active doubtful credential?",)
    assert group.conditions[0].missing == "the missing credential"


@pytest.mark.parametrize("group", [either, partial(at_least, 2)])
def test_a_rule_that_is_a_choice_is_shown_as_one(group):
    """A route whose rule is a choice shows the choice, not its parts as if all were asked."""
    answer = verdict(route("it", group(MET, UNMET, UNMET_TOO, MET)))
    assert answer.verdict is Verdict.ELIGIBLE
    (shown,) = answer.routes[0].conditions
    assert shown.verdict == "met"
    assert len(shown.conditions) == 4
