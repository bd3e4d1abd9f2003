"""The answer of a pathway: ways with programs, schools and pay from the records."""

import dataclasses
from datetime import date

import pytest

from careerkit.catalog import Catalog
from careerkit.commands.pathway.query import _offered, _place, pathway
from careerkit.model.career import Career
from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.queries.reference import reference
from careerkit.rules.result import Case
from careerkit.store.compile import compile_store
from careerkit.store.read import Store

DAY = date(2026, 11, 22)
CAREER = "medical-records-technician"
GED = Client(education=(Study(level="high_school"),), state="OH")
GRADUATE = Study(level="associate", field="him", accredited_by=("cahiim",))


def asking(catalog):
    """Return a function that finds the pathway of a client to a goal."""
    words = reference(catalog)

    def ask(kind, goal, client):
        return pathway(catalog, kind, goal, Case(client=client, as_of=DAY, reference=words))

    return ask


@pytest.fixture(scope="module")
def ask(catalog):
    """Return the pathway of a client to a goal."""
    return asking(catalog)


@pytest.fixture(scope="module")
def ask_of_all(whole):
    """Return the pathway of a client into any career on record."""
    return asking(whole)


@pytest.fixture(scope="module")
def rhit(ask):
    """Return the pathway of a client in Ohio with a GED to the RHIT."""
    return ask("credential", "ahima-rhit", GED)


def test_the_example_of_the_founders(ask):
    """Finish high school, an accredited associate program, the RHIT exam, and the career."""
    answer = ask("career", CAREER, Client())
    way = next(way for way in answer.ways if way.through == "ahima-rhit")
    assert [step.kind for step in way.steps] == ["finish_high_school", "program", "exam"]
    program = way.steps[1]
    assert (program.level, program.field, program.months) == ("associate", "him", 24)
    assert [(body.id, body.url) for body in program.accreditors] == [
        ("cahiim", "https://www.cahiim.org")
    ]
    assert (way.months_total, way.after_school, way.confidence) == (24, True, "confirmed")
    assert 2 <= len(answer.ways) <= 3
    assert len({way.label for way in answer.ways}) == len(answer.ways)


def test_schools_of_the_first_program_in_the_state(rhit):
    """Five schools of the client's state, most awards first, of those that offer the level."""
    schools = rhit.ways[0].schools
    assert (schools.state, schools.step, schools.level) == ("OH", 1, "associate")
    assert schools.count >= len(schools.schools) == 5
    awards = [school.awards for school in schools.schools]
    assert awards == sorted(awards, reverse=True)
    assert "ipeds-2024" in schools.sources


def test_without_a_state_schools_are_counted(ask):
    """No list of strangers: the country's schools are a number."""
    schools = ask("credential", "ahima-rhit", Client()).ways[0].schools
    assert (schools.state, schools.schools, schools.step) == (None, (), 2)
    assert schools.count > 300


def test_programs_are_those_that_schools_award_most(rhit):
    """All codes of the field are kept, and those awarded most are named."""
    step = rhit.ways[0].steps[0]
    assert step.cips == ("51.0706", "51.0707")
    assert step.programs[0].cip == "51.0707"
    assert {"cip-2020", "ipeds-2024", "nces-2011"} <= {*step.sources}


def test_certificates_say_how_long_most_of_them_take(ask):
    """No length is on record for certificates, but schools report their class."""
    answer = ask("career", CAREER, GED)
    plain = next(way for way in answer.ways if way.through is None)
    (step,) = plain.steps
    assert (step.months, step.level) == (None, "certificate")
    assert step.note == "Most certificates in these programs are for 1 to 2 years of study."


def test_pay_is_that_of_the_state(ask, catalog):
    """The state's median where it is on record, else the nation's."""
    assert ask("career", CAREER, GED).pay.area == "Ohio"
    nation = ask("career", CAREER, Client()).pay
    assert (nation.area, nation.median, nation.career) == ("United States", 51140, CAREER)
    assert ask("credential", "ahima-rhit", GED).pay.career == CAREER
    assert ask("credential", "aws-cwi", GED).pay is None
    guam = dataclasses.replace(GED, state="AS")
    assert ask("career", CAREER, guam).pay.area == "United States"


def test_who_may_sit_is_told_so(ask):
    """Eligible now: the exam is all that is left."""
    answer = ask("credential", "ahima-rhit", dataclasses.replace(GED, education=(GRADUATE,)))
    assert answer.reached
    assert [step.kind for step in answer.ways[0].steps] == ["exam"]
    assert answer.ways[0].schools is None


