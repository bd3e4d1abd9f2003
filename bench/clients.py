"""Varied clients, drawn at random from a seed: as profiles, and as the rows of a caseload.

    python bench/clients.py 10000 > clients.csv
    python bench/clients.py --ordinary 300 > office.csv

No two draws hang on each other, so these clients are more varied than those of any office. Nine of
ten tell of one to three programs: any of seven levels and of all fields of study, accredited by one
of all bodies on record, by none, or not told; most completed on some day of the last ten years,
others in progress or in their final term; a few abroad. Seven of ten tell of work: none to three
spells in all fields of work, as years, months or hours, or from one month to another, or going on.
Fewer tell of credentials held (of all on record), of training, memberships, exams, procedures,
credits, military schools and statements; a fifth each leave out the age and the state.

``--ordinary`` clients are those of an office: a program or two, most of them completed in some
month, a job or two told by years or from one month to another, few words for both, and now and then
a credential that is common.
"""

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple, TextIO

from careerkit.api import open_catalog
from careerkit.model.client_vocabulary import (
    EXAMS,
    PROCEDURES,
    STATES,
    TRAINING_SUBJECTS,
    WORK_FIELDS,
)
from careerkit.model.vocabulary import FIELDS

Profile = dict[str, Any]
"""The facts of a client under the keys of a profile, and the ``client``'s name."""

AS_OF = date(2026, 11, 30)
"""The day asked about: the last of a month, so that those who count whole months can follow."""
SEED = 20261130
YEARS = 10
"""How far back things go."""
MONTH = len("2026-11")
"""So much of a day tells its month."""
LEVELS = (
    *("high_school", "some_college", "certificate", "associate", "bachelor", "master"),
    "doctorate",
)
SCHOOLING = LEVELS[:2]
STATEMENTS = ("background_check", "cpr_current", "foreign_reciprocity", "practicum")
COLUMNS = (
    *("client", "age", "state", "degree", "field", "accredited", "status", "completed"),
    *("expected", "country", "study", "work", "holds", "training", "member", "exam"),
    *("procedure", "credits", "military", "facts"),
)
_UNITS = {"years": "y", "months": "m", "hours": "h"}
_NAMES = {"level": "degree", "accredited_by": "accredited"}


class Words(NamedTuple):
    """The words that clients are made of; one that is there twice is drawn twice as often."""

    fields: Sequence[str]
    bodies: Sequence[str]
    work: Sequence[str]
    credentials: Sequence[str]
    subjects: Sequence[str]
    members: Sequence[str]


def all_words() -> Words:
    """Return the vocabularies, and the ids of the records."""
    store = open_catalog().store
    return Words(
        fields=list(FIELDS),
        bodies=sorted(store.ids("accreditor")),
        work=list(WORK_FIELDS),
        credentials=sorted(store.ids("credential")),
        subjects=list(TRAINING_SUBJECTS),
        members=sorted(store.ids("issuer")),
    )


class Clients:
    """Draws clients made of ``words``, the same ones again for the same ``seed``."""

    def __init__(self, words: Words, seed: int = SEED) -> None:
        self._words = words
        self._random = Random(seed)  # noqa: S311 - nothing is kept secret

    def profile(self, name: str) -> Profile:
        """Return the next client, under a name."""
        choice, below, words = self._random.choice, self._random.randrange, self._words
        drawn: Profile = {
            "age": self._told(0.8, lambda: below(16, 70)),
            "state": self._told(0.8, lambda: choice(list(STATES))),
            "education": self._listed(0.9, (1, 1, 1, 2, 3), self._study),
            "work": self._listed(0.7, (0, 1, 1, 2, 3), self._work),
            "credentials": self._listed(0.5, (0, 0, 1, 1, 2), self._held),
            "training": self._listed(0.3, (0, 1, 1, 2), self._training),
            "memberships": self._listed(0.2, (0, 1), self._membership),
            "exams": self._listed(0.1, (0, 1), lambda: {"id": choice(list(EXAMS))}),
            "procedures": self._told(0.1, lambda: {choice(list(PROCEDURES)): below(5, 120, 5)}),
            "credits": self._told(0.2, lambda: {"total": below(6, 180, 3)}),
            "military": self._listed(0.05, (0, 1), lambda: {"field": choice(words.fields)}),
            "facts": {fact: choice((True, False)) for fact in STATEMENTS if self._happens(0.2)},
        }
        return {"client": name} | {key: value for key, value in drawn.items() if value is not None}

    def _happens(self, share: float) -> bool:
        return self._random.random() < share

    def _told(self, share: float, draw: Callable[[], Any]) -> Any:  # noqa: ANN401 - any fact
        return draw() if self._happens(share) else None

    def _listed(
        self, share: float, counts: Sequence[int], draw: Callable[[], Profile]
    ) -> list[Profile] | None:
        if not self._happens(share):
            return None
        entries = [draw() for _ in range(self._random.choice(counts))]
        # A credential is held once; what has no id may be there again.
        return list({entry.get("id", at): entry for at, entry in enumerate(entries)}.values())

    def _study(self) -> Profile:
        study: Profile = {"level": self._random.choice(LEVELS)}
        if study["level"] not in SCHOOLING:
            study["field"] = self._random.choice(self._words.fields)
            if self._happens(0.6):
                body = self._random.choice(self._words.bodies)
                study["accredited_by"] = [] if self._happens(1 / 6) else [body]
        if self._happens(0.8):
            study["completed"] = self._day() if self._happens(0.75) else self._day()[:MONTH]
        elif self._happens(0.75):
            ends = AS_OF + timedelta(self._random.randrange(31, 700))
            study["status"] = self._random.choice(("in_progress", "final_term"))
            study["expected"] = ends.isoformat()
        if self._happens(0.04):
            study["country"] = self._random.choice(("CA", "GB", "IN", "PH"))
        return study

    def _work(self) -> Profile:
        work: Profile = {"field": self._random.choice(self._words.work)}
        work |= self._amount() if self._happens(0.5) else self._dates()
        for manner in ("full_time", "paid"):
            if self._happens(0.4):
                work[manner] = self._happens(0.8)
        return work

    def _amount(self) -> Profile:
        below = self._random.randrange
        amounts = {"years": below(1, 13), "months": below(1, 90), "hours": below(100, 6000, 50)}
        unit = self._random.choice(list(amounts))
        return {unit: amounts[unit]}

    def _dates(self) -> Profile:
        begin, end = sorted((self._day()[:MONTH], self._day()[:MONTH]))
        if self._happens(0.7):
            return {"from": begin, "to": end}
        months = (AS_OF.year - int(begin[:4])) * 12 + AS_OF.month - int(begin[5:])
        if months and self._happens(0.3):
            return {"from": begin, "months": self._random.randint(1, months)}
        return {"from": begin}

    def _held(self) -> Profile:
        held = {"id": self._random.choice(self._words.credentials), "earned": self._day()}
        return held | ({"active": True} if self._happens(0.5) else {})

    def _training(self) -> Profile:
        hours = self._random.randrange(5, 400, 5)
        return {"subject": self._random.choice(self._words.subjects), "hours": hours}

    def _membership(self) -> Profile:
        return {"organization": self._random.choice(self._words.members), "since": self._day()}

    def _day(self) -> str:
        return (AS_OF - timedelta(self._random.randrange(365 * YEARS))).isoformat()


