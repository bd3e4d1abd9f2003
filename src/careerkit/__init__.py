"""What a career requires, and which credentials a client may sit for: offline and sourced.

The names of ``__all__`` are the public API. Each is imported on first use.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from careerkit._version import __version__
    from careerkit.answers.eligibility import CredentialVerdict, Verdict
    from careerkit.api import check, open_catalog
    from careerkit.catalog import Catalog
    from careerkit.errors import CareerkitError
    from careerkit.model.client import Client, Credits, HeldCredential, Statements, Study
    from careerkit.model.entries import (
        Course,
        ExamPassed,
        Membership,
        MilitaryTraining,
        Training,
        Work,
    )

__all__ = [
    "CareerkitError",
    "Catalog",
    "Client",
    "Course",
    "CredentialVerdict",
    "Credits",
    "ExamPassed",
    "HeldCredential",
    "Membership",
    "MilitaryTraining",
    "Statements",
    "Study",
    "Training",
    "Verdict",
    "Work",
    "__version__",
    "check",
    "open_catalog",
]

_NAMES = {
    "_version": ("__version__",),
    "answers.eligibility": ("CredentialVerdict", "Verdict"),
    "api": ("check", "open_catalog"),
    "catalog": ("Catalog",),
    "errors": ("CareerkitError",),
    "model.client": ("Client", "Credits", "HeldCredential", "Statements", "Study"),
    "model.entries": (
        *("Course", "ExamPassed", "Membership", "MilitaryTraining", "Training", "Work"),
    ),
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        message = f"module 'careerkit' has no attribute '{name}'"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(f"careerkit.{_HOMES[name]}"), name)
