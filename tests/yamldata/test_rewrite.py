"""A value put into a record's text changes nothing else there, and putting it again nothing."""

import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from careerkit.yamldata import rewrite
from careerkit.yamldata.rewrite import drop_value, put_item, put_items, put_value, value_at

ORDERS = {
    (): ["title", "soc", "summary", "requirements", "attainment", "wages", "related"],
    ("requirements",): ["education", "experience", "training", "skills"],
}


def of(source):
    """Return the function that knows the item of a source."""
    return lambda item: item.get("source") == source


def put(text, path, item):
    """Put an item in the place of the one of its source, and check that once is enough."""
    changed = put_item(text, path, item, of(item["source"]), ORDERS)
    assert put_item(changed, path, item, of(item["source"]), ORDERS) == changed
    return changed


def put_at(text, path, value):
    """Put a value at a path, and check that once is enough."""
    changed = put_value(text, path, value, ORDERS)
    assert put_value(changed, path, value, ORDERS) == changed
    return changed


@pytest.fixture(params=["c", "python"], autouse=True)
def loader(request, monkeypatch):
    """Read with the C loader and with the one that stands in where it is not installed."""
    chosen = {"c": yaml.CSafeLoader, "python": yaml.SafeLoader}[request.param]
    monkeypatch.setattr(rewrite, "LOADER", chosen)


NEW = {"source": "new", "mean": 2}
WRITTEN = "{source: new, mean: 2}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("wages:\n  - {source: a}\n", "wages:\n  - {source: a}\n  - @\n"),
        ("wages:\n- {source: a}\n", "wages:\n- {source: a}\n- @\n"),
        ("wages:\n  - source: a\n    mean: 1\n", "wages:\n  - source: a\n    mean: 1\n  - @\n"),
        ("wages: [{source: a}]\n", "wages: [{source: a}, @]\n"),
        ("wages: [\n  {source: a},\n]\n", "wages: [\n  {source: a}, @,\n]\n"),
        ("wages: [{source: a}]  # c\n", "wages: [{source: a}, @]  # c\n"),
        ("wages:\n  - {source: a}", "wages:\n  - {source: a}\n  - @"),
        ("wages:\n  - {source: a}  # c\n", "wages:\n  - {source: a}  # c\n  - @\n"),
        ("wages:\n  - source: a  # c\n\n# d\n", "wages:\n  - source: a  # c\n  - @\n\n# d\n"),
        ("wages:\n  - {source: a}\n  # c\n", "wages:\n  - {source: a}\n  - @\n  # c\n"),
        ("wages:\n  # c\n  - {source: a}\n", "wages:\n  # c\n  - {source: a}\n  - @\n"),
        (
            "wages:\n  - {source: é—😀}  # 日本\nrelated: []\n",
            "wages:\n  - {source: é—😀}  # 日本\n  - @\nrelated: []\n",
        ),
        (
            "wages:\n  - source: a\n    note: |\n      one\n      two\nrelated: []\n",
            "wages:\n  - source: a\n    note: |\n      one\n      two\n  - @\nrelated: []\n",
        ),
        (
            "wages:\n  - source: a\n    note: >-\n      one\n# c\nrelated: []\n",
            "wages:\n  - source: a\n    note: >-\n      one\n  - @\n# c\nrelated: []\n",
        ),
        (
            "wages:\n  - source: a\n    note: |+\n      one\n\n\nrelated: []\n",
            "wages:\n  - source: a\n    note: |+\n      one\n\n\n  - @\nrelated: []\n",
        ),
        (
            "wages:\n  - source: a\n    note: |\n      one",
            "wages:\n  - source: a\n    note: |\n      one\n  - @",
        ),
        (
            "wages:\n  - source: a\n    note: one\n      two  # c\n",
            "wages:\n  - source: a\n    note: one\n      two  # c\n  - @\n",
        ),
        (
            "wages:\n  - source: a\n    all:\n      - x\n      - [y]\n\nrelated: []\n",
            "wages:\n  - source: a\n    all:\n      - x\n      - [y]\n  - @\n\nrelated: []\n",
        ),
    ],
)
def test_a_new_item_stands_at_the_end_of_its_list(before, after):
    """An item that is not known is added behind the last, in the layout of the list."""
    assert put(before, ["wages"], NEW) == after.replace("@", WRITTEN)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("wages: [{source: new}, {source: b}]\n", "wages: [@, {source: b}]\n"),
        ("wages: [{source: b}, {source: new}]  # c\n", "wages: [{source: b}, @]  # c\n"),
        ("wages:\n  - {source: new}  # c\n# d\n", "wages:\n  - @  # c\n# d\n"),
        ("wages:\n  # c\n  - {source: new}\n  # d\n", "wages:\n  # c\n  - @\n  # d\n"),
        (
            "wages:\n  - {source: b}\n  - source: new\n    mean: 1  # c\n\n# d\nrelated: []\n",
            "wages:\n  - {source: b}\n  - @  # c\n\n# d\nrelated: []\n",
        ),
        ("wages:\n  - source: new\n    mean: 1", "wages:\n  - @"),
        ("wages:\n- source: new\n- source: b\n", "wages:\n- @\n- source: b\n"),
        ("# 😀é\nwages: [{source: new}] # 日本\n", "# 😀é\nwages: [@] # 日本\n"),
    ],
)
def test_an_item_that_differs_is_replaced_where_it_stands(before, after):
    """Only the span of the item changes: what is before, behind and on its line stays."""
    assert put(before, ["wages"], NEW) == after.replace("@", WRITTEN)


