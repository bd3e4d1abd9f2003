"""Data that would be markup, emoji, escape sequences or formulas come out as the text they are."""

import csv
import io
import json
from types import SimpleNamespace

import pytest

from careerkit.render import as_markdown
from careerkit.render.text import visible

HOSTILE = "[/x] [bold]b[/bold] :smile: <b>*_`|# \x1b[31m\u202e\x9b =1+1"
SHOWN = "[/x] [bold]b[/bold] :smile: <b>*_`|# \\x1b[31m\\u202e\\x9b =1+1"


@pytest.fixture(scope="module")
def pack(small, tmp_path_factory):
    """Make a pack whose one career holds hostile text."""
    path = tmp_path_factory.mktemp("hostile") / "careers" / "medical-records-technician.yaml"
    quoted = json.dumps(HOSTILE).replace("\\u009b", "\\x9b")
    text = (small / "careers" / path.name).read_text()
    text = text.replace("title: Medical records technician", f"title: {quoted}")
    text = text.replace("[Medical records specialist,", '["=HYPERLINK(1)",')
    path.parent.mkdir()
    path.write_text(text)
    return path.parent.parent


@pytest.fixture
def hostile(pack, small_house):
    """Return the pack, with the small records below it."""
    return pack


@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
def test_text_is_shown_not_obeyed(form, hostile, run):
    """No format lets an escape sequence, a mark or a tag through, and none loses text."""
    result = run("show", "29-2072", "--data", str(hostile), "--format", form)
    assert (result.status, result.err) == (0, "")
    assert not {"\x1b", "\x9b", "\u202e"} & set(result.out)
    plain = result.out.replace("\\", "").replace('""', '"')
    assert SHOWN.replace("\\", "") in plain


def test_json_keeps_the_text_itself(hostile, run):
    """JSON holds the text as it is, escaped as JSON escapes."""
    result = run("show", "29-2072", "--data", str(hostile), "--json")
    assert json.loads(result.out)["data"]["title"] == HOSTILE
    assert result.out.isascii()


def test_formulas_are_defused_in_csv(hostile, run):
    """A cell that begins like a formula gets an apostrophe; numbers stay numbers."""
    out = run("show", "29-2072", "--data", str(hostile), "--format", "csv").out
    rows = dict(csv.reader(io.StringIO(out)))
    assert rows["aka.0"] == "'=HYPERLINK(1)"
    assert rows["outlook.0.growth_percent"] == "7.1"


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u200b", "\u2066", "\ufeff"]
)
def test_invisible_characters_become_visible(char):
    """Control characters, bidirectional marks and zero-width characters are spelled out."""
    assert char not in visible(f"a{char}b")
    assert len(visible(f"a{char}b")) > 3


def test_kept_characters_stay():
    """A caller may keep a line break."""
    assert visible("a\nb", keep="\n") == "a\nb"
    assert visible("a\nb") == "a\\nb"


def test_unknown_blocks_are_our_bug():
    """A block that Markdown cannot draw is an error, never dropped."""
    with pytest.raises(TypeError, match="no drawing for SimpleNamespace"):
        as_markdown._render(SimpleNamespace())
