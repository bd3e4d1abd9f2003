"""Career records are changed all or none, and what a person wrote in them stays."""

from pathlib import Path

import pytest
import yaml

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.importers.careers import CareerFiles, group_of, source_text
from careerkit.importers.writing import write_all
from careerkit.model.vocabulary import GROUPS
from careerkit.store.compile import load

SCHEMA = "# yaml-language-server: $schema=../../schemas/career.schema.json\n"
CLERK = "title: Clerk\nsoc: 43-4071\ngroup: office\nsources: [s]\n"


def record(data, name, text=CLERK):
    """Write a career's record and return its path."""
    path = data / "careers" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def snapshot(folder):
    """Return every file below a folder with its content and the time it was written."""
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def failure(call):
    """Return the message of the failure for bad data that a call ends in."""
    with pytest.raises(CareerkitError) as failed:
        call()
    assert failed.value.status is ExitStatus.BAD_DATA
    return failed.value.message


def begun(tmp_path, *codes):
    """Begin records for codes and titles, write them, and return their texts by id."""
    files = CareerFiles.read(tmp_path)
    for soc, title in codes:
        files.ensure(soc, title, "bls")
    assert files.write() == len(codes)
    return {path.stem: path.read_text("utf-8") for path in (tmp_path / "careers").iterdir()}


def test_a_folder_without_careers_has_none(tmp_path):
    """An import may begin with nothing, and writes nothing where nothing changed."""
    files = CareerFiles.read(tmp_path / "new")
    assert (files.texts, files.by_soc) == ({}, {})
    assert files.write() == 0
    assert snapshot(tmp_path) == {}


def test_a_record_is_begun_with_what_every_career_has(tmp_path):
    """A code without a record gets one, under its title."""
    assert begun(tmp_path, ("29-2072", "Medical records specialists")) == {
        "medical-record-specialist": f"{SCHEMA}title: Medical records specialists\nsoc: 29-2072\n"
        "group: health-information\nsources: [bls]\n"
    }


@pytest.mark.parametrize(
    "title",
    [
        "Legislators: state and local",
        "Managers #1",
        "'Tis a title",
        "[Clerks], all other",
        "- Clerks",
        'Cooks & bakers; "short order"',
        "Maîtres d'hôtel",
        "Couturières/couturiers",
        "Señoras, señores",
        "Yes",
        "911",
    ],
)
def test_any_title_makes_a_record_that_is_read(title, tmp_path):
    """Whatever letters a title has, the record is valid and holds the title."""
    begun(tmp_path, ("43-4071", title))
    fields = {"title": "t", "publisher": "p", "kind": "seed", **RETRIEVED}
    write_all(source_text(tmp_path, "bls", fields))
    entries, problems = load([tmp_path], {})
    assert problems == []
    assert title in [entry.value.title for entry in entries]


RETRIEVED = {"retrieved": "2026-11-22"}


def test_a_code_on_record_is_not_begun_again(tmp_path):
    """A person's record stays, whatever it is called there."""
    record(tmp_path, "clerk")
    before = snapshot(tmp_path)
    files = CareerFiles.read(tmp_path)
    files.ensure("43-4071", "File clerks", "bls")
    assert files.write() == 0
    assert snapshot(tmp_path) == before


def test_two_codes_of_one_title_have_a_file_each(tmp_path):
    """A name that is taken gets the code behind it."""
    record(tmp_path, "file-clerk", CLERK)
    files = CareerFiles.read(tmp_path)
    for soc in ("43-4072", "43-4073", "43-4073"):
        files.ensure(soc, "File Clerks", "bls")
    assert files.write() == 2
    names = {path.name for path in (tmp_path / "careers").iterdir()}
    assert names == {"file-clerk.yaml", "file-clerk-43-4072.yaml", "file-clerk-43-4073.yaml"}


def test_every_record_of_a_code_is_changed(tmp_path):
    """Two careers of one code both get its figures; another's record is not touched."""
    first = record(tmp_path, "first")
    second = record(tmp_path, "second", CLERK.replace("Clerk", "Other") + "# by hand\n")
    other = record(tmp_path, "other", CLERK.replace("4071", "4081"))
    before = snapshot(tmp_path)
    files = CareerFiles.read(tmp_path)
    files.put_value("43-4071", ("requirements", "training"), {"level": "none", "source": "s"})
    files.put_item("43-4071", ("wages",), {"mean": 1}, lambda item: "mean" in item)
    assert snapshot(tmp_path) == before
    assert files.write() == 2
    for path in (first, second):
        told = yaml.safe_load(path.read_text("utf-8"))
        assert told["wages"] == [{"mean": 1}]
        assert told["requirements"] == {"training": {"level": "none", "source": "s"}}
    assert second.read_text("utf-8").endswith("# by hand\n")
    assert snapshot(tmp_path)[other] == before[other]


