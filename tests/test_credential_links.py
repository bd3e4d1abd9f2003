"""Credentials and careers point at each other, each with what the other says."""

import pytest

from careerkit.model.career import Career
from careerkit.model.credential import Credential


@pytest.fixture(scope="module")
def linked(whole):
    """Return (credential, career) for every link of a career."""
    return {(link.id, career.id) for career in whole.all(Career) for link in career.credentials}


@pytest.fixture(scope="module")
def named(whole):
    """Return (credential, career) for every career with a SOC code that a credential names."""
    return {
        (credential.id, career)
        for credential in whole.all(Credential)
        for soc in credential.careers
        for career in whole.careers_of_soc(soc)
    }


def test_every_career_of_a_credential_links_it(named, linked):
    """A counselor who opens a career sees every credential that names it."""
    assert named - linked == set()


def test_every_career_code_of_a_credential_has_a_career(whole):
    """The codes of a credential's careers are codes of careers on record."""
    unknown = [
        (credential.id, soc)
        for credential in whole.all(Credential)
        for soc in credential.careers
        if not whole.careers_of_soc(soc)
    ]
    assert not unknown


def test_every_link_of_a_career_is_to_a_credential_that_names_it(named, linked):
    """A career shows no credential that is not for it."""
    assert linked - named == set()


def test_all_researched_credentials_are_on_record(whole):
    """The 111 credentials that were researched are all there, with 249 ways into them or more."""
    records = list(whole.all(Credential))
    assert len(records) >= 111
    assert sum(len(credential.routes) for credential in records) >= 249
