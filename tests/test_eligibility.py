"""Verdicts on credentials: routes joined, the winning one, what is missing, what to ask."""

import dataclasses
from datetime import date

import pytest

from careerkit.answers.eligibility import Verdict
from careerkit.eligibility import check, is_closed
from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.credential import Caution, Credential, Exam, Route
from careerkit.model.entries import Work
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.rules.result import Case, Reference

TODAY = date(2026, 11, 22)
REFERENCE = Reference(issuers={"body": "BODY"})
CLIENT = Client(
    education=(Study(level="associate", field="business", completed="2020"),),
    credentials=(HeldCredential(id="held"), HeldCredential(id="doubtful")),
    facts=Statements(foreign_reciprocity=False),
)


def holding(name, **parameters):
    """Return the condition to hold a credential."""
    return Condition(condition="holds_credential", credentials=(name,), **parameters)


MET = holding("held")
UNMET = holding("missing")
UNMET_TOO = holding("absent")
OPEN = holding("doubtful", active=True)
OPEN_FACT = Condition(condition="practicum")
BACHELOR = Condition(condition="degree_at_least", level="bachelor")
ABROAD = Condition(condition="foreign_reciprocity", organization="body")


def both(*parts):
    """Return the rule that all parts hold."""
    return AllOf(all_of=parts)


def either(*parts):
    """Return the rule that one of the parts holds."""
    return AnyOf(any_of=parts)


def two_of(*parts):
    """Return the rule that two of the parts hold."""
    return AtLeast(at_least=Counted(n=2, of=parts))


def route(name, requires, **more):
    """Return a route."""
    given = {"label": name, "confidence": "confirmed", "sources": ("page",), **more}
    return Route(id=name, requires=requires, **given)


def verdict(*routes, client=CLIENT, stage="sit", **more):
    """Return the verdict on a credential with these routes."""
    credential = Credential(
        id="credential",
        name="Certified Example",
        abbreviation="CE",
        issuer="body",
        kind="certification",
        careers=("29-2072",),
        url="https://example.org",
        confidence="reported",
        routes=routes,
        sources=("page",),
        **more,
    )
    return check(credential, Case(client=client, as_of=TODAY, reference=REFERENCE), stage)


def test_any_open_route_is_enough():
    """One route that is met makes the client eligible, and is named."""
    found = verdict(route("no", UNMET), route("open", OPEN), route("yes", both(MET)))
    assert found.verdict is Verdict.ELIGIBLE
    assert found.route == "yes"
    assert (found.missing, found.ask, found.nearly) == ((), (), False)
    assert [each.verdict for each in found.routes] == [
        Verdict.NOT_ELIGIBLE,
        Verdict.UNKNOWN,
        Verdict.ELIGIBLE,
    ]


def test_an_open_question_outweighs_a_no():
    """Where no route is met and one may be, the verdict is unknown and says what to ask."""
    found = verdict(route("no", UNMET), route("open", both(OPEN, MET)))
    assert found.verdict is Verdict.UNKNOWN
    assert found.route is None
    assert found.ask == ("Does the client hold the active doubtful credential?",)
    assert (found.missing, found.nearly) == ((), False)


def test_a_question_is_asked_once_and_only_of_open_routes():
    """Questions of several routes are asked once; routes that fail ask nothing."""
    found = verdict(
        route("one", OPEN),
        route("two", both(OPEN)),
        route("failed", both(UNMET, holding("doubtful", active=True, stage="sit"))),
        route("closed", holding("x"), valid_until="2020"),
    )
    assert len(found.ask) == 1


def test_no_route_met_or_open_is_not_eligible():
    """Where every route fails, the verdict is no and says what is missing."""
    found = verdict(route("one", both(UNMET, MET)))
    assert found.verdict is Verdict.NOT_ELIGIBLE
    assert found.route is None
    assert found.missing == ("the missing credential",)
    assert (found.ask, found.assumes) == ((), ())


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
    found = verdict(route("old", MET, valid_until="2021-12-31"), route("new", both(UNMET)))
    assert found.verdict is Verdict.NOT_ELIGIBLE
    assert found.missing == ("the missing credential",)
    old, new = found.routes
    assert (old.closed, old.verdict, old.valid_until) == (True, "not_eligible", "2021-12-31")
    assert old.conditions[0].verdict == "met"
    assert new.closed is False


def test_the_sources_are_those_of_the_route_it_is_told_by():
    """The sources stand behind the route that explains the verdict, else behind the record."""
    told = route("no", UNMET, sources=("old",)), route("yes", MET, sources=("new",))
    assert verdict(*told).sources == ("new",)
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
    found = verdict(route("no", UNMET_TOO), client=Client(credentials=credentials))
    assert (found.held, found.bears) == (held, bears)
    assert found.verdict is (Verdict.UNKNOWN if held is None else Verdict.NOT_ELIGIBLE)


