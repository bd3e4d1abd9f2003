"""The public functions for Python programs, on the same records as the command line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.catalog import Catalog
from careerkit.dates import is_date
from careerkit.eligibility import check as check_record
from careerkit.errors import usage_error
from careerkit.model.aliases import canonical, respelled
from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.model.shape import Shape, attribute_of, record_shape, slots_of
from careerkit.model.types import LONGEST_NAME, Constraint
from careerkit.model.vocabulary import STAGES
from careerkit.queries.reference import reference
from careerkit.rules.result import Case
from careerkit.store.open_store import open_store
from careerkit.suggest import did_you_mean
from careerkit.words import article, out_of_bounds

_TYPES: dict[type, tuple[str, tuple[type, ...]]] = {
    str: ("text", (str,)),
    bool: ("True or False", (bool,)),
    int: ("a whole number", (int,)),
    float: ("a number", (int, float)),
}


def open_catalog(packs: Sequence[Path] = ()) -> Catalog:
    """Return the built-in records with ``packs`` (data folders) on top.

    Raises ``CareerkitError`` with every problem where a pack is bad.
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

    ``as_of`` decides which routes are open; ``stage`` is sit, award or license. To check many
    clients, open the ``catalog`` once. Words may be written as in a profile. Raises
    ``CareerkitError`` where the name fits no credential or several, and where a fact of the client
    is not valid, such as a word in no vocabulary: rules would take it for a silent no.
    """
    records = catalog or open_catalog()
    record = records.named(Credential, credential)
    if stage not in STAGES:
        raise usage_error(f"there is no stage '{stage}'; use {', '.join(STAGES)}")
    day = as_of.date() if isinstance(as_of, datetime) else as_of
    if [*_unreadable(record_shape(Client), client, "client", records)]:
        client = respelled(
            record_shape(Client),
            client,
            lambda limits, text: canonical(text, limits.what, _words(limits, records)),
        )
    if wrong := [*_unreadable(record_shape(Client), client, "client", records)]:
        raise usage_error("; ".join(wrong))
    case = Case(client=client, as_of=day, reference=reference(records))
    return check_record(record, case, stage)


def _unreadable(shape: Shape, value: Any, where: str, catalog: Catalog) -> Iterator[str]:  # noqa: ANN401 - whatever the caller gave
    """Yield a message for each fact that no rule can read, with its place."""
    if value is None:
        return
    inner: list[tuple[Shape, Any, str]] = []
    if shape.form == "record":
        if isinstance(value, shape.record):
            inner = [
                (slot, getattr(value, attribute_of(key)), f"{where}.{attribute_of(key)}")
                for key, slot in slots_of(shape.record).items()
            ]
        else:
            yield f"{where}: {value!r} is not {article(shape.record.__name__)}"
    elif shape.form == "list" and shape.item:
        if isinstance(value, tuple | list):
            inner = [(shape.item, item, f"{where}[{at}]") for at, item in enumerate(value)]
        else:
            yield f"{where}: {value!r} is not a tuple"
    elif shape.form == "mapping" and shape.key and shape.item:
        if isinstance(value, Mapping):
            inner = [(shape.key, key, where) for key in value]
            inner += [(shape.item, item, f"{where}[{key!r}]") for key, item in value.items()]
        else:
            yield f"{where}: {value!r} is not a mapping"
    elif wrong := _wrong(shape, value, catalog):
        yield f"{where}: {wrong}"
    for part in inner:
        yield from _unreadable(*part, catalog)


def _wrong(shape: Shape, value: Any, catalog: Catalog) -> str | None:  # noqa: ANN401 - as above
    what, types = _TYPES[shape.scalar]
    is_right = isinstance(value, types) and (bool in types or not isinstance(value, bool))
    if not is_right:
        written = f"; write '{value.isoformat()}'" if isinstance(value, date) else ""
        return f"{value!r} is not {what}{written}"
    if shape.constraint is None:
        return None
    if shape.scalar is str:
        return _wrong_text(shape.constraint, value, catalog)
    limits = shape.constraint
    return out_of_bounds(limits.what, value, limits.minimum, limits.maximum)


def _wrong_text(limits: Constraint, text: str, catalog: Catalog) -> str | None:
    words = _words(limits, catalog)
    fits = text in words if words else is_date(text) if limits.date else True
    if limits.open and len(text) <= LONGEST_NAME:
        fits = fits or canonical(text, limits.what, words) == text
    if fits and (not limits.pattern or re.fullmatch(limits.pattern, text)):
        return None
    example = f", like {limits.example}" if limits.example else ""
    return f"'{text}' is not {article(limits.what)}{did_you_mean(text, words) or example}"


def _words(limits: Constraint, catalog: Catalog) -> tuple[str, ...]:
    """Return the words or ids that a text must be one of; none where any text will do."""
    ids = tuple(catalog.store.ids(limits.refers_to)) if limits.refers_to else ()
    return (*limits.values, *limits.unrecorded, *ids)
