"""The page of one credential: its routes as trees, its exam, renewal and careers."""

import dataclasses
from datetime import date

import pytest
from drawing import headings, prose

from careerkit.answers.reply import Reply
from careerkit.commands.credential.query import credential_card
from careerkit.model.credential import Caution, Credential, Exam, Renewal, Route
from careerkit.model.plain import to_plain
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.render.page import Bullets, Heading, Pairs, Prose
from careerkit.render.page_of import page_of

DAY = date(2026, 11, 22)
HOLDS = Condition(condition="holds_credential", credentials=("ahima-rhit",))
ADULT = Condition(condition="age_at_least", years=18)
SCHOOL = Condition(condition="degree_at_least", level="high_school")
ETHICS = Condition(condition="ethics_clearance", stage="award")
CHECK = Condition(condition="background_check", stage="license", confidence="unverified")
SPONSOR = Condition(condition="sponsor", stage="license")


def route(rule, **changed):
    """Return a route with a rule, and what else differs from the usual one."""
    usual = {"id": "it", "label": "A route", "confidence": "reported", "requires": rule}
    return Route(**{**usual, **changed})


@pytest.fixture
def drawn(catalog):
    """Return the page of the CCA, with what differs from its record."""
    known = catalog.store.ids("source")

    def draw(*routes, name="ahima-cca", **changed):
        record = catalog.one(Credential, name)
        changed |= {"routes": routes} if routes else {}
        data = credential_card(catalog, dataclasses.replace(record, **changed), DAY)
        sources = {source: catalog.plain("source", source) | {"stale": None} for source in known}
        return page_of(
            Reply(command="credential", as_of=DAY, data=data, plain=to_plain(data), sources=sources)
        )

    return draw


def under(page, heading):
    """Return the blocks between a heading and the next."""
    blocks = iter(page.blocks)
    for block in blocks:
        if block == Heading(heading):
            break
    blocks_below = []
    for block in blocks:
        if isinstance(block, Heading):
            break
        blocks_below.append(block)
    return blocks_below


def pairs(blocks):
    """Return the labels and values of the first list of pairs."""
    return [*next(block for block in blocks if isinstance(block, Pairs)).rows]


def tree(page, heading="Route"):
    """Return the lines of the first tree under a heading, indented."""
    block = next(block for block in under(page, heading) if isinstance(block, Bullets))
    return ["  " * depth + text for depth, text in block.items]


def test_nested_groups_are_a_tree(drawn):
    """Every group says how many of its parts it takes, and its parts stand below it."""
    some = AtLeast(at_least=Counted(n=2, of=(HOLDS, ADULT, AnyOf(any_of=(SCHOOL, HOLDS)))))
    rule = AllOf(all_of=(AnyOf(any_of=(SCHOOL, AllOf(all_of=(ADULT, some)))), ADULT))
    assert tree(drawn(route(rule))) == [
        "Any one of these:",
        "  High-school diploma or equivalent",
        "  All of these:",
        "    Age 18 or over",
        "    At least 2 of these 3:",
        "      RHIT credential",
        "      Age 18 or over",
        "      Any one of these:",
        "        High-school diploma or equivalent",
        "        RHIT credential",
        "Age 18 or over",
    ]


def test_later_stages_stand_apart_in_words(drawn):
    """What comes after the exam says before what, whatever its place in the record."""
    either = AnyOf(any_of=(CHECK, SPONSOR))
    assert tree(drawn(route(AllOf(all_of=(either, SCHOOL, CHECK, ETHICS, ADULT))))) == [
        "High-school diploma or equivalent",
        "Age 18 or over",
        "Before the credential is awarded:",
        "  Ethics clearance",
        "Before the license is issued:",
        "  Any one of these:",
        "    Cleared background check (unverified)",
        "    Sponsorship",
        "  Cleared background check (unverified)",
    ]


