"""The records that planning needs, handed in by the caller so that plans stay pure."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from careerkit.model.credential import Credential
from careerkit.model.rule import Condition
from careerkit.model.study import LevelOfStudy
from careerkit.model.types import SourceId


class Aim(NamedTuple):
    """A level of education that is usual on entry to a career, and the programs that lead there."""

    condition: Condition
    cips: tuple[str, ...] = ()
    sources: tuple[SourceId, ...] = ()


class Lookups(NamedTuple):
    """Look-ups by id: ``credential`` returns None for one without a record.

    ``cips`` are the programs of a field of study, ``offered`` the levels of award at which schools
    offer a field, lowest first; both are empty where nothing is on record. ``place`` is the state
    that gives a license, None for any other credential. On a way to a career, ``aim`` is the
    education it asks for, and ``leading`` are the programs that lead to it.
    """

    credential: Callable[[str], Credential | None]
    levels: Mapping[str, LevelOfStudy]
    cips: Callable[[str], tuple[str, ...]]
    offered: Callable[[str], tuple[str, ...]]
    place: Callable[[str], str | None] = lambda _: None
    aim: Aim | None = None
    leading: tuple[str, ...] = ()
