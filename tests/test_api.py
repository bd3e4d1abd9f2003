"""The public functions for Python programs."""

import subprocess
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest

import careerkit
from careerkit.answers.eligibility import CredentialVerdict, Verdict
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.model.client import Client, HeldCredential, Study
from careerkit.model.client_vocabulary import OTHER_CREDENTIALS
from careerkit.model.entries import Course, Training, Work
from careerkit.model.shape import slots_of
from careerkit.store.open_store import CHECKOUT, open_store

DAY = date(2026, 11, 22)
OTHER = next(iter(OTHER_CREDENTIALS))


def student(**study):
    """Return a client of one program."""
    return Client(education=(Study(**study),))


HIM = {"level": "associate", "field": "him", "accredited_by": ("cahiim",)}
GRADUATE = student(**HIM, completed="2026-05-15")


def test_the_public_names_are_these():
    """What the package promises is exactly this, and each name is there."""
    told = "CredentialVerdict Verdict CareerkitError Catalog __version__ check open_catalog"
    facts = "Client Study HeldCredential Statements Credits"
    entries = "Work Training Membership ExamPassed MilitaryTraining Course"
    assert careerkit.__all__ == sorted(f"{told} {facts} {entries}".split())
    for name in careerkit.__all__:
        assert getattr(careerkit, name) is not None


def test_importing_the_package_loads_nothing_else():
    """A public name is loaded when it is asked for: the package alone costs nothing."""
    code = "import sys, careerkit; print(*(m for m in sys.modules if m.startswith('careerkit')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["careerkit"]


def test_every_section_of_a_client_can_be_made_of_public_names():
    """Whatever a client may hold, its class is public."""
    held = {(shape.item or shape).record for shape in slots_of(Client).values()} - {object}
    assert held <= {getattr(careerkit, name) for name in careerkit.__all__}


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("Client", "model.client"),
        ("Catalog", "catalog"),
        ("check", "api"),
        ("open_catalog", "api"),
        ("Work", "model.entries"),
        ("Verdict", "answers.eligibility"),
        ("CareerkitError", "errors"),
        ("__version__", "_version"),
    ],
)
def test_public_names_are_the_things_themselves(name, module):
    """A public name is the very class, function or text of its module."""
    assert getattr(careerkit, name) is getattr(import_module(f"careerkit.{module}"), name)


def test_an_unknown_attribute_is_an_attribute_error():
    """A name that the package does not have fails as it does in any module."""
    with pytest.raises(AttributeError, match="module 'careerkit' has no attribute 'chekc'"):
        _ = careerkit.chekc
    assert not hasattr(careerkit, "nothing")


def test_check_answers_for_one_credential_and_client():
    """The documented use: a credential, a client, a day."""
    found = careerkit.check("rhit", GRADUATE, as_of=DAY)
    assert isinstance(found, CredentialVerdict)
    assert found.verdict is Verdict.ELIGIBLE
    assert found.verdict == "eligible"
    assert (found.credential, found.route) == ("ahima-rhit", "assoc-cahiim")


@pytest.mark.parametrize("name", ["ahima-rhit", "RHIT", "Registered Health Information Technician"])
def test_check_takes_any_name_of_a_credential(catalog, name):
    """A credential is named by id, abbreviation or name."""
    assert careerkit.check(name, GRADUATE, as_of=DAY, catalog=catalog).credential == "ahima-rhit"


def test_check_takes_a_stage(catalog):
    """The stage asked for counts its conditions and the earlier ones."""
    client = student(**HIM, status="final_term")
    sit = careerkit.check("rhit", client, as_of=DAY, catalog=catalog)
    award = careerkit.check("rhit", client, as_of=DAY, stage="award", catalog=catalog)
    assert (sit.verdict, sit.route) == (Verdict.ELIGIBLE, "early-test")
    assert award.verdict is Verdict.NOT_ELIGIBLE


