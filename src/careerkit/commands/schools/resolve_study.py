"""Resolves a study: by a program's code or title, or by the career it leads to."""

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


class Study(NamedTuple):
    """A ``career``, a ``program`` on record or a ``cip`` code, with the CIP codes it stands for."""

    kind: str
    id: str
    title: str
    cips: tuple[str, ...]


def resolve_study(catalog: Catalog, text: str) -> Study:
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
    leading = sorted(program.cip for program in catalog.career_programs(career))
    return Study("career", career, catalog.store.title("career", career), tuple(leading))


def _of_code(catalog: Catalog, code: str) -> Study:
    cip = catalog.cip(code)
    if cip is None:
        raise _no_code(catalog, code)
    if cip.now:
        now = catalog.cip(cip.now)
        successor = f"{cip.now} ({now.title})" if now else cip.now
        raise usage_error(f"CIP {code} ({cip.title}) is a former code; use {successor}")
    return _of_cip(catalog, cip)


def _of_cip(catalog: Catalog, cip: Cip) -> Study:
    below = [cip] if len(cip.code) == CIP_LENGTH else catalog.cips_below(cip.code)
    return Study("cip", cip.code, cip.title, tuple(whole.code for whole in below))


def _no_code(catalog: Catalog, code: str) -> CareerkitError:
    if catalog.vintage("cip") is None:
        return not_found("no CIP code is on record: the data have no table of them")
    groups = (catalog.cips_below(code[:length]) for length in (CIP_LENGTH, CIP_GROUP_LENGTH, 2))
    near = next(filter(None, groups), [])
    message = f"there is no CIP code {code}{'; the nearest:' if near else ''}"
    return not_found(message, _listed(near))


def _of_program(catalog: Catalog, text: str, error: CareerkitError) -> Study:
    """Return the program that ``text`` names; ``error`` says why it names no career."""
    if digits := _DIGITS.fullmatch(text.strip()):
        return _of_code(catalog, ".".join(digits.groups()))
    try:
        program = catalog.plain("program", resolve(catalog, "program", text))
    except CareerkitError as wrong:
        if wrong.status is ExitStatus.BAD_DATA:
            raise
        return _of_title(catalog, text, (error, wrong))
    return Study("program", program["id"], program["title"], (program["cip"],))


def _of_title(catalog: Catalog, text: str, errors: Sequence[CareerkitError]) -> Study:
    """Return the CIP code whose title, or a part of it between slashes, is ``text``.

    Words of a title are enough only where no career or program has them, as ``errors`` say.
    """
    norm = normalise(text)
    known = catalog.cips_below("") if norm else []
    exact = [c for c in known if norm in map(normalise, (c.title, *c.title.split("/")))]
    if len(exact) == 1:
        return _of_cip(catalog, exact[0])
    for error in errors:
        if error.status != ExitStatus.NOT_FOUND:
            raise error from None
    words = set(norm.split())
    fitting = exact or [cip for cip in known if words <= set(normalise(cip.title).split())]
    if len(fitting) == 1:
        return _of_cip(catalog, fitting[0])
    if fitting:
        message = f"'{shortened(text)}' fits {len(fitting)} programs; name one by its code"
        raise usage_error(message, _listed(fitting))
    message = errors[0].message.replace("no career", "no career or program", 1)
    raise not_found(message, [*map(str, errors[0].details)])


def _listed(cips: list[Cip]) -> list[str]:
    lines = [f"{cip.code}  {cip.title}" for cip in cips[:_LISTED]]
    return lines + ([f"… {len(cips) - _LISTED} more"] if len(cips) > _LISTED else [])
