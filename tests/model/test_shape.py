"""The shape of a record, read from its annotations."""

import dataclasses
from dataclasses import dataclass
from typing import NamedTuple, get_args

import pytest

from careerkit.model import types
from careerkit.model.career import Career, Outlook, Requirements, newest_outlook, newest_wage
from careerkit.model.client import Client, Statements, Study
from careerkit.model.credential import Exam, Route
from careerkit.model.entries import Course, Membership, Work
from careerkit.model.kinds import KINDS
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.model.shape import Shape, attribute_of, key_of, record_shape, slots_of
from careerkit.model.source import Source
from careerkit.model.types import Constraint, Count, CourseSubject, IssuerId, Procedure, Soc

RECORDS = [*(kind.record for kind in KINDS.values()), Client]


def classes_within(record):
    """Return a record's class and every class that its fields lead to."""
    found, open_ = set(), [record]
    while open_:
        cls = open_.pop()
        if cls in found:
            continue
        found.add(cls)
        for slot in slots_of(cls).values():
            inner = slot.item or slot
            if inner.form == "record":
                open_.append(inner.record)
            open_.extend(member for _, member in inner.choices)
    return found


CLASSES = sorted(set().union(*map(classes_within, RECORDS)), key=lambda cls: cls.__name__)


@pytest.mark.parametrize("cls", CLASSES)
def test_every_class_is_frozen_slotted_and_keyword_only(cls):
    """Records cannot be changed, grow no fields and are made by name.

    A condition keeps what it is not told in its class, and so has no slots.
    """
    assert cls.__dataclass_params__.frozen
    assert "__slots__" in vars(cls) or cls is Condition
    assert all(field.kw_only for field in dataclasses.fields(cls))


@pytest.mark.parametrize("cls", CLASSES)
def test_slots_are_the_fields_in_their_order(cls):
    """Every field has a shape that says enough to read it."""
    slots = slots_of(cls)
    assert [field.name for field in dataclasses.fields(cls)] == [attribute_of(key) for key in slots]
    for slot in slots.values():
        assert (slot.form in {"list", "mapping"}) == (slot.item is not None)
        assert (slot.form == "mapping") == (slot.key is not None)
        assert (slot.form == "choice") == bool(slot.choices)
        assert (slot.form == "record") == dataclasses.is_dataclass(slot.record)
        assert slot.scalar in (str, int, float, bool)


def constraint_of(alias):
    """Return the constraint of an annotated alias."""
    return get_args(alias)[1]


def scalar(alias=None, kind=str, **more):
    """Return the shape of a scalar, with the constraint of an alias."""
    return Shape("scalar", kind, constraint_of(alias) if alias else None, **more)


CHOICES = (("condition", Condition), ("all_of", AllOf), ("any_of", AnyOf), ("at_least", AtLeast))


@pytest.mark.parametrize(
    ("record", "key", "shape"),
    [
        (Career, "soc", scalar(Soc, required=True)),
        (Outlook, "employment_base", scalar(Count, int)),
        (Career, "title", scalar(required=True)),
        (Source, "approximate", scalar(kind=bool)),
        (Exam, "open_book", scalar(kind=bool)),
        (Career, "aka", Shape("list", item=scalar())),
        (Career, "outlook", Shape("list", item=record_shape(Outlook))),
        (Client, "education", Shape("list", item=record_shape(Study))),
        (AtLeast, "at_least", Shape("record", record=Counted, required=True)),
        (Client, "facts", Shape("record", record=Statements)),
        (Client, "procedures", Shape("mapping", key=scalar(Procedure), item=scalar(Count, int))),
        (Client, "courses", Shape("mapping", key=scalar(CourseSubject), item=record_shape(Course))),
        (Route, "requires", Shape("choice", choices=CHOICES, required=True)),
        (Membership, "organization", scalar(IssuerId, required=True)),
    ],
)
def test_a_field_has_the_shape_of_its_annotation(record, key, shape):
    """An alias has a constraint, None or a default is optional, a union is told by first fields."""
    assert slots_of(record)[key] == shape


