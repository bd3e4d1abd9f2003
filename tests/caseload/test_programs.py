"""Programs that facets can't tell apart cost no more than one of them."""

from datetime import date

import pytest

from careerkit.caseload.cuts import Cuts
from careerkit.caseload.facets import facets_of
from careerkit.caseload.keys import Keys
from careerkit.caseload.lanes import Lanes
from careerkit.caseload.memo import Room
from careerkit.caseload.parts import Findings, Known
from careerkit.caseload.programs import DegreePart, ProgramPart
from careerkit.model.client import Client, Study
from careerkit.model.rule import Condition
from careerkit.rules.finding import Case, Reference

CASE = Case(client=Client(), as_of=date(2026, 11, 22), reference=Reference())
ACCREDITED = Condition(
    condition="program_accredited_by", field="him", level="associate", accreditors=("cahiim",)
)
RECENT = Condition(condition="program_completed", field="phlebotomy", within_years=4)
DEGREES = [
    Condition(condition="degree_at_least", level="bachelor"),
    Condition(condition="degree_at_least", level="associate", field="welding"),
]
HIM = {"level": "associate", "field": "him", "accredited_by": ("cahiim",)}


def part_of(kind, conditions):
    """Return a part over some conditions."""
    facets = facets_of(conditions)
    lanes = Lanes([{index: [*range(len(each.conditions))] for index, each in enumerate(facets)}])
    keys = Keys(Cuts(conditions, CASE.reference, CASE.as_of), CASE)
    tracks = lanes.tracks[0]
    findings = Findings(Room(100))
    known = [
        Known(index, each, keys, findings, [tracks[index]]) for index, each in enumerate(facets)
    ]
    return kind(known, keys)


def judged(part, *people):
    """Return how often a facet judged conditions, for clients of some programs each."""
    before = sum(len(each.found) for each in part.known)
    for programs in people:
        part.outcomes(Client(education=tuple(Study(**each) for each in programs)))
    return sum(len(each.found) for each in part.known) - before


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ({**HIM, "completed": "2019-05"}, {**HIM, "completed": "2020-06-01"}, 1),
        ({**HIM, "completed": "2019-05"}, {**HIM, "status": "in_progress"}, 2),
        (HIM, {**HIM, "accredited_by": ("abhes",)}, 2),
        ({**HIM, "accredited_by": ("aama",)}, {**HIM, "accredited_by": ("abhes",)}, 1),
        ({"field": "phlebotomy", "completed": "2023"}, {"field": "phlebotomy"}, 2),
        (
            {"field": "phlebotomy", "completed": "2023-01"},
            {"field": "phlebotomy", "completed": "2024-02"},
            1,
        ),
        (
            {"field": "phlebotomy", "completed": "2022-11-21"},
            {"field": "phlebotomy", "completed": "2022-11-22"},
            2,
        ),
        ({"field": "business"}, {"field": "welding"}, 0),
    ],
)
def test_programs_that_conditions_take_for_alike_are_judged_once(one, other, times):
    """A program is judged again only where a condition may find something else of it."""
    part = part_of(ProgramPart, [ACCREDITED, RECENT])
    assert judged(part, [one], [other]) == times
    assert judged(part, [one], [other]) == 0


def test_programs_that_none_asks_for_are_told_apart_by_who_accredits_them_alone():
    """However many others there are, and in which order, they are judged as one set."""
    part = part_of(ProgramPart, [ACCREDITED])
    arts = {"level": "associate", "field": "business", "accredited_by": ("cahiim",)}
    crafts = {"level": "associate", "field": "welding", "accredited_by": ("cahiim",)}
    assert judged(part, [HIM, arts], [HIM, arts, crafts], [crafts, HIM, arts]) == 1


def test_levels_are_told_apart_by_the_fields_that_are_asked_for_alone():
    """A bachelor's degree in any field that no condition names is one and the same."""
    part = part_of(DegreePart, DEGREES)
    fields = ["him", "business", "phlebotomy"]
    assert judged(part, *([{"level": "bachelor", "field": each}] for each in fields)) == 2
    assert judged(part, [{"level": "bachelor", "field": "welding"}]) == 1


@pytest.mark.parametrize("kind", [ProgramPart, DegreePart])
def test_forgetting_changes_no_outcome(kind):
    """After all is forgotten the same programs come to the same."""
    part = part_of(kind, [ACCREDITED, RECENT] if kind is ProgramPart else DEGREES)
    client = Client(education=(Study(**HIM), Study(level="bachelor", field="welding")))
    first = part.outcomes(client)
    part.forget()
    assert part.outcomes(client) == first
    assert part.outcomes(Client(education=())) == (0, ())
