"""Counts of a caseload: eligible and nearly eligible clients, and what is most often missing."""

from collections import Counter
from collections.abc import Iterable, Mapping

from careerkit.answers.caseload import CaseloadSummary, CredentialCounts, Missing
from careerkit.answers.eligibility import Verdict
from careerkit.caseload.rows import VerdictRow
from careerkit.model.credential import Credential

_NEARLY = "nearly"


class Tally:
    """Counts of verdicts, which add up over parts of a caseload.

    ``verdicts`` counts clients by credential and verdict, ``missing`` verdicts by what they lack.
    """

    def __init__(self) -> None:
        self.clients = 0
        self.verdicts: Counter[tuple[str, str]] = Counter()
        self.missing: Counter[str] = Counter()

    def add(self, seen: Mapping[VerdictRow, int]) -> None:
        """Count verdicts, which were ``seen`` so many times."""
        for verdict, times in seen.items():
            self.verdicts[verdict.credential, verdict.verdict] += times
            if verdict.nearly:
                self.verdicts[verdict.credential, _NEARLY] += times
            for text in verdict.missing:
                self.missing[text] += times

    def merge(self, other: "Tally") -> None:
        """Add the counts of another part."""
        self.clients += other.clients
        self.verdicts.update(other.verdicts)
        self.missing.update(other.missing)


def summary(
    tally: Tally, credentials: Iterable[Credential], stage: str, left_out: int, most: int
) -> CaseloadSummary:
    """Return the counts of each credential and the ``most`` frequent missing items."""
    rows = [_counts(credential, tally.verdicts) for credential in credentials]
    rows.sort(key=lambda row: (-row.eligible, -row.nearly, -row.unknown, row.credential))
    often = sorted(tally.missing.items(), key=lambda item: (-item[1], item[0]))
    return CaseloadSummary(
        stage=stage,
        clients=tally.clients,
        left_out=left_out,
        credentials=tuple(rows),
        missing=tuple(Missing(missing=text, verdicts=times) for text, times in often[:most]),
    )


def _counts(credential: Credential, verdicts: Mapping[tuple[str, str], int]) -> CredentialCounts:
    def times(verdict: str) -> int:
        return verdicts.get((credential.id, verdict), 0)

    return CredentialCounts(
        credential=credential.id,
        abbreviation=credential.abbreviation,
        name=credential.name,
        eligible=times(Verdict.ELIGIBLE),
        nearly=times(_NEARLY),
        not_eligible=times(Verdict.NOT_ELIGIBLE),
        unknown=times(Verdict.UNKNOWN),
    )