@pytest.mark.parametrize(
    "follows", ["  - {source: b}\n", "related: []\n", "\n# c\nrelated: []\n", ""]
)
@pytest.mark.parametrize("style", ["|", "|-", "|+", ">", ">-"])
def test_an_item_that_ends_in_a_block_of_text_is_replaced(style, follows):
    """Behind an item whose last value is a block of text, the next line stays a line."""
    before = f"wages:\n  - source: new\n    note: {style}\n      one\n{follows}"
    after = put(before, ["wages"], NEW)
    told = yaml.safe_load(before)
    told["wages"][0]["mean"] = 2
    assert yaml.safe_load(after) == told
    assert after.endswith("\n" + follows)


@pytest.mark.parametrize("follows", ["soc: x\n", "\n# c\nsoc: x\n", ""])
@pytest.mark.parametrize("style", ["|", "|-", "|+", ">", ">-"])
def test_a_block_of_text_is_replaced(style, follows):
    """A value takes the place of a block of text, and the next line stays a line."""
    before = f"title: {style}\n  one\n  two\n{follows}"
    assert put_at(before, ["title"], "new") == f"title: new\n{follows}"


@pytest.mark.parametrize(
    "text",
    [
        "wages: [{mean: 2, source: new}]\n",
        "wages:\n  - mean:   2  # exact\n    # why\n    source: 'new'\n",
        "wages:\n  - source: new\n    note: |\n      by hand\n    mean: 2\n",
        "wages:\r\n  - {source: new, mean: 2}\r\n",
    ],
)
def test_an_item_that_is_there_is_left_as_it_is_written(text):
    """An item that says the same, in whatever layout, is not touched."""
    assert put_item(text, ["wages"], NEW, of("new"), ORDERS) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"exact": False, "low": 1.5}, "attainment:\n  low: 1.5  # c\n  exact: false\n"),
        ({"all": ["a", "b"]}, "attainment:\n  all:\n    - a  # c\n    - b\n"),
        ({"day": "2025-05-01"}, "attainment:\n  day: 2025-05-01  # c\n"),
        (13, "attainment: 13  # c\n"),
        ("thirteen", 'attainment: "thirteen"  # c\n'),
        ("13", 'attainment: "13"\n'),
    ],
)
def test_a_value_that_is_there_is_left_as_it_is_written(value, text):
    """A value that says the same, in whatever layout, is not touched."""
    assert put_value(text, ["attainment"], value, ORDERS) == text


