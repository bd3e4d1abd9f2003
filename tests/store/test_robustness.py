"""The cache of stores under fire: whatever befalls it, the command answers, and answers right.

Here the real command runs as users run it, in processes of its own: from a small checkout, or as a
wheel with a store and no data folder.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from careerkit.store.compile import compile_store

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="signals, limits and rights of files are POSIX"
)

SOURCE = Path(__file__).resolve().parents[2] / "src" / "careerkit"
CAREER = "medical-records-technician"
ASKED = ("show", CAREER, "--json", "--as-of", "2026-11-22")
PAGE = "title: {}\npublisher: Somebody\nkind: third-party\nretrieved: 2026-11-22\n"
MAIN = "from careerkit.cli import main\nsys.exit(main(sys.argv[1:]))\n"
KILLED_AT_AN_EVENT = f"""
import os, signal, sys
watched = {{"os.mkdir", "tempfile.mkstemp", "sqlite3.connect", "os.rename", "os.remove"}}
left = int(sys.argv.pop(1))
def watch(event, _):
    global left
    if event in watched:
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
{MAIN}"""
LIMITED = f"""
import resource, signal, sys
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)), -1))
if sys.argv.pop(1) == "killed":
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
{MAIN}"""
WITHOUT_YAML = f"""
import sys
sys.modules["yaml"] = None
{MAIN}"""


class Answer(NamedTuple):
    """What a careerkit left behind."""

    status: int
    out: str
    err: str


class House:
    """A careerkit of its own, and a cache that is empty at first."""

    def __init__(self, path: Path, home: Path) -> None:
        self.path = path
        self.home = home
        self.cache = home / "careerkit"

    def start(self, argv=ASKED, *, code=None, prefix=(), **options) -> subprocess.Popen:
        """Start the command, or ``code`` that does something to its own process before."""
        environment = {
            **os.environ,
            "PYTHONPATH": str(self.path),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(self.home),
            "XDG_CACHE_HOME": str(self.home),
            **options.pop("env", {}),
        }
        program = ["-c", code] if code else ["-m", "careerkit"]
        return subprocess.Popen(
            [*prefix, sys.executable, "-P", *program, *argv],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            **options,
        )

    def ask(self, argv=ASKED, **options) -> Answer:
        """Run the command to its end."""
        process = self.start(argv, **options)
        out, err = process.communicate()
        return Answer(process.returncode, out, err)

    def stores(self) -> list[Path]:
        """Return what the cache holds."""
        return sorted(self.cache.iterdir()) if self.cache.is_dir() else []


@pytest.fixture(scope="module")
def checkout_path(records, tmp_path_factory):
    """Lay out a checkout of the small records."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(records, folder / "data")
    shutil.copytree(
        SOURCE, folder / "src" / "careerkit", ignore=shutil.ignore_patterns("store.sqlite")
    )
    return folder / "src"


@pytest.fixture
def checkout(checkout_path, tmp_path):
    """Return the checkout, with a cache of this test's own."""
    return House(checkout_path, tmp_path / "home")


@pytest.fixture(scope="module")
def wheel_path(records, tmp_path_factory):
    """Lay out an installed wheel of the small records."""
    folder = tmp_path_factory.mktemp("wheel") / "installed"
    shutil.copytree(SOURCE, folder / "careerkit")
    compile_store([records], folder / "careerkit" / "store.sqlite")
    return folder


@pytest.fixture
def wheel(wheel_path, tmp_path):
    """Return the wheel, with a cache of this test's own."""
    return House(wheel_path, tmp_path / "home")


class First(NamedTuple):
    """A first use that nothing disturbed: its answer, how long it took, how large its store is."""

    right: Answer
    seconds: float
    size: int


@pytest.fixture(scope="module")
def first(checkout_path, tmp_path_factory):
    """Ask once with an empty cache."""
    house = House(checkout_path, tmp_path_factory.mktemp("first"))
    begin = time.monotonic()
    right = house.ask()
    seconds = time.monotonic() - begin
    assert (right.status, right.err, json.loads(right.out)["data"]["id"]) == (0, "", CAREER)
    (store,) = house.stores()
    return First(right, seconds, store.stat().st_size)


@pytest.fixture
def pack(tmp_path):
    """Make a pack of one source."""
    folder = tmp_path / "pack"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "extra.yaml").write_text(PAGE.format("A page"), encoding="utf-8")
    return folder


