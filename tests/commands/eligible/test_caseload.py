"""``careerkit eligible --caseload``: a spreadsheet in, rows or a summary out."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from careerkit.caseload import work
from careerkit.cli import main
from careerkit.commands.eligible import caseload
from careerkit.store import open_store as opening

DAY = ("--as-of", "2026-11-22")
EXAMPLE = str(Path(__file__).resolve().parents[3] / "docs" / "how-to" / "caseload.csv")
HEADER = "client,credential,verdict,nearly,route,confidence,missing,ask,assumes,still_needed\n"
SMALL = """
import os, sys
from pathlib import Path
from careerkit.caseload import work
from careerkit.store import open_store as opening
opening.CHECKOUT = Path(os.environ["SMALL_DATA"])
work.FEW, work.CHUNK, work._cores = 4, 2, lambda: int(os.environ["CORES"])
if __name__ == "__main__":
    from careerkit.cli import main
    sys.exit(main())
"""

pytestmark = pytest.mark.usefixtures("small_house")


@pytest.fixture
def sheet(tmp_path):
    """Write a caseload and return its name."""

    def write(content, name="clients.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


@pytest.fixture
def eligible(run):
    """Run ``eligible`` for the CCA, as of the usual day, with further arguments."""
    return lambda *argv: run("eligible", "cca", *DAY, *argv)


@pytest.fixture
def program(tmp_path, small_house):
    """Start careerkit over the small records in a process of its own, two clients a part."""
    script = tmp_path / "careerkit_small.py"
    script.write_text(SMALL)

    def start(*argv, cores=1, wait=True, **options):
        env = {**os.environ, "SMALL_DATA": str(small_house), "CORES": str(cores)}
        command = [sys.executable, str(script), "eligible", "cca", "rhit", *DAY, *argv]
        if wait:
            return subprocess.run(command, env=env, check=False, **options)
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        return subprocess.Popen(command, env=env, start_new_session=True, **pipes)

    return start


def rows(result):
    """Return the rows of CSV."""
    assert result.out.startswith(HEADER)
    return list(csv.DictReader(io.StringIO(result.out, newline="")))


def test_rows_are_as_kept(run):
    """Clients in the order of the sheet, credentials in the order asked, every cell as it is."""
    result = run("eligible", "rhit", "cca", *DAY, "--caseload", EXAMPLE, "--format", "csv")
    assert (result.status, result.err) == (0, "")
    lacking = "a completed associate program in health information management, accredited by CAHIIM"
    diploma = "Does the client have a high-school diploma or equivalent?"
    accredited = "Is the client's associate program accredited by CAHIIM?"
    open_to = "the certificate program was not open without a high-school diploma or equivalent"
    cca, rhit = "pass the CCA exam", "pass the RHIT exam"
    assert result.out.splitlines() == [
        HEADER.strip(),
        f"Ana R.,ahima-rhit,eligible,false,assoc-cahiim,confirmed,,,,{rhit}",
        f"Ana R.,ahima-cca,eligible,false,hs,confirmed,,,,{cca}",
        f'Ben O.,ahima-rhit,not_eligible,false,,confirmed,"{lacking}",,,{rhit}',
        f"Ben O.,ahima-cca,eligible,false,hs,confirmed,,,,{cca}",
        f'Chi L.,ahima-rhit,not_eligible,false,,confirmed,"{lacking}",,,{rhit}',
        f"Chi L.,ahima-cca,unknown,false,,confirmed,,{diploma},,{cca}",
        f'Dee F.,ahima-rhit,not_eligible,false,,confirmed,"{lacking}",,,{rhit}',
        f"Dee F.,ahima-cca,eligible,false,hs,confirmed,,,{open_to},{cca}",
        f"Eve T.,ahima-rhit,unknown,false,,confirmed,,{accredited},,{rhit}",
        f"Eve T.,ahima-cca,eligible,false,hs,confirmed,,,,{cca}",
    ]


def test_json_lines_hold_the_same(run):
    """--json prints an object a line, with the keys and the values of the columns."""
    argv = ("eligible", "rhit", "cca", *DAY, "--caseload", EXAMPLE)
    table = rows(run(*argv, "--format", "csv"))
    lines = [json.loads(line) for line in run(*argv, "--json").out.splitlines()]
    assert [set(line) for line in lines] == [set(row) for row in table]
    for row, line in zip(table, lines, strict=True):
        texts = {key: "; ".join(line[key]) for key in ("missing", "ask", "assumes", "still_needed")}
        assert {**line, **texts, "nearly": row["nearly"], "route": line["route"] or ""} == row


def test_json_lines_are_read_too(eligible, sheet):
    """A line of JSON is a profile; a file of them gives the rows that a table would."""
    text = (
        '{"client": "A", "education": [{"level": "associate"}]}\n\n{"client": 7, "education": []}'
    )
    table = rows(eligible("--caseload", sheet(text, "f.jsonl"), "--format", "csv"))
    assert [(row["client"], row["verdict"]) for row in table] == [
        ("A", "eligible"),
        ("7", "not_eligible"),
    ]


def test_stdin_is_read(eligible, monkeypatch):
    """A dash reads stdin, whatever the encoding of the terminal."""
    stdin = io.TextIOWrapper(io.BytesIO("client,age\nRené,24\n".encode()), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", stdin)
    assert [row["client"] for row in rows(eligible("--caseload", "-", "--format", "csv"))] == [
        "René"
    ]


def test_closed_stdin_is_told(eligible, monkeypatch):
    """Where there is no stdin there is no caseload in it."""
    monkeypatch.setattr(sys, "stdin", None)
    result = eligible("--caseload", "-")
    assert (result.status, result.out, result.err) == (
        4,
        "",
        "careerkit: --caseload: stdin is closed\n",
    )


def test_mistakes_are_told_and_others_answered(eligible, sheet):
    """Every mistake at its line and column, on stderr; the status says that there were some."""
    name = sheet(b'client,degree,age\nA,aas,24\nB,zz,x\n\nC,"bs,25\nRen\xe9,bs,25\nD,bs,25\n')
    result = eligible("--caseload", name, "--format", "csv")
    assert (result.status, [row["client"] for row in rows(result)]) == (4, ["A", "D"])
    lines = result.err.splitlines()
    assert [line.removeprefix(name).partition(" ")[0] for line in lines[:-1]] == [
        ":3:2:",
        ":3:3:",
        ":5:1:",
        ":6:1:",
    ]
    assert lines[-1] == "careerkit: 3 rows have mistakes and are left out"


def test_one_mistake_is_told_in_the_singular(eligible, sheet):
    """The note agrees with its number; control characters of a cell are shown, not obeyed."""
    result = eligible("--caseload", sheet("degree\n\x1b[31mzz\n"), "--json")
    assert (result.status, result.out) == (4, "")
    assert "\\x1b[31mzz" in result.err
    assert result.err.endswith("careerkit: 1 row has mistakes and is left out\n")


def test_summary_counts(eligible, sheet):
    """--summary gives the counts in the usual envelope, and as CSV."""
    name = sheet("client,degree\nA,aas\nB,ged\nC,none\nD,\nE,zz\n")
    result = eligible("--caseload", name, "--summary", "--json")
    assert result.status == 4
    answer = json.loads(result.out)
    assert (answer["command"], answer["data"]["stage"]) == ("eligible", "sit")
    assert (answer["data"]["clients"], answer["data"]["left_out"]) == (4, 1)
    counts = {"eligible": 2, "nearly": 1, "not_eligible": 1, "unknown": 1}
    (row,) = answer["data"]["credentials"]
    assert {key: row[key] for key in counts} == counts
    assert answer["data"]["missing"] == [
        {"missing": "a high-school diploma or equivalent", "verdicts": 1}
    ]
    table = eligible("--caseload", name, "--summary", "--format", "csv").out
    assert table.splitlines()[1] == "ahima-cca,CCA,Certified Coding Associate,2,1,1,1"


def test_summary_of_all_counts_every_credential(run, sheet):
    """Without names a summary has every credential on record, also those that nobody may have."""
    argv = ("eligible", *DAY, "--caseload", sheet("degree\naas\n"), "--summary", "--json")
    credentials = json.loads(run(*argv).out)["data"]["credentials"]
    assert {"ahima-cca", "ahima-rhit"} <= {row["credential"] for row in credentials}
    eligible = [row["eligible"] for row in credentials]
    assert eligible == sorted(eligible, reverse=True)


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_page_is_a_summary(form, eligible):
    """What a person reads is the summary, asked for or not."""
    argv = ("--caseload", EXAMPLE, "--format", form)
    assert eligible(*argv).out == eligible(*argv, "--summary").out
    assert "5 clients: may they sit for the exam? As of 22 Nov 2026" in eligible(*argv).out


def test_no_clients_is_told(eligible, sheet):
    """A sheet of a header only has no rows, and says so."""
    name = sheet("client,degree")
    result = eligible("--caseload", name, "--format", "csv")
    assert (result.status, result.out) == (0, HEADER)
    assert result.err == f"careerkit: {name} names no client\n"


@pytest.mark.parametrize(
    ("argv", "status", "message"),
    [
        (("--caseload", "nope.csv"), 4, "--caseload: nope.csv: No such file or directory"),
        (("--caseload", "."), 4, "--caseload: .: Is a directory"),
        (("--caseload", EXAMPLE, "--degree", "bs"), 2, "tells the facts of every client"),
        (("--caseload", EXAMPLE, "--study", "degree=bs"), 2, "and takes no others"),
        (("--caseload", EXAMPLE, "--profile", "x.yaml"), 2, "and takes no others"),
        (("--caseload", EXAMPLE, "--check"), 2, "and takes no others"),
        (("--caseload", EXAMPLE, "--interactive"), 2, "and takes no others"),
        (("--summary",), 2, "--summary counts the clients of a --caseload"),
        (("--caseload", EXAMPLE, "--data", "nowhere"), 4, "there is no folder 'nowhere'"),
        (("zzzz", "--caseload", EXAMPLE), 3, "there is no credential 'zzzz'"),
        (("--career", "zzzz", "--caseload", EXAMPLE), 3, "there is no career 'zzzz'"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "json", "table"])
def test_what_cannot_be_done_is_told_before_any_output(argv, status, message, form, eligible):
    """A wrong option, name, pack or file is one line, and nothing is written."""
    result = eligible(*argv, "--format", form)
    assert (result.status, result.out) == (status, "")
    assert message in result.err


@pytest.mark.parametrize("form", ["csv", "json", "table"])
def test_a_wrong_header_writes_nothing(form, run, sheet):
    """A header with mistakes leaves no first line behind."""
    result = run("eligible", "--caseload", sheet("client,degre\nA,bs\n"), "--format", form)
    assert (result.status, result.out) == (4, "")
    assert "column 2: there is no 'degre'; did you mean 'degree'?" in result.err


def test_a_bad_pack_writes_nothing(run, tmp_path):
    """A pack with mistakes is told before there is a row."""
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials" / "a-b.yaml").write_text("nam: x\n")
    result = run("eligible", "--caseload", EXAMPLE, "--format", "csv", "--data", str(tmp_path))
    assert (result.status, result.out) == (4, "")
    assert "a-b.yaml:1:1: 'nam' is not a key here" in result.err


def test_names_that_the_stream_cannot_carry_are_shown(eligible, sheet, monkeypatch):
    """A half of a character, or one that the encoding lacks, is shown as its escape."""
    text = '{"client": "\\ud800 René", "education": []}'
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        assert eligible("--caseload", sheet(text, "f.jsonl"), "--format", "csv").status == 0
    assert out.buffer.getvalue().splitlines()[1].startswith(b"\\ud800 Ren\\xe9,ahima-cca,")


def test_any_stream_is_written_to(eligible, monkeypatch):
    """A stream that is no file takes the rows too."""
    out = io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        assert eligible("--caseload", EXAMPLE, "--format", "csv").status == 0
    assert out.getvalue().startswith(HEADER)


@pytest.mark.parametrize(
    ("form", "terminal", "seen"),
    [
        ("csv", False, [(2, 2), (2, 0), (0, 0)]),
        ("csv", True, []),
        ("table", True, [(2, 2), (2, 0), (0, 0)]),
    ],
)
def test_progress_goes_to_a_terminal_without_rows(form, terminal, seen, sheet, monkeypatch):
    """Progress is shown part by part, out of the way of mistakes, and not among rows."""
    calls = []
    monkeypatch.setattr(
        caseload, "on_terminal", lambda _: lambda done, total: calls.append((done, total))
    )
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    main(["eligible", "cca", "--caseload", sheet("degree\naas\nzz\n"), "--format", form])
    assert calls == seen


@pytest.mark.parametrize("form", ["csv", "table"])
def test_interrupt(form, eligible, monkeypatch):
    """Ctrl-C exits 130 and says nothing."""

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(caseload, "judged", interrupt)
    result = eligible("--caseload", EXAMPLE, "--format", form)
    assert (result.status, result.out, result.err) == (130, "", "")


def test_further_processes_change_nothing(program, sheet):
    """In several processes the rows are the same, in the order of the file, mistakes too."""
    levels = ("aas", "bs", "zz", "ged", "none", "")
    lines = [f"c{number},{levels[number % 6]},him" for number in range(13)]
    name = sheet("\n".join(["client,degree,field", *lines]))
    argv = ("--caseload", name, "--format", "csv")
    one, three = (program(*argv, cores=number, capture_output=True) for number in (1, 3))
    assert (one.returncode, one.stdout, one.stderr) == (4, three.stdout, three.stderr)
    clients = [row.split(b",")[0] for row in one.stdout.splitlines()[1::2]]
    assert clients == [b"c%d" % number for number in range(13) if levels[number % 6] != "zz"]
    assert one.stderr.count(b"\n") == 3


@pytest.mark.parametrize("cores", [1, 2])
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_unknown_fields_are_named_once(form, cores, program, sheet):
    """Ten fields that no vocabulary has are named once for all clients, the others counted."""
    fields = [f"zq{number}zq" for number in (*range(12), *range(12))]
    lines = [f"bs,{field},retail:2y" for field in fields]
    if form == "jsonl":
        profile = (
            '{"education": [{"level": "bachelor", "field": "%s"}], "work": [{"field": "retail"}]}'
        )
        lines = [profile % field for field in fields]
    name = sheet("\n".join(["degree,field,work"] * (form == "csv") + lines), f"clients.{form}")
    argv = ("--caseload", name, "--format", "csv")
    *named, last = program(*argv, cores=cores, capture_output=True, text=True).stderr.splitlines()
    known = [f"zq{number}zq" for number in range(9)]
    assert [line.split("'")[1] for line in named] == [known[0], "retail", *known[1:]]
    assert "'retail' is not a field of work that careerkit knows: it is kept as told" in named[1]
    assert last == "careerkit: 3 more unknown fields are kept as told"


def test_unknown_fields_are_bounded(eligible, sheet, monkeypatch):
    """Of very many the number is a least one, and control characters are shown, not obeyed."""
    monkeypatch.setattr(caseload, "MOST_FIELDS", 12)
    monkeypatch.setattr(work, "MOST_FIELDS", 12)
    name = sheet("degree,field\n" + "".join(f"bs,zq{n}\x1b[31mzq\n" for n in range(20)))
    named, *_, last = eligible("--caseload", name, "--format", "csv").err.splitlines()
    assert named.startswith("careerkit: 'zq0\\x1b[31mzq' is not a field of study")
    assert last == "careerkit: at least 2 more unknown fields are kept as told"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at /proc")
@pytest.mark.parametrize(
    ("send", "how", "status"),
    [
        (os.killpg, signal.SIGINT, 130),
        (os.kill, signal.SIGINT, 130),
        (os.kill, signal.SIGTERM, -signal.SIGTERM),
    ],
)
def test_what_ends_the_run_ends_its_processes(program, send, how, status):
    """An interrupt or a termination is not said a word about, and nobody holds the output open."""
    process = program("--caseload", "-", "--format", "csv", cores=2, wait=False)
    process.stdin.write(b"degree\n" + b"aas\n" * 40)
    process.stdin.flush()  # and no end, so that it waits for more
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while len(children.read_text().split()) < 2:
        assert process.poll() is None
        time.sleep(0.05)
    send(process.pid, how)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (status, b"")


def test_closed_pipe_is_silent(program):
    """A reader that leaves early is no error and gets no message."""
    read, write = os.pipe()
    os.close(read)
    argv = ("--caseload", EXAMPLE, "--format", "csv")
    process = program(*argv, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (process.returncode, process.stderr) == (0, b"")


def test_the_small_records_are_used(small_house):
    """These claims hold of records that stay, whatever else is on record."""
    assert small_house == opening.CHECKOUT
