"""A file's bytes to its node tree, or to the one thing that is wrong with it."""

import subprocess
import sys

import pytest
import yaml

from careerkit.model.problem import Problem
from careerkit.yamldata import nodes
from careerkit.yamldata.decode import position_of
from careerkit.yamldata.nodes import MAX_BYTES, MAX_DEPTH, parse_tree, read_tree


@pytest.fixture(params=["c", "python"])
def loader(request, monkeypatch):
    """Read with the C loader and with the one that stands in where it is not installed."""
    chosen = {"c": yaml.CSafeLoader, "python": yaml.SafeLoader}[request.param]
    monkeypatch.setattr(nodes, "LOADER", chosen)
    return request.param


def values_of(content: bytes) -> dict[str, str]:
    """Return the keys and texts of a tree."""
    root = parse_tree(content, "f.yaml")
    assert isinstance(root, yaml.MappingNode), root
    return {key.value: value.value for key, value in root.value}


def problem_of(content: bytes) -> Problem:
    """Return what is wrong with a content."""
    problem = parse_tree(content, "f.yaml")
    assert isinstance(problem, Problem)
    return problem


def test_texts_stay_as_they_are_written(loader):
    """The tree keeps what loading would turn into false, a number or a date."""
    content = b"a: NO\nb: 51.0710\nc: 2026-05-15\nd: 014\n"
    assert values_of(content) == {"a": "NO", "b": "51.0710", "c": "2026-05-15", "d": "014"}


def test_every_value_knows_its_position(loader):
    """Lines and columns count from 1, in characters, not bytes."""
    root = parse_tree('é: "ü"\nb: {c: d}\n'.encode(), "f.yaml")
    (_, first), (_, second) = root.value
    ((_, inner),) = second.value
    assert [position_of(node) for node in (first, second, inner)] == [(1, 4), (2, 4), (2, 8)]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfa: 1\nb: 2\n",
        b"a: 1\r\nb: 2\r\n",
        b"a: 1\nb: 2",
        b"---\na: 1\nb: 2\n...\n",
        b"# c\n\na: 1 # d\nb: 2\n",
        b"%YAML 1.1\n---\n{a: 1, b: 2}\n",
    ],
    ids=["byte order mark", "crlf", "no last newline", "markers", "comments", "directive"],
)
def test_harmless_differences_are_read(content, loader):
    """A byte order mark, line ends of Windows, markers and comments are no mistakes."""
    assert values_of(content) == {"a": "1", "b": "2"}


def test_what_is_not_utf_8_is_reported_at_its_line(loader):
    """A byte of another encoding is found on its line."""
    problem = problem_of(b"title: Clerk\nsummary: caf\xe9\n")
    assert (problem.line, problem.column, problem.code) == (2, 1, "encoding")
    assert problem.message == "the file is not UTF-8; save it as UTF-8"


@pytest.mark.parametrize("title", ["Clerk", "é" * 50], ids=["ascii", "several bytes"])
@pytest.mark.parametrize("character", ["\x00", "\x01", "\x1b", "\x7f", "\x9b", "\uffff"])
def test_a_control_character_is_reported_at_its_line(character, title, loader):
    """A character that YAML forbids is found on its line, whatever letters stand before it."""
    content = f"title: {title}\nsummary: a{character}b\n" + "# rest\n" * 30
    problem = problem_of(content.encode())
    assert (problem.line, problem.code) == (2, "syntax")
    assert problem.message.startswith("the file holds a character YAML forbids: ")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# a comment\n", b"\xef\xbb\xbf", b"  \n"])
def test_a_file_without_a_value_is_empty(content, loader):
    """Nothing, blanks and comments alone are an empty file."""
    assert str(problem_of(content)) == "f.yaml:1:1: the file is empty [empty]"


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"a: 1\nb: [1\nc: 2\n", 3, 2),
        (b"a: 1\n\tb: 2\n", 2, 1),
        (b"a: b: c\n", 1, 5),
        (b"a: 1\n---\nb: 2\n", 2, 1),
        (b'a: "open\n', 2, 1),
        (b"a: *none\n", 1, 4),
        (b"a: @x\n", 1, 4),
    ],
    ids=["list", "tab", "colon", "documents", "quote", "undefined alias", "at sign"],
)
def test_broken_yaml_is_reported_where_it_breaks(content, line, column, loader):
    """A syntax error has the position and the reason of the YAML reader, on one line."""
    problem = problem_of(content)
    assert (line, column, "syntax") == (problem.line, problem.column, problem.code)
    assert problem.message.startswith("the file is not valid YAML: ")
    assert "\n" not in problem.message


