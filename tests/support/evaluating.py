"""What tests of rules share: a day, names of truths, rules, and how a rule is evaluated."""

from datetime import date

from careerkit.model.credential import Credential
from careerkit.model.organization import Accreditor
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Case, Reference
from careerkit.rules.three_valued import Truth

TODAY = date(2026, 11, 22)
MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
YES_NO_UNTOLD = [(True, MET), (False, NOT_MET), (None, UNKNOWN)]
"""What a plain answer comes to."""
NO_REFERENCE = Reference()


def result_of(name, client, /, *, as_of=TODAY, reference=NO_REFERENCE, **parameters):
    """Return the result of a condition with these parameters for a client."""
    return evaluated(Condition(condition=name, **parameters), client, as_of, reference)


def evaluated(condition, client, as_of=TODAY, reference=NO_REFERENCE):
    """Return the result of a condition for a client."""
    case = Case(client=client, as_of=as_of, reference=reference)
    return CONDITIONS[condition.condition].evaluate(condition, case)


def accreditor(name, *accredits):
    """Return a body that accredits some fields at some levels."""
    return Accreditor(
        id=name,
        name=name.title(),
        abbreviation=name.upper(),
        url="https://example.org",
        accredits=accredits,
        confidence="confirmed",
        sources=(),
    )


def holding(*credentials, **parameters):
    """Return the condition to hold one of some credentials."""
    return Condition(condition="holds_credential", credentials=credentials, **parameters)


def every(*parts):
    """Return the rule that all parts hold."""
    return AllOf(all_of=parts)


def either(*parts):
    """Return the rule that one of the parts holds."""
    return AnyOf(any_of=parts)


def at_least(n, *parts):
    """Return the rule that ``n`` of the parts hold."""
    return AtLeast(at_least=Counted(n=n, of=parts))


def by_truth(met=(), not_met=(), unknown=()):
    """Return the rows of a test: each value with the truth that it comes to."""
    groups = (met, MET), (not_met, NOT_MET), (unknown, UNKNOWN)
    return [(value, truth) for values, truth in groups for value in values]


def credential(*routes, **more):
    """Return a certification with these routes."""
    given = {"issuer": "body", "confidence": "reported", "sources": ("page",), **more}
    return Credential(
        id="credential",
        name="Certified Example",
        abbreviation="CE",
        kind="certification",
        careers=("29-2072",),
        url="https://example.org",
        routes=routes,
        **given,
    )
