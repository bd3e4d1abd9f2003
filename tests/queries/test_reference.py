"""What rules need of the catalog beyond the client."""

from datetime import date

import pytest

from careerkit.queries.reference import reference
from careerkit.rules.result import Effort

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("credential", "effort"),
    [
        ("ahima-rhit", Effort.DEGREE),
        ("rn-license", Effort.DEGREE),
        ("nbrc-crt", Effort.DEGREE),
        ("comptia-security-plus", Effort.STEP),
        ("ahima-cca", Effort.STEP),
    ],
)
def test_what_a_credential_takes_follows_from_its_record(catalog, credential, effort):
    """A credential with a degree for its only way is a degree away, one open to anyone a step."""
    assert reference(catalog).takes(credential, TODAY)[0] is effort


def test_a_credential_without_a_record_is_not_known(catalog):
    """Nothing is said of what no record tells."""
    with pytest.raises(KeyError):
        reference(catalog).takes("ascp-cla", TODAY)
