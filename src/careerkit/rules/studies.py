"""One program of a client held against what a condition asks of one program.

Level, field, accreditor and completion belong together: an accredited certificate and an
unaccredited degree never add up, so each program is judged whole and the best one counts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from careerkit.dates import first_day, last_day
from careerkit.model.client import Study
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import AWARD_LEVELS, DEGREES, FIELDS
from careerkit.rules.finding import Case, Reference
from careerkit.rules.kleene import Truth, all_of, truth_of

HOME_COUNTRY = "US"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One aspect of a program: what was asked of it, and what became of it.

    ``asked`` completes "is the client's program …?", ``short`` completes "the client's program …".
    """

    name: str
    truth: Truth
    asked: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How one program of the client stands to a condition."""

    study: Study
    parts: tuple[Part, ...]
    assumes: tuple[str, ...] = ()

    @property
    def truth(self) -> Truth:
        """Whether the program as a whole is what is asked."""
        return all_of(part.truth for part in self.parts)

    @property
    def closeness(self) -> tuple[bool, bool, int]:
        """Order matches: met before unknown before not met, then by parts that hold."""
        held = sum(part.truth is Truth.MET for part in self.parts)
        return self.truth is Truth.MET, self.truth is Truth.UNKNOWN, held

    def of(self, name: str) -> Truth:
        """Return the truth of one aspect."""
        return next(part.truth for part in self.parts if part.name == name)


def best_match(studies: tuple[Study, ...], judge: Callable[[Study], Match]) -> Match | None:
    """Return the program that comes closest; the first of equals, None without a program."""
    return max(map(judge, studies), key=lambda match: match.closeness, default=None)


def level_part(condition: Condition, study: Study) -> Part:
    """Judge the level of the award."""
    asked = f"at {AWARD_LEVELS.get(condition.level or '', condition.level)} level"
    return Part(
        name="level",
        truth=_level_truth(condition, study.level),
        asked=asked,
        short=f"is not {asked}",
    )


def _level_truth(condition: Condition, level: str | None) -> Truth:
    if condition.level is None:
        return Truth.MET
    if level == "unknown":
        return Truth.UNKNOWN
    gap = LEVEL_ORDER[level or "none"] - LEVEL_ORDER[condition.level]
    if gap <= 0:
        return truth_of(gap == 0)
    by_match = {"at_least": Truth.MET, "exact": Truth.NOT_MET, "unstated": Truth.UNKNOWN}
    return by_match[condition.level_match]


def field_part(condition: Condition, study: Study, reference: Reference) -> Part:
    """Judge the field, which the accreditor may tell where the client did not."""
    field = study.field or implied_field(study, reference)
    same = None if field is None else field == condition.field
    truth = Truth.MET if condition.field is None else truth_of(same)
    asked = f"in {FIELDS[condition.field]}" if condition.field else ""
    return Part(name="field", truth=truth, asked=asked, short=f"is not {asked}")


def implied_field(study: Study, reference: Reference) -> str | None:
    """Return the one field in which the program's accreditors accredit at its level, if one.

    Certificates tell nothing: bodies approve them in fields that no record lists.
    """
    if study.level not in DEGREES:
        return None
    bodies = {*(study.accredited_by or ()), *(study.approved_by or ())}
    told = [
        {
            each.field
            for each in reference.accreditors[body].accredits
            if study.level in each.levels and not _before(study, each.since)
        }
        for body in bodies
        if body in reference.accreditors
    ]
    fields = set.intersection(*filter(None, told)) if any(told) else set()
    return fields.pop() if len(fields) == 1 else None


def _before(study: Study, since: str | None) -> bool:
    return bool(since and study.completed and last_day(study.completed) < first_day(since))


def body_part(condition: Condition, bodies: tuple[str, ...] | None, asked: str) -> Part:
    """Judge who accredited or approved the program."""
    named = None if bodies is None else not set(bodies).isdisjoint(condition.accreditors)
    return Part(name="body", truth=truth_of(named), asked=asked, short=f"is not {asked}")


def completion_part(study: Study, as_of: date) -> Part:
    """Judge whether the program is completed; a program given without a status is taken to be."""
    status = status_of(study, as_of)
    done = None if status == "past_due" else status in ("completed", "assumed_completed")
    return Part(
        name="completion", truth=truth_of(done), asked="completed", short="is not completed"
    )


def status_of(study: Study, as_of: date) -> str:
    """Return the status of the program on a day.

    Beside the vocabulary: ``assumed_completed`` where nothing was said, ``expected`` where only a
    later end was told, and ``past_due`` where the program was to end before that day and nobody
    said that it did.
    """
    if study.completed:
        if first_day(study.completed) <= as_of:
            return "completed"
        return study.status if study.status in ("in_progress", "final_term") else "expected"
    if study.status is None and study.expected is None:
        return "assumed_completed"
    if study.status != "completed" and study.expected and last_day(study.expected) < as_of:
        return "past_due"
    return study.status or "expected"


def noun_of(study: Study) -> str:
    """Return the client's program in words, such as "associate program"."""
    level = AWARD_LEVELS.get(study.level or "", "")
    return f"{level} program".strip()


def questions(match: Match, condition: Condition, reference: Reference) -> Iterator[str]:
    """Ask for what is unknown of a program; a field that the accreditor would tell is not asked."""
    unknown = [part for part in match.parts if part.truth is Truth.UNKNOWN]
    if any(part.name == "body" for part in unknown) and _tells_field(condition, reference):
        unknown = [part for part in unknown if part.name != "field"]
    levels = [part for part in unknown if part.name == "level" and match.study.level != "unknown"]
    for part in levels:
        yield (
            f"Does the issuer accept {noun_of(match.study)}s where the rule says {part.asked}? "
            "The sources do not say."
        )
    asked = [part.asked for part in unknown if part not in levels]
    if asked:
        yield f"Is the client's {noun_of(match.study)} {' and '.join(asked)}?"


def _tells_field(condition: Condition, reference: Reference) -> bool:
    probe = Study(level=condition.level, accredited_by=condition.accreditors)
    return implied_field(probe, reference) == condition.field


def judged(case: Case, judge: Callable[[Study], Match]) -> tuple[Truth, Match | None]:
    """Judge every program of the client: the truth of the best one, unknown without a list."""
    studies = case.client.education
    if studies is None:
        return Truth.UNKNOWN, None
    match = best_match(studies, judge)
    return (match.truth, match) if match else (Truth.NOT_MET, None)
