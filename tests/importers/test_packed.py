"""Published files are read in the packing they come in, and from nowhere else."""

import gzip
import zipfile

import pytest

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.importers import packed
from careerkit.importers.packed import Member, expanded, members, opened


def zipped(path, **files):
    """Write a zip archive with these files; return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def read(path):
    """Return the name that a file is opened by, and its content."""
    with opened(path) as (name, stream):
        return name, stream.read()


def failure(call, *args):
    """Return the message of the failure for bad data that a call ends in."""
    with pytest.raises(CareerkitError) as failed:
        call(*args)
    assert failed.value.status is ExitStatus.BAD_DATA
    return failed.value.message


@pytest.fixture
def agency(tmp_path):
    """Return an archive as agencies lay them out, with what a Mac adds."""
    return zipped(
        tmp_path / "oesm25nat.zip",
        **{
            "oesm25nat/": "",
            "oesm25nat/national.xlsx": "book",
            "oesm25nat/notes.txt": "text",
            "__MACOSX/oesm25nat/._national.xlsx": "x",
            "oesm25nat/.DS_Store": "x",
            "oesm25nat/~$national.xlsx": "open in Excel",
        },
    )


def test_packing_is_taken_off_the_name(tmp_path):
    """The name of what is opened is that of the file inside."""
    plain, gz = tmp_path / "f.csv", tmp_path / "g.csv.gz"
    plain.write_bytes(b"x")
    gz.write_bytes(gzip.compress(b"x"))
    inside = zipped(tmp_path / "h.zip", **{"in/h.csv": "x"})
    twice = zipped(tmp_path / "i.ZIP", **{"in/i.csv.gz": gzip.compress(b"x")})
    assert [read(path) for path in (plain, gz, inside, twice)] == [
        (f"{name}.csv", b"x") for name in "fghi"
    ]


@pytest.mark.parametrize("count", [0, 2])
def test_an_archive_of_no_or_many_files_is_no_file(count, tmp_path):
    """Which of several files is meant is not guessed where one is to be opened."""
    path = zipped(tmp_path / "f.zip", **{f"{n}.csv": "x" for n in range(count)})
    told = f"{path}: holds {count} files; unpack it and name the right one"
    assert failure(read, path) == told


def test_a_file_or_what_is_no_packing_stands_for_itself(tmp_path):
    """A file is given as it is named, whatever it is called: a workbook is no archive of files."""
    for name in ("f.xlsx", "f.csv.gz", "f"):
        path = zipped(tmp_path / name, **{"a.csv": "x"})
        assert expanded(path) == expanded(path, [".txt"]) == [path]


def test_the_files_of_an_archive_are_those_a_person_sees(agency):
    """Files in its folders are listed in order; folders and hidden files are none."""
    found = expanded(agency)
    assert list(map(str, found)) == [
        f"{agency}: oesm25nat/national.xlsx",
        f"{agency}: oesm25nat/notes.txt",
    ]
    assert [read(each) for each in found] == [("national.xlsx", b"book"), ("notes.txt", b"text")]
    first = found[0]
    assert (first.name, first.stem, first.suffix) == ("national.xlsx", "national", ".xlsx")
    assert expanded(agency, [".xlsx"]) == [first]


def test_the_files_of_a_folder_are_those_below_it(tmp_path, agency):
    """Folders in it and archives in them are looked into; hidden files are not seen."""
    for name in ("b/x.TXT", "b/y.txt.gz", "a.txt", ".c.txt", ".d/e.txt", "f.xlsx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(b"y") if path.suffix == ".gz" else b"x")
    found = [str(each).removeprefix(f"{tmp_path}/") for each in expanded(tmp_path, {".txt"})]
    notes = "oesm25nat.zip: oesm25nat/notes.txt"
    assert found == ["a.txt", "b/x.TXT", "b/y.txt.gz", notes]
    assert len(expanded(tmp_path)) == len(found) + 2


def test_nothing_to_read_is_told(tmp_path, agency):
    """What is not there, or holds no file of the kind, is named with what was looked for."""
    missing = tmp_path / "x"
    assert failure(expanded, missing) == f"there is no file or folder '{missing}'"
    empty = tmp_path / "empty"
    empty.mkdir()
    assert failure(expanded, empty) == f"there are no files to read in '{empty}'"
    told = f"there are no files to read (.csv, .pdf) in '{agency}'"
    assert failure(expanded, agency, [".pdf", ".csv"]) == told


@pytest.mark.parametrize("name", ["../x.csv", "/etc/x.csv", "a/../../x.csv", "C:\\\\x.csv"])
def test_a_name_that_leads_elsewhere_leads_nowhere(name, tmp_path):
    """What an archive calls its files is a name in the archive, never a place on the disk."""
    path = zipped(tmp_path / "f.zip", **{name: "inside"})
    for each in expanded(path):
        assert read(each)[1] == b"inside"
    assert [*tmp_path.rglob("*")] == [path]


def test_two_files_of_one_name_are_told(tmp_path):
    """An archive that was added to may hold a file twice: which is meant is not guessed."""
    path = tmp_path / "f.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "x")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.csv", "y")
    for call in (expanded, read):
        assert failure(call, path) == f"{path}: holds 'a.csv' twice"


@pytest.mark.parametrize("content", [b"", b"PK", b"code,name\n"])
def test_an_archive_that_is_none_is_told(content, tmp_path):
    """A download that broke off names the file."""
    path = tmp_path / "f.zip"
    path.write_bytes(content)
    assert failure(members, path).startswith(f"{path}: is cut short or damaged (")


def test_an_archive_in_an_archive_is_told(tmp_path):
    """Only one packing is taken off."""
    inner = zipped(tmp_path / "in.zip", **{"a.csv": "x"}).read_bytes()
    path = zipped(tmp_path / "out.zip", **{"in.zip": inner})
    (found,) = expanded(path)
    told = f"{path}: in.zip: is an archive in an archive; unpack {path}"
    assert failure(read, found) == failure(read, path) == told


def test_more_than_a_table_can_hold_is_not_read(tmp_path, monkeypatch):
    """A file that unpacks to more than the limit is refused, and just the limit is read."""
    monkeypatch.setattr(packed, "_LIMIT", 1 << 20)
    for size, is_read in ((1 << 20, True), ((1 << 20) + 1, False)):
        content = bytes(size)
        gz = tmp_path / "f.csv.gz"
        gz.write_bytes(gzip.compress(content))
        archive = zipped(tmp_path / "f.zip", **{"f.csv": content})
        twice = zipped(tmp_path / "g.zip", **{"f.csv.gz": gz.read_bytes()})
        for path in (gz, archive, twice):
            if is_read:
                assert read(path)[1] == content
            else:
                message = failure(read, path)
                assert "f.csv" in message or path == gz
                told = ": would unpack to more than 1 MiB; is it the right file?"
                assert message.startswith(f"{path}") and message.endswith(told)  # noqa: PT018


def test_a_file_that_says_it_is_smaller_gives_no_more_than_it_says(tmp_path, monkeypatch):
    """The size an archive claims is a bound, not a promise to be trusted."""
    path = zipped(tmp_path / "f.zip", **{"f.csv": bytes(5000)})
    content = path.read_bytes().replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(content)
    with pytest.raises(zipfile.BadZipFile):
        read(path)


def test_an_encrypted_file_is_told(tmp_path):
    """A file that needs a password names itself."""
    path = zipped(tmp_path / "f.zip", **{"f.csv": "x"})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert failure(read, path) == f"{path}: f.csv: is encrypted; unpack {path}"


def test_another_way_of_packing_is_told(tmp_path):
    """A method that Python does not know names the file."""
    path = zipped(tmp_path / "f.zip", **{"f.csv": "x"})
    content = bytearray(path.read_bytes())
    for at in (8, content.index(b"PK\x01\x02") + 10):
        content[at : at + 2] = (98).to_bytes(2, "little")
    path.write_bytes(content)
    assert failure(read, path).startswith(f"{path}: f.csv: cannot be unpacked (")


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path):
    """The failure names the file, for the command line to tell."""
    for name in ("f.csv", "f.csv.gz", "f.zip"):
        with pytest.raises(FileNotFoundError) as failed:
            read(tmp_path / name)
        assert str(failed.value.filename) == str(tmp_path / name)
    gone = Member(archive=tmp_path / "f.zip", inside="a.csv")
    with pytest.raises(FileNotFoundError):
        read(gone)
