"""The cells of a column are checked and converted by the type of its field."""

from typing import Annotated, NamedTuple

import pytest

from careerkit.csvdata import cells
from careerkit.csvdata.cells import AtLeast, WrongCellError, cell_of, columns_of
from careerkit.model.types import Constraint, Percent, ProblemCode, When


class Any(NamedTuple):
    """A row with a field of every type."""

    some_text: str
    text: str | None
    whole: int
    number: float
    amount: float | AtLeast | None
    percent: Percent
    truth: bool
    may_be: bool | None
    date: When
    word: Annotated[str, Constraint(what="word", values=("a", "b"))]
    coded: Annotated[int, Constraint(what="odd one", pattern="[13]", example="3"), ProblemCode("x")]


READ = {
    "some_text": {" a ": " a "},
    "text": {"": None, "a": "a"},
    "whole": {"0": 0, "-12": -12, "123456789012": 123456789012},
    "number": {"1": 1, "-0.5": -0.5, "2.0": 2.0},
    "amount": {"": None, "7": 7, ">=7.5": AtLeast(7.5)},
    "percent": {"-100": -100, "12.5": 12.5},
    "truth": {"true": True, "false": False},
    "may_be": {"": None, "true": True},
    "date": {"2026": "2026", "2026-05-15": "2026-05-15"},
    "word": {"a": "a"},
    "coded": {"3": 3},
}
WRONG = {
    "some_text": {"": "the some text is empty [empty]", " ": "the some text is empty [empty]"},
    "text": {" ": "the text is empty [empty]"},
    "whole": {
        text: f"'{text}' is not a whole number [number]"
        for text in ("", "1.0", "01", "-0", "+1", "x", "1234567890123")
    },
    "number": {text: f"'{text}' is not a number [number]" for text in ("", "1.", "-0", "1e5")},
    "amount": {">=": "'>=' is not a number [number]", ">=x": "'>=x' is not a number [number]"},
    "percent": {"-100.1": "'-100.1' is not a percentage [number]"},
    "truth": {text: f"'{text}' is not a truth value [truth]" for text in ("", "yes", "True", "1")},
    "may_be": {"no": "'no' is not a truth value [may-be]"},
    "date": {"": "'' is not a date like 2026-05-15 [date]"},
    "word": {"A": "'A' is none of a, b [word]"},
    "coded": {"2": "'2' is not an odd one like 3 [x]"},
}


def columns():
    """Return the columns of the row by their names."""
    return dict(zip(Any._fields, columns_of(Any), strict=True))


@pytest.mark.parametrize("name", READ)
def test_a_cell_has_the_value_of_its_type(name):
    """A cell is read as what its column holds, and written as it was read."""
    column = columns()[name]
    for cell, value in READ[name].items():
        assert (column[cell], type(column[cell])) == (value, type(value))
        assert cell_of(value) == cell


@pytest.mark.parametrize("name", WRONG)
def test_a_cell_that_does_not_fit_is_reported(name):
    """The message names the cell and what it should be; the code is the column's or its type's."""
    column = columns()[name]
    for cell, text in WRONG[name].items():
        with pytest.raises(WrongCellError) as failed:
            column[cell]
        assert f"{failed.value.message} [{failed.value.code}]" == text


def test_a_column_forgets_what_it_knows_in_time(monkeypatch):
    """However many cells there are, it keeps so many at most; an empty one may still be None."""
    monkeypatch.setattr(cells, "_MAX_KEPT", 10)
    column = columns()["amount"]
    assert [column[str(number)] for number in range(99)] == [*range(99)]
    assert len(column) <= 10
    assert column[""] is None