def held_by_rights() -> tuple[str, ...]:
    """Return what to put before a command so that the rights of files hold for it; or skip.

    They do not hold for root, who may however give up that he is above them.
    """
    if os.geteuid() != 0:
        return ()
    prefix = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
    if not shutil.which("setpriv") or subprocess.run([*prefix, "true"], check=False).returncode:
        pytest.skip("the rights of files do not hold for root, and there is no setpriv")
    return prefix


def on_a_full_disk(folder: Path, option: str) -> tuple[str, ...]:
    """Return what to put before a command so that ``folder`` is a disk without room; or skip.

    What is left on it is told on stderr afterwards.
    """
    private = ("unshare", "--map-root-user", "--mount")
    script = (
        'cache=$1; shift; mount -t tmpfs -o "$1" tmpfs "$cache" || exit 99; shift; '
        '"$@"; status=$?; ls -A "$cache" >&2; exit $status'
    )
    prefix = (*private, "sh", "-c", script, "sh", str(folder), option)
    if not shutil.which("unshare") or subprocess.run([*prefix, "true"], check=False).returncode:
        pytest.skip("no file system of one's own can be mounted here")
    return prefix


@pytest.mark.parametrize("part", range(1, 7))
def test_a_kill_at_any_moment_costs_only_time(part, checkout, first):
    """A first use killed by the clock leaves nothing that stops or spoils the next."""
    process = checkout.start()
    try:
        process.communicate(timeout=first.seconds * part / 6)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    assert [checkout.ask(), checkout.ask()] == [first.right] * 2


def test_a_kill_at_any_change_of_a_file_costs_only_time(checkout, first):
    """A first use killed before each thing it does to files leaves nothing in the way."""
    killed = 0
    while True:
        shutil.rmtree(checkout.home, ignore_errors=True)
        result = checkout.ask((str(killed + 1), *ASKED), code=KILLED_AT_AN_EVENT)
        if result == first.right:
            break
        assert (result.status, result.out) == (-signal.SIGKILL, "")
        killed += 1
        assert checkout.ask() == first.right
    assert killed >= 4


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.99])
def test_a_kill_in_the_middle_of_writing_costs_only_time(part, checkout, first):
    """A process killed while it writes leaves a piece of a file, which nobody takes for a store."""
    pytest.importorskip("resource")
    limit = str(int(first.size * part))
    result = checkout.ask((limit, "killed", *ASKED), code=LIMITED)
    assert (result.status, result.out) == (-signal.SIGXFSZ, "")
    (piece,) = checkout.stores()
    assert piece.suffix == ".new"
    assert [checkout.ask(), checkout.ask()] == [first.right] * 2


def test_what_a_killed_process_left_is_swept_later(checkout, first, pack):
    """A half-written file goes once it is so old that nobody can still be writing it."""
    checkout.ask()
    (store,) = checkout.stores()
    old, young = (store.with_name(f"{store.name}{each}.new") for each in ("old", "young"))
    for path in (old, young):
        path.write_bytes(b"a piece")
    os.utime(old, (time.time() - 4000, time.time() - 4000))
    assert checkout.ask() == first.right
    assert {old, young} < {*checkout.stores()}
    assert checkout.ask((*ASKED, "--data", str(pack))) == first.right
    assert {old, young} & {*checkout.stores()} == {young}


@pytest.mark.parametrize("option", ["size=64k", "nr_inodes=1"])
def test_a_full_disk_under_the_cache_costs_only_time(option, checkout, first):
    """Without room for a store, or for any file, the answer comes and nothing is left."""
    checkout.cache.mkdir(parents=True)
    assert checkout.ask(prefix=on_a_full_disk(checkout.cache, option)) == first.right


@pytest.mark.parametrize("part", [0.0, 0.5])
def test_no_room_anywhere_costs_only_time(part, checkout, first):
    """Where no file can be written at all the answer comes, and nothing is left."""
    pytest.importorskip("resource")
    limit = str(int(first.size * part))
    assert checkout.ask((limit, "told", *ASKED), code=LIMITED) == first.right
    assert checkout.stores() == []


def test_eight_at_once_all_answer(checkout, first):
    """Eight processes that find the cache empty do not disturb one another; one store is left."""
    processes = [checkout.start() for _ in range(8)]
    outputs = [each.communicate() for each in processes]
    answers = [
        Answer(each.returncode, *told) for each, told in zip(processes, outputs, strict=True)
    ]
    assert answers == [first.right] * 8
    (store,) = checkout.stores()
    assert store.suffix == ".sqlite"


