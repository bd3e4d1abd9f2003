"""The programs of a career, held against what the client has completed."""

import dataclasses
from itertools import pairwise

import pytest

from careerkit.catalog import Catalog
from careerkit.commands.programs.answer import Standing
from careerkit.commands.programs.query import programs
from careerkit.model.career import Career
from careerkit.model.program import Entry, Program
from careerkit.model.vocabulary import LEVELS

TECHNOLOGY = "health-information-technology"
MASTER = "master-of-health-information-management"
DOCTOR = "doctor-of-strategic-leadership-healthcare-leadership"
DUAL = "dual-degree-bshs-in-clinical-research-administration-mshs-in-regulatory-affairs"
CERTIFICATE = "medical-billing-and-coding-certificate"
STAFF = "medical-staff-services"
SCHOOL = "usually asks for a high-school diploma or equivalent"


@pytest.fixture
def career(catalog):
    """Return the career of the seed page."""
    return catalog.one(Career, "medical-records-technician")


@pytest.fixture
def standing(catalog, career):
    """Return a program as compared with a client's education."""

    def call(education, name, level=None):
        answer = programs(catalog, career, education, level)
        return next(program for program in answer.programs if program.id == name)

    return call


def test_without_education_nothing_is_said_of_the_client(catalog, career):
    """Where the education is not told, no program is called open or closed."""
    answer = programs(catalog, career, None, None)
    assert (answer.career, answer.career_title) == (career.id, career.title)
    assert answer.education is None
    assert [program.id for program in answer.programs][: len(career.programs)] == list(
        career.programs
    )
    for program in answer.programs:
        assert (program.open_to_client, program.standing, program.why) == (None, None, None)
        assert (program.open_levels, program.next_levels) == ((), ())


LOWER = ("certificate", "associate", "bachelor")
GRADUATE = ("post_baccalaureate_certificate", "master")


@pytest.mark.parametrize(
    ("education", "name", "stands", "why"),
    [
        ("grade_8", TECHNOLOGY, ("next_step", *LOWER), SCHOOL),
        ("grade_8", CERTIFICATE, ("next_step", "certificate"), SCHOOL),
        ("grade_8", MASTER, ("later", "master"), "bachelor's degree first"),
        ("grade_8", DOCTOR, ("later", "doctorate"), "master's degree first"),
        ("grade_8", DUAL, ("next_step", "bachelor"), SCHOOL),
        ("none", TECHNOLOGY, ("next_step", *LOWER), SCHOOL),
        ("high_school", TECHNOLOGY, ("open_now", *LOWER), SCHOOL),
        ("high_school", CERTIFICATE, ("open_now", "certificate"), SCHOOL),
        ("high_school", MASTER, ("later", "master"), "bachelor's degree first"),
        ("high_school", DOCTOR, ("later", "doctorate"), "master's degree first"),
        ("high_school", DUAL, ("open_now", "bachelor"), SCHOOL),
        ("some_college", TECHNOLOGY, ("open_now", *LOWER), SCHOOL),
        ("some_college", MASTER, ("next_step", "master"), "bachelor's degree first"),
        ("some_college", DOCTOR, ("later", "doctorate"), "master's degree first"),
        ("associate", TECHNOLOGY, ("open_now", *LOWER), SCHOOL),
        ("associate", STAFF, ("open_now", "associate"), SCHOOL),
        ("associate", MASTER, ("next_step", "master"), "bachelor's degree first"),
        ("bachelor", TECHNOLOGY, ("open_now", *LOWER, *GRADUATE), "bachelor's degree"),
        ("bachelor", STAFF, ("open_now", "associate", GRADUATE[0]), "bachelor's degree"),
        ("bachelor", MASTER, ("open_now", "master"), "bachelor's degree"),
        ("bachelor", DUAL, ("open_now", "bachelor", "master"), "bachelor's degree"),
        ("bachelor", DOCTOR, ("next_step", "doctorate"), "master's degree first"),
        ("master", DOCTOR, ("open_now", "doctorate"), "master's degree"),
        ("master", MASTER, ("open_now", "master"), "bachelor's degree"),
    ],
)
def test_where_a_program_stands_for_each_level(standing, education, name, stands, why):
    """A program is open now, the next step or later, by what its entry asks, and says why."""
    expected, *levels = stands
    program = standing(education, name)
    assert program.standing is Standing(expected)
    is_open = expected == "open_now"
    assert program.open_to_client is is_open
    assert program.open_levels == (tuple(levels) if is_open else ())
    assert program.next_levels == (() if is_open else tuple(levels))
    assert why in program.why
    assert program.why.endswith(" first") is not is_open