def test_the_day_is_an_argument(catalog):
    """The same client is judged by the rules of the day asked, not of today."""
    holder = Client(
        education=(Study(level="bachelor", field="business", accredited_by=()),),
        credentials=(HeldCredential(id="ahima-rhit"),),
    )
    then = careerkit.check("rhia", holder, as_of=date(2021, 12, 31), catalog=catalog)
    later = careerkit.check("rhia", holder, as_of=date(2022, 1, 1), catalog=catalog)
    assert (then.verdict, later.verdict) == (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)


def test_a_moment_is_taken_as_its_day(catalog):
    """A datetime is a date to Python, and means the day it is on."""
    moment = datetime(2026, 11, 22, 3, tzinfo=UTC)
    found = careerkit.check("rhit", GRADUATE, as_of=moment, catalog=catalog)
    assert found == careerkit.check("rhit", GRADUATE, as_of=DAY, catalog=catalog)


def test_a_stage_that_there_is_not_is_refused(catalog):
    """A stage of another name is a mistake, not the first stage."""
    with pytest.raises(CareerkitError, match="no stage 'awarded'; use sit, award, license"):
        careerkit.check("rhit", GRADUATE, as_of=DAY, stage="awarded", catalog=catalog)


@pytest.mark.parametrize(
    ("client", "told"),
    [
        ({"age": 24}, "client: {'age': 24} is not a Client"),
        (Client(age=True), "client.age: True is not a whole number"),
        (Client(age=240), "client.age: an age is at most 120, not 240"),
        (Client(age="24"), "client.age: '24' is not a whole number"),
        (Client(state="Ohio"), "client.state: 'Ohio' is not a state"),
        (Client(education=GRADUATE.education[0]), "is not a tuple"),
        (Client(education=("aas",)), "client.education[0]: 'aas' is not a Study"),
        (student(level="associates"), "is not a level of study; did you mean 'associate'?"),
        (
            student(accredited_by=("CAHIIM", "cahim")),
            "client.education[0].accredited_by[1]: 'cahim' is not an accreditor id; did you mean",
        ),
        (
            student(completed=date(2026, 5, 15)),
            "datetime.date(2026, 5, 15) is not text; write '2026-05-15'",
        ),
        (student(completed="May 2026"), "'May 2026' is not a date, like 2026-05-15"),
        (student(country="USA"), "country code, like US"),
        (student(institution_accredited="yes"), "'yes' is not True or False"),
        (Client(credentials=(HeldCredential(id="rhit"),)), "'rhit' is not a credential id"),
        (Client(work=(Work(field="ekg", from_="soon"),)), "client.work[0].from_: 'soon'"),
        (Client(work=(Work(field="ekg", years="2"),)), "'2' is not a number"),
        (Client(work=(Work(field="ekg", years=-1),)), "an amount is at least 0"),
        (Client(procedures=30), "client.procedures: 30 is not a mapping"),
        (Client(procedures={"blood": 30}), "client.procedures: 'blood' is not a procedure"),
        (
            Client(courses={"human_anatomy": Course(grade="A++")}),
            "client.courses['human_anatomy'].grade: 'A++' is not a grade",
        ),
    ],
)
def test_a_fact_that_no_rule_could_read_is_refused(catalog, client, told):
    """A word of no vocabulary would be a silent no: it is told, with where it stands."""
    with pytest.raises(CareerkitError) as caught:
        careerkit.check("rhit", client, as_of=DAY, catalog=catalog)
    assert told in str(caught.value)
    assert caught.value.status is ExitStatus.USAGE


def test_a_field_that_nobody_knows_is_unknown(catalog):
    """What a field means that no vocabulary has, is asked; a page of text is no field."""
    client = student(level="bachelor", field="history")
    verdict = careerkit.check("rhia", client, as_of=DAY, catalog=catalog)
    assert verdict.verdict is Verdict.UNKNOWN
    assert "(told: 'history')" in verdict.ask[0]
    page = student(level="bachelor", field="x" * 101)
    with pytest.raises(CareerkitError, match=r"client\.education\[0\]\.field"):
        careerkit.check("rhia", page, as_of=DAY, catalog=catalog)


def test_every_mistake_is_told_at_once(catalog):
    """Two mistakes take one attempt to find."""
    with pytest.raises(CareerkitError, match=r"client\.age: .*; client\.state: "):
        careerkit.check("rhit", Client(age=-1, state="XX"), as_of=DAY, catalog=catalog)


