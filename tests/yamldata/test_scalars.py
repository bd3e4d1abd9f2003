"""One scalar at a time: what it is read as, and why it is refused."""

from typing import get_args

import pytest
import yaml

from careerkit.model import types
from careerkit.model.shape import Shape
from careerkit.yamldata.scalars import ScalarError, check_text, read_scalar

TEXT = Shape(form="scalar")
TRUTH = Shape(form="scalar", scalar=bool)
WHOLE = Shape(form="scalar", scalar=int)
NUMBER = Shape(form="scalar", scalar=float)


def shape_of(alias: object) -> Shape:
    """Return the shape of one of the kinds of text and number."""
    scalar, constraint = get_args(alias)
    return Shape(form="scalar", scalar=scalar, constraint=constraint)


def read(shape: Shape, written: str) -> object:
    """Read a scalar as it is written in YAML."""
    return read_scalar(shape, yaml.compose(written, Loader=yaml.SafeLoader))


def refusal(shape: Shape, written: str) -> ScalarError:
    """Return why a scalar is refused."""
    with pytest.raises(ScalarError) as caught:
        read(shape, written)
    return caught.value


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Records clerk", "Records clerk"),
        ('"NO"', "NO"),
        ("'51.0710'", "51.0710"),
        ('"null"', "null"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  2026\n", "2026"),
        ("Norway:NO", "Norway:NO"),
        ("29-2072", "29-2072"),
        ("1 of 2", "1 of 2"),
        ("'[/red]'", "[/red]"),
        ("none", "none"),
        ("💡", "💡"),
        ("<<", "<<"),
        ("=", "="),
    ],
)
def test_text_is_kept(written, expected):
    """Plain words, quoted texts and blocks are the text they hold."""
    assert expected == read(TEXT, written)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        *((word, "true or false") for word in ("yes", "No", "ON", "off", "true", "FALSE")),
        *((word, "a number") for word in ("1", "-1", "0x1F", "1_000", "1.5", ".inf", "1:30")),
        *((word, "a date") for word in ("2026-05-15", "2026-05-15T10:00:00Z")),
        *((word, "nothing") for word in ("null", "Null")),
    ],
)
def test_text_that_yaml_reads_as_something_else_asks_for_quotes(written, read_as):
    """The message says what YAML makes of the text, and how to write it."""
    error = refusal(TEXT, written)
    expected = f'this is text, but YAML reads {written} as {read_as}; write "{written}"'
    assert ("unquoted", expected) == (error.code, error.message)
    assert written == read(TEXT, f'"{written}"')


@pytest.mark.parametrize("written", ["''", '""', "'  '", "'\t\n'", "~", "!!null ''"])
def test_text_without_a_word_is_refused(written):
    """Empty and blank texts, and nothing, ask to leave the key out."""
    error = refusal(TEXT, written)
    message = "the text is empty; leave the key out instead"
    assert (error.code, error.message, str(error)) == ("empty-text", message, message)


VALUES = {
    "truth": {"true": True, "false": False},
    "whole": {"0": 0, "14200": 14200, "-3": -3, "+3": 3, "123456789012": 123456789012},
    "number": {"7.1": 7.1, "-0.5": -0.5, "+2.50": 2.5, "15": 15, "0": 0},
}
REFUSED = {
    "truth": ["yes", "no", "on", "True", "FALSE", '"true"', "1", "~", "''"],
    "whole": [
        *("1.0", "1.5", "014", "0x1F", "0b1", "1_000", "1,000", "1e3", "many", "~", "''", "true"),
        *('"3"', "'3'", "1:30", "٣", "--3", "+", "2026-05-15"),
    ],
    "number": [".5", "5.", "1e3", ".nan", ".inf", "-.inf", "7,1", "7.1 %"],
}
SHAPES = {"truth": TRUTH, "whole": WHOLE, "number": NUMBER}
EXPECTED = {"truth": "true or false", "whole": "a whole number", "number": "a number"}


@pytest.mark.parametrize(
    ("shape", "written"), [(shape, written) for shape in VALUES for written in VALUES[shape]]
)
def test_truths_and_numbers_are_read(shape, written):
    """The two words of JSON are truths; digits, a sign and a fraction are numbers."""
    assert repr(read(SHAPES[shape], written)) == repr(VALUES[shape][written])


@pytest.mark.parametrize(
    ("shape", "written"), [(shape, written) for shape in REFUSED for written in REFUSED[shape]]
)
def test_no_other_notation_is_a_truth_or_number(shape, written):
    """Other spellings, bases, separators, exponents, infinities and quoted words are refused."""
    error = refusal(SHAPES[shape], written)
    assert error.code == "type"
    assert error.message.startswith(f"expected {EXPECTED[shape]}, got '")


