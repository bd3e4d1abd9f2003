"""JSON as it is written: one envelope, its lines, and what stands on one."""

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.answers.reply import Reply
from careerkit.render import as_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=25) | st.dictionaries(st.text(), inner, max_size=25),
    max_leaves=60,
)


def written(plain):
    """Write an answer with these plain values."""
    reply = Reply(command="x", as_of=date(2026, 11, 22), data=None, plain=plain, sources={})
    stream = io.StringIO()
    as_json.write(reply, stream, no_color=False)
    return stream.getvalue()


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_what_is_written_is_what_was_found(plain):
    """However it is broken into lines, the JSON holds the answer, its keys in order."""
    told = json.loads(written(plain))
    assert told["data"] == plain
    assert [*told["data"]] == sorted(told["data"])


@pytest.mark.parametrize(("rows", "lines"), [(20, 20 * 4), (21, 21)])
def test_many_rows_stand_on_a_line_each(rows, lines):
    """A few rows are told value by value; of many, each is one line."""
    text = written({"rows": [{"a": 1, "b": [1, 2]} for _ in range(rows)]})
    within = text.split('"rows": [\n')[1].split("\n    ]")[0]
    assert len(within.splitlines()) == lines
    assert within.count("[1, 2]") == rows


def test_what_is_deep_stands_on_one_line():
    """Below the fourth level nothing is broken."""
    text = written({"a": {"b": {"c": {"d": {"e": 1}}}}})
    assert '"c": {"d": {"e": 1}}' in text