def test_what_profiles_may_say_python_may_say(catalog):
    """A whole number where an amount is asked, a credential without a record, a list: all fine."""
    client = Client(
        credentials=[HeldCredential(id=OTHER, active=True)],
        training=(Training(subject="medical_coding", hours=80),),
        education=(Study(level="unknown", completed="2026-05"),),
        procedures={"venipuncture_live": 30},
    )
    assert careerkit.check("rhit", client, as_of=DAY, catalog=catalog).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("client", "same"),
    [
        (
            student(field="registered_nursing", approved_by=("state_board",)),
            student(field="registered_nursing", approved_by=("state-board",)),
        ),
        (
            Client(education=[Study(level="bachelor", accredited_by=("abet_eac",))]),
            student(level="bachelor", accredited_by=("abet-eac",)),
        ),
        (
            Client(courses={"principles_1": Course(hours=30)}),
            Client(courses={"real_estate_principles_1": Course(hours=30)}),
        ),
    ],
)
def test_a_word_may_be_written_as_profiles_may_write_it(catalog, client, same):
    """Underscores in ids, and other names of words, are read as in a profile."""
    for name in ("rn-license", "fe-eit", "tx-re-sales-agent"):
        found = careerkit.check(name, client, as_of=DAY, catalog=catalog)
        assert found == careerkit.check(name, same, as_of=DAY, catalog=catalog)


def test_a_subject_told_under_two_names_is_refused(catalog):
    """One of the two would be lost without a word."""
    twice = Client(courses={"principles_1": Course(), "real_estate_principles_1": Course()})
    with pytest.raises(CareerkitError, match="'principles_1' is not a subject of a course"):
        careerkit.check("rhit", twice, as_of=DAY, catalog=catalog)


def test_a_client_told_nothing_of_is_unknown(catalog):
    """An empty client is asked about, never judged."""
    found = careerkit.check("cca", careerkit.Client(), as_of=DAY, catalog=catalog)
    assert found.verdict is Verdict.UNKNOWN
    assert found.ask


@pytest.mark.parametrize(
    ("name", "message", "status"),
    [
        ("rhitt", "there is no credential 'rhitt'", ExitStatus.NOT_FOUND),
        ("Registered Health Information", "fits 2 credential records", ExitStatus.USAGE),
    ],
)
def test_a_name_that_fits_none_or_several_is_refused(catalog, name, message, status):
    """The error is that of the command line, with its status and the names on record."""
    with pytest.raises(CareerkitError, match=message) as caught:
        careerkit.check(name, GRADUATE, as_of=DAY, catalog=catalog)
    assert caught.value.status is status
    assert len(caught.value.details) == 2 or status is ExitStatus.NOT_FOUND


def test_open_catalog_reads_the_built_in_records(cached):
    """Without packs the catalog holds the project's own records."""
    found = careerkit.open_catalog()
    assert isinstance(found, careerkit.Catalog)
    assert found.resolve("career", "29-2072") == "medical-records-technician"


def test_open_catalog_adds_packs(data, small_house):
    """A pack's records stand on top of the built-in ones."""
    path = data / "credentials" / "ahima-cca.yaml"
    path.write_text(path.read_text("utf-8").replace("abbreviation: CCA", "abbreviation: CCX"))
    found = careerkit.open_catalog([data])
    assert found.plain("credential", "ahima-cca")["abbreviation"] == "CCX"


def test_a_bad_pack_is_told_with_every_problem(data, small_house):
    """A pack with mistakes is refused, and each mistake is listed."""
    (data / "credentials" / "ahima-cca.yaml").write_text("name: 1\n")
    with pytest.raises(CareerkitError) as caught:
        careerkit.open_catalog([data])
    assert caught.value.status is ExitStatus.BAD_DATA
    assert len(caught.value.details) > 1


def test_the_checkout_is_where_the_records_are(cached):
    """These tests read the records of the checkout, as the package does."""
    assert Path(__file__).resolve().parent.parent / "data" == CHECKOUT
    open_store([]).close()
