"""What a step changes in a client's facts: each function returns an effect."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from careerkit.model.client import Client, Credits, HeldCredential, Study
from careerkit.model.entries import Course, ExamPassed, Membership, Training, Work
from careerkit.pathways.step import Effect
from careerkit.rules.result import USUAL_HOURS_A_YEAR

HOURS_A_MONTH = USUAL_HOURS_A_YEAR / 12
"""The hours that full-time work and training usually have in a month."""


def months_of_hours(hours: float) -> int:
    """Return how many months so many hours take full-time, rounded up."""
    return math.ceil(round(hours / HOURS_A_MONTH, 3))


def studied(study: Study) -> Effect:
    """Complete a further program on the last day."""
    return _added("education", lambda _, end: replace(study, completed=end.isoformat()))


def finished(study: Study) -> Effect:
    """Complete, on the last day, a program that the client has begun."""

    def effect(client: Client, _begin: date, end: date) -> Client:
        done = replace(study, status="completed", expected=None, completed=end.isoformat())
        programs = client.education or ()
        return replace(client, education=tuple(done if p == study else p for p in programs))

    return effect


def holds(credential: str) -> Effect:
    """Hold a credential from the last day on, active, by a proctored exam."""

    def held(_: date, end: date) -> HeldCredential:
        return HeldCredential(id=credential, earned=end.isoformat(), active=True, proctored=True)

    return _added("credentials", held, lambda entry: entry.id == credential)


def worked(work: Work) -> Effect:
    """Work from the first day to the last, or on from there where it is current."""

    def period(begin: date, end: date) -> Work:
        last = None if work.current else end.isoformat()
        return replace(work, from_=begin.isoformat(), to=last)

    return _added("work", period)


def trained(training: Training) -> Effect:
    """Complete training on the last day."""
    return _added("training", lambda _, end: replace(training, completed=end.isoformat()))


def joined(organization: str, class_: str | None) -> Effect:
    """Be a member from the last day on."""

    def membership(_: date, end: date) -> Membership:
        return Membership(organization=organization, since=end.isoformat(), class_=class_)

    return _added("memberships", membership, lambda entry: entry.organization == organization)


def passed(*exams: str) -> Effect:
    """Pass exams on the last day."""

    def effect(client: Client, _begin: date, end: date) -> Client:
        done = tuple(ExamPassed(id=exam, passed=end.isoformat()) for exam in exams)
        return replace(client, exams=(*(client.exams or ()), *done))

    return effect


def performed(procedure: str, count: int) -> Effect:
    """Have performed a procedure so many times in all."""
    return _merged("procedures", {procedure: count})


def credited(changes: Mapping[str, float], subjects: Mapping[str, float]) -> Effect:
    """Have so many college credits: in total, at graduate level, or in subjects."""

    def effect(client: Client, _begin: date, _end: date) -> Client:
        before = client.credits or Credits()
        merged = {**(before.subjects or {}), **subjects} or before.subjects
        own: dict[str, Any] = {**changes, "subjects": merged}
        least = max([*changes.values(), *subjects.values(), 0])
        if before.total is not None and before.total < least:
            own["total"] = least
        return replace(client, credits=replace(before, **own))

    return effect


def took(courses: Mapping[str, Course]) -> Effect:
    """Have taken courses in subjects; a former course in one gives way."""
    return _merged("courses", courses)


def stated(**facts: Any) -> Effect:  # noqa: ANN401 - statements of any kind
    """Have plain facts, such as ``cpr_current=True``."""
    return lambda client, _begin, _end: replace(client, facts=replace(client.facts, **facts))


def changed(**sections: Any) -> Effect:  # noqa: ANN401 - sections of any kind
    """Have whole sections of the profile, such as the age."""
    return lambda client, _begin, _end: replace(client, **sections)


def both(first: Effect, second: Effect) -> Effect:
    """Do one and then the other."""
    return lambda client, begin, end: second(first(client, begin, end), begin, end)


def _added(
    section: str,
    entry_of: Callable[[date, date], Any],
    gives_way: Callable[[Any], bool] = lambda _: False,
) -> Effect:
    def effect(client: Client, begin: date, end: date) -> Client:
        kept = (entry for entry in getattr(client, section) or () if not gives_way(entry))
        sections: dict[str, Any] = {section: (*kept, entry_of(begin, end))}
        return replace(client, **sections)

    return effect


def _merged(section: str, values: Mapping[str, Any]) -> Effect:
    def effect(client: Client, _begin: date, _end: date) -> Client:
        sections: dict[str, Any] = {section: {**(getattr(client, section) or {}), **values}}
        return replace(client, **sections)

    return effect
