"""Finds the state, territory, metropolitan or nonmetropolitan area that a person names."""

import re
from collections.abc import Mapping, Sequence

from careerkit.catalog import Catalog
from careerkit.errors import CareerkitError, not_found, usage_error
from careerkit.queries.area_names import called, compared, names_of, states_of, with_words
from careerkit.store.areas import Area
from careerkit.suggest import nearest
from careerkit.words import shortened

_LISTED = 12
_BEGINNING = 3
_STATE_NICKNAMES = {"washington dc": "dc"}


def areas(catalog: Catalog, state: str | None, metro: str | None) -> list[Area]:
    """Return the areas that ``state`` and ``metro`` name, the smaller first.

    ``state`` is a name, postal code or FIPS code; ``metro`` a city in the name of an area, the name
    or the code of it, in ``state`` if that is given. Raises ``CareerkitError`` where none fits
    (with the nearest) or several do (with a dozen).
    """
    if state is None and metro is None:
        return []
    known = catalog.areas()
    states = [area for area in known if area.area_type == "state"]
    local = [area for area in known if area.area_type != "state"]
    within = None if state is None else state_of(states, local, state)
    smaller = [] if metro is None else [_metro(local, states, metro, within)]
    return [*smaller, *([within] if within else [])]


def state_of(
    states: Sequence[Area], local: Sequence[Area], text: str, city: str = "--metro"
) -> Area:
    """Return the one of ``states`` that ``text`` names; raises as ``areas``.

    ``city`` is the option for a city: an error points to it if ``text`` names one of ``local``.
    """
    if named := _state_named(states, text):
        return named
    norm, shown = compared(text), shortened(text)
    begun = [area for area in states if compared(area.title).startswith(norm)]
    if len(norm) >= _BEGINNING and begun:
        if len(begun) == 1:
            return begun[0]
        raise usage_error(f"--state: '{shown}' fits {len(begun)} states; name one", _coded(begun))
    if called(local, {}, text):
        raise usage_error(f"--state: '{shown}' is no state; for a city use {city}")
    near = nearest(norm, [compared(area.title) for area in states])
    listed = [area for area in states if compared(area.title) in near]
    hint = "; the nearest:" if listed else "; give a name or postal code, such as Ohio or OH"
    raise not_found(f"--state: there is no state or territory '{shown}'{hint}", _coded(listed))


def _state_named(states: Sequence[Area], text: str) -> Area | None:
    """Return the state of a name, postal code or FIPS code; ``New York State`` is ``New York``."""
    norm = compared(text)
    bare = re.sub("^(us|state of) | state$", "", _STATE_NICKNAMES.get(norm, norm))
    for area in states:
        fits = {compared(area.state), compared(area.title), area.code, area.code.lstrip("0")}
        if bare in fits - {""}:
            return area
    return None


def _metro(local: Sequence[Area], states: Sequence[Area], text: str, within: Area | None) -> Area:
    inside = [area for area in local if not within or within.state in states_of(area)]
    names = {area.state: compared(area.title) for area in states}
    fitting = called(inside, names, text)
    if not fitting and not text.strip().isdigit() and (meant := _state_named(states, text)):
        raise _is_state(text, meant, [area for area in inside if meant.state in states_of(area)])
    fitting = fitting or with_words(inside, compared(text))
    if len(fitting) == 1:
        return fitting[0]
    shown = f"--metro: '{shortened(text)}'"
    if fitting:
        message = f"{shown} fits {len(fitting)} areas; name one by its name or code"
        raise usage_error(message, _listed(fitting))
    if within and (elsewhere := called(local, names, text)):
        raise not_found(f"{shown} is not in {within.title}, but:", _listed(elsewhere))
    raise _unknown(text, inside, names, within)


def _is_state(text: str, state: Area, inside: Sequence[Area]) -> CareerkitError:
    hint = "; areas in it:" if inside else ""
    message = f"--metro: '{text}' is a state; for all of it use --state {state.state}{hint}"
    return usage_error(message, _listed(inside))


def _unknown(
    text: str, local: Sequence[Area], names: Mapping[str, str], within: Area | None
) -> CareerkitError:
    """Suggest the nearest names, in the state that ``text`` ends with, if any."""
    norm = compared(text)
    states = {
        code for code, name in names.items() if norm.endswith((f" {name}", f" {compared(code)}"))
    }
    inside = [area for area in local if states.intersection(states_of(area))] or local
    near = nearest(norm, {name for area in inside for name in names_of(area)})
    listed = [area for name in near for area in inside if name in names_of(area)]
    rural = [area for area in inside if states and area.area_type == "nonmetropolitan"]
    where = f" in {within.title}" if within else ""
    hint = "; the nearest:" if listed or rural else "; BLS names areas after their largest cities"
    message = f"--metro: there is no area '{shortened(text)}'{where}{hint}"
    return not_found(message, _listed([*dict.fromkeys([*listed, *rural])]))


def _coded(states: Sequence[Area]) -> list[str]:
    return [f"{area.state}  {area.title}" for area in states]


def _listed(areas: Sequence[Area]) -> list[str]:
    listed = [f"{area.code}  {area.title}" for area in areas[:_LISTED]]
    return listed + ([f"… {len(areas) - _LISTED} more"] if len(areas) > _LISTED else [])
