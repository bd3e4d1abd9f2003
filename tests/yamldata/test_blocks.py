"""Blocks that change are written anew, one item a line; every other byte of a record stays."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.yamldata.blocks import values_of, with_values, written

BY_HAND = """\
# a head by hand
title: 'Clerk'   # as people say
soc: 43-4071
aka: ["Filer, old", Prüfer]
group: office
summary: >-
  Files, as a person
  wrote it — with care.

# what it takes
requirements:
  # typing first
  skills: [typing,
    filing]
sources: [seed]
# what it paid
wages:
  - period: 2015-05
    mean: 30000
    source: seed
    note: |
      Of an older code.

      Not comparable.
# the end
programs: []

# nothing follows
"""
WAGE = {"period": "2025-05", "mean": 45_130, "source": "bls-oews-2025"}
CLAIM = {"level": "none", "source": "bls"}


def changed(text, **values):
    """Return a record's text with other values for some keys; None takes a key out."""
    new = {**values_of(text), **values}
    return with_values(text, {key: new[key] for key in new if new[key] is not None}, "f")


def refused(text, **values):
    """Return the message with which a change is refused."""
    with pytest.raises(CareerkitError) as failed:
        changed(text, **values)
    assert failed.value.status is ExitStatus.BAD_DATA
    return failed.value.message


def test_values_are_those_of_the_record():
    """Numbers and truth values are read as such, codes and dates as they are written."""
    text = "soc: 29-2072\nexact: false\nwages:\n  - {period: 2015-05, mean: 1.5, n: 3}\n"
    wage = {"period": "2015-05", "mean": 1.5, "n": 3}
    assert values_of(text) == {"soc": "29-2072", "exact": False, "wages": [wage]}


def test_the_same_values_give_the_same_text():
    """However a block is laid out, nothing is written anew that does not change."""
    assert changed(BY_HAND) == BY_HAND
    assert changed(BY_HAND.replace("sources: [seed]", "sources: [seed]  # mine")) != BY_HAND


def test_a_block_that_changes_is_one_item_a_line():
    """The item a person wrote is kept by its values; all lines around the block are kept whole."""
    before, after = BY_HAND.split("wages:\n", maxsplit=1)[0], BY_HAND.split("Not comparable.\n")[1]
    old = values_of(BY_HAND)["wages"]
    assert changed(BY_HAND, wages=[*old, WAGE]) == (
        f"{before}wages:\n"
        "  - {period: 2015-05, mean: 30000, source: seed, "
        'note: "Of an older code.\\n\\nNot comparable.\\n"}\n'
        f"  - {{period: 2025-05, mean: 45130, source: bls-oews-2025}}\n{after}"
    )


def test_a_new_block_stands_where_the_model_has_it():
    """It follows the key that comes before it, above the comment on the next block."""
    text = changed(
        BY_HAND, official_title="Clerks, all other", job_zone={"zones": [3], "source": "onet"}
    )
    assert "# as people say\nofficial_title: 'Clerks, all other'\nsoc: 43-4071\n" in text
    assert "    filing]\njob_zone: {zones: [3], source: onet}\nsources: [seed]\n" in text
    lines = [line for line in text.splitlines() if not line.startswith(("official", "job_zone"))]
    assert lines == BY_HAND.splitlines()


def test_under_requirements_each_key_is_a_block():
    """Claims of a source are written beside the skills, which keep their lines and comments."""
    claims = {"education": [{**CLAIM, "basis": "typical"}], "training": CLAIM}
    skills = values_of(BY_HAND)["requirements"]
    text = changed(BY_HAND, requirements={**skills, **claims})
    assert (
        "requirements:\n  # typing first\n"
        "  education:\n    - {level: none, source: bls, basis: typical}\n"
        "  training: {level: none, source: bls}\n"
        "  skills: [typing,\n    filing]\n"
    ) in text
    changed_claims = {**skills, **claims, "training": {**CLAIM, "level": "long_term"}}
    again = changed(text, requirements=changed_claims)
    assert again == text.replace("training: {level: none", "training: {level: long_term")


@pytest.mark.parametrize("given", ["", "requirements: {skills: [filing]}\n", "requirements:\n"])
def test_requirements_that_are_no_block_become_one(given):
    """Where there are none, or they are in braces, all of them are written anew."""
    text = f"title: Clerk\nsources: [seed]\n{given}related: []\n"
    new = {**(values_of(text).get("requirements") or {}), "training": CLAIM}
    skills = "  skills: [filing]\n" if "skills" in given else ""
    assert changed(text, requirements=new) == (
        "title: Clerk\nsources: [seed]\nrequirements:\n"
        f"  training: {{level: none, source: bls}}\n{skills}related: []\n"
    )


def test_a_key_that_is_gone_goes_with_its_lines():
    """A comment above a block that goes stays: it is a person's."""
    text = changed(BY_HAND, wages=None, programs=None)
    assert text.endswith("sources: [seed]\n# what it paid\n# the end\n\n# nothing follows\n")
    assert changed("title: x\nwages: []", wages=None) == "title: x\n"