@pytest.mark.parametrize("written", ["9" * 5_000, "9" * 400 + ".5"], ids=["digits", "fraction"])
@pytest.mark.parametrize("shape", [WHOLE, NUMBER], ids=["whole", "any"])
def test_a_number_of_too_many_digits_is_refused(shape, written):
    """More digits than Python converts are no crash, nor does a fraction become infinite."""
    assert refusal(shape, written).code in ("type", "range")


@pytest.mark.parametrize(
    ("alias", "good", "bad", "message"),
    [
        (types.Count, ["0", "1"], "-1", "a count is at least 0, not -1"),
        (types.Positive, ["1", "24"], "0", "a count is at least 1, not 0"),
        (types.Year, ["1900", "2200"], "1899", "a year is at least 1900, not 1899"),
        (types.Year, ["2026"], "2201", "a year is at most 2200, not 2201"),
        (types.Dollars, ["0"], "-1", "an amount in US dollars is at least 0, not -1"),
        (types.Percent, ["-100", "7.1", "250"], "-100.5", "a percentage is at least -100"),
    ],
)
def test_numbers_keep_their_bounds(alias, good, bad, message):
    """The bounds themselves are allowed; one step beyond is reported with the bound."""
    shape = shape_of(alias)
    assert [float(written) for written in good] == [read(shape, written) for written in good]
    error = refusal(shape, bad)
    assert error.code == "range"
    assert error.message.startswith(message)


@pytest.mark.parametrize("written", ["2026-05-15", "2026-05", "2026", '"2026"', "'2026-05'"])
def test_dates_need_no_quotes(written):
    """A day, month or year is text, whatever YAML takes it for."""
    assert written.strip("'\"") == read(shape_of(types.When), written)


@pytest.mark.parametrize("written", ["2026-13", "2026-02-30", "soon", "''", "~", "15", "2026.0"])
def test_other_texts_are_no_dates(written):
    """A day that does not exist, and any other text, is reported with how to write a date."""
    error = refusal(shape_of(types.When), written)
    assert error.code == "date"
    assert "write 2026-05-15, or 2026-05 or 2026 if need be" in error.message


@pytest.mark.parametrize(
    ("alias", "good", "bad"),
    [
        (types.Soc, "29-2072", "29-207"),
        (types.Soc, '"29-2072"', '"29-2072 "'),
        (types.OccupationCode, "29-2072.00", "29-2072.0"),
        (types.OccupationCode, "29-2072", "29-20722"),
        (types.Cip, '"51.0707"', '"51.707"'),
        (types.Country, "US", "USA"),
        (types.Country, '"NO"', "us"),
        (types.Url, "https://www.bls.gov/oes/", "www.bls.gov"),
        (types.Url, "http://bls.gov", "https://"),
        (types.LocalId, "assoc-cahiim", "Assoc-CAHIIM"),
        (types.LocalId, "a1", "a--b"),
        (types.SourceId, "seed-2016", "seed_2016"),
        (types.SourceId, "a", '"-a"'),
    ],
)
def test_texts_have_their_format(alias, good, bad):
    """Codes, addresses and ids are whole and exact."""
    assert good.strip('"') == read(shape_of(alias), good)
    assert refusal(shape_of(alias), bad).code == "format"


@pytest.mark.parametrize(
    ("alias", "written", "message"),
    [
        (types.Cip, "51.0710", 'a CIP code is text, but YAML reads 51.0710 as a number; write "'),
        (types.Soc, "292072", 'a SOC code is text, but YAML reads 292072 as a number; write "'),
        (types.Country, "NO", "an ISO 3166 country code is text, but YAML reads NO as true or"),
        (types.SourceId, "2016", "this is text, but YAML reads 2016 as a number"),
    ],
)
def test_a_bare_code_is_reported_by_its_name(alias, written, message):
    """A code that YAML takes for something else is named in the message."""
    error = refusal(shape_of(alias), written)
    assert error.code == "unquoted"
    assert error.message.startswith(message)


@pytest.mark.parametrize(
    ("alias", "text", "message"),
    [
        (types.Level, "asociate", "not an education level; did you mean 'associate'?"),
        (types.Stage, "zzz", "'zzz' is not a stage; use sit, award, license"),
        (types.StudyLevel, "unkown", "did you mean 'unknown'?"),
        (types.State, "oh", "'oh' is not a state; write OH"),
        (types.Level, "Associate", "'Associate' is not an education level; write associate"),
    ],
)
def test_a_word_outside_its_vocabulary_is_reported_with_the_nearest(alias, text, message):
    """The nearest word is offered, or else the whole vocabulary."""
    error = refusal(shape_of(alias), text)
    assert error.code == "vocabulary"
    assert error.message.endswith(message)


def test_a_text_is_checked_without_yaml():
    """A text from elsewhere is held to the same constraint, and a good one passes in silence."""
    constraint = shape_of(types.Stage).constraint
    check_text(constraint, "award")
    with pytest.raises(ScalarError, match="did you mean 'award'"):
        check_text(constraint, "awards")
