"""Verdicts on named credentials, or on all that the client's facts bear on."""

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

    Credentials that are ``named`` (ids) come in that order. Without names all are judged and the
    best verdicts come first; unless ``everything``, those that no fact bears on are only counted.
    """
    if named is not None:
        results = [check(record, case, stage) for record in catalog.some(Credential, named)]
        return EligibilityReport(stage=stage, results=tuple(results), left_out=0)
    share(Condition)
    credentials = [from_plain(Credential, body) for body in _bodies(catalog)]
    case = remembering(case)
    judged = [check(credential, case, stage) for credential in credentials]
    shown = [credential for credential in judged if everything or credential.bears]
    shown.sort(key=_place)
    left_out = len(judged) - len(shown)
    return EligibilityReport(stage=stage, results=tuple(shown), left_out=left_out)


def _bodies(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Yield plain credentials without the parts that no verdict uses: less to build."""
    for body in catalog.store.bodies("credential"):
        for key in _UNSAID:
            body.pop(key, None)
        if exam := body["exam"]:
            body["exam"] = {key: exam[key] for key in _OF_EXAM}
        yield body


def overall(report: EligibilityReport) -> Verdict:
    """Return the verdict on all results together: eligible only where each one is."""
    verdicts = {result.verdict for result in report.results}
    if Verdict.NOT_ELIGIBLE in verdicts:
        return Verdict.NOT_ELIGIBLE
    return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts or not verdicts else Verdict.ELIGIBLE


def _place(result: CredentialVerdict) -> tuple[int, bool, int, str]:
    return _ORDER.index(result.verdict), not result.nearly, -result.bears, result.credential