@pytest.mark.parametrize(
    ("education", "counts"),
    [
        ("grade_8", {"open_now": 0, "next_step": 28, "later": 12}),
        ("high_school", {"open_now": 28, "next_step": 0, "later": 12}),
        ("some_college", {"open_now": 28, "next_step": 11, "later": 1}),
        ("associate", {"open_now": 28, "next_step": 11, "later": 1}),
        ("bachelor", {"open_now": 39, "next_step": 1, "later": 0}),
        ("master", {"open_now": 40, "next_step": 0, "later": 0}),
    ],
)
def test_every_program_of_the_seed_page_stands_somewhere(catalog, career, education, counts):
    """For every answer to the page's question each program is open now, next or later."""
    listed = programs(catalog, career, education, None).programs
    found = [program.standing for program in listed if program.id in career.programs]
    assert {each.value: found.count(each) for each in Standing} == counts


@pytest.mark.parametrize("education", LEVELS)
def test_programs_come_open_now_then_next_then_later(catalog, career, education):
    """Programs are ordered by standing, and keep the order of the record within one."""
    listed = programs(catalog, career, education, None).programs
    order = [list(Standing).index(program.standing) for program in listed]
    assert order == sorted(order)
    for each in Standing:
        ids = [one.id for one in listed if one.standing is each]
        recorded = [one for one in career.programs if one in ids]
        assert ids[: len(recorded)] == recorded


def test_several_awards_are_open_by_the_most_that_one_of_them_asks(standing):
    """Where awards that are open ask for different levels, the reason says at most which."""
    assert standing("bachelor", TECHNOLOGY).why == "usually asks for at most a bachelor's degree"
    assert standing("bachelor", MASTER).why == "usually asks for a bachelor's degree"


def test_more_education_never_closes_a_program(catalog, career):
    """What is open at a level is open at every higher one."""
    answers = [programs(catalog, career, education, None).programs for education in LEVELS]
    opens = [
        {(each.id, level) for each in found for level in each.open_levels} for found in answers
    ]
    assert all(lower <= higher for lower, higher in pairwise(opens))


@pytest.mark.parametrize("level", ["certificate", "associate", "master", "doctorate"])
def test_a_level_keeps_programs_that_award_it(catalog, career, level):
    """With a level only programs with such an award are listed, and all of them are."""
    listed = programs(catalog, career, "high_school", level).programs
    every = programs(catalog, career, None, None).programs
    assert {program.id for program in listed} == {
        program.id for program in every if level in program.levels
    }
    assert listed


def test_a_level_decides_what_is_held_against_the_client(standing):
    """With a level, open or not is said of that award, not of the program's others."""
    program = standing("high_school", TECHNOLOGY, "master")
    assert (program.standing, program.next_levels) == (Standing.LATER, ("master",))
    program = standing("associate", TECHNOLOGY, "master")
    assert (program.standing, program.next_levels) == (Standing.NEXT_STEP, ("master",))
    assert (program.open_to_client, program.levels[0]) == (False, "certificate")
    program = standing("high_school", TECHNOLOGY, "associate")
    assert (program.standing, program.open_levels) == (Standing.OPEN_NOW, ("associate",))


@pytest.mark.parametrize(
    ("education", "level", "months"),
    [
        (None, None, 12),
        (None, "associate", 24),
        (None, "certificate", None),
        ("high_school", None, 24),
        ("high_school", "bachelor", 48),
        ("bachelor", None, 12),
        ("grade_8", None, 24),
    ],
)
def test_months_are_the_shortest_way_that_is_open(standing, education, level, months):
    """The length is the shortest on record of the awards the answer is about."""
    assert standing(education, TECHNOLOGY, level).months == months


