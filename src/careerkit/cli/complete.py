"""Names offered when the user presses Tab."""

import re
from collections.abc import Iterable

from careerkit.model.vocabulary import AWARD_LEVELS, CONTROLS, CREDENTIAL_KINDS
from careerkit.store.areas import areas
from careerkit.store.open_store import open_store


def careers(incomplete: str) -> list[str]:
    """Return the ids of careers that begin with what was typed."""
    return _ids("career", incomplete)


def credentials(incomplete: str) -> list[str]:
    """Return the ids of credentials that begin with what was typed."""
    return _ids("credential", incomplete)


def issuers(incomplete: str) -> list[str]:
    """Return the ids of issuers that begin with what was typed."""
    return _ids("issuer", incomplete)


def kinds(incomplete: str) -> list[str]:
    """Return the kinds of credential that begin with what was typed."""
    return _beginning(CREDENTIAL_KINDS, incomplete)


def studies(incomplete: str) -> list[str]:
    """Return the ids of careers and programs, or the CIP codes, that begin with what was typed."""
    if incomplete[:1].isdigit():
        from careerkit.store.programs import cips_below  # only where a code is typed

        return [cip.code for cip in cips_below(open_store([]), incomplete)]
    return sorted(_ids("career", incomplete) + _ids("program", incomplete))


def award_levels(incomplete: str) -> list[str]:
    """Return the levels of awards that begin with what was typed."""
    return _beginning(map(_hyphenated, AWARD_LEVELS), incomplete)


def controls(incomplete: str) -> list[str]:
    """Return who may run a school, as it begins with what was typed."""
    return _beginning(map(_hyphenated, [*CONTROLS, "private"]), incomplete)


def towns(incomplete: str) -> list[str]:
    """Return the towns with schools that begin with what was typed."""
    from careerkit.store.schools import schools_of  # only where a town is typed

    known = schools_of(open_store([]))
    names = {_typed(f"{school.city} {school.state}") for school in known}
    return _beginning(sorted(names), incomplete)


def states(incomplete: str) -> list[str]:
    """Return the postal codes and names of states that begin with what was typed."""
    known = [area for area in areas(open_store([])) if area.area_type == "state"]
    names = (name for area in known for name in (area.state, _typed(area.title)))
    return _beginning(names, incomplete)


def metros(incomplete: str) -> list[str]:
    """Return the names of local areas that begin with what was typed."""
    known = areas(open_store([]))
    names = (_typed(area.title) for area in known if area.area_type != "state")
    return _beginning(names, incomplete)


def _hyphenated(word: str) -> str:
    return word.replace("_", "-")


def _typed(title: str) -> str:
    """Return a name that needs no quotes: ``Columbus-OH``, which is understood as well."""
    return re.sub("[^A-Za-z0-9./]+", "-", title).strip("-")


def _beginning(names: Iterable[str], incomplete: str) -> list[str]:
    """Return the names that begin with what was typed, in small letters if those were typed."""
    typed = incomplete.lower()
    fitting = [name for name in names if name.lower().startswith(typed)]
    if incomplete and incomplete == typed:
        return [name.lower() for name in fitting]
    return [f"{incomplete}{name[len(incomplete) :]}" for name in fitting]


def _ids(kind: str, incomplete: str) -> list[str]:
    typed = incomplete.lower()
    return [name for name in open_store([]).ids(kind) if name.startswith(typed)]
