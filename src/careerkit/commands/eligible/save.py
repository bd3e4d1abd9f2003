"""``--save``: a client's facts written to a profile."""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from careerkit.errors import bad_data, usage_error
from careerkit.model.client import Client

Confirm = Callable[[str], bool]


def check_place(path: Path, profile: Path | None, confirm: Confirm | None) -> None:
    """Raise ``CareerkitError`` where a profile cannot be saved at ``path``: before any question.

    A file that is there is written over only if it is the profile that was read, or if ``confirm``
    says so.
    """
    if str(path) == "-":
        raise usage_error("--save: name a file; stdout is for the answer")
    if path.is_dir():
        raise bad_data(f"--save: {path} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise bad_data(f"--save: there is no folder '{path.parent}'")
    if not path.exists() or (profile and profile.exists() and path.samefile(profile)):
        return
    if not (confirm and confirm(f"{path} is there already. Write over it? yes or no.")):
        raise usage_error(f"--save: {path} is there already; name another file")


def save_profile(path: Path, client: Client, as_of: date) -> None:
    """Write the profile of a client: aside, then renamed, and for the user's eyes alone.

    Raises ``CareerkitError`` where that fails; then nothing is changed.
    """
    from careerkit.yamldata.profile_text import encode_profile  # brings in yaml

    text = encode_profile(client, as_of)
    target = path.resolve()  # a link stays one
    try:
        handle, name = tempfile.mkstemp(suffix=".new", prefix=".profile-", dir=target.parent)
        aside = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            if target.exists():
                shutil.copymode(target, aside)
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise bad_data(f"--save: {path}: {error.strerror}") from error
