"""Ways from what a client has to a credential or a career."""

from dataclasses import dataclass

from careerkit.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedProgram:
    """A program of study by its CIP code."""

    cip: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAccreditor:
    """A body that accredits or approves programs; ask it which it does."""

    id: str
    name: str
    abbreviation: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayStep:
    """One step of a way, the ``number``-th; ``months`` is None where no rule or record tells it.

    ``at_least``: it may well take longer. Not ``known``: the client may have done it already.
    ``after_hire``: it comes once the goal is reached. A program may be any of ``cips``, of which
    ``programs`` names those that schools award most; one of ``accreditors`` must accredit or
    approve it. ``credential`` is what the step gives.
    """

    number: int
    kind: str
    text: str
    months: int | None
    at_least: bool
    known: bool
    after_hire: bool
    level: str | None
    field: str | None
    cips: tuple[str, ...]
    programs: tuple[NamedProgram, ...]
    accreditors: tuple[NamedAccreditor, ...]
    credential: str | None
    note: str | None
    confidence: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSchool:
    """A school that offers the first program, with its ``awards`` in a year at that level.

    ``net_price`` is what a year costs on average after grants, in US dollars.
    """

    unitid: int
    name: str
    city: str
    control: str | None
    awards: int
    net_price: int | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSchools:
    """Who offers the program of step ``step`` in a ``state``, None for the whole country.

    ``count`` is of open schools; ``schools`` are those with the most awards of ``year``, none where
    no state was told. Whether a school's program is accredited no public table says.
    """

    step: int
    state: str | None
    level: str | None
    count: int
    year: str | None
    schools: tuple[FirstSchool, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayWay:
    """One way: its steps in order, and what must hold beside them.

    ``months_total`` is None where the length of a step is not known, and the way then takes
    ``months_at_least``; with ``after_school`` both count from the end of high school. ``provided``
    is what no step can bring about, ``assumes`` what is taken for granted of the facts told.
    ``special`` is what is special about getting in this way. It leads ``through`` a ``route`` to a
    credential, None where it leads through none.
    """

    way: int
    label: str
    through: str | None
    route: str | None
    months_total: int | None
    months_at_least: int
    after_school: bool
    provided: tuple[str, ...]
    assumes: tuple[str, ...]
    special: tuple[str, ...]
    steps: tuple[PathwayStep, ...]
    schools: FirstSchools | None
    confidence: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAWay:
    """A route, or a credential of the career, that is not shown, and why."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """The median pay of a career in an area, in US dollars a ``unit``; perhaps only its least."""

    career: str
    title: str
    median: float | None
    at_least: bool
    unit: str
    area: str
    period: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway(Answer):
    """At most three ways to a goal that differ in something large; ``further`` counts the rest.

    ``goal_kind`` is career or credential. ``reached``: the client holds what the law asks for in
    the career, or may sit for the credential's exam; None where nobody can tell, as where only the
    level of education is met and no license is on record. ``law_met``: the client holds all
    credentials on record that the law asks for in the career, active or not known to be; None where
    that was not told, or none is on record. ``level_met``: the client's education is
    at a level that is usual in the career, whatever its field; None where that was not told, or for
    a credential. ``field_checked`` is false where that level is one of study in a field, which no
    rule checked; None where no field is asked for. ``held``: the client has the credential already,
    None where that was not told. ``stage`` is what a way leads to. ``license_note`` says whom to
    ask about a license that is not on record; ``notes`` hold of all ways, and have it too.
    """

    command = "pathway"
    rows = "ways"
    spread = "steps"

    goal_kind: str
    goal: str
    goal_title: str
    stage: str | None
    reached: bool | None
    law_met: bool | None
    level_met: bool | None
    field_checked: bool | None
    license_note: str | None
    held: bool | None
    state: str | None
    ways: tuple[PathwayWay, ...]
    further: int
    pay: Pay | None
    left_out: tuple[NotAWay, ...]
    notes: tuple[str, ...]
    url: str | None
    sources: tuple[str, ...]
