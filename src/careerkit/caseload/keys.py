"""What a facet makes of a client: a key that is the same for clients who get the same findings."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from careerkit.caseload.cuts import Cuts
from careerkit.caseload.facets import Facet, is_read
from careerkit.caseload.plans import Plan
from careerkit.caseload.worked import Worked
from careerkit.model.client import Client, Statements, Study
from careerkit.rules.finding import Case
from careerkit.rules.studies import HOME_COUNTRY, STUDYING, status_of

_DATES = ("completed", "earned", "passed", "since")


class Keys:
    """Makes keys for one day; they hold for the rules whose ``cuts`` are given."""

    def __init__(self, cuts: Cuts, case: Case) -> None:
        self.cuts = cuts
        self.case = case
        """A case of the day asked about, whose client does not count."""
        self._worked = Worked(case)
        self._plans: dict[int, Plan] = {}
        self._cuts: dict[tuple[date, ...], Cuts] = {}
        self._slots: dict[type, tuple[str, ...]] = {}

    def whole(self, part: str, client: Client) -> Hashable:
        """Return all that any facet of a part reads, None where nothing was told of it."""
        return _WHOLE[part](self, client)

    def of(self, facet: Facet, entries: Sequence[Any]) -> Hashable:
        """Return what a facet makes of the entries of a list that it reads."""
        if facet.part == "work":
            return self._worked.key(self.plan(facet), entries)
        cuts = self.plan(facet).cuts
        return tuple(self._plain(entry, cuts) for entry in entries)

    def single(self, facet: Facet, client: Client) -> Hashable:
        """Return what a facet reads of a part that is no list."""
        if facet.part in _SINGLE:
            return _SINGLE[facet.part](self, facet, client)
        return self.whole(facet.part, client)

    def plan(self, facet: Facet) -> Plan:
        """Return what the conditions of a facet look at."""
        found = self._plans.get(id(facet))
        if found is None:
            found = self._plans[id(facet)] = Plan(facet, self.case)
            found.cuts = self._cuts.setdefault(tuple(found.cuts.days), found.cuts)
        return found

    def forget(self) -> None:
        """Forget what was found."""
        self._worked.forget()

    def study(self, study: Study) -> Hashable:
        """Return all of a program, its dates as places."""
        return (
            study.level,
            study.field,
            study.accredited_by,
            study.approved_by,
            study.institution_accredited,
            study.status,
            self.cuts.place(study.completed),
            self.cuts.place(study.expected),
            study.hours,
            study.years,
            study.country != HOME_COUNTRY,
        )

    def plain(self, entry: Any) -> Hashable:  # noqa: ANN401 - an entry of any part
        """Return an entry of a list, its dates as places."""
        return self._plain(entry, self.cuts)

    def _plain(self, entry: Any, cuts: Cuts) -> Hashable:  # noqa: ANN401 - an entry of any part
        kind = type(entry)
        names = self._slots.get(kind)
        if names is None:
            names = self._slots[kind] = tuple(kind.__slots__)
        return tuple(
            cuts.place(value) if name in _DATES else value
            for name in names
            for value in (getattr(entry, name),)
        )


def _list(name: str, read: Callable[[Keys, Any], Hashable]) -> Callable[[Keys, Client], Hashable]:
    def whole(keys: Keys, client: Client) -> Hashable:
        entries = getattr(client, name)
        return None if entries is None else tuple(read(keys, each) for each in entries)

    return whole


_works = _list("work", lambda _keys, work: _all_of(work))
_education = _list("education", Keys.study)


def _all_of(work: Any) -> Hashable:  # noqa: ANN401 - loaded late
    return tuple(getattr(work, name) for name in work.__slots__)


def _procedures(_keys: Keys, client: Client) -> Hashable:
    return None if client.procedures is None else tuple(sorted(client.procedures.items()))


_STATEMENTS = attrgetter(*Statements.__slots__)


def _facts(_keys: Keys, client: Client) -> Hashable:
    told: Hashable = _STATEMENTS(client.facts)
    return told


def _college(_keys: Keys, client: Client) -> Hashable:
    told = client.credits
    amounts = told and (told.total, told.graduate, _items(told.subjects))
    taken = (client.courses or {}).items()
    courses = {name: (each.credits, each.hours, each.grade) for name, each in taken}
    return amounts, client.courses is None, _items(courses)


def _items(told: Mapping[str, Any] | None) -> Hashable:
    return None if told is None else tuple(sorted(told.items()))


def _study_abroad(keys: Keys, client: Client) -> Hashable:
    told, listed = client.facts, client.education
    abroad = [keys.study(each) for each in listed or () if each.country != HOME_COUNTRY]
    return told.foreign_reciprocity, told.foreign_evaluation, listed is None, *abroad


def _on_the_way(keys: Keys, client: Client) -> Hashable:
    listed = client.education
    going = [
        (each.level, each.status, keys.cuts.place(each.completed), keys.cuts.place(each.expected))
        for each in listed or ()
        if each.level in {"grade_8", "unknown"}
        or status_of(each, keys.case.as_of) in {*STUDYING, "past_due"}
    ]
    return client.facts.high_school_days_left, listed is None, *going


_WHOLE: dict[str, Callable[[Keys, Client], Hashable]] = {
    "abroad": _study_abroad,
    "age": lambda _keys, client: client.age,
    "college": _college,
    "credentials": _list("credentials", Keys.plain),
    "exams": _list("exams", Keys.plain),
    "facts": _facts,
    "memberships": _list("memberships", Keys.plain),
    "military": _list("military", Keys.plain),
    "procedures": _procedures,
    "pursuit": _on_the_way,
    "state": lambda _keys, client: client.state,
    "training": _list("training", Keys.plain),
    "work_after": lambda keys, client: (_works(keys, client), _education(keys, client)),
}


def _one_procedure(_keys: Keys, facet: Facet, client: Client) -> Hashable:
    told = client.procedures
    return None if told is None else told.get(str(facet.about), 0)


def _work_since(_keys: Keys, facet: Facet, client: Client) -> Hashable:
    read = [_all_of(each) for each in client.work or () if is_read(facet, each)]
    if not read:
        return client.work is None
    return tuple(read), client.education


_SINGLE: dict[str, Callable[[Keys, Facet, Client], Hashable]] = {
    "facts": lambda _keys, facet, client: getattr(client.facts, str(facet.about)),
    "procedures": _one_procedure,
    "work_after": _work_since,
}
