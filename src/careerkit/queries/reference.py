"""The records that rules refer to."""

from careerkit.catalog import Catalog
from careerkit.model.organization import Accreditor
from careerkit.rules.result import Reference
from careerkit.store.credential_effort import efforts_of


def reference(catalog: Catalog) -> Reference:
    """Return accreditors, abbreviations, and the effort that credentials take."""
    return Reference(
        accreditors={body.id: body for body in catalog.all(Accreditor)},
        issuers=catalog.store.abbreviations("issuer"),
        credentials=catalog.store.abbreviations("credential"),
        takes=efforts_of(catalog.store),
    )