def test_one_record_of_a_code_is_changed_by_its_path(tmp_path):
    """Where a person wrote into one of two records, each can be treated as it needs."""
    first, second = record(tmp_path, "first"), record(tmp_path, "second")
    before = snapshot(tmp_path)
    files = CareerFiles.read(tmp_path)
    files.put_value(first, ("official_title",), "Clerks")
    files.put_item(first, ("wages",), {"mean": 1}, lambda _: False)
    assert files.values("43-4071", ("official_title",)) == ["Clerks", None]
    assert files.write() == 1
    assert yaml.safe_load(first.read_text("utf-8"))["wages"] == [{"mean": 1}]
    assert snapshot(tmp_path)[second] == before[second]


def test_keys_come_in_the_order_of_the_model(tmp_path):
    """What is added stands where a person would look for it."""
    path = record(tmp_path, "clerk", CLERK + "related: []\n")
    files = CareerFiles.read(tmp_path)
    for key in ("wages", "outlook"):
        files.put_item("43-4071", (key,), {"mean": 1}, lambda _: False)
    for key in (("attainment",), ("official_title",), ("requirements", "training")):
        files.put_value("43-4071", key, "x")
    files.put_item("43-4071", ("requirements", "education"), {"level": "none"}, lambda _: False)
    files.write()
    told = yaml.safe_load(path.read_text("utf-8"))
    added = ["title", "official_title", "soc", "group", "sources", "requirements", "attainment"]
    assert [*told] == [*added, "outlook", "wages", "related"]
    assert [*told["requirements"]] == ["education", "training"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "a: [\n", "a: b: c\n", "\tx: 1\n", "a: *b\n"])
def test_a_record_that_is_no_yaml_is_named(text, tmp_path):
    """The failure names the file and the command that tells more."""
    path = record(tmp_path, "bad", text)
    message = failure(lambda: CareerFiles.read(tmp_path))
    assert message == f"{path}: cannot be read; careerkit validate says why"


def test_a_record_that_is_not_utf_8_is_named(tmp_path):
    """A record of another encoding is told like one that is no YAML."""
    path = record(tmp_path, "bad")
    path.write_bytes(b"title: caf\xe9\n")
    assert failure(lambda: CareerFiles.read(tmp_path)).startswith(f"{path}: ")


@pytest.mark.parametrize("text", ["title: Clerk\n", "[a, b]\n", "word\n", "soc: [x]\n"])
def test_a_record_without_a_code_is_left_alone(text, tmp_path):
    """What validate will tell is no business of an import."""
    record(tmp_path, "bad", text)
    before = snapshot(tmp_path)
    files = CareerFiles.read(tmp_path)
    files.ensure("43-4071", "Clerks", "bls")
    assert files.write() == 1
    assert before.items() <= snapshot(tmp_path).items()


@pytest.mark.parametrize("above", ["word", "{skills: [filing]}", "[a]"])
def test_a_record_that_can_take_no_value_is_named(above, tmp_path):
    """A record that cannot be added to is the failure of that file, and is left as it is."""
    path = record(tmp_path, "clerk", f"{CLERK}requirements: {above}\n")
    before = snapshot(tmp_path)
    files = CareerFiles.read(tmp_path)
    for put, value in (
        (files.put_value, ("x",)),
        (files.put_item, ({"level": "none"}, lambda _: False)),
    ):
        message = failure(lambda p=put, v=value: p("43-4071", ("requirements", "education"), *v))
        assert message.startswith(f"{path}: ")
        assert "'requirements'" in message
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("soc", "group"),
    [
        ("11-1011", "management"),
        ("13-2011", "business-finance"),
        ("15-1252", "computer-math"),
        ("17-2051", "architecture-engineering"),
        ("19-1042", "science"),
        ("21-1093", "community-social-service"),
        ("23-1011", "legal"),
        ("25-2021", "education"),
        ("27-2011", "arts-media"),
        ("29-1141", "health-practice"),
        ("29-2061", "health-technical"),
        ("29-9091", "health-technical"),
        ("29-2072", "health-information"),
        ("29-9021", "health-information"),
        ("31-9092", "health-support"),
        ("33-3051", "protective-service"),
        ("35-2014", "food"),
        ("37-2011", "cleaning-grounds"),
        ("39-5012", "personal-service"),
        ("41-2031", "sales"),
        ("43-4071", "office"),
        ("45-2092", "farming-fishing-forestry"),
        ("47-2111", "construction-extraction"),
        ("49-3023", "maintenance-repair"),
        ("51-4121", "production"),
        ("53-3032", "transportation"),
    ],
)
def test_a_code_belongs_to_the_group_of_its_major_group(soc, group):
    """The groups are those of SOC, with health in four."""
    assert group_of(soc) == group
    assert group in GROUPS


