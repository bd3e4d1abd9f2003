"""Credentials and careers point at each other, each with what the other says."""

import pytest

from careerkit.model.career import Career
from careerkit.model.credential import Credential


@pytest.fixture(scope="module")
def careers(whole):
    """Return the careers by id."""
    return {career.id: career for career in whole.all(Career)}


def test_every_career_of_a_credential_links_it(whole, careers):
    """A counselor who opens a career sees every credential that names it."""
    missing = [
        (credential.id, career)
        for credential in whole.all(Credential)
        for soc in credential.careers
        for career in whole.careers_of_soc(soc)
        if credential.id not in {link.id for link in careers[career].credentials}
    ]
    assert not missing


def test_every_career_code_of_a_credential_has_a_career(whole):
    """The codes of a credential's careers are codes of careers on record."""
    unknown = [
        (credential.id, soc)
        for credential in whole.all(Credential)
        for soc in credential.careers
        if not whole.careers_of_soc(soc)
    ]
    assert not unknown


def test_every_link_of_a_career_is_to_a_credential_that_names_it(whole, careers):
    """A career shows no credential that is not for it."""
    named = {
        (credential.id, career)
        for credential in whole.all(Credential)
        for soc in credential.careers
        for career in whole.careers_of_soc(soc)
    }
    linked = {(link.id, career.id) for career in careers.values() for link in career.credentials}
    assert linked <= named


def test_all_researched_credentials_are_on_record(whole):
    """The 111 credentials that were researched are all there, with 249 ways into them or more."""
    records = list(whole.all(Credential))
    assert len(records) >= 111
    assert sum(len(each.routes) for each in records) >= 249