COMMON = Words(
    fields=("him", "business", "medical_assisting", "registered_nursing", "welding"),
    bodies=("cahiim", "caahep", "abhes"),
    work=("medical_coding", "medical_assisting", "human_resources", "patient_care", "other"),
    credentials=("ahima-rhit", "ahima-cca", "nha-ccma", "rn-license"),
    subjects=(),
    members=(),
)


class Ordinary(Clients):
    """Draws clients of an office, of ``COMMON`` words."""

    def profile(self, name: str) -> Profile:
        """Return the next client, under a name."""
        drawn: Profile = {
            "age": self._told(0.8, lambda: self._random.randrange(18, 60)),
            "state": self._told(0.9, lambda: self._random.choice(("OH", "OH", "TX", "PA"))),
            "education": self._listed(0.95, (1, 1, 2), self._study),
            "work": self._listed(0.8, (1, 1, 2), self._work),
            "credentials": self._listed(0.5, (0, 0, 1), self._held),
        }
        return {"client": name} | {key: value for key, value in drawn.items() if value is not None}

    def _amount(self) -> Profile:
        return {"years": self._random.randrange(1, 9)}

    def _day(self) -> str:
        return super()._day()[:MONTH]


def cells(profile: Mapping[str, Any]) -> dict[str, str]:
    """Return the cells of a client's row, by column."""
    own, *others = profile.get("education") or [{}]
    row = {name: str(profile.get(name, "")) for name in ("client", "age", "state")}
    row |= dict(map(_of_study, own.items()))
    row["study"] = "; ".join(
        ",".join(f"{name}={text}" for name, text in map(_of_study, study.items()))
        for study in others
    )
    for column, key, head in (
        ("work", "work", "field"),
        ("holds", "credentials", "id"),
        ("training", "training", "subject"),
        ("member", "memberships", "organization"),
        ("exam", "exams", "id"),
        ("military", "military", "field"),
    ):
        if key in profile:
            row[column] = "; ".join(_compact(entry, head) for entry in profile[key]) or "none"
    for column in ("procedure", "credits", "facts"):
        pairs = profile.get("procedures" if column == "procedure" else column) or {}
        row[column] = "; ".join(f"{name}={_said(value)}" for name, value in pairs.items())
    return row


def _of_study(fact: tuple[str, Any]) -> tuple[str, str]:
    key, value = fact
    text = ("+".join(value) or "none") if isinstance(value, list) else value
    return _NAMES.get(key, key), text


def _compact(entry: Mapping[str, Any], head: str) -> str:
    """Return an entry as one text: what it is of, its amount, and the rest."""
    amount = "".join(f":{entry[unit]}{_UNITS[unit]}" for unit in _UNITS if unit in entry)
    rest = (f"{key}={_said(entry[key])}" for key in entry if key != head and key not in _UNITS)
    return ",".join([f"{entry[head]}{amount}", *rest])


def _said(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def write(profiles: Iterable[Profile], stream: TextIO) -> None:
    """Write profiles as a caseload."""
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(cells, profiles))


def drawn(
    count: int, words: Words, seed: int = SEED, kind: type[Clients] = Clients
) -> Iterable[Profile]:
    """Yield that many clients, named by number."""
    clients = kind(words, seed)
    return (clients.profile(f"c{number:06d}") for number in range(count))


def main() -> None:
    """Write a caseload to the standard output."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--ordinary", action="store_true", help="clients of an office")
    options = parser.parse_args()
    words, kind = (COMMON, Ordinary) if options.ordinary else (all_words(), Clients)
    write(drawn(options.count, words, options.seed, kind), sys.stdout)


if __name__ == "__main__":
    main()