@pytest.mark.parametrize(
    "kept",
    [
        "note: by hand",
        "note: 'a: b, [c] # d'",
        "note: naïve — 😀",
        "note: '2024'",
        "note: 2024",
        "note: 7.10",
        "note: true",
        "note: 'true'",
        "note: null",
        "note: [a, 1, {b: false}]",
        "note: {a: 'yes'}",
    ],
)
def test_what_a_person_added_to_an_item_stays(kept):
    """Keys of an item that the new one does not have are taken over as what they are."""
    before = f"wages:\n  - {{source: new, mean: 1, {kept}}}\n"
    told = yaml.safe_load(before)
    told["wages"][0]["mean"] = 2
    assert yaml.safe_load(put(before, ["wages"], NEW)) == told


def test_a_date_that_a_person_added_stays_text():
    """A date in an item, which records read as text, stays that text."""
    after = put("wages: [{source: new, day: 2024-05-01}]\n", ["wages"], NEW)
    assert value_at(after, ["wages"]) == [{**NEW, "day": "2024-05-01"}]


def test_only_the_first_item_that_is_known_is_replaced():
    """Of two items that fit, the second stays as it is."""
    before = "wages:\n  - {source: new}\n  - {source: new, mean: 3}\n"
    assert put(before, ["wages"], NEW) == f"wages:\n  - {WRITTEN}\n  - {{source: new, mean: 3}}\n"


def test_an_item_that_is_no_mapping_is_passed_over():
    """A text in the list is not compared, and stays."""
    assert put("wages: [a, 1]\n", ["wages"], NEW) == f"wages: [a, 1, {WRITTEN}]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("wages: []\n", "wages:\n  - @\n"),
        ("wages: []  # none yet\nrelated: []\n", "wages:\n  - @  # none yet\nrelated: []\n"),
        ("wages: [\n]\nrelated: []\n", "wages:\n  - @\nrelated: []\n"),
        ("wages:\nrelated: []\n", "wages:\n  - @\nrelated: []\n"),
        ("title: x\nwages: []", "title: x\nwages:\n  - @"),
    ],
)
def test_an_empty_list_becomes_a_block(before, after):
    """A list without items is written as a block; a comment on its line stays."""
    assert put(before, ["wages"], NEW) == after.replace("@", WRITTEN)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: x\n", "title: x\nwages:\n  - @\n"),
        ("title: x", "title: x\nwages:\n  - @"),
        ("title: x  # c\n# d\n", "title: x  # c\nwages:\n  - @\n# d\n"),
        ("title: x\nrelated: []\n", "title: x\nwages:\n  - @\nrelated: []\n"),
        ("related: []\ntitle: x\n", "related: []\ntitle: x\nwages:\n  - @\n"),
        ("# head\nrelated: []\n", "# head\nwages:\n  - @\nrelated: []\n"),
        ("---\ntitle: x\n...\n", "---\ntitle: x\nwages:\n  - @\n...\n"),
        ("summary: >-\n  one\n  two\n", "summary: >-\n  one\n  two\nwages:\n  - @\n"),
        ("summary: |\n  é😀\n# c\n", "summary: |\n  é😀\nwages:\n  - @\n# c\n"),
        ("attainment:\nrelated: []\n", "attainment:\nwages:\n  - @\nrelated: []\n"),
    ],
)
def test_a_missing_list_goes_where_the_order_has_it(before, after):
    """A new key stands behind the last key that comes before it, or else first."""
    assert put(before, ["wages"], NEW) == after.replace("@", WRITTEN)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("soc: x\n", "soc: x\nrequirements:\n  education:\n    - @\n"),
        ("requirements: {}  # c\n", "requirements:\n  education:\n    - @  # c\n"),
        (
            "requirements:\n  training: low\n",
            "requirements:\n  education:\n    - @\n  training: low\n",
        ),
        (
            "requirements:\n    education: []\n    training: low\n",
            "requirements:\n    education:\n      - @\n    training: low\n",
        ),
    ],
)
def test_a_list_inside_another_key_is_indented_below_it(before, after):
    """Where the key above is missing or empty it is written too, with its indentation."""
    assert put(before, ["requirements", "education"], NEW) == after.replace("@", WRITTEN)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("soc: x\n", "soc: x\nrequirements:\n  training: {level: low}\n"),
        ("requirements: {}\n", "requirements:\n  training: {level: low}\n"),
        (
            "requirements:\n  skills: [a]\n",
            "requirements:\n  training: {level: low}\n  skills: [a]\n",
        ),
        (
            "requirements:\n  experience: x  # c\n  # d\n",
            "requirements:\n  experience: x  # c\n  training: {level: low}\n  # d\n",
        ),
        (
            "requirements:\n  training:\n    level: high  # c\n  skills: [a]\n",
            "requirements:\n  training:\n    {level: low}  # c\n  skills: [a]\n",
        ),
        ("requirements: {training: {level: high}}\n", "requirements: {training: {level: low}}\n"),
    ],
)
def test_a_value_inside_another_key_is_written_or_replaced(before, after):
    """A value finds its place below its key, in the order of the keys there."""
    assert put_at(before, ["requirements", "training"], {"level": "low"}) == after