def test_a_cache_that_vanishes_all_the_time_costs_only_time(checkout, first):
    """Somebody clears the cache again and again while it is used, and every answer comes."""
    done = threading.Event()

    def clear():
        while not done.wait(0.01):
            shutil.rmtree(checkout.home, ignore_errors=True)

    clearing = threading.Thread(target=clear)
    clearing.start()
    try:
        answers = [checkout.ask() for _ in range(3)]
    finally:
        done.set()
        clearing.join()
    assert answers == [first.right] * 3


@pytest.mark.parametrize("rights", [0o555, 0o000], ids=["cannot be written", "cannot be entered"])
def test_a_cache_folder_without_rights_costs_only_time(rights, checkout, first):
    """A cache that may not be written, or not even be looked into, does not stop the answer."""
    prefix = held_by_rights()
    checkout.cache.mkdir(parents=True)
    checkout.cache.chmod(rights)
    try:
        assert checkout.ask(prefix=prefix) == first.right
    finally:
        checkout.cache.chmod(0o755)
    assert checkout.stores() == []


def test_a_cache_that_can_only_be_read_is_read(checkout, first):
    """A store in a cache that may not be written is used, not compiled again."""
    prefix = held_by_rights()
    checkout.ask()
    checkout.cache.chmod(0o555)
    try:
        assert checkout.ask(prefix=prefix, code=WITHOUT_YAML) == first.right
    finally:
        checkout.cache.chmod(0o755)


@pytest.mark.parametrize("home", ["/proc/none", "/dev/null", "a file"])
def test_a_home_that_can_hold_no_folder_costs_only_time(home, checkout, first, tmp_path):
    """Where the cache's folder cannot be made the answer comes all the same."""
    if home == "a file":
        path = tmp_path / "file"
        path.touch()
        home = str(path)
    assert checkout.ask(env={"XDG_CACHE_HOME": home}) == first.right


def zeros_in_the_header(store: Path) -> None:
    """Write zeros over the first hundred bytes."""
    content = store.read_bytes()
    store.write_bytes(bytes(100) + content[100:])


