"""A caseload counted: the counts are those of its verdicts, however it was divided."""

from collections import Counter
from types import SimpleNamespace

from drawing import blank

from careerkit.answers.caseload import CredentialCounts, Missing
from careerkit.answers.eligibility import Verdict
from careerkit.caseload.counts import Tally, summary

RECORDS = [
    SimpleNamespace(id=name, abbreviation=name.upper(), name=f"The {name}") for name in "abcd"
]


class Kept(SimpleNamespace):
    """What is kept of a verdict."""

    __hash__ = object.__hash__


def kept(credential, verdict, missing=(), *, nearly=False):
    """Return what is kept of a verdict."""
    return Kept(credential=credential, verdict=verdict, missing=missing, nearly=nearly)


def counts(credential, **numbers):
    """Return the counts of a credential."""
    names = {"credential": credential, "abbreviation": credential.upper()}
    names["name"] = f"The {credential}"
    return blank(CredentialCounts, **names, **numbers)


def tally(clients, seen):
    """Return the counts of a part."""
    part = Tally()
    part.clients = clients
    part.add(Counter(seen))
    return part


def test_parts_add_up():
    """Verdicts of all parts are counted, best credential first; the nearly are not eligible too."""
    whole = tally(
        3,
        {
            kept("b", Verdict.ELIGIBLE): 2,
            kept("a", Verdict.NOT_ELIGIBLE, ("x",)): 3,
            kept("c", Verdict.NOT_ELIGIBLE, ("y",), nearly=True): 1,
        },
    )
    whole.merge(tally(1, {kept("b", Verdict.ELIGIBLE): 1, kept("a", Verdict.UNKNOWN): 1}))
    answer = summary(whole, RECORDS, "sit", 5, 1)
    assert (answer.stage, answer.clients, answer.left_out) == ("sit", 4, 5)
    assert answer.credentials == (
        counts("b", eligible=3),
        counts("c", nearly=1, not_eligible=1),
        counts("a", not_eligible=3, unknown=1),
        counts("d"),
    )
    assert answer.missing == (Missing(missing="x", verdicts=3),)