def test_a_length_that_is_not_on_record_is_missing(standing):
    """A program without a length has none, never zero."""
    assert standing(None, CERTIFICATE).months is None
    assert standing("high_school", DUAL).months is None


@pytest.fixture
def with_entry(catalog, career, monkeypatch):
    """Return the programs for a client where one has other entry rules."""

    def call(education, *entry):
        real = Catalog.one
        changed = dataclasses.replace(catalog.one(Program, TECHNOLOGY), entry=entry)

        def one(self, record, record_id):
            return changed if record_id == TECHNOLOGY else real(self, record, record_id)

        monkeypatch.setattr(Catalog, "one", one)
        return programs(catalog, career, education, None).programs

    return call


def test_an_entry_that_is_not_on_record_leaves_a_program_open_to_question(with_entry):
    """A program whose entry is not on record is neither open nor closed, and comes last."""
    *_, program = with_entry("master")
    assert program.id == TECHNOLOGY
    assert (program.standing, program.open_to_client) == (None, None)
    assert program.why == "what it asks on entry is not on record"


def test_an_award_without_an_entry_rule_is_not_called_open(with_entry):
    """Only awards whose entry is on record are compared with the client's education."""
    rule = {"requires": "high_school", "confidence": "confirmed", "source": "nces-2011"}
    listed = with_entry("doctorate", Entry(levels=("bachelor",), **rule))
    (opened,) = (program.open_levels for program in listed if program.id == TECHNOLOGY)
    assert opened == ("bachelor",)


def test_a_program_says_where_it_leads(standing):
    """A program names the careers and credentials it leads to."""
    leads = [(goal.kind, goal.id, goal.short) for goal in standing(None, TECHNOLOGY).leads_to]
    assert leads == [
        ("career", "medical-records-technician", None),
        ("credential", "ahima-rhit", "RHIT"),
        ("credential", "ahima-rhia", "RHIA"),
    ]
    assert standing(None, TECHNOLOGY).leads_to[0].title == "Medical records technician"


def test_a_program_names_the_accreditation_to_look_for(standing):
    """A program names who accredits it, at which levels, and what turns on it."""
    first, second = standing(None, TECHNOLOGY).accreditation
    assert (first.name, first.levels, first.opens) == ("CAHIIM", ("associate",), ("RHIT",))
    assert second.opens == ("RHIA",)
    assert first.url == "https://www.cahiim.org"
    assert standing(None, CERTIFICATE).accreditation == ()


def test_a_program_keeps_its_record(catalog, standing):
    """What does not depend on the client is as it is on record."""
    record = catalog.one(Program, DOCTOR)
    program = standing("bachelor", DOCTOR)
    for name in ("id", "title", "scope", "cip", "awards", "entry", "note", "sources"):
        assert getattr(program, name) == getattr(record, name)


@pytest.fixture
def offered(standing):
    """Return what is offered of a program, by level."""
    return {level.level: level for level in standing(None, TECHNOLOGY).offered}


def test_a_program_tells_who_offers_it_by_level(standing, offered):
    """Schools and awards of the year are the official ones: 308 schools, 3,354 degrees."""
    assert (offered["associate"].schools, offered["associate"].awards) == (308, 3354)
    assert standing(None, TECHNOLOGY).schools == 419
    assert {level.source for level in offered.values()} == {"ipeds-2024"}


def test_a_certificate_tells_its_lengths(offered):
    """Certificates have lengths, the shortest first; degrees have none."""
    certificate = offered["certificate"]
    lengths = [each.length for each in certificate.lengths]
    assert lengths == ["under 12 weeks", "12 weeks to 1 year", "1 to 2 years", "2 to 4 years"]
    assert sum(length.awards for length in certificate.lengths) == certificate.awards
    assert offered["associate"].lengths == ()