@pytest.mark.parametrize("value", ["plain", "a, b", "a: b # c", {"level": "low"}, 7.1, 1200])
@pytest.mark.parametrize(
    ("before", "others"),
    [
        ("attainment:\nwages: []\n", {"wages": []}),
        ("attainment:  # to do\nwages: []\n", {"wages": []}),
        ("attainment: ~\n", {}),
        ("attainment:", {}),
        ("attainment: {low: 1}\n", {}),
        ("attainment: 'x'  # c\ntitle: y\n", {"title": "y"}),
    ],
)
def test_a_value_takes_the_place_of_any_other(before, others, value):
    """What stood at the path, or that nothing stood there, does not matter."""
    after = put_at(before, ["attainment"], value)
    assert yaml.safe_load(after) == {"attainment": value, **others}
    assert re.findall("#.*", before) == re.findall("# (?!c').*", after)[-1:]


@pytest.mark.parametrize("value", ["a, b", "}", "a: b", "[x]", "plain", "# c", 5])
def test_a_value_inside_braces_keeps_the_braces_whole(value):
    """A text with commas or brackets does not become keys of the mapping it is put into."""
    after = put_at("requirements: {training: x, skills: []}\n", ["requirements", "training"], value)
    assert yaml.safe_load(after) == {"requirements": {"training": value, "skills": []}}


def test_a_text_of_several_lines_stays_one_value():
    """Lines of a text are no lines of the record."""
    value = "one\n\ntwo: 2\n# three\n"
    after = put_at("requirements:\n  skills: []\n", ["requirements", "training"], value)
    assert yaml.safe_load(after) == {"requirements": {"training": value, "skills": []}}


def test_a_text_like_the_mark_for_indentation_stays_itself():
    """A text that holds what the module writes for indentation is put as it is."""
    after = put("title: x\n", ["wages"], {"source": "{indent}"})
    assert yaml.safe_load(after)["wages"] == [{"source": "{indent}"}]


@pytest.mark.parametrize("text", ["title: x\nrequirements:\n", "requirements:  # c\ntitle: x\n"])
def test_a_key_without_a_value_gets_its_first_key(text):
    """A key above that holds nothing is like one that is not there."""
    after = put_at(text, ["requirements", "training"], "low")
    assert yaml.safe_load(after) == {"title": "x", "requirements": {"training": "low"}}


@pytest.mark.parametrize("above", ["word", "[a]", "{skills: []}"])
def test_a_key_that_can_take_no_other_is_refused(above):
    """What is no block of keys cannot get one; the failure names both."""
    text = f"requirements: {above}\n"
    with pytest.raises(ValueError, match=r"'requirements' is not a block .* 'training'"):
        put_value(text, ["requirements", "training"], "low", ORDERS)


def test_an_empty_record_is_refused():
    """A text that holds nothing has no place for a value."""
    with pytest.raises(ValueError, match="the record is empty"):
        put_value("# nothing\n", ["title"], "x", ORDERS)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["title"], "x"),
        (["wages"], [{"mean": 1.5, "p10": 2}]),
        (["requirements", "training"], {"level": "low"}),
        (["soc"], None),
        (["requirements", "skills"], None),
        (["title", "x"], None),
        (["requirements", "training", "level", "x"], None),
    ],
)
def test_a_value_is_read_at_its_path(path, value):
    """Numbers are read as numbers, all else as text; what is not there is None."""
    text = "title: x\nrequirements: {training: {level: low}}\nwages: [{mean: 1.5, p10: 2}]\n"
    assert value_at(text, path) == value


