"""Programs of study: each kind of program is taken apart once for what facets make of it.

What a kind is hangs on all that is told of a program but its dates and length; most facets make
nothing of a program, and the others no more of its dates than on which side of their cuts they lie.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from careerkit.caseload.cuts import Place
from careerkit.caseload.keys import Keys
from careerkit.caseload.memo import Finder, Same
from careerkit.caseload.parts import Known, ListPart, Outcome
from careerkit.caseload.plans import Plan
from careerkit.model.client import Client, Study
from careerkit.model.vocabulary import AWARD_LEVELS, FIELDS
from careerkit.rules.kleene import Truth
from careerkit.rules.studies import HOME_COUNTRY, SCHOOLING, STUDYING, field_truth, status_of
from careerkit.rules.under_way import ends_soon

MOST = 4_000
"""How many kinds of programs are kept with what is made of them, and at most twice as many."""
_TOLD = ("level", "field", "accredited_by", "approved_by", "institution_accredited", "status")
_kind = attrgetter(*_TOLD)


class _Made(NamedTuple):
    """What a facet makes of a kind of program; ``place`` is None where its dates do not count."""

    at: int
    told: Hashable
    place: Callable[[str | None], Place | None] | None


class ProgramPart(ListPart):
    """The programs, as the conditions on one program of a field read them."""

    def __init__(self, known: list[Known], keys: Keys) -> None:
        super().__init__(known, keys)
        self._kinds: Finder[tuple[_Made, ...]] = Finder(MOST, self._make)
        self._same = Same(MOST)
        self._naming: dict[str, set[int]] = {}
        """The places of the facets that name a body."""
        for index, each in enumerate(known):
            for body in {body for asked in each.facet.conditions for body in asked.accreditors}:
                self._naming.setdefault(body, set()).add(index)

    def forget(self) -> None:
        """Forget what was found."""
        super().forget()
        self._kinds.clear()
        self._same.clear()

    def read(self, entries: Sequence[Study], client: Client) -> Outcome:
        """Return what the facets came to that read any of the programs."""
        read: dict[int, list[Hashable]] = {}
        for study in entries:
            for index, made, place in self._kinds[_kind(study)]:
                told = made
                if place:
                    places = place(study.completed), place(study.expected)
                    told = made, *places, study.hours, study.years
                read.setdefault(index, []).append(told)
        total = 0
        for index, told_of in read.items():
            key = told_of[0] if len(told_of) == 1 else _together(told_of)
            total += self.known[index].outcome(key, client, own=True)[0]
        return total, ()

    def readers(self, entry: Study) -> tuple[int, ...]:
        """Return the places of the facets to which a program can matter, by its field or bodies."""
        by_field = super().readers(Study(level=entry.level, field=entry.field))
        told = {*(entry.accredited_by or ()), *(entry.approved_by or ())}
        by_body = [self._naming[body] for body in told if body in self._naming]
        return tuple(sorted({*by_field}.union(*by_body))) if by_body else by_field

    def _make(self, kind: Any) -> tuple[_Made, ...]:  # noqa: ANN401 - a tuple of what was told
        study = Study(**dict(zip(_TOLD, kind, strict=True)))
        return tuple([self._made(index, study) for index in self.readers(study)])

    def _made(self, index: int, study: Study) -> _Made:
        plan = self.keys.plan(self.known[index].facet)
        asked = plan.condition.field
        fits = study.field and field_truth(asked, study.field)
        if fits is Truth.NOT_MET or (asked and not fits and study.level in SCHOOLING):
            # it is none that is asked for, whenever it was: who accredits it only speaks to it
            by = study.accredited_by, study.approved_by
            told = study.level, *(_bodies(each, plan.bodies) for each in by)
            return _Made(index, self._same(frozenset([told])), None)
        return _Made(index, self._same((fits, *_as_asked(study, plan))), plan.cuts.place)


def _together(told: Sequence[Hashable]) -> Hashable:
    """Return several programs as one; those not asked for are a set, however many there are."""
    others = [each for each in told if isinstance(each, frozenset)]
    asked = [each for each in told if not isinstance(each, frozenset)]
    return tuple(asked), frozenset[Hashable]().union(*others)


def _as_asked(study: Study, plan: Plan) -> tuple[Hashable, ...]:
    bodies = None if study.field is None else plan.bodies
    return (
        study.level,
        study.field if study.level not in AWARD_LEVELS or study.field not in FIELDS else None,
        _bodies(study.accredited_by, bodies),
        _bodies(study.approved_by, bodies),
        study.institution_accredited,
        study.status,
    )


def _bodies(told: tuple[str, ...] | None, alike: Mapping[str, int] | None) -> Hashable:
    """Return who accredits a program, as far as conditions can tell bodies apart."""
    if told is None or alike is None:
        return told
    return frozenset([alike[body] for body in told if body in alike])


class DegreePart(ListPart):
    """The programs, as the conditions on a level of education read them."""

    def __init__(self, known: list[Known], keys: Keys) -> None:
        super().__init__(known, keys)
        self._rows: Finder[tuple[int, tuple[Hashable, ...]]] = Finder(MOST, self._row)
        self._numbers: dict[tuple[Hashable, ...], int] = {}

    def forget(self) -> None:
        """Forget what was found."""
        super().forget()
        self._rows.clear()

    def read(self, entries: Sequence[Study], client: Client) -> Outcome:
        """Return what the facets came to."""
        as_of = self.keys.case.as_of
        rows = []
        for study in entries:
            status = status_of(study, as_of)
            going = ends_soon(study, as_of) if status in STUDYING else status
            abroad = study.country != HOME_COUNTRY and (client.facts.foreign_evaluation,)
            rows.append(self._rows[study.level, study.field, going, abroad])
        whole = tuple([number for number, _ in rows])
        found = self.wholes[whole]
        if found is None:
            found = self._judge([row for _, row in rows], client)
            self.wholes.put(whole, found)
        return found

    def _judge(self, rows: Sequence[tuple[Hashable, ...]], client: Client) -> Outcome:
        keys = zip(*rows, strict=True)
        told = zip(self.known, keys, strict=True)
        return sum(known.outcome(key, client, own=True)[0] for known, key in told), ()

    def _row(self, kind: Any) -> tuple[int, tuple[Hashable, ...]]:  # noqa: ANN401 - a tuple of four
        """Return what each facet makes of a kind of program, and the number of all that."""
        level, field, *others = kind
        row = []
        for known in self.known:
            fits = field_truth(known.facet.conditions[0].field, field)
            named = field if level not in AWARD_LEVELS or field not in FIELDS else None
            row.append(fits if fits is Truth.NOT_MET else (level, named, fits, *others))
        made = tuple(row)
        return self._numbers.setdefault(made, len(self._numbers)), made