def test_the_shape_of_a_record_names_its_class_and_is_read_once():
    """Asking again returns the same slots."""
    assert Shape(form="record", record=Career) == record_shape(Career)
    assert slots_of(Career) is slots_of(Career)


def test_a_field_named_after_a_word_of_python_has_the_word_for_its_key():
    """The underscore that Python needs is not part of the key."""
    assert {"from", "to"} < set(slots_of(Work))
    assert "class" in slots_of(Membership)
    for key, name in (("from", "from_"), ("class", "class_"), ("to", "to"), ("note", "note")):
        assert (attribute_of(key), key_of(name)) == (name, key)


def test_one_field_may_stand_for_a_record():
    """A record says which of its fields may be given alone."""
    assert record_shape(Membership).bare == "organization"
    assert record_shape(Work).bare == ""


def test_a_name_in_quotes_is_looked_up():
    """A class that is annotated before it exists has the same shape as one that exists."""
    rule = slots_of(Route)["requires"]
    for slot in (slots_of(AllOf)["all_of"], slots_of(Counted)["of"]):
        assert rule._replace(required=False) == slot.item


def test_what_has_a_default_need_not_be_given():
    """A default, or a factory of one, makes a field optional."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Example:
        needed: str
        fixed: str = "x"
        made: tuple[str, ...] = dataclasses.field(default_factory=tuple)
        empty: str | None = None

    assert {name: slot.required for name, slot in slots_of(Example).items()} == {
        "needed": True,
        "fixed": False,
        "made": False,
        "empty": False,
    }


CONSTRAINTS = {
    name: constraint_of(alias)
    for name, alias in vars(types).items()
    if len(get_args(alias)) == 2 and isinstance(get_args(alias)[1], Constraint)
}


@pytest.mark.parametrize("constraint", CONSTRAINTS.values(), ids=list(CONSTRAINTS))
def test_a_constraint_is_of_one_sort(constraint):
    """A constraint has a name, and at most one of words, a pattern, a reference and a date."""
    assert constraint.what
    sorts = (constraint.values, constraint.pattern, constraint.refers_to, constraint.date)
    assert sum(map(bool, sorts)) <= 1


def test_references_name_kinds_that_exist():
    """Every reference is to a kind; every kind can be referred to, by its id or its word.

    Advanced study is read whole: nothing names one of its records.
    """
    by_word = {n for n, kind in KINDS.items() if slots_of(kind.record)["id"].constraint.values}
    referred = {limits.refers_to for limits in CONSTRAINTS.values() if limits.refers_to}
    assert set(KINDS) == referred | by_word | {"advanced"}


def career(**values):
    """Return a career with these values and no others."""
    return Career(
        id="clerk",
        title="Clerk",
        soc="29-2072",
        group="health-information",
        summary="Keeps records.",
        sources=(),
        requirements=Requirements(),
        **values,
    )


def test_the_newest_projection_has_the_latest_base_and_then_horizon():
    """The current outlook does not depend on the order in the record."""
    years = [(2014, 2034), (2024, 2029), (2024, 2034), (2022, 2032)]
    outlooks = tuple(
        Outlook(base_year=base, horizon_year=horizon, source="s") for base, horizon in years
    )
    assert outlooks[2] == newest_outlook(career(outlook=outlooks))
    assert outlooks[2] == newest_outlook(career(outlook=outlooks[::-1]))


def test_a_career_may_have_no_figures():
    """Without any projection or wages, none is current."""
    assert (newest_outlook(career()), newest_wage(career())) == (None, None)


def test_a_named_tuple_is_a_record_too():
    """Its fields are shaped as those of a dataclass, and each has to be given."""

    class Leaf(NamedTuple):
        word: str
        class_: int | None

    slots = slots_of(Leaf)
    assert slots == {"word": scalar(required=True), "class": scalar(kind=int, required=True)}
    assert record_shape(Leaf).form == "record"
