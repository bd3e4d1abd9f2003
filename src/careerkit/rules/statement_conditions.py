"""Conditions that rest on a plain yes or no: what was said, under the name of the condition."""

from typing import NamedTuple

from careerkit.model.rule import Condition
from careerkit.model.vocabulary import FIELDS
from careerkit.rules.finding import Case, ConditionKind, Effort, Finding, Reference, conclude
from careerkit.rules.kleene import Truth, truth_of
from careerkit.rules.windows import window
from careerkit.words import article, counted


class Statement(NamedTuple):
    """A plain fact: its meaning, its noun, the question for it, what it takes, what it costs.

    ``question`` stands around the noun with its details, and around a noun with an article where
    it has ``{a}``.
    """

    meaning: str
    noun: str
    question: str
    takes: tuple[str, ...] = ()
    effort: Effort = Effort.STEP
    needs: tuple[str, ...] = ()


_HAS = "Does the client have {}?"
_HAS_A = "Does the client have {a}?"
_NEVER = Effort.OUT_OF_REACH
STATEMENTS = {
    "apprenticeship": Statement(
        "finished a registered apprenticeship, perhaps in a field",
        "registered apprenticeship",
        "Has the client finished {a}?",
        ("field", "kind"),
        Effort.DEGREE,
    ),
    "authority_approval": Statement(
        "a board or issuer that decides case by case has approved the client",
        "approval",
        "Does the client have {}? That is decided case by case: ask there.",
        ("kind",),
        _NEVER,
        ("who",),
    ),
    "background_check": Statement(
        "is cleared by a check of criminal history",
        "cleared background check",
        _HAS_A,
        ("kind", "who"),
        _NEVER,
    ),
    "cpr_current": Statement(
        "holds a current card of CPR or basic life support",
        "current CPR card",
        _HAS_A,
        ("kind",),
    ),
    "current_position": Statement(
        "holds some kind of job now",
        "job held now",
        _HAS_A,
        (),
        Effort.STEP,
        ("kind",),
    ),
    "enrolled_high_school_cte": Statement(
        "is a junior or senior in a career and technical program of a high school",
        "place as a junior or senior in a high-school career and technical program",
        _HAS_A,
        ("field", "kind"),
        _NEVER,
    ),
    "enrolled_program": Statement(
        "is enrolled now in a program that is itself a route",
        "place in a program",
        _HAS_A,
        ("field", "kind"),
    ),
    "ethics_clearance": Statement(
        "is cleared by the issuer's review of ethics or character",
        "ethics clearance",
        _HAS,
        ("organization", "kind", "who"),
        _NEVER,
    ),
    "language": Statement(
        "reads, speaks, writes and understands English",
        "command of English",
        _HAS_A,
        ("kind",),
        Effort.DEGREE,
    ),
    "medical_fitness": Statement(
        "holds a medical certificate",
        "medical certificate",
        _HAS_A,
        ("kind", "who"),
        _NEVER,
    ),
    "performance_assessment": Statement(
        "has done a portfolio or an observed visit",
        "performance assessment",
        "Has the client done {a}?",
        ("kind", "who", "within_years", "within_months"),
    ),
    "practicum": Statement(
        "finished supervised practice in the program",
        "supervised practicum",
        "Has the client finished {a}?",
        ("field", "kind"),
    ),
    "references": Statement(
        "has references",
        "references",
        _HAS,
        ("count", "who", "kind"),
    ),
    "residence": Statement(
        "lives in the state that would give the license",
        "residence in the state that gives the license",
        _HAS,
        ("kind",),
        _NEVER,
    ),
    "sponsor": Statement(
        "is sponsored by a firm, broker or holder",
        "sponsorship",
        _HAS,
        ("kind", "who"),
    ),
    "vision_standard": Statement(
        "meets an eye test",
        "passed eye test",
        _HAS_A,
        ("kind",),
        _NEVER,
    ),
}


def _requirement(condition: Condition, reference: Reference) -> str:
    said = STATEMENTS[condition.condition]
    noun = counted(condition.count, "reference") if condition.count else said.noun
    body = condition.organization
    who = condition.who or (reference.issuers.get(body, body) if body else "")
    link = "from" if condition.condition == "references" else "by"
    details = (
        f" in {FIELDS[condition.field]}" if condition.field else "",
        f" {link} {who}" if who else "",
        f" ({condition.kind})" if condition.kind else "",
        window(condition),
    )
    return f"{noun}{''.join(details)}"


def _evaluate(condition: Condition, case: Case) -> Finding:
    said = STATEMENTS[condition.condition]
    told: bool | None = getattr(case.client.facts, condition.condition)
    requirement = _requirement(condition, case.reference)
    detailed = requirement != said.noun
    with_article = article(requirement) if "{a}" in said.question else requirement
    return conclude(
        condition,
        truth_of(told),
        requirement=requirement,
        reason={
            Truth.MET: "it was said that the client has it",
            Truth.NOT_MET: "it was said that the client does not have it",
            Truth.UNKNOWN: "nothing was said of it",
        }[truth_of(told)],
        missing=with_article,
        ask=said.question.format(requirement, a=with_article),
        assumes=(f"what was said is about this: {requirement}",) if detailed else (),
        effort=said.effort,
        general=int(told or False),
    )


KINDS = {
    name: ConditionKind(
        meaning=said.meaning,
        needs=said.needs,
        takes=said.takes,
        facts=(name,),
        requirement=_requirement,
        evaluate=_evaluate,
    )
    for name, said in STATEMENTS.items()
}
