"""Match one program of a client against a condition on one program.

Level, field, accreditor and completion belong together: an accredited certificate and an
unaccredited degree never add up, so each program is judged whole and the best one counts.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from careerkit.dates import date_in_words, first_day, last_day
from careerkit.model.client import Study
from careerkit.model.fields import is_study_within, study_name
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import AWARD_LEVELS, DEGREES, FIELDS
from careerkit.rules.result import Reference
from careerkit.rules.three_valued import Truth, all_of, any_of, truth_of
from careerkit.rules.time_limits import when_completed, when_done, window
from careerkit.words import counted, join

HOME_COUNTRY = "US"
SCHOOLING = ("none", "grade_8", "high_school", "some_college")
"""Levels that are no program in a field unless the client names one."""
NO_STUDY = Study()
"""An empty program, to word what a condition asks of one."""
ENROLLED = ("in_progress", "final_term")
"""The statuses of a client for study in progress."""
STUDYING = (*ENROLLED, "expected")
"""The statuses of ``status_of`` for study in progress."""
UNFINISHED = (*STUDYING, "past_due")
"""Also study that should have ended by now, but that the client does not call completed."""
_NO_WINDOW = Condition(condition="program_completed")


class Part(NamedTuple):
    """One aspect of a program: what the condition asks of it, and whether it is met.

    ``asked`` completes "is the client's program …?", ``short`` completes "the client's program …".
    """

    name: str
    truth: Truth
    asked: str = ""
    short: str = ""


class Match(NamedTuple):
    """One program of the client, judged against a condition."""

    study: Study
    parts: tuple[Part, ...]
    assumes: tuple[str, ...] = ()

    @property
    def truth(self) -> Truth:
        """Whether the program as a whole meets the condition."""
        return all_of(part.truth for part in self.parts)

    @property
    def closeness(self) -> tuple[bool, bool, int]:
        """Order matches: met before unknown before not met, then by parts that hold."""
        held = sum(part.truth is Truth.MET for part in self.parts)
        return self.truth is Truth.MET, self.truth is Truth.UNKNOWN, held

    def of(self, name: str) -> Truth:
        """Return the truth of one aspect."""
        return next(part.truth for part in self.parts if part.name == name)


def level_part(condition: Condition, study: Study) -> Part:
    """Judge the level of the award."""
    level = condition.level
    asked = f"at {AWARD_LEVELS.get(level, level)} level" if level else ""
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
    above = LEVEL_ORDER[level or "none"] - LEVEL_ORDER[condition.level]
    if above <= 0:
        return truth_of(above == 0)
    higher = truth_of(not is_no_degree_itself(condition, level))
    by_match = {"at_least": higher, "exact": Truth.NOT_MET, "unstated": Truth.UNKNOWN}
    return by_match[condition.level_match]


def is_no_degree_itself(condition: Condition, level: str | None) -> bool:
    """Tell whether a level is a certificate, while the condition asks for a degree of some kind.

    A certificate after a degree implies some degree, but not one in the same field or with the same
    accreditor.
    """
    of_a_kind = condition.field or condition.accreditors
    return bool(of_a_kind) and condition.level in DEGREES and level not in (*DEGREES, "unknown")


def field_part(condition: Condition, study: Study, reference: Reference) -> Part:
    """Judge the field, which the accreditor may imply if the client names none."""
    field = study.field or implied_field(study, reference)
    truth = field_truth(condition.field, field)
    if field is None and condition.field and study.level in SCHOOLING:
        truth = Truth.NOT_MET
    asked = f"in {FIELDS[condition.field]}" if condition.field else ""
    if asked and field and field not in FIELDS:
        asked += f" (told: '{field}')"
    return Part(name="field", truth=truth, asked=asked, short=f"is not {asked}")


def field_truth(required: str | None, field: str | None) -> Truth:
    """Tell whether a field is the required one or lies within it.

    It is unknown if the client's field is wider, is free text, or was not given.
    """
    if required is None or (field and is_study_within(field, required)):
        return Truth.MET
    is_open = field is None or field not in FIELDS or is_study_within(required, field)
    return Truth.UNKNOWN if is_open else Truth.NOT_MET


def implied_field(study: Study, reference: Reference) -> str | None:
    """Return the field in which the accreditors accredit at the program's level, if only one.

    Certificates imply none: bodies approve them in fields that no record lists.
    """
    if study.level not in DEGREES:
        return None
    bodies = {*(study.accredited_by or ()), *(study.approved_by or ())}
    by_body = [
        {
            scope.field
            for scope in reference.accreditors[body].accredits
            if study.level in scope.levels and not _before(study, scope.since)
        }
        for body in bodies
        if body in reference.accreditors
    ]
    fields = set.intersection(*filter(None, by_body)) if any(by_body) else set()
    return fields.pop() if len(fields) == 1 else None


def _before(study: Study, since: str | None) -> bool:
    return bool(since and study.completed and last_day(study.completed) < first_day(since))


def body_part(condition: Condition, asked: str, *lists: tuple[str, ...] | None) -> Part:
    """Judge who accredited or approved the program, by one or several lists of bodies."""
    truth = any_of(
        truth_of(None if bodies is None else not set(bodies).isdisjoint(condition.accreditors))
        for bodies in lists
    )
    return Part(name="body", truth=truth, asked=asked, short=f"is not {asked}")


def approval_part(condition: Condition, asked: str, study: Study, reference: Reference) -> Part:
    """Judge who approved the program; a body that accredits it approves it.

    Bodies that accredit no award, such as a state, only approve: if the client says who approves,
    nothing is left to ask.
    """
    accredited = study.accredited_by
    if study.approved_by is not None and not _accredits(condition, reference):
        accredited = accredited or ()
    return body_part(condition, asked, study.approved_by, accredited)


def _accredits(condition: Condition, reference: Reference) -> bool:
    known = [reference.accreditors.get(body) for body in condition.accreditors]
    return any(body is None or any(scope.levels for scope in body.accredits) for body in known)


def school_part(condition: Condition, study: Study) -> Part:
    """Judge whether the school is accredited, which a rule may assume."""
    asked = "at an accredited institution" if condition.institution_accredited else ""
    accredited = study.institution_accredited if asked else True
    truth = truth_of(True if is_school_assumed(condition, study) else accredited)
    return Part(name="institution", truth=truth, asked=asked, short=f"was not {asked}")


def is_school_assumed(condition: Condition, study: Study) -> bool:
    """Tell whether a rule assumes that the school is accredited, as the client does not say."""
    wanted = condition.institution_accredited and condition.school_assumed
    return wanted and study.institution_accredited is None


def completion_part(study: Study, as_of: date, condition: Condition = _NO_WINDOW) -> Part:
    """Judge whether the program is completed, and when, if the condition asks.

    Without a status it is assumed to be completed.
    """
    status = status_of(study, as_of)
    done = None if status == "past_due" else status in ("completed", "assumed_completed")
    asked = f"completed{completed_when(condition)}"
    dated = when_done(study.completed, condition, as_of), when_completed(study.completed, condition)
    truth = all_of((truth_of(done), *dated))
    return Part(name="completion", truth=truth, asked=asked, short=f"is not {asked}")


def completed_when(condition: Condition) -> str:
    """Return when a program must have been completed, such as " in the last 5 years", or ""."""
    before, after = condition.completed_before, condition.completed_after
    bounds = [window(condition).strip()]
    bounds += [f"before {date_in_words(before)}"] if before else []
    bounds += [f"after {date_in_words(after)}"] if after else []
    text = " and ".join(filter(None, bounds))
    return f" {text}" if text else ""


def length_part(condition: Condition, study: Study) -> Part:
    """Judge how long the program is, in clock hours and in years."""
    truths, words = [], []
    for least, length, unit in (
        (condition.hours, study.hours, "hour"),
        (condition.years, study.years, "year"),
    ):
        if least:
            truths.append(truth_of(None if length is None else length >= least))
            words.append(counted(least, unit))
    long = f"at least {' and '.join(words)} long"
    return Part(
        name="length", truth=all_of(truths), asked=long if words else "", short=f"is not {long}"
    )


def status_of(study: Study, as_of: date) -> str:
    """Return the status of the program on a day.

    Beside the vocabulary: ``assumed_completed`` without status and dates, ``expected`` with only a
    later end, and ``past_due`` if it was to end before that day and the client does not say that it
    did.
    """
    if study.completed:
        if first_day(study.completed) <= as_of:
            return "completed"
        return study.status if study.status in ENROLLED else "expected"
    if study.status is None and study.expected is None:
        return "assumed_completed"
    if study.status != "completed" and study.expected and last_day(study.expected) < as_of:
        return "past_due"
    return study.status or "expected"


def noun_of(study: Study) -> str:
    """Return the client's program in words: "associate program", or "program in welding"."""
    level = AWARD_LEVELS.get(study.level or "", "")
    field = f" in {study_name(study.field)}" if study.field and not level else ""
    return f"{level} program{field}".strip()


def questions(match: Match, condition: Condition, reference: Reference) -> Iterator[str]:
    """Ask for what is unknown of a program, but not for a field that the accreditor will imply."""
    unknown = [part for part in match.parts if part.truth is Truth.UNKNOWN]
    no_field = match.study.field is None and any(part.name == "body" for part in unknown)
    if no_field and _implies_field(condition, reference):
        unknown = [part for part in unknown if part.name != "field"]
    levels = [part for part in unknown if part.name == "level" and match.study.level != "unknown"]
    for part in levels:
        yield (
            f"Does the issuer accept {noun_of(match.study)}s where the rule says {part.asked}? "
            "The sources do not say."
        )
    others = [part.asked for part in unknown if part not in levels]
    if others:
        yield f"Is the client's {noun_of(match.study)} {join(others)}?"


def _implies_field(condition: Condition, reference: Reference) -> bool:
    probe = Study(level=condition.level, accredited_by=condition.accreditors)
    return implied_field(probe, reference) == condition.field


def best_of(matches: Sequence[Match]) -> Match | None:
    """Return the program that comes closest; the first of equals, None without a program."""
    return max(matches, key=lambda match: match.closeness, default=None)