@pytest.mark.parametrize("rule", [AllOf(all_of=(ETHICS,)), ETHICS])
def test_where_all_comes_later_anyone_may_sit(drawn, rule):
    """A rule without a condition before the exam says so."""
    assert tree(drawn(route(rule))) == [
        "To sit: nothing, anyone may",
        "Before the credential is awarded:",
        "  Ethics clearance",
    ]


@pytest.mark.parametrize(
    ("rule", "line"),
    [(AllOf(all_of=()), "Nothing: anyone may"), (SCHOOL, "High-school diploma or equivalent")],
)
def test_the_shortest_rules_are_one_line(drawn, rule, line):
    """An empty rule, and one of a single condition."""
    assert tree(drawn(route(rule))) == [line]


def test_how_sure_a_condition_is_is_told_where_it_differs(drawn):
    """A condition that is as sure as its route says nothing of it."""
    sure = dataclasses.replace(SCHOOL, confidence="confirmed")
    alike = dataclasses.replace(ADULT, confidence="reported")
    assert tree(drawn(route(AllOf(all_of=(sure, alike))))) == [
        "High-school diploma or equivalent (confirmed)",
        "Age 18 or over",
    ]


def test_routes_are_numbered_and_say_what_is_special(drawn):
    """Several open routes have numbers; effect and note are no requirements."""
    page = drawn(
        route(SCHOOL, effect="the title is CPC-A", note="Ask first.", sources=("seed-2016",)),
        route(HOLDS, id="two", label="Another"),
    )
    first, _, special, second, _ = under(page, "Routes: any one is enough")
    marks = first.text.removeprefix("1. A route (reported, not confirmed) ")
    assert first.tone == "strong"
    assert marks.startswith("[")
    assert second == Prose("2. Another (reported, not confirmed)", "strong")
    assert special == Pairs([("Effect", "The title is CPC-A"), ("Note", "Ask first.")])


@pytest.mark.parametrize(
    ("dates", "heading", "time"),
    [
        ({}, "Route", ""),
        ({"valid_from": "2020-01"}, "Route", ", open since Jan 2020"),
        ({"valid_until": "2030"}, "Route", ", open until 2030"),
        (
            {"valid_from": "2020", "valid_until": "2030-06-30"},
            "Route",
            ", open since 2020 until 30 Jun 2030",
        ),
        ({"valid_from": "2027-01-01"}, "Routes not yet open", ", opens 1 Jan 2027"),
        (
            {"valid_from": "2027", "valid_until": "2028"},
            "Routes not yet open",
            ", opens 2027 until 2028",
        ),
        ({"valid_until": "2021-12-31"}, "Closed routes (history)", ", open until 31 Dec 2021"),
        (
            {"valid_from": "2017-07-01", "valid_until": "2021"},
            "Closed routes (history)",
            ", open from 1 Jul 2017 until 2021",
        ),
    ],
)
def test_a_route_stands_where_it_is_on_the_day(drawn, dates, heading, time):
    """Open, to come and closed are apart, each with its dates."""
    page = drawn(route(SCHOOL, **dates))
    (label,) = (block for block in under(page, heading) if isinstance(block, Prose))
    assert label.text == f"A route (reported, not confirmed{time})"
    if heading != "Route":
        assert under(page, "Route") == [Prose("No route is open on 22 Nov 2026.")]


def test_careers_are_lines_with_their_relation(drawn):
    """Each career says what the credential is to it, by which source, where that is on record."""
    about = pairs(drawn(careers=("29-2072", "29-9021"), aka=("Coder", "Junior")).blocks)
    assert about[:-2] == [
        ("Kind", "Certification"),
        ("Also called", "Coder, Junior"),
        ("Issuer", "American Health Information Management Association"),
        ("Careers", "29-2072 Medical records technician: optional [1]"),
        ("", "29-9021, no career on record"),
    ]
    assert about[-2][0] == "Evidence"
    assert about[-2][1].startswith("Confirmed [2]")


