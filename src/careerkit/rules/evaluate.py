"""A whole rule over a client: conditions joined by three-valued logic, at one stage."""

from collections.abc import Iterator, Sequence
from typing import Any

from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Rule
from careerkit.model.vocabulary import STAGES
from careerkit.rules.missing import lack_of
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Case, ConditionResult
from careerkit.rules.three_valued import Truth, all_of, any_of, at_least

Group = AllOf | AnyOf | AtLeast
STAGE_ORDER = {stage: rank for rank, stage in enumerate(STAGES)}
LAST_STAGE = max(STAGE_ORDER, key=STAGE_ORDER.__getitem__)
"""The stage at which all of a rule counts."""


def evaluate(rule: Rule, case: Case, stage: str) -> ConditionResult | None:
    """Return the result of ``rule`` at ``stage``; None if none of its conditions counts yet."""
    if isinstance(rule, Condition):
        if STAGE_ORDER[rule.stage] > STAGE_ORDER[stage]:
            return None
        return case.find(rule) if case.find else CONDITIONS[rule.condition].evaluate(rule, case)
    parts = parts_of(rule)
    counted = [result for part in parts if (result := evaluate(part, case, stage))]
    if parts and not counted:
        return None
    return join(rule, counted)


def remembering(case: Case) -> Case:
    """Return a case that keeps results: a condition that several rules share is evaluated once.

    The key is the identity of a condition, so conditions have to outlive the case.
    """
    known: dict[int, ConditionResult] = {}

    def find(condition: Condition) -> ConditionResult:
        if id(condition) not in known:
            kind = CONDITIONS[condition.condition]
            known[id(condition)] = kind.evaluate(condition, case)
        return known[id(condition)]

    return case._replace(find=find)


def later_parts(rule: Rule, stage: str) -> list[Rule]:
    """Return the parts of ``rule`` that count only after ``stage``; alternatives stay together."""
    first = min(STAGE_ORDER[name] for name in stages_of(rule))
    if isinstance(rule, AllOf) or first <= STAGE_ORDER[stage]:
        parts = () if isinstance(rule, Condition) else parts_of(rule)
        return [later for part in parts for later in later_parts(part, stage)]
    return [rule]


def conditions_in(rule: Rule) -> Iterator[Condition]:
    """Yield the conditions of a rule, in its order."""
    if isinstance(rule, Condition):
        yield rule
    else:
        for part in parts_of(rule):
            yield from conditions_in(part)


def stages_of(rule: Rule) -> set[str]:
    """Return the stages of the conditions in ``rule``; an empty rule belongs to the first stage."""
    if isinstance(rule, Condition):
        return {rule.stage}
    return {stage for part in parts_of(rule) for stage in stages_of(part)} or {"sit"}


def parts_of(rule: Group) -> tuple[Rule, ...]:
    """Return the parts of a group."""
    if isinstance(rule, AllOf):
        return rule.all_of
    return rule.any_of if isinstance(rule, AnyOf) else rule.at_least.of


def join(rule: Group, parts: Sequence[ConditionResult]) -> ConditionResult:
    """Return the result of a group from the results of its parts that count at the stage."""
    truths = [part.verdict for part in parts]
    if isinstance(rule, AllOf):
        name, truth, lead, need = "all_of", all_of(truths), "all of", len(parts)
    elif isinstance(rule, AnyOf):
        name, truth, lead, need = "any_of", any_of(truths), "any of", 1
    else:
        need = rule.at_least.n
        name, truth, lead = "at_least", at_least(need, truths), f"at least {need} of"
    met = truths.count(Truth.MET)
    requirement, reason = _wording(lead, parts, met)
    stages = {part.stage for part in parts}
    owed: dict[str, Any] = {}
    if truth is Truth.MET:
        owed["assumes"] = _assumed(parts, need)
    elif truth is Truth.UNKNOWN:
        owed["ask"] = tuple(dict.fromkeys([text for part in parts for text in part.ask]))
    else:
        owed = lack_of(parts, need - met)._asdict()
    return ConditionResult(
        condition=name,
        stage=stages.pop() if len(stages) == 1 else "sit",
        verdict=truth,
        requirement=requirement,
        reason=reason,
        relevance=max([part.relevance for part in parts], default=0),
        background_relevance=max([part.background_relevance for part in parts], default=0),
        parts=tuple(parts),
        **owed,
    )


def _wording(lead: str, parts: Sequence[ConditionResult], met: int) -> tuple[str, str]:
    if not parts:
        return "nothing: anyone may", "the rule asks for nothing"
    listed = "; ".join([f"({p.requirement})" if p.parts else p.requirement for p in parts])
    return f"{lead}: {listed}", f"{met} of {len(parts)} met"


def _assumed(parts: Sequence[ConditionResult], need: int) -> tuple[str, ...]:
    """Take the met parts with the fewest assumptions, as many as the group needs."""
    met = [part for part in parts if part.verdict is Truth.MET]
    met.sort(key=lambda part: len(part.assumes))
    return tuple({text: None for part in met[:need] for text in part.assumes})
