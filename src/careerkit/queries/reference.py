"""What rules need of the catalog beyond the client."""

from careerkit.catalog import Catalog
from careerkit.model.organization import Accreditor, Issuer
from careerkit.rules.finding import Reference


def reference(catalog: Catalog) -> Reference:
    """Return the accreditors, and the short names of issuers and credentials."""
    return Reference(
        accreditors={each.id: each for each in catalog.all(Accreditor)},
        issuers={each.id: each.abbreviation for each in catalog.all(Issuer)},
        credentials=catalog.store.abbreviations("credential"),
    )
