"""What planning needs from the records: looked up by whoever asks, so that plans stay pure."""

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
    """Records by id: ``credential`` is None for one without a record.

    ``cips`` are the programs of a field of study, ``offered`` the levels of award at which schools
    offer a field, lowest first; both are empty where nothing is on record. ``place`` is the one
    state whose license a credential is. Where the way is one to a career, ``aim`` is what it asks
    for, and ``leading`` are the programs that lead to it.
    """

    credential: Callable[[str], Credential | None]
    levels: Mapping[str, LevelOfStudy]
    cips: Callable[[str], tuple[str, ...]]
    offered: Callable[[str], tuple[str, ...]]
    place: Callable[[str], str | None] = lambda _: None
    aim: Aim | None = None
    leading: tuple[str, ...] = ()