def test_line_ends_of_windows_are_no_part_of_values():
    """A text with CRLF gets its value, and each line that was there keeps its end."""
    before = "title: x\r\nwages:\r\n  - {source: a}\r\nrelated: []\r\n"
    after = put(before, ["wages"], NEW)
    assert yaml.safe_load(after) == {
        "title": "x",
        "wages": [{"source": "a"}, NEW],
        "related": [],
    }
    for line in before.splitlines(keepends=True):
        assert line.rstrip("\r\n") in after.splitlines()


def test_a_byte_order_mark_shifts_no_span():
    """Behind the mark that some editors write, the value that is replaced is the right one."""
    after = put_at("\ufefftitle: one\nsoc: x\n", ["title"], "two")
    assert after == "\ufefftitle: two\nsoc: x\n"
    after = put("\ufeffwages: [{source: new}, {source: b}]\n", ["wages"], NEW)
    assert after == f"\ufeffwages: [{WRITTEN}, {{source: b}}]\n"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_its_owner_no_longer_tells_goes(mark):
    """Keys that belong to who puts the item go with its older self; a person's keys stay."""
    before = f"{mark}wages: [{{source: new, mean: 1, p10: 3, note: by hand}}]\n"
    after = put_item(before, ["wages"], NEW, of("new"), ORDERS, owned=["mean", "p10"])
    assert after == f"{mark}wages: [{{source: new, mean: 2, note: by hand}}]\n"
    assert put_item(after, ["wages"], NEW, of("new"), ORDERS, owned=["mean", "p10"]) == after


def put_all(text, told):
    """Put items in the place of those of the source new, and check that once is enough."""
    changed = put_items(text, ["wages"], told, of("new"), ORDERS)
    assert put_items(changed, ["wages"], told, of("new"), ORDERS) == changed
    return changed


ONE, TWO = NEW, {"source": "new", "mean": 3}
SECOND = "{source: new, mean: 3}"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: x\n", "title: x\nwages:\n  - @\n  - &\n"),
        ("wages: []\nrelated: []\n", "wages:\n  - @\n  - &\nrelated: []\n"),
        ("wages:\nrelated: []\n", "wages:\n  - @\n  - &\nrelated: []\n"),
        ("wages:\n- {source: a}  # c\n", "wages:\n- {source: a}  # c\n- @\n- &\n"),
        (
            "wages: [{source: a, x: '1'}]  # c\n",
            "wages:\n  - {source: a, x: '1'}\n  - @\n  - &  # c\n",
        ),
        ("wages: [{source: a, x: 'b #c'}]\n", "wages:\n  - {source: a, x: 'b #c'}\n  - @\n  - &\n"),
        ("wages:\n  - {source: new}  # c\n", "wages:\n  - @  # c\n  - &\n"),
        (
            "wages:\n  - {source: new}\n  # c\n  - {source: a}\n",
            "wages:\n  - @\n  - &\n  # c\n  - {source: a}\n",
        ),
        (
            "wages:\n  - {source: new, x: 1}\n  - {source: a}\n  - {source: new, x: 2}",
            "wages:\n  - @\n  - {source: a}\n  - &",
        ),
        (
            "wages:\n  - source: new\n    x: 1\n  - {source: new}  # d\n  - {source: new}  # c\n",
            "wages:\n  - @\n  - &  # d\n  # c\n",
        ),
        (
            "wages:\n  - {source: 'new', mean: 2}\n  - {mean: 3, source: new}\n",
            "wages:\n  - {source: 'new', mean: 2}\n  - {mean: 3, source: new}\n",
        ),
    ],
)
def test_items_take_the_places_of_their_older_selves(before, after, mark):
    """They stand one a line, other items and comments stay, what is left over goes."""
    expected = after.replace("@", WRITTEN).replace("&", SECOND)
    assert put_all(mark + before, [ONE, TWO]) == mark + expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("wages:\n  - {source: new}\n  - {source: a}\n", "wages:\n  - {source: a}\n"),
        ("soc: x\nwages:\n  - {source: new}\nrelated: []\n", "soc: x\nrelated: []\n"),
        ("soc: x\nwages: [{source: new}]  # c\n", "soc: x\n# c\n"),
        ("soc: x\nwages: []\n", "soc: x\nwages: []\n"),
        ("soc: x\n", "soc: x\n"),
    ],
)
def test_no_items_leave_no_list_behind(before, after):
    """Without items the older ones go, and the key with the last of them."""
    assert put_all(before, []) == after


