"""Conditions on a plain yes or no, which the client states under the name of the condition."""

from careerkit.model.rule import Condition
from careerkit.model.statements import PLAIN
from careerkit.model.vocabulary import FIELDS
from careerkit.rules.result import Case, ConditionKind, ConditionResult, Effort, Reference, conclude
from careerkit.rules.three_valued import Truth, truth_of
from careerkit.rules.time_limits import window
from careerkit.words import article, counted


def _requirement(condition: Condition, reference: Reference) -> str:
    return f"{_noun(condition)}{_details(condition, reference)}"


def _noun(condition: Condition) -> str:
    named = PLAIN[condition.condition].noun
    return counted(condition.count, named.removesuffix("s")) if condition.count else named


def _details(condition: Condition, reference: Reference) -> str:
    """Return such as " in phlebotomy" or " by the board (fingerprints)"."""
    body = condition.organization
    who = condition.who or (reference.issuers.get(body, body) if body else "")
    link = "from" if condition.condition == "references" else "by"
    details = (
        f" in {FIELDS[condition.field]}" if condition.field else "",
        f" {link} {who}" if who else "",
        f" ({condition.kind})" if condition.kind else "",
        window(condition),
    )
    return "".join(details)


def phrase(condition: Condition, requirement: str) -> str:
    """Return a requirement as it stands in a sentence, with an article where its noun takes one."""
    return article(requirement) if PLAIN[condition.condition].article else requirement


def _evaluate(condition: Condition, case: Case) -> ConditionResult:
    row = PLAIN[condition.condition]
    answer: bool | None = getattr(case.client.facts, condition.condition)
    truth = truth_of(answer)
    noun, details = _noun(condition), _details(condition, case.reference)
    requirement = f"{noun}{details}"
    detailed = requirement != row.noun
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason={
            Truth.MET: "it was said that the client has it",
            Truth.NOT_MET: "it was said that the client does not have it",
            Truth.UNKNOWN: "nothing was said of it",
        }[truth],
        missing=phrase(condition, requirement),
        ask=row.asked(details, noun),
        assumes=(f"what was said is about this: {requirement}",) if detailed else (),
        effort=Effort[row.effort.upper()],
        background_relevance=int(answer or False),
    )


KINDS = {
    name: ConditionKind(
        meaning=row.meaning,
        needs=row.needs,
        takes=row.parameters,
        facts=(name,),
        requirement=_requirement,
        evaluate=_evaluate,
    )
    for name, row in PLAIN.items()
}