def test_who_holds_it_needs_no_way(ask):
    """The answer to a holder is that they hold it."""
    holder = dataclasses.replace(GED, credentials=(HeldCredential(id="ahima-rhit"),))
    answer = ask("credential", "ahima-rhit", holder)
    assert (answer.held, answer.ways, answer.left_out, answer.further) == (True, (), (), 0)


def test_at_most_three_ways_are_shown_and_the_rest_counted(ask):
    """A credential of many routes does not flood the counselor."""
    answer = ask("credential", "ahima-chps", Client())
    assert len(answer.ways) == 3
    assert answer.further > 0
    assert [way.way for way in answer.ways] == [1, 2, 3]


def test_a_refusal_leaves_no_way(ask):
    """A license whose background check failed has no way, and the reason is told."""
    failed = dataclasses.replace(GED, facts=Statements(background_check=False))
    answer = ask("credential", "lpn-license", failed)
    reasons = {item.label: item.reason for item in answer.left_out}
    assert any("background check" in reason for reason in reasons.values())


def test_careers_without_a_license_on_record_say_so(ask):
    """No license on record is not the same as none needed."""
    (note,) = ask("career", CAREER, GED).notes
    assert note.startswith("No license is on record")
    assert ask("credential", "ahima-rhit", GED).notes[0].startswith("The lists of routes")


def test_a_license_of_one_state_is_known_by_its_issuer(catalog):
    """The sales agent of Texas is of Texas; the RHIT is of no state."""
    assert _place(catalog, "tx-re-sales-agent") == "TX"
    assert _place(catalog, "ahima-rhit") is None


def test_rare_levels_of_a_field_do_not_count_as_offered(catalog):
    """A few hospital diplomas do not make nursing a certificate program."""
    assert _offered(catalog, ("51.3801",)) == ("associate", "bachelor")
    assert _offered(catalog, ()) == ()


def test_data_without_schools_give_the_steps_alone(data, tmp_path):
    """Without tables of schools, ways are as they are, and nothing is said of schools."""
    path = tmp_path / "store.sqlite"
    compile_store([data], path)
    bare = Catalog(Store(path))
    case = Case(client=GED, as_of=DAY, reference=reference(bare))
    (way,) = pathway(bare, "credential", "ahima-rhit", case).ways
    assert (way.schools, way.steps[0].programs) == (None, ())
    assert [step.kind for step in way.steps] == ["program", "exam"]


def test_programs_for_qualified_people_are_told_apart(whole):
    """Where programs take only people of another career, becoming one is said to come first."""
    case = Case(client=Client(), as_of=DAY, reference=reference(whole))
    notes = pathway(whole, "career", "nurse-practitioner", case).notes
    assert any(note.endswith("only registered nurses: becoming one comes first.") for note in notes)
    notes = pathway(whole, "career", "registered-nurse", case).notes
    assert not any("registered nurses: becoming" in note for note in notes)


LICENSED = (
    ("dental-hygienist", "associate"),
    ("lawyer", "doctorate"),
    ("pharmacist", "doctorate"),
    ("civil-engineer", "bachelor"),
    ("middle-school-teacher", "bachelor"),
    ("barber", "certificate"),
    ("insurance-sales-agent", "high_school"),
)


@pytest.mark.parametrize(("career", "level"), LICENSED)
def test_a_level_alone_reaches_no_licensed_career(ask_of_all, career, level):
    """The level is met, the field was not checked, and the board is to be asked."""
    client = Client(education=(Study(level=level, field="other"),), state="OH")
    answer = ask_of_all("career", career, client)
    assert (answer.reached, answer.level_met) == (None, True)
    assert answer.field_checked is (None if level == "high_school" else False)
    assert answer.license_note in answer.notes
    assert answer.license_note.endswith("ask the licensing board of Ohio.")
    assert answer.ways[0].confidence == "usual"


def test_no_career_is_reached_by_a_level(ask_of_all, whole):
    """A doctorate in some field opens nothing for sure, and no such way is called confirmed."""
    client = Client(education=(Study(level="doctorate", field="other"),))
    for career in whole.all(Career):
        answer = ask_of_all("career", career.id, client)
        assert not answer.reached, career.id
        assert all(way.through for way in answer.ways if way.confidence != "usual"), career.id


def test_a_license_on_record_that_the_law_does_not_ask_of_all_is_named(ask_of_all):
    """An accountant may work without the CPA: the license is named, not denied."""
    assert ask_of_all("career", "accountant", Client()).license_note.startswith(
        "On record for this career: CPA."
    )
