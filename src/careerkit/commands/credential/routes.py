"""Draws the routes to a credential as trees of requirements, open routes first."""

from collections.abc import Iterator

from careerkit.commands.credential.answer import RequirementItem, RouteItem
from careerkit.model.vocabulary import CONFIDENCE
from careerkit.render.page import Block, Bullets, Cell, Citations, Heading, Pairs, Prose
from careerkit.render.words import when
from careerkit.words import sentence

_BEFORE = {
    "award": "Before the credential is awarded:",
    "license": "Before the license is issued:",
}
_HISTORY = {"not_yet_open": "Routes not yet open", "closed": "Closed routes (history)"}


def routes(items: tuple[RouteItem, ...], day: str, cite: Citations) -> Iterator[Block]:
    """Yield the routes that are open on a day (ISO), and apart from them those that are not."""
    current = [route for route in items if route.status == "open"]
    yield Heading("Routes: any one is enough" if current[1:] else "Route")
    if not current:
        yield Prose(f"No route is open on {when(day)}.")
    for number, route in enumerate(current, 1):
        yield from _route(route, f"{number}. " if current[1:] else "", cite)
    for status, heading in _HISTORY.items():
        others = [route for route in items if route.status == status]
        if others:
            yield Heading(heading)
        for route in others:
            yield from _route(route, "", cite)


def _route(route: RouteItem, number: str, cite: Citations) -> Iterator[Block]:
    facts = ", ".join(fact for fact in (CONFIDENCE[route.confidence], _time(route)) if fact)
    marks = cite.mark(*route.sources)
    yield Prose(f"{number}{route.label} ({facts}) {marks}".rstrip(), "strong")
    yield Bullets([*_rule(route)])
    remarks = (("Effect", route.effect), ("Note", route.note))
    if rows := [(label, sentence(text)) for label, text in remarks if text]:
        yield Pairs(rows)


def _time(route: RouteItem) -> str:
    """Say since when and until when a route is open, seen from the day of the answer."""
    begins, ends = route.valid_from, route.valid_until
    verbs = {"open": "open since", "closed": "open from", "not_yet_open": "opens"}
    begun = f"{verbs[route.status]} {when(begins)}" if begins else "open"
    return f"{begun} until {when(ends)}" if ends else begun if begins else ""


def _rule(route: RouteItem) -> Iterator[tuple[int, Cell]]:
    """Yield the requirements before the exam, then those of later stages under a line of their own.

    The outermost "all of" gets no line.
    """
    rule = route.requires
    parts = rule.conditions if rule.condition == "all_of" and rule.conditions else (rule,)
    if all(part.stage in _BEFORE for part in parts):
        yield 0, "To sit: nothing, anyone may"
    for part in parts:
        if part.stage not in _BEFORE:
            yield from _tree(part, 0, route.confidence)
    for stage, words in _BEFORE.items():
        later = [part for part in parts if part.stage == stage]
        if later:
            yield 0, words
        for part in later:
            yield from _tree(part, 1, route.confidence)


def _tree(item: RequirementItem, depth: int, usual: str) -> Iterator[tuple[int, Cell]]:
    """Yield a requirement and its parts, with its confidence if that is not the ``usual``."""
    text = sentence(item.requirement)
    if item.conditions:
        number = f" {len(item.conditions)}" if item.condition == "at_least" else ""
        text += f" these{number}:"
    if item.confidence not in (None, usual):
        text += f" ({CONFIDENCE[item.confidence]})"
    yield depth, text
    for part in item.conditions:
        yield from _tree(part, depth + 1, usual)
