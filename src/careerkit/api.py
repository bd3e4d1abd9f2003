"""The public functions for Python programs, over the same records as the command line."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.catalog import Catalog
from careerkit.eligibility import check as check_record
from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.queries.reference import reference
from careerkit.rules.finding import Case
from careerkit.store.locate import open_store


def open_catalog(packs: Sequence[Path] = ()) -> Catalog:
    """Return the built-in records with ``packs`` (data folders) on top.

    Raises ``careerkit.errors.CareerkitError`` with every problem where a pack is bad.
    """
    return Catalog(open_store(packs))


def check(
    credential: str,
    client: Client,
    *,
    as_of: date,
    stage: str = "sit",
    catalog: Catalog | None = None,
) -> CredentialVerdict:
    """Return the verdict on a credential (id, abbreviation or name) for ``client``.

    ``as_of`` decides which routes are open; ``stage`` is sit, award or license. Raises
    ``careerkit.errors.CareerkitError`` where the name fits no credential, or several.
    """
    records = catalog or open_catalog()
    record = records.named(Credential, credential)
    case = Case(client=client, as_of=as_of, reference=reference(records))
    return check_record(record, case, stage)
