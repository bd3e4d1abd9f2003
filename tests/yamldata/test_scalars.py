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
    expected = ("empty-text", "the text is empty; leave the key out instead")
    assert expected == (error.code, error.message)


def test_an_error_says_its_message():
    """The error's text is its message."""
    assert str(refusal(TEXT, "''")) == "the text is empty; leave the key out instead"


@pytest.mark.parametrize(("written", "expected"), [("true", True), ("false", False)])
def test_truth_is_true_or_false(written, expected):
    """The two words of JSON are read."""
    assert expected is read(TRUTH, written)


@pytest.mark.parametrize("written", ["yes", "no", "on", "True", "FALSE", '"true"', "1", "~", "''"])
def test_no_other_word_is_a_truth(written):
    """Other spellings, numbers and quoted words are refused."""
    error = refusal(TRUTH, written)
    assert error.code == "type"
    assert error.message.startswith("expected true or false, got '")


@pytest.mark.parametrize(
    ("written", "expected"),
    [("0", 0), ("14200", 14200), ("-3", -3), ("+3", 3), ("123456789012", 123456789012)],
)
def test_whole_numbers_are_read(written, expected):
    """Digits, with a sign or none, are a whole number."""
    found = read(WHOLE, written)
    assert (expected, int) == (found, type(found))


@pytest.mark.parametrize(
    "written",
    [
        *("1.0", "1.5", "014", "0x1F", "0b1", "1_000", "1,000", "1e3", "many", "~", "''", "true"),
        *('"3"', "'3'", "1:30", "٣", "--3", "+", "2026-05-15"),
    ],
)
def test_no_other_notation_is_a_whole_number(written):
    """Fractions, other bases, separators, exponents, quotes and words are refused."""
    error = refusal(WHOLE, written)
    assert error.code == "type"
    assert error.message.startswith("expected a whole number, got '")


@pytest.mark.parametrize(
    ("written", "expected"), [("7.1", 7.1), ("-0.5", -0.5), ("+2.50", 2.5), ("15", 15), ("0", 0)]
)
def test_numbers_are_read(written, expected):
    """A number may have a fraction or none."""
    assert expected == read(NUMBER, written)


@pytest.mark.parametrize("written", [".5", "5.", "1e3", ".nan", ".inf", "-.inf", "7,1", "7.1 %"])
def test_no_other_notation_is_a_number(written):
    """Exponents, infinities and half a fraction are refused."""
    error = refusal(NUMBER, written)
    assert error.code == "type"
    assert error.message.startswith("expected a number, got '")


@pytest.mark.parametrize("shape", [WHOLE, NUMBER], ids=["whole", "any"])
def test_a_number_of_too_many_digits_is_refused(shape):
    """More digits than Python converts are a problem of the file, not a crash."""
    assert refusal(shape, "9" * 5_000).code in ("type", "range")


def test_a_fraction_beyond_every_number_is_refused():
    """A number too large for a float does not become infinite."""
    assert refusal(NUMBER, "9" * 400 + ".5").code in ("type", "range")


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
    """The bounds themselves are allowed; one step beyond is told with the bound."""
    shape = shape_of(alias)
    assert [float(each) for each in good] == [read(shape, each) for each in good]
    error = refusal(shape, bad)
    assert error.code == "range"
    assert error.message.startswith(message)


@pytest.mark.parametrize("written", ["2026-05-15", "2026-05", "2026", '"2026"', "'2026-05'"])
def test_dates_need_no_quotes(written):
    """A day, month or year is text, whatever YAML takes it for."""
    assert written.strip("'\"") == read(shape_of(types.When), written)


@pytest.mark.parametrize("written", ["2026-13", "2026-02-30", "soon", "''", "~", "15", "2026.0"])
def test_other_texts_are_no_dates(written):
    """A day that does not exist, and any other text, is told with how to write a date."""
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
def test_a_bare_code_is_told_by_its_name(alias, written, message):
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
def test_a_word_outside_its_vocabulary_is_told_with_the_nearest(alias, text, message):
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