COMMENTS = {
    "at the end of its line": ("wages: [{mean: 1}]  # theirs\n", {"wages": [WAGE]}),
    "behind the key": ("wages:  # theirs\n  - {mean: 1}\n", {"wages": [WAGE]}),
    "between items": ("wages:\n  - {mean: 1}\n  # theirs\n  - {mean: 2}\n", {"wages": [WAGE]}),
    "within brackets": ("wages: [  # theirs\n  {mean: 1}]\n", {"wages": [WAGE]}),
    "in a claim": ("requirements:\n  training:  # theirs\n    level: x\n", {"requirements": {}}),
    "of a block that goes": ("wages:\n  - {mean: 1}  # theirs\n", {"wages": None}),
}


@pytest.mark.parametrize("where", COMMENTS)
def test_a_comment_inside_a_block_that_changes_is_refused(where):
    """Nothing a person wrote is dropped: the failure names file and key."""
    block, values = COMMENTS[where]
    if "requirements" in values:
        values = {"requirements": {"training": CLAIM}}
    key = "training" if "claim" in where else "wages"
    message = refused(f"title: Clerk\n{block}", **values)
    assert message == f"f: '{key}' changes, and a comment is inside; put it above"
    assert changed(f"title: Clerk\n{block}", official_title="Clerks").endswith(block)


def test_a_hash_in_a_text_is_no_comment():
    """A name like C# stands inside a block."""
    text = "title: x\ntechnology: {in_demand: [C#, 'a # b'], source: onet}\n"
    new = changed(text, technology={"in_demand": ["C#", "R"], "source": "onet"})
    assert new == "title: x\ntechnology: {in_demand: [C#, R], source: onet}\n"


@pytest.mark.parametrize(
    "text", ["{title: Clerk, wages: [{mean: 1}], soc: 43-4071}\n", "? wages\n: [{mean: 1}]\n"]
)
def test_a_record_in_another_layout_is_refused(text):
    """Where keys do not begin lines, nothing is torn apart."""
    message = refused(text, wages=[WAGE])
    assert message == "f: cannot be changed; begin each key on a line of its own"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_ends_of_lines_and_a_byte_order_mark_stay(mark, end):
    """A file from another system keeps both, in new lines too."""
    lines = ["title: Café", "soc: 43-4071", "wages:", "  - {mean: 1}", "# end"]
    text = mark + end.join(lines)
    new = changed(text, wages=[{"mean": 1}, WAGE], official_title="Clerks", related=[{"soc": "x"}])
    assert new == mark + end.join(
        [
            *(lines[0], "official_title: Clerks", *lines[1:4]),
            "  - {period: 2025-05, mean: 45130, source: bls-oews-2025}",
            *("related:", "  - {soc: x}", "# end"),
        ]
    )


values = st.recursive(
    st.text("aZ é—#:,'\"{}[]-?&*!|>%@`0123.\n\t", min_size=1) | st.integers() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "level"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(values)
def test_what_is_written_on_a_line_is_read_as_it_was(value):
    """Any plain value stands on one line, and is the same value there inside braces."""
    line = written(value)
    assert "\n" not in line
    assert yaml.safe_load(f"{{a: {line}, b: [{line}]}}") == {"a": value, "b": [value]}


items = st.lists(
    st.dictionaries(st.sampled_from(["mean", "note", "source"]), st.integers() | st.text("a#: ")),
    min_size=1,
    max_size=3,
)


@given(wages=items, related=items, zone=st.integers(1, 5))
def test_any_values_leave_all_other_lines(wages, related, zone):
    """What changes is read back as it was given; lines outside the blocks are those before."""
    text = changed(BY_HAND, wages=wages, related=related, job_zone={"zones": [zone]})
    written = {
        **values_of(BY_HAND),
        "wages": wages,
        "related": related,
        "job_zone": {"zones": [zone]},
    }
    assert values_of(text) == written
    before, after = BY_HAND.split("wages:\n", maxsplit=1)[0], BY_HAND.split("Not comparable.\n")[1]
    keys = [f"job_zone: {{zones: [{zone}]}}", "wages:", "related:"]
    kept = [line for line in text.splitlines() if line not in keys and not line.startswith("  - {")]
    assert kept == (before + after).splitlines()


ONE = ("attainment", "job_zone", "interests", "education_survey", "technology")
LISTED = ("outlook", "wages", "related", "codes")
BLOCK = re.compile(
    rf"({'|'.join(ONE)}): {{.*}}|({'|'.join(LISTED)}):(\n  - {{.*}})+"
    r"|requirements:\n  education:(\n    - {.*})+(\n  (experience|training|skills): [\[{].*[\]}])+"
)
INTO = (*ONE, *LISTED, "requirements")
CAREERS = sorted((Path(__file__).resolve().parents[2] / "data" / "careers").glob("*.yaml"))


def test_the_project_s_records_are_in_the_form_that_imports_write():
    """What importers write stands there one item a line, and no comment inside."""
    assert CAREERS
    for path in CAREERS:
        blocks = re.split(r"\n(?=[a-z_#])", path.read_text("utf-8").rstrip("\n"))
        written_by_importers = [block for block in blocks if block.partition(":")[0] in INTO]
        assert len(written_by_importers) > 2
        for block in written_by_importers:
            assert BLOCK.fullmatch(block), f"{path.name}: {block}"
            assert " #" not in block, f"{path.name}: {block}"
