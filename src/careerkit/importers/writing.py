"""Many files changed as one: all of them, or none."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copy2

from careerkit.errors import bad_data


def write_all(texts: Mapping[Path, str], remove: Collection[Path] = ()) -> None:
    """Write files and remove others, so that either all of it happens or nothing.

    New texts and copies of the old files are first written beside their places, hidden, so that a
    full disk is noticed before anything changes. A file that then cannot take its place brings back
    those before it. Where even that fails, ``CareerkitError`` names the copies of the old files;
    only then do any stay.
    """
    changes = [_Change(path=path, text=text) for path, text in texts.items()]
    changes += [_Change(path=path, text=None) for path in remove if path not in texts]
    lost: Sequence[_Change] = ()
    try:
        for change in changes:
            change.prepare()
        try:
            for change in changes:
                change.make()
        except BaseException as error:
            lost = [change for change in reversed(changes) if not change.is_undone()]
            if lost:
                raise _half_done(lost, error) from error
            raise
    finally:
        for change in changes:
            change.tidy(keep_copy=change in lost)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A file to be written, or, without a text, removed."""

    path: Path
    text: str | None

    @property
    def new(self) -> Path:
        """The place beside the file where the new one waits."""
        return self.path.with_name(f".{self.path.name}.new")

    @property
    def copy(self) -> Path:
        """The place beside the file where the old one is kept."""
        return self.path.with_name(f".{self.path.name}.old")

    def prepare(self) -> None:
        """Do what can fail for want of space."""
        if self.text is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.new.write_bytes(self.text.encode("utf-8"))
        self.copy.unlink(missing_ok=True)
        if _is_there(self.path):
            copy2(self.path, self.copy, follow_symlinks=False)

    def make(self) -> None:
        """Put the new file in its place, or take the old one away."""
        if self.text is None:
            self.path.unlink(missing_ok=True)
        else:
            self.new.replace(self.path)

    def is_undone(self) -> bool:
        """Bring the old file back if it was changed; tell whether it stands there as it was."""
        made = not _is_there(self.path if self.text is None else self.new)
        try:
            if made and _is_there(self.copy):
                self.copy.replace(self.path)
            elif made:
                self.path.unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def tidy(self, *, keep_copy: bool) -> None:
        """Leave nothing beside the file but, where it is needed, the copy of the old one."""
        for beside in (self.new, *([] if keep_copy else [self.copy])):
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _half_done(lost: Sequence[_Change], error: BaseException) -> Exception:
    message = f"{lost[0].path.parent}: could not be changed ({error}), nor all of it changed back"
    return bad_data(message, [_what_stays(change) for change in lost])


def _what_stays(change: _Change) -> str:
    if not _is_there(change.copy):
        return f"{change.path}: is new; remove it"
    return f"{change.path}: was as {change.copy.name} beside it is; rename that to bring it back"
