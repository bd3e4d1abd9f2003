"""A whole rule over a client: conditions joined by three-valued logic, at one stage."""

from collections.abc import Iterator

from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Rule
from careerkit.model.vocabulary import STAGES
from careerkit.rules.finding import Case, Finding
from careerkit.rules.kleene import Truth, all_of, any_of, at_least
from careerkit.rules.registry import CONDITIONS

STAGE_ORDER = {stage: rank for rank, stage in enumerate(STAGES)}


def evaluate(rule: Rule, case: Case, stage: str) -> Finding | None:
    """Return what ``rule`` comes to at ``stage``; None where nothing in it counts yet."""
    if isinstance(rule, Condition):
        if STAGE_ORDER[rule.stage] > STAGE_ORDER[stage]:
            return None
        return case.find(rule) if case.find else CONDITIONS[rule.condition].evaluate(rule, case)
    parts = _parts(rule)
    counted = tuple(found for part in parts if (found := evaluate(part, case, stage)))
    if parts and not counted:
        return None
    return _join(rule, counted)


def remembering(case: Case) -> Case:
    """Return the case with findings kept: a condition that several rules share is judged once.

    Conditions are told apart as objects, so they have to outlast the case.
    """
    known: dict[int, Finding] = {}

    def find(condition: Condition) -> Finding:
        found = known.get(id(condition))
        if found is None:
            found = known[id(condition)] = CONDITIONS[condition.condition].evaluate(condition, case)
        return found

    return case._replace(find=find)


def later_parts(rule: Rule, stage: str) -> list[Rule]:
    """Return the parts of ``rule`` that count only after ``stage``; alternatives stay together."""
    first = min(STAGE_ORDER[each] for each in stages_of(rule))
    if isinstance(rule, AllOf) or first <= STAGE_ORDER[stage]:
        parts = () if isinstance(rule, Condition) else _parts(rule)
        return [found for part in parts for found in later_parts(part, stage)]
    return [rule]


def conditions_in(rule: Rule) -> Iterator[Condition]:
    """Yield the conditions of a rule, in its order."""
    if isinstance(rule, Condition):
        yield rule
    else:
        for part in _parts(rule):
            yield from conditions_in(part)


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
    met = [part for part in parts if part.verdict is Truth.MET]
    wording = "; ".join([f"({p.requirement})" if p.parts else p.requirement for p in parts])
    stages = {part.stage for part in parts}
    found = Finding(
        condition=name,
        stage=stages.pop() if len(stages) == 1 else "sit",
        verdict=truth,
        requirement=f"{lead}: {wording}" if parts else "nothing: anyone may",
        reason=f"{len(met)} of {len(parts)} met" if parts else "the rule asks for nothing",
        touched=max([part.touched for part in parts], default=0),
        general=max([part.general for part in parts], default=0),
        parts=parts,
    )
    if truth is Truth.MET:
        met.sort(key=lambda part: len(part.assumes))
        taken = {text: None for part in met[:need] for text in part.assumes}
        return found._replace(assumes=tuple(taken)) if taken else found
    if truth is Truth.UNKNOWN:
        return found._replace(ask=tuple({text: None for part in parts for text in part.ask}))
    lacking = [part for part in parts if part.verdict is Truth.NOT_MET]
    lacking.sort(key=lambda part: part.distance)
    short = lacking[: need - len(met)]
    return found._replace(
        missing=_missing(lacking, need - len(met)),
        effort=max(part.effort for part in short),
        things=sum([part.things for part in short]),
        gap=sum([part.gap for part in short]),
    )


def _missing(lacking: list[Finding], count: int) -> str:
    """Say what is missing: everything that is lacking, or some number of it."""
    items = [part.missing for part in lacking if part.missing]
    if count >= len(items):
        return " and ".join(items)
    return f"{'one' if count == 1 else count} of these: {'; '.join(items)}"