def test_a_file_over_1_mib_is_refused():
    """One byte more than 1 MiB is too much; 1 MiB itself is read."""
    padding = b"a: 1\n#"
    assert values_of(padding.ljust(MAX_BYTES, b"x")) == {"a": "1"}
    problem = problem_of(padding.ljust(MAX_BYTES + 1, b"x"))
    assert (problem.code, problem.line) == ("too-large", 1)
    assert problem.message == "the file is larger than 1 MiB; split it"


def test_a_large_file_is_not_read_to_its_end(tmp_path):
    """A file far over the limit is refused from its beginning."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(64 * MAX_BYTES)
    assert read_tree(path, "large.yaml").code == "too-large"


def test_a_file_is_read_from_disk(tmp_path):
    """A file that is there gives its tree; the shown name is used in problems alone."""
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: 1\n")
    root = read_tree(path, "shown.yaml")
    assert isinstance(root, yaml.MappingNode)
    path.write_bytes(b"a: [\n")
    assert read_tree(path, "shown.yaml").file == "shown.yaml"


@pytest.mark.parametrize(
    ("name", "reason"), [("none.yaml", "No such file"), (".", "Is a directory")]
)
def test_a_file_that_cannot_be_read_is_a_problem(name, reason, tmp_path):
    """A file that is gone, or is a folder, is reported with the system's reason."""
    problem = str(read_tree(tmp_path / name, "f.yaml"))
    assert problem.startswith(f"f.yaml:1:1: the file cannot be read: {reason}")
    assert problem.endswith("[unreadable]")


@pytest.mark.parametrize(
    "content",
    [b"[" * 3_000 + b"]" * 3_000, b"[" * 500 + b"]" * 500, b"? " * 3_000, b"- " * 3_000],
    ids=["far", "little", "keys", "blocks"],
)
def test_nesting_beyond_the_python_loader_is_reported(content, monkeypatch):
    """Where the Python loader would give up on what is nested, that is the file's problem."""
    monkeypatch.setattr(nodes, "LOADER", yaml.SafeLoader)
    assert problem_of(content).message == "the file is nested too deep"


class Limited(yaml.SafeLoader):
    """A reader with a limit of its own on brackets, as some releases of PyYAML have one."""

    def fetch_flow_collection_start(self, token):
        """Give up on many brackets in the reader's words."""
        if self.flow_level >= MAX_DEPTH + 50:
            raise yaml.scanner.ScannerError(None, None, "too much", self.get_mark())
        super().fetch_flow_collection_start(token)


@pytest.mark.parametrize("loader", [nodes.LOADER, yaml.SafeLoader, Limited])
@pytest.mark.parametrize(
    ("opened", "column"),
    [("[", MAX_DEPTH + 1), ("{a: ", 4 * MAX_DEPTH + 1), ("[[], ", 5 * MAX_DEPTH - 3)],
)
def test_the_limit_on_nesting_is_ours(opened, column, loader, monkeypatch):
    """Whatever a release of PyYAML limits, too deep is reported in our words, at the same place."""
    monkeypatch.setattr(nodes, "LOADER", loader)
    problem = problem_of(b"# a comment\n" + opened.encode() * 2_000)
    assert (problem.code, problem.message) == ("too-deep", "the file is nested too deep")
    assert (problem.line, problem.column) == (2, column)


def test_brackets_in_a_text_are_no_nesting(loader):
    """What only looks nested is read; where the file breaks elsewhere, that is reported."""
    assert values_of(b"a: '" + b"[" * 500 + b"'\n") == {"a": "[" * 500}
    assert problem_of(b"a: []\n" * 200 + b"b: [\n").code == "syntax"


@pytest.mark.parametrize("content", ["b'[' * n", "b'- ' * n"], ids=["lists", "blocks"])
def test_nesting_never_ends_the_process(content):
    """A file within 1 MiB, nested as deep as it can be, is a problem and no crash."""
    script = (
        "from careerkit.model.problem import Problem\n"
        "from careerkit.yamldata.nodes import parse_tree\n"
        f"n = 150_000\nproblem = parse_tree({content}, 'f.yaml')\n"
        "assert isinstance(problem, Problem)\nprint(problem.message)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "the file is nested too deep\n")