def test_a_closed_route_is_not_the_nearest():
    """What is missing is never what a closed route lacks."""
    found = verdict(
        route("old", both(UNMET), valid_until="2021-12-31"), route("new", both(BACHELOR))
    )
    assert found.missing == ("a bachelor's degree or higher",)


def test_facts_do_not_bear_on_a_closed_route():
    """A credential is not listed for facts that speak to a closed route alone."""
    assert verdict(route("old", MET, valid_until="2021"), route("new", UNMET)).bears == 0
    assert verdict(route("old", MET, valid_until="2021")).bears == 0
    assert verdict(route("old", MET), route("new", UNMET)).bears == 1


def test_no_open_route_is_said_to_be_what_is_missing():
    """Where every route is closed, the answer says that, and never nothing."""
    found = verdict(route("old", MET, valid_until="2021-12-31"))
    assert found.verdict is Verdict.NOT_ELIGIBLE
    assert found.nearly is False
    assert found.missing


def test_the_surest_route_wins():
    """Of routes that are met, the best confirmed one is named."""
    found = verdict(
        route("rumour", both(MET), confidence="unverified"),
        route("page", both(MET), confidence="reported"),
    )
    assert (found.route, found.confidence) == ("page", "reported")


def test_then_the_route_with_the_fewest_assumptions_wins():
    """Of equally confirmed routes, the one that takes less for granted is named."""
    assuming = Condition(condition="degree_at_least", level="associate")
    client = dataclasses.replace(CLIENT, education=(Study(level="associate"),))
    found = verdict(route("first", both(assuming)), route("second", both(MET)), client=client)
    assert (found.route, found.assumes) == ("second", ())
    alone = verdict(route("first", both(assuming)), client=client)
    assert alone.assumes == ("the associate program is completed",)


def test_confidence_comes_before_assumptions():
    """A confirmed route with an assumption is named before an unverified one without."""
    assuming = Condition(condition="degree_at_least", level="associate")
    client = dataclasses.replace(CLIENT, education=(Study(level="associate"),))
    found = verdict(
        route("rumour", both(MET), confidence="unverified"),
        route("sure", both(assuming)),
        client=client,
    )
    assert found.route == "sure"


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
    rule = both(MET, holding("held", confidence=of_condition))
    found = verdict(route("it", rule, confidence=of_route))
    assert found.confidence == weakest
    assert found.routes[0].confidence == weakest
    alone = verdict(route("it", holding("held", confidence=of_condition), confidence=of_route))
    assert alone.confidence == weakest


@pytest.mark.parametrize("group", [both, either])
def test_confidence_is_the_weakest_however_deep(group):
    """A condition is no surer for standing inside a group."""
    doubtful = holding("held", confidence="unverified")
    found = verdict(route("it", both(MET, group(doubtful, doubtful))))
    assert found.confidence == "unverified"


def test_an_alternative_that_was_not_taken_lends_no_doubt():
    """Of alternatives those count that have the truth of the whole; of a conjunction every part."""
    doubtful = holding("missing", confidence="unverified")
    assert verdict(route("it", both(either(MET, doubtful)))).confidence == "confirmed"
    assert verdict(route("it", both(UNMET, doubtful))).confidence == "unverified"
    held = holding("held", confidence="unverified")
    assert verdict(route("it", both(UNMET, held))).confidence == "unverified"


def test_without_an_open_route_the_confidence_is_the_records():
    """Where no route explains the verdict, it is as sure as the record is."""
    assert verdict(route("old", MET, valid_until="2021")).confidence == "reported"


def test_what_is_missing_is_what_the_nearest_route_lacks():
    """The nearest route is the one whose largest lack is smallest, then the one with fewest."""
    far = route("far", both(ABROAD))
    degree = route("degree", both(BACHELOR))
    steps = route("steps", both(UNMET, UNMET_TOO))
    step = route("step", both(UNMET, MET))
    assert verdict(far, degree, steps, step).missing == ("the missing credential",)
    assert verdict(far, degree, steps).missing == (
        "the missing credential",
        "the absent credential",
    )
    assert verdict(far, degree).missing == ("a bachelor's degree or higher",)
    assert verdict(far).missing[0].startswith("a program abroad")


def work(**amount):
    """Return the condition to have so much work."""
    return Condition(condition="work_in_field", work="phlebotomy", **amount)


