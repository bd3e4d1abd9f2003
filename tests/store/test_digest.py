"""The digest of a wheel's store: right for that very file, and for no other."""

import hashlib

import pytest

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.store.digest import check_digest, digest_file, write_digest


@pytest.fixture
def store(tmp_path):
    """Write a file and its digest."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"records")
    write_digest(path)
    return path


def failure_of(store):
    """Return why a store does not fit its digest."""
    with pytest.raises(CareerkitError) as caught:
        check_digest(store)
    assert caught.value.status == ExitStatus.BAD_DATA
    assert caught.value.message.endswith("reinstall careerkit")
    return caught.value.message


def test_the_digest_is_what_sha256sum_writes(store):
    """Anyone can check it without careerkit: ``sha256sum --check``."""
    digest = hashlib.sha256(b"records").hexdigest()
    assert digest_file(store).read_text() == f"{digest}  store.sqlite\n"
    check_digest(store)


@pytest.mark.parametrize("content", [b"", b"record", b"recordt", b"records\n"])
def test_any_other_content_is_damage(content, store):
    """Whatever is cut off, changed or added shows."""
    store.write_bytes(content)
    assert "store.sqlite is not as it was built" in failure_of(store)


@pytest.mark.parametrize("digest", [b"", b"\xff", b"0" * 64])
def test_a_digest_that_does_not_fit_is_damage(digest, store):
    """An empty or changed digest confirms nothing."""
    digest_file(store).write_bytes(digest)
    assert "store.sqlite is not as it was built" in failure_of(store)


def test_a_file_that_is_missing_is_named(store):
    """Without the digest nothing can be confirmed; without the store there is nothing to."""
    digest_file(store).unlink()
    assert "store.sqlite.sha256 is not there" in failure_of(store)
    write_digest(store)
    store.unlink()
    assert "store.sqlite is not there" in failure_of(store)


def test_a_file_that_cannot_be_read_is_damage(store):
    """A folder in the place of the store is damage, and no error of ours."""
    store.unlink()
    store.mkdir()
    assert "store.sqlite cannot be read" in failure_of(store)
