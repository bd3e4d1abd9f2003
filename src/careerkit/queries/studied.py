"""What study a person asks for: by a program's code or title, or by the career it leads to."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from careerkit.catalog import Catalog
from careerkit.errors import CareerkitError, ExitStatus, not_found, usage_error
from careerkit.model.types import CIP_GROUP_LENGTH, CIP_LENGTH
from careerkit.names import normalise
from careerkit.queries.resolve import resolve
from careerkit.store.programs import Cip
from careerkit.words import shortened

_CODE = re.compile(r"(?:cip\s*)?(\d{1,2})(\.\d+)?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d\d)(\d{4})")
_LISTED = 12


class Studied(NamedTuple):
    """A ``career``, a ``program`` on record or a ``cip`` code, with the CIP codes it stands for."""

    kind: str
    id: str
    title: str
    cips: tuple[str, ...]


def studied(catalog: Catalog, text: str) -> Studied:
    """Return what ``text`` names: a CIP code of 2, 4 or 6 digits, a career, a program.

    A career goes before a program on record, and that before a title of CIP. Raises
    ``CareerkitError`` where nothing fits (with the nearest), where several do, and for a former
    code (with the one to use now).
    """
    if code := _CODE.fullmatch(text.strip()):
        return _of_code(catalog, code[1].zfill(2) + (code[2] or ""))
    try:
        career = resolve(catalog, "career", text)
    except CareerkitError as error:
        if error.status is ExitStatus.BAD_DATA:
            raise
        return _of_program(catalog, text, error)
    leading = sorted(each.cip for each in catalog.career_programs(career))
    return Studied("career", career, catalog.store.title("career", career), tuple(leading))


def _of_code(catalog: Catalog, code: str) -> Studied:
    found = catalog.cip(code)
    if found is None:
        raise _no_code(catalog, code)
    if found.now:
        now = catalog.cip(found.now)
        told = f"{found.now} ({now.title})" if now else found.now
        raise usage_error(f"CIP {code} ({found.title}) is a former code; use {told}")
    return _of_cip(catalog, found)


def _of_cip(catalog: Catalog, cip: Cip) -> Studied:
    whole = len(cip.code) == CIP_LENGTH
    below = [cip] if whole else catalog.cips_below(cip.code)
    return Studied("cip", cip.code, cip.title, tuple(one.code for one in below))


def _no_code(catalog: Catalog, code: str) -> CareerkitError:
    if catalog.vintage("cip") is None:
        return not_found("no CIP code is on record: the data have no table of them")
    begun = (catalog.cips_below(code[:length]) for length in (CIP_LENGTH, CIP_GROUP_LENGTH, 2))
    near = next((found for found in begun if found), [])
    return not_found(f"there is no CIP code {code}{'; the nearest:' if near else ''}", _told(near))


def _of_program(catalog: Catalog, text: str, error: CareerkitError) -> Studied:
    """Return the program that ``text`` names, where no single career is; else raise ``error``."""
    if digits := _DIGITS.fullmatch(text.strip()):
        return _of_code(catalog, ".".join(digits.groups()))
    try:
        program = catalog.plain("program", resolve(catalog, "program", text))
    except CareerkitError as wrong:
        if wrong.status is ExitStatus.BAD_DATA:
            raise
        return _of_title(catalog, text, (error, wrong))
    return Studied("program", program["id"], program["title"], (program["cip"],))


def _of_title(catalog: Catalog, text: str, errors: Sequence[CareerkitError]) -> Studied:
    """Return the CIP code of a title, of one of its parts between slashes, or of words in it.

    Words are enough only where nothing else fits: ``errors`` say why nothing else is the one.
    """
    norm = normalise(text)
    known = catalog.cips_below("") if norm else []
    exact = [e for e in known if norm in map(normalise, (e.title, *e.title.split("/")))]
    if len(exact) == 1:
        return _of_cip(catalog, exact[0])
    for error in errors:
        if error.status != ExitStatus.NOT_FOUND:
            raise error from None
    asked = set(norm.split())
    found = exact or [each for each in known if asked <= set(normalise(each.title).split())]
    if len(found) == 1:
        return _of_cip(catalog, found[0])
    if found:
        message = f"'{shortened(text)}' fits {len(found)} programs; name one by its code"
        raise usage_error(message, _told(found))
    message = errors[0].message.replace("no career", "no career or program", 1)
    raise not_found(message, [*map(str, errors[0].details)])


def _told(found: list[Cip]) -> list[str]:
    listed = [f"{each.code}  {each.title}" for each in found[:_LISTED]]
    return listed + ([f"… {len(found) - _LISTED} more"] if len(found) > _LISTED else [])