def degree(level):
    """Return the condition to have a degree."""
    return Condition(condition="degree_at_least", level=level)


DIFFICULT = route("six", both(degree("bachelor"), work(years=6)))
EASIER = route("four", both(degree("bachelor"), work(years=4)))


@pytest.mark.parametrize("routes", [(DIFFICULT, EASIER), (EASIER, DIFFICULT)])
def test_of_routes_that_lack_as_many_things_the_one_that_lacks_less_is_told(routes):
    """A bachelor's degree and 4 years of work is nearer than the degree and 6 years."""
    client = dataclasses.replace(CLIENT, work=())
    assert verdict(*routes, client=client).missing == (
        "a bachelor's degree or higher",
        "4 years of phlebotomy work",
    )


def test_the_lowest_degree_that_is_enough_is_told():
    """A client from high school with long experience is told of the associate degree."""
    client = Client(
        education=(Study(level="high_school", completed="2000"),),
        work=(Work(field="phlebotomy", years=20),),
    )
    asked = [("master", 2), ("bachelor", 4), ("associate", 6)]
    routes = [route(level, both(degree(level), work(years=years))) for level, years in asked]
    found = verdict(*routes, client=client)
    assert found.missing == ("an associate degree or higher",)


def test_fewer_things_come_before_a_smaller_lack():
    """One thing that takes long is nearer than two that are quickly done."""
    client = dataclasses.replace(CLIENT, work=())
    two = route("two", both(UNMET, UNMET_TOO))
    one = route("one", both(work(months=23)))
    assert verdict(two, one, client=client).missing == ("23 months of phlebotomy work",)


def test_what_comes_with_time_is_nearer_than_what_may_never():
    """A client who is a year too young is told so, not of a place that is not to be had."""
    client = dataclasses.replace(CLIENT, age=17)
    routes = route("abroad", both(ABROAD)), route("adult", both(ADULT))
    assert verdict(*routes, client=client).missing == ("1 more year of age, to be 18",)


def test_of_equal_routes_one_without_an_open_question_is_told():
    """Whether a client is nearly eligible does not hang on the order of the routes."""
    routes = route("open", both(UNMET, OPEN)), route("settled", both(UNMET_TOO, MET))
    for ordered in (routes, routes[::-1]):
        found = verdict(*ordered)
        assert (found.missing, found.nearly) == (("the absent credential",), True)


def test_a_credential_is_no_way_to_itself():
    """Who lacks a credential is told of another route, however far, and is not nearly there."""
    round_about = route("former", both(holding("credential", lapsed=True)))
    found = verdict(round_about, route("main", both(BACHELOR)))
    assert (found.missing, found.nearly) == (("a bachelor's degree or higher",), False)
    found = verdict(round_about, route("abroad", both(ABROAD)))
    assert found.missing[0].startswith("a program abroad")
    alone = verdict(round_about)
    assert (alone.missing, alone.nearly) == (("the credential credential, lapsed or not",), False)


def test_a_former_holder_may_come_back():
    """Who holds the credential, or held it, may lack no more of that route than another thing."""
    client = dataclasses.replace(CLIENT, credentials=(HeldCredential(id="credential"),))
    again = route("former", both(holding("credential", lapsed=True), UNMET))
    found = verdict(again, route("main", both(BACHELOR)), client=client)
    assert (found.missing, found.nearly) == (("the missing credential",), True)


def test_a_route_of_which_all_is_known_is_told_before_one_that_may_lack_more():
    """A small lack beside open questions is not nearer than a larger one that is all there is."""
    small = {"condition": "procedures_performed", "procedure": "ekg_live", "count": 10}
    open_one = route("open", both(Condition(**small), OPEN_FACT))
    client = dataclasses.replace(CLIENT, procedures={}, work=())
    settled = route("settled", both(work(months=23)))
    assert verdict(open_one, settled, client=client).missing == ("23 months of phlebotomy work",)
    degree = route("degree", both(BACHELOR))
    assert verdict(open_one, degree, client=client).missing == ("10 EKGs on live people",)


def test_a_route_that_the_facts_speak_to_is_told_though_a_part_is_open():
    """Who has nearly all that a route asks is not sent elsewhere for what was not asked yet."""
    small = {"condition": "procedures_performed", "procedure": "ekg_live", "count": 10}
    begun = route("begun", both(Condition(**small), OPEN_FACT))
    client = dataclasses.replace(CLIENT, procedures={"ekg_live": 9}, work=())
    found = verdict(begun, route("settled", both(work(months=23))), client=client)
    assert found.missing[0].endswith("1 short")
    assert found.nearly is False


