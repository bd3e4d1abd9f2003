"""What steps make of a client: each function returns an effect, in the words of the profile."""

import math
from collections.abc import Mapping
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

    def effect(client: Client, _begin: date, end: date) -> Client:
        done = replace(study, completed=end.isoformat())
        return replace(client, education=(*(client.education or ()), done))

    return effect


def finished(study: Study) -> Effect:
    """Complete, on the last day, a program that the client has begun."""

    def effect(client: Client, _begin: date, end: date) -> Client:
        done = replace(study, status="completed", expected=None, completed=end.isoformat())
        listed = tuple(done if each == study else each for each in client.education or ())
        return replace(client, education=listed)

    return effect


def holds(credential: str) -> Effect:
    """Hold a credential from the last day on, active, by a proctored exam."""

    def effect(client: Client, _begin: date, end: date) -> Client:
        held = HeldCredential(id=credential, earned=end.isoformat(), active=True, proctored=True)
        others = [each for each in client.credentials or () if each.id != credential]
        return replace(client, credentials=(*others, held))

    return effect


def worked(work: Work) -> Effect:
    """Work from the first day to the last, or on from there where it is current."""

    def effect(client: Client, begin: date, end: date) -> Client:
        last = None if work.current else end.isoformat()
        period = replace(work, from_=begin.isoformat(), to=last)
        return replace(client, work=(*(client.work or ()), period))

    return effect


def trained(training: Training) -> Effect:
    """Complete training on the last day."""

    def effect(client: Client, _begin: date, end: date) -> Client:
        done = replace(training, completed=end.isoformat())
        return replace(client, training=(*(client.training or ()), done))

    return effect


def joined(organization: str, class_: str | None) -> Effect:
    """Be a member from the last day on."""

    def effect(client: Client, _begin: date, end: date) -> Client:
        own = Membership(organization=organization, since=end.isoformat(), class_=class_)
        others = [each for each in client.memberships or () if each.organization != organization]
        return replace(client, memberships=(*others, own))

    return effect


def passed(*exams: str) -> Effect:
    """Pass exams on the last day."""

    def effect(client: Client, _begin: date, end: date) -> Client:
        done = tuple(ExamPassed(id=each, passed=end.isoformat()) for each in exams)
        return replace(client, exams=(*(client.exams or ()), *done))

    return effect


def performed(procedure: str, count: int) -> Effect:
    """Have performed a procedure so many times in all."""

    def effect(client: Client, _begin: date, _end: date) -> Client:
        return replace(client, procedures={**(client.procedures or {}), procedure: count})

    return effect


def credited(changes: Mapping[str, float], subjects: Mapping[str, float]) -> Effect:
    """Have so many college credits: in total, at graduate level, or in subjects."""

    def effect(client: Client, _begin: date, _end: date) -> Client:
        told = client.credits or Credits()
        merged = {**(told.subjects or {}), **subjects} or told.subjects
        own: dict[str, Any] = {**changes, "subjects": merged}
        least = max([*changes.values(), *subjects.values(), 0])
        if told.total is not None and told.total < least:
            own["total"] = least
        return replace(client, credits=replace(told, **own))

    return effect


def took(courses: Mapping[str, Course]) -> Effect:
    """Have taken courses in subjects; a former course in one gives way."""

    def effect(client: Client, _begin: date, _end: date) -> Client:
        return replace(client, courses={**(client.courses or {}), **courses})

    return effect


def said(**facts: Any) -> Effect:  # noqa: ANN401 - statements of any kind
    """Tell plain facts."""

    def effect(client: Client, _begin: date, _end: date) -> Client:
        return replace(client, facts=replace(client.facts, **facts))

    return effect


def told(**sections: Any) -> Effect:  # noqa: ANN401 - sections of any kind
    """Tell whole sections of the profile, such as the age."""

    def effect(client: Client, _begin: date, _end: date) -> Client:
        return replace(client, **sections)

    return effect


def both(first: Effect, second: Effect) -> Effect:
    """Do one and then the other."""

    def effect(client: Client, begin: date, end: date) -> Client:
        return second(first(client, begin, end), begin, end)

    return effect
