"""What rules need of the catalog beyond the client."""

from datetime import date

from careerkit.catalog import Catalog
from careerkit.model.credential import Credential
from careerkit.model.organization import Accreditor
from careerkit.model.rule import Rule
from careerkit.rules.finding import Reference
from careerkit.rules.holding import Takes


def reference(catalog: Catalog) -> Reference:
    """Return the accreditors, the short names of issuers and credentials, and what those take."""

    def ways(credential: str, as_of: date) -> list[Rule]:
        from careerkit.eligibility import is_closed

        routes = catalog.one(Credential, credential).routes
        return [each.requires for each in routes if not is_closed(each, as_of)]

    return Reference(
        accreditors={each.id: each for each in catalog.all(Accreditor)},
        issuers=catalog.store.abbreviations("issuer"),
        credentials=catalog.store.abbreviations("credential"),
        takes=Takes(ways),
    )