def test_a_state_counts_its_own_schools(catalog, career):
    """In a state only its schools count; what graduates earn is of the whole country."""
    nation = programs(catalog, career, None, None)
    ohio = programs(catalog, career, None, None, "OH")
    assert 0 < ohio.schools_count < nation.schools_count
    assert (ohio.state, nation.state) == ("OH", None)
    for here, everywhere in zip(ohio.programs, nation.programs, strict=True):
        assert here.id == everywhere.id
        for one, other in zip(here.offered, everywhere.offered, strict=True):
            assert one.schools <= other.schools
            assert one.awards <= other.awards
            assert (one.earnings, one.debt) == (other.earnings, other.debt)


def test_schools_are_counted_once_however_many_programs_they_offer(catalog, career):
    """The count is of schools with a program that leads there, at the level asked for."""
    answer = programs(catalog, career, None, "associate")
    leading = [
        program.cip
        for program in answer.programs
        if any(to.id == career.id for to in program.leads_to)
    ]
    offers = catalog.offers(set(leading))
    assert answer.schools_count == len({x.unitid for x in offers if x.level == "associate"})
    assert answer.awards_year == "2023-24"


def test_a_program_of_the_crosswalk_needs_no_record(standing, career):
    """What the crosswalk pairs with the career is listed by its code, with what its level asks."""
    match = standing("high_school", "51.0721")
    assert (match.title, match.standing) == ("Disease Registry Data Management", "open_now")
    assert "certificate" in match.levels
    assert match.sources == ("cip-2020", "cip-soc-2020", "ipeds-2024")
    assert [goal.id for goal in match.leads_to if goal.kind == "career"] == [career.id]


def test_a_program_of_a_code_opens_what_rules_ask_of_its_field(standing):
    """A program in the field of a rule names the credential, and who must accredit it."""
    match = standing(None, "51.0721")
    assert "ODS" in [goal.short for goal in match.leads_to]
    assert [(item.name, item.opens) for item in match.accreditation] == [("NCRA", ("ODS",))]


def test_what_graduates_earn_and_owe_is_told_with_its_source(offered):
    """Earnings and debt are quartiles of the schools' medians, of the four-digit code."""
    found = offered["associate"]
    assert found.earnings_years == 4
    assert found.earnings.low < found.earnings.middle < found.earnings.high
    assert found.earnings.schools > found.earnings_years
    assert found.debt.middle > 0
    assert found.earnings_source == "scorecard-2026"


def test_programs_for_people_of_the_career_do_not_lead_into_it(whole):
    """Programs that take only registered nurses are no way to become one."""
    nurse = whole.one(Career, "registered-nurse")
    cips = [program.cip for program in programs(whole, nurse, "high_school", None).programs]
    assert "51.3801" in cips
    assert "51.3805" not in cips


@pytest.mark.parametrize(
    ("education", "is_open"), [("high_school", False), ("master", None), ("doctorate", None)]
)
def test_a_program_for_qualified_people_is_not_opened_by_education(whole, education, is_open):
    """A program that takes registered nurses alone is closed below, and unknown above."""
    career = whole.one(Career, "nurse-practitioner")
    listed = programs(whole, career, education, None).programs
    match = next(program for program in listed if program.cip == "51.3805")
    assert (match.standing, match.why) == (Standing.LATER, "takes only registered nurses")
    assert match.open_to_client is is_open
    assert match.open_levels == ()


def test_teaching_a_subject_is_not_where_its_programs_lead(whole):
    """Programs lead to teaching them only for those who ask about teaching."""
    welder = programs(whole, whole.one(Career, "welder"), None, None).programs
    leads = {goal.id for match in welder for goal in match.leads_to if goal.kind == "career"}
    assert "welder" in leads
    assert not [each for each in leads if whole.one(Career, each).soc.startswith("25-1")]
    teacher = whole.one(Career, "nursing-instructor")
    answer = programs(whole, teacher, None, None)
    assert answer.programs
    assert answer.schools_count > 0


def test_a_career_without_programs_has_none(whole):
    """Where the crosswalk pairs nothing and no record is there, the list is empty."""
    answer = programs(whole, whole.one(Career, "cashier"), None, None)
    assert (answer.programs, answer.schools_count) == ((), 0)
