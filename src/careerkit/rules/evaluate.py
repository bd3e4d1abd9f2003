"""A whole rule over a client: conditions joined by three-valued logic, at one stage."""

from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Rule
from careerkit.model.vocabulary import STAGES
from careerkit.rules.finding import Case, Effort, Finding
from careerkit.rules.kleene import Truth, all_of, any_of, at_least
from careerkit.rules.registry import CONDITIONS

STAGE_ORDER = {stage: rank for rank, stage in enumerate(STAGES)}


def evaluate(rule: Rule, case: Case, stage: str) -> Finding | None:
    """Return what ``rule`` comes to at ``stage``; None where nothing in it counts yet."""
    if isinstance(rule, Condition):
        if STAGE_ORDER[rule.stage] > STAGE_ORDER[stage]:
            return None
        return CONDITIONS[rule.condition].evaluate(rule, case)
    parts = _parts(rule)
    counted = tuple(found for part in parts if (found := evaluate(part, case, stage)))
    if parts and not counted:
        return None
    return _join(rule, counted)


def later_parts(rule: Rule, stage: str) -> list[Rule]:
    """Return the parts of ``rule`` that count only after ``stage``; alternatives stay together."""
    first = min(STAGE_ORDER[each] for each in stages_of(rule))
    if isinstance(rule, AllOf) or first <= STAGE_ORDER[stage]:
        parts = () if isinstance(rule, Condition) else _parts(rule)
        return [found for part in parts for found in later_parts(part, stage)]
    return [rule]


def stages_of(rule: Rule) -> set[str]:
    """Return the stages of the conditions in ``rule``; what asks for nothing is of the first."""
    if isinstance(rule, Condition):
        return {rule.stage}
    return {stage for part in _parts(rule) for stage in stages_of(part)} or {"sit"}


def _parts(rule: AllOf | AnyOf | AtLeast) -> tuple[Rule, ...]:
    if isinstance(rule, AllOf):
        return rule.all_of
    return rule.any_of if isinstance(rule, AnyOf) else rule.at_least.of


def _join(rule: AllOf | AnyOf | AtLeast, parts: tuple[Finding, ...]) -> Finding:
    truths = [part.verdict for part in parts]
    if isinstance(rule, AllOf):
        return _group("all_of", all_of(truths), "all of", parts, len(parts))
    if isinstance(rule, AnyOf):
        return _group("any_of", any_of(truths), "any of", parts, 1)
    n = rule.at_least.n
    return _group("at_least", at_least(n, truths), f"at least {n} of", parts, n)


def _group(name: str, truth: Truth, lead: str, parts: tuple[Finding, ...], need: int) -> Finding:
    lacking = sorted((p for p in parts if p.verdict is Truth.NOT_MET), key=lambda p: p.effort)
    met = sorted((p for p in parts if p.verdict is Truth.MET), key=lambda p: len(p.assumes))
    short = lacking[: max(need - len(met), 1)]
    wording = "; ".join(f"({p.requirement})" if p.parts else p.requirement for p in parts)
    stages = {part.stage for part in parts}
    return Finding(
        condition=name,
        stage=stages.pop() if len(stages) == 1 else "sit",
        verdict=truth,
        requirement=f"{lead}: {wording}" if parts else "nothing: anyone may",
        reason=f"{len(met)} of {len(parts)} met" if parts else "the rule asks for nothing",
        missing=_missing(lacking, need - len(met)) if truth is Truth.NOT_MET else None,
        ask=tuple(dict.fromkeys(q for p in parts for q in p.ask)) if truth is Truth.UNKNOWN else (),
        assumes=tuple(dict.fromkeys(a for p in met[:need] for a in p.assumes))
        if truth is Truth.MET
        else (),
        effort=max((p.effort for p in short), default=Effort.NONE)
        if truth is Truth.NOT_MET
        else Effort.NONE,
        touched=max((part.touched for part in parts), default=0),
        general=max((part.general for part in parts), default=0),
        parts=parts,
        short=max(need - len(met), 1),
    )


def _missing(lacking: list[Finding], count: int) -> str:
    """Say what is missing: everything that is lacking, or some number of it."""
    items = [part.missing for part in lacking if part.missing]
    if count >= len(items):
        return " and ".join(items)
    return f"{'one' if count == 1 else count} of these: {'; '.join(items)}"
