"""Finds a state, or the town, county or ZIP code of schools in the directory."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from careerkit.catalog import Catalog
from careerkit.errors import CareerkitError, not_found, usage_error
from careerkit.model.client_vocabulary import STATES
from careerkit.model.school import School
from careerkit.queries.area_names import compared, meant_by
from careerkit.queries.areas import state_of
from careerkit.queries.places import Place, is_closed
from careerkit.store.areas import Area
from careerkit.suggest import nearest
from careerkit.words import counted, shortened

_ASSOCIATED = {
    "FM": "Federated States of Micronesia",
    "MH": "Marshall Islands",
    "PW": "Palau",
}
"""States of their own, whose schools are in the directory too."""
_STATES = {**STATES, **_ASSOCIATED}
_CAPITAL = ("dc", ("washington", "DC"))
_ZIP = re.compile(r"(\d{5})(?:-\d{4})?")
_ZIP_BEHIND = re.compile(r"[,\s]+\d{5}(?:-\d{4})?$")
_REGION = 3
"""So many digits of a ZIP code stand for its region."""
_LISTED = 12
_OFFERED = 5


def state(catalog: Catalog, text: str) -> Area:
    """Return the state or territory of a name, postal code or FIPS code.

    Raises ``CareerkitError`` where none fits (with the nearest) or several do.
    """
    known = catalog.areas()
    states = [area for area in known if area.area_type == "state"]
    listed = {area.state for area in states}
    more = (Area(0, "", name, "state", code, "", "") for code, name in _STATES.items())
    local = [area for area in known if area.area_type != "state"]
    return state_of(
        [*states, *(area for area in more if area.state not in listed)], local, text, "--near"
    )


def place(catalog: Catalog, text: str, as_of: date) -> Place:
    """Return the middle of the open schools of a town, a county or a ZIP code.

    A town or county may come with its state: ``Columbus, OH``. Raises ``CareerkitError`` if no
    school is there (with the nearest names), or if several states have such a place.
    """
    typed = text.strip()
    if zip_code := _ZIP.fullmatch(typed):
        return _of_zip(_placed(catalog.schools_of(), as_of), zip_code[1])
    name, within = _parted(_ZIP_BEHIND.sub("", typed))
    schools = _placed(catalog.schools_of(within), as_of)
    for kind in ("city", "county"):
        places = _by_state(schools, kind, name)
        if len(places) > 1:
            listed = [f"{named}  ({counted(len(there), 'school')})" for named, there in places]
            message = f"--near: '{shortened(typed)}' is in {len(places)} states; name one"
            raise usage_error(message, _few(listed))
        if places:
            return _middle(*places[0])
    if within is None and (code := _state_names().get(name)):
        message = f"--near: '{shortened(typed)}' is a state; for all of it use --state {code}"
        raise usage_error(message)
    elsewhere = _placed(catalog.schools_of(), as_of) if within else []
    raise _unknown(typed, name, schools, _by_state(elsewhere, "city", name))


def _placed(schools: Iterable[School], as_of: date) -> list[School]:
    return [
        school for school in schools if school.latitude is not None and not is_closed(school, as_of)
    ]


def _parted(text: str) -> tuple[str, str | None]:
    """Split a place into its compared name and its state's postal code, if it has one."""
    norm = compared(text)
    if norm == _CAPITAL[0]:
        return _CAPITAL[1]
    states = _state_names()
    words = norm.split() if norm not in states else []
    for at in range(1, len(words)):
        if code := states.get(" ".join(words[at:])):
            name = " ".join(words[:at])
            return meant_by(name) or name, code
    return meant_by(norm) or norm, None


def _state_names() -> dict[str, str]:
    return {compared(text): code for code, name in _STATES.items() for text in (code, name)}


def _by_state(schools: Iterable[School], kind: str, name: str) -> list[tuple[str, list[School]]]:
    by_state: dict[str, list[School]] = {}
    for school in schools:
        if name and compared(getattr(school, kind)) == name:
            by_state.setdefault(school.state, []).append(school)
    return [
        (f"{getattr(local[0], kind)}, {code}", local) for code, local in sorted(by_state.items())
    ]


def _middle(name: str, schools: Sequence[School]) -> Place:
    latitude = sum(school.latitude or 0.0 for school in schools) / len(schools)
    longitude = sum(school.longitude or 0.0 for school in schools) / len(schools)
    return Place(name, round(latitude, 4), round(longitude, 4), len(schools))


def _of_zip(schools: Sequence[School], code: str) -> Place:
    if there := [school for school in schools if school.zip == code]:
        return _middle(f"ZIP code {code} ({there[0].city}, {there[0].state})", there)
    region = {
        f"{school.zip}  {school.city}, {school.state}"
        for school in schools
        if school.zip[:_REGION] == code[:_REGION]
    }
    hint = "; name a town, or one of these codes:" if region else "; name a town nearby"
    message = f"--near: no school on record has the ZIP code {code}{hint}"
    raise not_found(message, _few(sorted(region)))


def _unknown(
    typed: str,
    name: str,
    schools: Iterable[School],
    elsewhere: Iterable[tuple[str, list[School]]],
) -> CareerkitError:
    shown = shortened(typed)
    by_name: dict[str, list[str]] = {}
    for school in schools:
        for named in filter(None, (school.city, school.county)):
            by_name.setdefault(compared(named), []).append(f"{named}, {school.state}")
    near = nearest(name, by_name, limit=_OFFERED)
    offered = [
        *(named for named, _ in elsewhere),
        *(text for norm in near for text in by_name[norm]),
    ]
    hint = "; name a bigger town nearby" + (", such as:" if offered else "")
    message = f"--near: no school on record is in '{shown}'{hint}"
    return not_found(message, _few([*dict.fromkeys(offered)]))


def _few(listed: list[str]) -> list[str]:
    more = len(listed) - _LISTED
    return [*listed[:_LISTED], *([f"… {more} more"] if more > 0 else [])]
