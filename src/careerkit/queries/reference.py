"""What rules need of the catalog beyond the client."""

from careerkit.catalog import Catalog
from careerkit.model.organization import Accreditor
from careerkit.rules.result import Reference
from careerkit.store.credential_effort import efforts_of


def reference(catalog: Catalog) -> Reference:
    """Return the accreditors, the short names of issuers and credentials, and what those take."""
    return Reference(
        accreditors={body.id: body for body in catalog.all(Accreditor)},
        issuers=catalog.store.abbreviations("issuer"),
        credentials=catalog.store.abbreviations("credential"),
        takes=efforts_of(catalog.store),
    )
