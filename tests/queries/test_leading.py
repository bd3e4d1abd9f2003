"""Which programs lead to a career."""

import pytest

from careerkit.model.career import Career
from careerkit.queries.leading import leading


@pytest.mark.parametrize(
    ("career", "found"),
    [
        ("cook", ["12.0500", "12.0501", "12.0503"]),
        ("cooking-professor", ["12.0503", "52.0905"]),
        ("porter", []),
    ],
)
def test_programs_lead_by_the_crosswalk_or_by_a_record_of_ours(campus, career, found):
    """A program is paired with a code of the career, or its record names the career."""
    assert leading(campus, campus.one(Career, career)) == found
