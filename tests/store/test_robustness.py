"""The cache of stores under fire: what only a process of its own can show.

The command runs as users run it, over a checkout of a few records.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="signals, limits and rights of files are POSIX"
)

ASKED = ("list", "--json", "--as-of", "2026-11-22")
MAIN = """
import os, pathlib, sys
from careerkit.cli import main
from careerkit.store import open_store
open_store.CHECKOUT = pathlib.Path(os.environ["CHECKOUT"])
sys.exit(main(sys.argv[1:]))
"""
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


class Checkout:
    """A checkout of a few records, and a cache that is empty at first."""

    def __init__(self, data: Path, home: Path) -> None:
        self.data = data
        self.home = home
        self.cache = home / "careerkit"

    def start(self, *given: str, code: str = MAIN, prefix: tuple[str, ...] = ()):
        """Start the command, by code that may do something to its own process before."""
        environment = {**os.environ, "CHECKOUT": str(self.data), "XDG_CACHE_HOME": str(self.home)}
        return subprocess.Popen(
            [*prefix, sys.executable, "-P", "-c", code, *given, *ASKED],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def ask(self, *given, **options) -> Answer:
        """Run the command to its end."""
        process = self.start(*given, **options)
        out, err = process.communicate()
        return Answer(process.returncode, out, err)

    def stores(self) -> list[Path]:
        """Return what the cache holds."""
        return sorted(self.cache.iterdir()) if self.cache.is_dir() else []


@pytest.fixture
def checkout(tiny, tmp_path):
    """Return a checkout of the tiny records, with a cache of this test's own."""
    return Checkout(tiny, tmp_path / "home")


@pytest.fixture
def right(checkout):
    """Return the answer of a first use that nothing disturbs; the cache is empty again after."""
    answer = checkout.ask()
    assert (answer.status, answer.err) == (0, "")
    assert [career["id"] for career in json.loads(answer.out)["data"]["careers"]] == [
        "clerk",
        "filer",
    ]
    (store,) = checkout.stores()
    assert (checkout.cache.stat().st_mode & 0o777, store.stat().st_mode & 0o777) == (0o700, 0o600)
    shutil.rmtree(checkout.home)
    return answer


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


def test_a_kill_at_any_change_of_a_file_leaves_no_bad_store(checkout, right):
    """A first use killed before each thing it does to files leaves nothing in the way."""
    killed = 0
    while (result := checkout.ask(str(killed + 1), code=KILLED_AT_AN_EVENT)) != right:
        assert (result.status, result.out) == (-signal.SIGKILL, "")
        killed += 1
        assert checkout.ask() == right
        shutil.rmtree(checkout.home)
    assert killed >= 4


@pytest.mark.parametrize("limit", ["0", "30000"])
def test_a_kill_in_the_middle_of_writing_leaves_no_bad_store(limit, checkout, right):
    """A process killed while it writes leaves a piece of a file, which nobody takes for a store."""
    result = checkout.ask(limit, "killed", code=LIMITED)
    assert (result.status, result.out) == (-signal.SIGXFSZ, "")
    (piece,) = checkout.stores()
    assert piece.suffix == ".new"
    assert [checkout.ask(), checkout.ask(code=WITHOUT_YAML)] == [right] * 2


@pytest.mark.parametrize("limit", ["0", "30000"])
def test_a_full_disk_costs_only_time(limit, checkout, right):
    """Where no more can be written the answer comes, and nothing is left."""
    assert checkout.ask(limit, "raised", code=LIMITED) == right
    assert checkout.stores() == []


def test_two_at_once_both_answer(checkout, right):
    """Processes that find the cache empty do not disturb one another; one store is left."""
    processes = [checkout.start() for _ in range(2)]
    outputs = [process.communicate() for process in processes]
    for process, output in zip(processes, outputs, strict=True):
        assert Answer(process.returncode, *output) == right
    (store,) = checkout.stores()
    assert store.suffix == ".sqlite"


@pytest.mark.parametrize("rights", [0o555, 0o000], ids=["cannot be written", "cannot be entered"])
def test_a_cache_without_rights_costs_only_time(rights, checkout, right):
    """A cache that may not be written, or not even be looked into, does not stop the answer."""
    prefix = held_by_rights()
    checkout.cache.mkdir(parents=True)
    checkout.cache.chmod(rights)
    try:
        assert checkout.ask(prefix=prefix) == right
    finally:
        checkout.cache.chmod(0o755)
    assert checkout.stores() == []


def test_a_cache_that_can_only_be_read_is_read(checkout, right):
    """A store in a cache that may not be written is used, not compiled again."""
    prefix = held_by_rights()
    checkout.ask()
    checkout.cache.chmod(0o555)
    try:
        assert checkout.ask(prefix=prefix, code=WITHOUT_YAML) == right
    finally:
        checkout.cache.chmod(0o755)
