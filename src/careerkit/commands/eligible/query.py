"""Verdicts on the credentials asked for, or on those that the client's facts bear on."""

from collections.abc import Iterator, Sequence
from typing import Any

from careerkit.answers.eligibility import CredentialVerdict, EligibilityReport, Verdict
from careerkit.catalog import Catalog
from careerkit.eligibility import check
from careerkit.model.credential import Credential
from careerkit.model.plain import from_plain, share
from careerkit.model.rule import Condition
from careerkit.rules.evaluate import remembering
from careerkit.rules.result import Case

_UNSAID = ("aka", "recommended", "renewal", "notes")
_OF_EXAM = ("name", "confidence")
_ORDER = [Verdict.ELIGIBLE, Verdict.UNKNOWN, Verdict.NOT_ELIGIBLE]


def verdicts(
    catalog: Catalog, case: Case, stage: str, named: Sequence[str] | None, *, everything: bool
) -> EligibilityReport:
    """Return the verdicts at ``stage``.

    Credentials that are ``named`` (ids) come in that order. Without names all are judged; unless
    ``everything`` is asked for, those on which no given fact bears are counted and left out. The
    best verdicts come first.
    """
    if named is not None:
        found = [check(catalog.one(Credential, each), case, stage) for each in named]
        return EligibilityReport(stage=stage, results=tuple(found), left_out=0)
    share(Condition)
    credentials = [from_plain(Credential, body) for body in _bodies(catalog)]
    case = remembering(case)
    judged = [check(each, case, stage) for each in credentials]
    shown = [each for each in judged if everything or each.bears]
    shown.sort(key=_place)
    left_out = len(judged) - len(shown)
    return EligibilityReport(stage=stage, results=tuple(shown), left_out=left_out)


def _bodies(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Yield the plain credentials without what no verdict says."""
    for body in catalog.store.bodies("credential"):
        for key in _UNSAID:
            body.pop(key, None)
        if exam := body["exam"]:
            body["exam"] = {key: exam[key] for key in _OF_EXAM}
        yield body


def overall(report: EligibilityReport) -> Verdict:
    """Return the verdict on all results together: eligible only where each one is."""
    found = {each.verdict for each in report.results}
    if Verdict.NOT_ELIGIBLE in found:
        return Verdict.NOT_ELIGIBLE
    return Verdict.UNKNOWN if Verdict.UNKNOWN in found or not found else Verdict.ELIGIBLE


def _place(result: CredentialVerdict) -> tuple[int, bool, int, str]:
    return _ORDER.index(result.verdict), not result.nearly, -result.bears, result.credential