def cut(store: Path) -> None:
    """Cut off the second half."""
    os.truncate(store, store.stat().st_size // 2)


def emptied(store: Path) -> None:
    """Leave nothing."""
    store.write_bytes(b"")


def a_text(store: Path) -> None:
    """Put a text of the same size in its place."""
    store.write_bytes(b"no store\n" * (store.stat().st_size // 9))


def a_folder(store: Path) -> None:
    """Put a folder that is not empty in its place."""
    store.unlink()
    store.mkdir()
    (store / "in the way").touch()


def a_link_to_nowhere(store: Path) -> None:
    """Put a link that leads nowhere in its place."""
    store.unlink()
    store.symlink_to(store.with_name("nowhere"))


def a_link_to_itself(store: Path) -> None:
    """Put a link that leads to itself in its place."""
    store.unlink()
    store.symlink_to(store)


def unreadable(store: Path) -> None:
    """Take away the right to read."""
    store.chmod(0)


def of_other_folders(store: Path) -> None:
    """Put a whole store of other folders, and so of another fingerprint, in its place."""
    shutil.rmtree(store.parent / "other", ignore_errors=True)
    (store.parent / "other" / "sources").mkdir(parents=True)
    compile_store([store.parent / "other"], store, fingerprint="other")


@pytest.mark.parametrize(
    "damage",
    [
        *(zeros_in_the_header, cut, emptied, a_text, a_folder, a_link_to_nowhere),
        *(a_link_to_itself, unreadable, of_other_folders),
    ],
    ids=lambda damage: damage.__name__.replace("_", " "),
)
def test_what_is_no_whole_store_costs_only_time(
    damage: Callable[[Path], None], checkout: House, first: First
) -> None:
    """Whatever lies where the store should be, the next answer is right, and the cache is again.

    Only a folder that is not empty stays in the way: then each answer costs the time.
    """
    prefix = held_by_rights() if damage is unreadable else ()
    checkout.ask()
    (store,) = checkout.stores()
    damage(store)
    assert checkout.ask(prefix=prefix) == first.right
    mended = None if damage is a_folder else WITHOUT_YAML
    assert checkout.ask(prefix=prefix, code=mended) == first.right


def another_figure(store: Path) -> None:
    """Change one digit of one figure."""
    content = store.read_bytes()
    assert b'"openings_per_year":14200' in content
    store.write_bytes(content.replace(b'"openings_per_year":14200', b'"openings_per_year":74200'))


def zeros_in_the_middle(store: Path) -> None:
    """Write zeros over all but the first pages, as after a power cut."""
    size = store.stat().st_size
    with store.open("r+b") as file:
        file.seek(size // 8)
        file.write(bytes(size - size // 8))


def no_text(store: Path) -> None:
    """Make a text of bytes that are no text."""
    content = store.read_bytes()
    store.write_bytes(content.replace(b'"openings_per_year":', b'"openings\xffper_year":'))


DAMAGES = pytest.mark.parametrize(
    "damage",
    [another_figure, zeros_in_the_middle, no_text],
    ids=lambda damage: damage.__name__.replace("_", " "),
)


@DAMAGES
def test_damage_that_shows_while_reading_costs_only_time(damage, checkout, first):
    """A store that looks whole and is not is compiled anew in the midst of answering."""
    checkout.ask()
    (store,) = checkout.stores()
    whole = store.read_bytes()
    damage(store)
    assert whole != store.read_bytes()
    assert checkout.ask() == first.right
    assert checkout.ask(code=WITHOUT_YAML) == first.right


@DAMAGES
@pytest.mark.parametrize("packed", [False, True], ids=["alone", "with a pack"])
def test_damage_of_a_wheel_is_told(damage, packed, wheel, pack, tmp_path):
    """What a wheel brings cannot be made anew: one line says to reinstall it."""
    broken = House(tmp_path / "installed", wheel.home)
    shutil.copytree(wheel.path, broken.path)
    damage(broken.path / "careerkit" / "store.sqlite")
    told = broken.ask((*ASKED, *(("--data", str(pack)) if packed else ())))
    assert (told.status, told.out, told.err.count("\n")) == (4, "", 1)
    assert "reinstall careerkit" in told.err


def title_of_extra(told: Answer) -> str:
    """Return the title of the pack's source."""
    assert (told.status, told.err) == (0, "")
    (found,) = (each for each in json.loads(told.out)["data"]["sources"] if each["id"] == "extra")
    return str(found["title"])


def test_a_pack_that_changes_all_the_time_does_not_stop_the_answer(wheel, pack):
    """While a record changes again and again every answer comes, and the last change is seen."""
    packed = ("sources", "--json", "--data", str(pack))
    path = pack / "sources" / "extra.yaml"
    done = threading.Event()

    def change():
        aside = path.with_name(".aside")
        while not done.wait(0.05):
            aside.write_text(PAGE.format("Another page"), encoding="utf-8")
            aside.replace(path)

    changing = threading.Thread(target=change)
    changing.start()
    try:
        seen = {title_of_extra(wheel.ask(packed)) for _ in range(4)}
    finally:
        done.set()
        changing.join()
    assert "Another page" in seen <= {"A page", "Another page"}
    path.write_text(PAGE.format("The last"), encoding="utf-8")
    assert [title_of_extra(wheel.ask(packed)) for _ in range(2)] == ["The last"] * 2


def test_each_of_many_quick_changes_is_seen(wheel, pack):
    """A change right after an answer is seen by the next, though size and length are the same."""
    packed = ("sources", "--json", "--data", str(pack))
    path = pack / "sources" / "extra.yaml"
    for number in range(5):
        with path.open("r+", encoding="utf-8") as file:
            file.write(PAGE.format(f"Page {number}"))
        assert title_of_extra(wheel.ask(packed)) == f"Page {number}"


def test_a_wheel_without_its_store_says_what_to_do(wheel, tmp_path):
    """A careerkit that has lost its data says so in one line, with a pack and without."""
    broken = House(tmp_path / "installed", wheel.home)
    shutil.copytree(wheel.path, broken.path)
    (broken.path / "careerkit" / "store.sqlite").unlink()
    told = Answer(
        4, "", "careerkit: the data that belong to careerkit are not there; reinstall careerkit\n"
    )
    assert [broken.ask(), broken.ask((*ASKED, "--data", str(tmp_path)))] == [told] * 2


def test_a_pack_on_a_damaged_wheel_says_what_to_do(wheel, pack, tmp_path):
    """A pack cannot lie on top of a store that is none; one line says to reinstall."""
    broken = House(tmp_path / "installed", wheel.home)
    shutil.copytree(wheel.path, broken.path)
    a_text(broken.path / "careerkit" / "store.sqlite")
    told = broken.ask((*ASKED, "--data", str(pack)))
    assert (told.status, told.out, told.err.count("\n")) == (4, "", 1)
    assert "reinstall careerkit" in told.err