def test_what_is_missing_twice_is_said_once():
    """Two conditions that lack the same thing have one thing missing to tell."""
    assert verdict(route("it", both(UNMET, UNMET))).missing == ("the missing credential",)


def test_of_equal_routes_one_that_the_facts_speak_to_is_told():
    """Where two routes lack as much, the client is on the way of the one that has something."""
    routes = route("silent", both(UNMET_TOO)), route("begun", both(UNMET, MET))
    for ordered in (routes, routes[::-1]):
        assert verdict(*ordered).missing == ("the missing credential",)


def test_what_is_missing_leaves_out_what_is_met_or_open():
    """Only conditions that are not met are missing."""
    assert verdict(route("it", both(MET, UNMET, OPEN))).missing == ("the missing credential",)


def test_a_rule_of_one_condition_has_one_thing_missing():
    """A rule that is a single condition, or a choice, is missing as one thing."""
    assert verdict(route("it", UNMET)).missing == ("the missing credential",)
    (missing,) = verdict(route("it", either(UNMET, UNMET_TOO))).missing
    assert missing == "one of these: the missing credential; the absent credential"


@pytest.mark.parametrize(
    ("rule", "nearly"),
    [
        (both(UNMET), True),
        (both(UNMET, MET), True),
        (UNMET, True),
        (both(UNMET, UNMET_TOO), False),
        (both(BACHELOR), False),
        (both(ABROAD), False),
        (both(UNMET, BACHELOR), False),
        (both(either(UNMET, BACHELOR)), True),
        (both(either(UNMET, UNMET_TOO)), True),
        (either(UNMET, UNMET_TOO), True),
        (either(BACHELOR, UNMET), True),
        (two_of(MET, UNMET, UNMET_TOO), True),
        (both(two_of(MET, UNMET, UNMET_TOO)), True),
        (two_of(UNMET, UNMET_TOO), False),
        (both(two_of(UNMET, UNMET_TOO)), False),
        (both(both(UNMET, UNMET_TOO)), False),
        (both(either(both(UNMET, UNMET_TOO), BACHELOR)), False),
    ],
)
def test_nearly_is_one_thing_smaller_than_a_degree(rule, nearly):
    """Nearly eligible lacks one thing, smaller than a degree, wherever it stands in the rule."""
    found = verdict(route("it", rule))
    assert found.verdict is Verdict.NOT_ELIGIBLE
    assert found.nearly is nearly


def test_eligible_and_open_clients_are_not_nearly():
    """Nearly is said of those who are not eligible alone."""
    assert verdict(route("it", MET)).nearly is False
    assert verdict(route("it", both(OPEN))).nearly is False


def test_an_empty_rule_lets_anyone_in():
    """A credential that anyone may sit for is open to a client of whom nothing is known."""
    found = verdict(route("all", both()), client=Client())
    assert found.verdict is Verdict.ELIGIBLE
    assert [each.requirement for each in found.routes[0].conditions] == ["nothing: anyone may"]


def test_a_route_with_nothing_at_this_stage_is_open():
    """A rule whose conditions all come later asks for nothing yet."""
    later = both(holding("missing", stage="award"))
    found = verdict(route("it", later))
    assert found.verdict is Verdict.ELIGIBLE
    assert found.routes[0].conditions[0].requirement == "nothing at this stage"
    assert found.still_needed == ("missing credential",)
    assert verdict(route("it", later), stage="award").verdict is Verdict.NOT_ELIGIBLE


def test_what_is_still_needed_are_later_conditions_and_the_exam():
    """After the stage come the later conditions that are not met yet, then the exam."""
    rule = both(
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
    found = verdict(route("it", both(MET, later)))
    assert found.verdict is Verdict.ELIGIBLE
    assert found.still_needed == ("any of: missing credential; absent credential",)
    held = either(holding("missing", stage="award"), holding("held", stage="award"))
    assert verdict(route("it", both(MET, held))).still_needed == ()


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
    ("rule", "told", "bears"),
    [
        (both(DIPLOMA), {}, 1),
        (both(DIPLOMA, ADULT), {}, 1),
        (both(DIPLOMA, WORK), {}, 0),
        (both(DIPLOMA, WORK), {"work": ()}, 1),
        (both(DIPLOMA, WORK), {"work": (Work(field="phlebotomy", months=1),)}, 1),
        (both(WORK), {"work": (Work(field="phlebotomy"),)}, 1),
        (both(DIPLOMA, ADULT, CPR), {}, 0),
        (both(DIPLOMA, ADULT, CPR), {"facts": Statements(cpr_current=True)}, 1),
        (both(DIPLOMA, ADULT, CPR), {"facts": Statements(cpr_current=False)}, 1),
        (both(ADULT, holding("missing"), holding("absent")), {}, 0),
        (both(ADULT), {"age": 17}, 0),
        (both(), {}, 0),
    ],
)
def test_facts_that_speak_to_many_rules_bear_only_where_they_settle_one(rule, told, bears):
    """Schooling or age alone bears on no credential that hangs on more that is open."""
    client = dataclasses.replace(GRADUATE, **told)
    assert verdict(route("it", rule), client=client).bears == bears