@pytest.mark.parametrize("value", ["some", "{a: b}", "[{source: a},  # c\n  {source: new}]"])
def test_a_list_that_cannot_be_rewritten_is_left_alone(value):
    """What is no list, or has comments in brackets, is not rewritten by guessing."""
    with pytest.raises(ValueError, match=r"'wages' is (not a list|in brackets with a comment)"):
        put_items(f"wages: {value}\n", ["wages"], [ONE], of("new"), ORDERS)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("soc: x\ntitle: t\n", ["title"], "soc: x\n"),
        ("title: t\nsoc: x", ["title"], "soc: x"),
        ("soc: x\ntitle: t", ["title"], "soc: x\n"),
        ("soc: x\ntitle: t  # c\n", ["title"], "soc: x\n# c\n"),
        ("# c\ntitle: |\n  one\n\n  two\n# d\nsoc: x\n", ["title"], "# c\n# d\nsoc: x\n"),
        ("a:\n  b: 1\n  c:\n    - 1\n    - 2\nd: 1\n", ["a", "c"], "a:\n  b: 1\nd: 1\n"),
        ("soc: x\n", ["title"], "soc: x\n"),
        ("soc: x\n", ["soc", "title"], "soc: x\n"),
    ],
)
def test_a_key_that_is_dropped_takes_only_its_lines_along(before, path, after, mark):
    """The rest of the text stays, a comment behind the value too."""
    assert drop_value(mark + before, path) == mark + after


@pytest.mark.parametrize("text", ["a: {b: 1, c: 2}\n", "a:\n  b: 1\n"])
def test_a_key_whose_going_would_break_its_block_is_not_dropped(text):
    """A key in braces, or the only one of a block, is told and not taken out."""
    with pytest.raises(ValueError, match=r"'a\.b' cannot be taken out of its block of keys"):
        drop_value(text, ["a", "b"])


# Whatever is put: documents in many layouts, changes of every kind.

HARD = ["a: b", "# c", "it's", '"q"', "no", "2024", "2024-05-01", "{x}", "[y]", "- z", "~", "a, b"]
LETTERS = st.characters(categories=["L", "N", "P", "S", "Zs"])
TEXTS = st.sampled_from(HARD) | st.text(LETTERS, max_size=9)
NUMBERS = st.integers(-(10**6), 10**6) | st.integers(-999, 999).map(lambda n: n / 10)
SCALARS = TEXTS | NUMBERS | st.booleans() | st.none()
EXTRAS = st.dictionaries(st.sampled_from(["note", "mean", "p10", "all"]), SCALARS, max_size=3)
SOURCES = st.sampled_from(["a", "b", "c"])


@st.composite
def items(draw):
    """Draw an item: its source among other keys."""
    pairs = [*draw(EXTRAS).items(), ("source", draw(SOURCES))]
    return dict(draw(st.permutations(pairs)))


LISTS = st.lists(items(), max_size=3)
VALUES = {
    "title": TEXTS,
    "soc": TEXTS,
    "summary": st.lists(st.sampled_from(["one", "é 😀", "a: b", "# c", ""]), min_size=1).map(
        "\n".join
    ),
    "requirements": st.fixed_dictionaries(
        {"skills": st.lists(TEXTS, min_size=1, max_size=2)},
        optional={"education": LISTS, "training": EXTRAS},
    ),
    "attainment": EXTRAS | st.none(),
    "wages": LISTS | st.none(),
    "related": st.lists(TEXTS, max_size=2),
}


class Indented(yaml.SafeDumper):
    """Writes items of lists further in than their key."""

    def increase_indent(self, flow=False, indentless=False):  # noqa: ARG002, FBT002 - the method's own
        """Go in, for a list too."""
        return super().increase_indent(flow, indentless=False)


def literal(text):
    """Return a text as a block that keeps its lines."""
    lines = "".join(f"  {line}".rstrip() + "\n" for line in text.split("\n"))
    return f"|-\n{lines}"


