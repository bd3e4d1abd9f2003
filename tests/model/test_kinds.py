"""The kinds of record."""

import dataclasses
import re
import subprocess
import sys

import pytest

from careerkit.model.client import Client
from careerkit.model.kinds import FOLDERS, KINDS, kind_of
from careerkit.model.shape import slots_of
from careerkit.model.types import ID_PATTERN


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_kind_is_a_class_of_its_name_with_an_id(kind):
    """A kind leads to a dataclass named after it and back; its id is given by the file's name."""
    assert dataclasses.is_dataclass(kind.record)
    assert kind.record.__name__.lower().startswith(kind.name)
    assert kind_of(kind.record) == kind.name
    id_ = slots_of(kind.record)["id"]
    assert id_.constraint.pattern == ID_PATTERN or id_.constraint.values
    assert id_.required


def test_a_class_of_no_kind_has_no_name():
    """What is not a kind of record is not taken for one."""
    with pytest.raises(KeyError):
        kind_of(Client)


def test_every_kind_has_a_folder():
    """A folder is called after the kind's plural, and no two kinds share one."""
    assert {kind.plural: kind for kind in KINDS.values()} == FOLDERS
    assert len(KINDS) == len(FOLDERS)
    assert [name for name, kind in KINDS.items() if name != kind.name] == []


def test_naming_the_kinds_loads_no_class():
    """Commands that only name kinds do not pay for the records."""
    script = (
        "import sys, careerkit.model.kinds\n"
        "print(*sorted(name for name in sys.modules if name.startswith('careerkit.model.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "careerkit.model.kinds"


GOOD = dict.fromkeys(["a", "seed-2016", "4-h", "ahima-rhit"], True)
BAD = dict.fromkeys(["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é", "a.b", "a\n"], False)


@pytest.mark.parametrize(("text", "is_id"), [*GOOD.items(), *BAD.items()])
def test_ids_are_words_joined_by_hyphens(text, is_id):
    """Small letters and digits with single hyphens are an id; capitals, blanks, dots are not."""
    assert bool(re.fullmatch(ID_PATTERN, text)) is is_id