def test_a_code_of_no_group_is_refused(tmp_path):
    """A code outside the civilian major groups is the failure of the file it is from."""
    files = CareerFiles.read(tmp_path)
    message = failure(lambda: files.ensure("55-1011", "Air crew officers", "bls"))
    assert "55-1011" in message


def test_what_did_not_change_is_not_written(tmp_path):
    """A record that gets what it has keeps its bytes and its date."""
    record(tmp_path, "clerk", CLERK + "wages: [{mean: 1}]  # by hand\n")
    before = snapshot(tmp_path)
    files = CareerFiles.read(tmp_path)
    files.put_item("43-4071", ("wages",), {"mean": 1}, lambda _: True)
    files.put_value("43-4071", ("title",), "Clerk")
    assert files.write() == 0
    assert snapshot(tmp_path) == before


def test_line_ends_of_windows_stay(tmp_path):
    """A record with CRLF keeps them: a change touches no line beside its own."""
    path = record(tmp_path, "clerk", f"{CLERK}# by hand\n".replace("\n", "\r\n"))
    before = path.read_bytes()
    files = CareerFiles.read(tmp_path)
    files.put_value("43-4071", ("official_title",), "File clerks")
    files.write()
    after = path.read_bytes()
    lines = after.splitlines(keepends=True)
    assert [each for each in lines if not each.startswith(b"official_title")] == before.splitlines(
        keepends=True
    )
    assert yaml.safe_load(after)["official_title"] == "File clerks"


def test_lines_end_alike_on_every_system(tmp_path):
    """A new record's lines end in LF, whatever the system writes otherwise."""
    begun(tmp_path, ("43-4071", "Clerks"))
    assert b"\r" not in (tmp_path / "careers" / "clerk.yaml").read_bytes()


def test_a_byte_order_mark_shifts_no_span(tmp_path):
    """Behind the mark that some editors write, the value that is replaced is the right one."""
    path = record(tmp_path, "clerk", "\ufeff" + CLERK)
    files = CareerFiles.read(tmp_path)
    files.put_value("43-4071", ("title",), "File clerk")
    files.write()
    after = path.read_text("utf-8-sig")
    assert after == CLERK.replace("Clerk", "File clerk")


def full(*_args, **_kwargs):
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


def test_a_write_that_fails_half_way_changes_nothing(tmp_path, monkeypatch):
    """A disk that fills up while the files are written leaves every record as it was."""
    for number in range(3):
        record(tmp_path, f"clerk-{number}")
    before = snapshot(tmp_path)
    files = CareerFiles.read(tmp_path)
    files.put_value("43-4071", ("title",), "File clerk")
    real = Path.write_bytes

    def fails(self, content):
        real(self, b"cut")
        if "2" in self.name:
            full()
        return real(self, content)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", fails)
        with pytest.raises(OSError, match="No space"):
            files.write()
    assert snapshot(tmp_path) == before


def test_a_source_is_written_once(tmp_path):
    """A source on record stays: a person may have said more of it."""
    fields = {"title": "Figures", "publisher": "BLS", "kind": "official-data", **RETRIEVED}
    write_all(source_text(tmp_path, "bls", fields))
    path = tmp_path / "sources" / "bls.yaml"
    assert path.read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schemas/source.schema.json\n"
        "title: Figures\npublisher: BLS\nkind: official-data\nretrieved: 2026-11-22\n"
    )
    assert load([tmp_path], {})[1] == []
    path.write_text("title: by hand\n", encoding="utf-8")
    write_all(source_text(tmp_path, "bls", fields))
    assert path.read_text("utf-8") == "title: by hand\n"


def test_records_go_with_their_source_or_not_at_all(tmp_path, monkeypatch):
    """The source, a newer table and the records are one step; an older table goes with it."""
    path = record(tmp_path, "clerk")
    older, newer = tmp_path / "wages" / "2024.csv", tmp_path / "wages" / "2025.csv"
    older.parent.mkdir()
    older.write_text("old", encoding="utf-8")
    before = snapshot(tmp_path)
    files = CareerFiles.read(tmp_path)
    files.put_value("43-4071", ("official_title",), "Clerks")
    source = source_text(tmp_path, "bls", {"title": "Figures"})
    real = Path.replace

    def fails(self, target):
        if self.name == ".bls.yaml.new":
            full()
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fails)
        with pytest.raises(OSError, match="No space"):
            files.write({newer: "new", **source}, [older])
    assert snapshot(tmp_path) == before
    assert files.write({newer: "new", **source}, [older]) == 1
    assert {each.name for each in snapshot(tmp_path)} == {"clerk.yaml", "2025.csv", "bls.yaml"}
    assert "official_title: Clerks\n" in path.read_text("utf-8")
    assert source_text(tmp_path, "bls", {"title": "Others"}) == {}
