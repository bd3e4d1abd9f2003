"""Published files are read in the packing they come in, and from nowhere else."""

import gzip
import zipfile

import pytest
from importing import failure, zipped

from careerkit.importers.packed import Member, expanded, opened


def read(path):
    """Return the content of a file."""
    with opened(path) as stream:
        return stream.read()


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


def test_packing_is_taken_off(tmp_path):
    """A file as it is, gzipped, in an archive and gzipped in an archive is read alike."""
    plain, gz = tmp_path / "f.csv", tmp_path / "g.csv.GZ"
    plain.write_bytes(b"x")
    gz.write_bytes(gzip.compress(b"x"))
    inside = zipped(tmp_path / "h.zip", **{"in/h.csv": "x"})
    twice = zipped(tmp_path / "i.ZIP", **{"in/i.csv.gz": gzip.compress(b"x")})
    files = [file for path in (plain, gz, inside, twice) for file in expanded(path)]
    assert [read(file) for file in files] == [b"x"] * 4


def test_a_file_or_what_is_no_packing_stands_for_itself(tmp_path):
    """A file is given as it is named, whatever it is called: a workbook is no archive of files."""
    for name in ("f.xlsx", "f.csv.gz", "f"):
        path = zipped(tmp_path / name, **{"a.csv": "x"})
        assert expanded(path) == expanded(path, [".txt"]) == [path]


def test_the_files_of_an_archive_are_those_a_person_sees(agency):
    """Files in its folders are listed in order; folders and hidden files are none."""
    files = expanded(agency)
    assert list(map(str, files)) == [
        f"{agency}: oesm25nat/national.xlsx",
        f"{agency}: oesm25nat/notes.txt",
    ]
    assert [read(file) for file in files] == [b"book", b"text"]
    assert (files[0].name, files[0].suffix) == ("national.xlsx", ".xlsx")
    assert expanded(agency, [".xlsx"]) == [files[0]]


def test_the_files_of_a_folder_are_those_below_it(tmp_path, agency):
    """Folders in it and archives in them are looked into; hidden files are not seen."""
    for name in ("b/x.TXT", "b/y.txt.gz", "a.txt", ".c.txt", ".d/e.txt", "f.xlsx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(b"y") if path.suffix == ".gz" else b"x")
    files = [str(file).removeprefix(f"{tmp_path}/") for file in expanded(tmp_path, {".txt"})]
    notes = "oesm25nat.zip: oesm25nat/notes.txt"
    assert files == ["a.txt", "b/x.TXT", "b/y.txt.gz", notes]
    assert len(expanded(tmp_path)) == len(files) + 2


def test_nothing_to_read_is_told(tmp_path, agency):
    """What is not there, or holds no file of the kind, is named with what was looked for."""
    missing = tmp_path / "x"
    assert failure(expanded, missing) == f"there is no file or folder '{missing}'"
    empty = tmp_path / "empty"
    empty.mkdir()
    assert failure(expanded, empty) == f"there are no files to read in '{empty}'"
    message = f"there are no files to read (.csv, .pdf) in '{agency}'"
    assert failure(expanded, agency, [".pdf", ".csv"]) == message


@pytest.mark.parametrize("name", ["../x.csv", "/etc/x.csv", "a/../../x.csv", "C:\\\\x.csv"])
def test_a_name_that_leads_elsewhere_leads_nowhere(name, tmp_path):
    """What an archive calls its files is a name in the archive, never a place on the disk."""
    path = zipped(tmp_path / "f.zip", **{name: "inside"})
    assert [read(file) for file in expanded(path)] == [b"inside"]
    assert [*tmp_path.rglob("*")] == [path]


def test_two_files_of_one_name_are_told(tmp_path):
    """An archive that was added to may hold a file twice: which is meant is not guessed."""
    path = tmp_path / "f.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "x")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.csv", "y")
    assert failure(expanded, path) == f"{path}: holds two files of one name"


@pytest.mark.parametrize("content", [b"", b"PK", b"code,name\n"])
def test_an_archive_that_is_none_is_told(content, tmp_path):
    """A download that broke off names the file."""
    path = tmp_path / "f.zip"
    path.write_bytes(content)
    assert failure(expanded, path).startswith(f"{path}: is cut short or damaged (")


def test_a_file_that_says_it_is_smaller_gives_no_more_than_it_says(tmp_path):
    """The size an archive claims is a bound, not a promise to be trusted."""
    path = zipped(tmp_path / "f.zip", **{"f.csv": bytes(5000)})
    content = path.read_bytes().replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(content)
    (file,) = expanded(path)
    assert failure(read, file).startswith(f"{path}: f.csv: is cut short or damaged (Bad CRC-32")


def test_an_encrypted_file_is_told(tmp_path):
    """A file that needs a password names itself."""
    path = zipped(tmp_path / "f.zip", **{"f.csv": "x"})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    message = failure(read, *expanded(path))
    assert message.startswith(f"{path}: f.csv: cannot be unpacked (File 'f.csv' is encrypted, ")


def test_another_way_of_packing_is_told(tmp_path):
    """A method that Python does not know names the file."""
    path = zipped(tmp_path / "f.zip", **{"f.csv": "x"})
    content = bytearray(path.read_bytes())
    for at in (8, content.index(b"PK\x01\x02") + 10):
        content[at : at + 2] = (98).to_bytes(2, "little")
    path.write_bytes(content)
    assert failure(read, *expanded(path)).startswith(f"{path}: f.csv: cannot be unpacked (")


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path):
    """The failure names the file, for the command line to tell."""
    gone = Member(archive=tmp_path / "f.zip", inside="a.csv")
    for path in (tmp_path / "f.csv", tmp_path / "f.csv.gz", gone):
        with pytest.raises(FileNotFoundError):
            read(path)