def test_a_route_that_is_nearly_open_does_not_speak_for_an_open_question():
    """While one route is open, that another lacks one thing only makes no fact bear on it."""
    lacking = route("lacking", both(DIPLOMA, holding("missing")))
    silent = route("silent", both(DIPLOMA, WORK))
    found = verdict(lacking, silent, client=GRADUATE)
    assert (found.verdict, found.bears) == (Verdict.UNKNOWN, 0)
    alone = verdict(lacking, client=GRADUATE)
    assert (alone.nearly, alone.bears) == (True, 1)


def test_what_is_open_later_is_still_needed():
    """A later condition that is not known to hold is still to be seen to."""
    rule = both(MET, holding("doubtful", active=True, stage="award"))
    assert verdict(route("it", rule)).still_needed == ("active doubtful credential",)


def test_an_open_route_that_facts_bear_on_explains_an_unknown():
    """Of open routes, one that the client's facts speak to comes first."""
    silent = route("silent", both(Condition(condition="degree_at_least", level="bachelor")))
    synonyms = route("spoken", both(OPEN, holding("missing", stage="award")))
    client = dataclasses.replace(CLIENT, education=None)
    found = verdict(silent, synonyms, client=client)
    assert found.verdict is Verdict.UNKNOWN
    assert found.still_needed == ("missing credential",)
    assert len(found.ask) == 2


def test_of_routes_that_no_fact_singles_out_one_that_facts_touch_on_explains_an_unknown():
    """Schooling, which speaks to many rules, still speaks more to a route than nothing does."""
    silent = route("silent", both(WORK, holding("silent", stage="award")))
    schooled = route("schooled", both(DIPLOMA, CPR, holding("schooled", stage="award")))
    found = verdict(silent, schooled, client=dataclasses.replace(GRADUATE, work=None))
    assert found.verdict is Verdict.UNKNOWN
    assert found.still_needed == ("schooled credential",)


def test_the_answer_names_credential_and_issuer():
    """The verdict carries what a reader needs to know whose rule it is."""
    cautions = (Caution(text="older pages differ", sources=("page",)),)
    found = verdict(route("it", both(MET), effect="may sit early"), cautions=cautions)
    assert (found.credential, found.name, found.abbreviation) == (
        *("credential", "Certified Example", "CE"),
    )
    assert (found.issuer, found.issuer_name) == ("body", "BODY")
    assert found.cautions == ("older pages differ",)
    assert found.url == "https://example.org"
    assert found.routes[0].effect == "may sit early"
    assert found.routes[0].sources == ("page",)


def test_an_issuer_without_a_name_goes_by_its_id():
    """An issuer that no record names is called by its id."""
    case = Case(client=CLIENT, as_of=TODAY, reference=Reference())
    credential = Credential(
        id="x",
        name="X",
        abbreviation="X",
        issuer="nobody",
        kind="licence",
        careers=(),
        url="https://example.org",
        confidence="confirmed",
        routes=(route("it", MET),),
        sources=(),
    )
    assert check(credential, case).issuer_name == "nobody"


def test_conditions_are_shown_with_their_parts():
    """A route shows each condition of its rule, and a group with what is in it."""
    found = verdict(route("it", both(MET, either(UNMET, OPEN))))
    first, group = found.routes[0].conditions
    assert (first.condition, first.verdict, first.conditions) == ("holds_credential", "met", ())
    assert (group.condition, group.verdict) == ("any_of", "unknown")
    assert [each.verdict for each in group.conditions] == ["not_met", "unknown"]
    assert group.ask == ("Does the client hold the active doubtful credential?",)
    assert group.conditions[0].missing == "the missing credential"


@pytest.mark.parametrize("group", [either, two_of])
def test_a_rule_that_is_a_choice_is_shown_as_one(group):
    """A route whose rule is a choice shows the choice, not its parts as if all were asked."""
    found = verdict(route("it", group(MET, UNMET, UNMET_TOO, MET)))
    assert found.verdict is Verdict.ELIGIBLE
    (shown,) = found.routes[0].conditions
    assert shown.verdict == "met"
    assert len(shown.conditions) == 4
