"""The public functions for Python programs."""

import importlib
from datetime import date
from pathlib import Path

import pytest

import careerkit
from careerkit.answers.eligibility import CredentialVerdict, Verdict
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.model.client import Client, HeldCredential, Study
from careerkit.store.locate import CHECKOUT, open_store

DAY = date(2026, 11, 22)
GRADUATE = Client(
    education=(
        Study(level="associate", field="him", accredited_by=("cahiim",), completed="2026-05-15"),
    )
)


def test_the_public_names_are_these():
    """What the package promises is exactly this, and each name is there."""
    assert careerkit.__all__ == ["Catalog", "Client", "__version__", "check", "open_catalog"]
    for name in careerkit.__all__:
        assert getattr(careerkit, name) is not None


def test_public_names_are_the_things_themselves():
    """A public name is the very class or function of its module."""
    from careerkit.api import check, open_catalog
    from careerkit.catalog import Catalog

    assert careerkit.Client is Client
    assert careerkit.Catalog is Catalog
    assert careerkit.check is check
    assert careerkit.open_catalog is open_catalog


def test_the_version_is_text():
    """The version is there without installed metadata."""
    assert careerkit.__version__ == importlib.import_module("careerkit._version").__version__
    assert careerkit.__version__[0].isdigit()


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
    student = Client(
        education=(
            Study(level="associate", field="him", accredited_by=("cahiim",), status="final_term"),
        )
    )
    sit = careerkit.check("rhit", student, as_of=DAY, catalog=catalog)
    award = careerkit.check("rhit", student, as_of=DAY, stage="award", catalog=catalog)
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


def test_a_client_told_nothing_of_is_unknown(catalog):
    """An empty client is asked about, never judged."""
    found = careerkit.check("cca", careerkit.Client(), as_of=DAY, catalog=catalog)
    assert found.verdict is Verdict.UNKNOWN
    assert found.ask


def test_a_name_that_fits_nothing_is_not_found(catalog):
    """An unknown credential is the error of the command line, with its status."""
    with pytest.raises(CareerkitError, match="there is no credential 'rhitt'") as caught:
        careerkit.check("rhitt", GRADUATE, as_of=DAY, catalog=catalog)
    assert caught.value.status is ExitStatus.NOT_FOUND


def test_a_name_that_fits_several_is_ambiguous(catalog):
    """A name of several credentials lists them."""
    with pytest.raises(CareerkitError, match="fits 2 credential records") as caught:
        careerkit.check("Registered Health Information", GRADUATE, as_of=DAY, catalog=catalog)
    assert caught.value.status is ExitStatus.USAGE
    assert len(caught.value.details) == 2


def test_open_catalog_reads_the_built_in_records():
    """Without packs the catalog holds the project's own records."""
    found = careerkit.open_catalog()
    assert isinstance(found, careerkit.Catalog)
    assert found.resolve("career", "29-2072") == "medical-records-technician"


def test_open_catalog_adds_packs(data):
    """A pack's records stand on top of the built-in ones."""
    path = data / "credentials" / "ahima-cca.yaml"
    path.write_text(path.read_text("utf-8").replace("abbreviation: CCA", "abbreviation: CCX"))
    found = careerkit.open_catalog([data])
    assert found.plain("credential", "ahima-cca")["abbreviation"] == "CCX"


def test_a_bad_pack_is_told_with_every_problem(data):
    """A pack with mistakes is refused, and each mistake is listed."""
    (data / "credentials" / "ahima-cca.yaml").write_text("name: 1\n")
    with pytest.raises(CareerkitError) as caught:
        careerkit.open_catalog([data])
    assert caught.value.status is ExitStatus.BAD_DATA
    assert len(caught.value.details) > 1


def test_the_checkout_is_where_the_records_are():
    """These tests read the records of the checkout, as the package does."""
    assert Path(__file__).resolve().parent.parent / "data" == CHECKOUT
    open_store([]).close()
