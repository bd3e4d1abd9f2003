"""Which programs of study lead to a career."""

from careerkit.catalog import Catalog
from careerkit.model.career import Career


def leading(catalog: Catalog, career: Career) -> list[str]:
    """Return the CIP codes of the programs that lead to a career, in order."""
    return sorted(each.cip for each in catalog.leading(career.id))
