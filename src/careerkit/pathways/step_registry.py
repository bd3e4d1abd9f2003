"""The function that plans how to meet each type of condition, and their order."""

from collections.abc import Callable, Sequence

from careerkit.model.fields import WORK_WITHIN
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.rule import Condition
from careerkit.model.statements import PLAIN, Order
from careerkit.pathways import (
    counted_steps,
    credential_steps,
    statement_steps,
    study_steps,
    work_steps,
)
from careerkit.pathways.client_state import ClientState
from careerkit.pathways.plan import Plan
from careerkit.rules.registry import STUDY_CONDITIONS
from careerkit.rules.result import ConditionResult

Supplier = Callable[[Condition, ConditionResult, Plan], None]

SUPPLIERS: dict[str, Supplier] = {
    **dict.fromkeys(PLAIN, statement_steps.statement),
    **dict.fromkeys(
        (
            *("enrolled_final_term", "in_pursuit_of", "enrolled_high_school_cte"),
            *("foreign_reciprocity", "military_training"),
        ),
        statement_steps.only_stated,
    ),
    "age_at_least": statement_steps.age,
    "attempts_remaining": statement_steps.attempts,
    "authority_approval": statement_steps.approval,
    "ce_hours": counted_steps.continuing,
    "course_in": counted_steps.courses,
    "credit_hours_at_least": counted_steps.credit_hours,
    "exam_passed": credential_steps.exam,
    "foreign_evaluation": statement_steps.evaluation,
    "holds_credential": credential_steps.credential,
    "language": statement_steps.english,
    "legal_status": statement_steps.status,
    "membership": credential_steps.membership,
    "procedures_performed": counted_steps.procedures,
    "state_in": statement_steps.place,
    "state_not_in": statement_steps.place,
    "training_completed": counted_steps.training,
    "training_hours": counted_steps.training,
    "work_in_field": work_steps.work,
}
"""By type of condition; those of study have one function, which looks at several at a time."""
_ORDER: dict[Order, tuple[str, ...]] = {
    "place": ("state_in", "state_not_in", "legal_status", "foreign_reciprocity"),
    "clearance": (),
    "decision": ("attempts_remaining", "military_training", "foreign_evaluation"),
    "enrollment": ("enrolled_final_term", "in_pursuit_of"),
    "credential": ("holds_credential",),
    "study": STUDY_CONDITIONS,
    "credits": ("course_in", "credit_hours_at_least"),
    "practice": (),
    "membership": ("membership",),
    "training": ("training_completed", "training_hours"),
    "work": ("work_in_field",),
    "on_the_job": ("procedures_performed",),
    "papers": ("ce_hours",),
    "exam": ("exam_passed",),
    "age": ("age_at_least",),
}
"""The conditions of each turn, without the plain statements: their rows name the turn."""
_TURNS = [*_ORDER]
_PLACES = {name: _TURNS.index(turn) for turn, names in _ORDER.items() for name in names}
_PLACES |= {name: _TURNS.index(row.order) for name, row in PLAIN.items()}
_LAST = len(_ORDER)


def add_step_for(
    condition: Condition, result: ConditionResult, plan: Plan, lacking: Sequence[Condition]
) -> None:
    """Add the step or proviso that meets a condition; raise ``NoWay`` where there is none."""
    if condition.condition in STUDY_CONDITIONS:
        study_steps.study(condition, result, plan, lacking)
    else:
        SUPPLIERS[condition.condition](condition, result, plan)


def rank(condition: Condition, client_state: ClientState) -> tuple[int, int, int]:
    """Order conditions: first what can rule a way out, last what takes only waiting.

    School comes before programs, and programs before the degrees that they may give. Work in a
    narrower field comes before work in a wider one, where it may count too.
    """
    place = _PLACES[condition.condition]
    if condition.condition in ("holds_credential", "membership"):
        place = _LAST if credential_steps.is_held(condition, client_state) else place
    if condition.condition == "work_in_field":
        return place, len(WORK_WITHIN.get(condition.work or "", ())), 0
    if condition.condition == "degree_at_least":
        level = LEVEL_ORDER[condition.level or "none"]
        return place, 0 if level <= LEVEL_ORDER["some_college"] else 2, level
    return place, 1, 0