@st.composite
def documents(draw):
    """Draw the text of a record: keys in any order and layout, comments and blanks between."""
    keys = draw(st.permutations(sorted(VALUES)))
    parts = []
    for number, key in enumerate(keys[draw(st.integers(0, 5)) :]):
        value = draw(VALUES[key])
        layout = draw(st.sampled_from(["flow", "block", "indented"]))
        settings = {"allow_unicode": True, "sort_keys": False, "width": 10**6}
        if key == "summary" and re.fullmatch(r"\S.*\S|\S", value, re.DOTALL):
            part = f"summary: {literal(value)}"
        elif value is None:
            part = f"{key}:\n"
        elif layout == "flow" and key != "requirements":
            part = f"{key}: {yaml.safe_dump([value], default_flow_style=True, **settings)[1:-2]}\n"
        else:
            dumper = Indented if layout == "indented" else yaml.SafeDumper
            part = yaml.dump({key: value}, Dumper=dumper, default_flow_style=False, **settings)
        if part.count("\n") == 1 and draw(st.booleans()):
            part = part.replace("\n", f"  #@{number} é\n")
        parts.append(part + draw(st.sampled_from(["", "", "\n", f"#@{number}\n", "\n# @ 😀\n"])))
    head = draw(st.sampled_from(["", "# head\n", "---\n"]))
    text = head + "".join(parts)
    return text if draw(st.booleans()) else text.removesuffix("\n")


def comments(text):
    """Return the comments that the documents above have outside values, in order."""
    return re.findall("#@[^\n]*|# @ 😀|# head", text)


def check(before, after, path, value):
    """Check that a text differs from another in the value at a path alone."""
    told = yaml.safe_load(before)
    *above, key = path
    inner = told
    for name in above:
        inner = inner.setdefault(name, {})
    inner[key] = value
    assert yaml.safe_load(after) == told
    assert comments(after) == comments(before)


PATHS = st.sampled_from([("wages",), ("requirements", "education")])


@given(documents(), PATHS, items())
@example("wages:\n- note: |\n    one\n  source: a\n", ("wages",), {"source": "a", "mean": 1})
def test_whatever_item_is_put_the_rest_stays(text, path, item):
    """The record differs in that item, which has what it had besides; twice is like once."""
    after = put(text, path, item)
    inner = yaml.safe_load(text)
    for name in path:
        inner = (inner or {}).get(name)
    told = list(inner or [])
    at = next((n for n, each in enumerate(told) if each["source"] == item["source"]), len(told))
    told[at : at + 1] = [{**(told[at] if at < len(told) else {}), **item}]
    check(text, after, path, told)


PLACES = st.sampled_from([("title",), ("attainment",), ("requirements", "training")])


@given(documents(), PLACES, TEXTS | NUMBERS | EXTRAS)
@example("title: |-\n  one\nsoc: x", ("title",), "two")
def test_whatever_value_is_put_the_rest_stays(text, path, value):
    """The record differs in that value; twice is like once."""
    check(text, put_at(text, path, value), path, value)


@given(documents(), LISTS)
def test_whatever_items_are_put_the_others_stay(text, told):
    """The list then has the items of others in their order, and those that are put in theirs."""
    own = [{**item, "source": "a"} for item in told]
    after = put_items(text, ["wages"], own, of("a"), ORDERS)
    assert put_items(after, ["wages"], own, of("a"), ORDERS) == after
    before, found = yaml.safe_load(text) or {}, yaml.safe_load(after) or {}
    kept, now = (
        [each for each in record.pop("wages", None) or [] if each["source"] != "a"]
        for record in (before, dict(found))
    )
    assert kept == now
    assert [each for each in found.get("wages") or [] if each["source"] == "a"] == own
    assert {**before, "wages": None} == {**found, "wages": None}
    assert comments(after) == comments(text)


@given(documents())
def test_putting_what_is_there_changes_nothing(text):
    """Items that are put as they are found leave the text byte for byte, whatever its layout."""
    for item in (yaml.safe_load(text).get("wages") or [])[:1]:
        assert put_item(text, ["wages"], item, of(item["source"]), ORDERS) == text
