"""What rules need of the catalog beyond the client."""

from careerkit.catalog import Catalog
from careerkit.model.organization import Accreditor
from careerkit.rules.finding import Reference


def reference(catalog: Catalog) -> Reference:
    """Return the accreditors, and the short names of issuers and credentials."""
    return Reference(
        accreditors={each.id: each for each in catalog.all(Accreditor)},
        issuers=catalog.store.abbreviations("issuer"),
        credentials=catalog.store.abbreviations("credential"),
    )