def test_a_career_without_a_relation_is_only_named(drawn, catalog):
    """What is not on record is left out, not guessed."""
    record = catalog.one(Credential, "ahima-cca")
    other = dataclasses.replace(record, id="not-linked")
    data = credential_card(catalog, other, DAY)
    assert [(item.title, item.relation, item.relation_source) for item in data.careers] == [
        ("Medical records technician", None, None)
    ]
    sources = {
        source: catalog.plain("source", source) | {"stale": None} for source in record.sources
    }
    sources |= {source: catalog.plain("source", source) for source in catalog.store.ids("source")}
    reply = Reply(command="credential", as_of=DAY, data=data, plain=to_plain(data), sources=sources)
    assert ("Careers", "29-2072 Medical records technician") in pairs(page_of(reply).blocks)


def test_an_exam_tells_what_is_known(drawn):
    """Every figure of an exam has its line; what is not known has none."""
    exam = Exam(
        name="Board",
        questions=70,
        most_questions=140,
        scored_questions=60,
        minutes=90,
        passing_score="75",
        fee=0,
        vendor="A vendor",
        open_book=False,
        eligibility_window_days=1,
        confidence="unverified",
        note="A note.",
    )
    assert pairs(under(drawn(exam=exam), "Exam: Board")) == [
        ("Questions", "70 to 140, 60 of them scored"),
        ("Time", "90 minutes"),
        ("To pass", "75"),
        ("Fee", "$0"),
        ("Taken at", "A vendor"),
        ("To be taken", "Within 1 day of approval"),
        ("Books", "closed"),
        ("Note", "A note."),
        ("Evidence", "Unverified"),
    ]
    bare = Exam(name="Board", fee_member=229, fee_non_member=299, confidence="confirmed")
    assert pairs(under(drawn(exam=bare), "Exam: Board")) == [
        ("Fee", "$229 for members, $299 for others"),
        ("Evidence", "Confirmed"),
    ]


@pytest.mark.parametrize(
    ("terms", "line"),
    [
        ({"cycle_years": 1}, "Every year"),
        ({"cycle_years": 2, "ce_required": 30, "ce_unit": "CEU"}, "30 CEU every 2 years"),
        ({"cycle_years": 3, "ce_required": 1200}, "1,200 units every 3 years"),
        ({"cycle_years": 2, "ce_required": 0}, "Every 2 years, without continuing education"),
    ],
)
def test_a_renewal_is_one_line(drawn, terms, line):
    """How often, and how much of what; none is not the same as not known."""
    page = drawn(renewal=Renewal(confidence="confirmed", note="A note.", **terms))
    rows = pairs(under(page, "Keeping it"))
    assert rows == [("Renewal", line), ("Note", "A note."), ("Evidence", "Confirmed")]


def test_cautions_carry_their_sources(drawn):
    """A caution has its marks, advice and notes have none."""
    page = drawn(
        cautions=(Caution(text="Pages differ.", sources=("seed-2016",)),),
        recommended=("Practice",),
        notes=("A note",),
    )
    assert under(page, "Cautions")[0].items == [(0, "Pages differ. [1]")]
    assert under(page, "Recommended, not required") == [Bullets([(0, "Practice")])]
    assert under(page, "Notes")[0] == Bullets([(0, "A note")])


def test_what_is_not_there_has_no_heading(drawn):
    """A bare record is a short page, that ends with who decides and what to do next."""
    nothing = dict.fromkeys(("cautions", "recommended", "notes"), ())
    page = drawn(exam=None, renewal=None, **nothing)
    assert headings(page) == ["Route", "Sources"]
    text = next(text for text in prose(page) if text.startswith("careerkit checks published"))
    assert "the issuer decides. careerkit eligible ahima-cca" in text


def test_a_renewal_without_a_note_has_no_line_for_it(drawn):
    """Only what is on record is listed."""
    page = drawn(renewal=Renewal(confidence="reported", cycle_years=1))
    assert [label for label, _ in pairs(under(page, "Keeping it"))] == ["Renewal", "Evidence"]
