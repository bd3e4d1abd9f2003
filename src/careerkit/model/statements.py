"""Facts with no section of their own, one row each: a new plain yes or no is one row here.

A row is a field of ``Statements`` with its ``Statement``. The flag, the profile key, the question
of an interview, the condition of the same name and its step in a pathway are made from it.
"""

from dataclasses import dataclass, field, fields
from typing import Any, Literal, NamedTuple

from careerkit.model.types import Amount, Count, LegalStatus

Order = Literal[
    "place",
    "clearance",
    "decision",
    "enrollment",
    "credential",
    "study",
    "credits",
    "practice",
    "membership",
    "training",
    "work",
    "on_the_job",
    "papers",
    "exam",
    "age",
]
"""The order in which a pathway meets conditions: first what can rule it out, last mere waiting."""


class Action(NamedTuple):
    """What a client does to make a statement true.

    In the ``text``, ``{}`` stands for what the rule asks for and ``{kind}`` for its kind;
    ``months`` is how long it takes, None where no record says.
    """

    text: str
    kind: str = "statement"
    months: int | None = None


class Statement(NamedTuple):
    """The texts and the condition of one fact.

    ``meaning`` completes "the client …". The ``question`` takes the ``details`` of a rule, or
    ``general`` where no rule asks; ``answers`` says what may be typed.

    A ``noun`` makes the fact a plain yes or no, and a type of condition of the same name with
    ``parameters``, of which it ``needs`` some. Without an ``article`` it is "approval", not "an
    approval". ``effort`` is what a client who lacks it has to do. With an ``action``, a pathway
    has a step for it; without one, others decide and the pathway assumes it.
    """

    meaning: str
    question: str
    general: str = ""
    answers: str = "yes or no."
    metavar: str = "yes|no"
    flag: str = ""
    noun: str = ""
    article: bool = True
    needs: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    effort: Literal["step", "degree", "out_of_reach"] = "step"
    action: Action | None = None
    order: Order = "papers"

    def asked(self, details: str | None = None, noun: str = "") -> str:
        """Return the question, with the details and the noun of a rule where given."""
        added = self.general if details is None else details
        return self.question.format(details=added, noun=noun or self.noun)


_NAMED = " that the rule asks for"


def _row(meaning: str, question: str, **more: Any) -> Any:  # noqa: ANN401 - the default of any field
    return field(default=None, metadata={"statement": Statement(meaning, question, **more)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """Facts with no section of their own, each under the name of the condition that reads it."""

    apprenticeship: bool | None = _row(
        "finished a registered apprenticeship",
        "Has the client finished a registered apprenticeship{details}?",
        noun="registered apprenticeship",
        parameters=("field", "kind"),
        effort="degree",
        action=Action("Finish {}", "apprenticeship"),
        order="practice",
    )
    authority_approval: bool | None = _row(
        "is approved by a board or issuer that decides case by case",
        "Does the client have approval{details}? That is decided case by case: ask there.",
        general=" by the board or issuer that decides",
        noun="approval",
        article=False,
        needs=("who",),
        parameters=("kind",),
        effort="out_of_reach",
        order="decision",
    )
    background_check: bool | None = _row(
        "is cleared by a check of criminal history",
        "Has the client passed a background check{details}?",
        noun="cleared background check",
        parameters=("kind", "who"),
        effort="out_of_reach",
        order="clearance",
    )
    ce_hours: Amount | None = _row(
        "hours of continuing education in the time that the rule looks at",
        "How many hours of continuing education does the client have?",
        answers="Such as 20.",
        metavar="HOURS",
    )
    cpr_current: bool | None = _row(
        "holds a current card of CPR or basic life support",
        "Does the client hold a current CPR card{details}?",
        general=", or one of basic life support",
        noun="current CPR card",
        parameters=("kind",),
        action=Action("Get {}", months=0),
    )
    current_position: bool | None = _row(
        "holds now the kind of job that the rule names",
        "Does the client hold such a job now{details}?",
        noun="job held now",
        needs=("kind",),
        action=Action("Be in the job that the rule names then: {kind}"),
        order="on_the_job",
    )
    enrolled_high_school_cte: bool | None = _row(
        "is a junior or senior in a career and technical program of a high school",
        "Is the client a junior or senior in a career and technical program of a high school"
        "{details}?",
        noun="place as a junior or senior in a high-school career and technical program",
        parameters=("field", "kind"),
        effort="out_of_reach",
        order="enrollment",
    )
    enrolled_program: bool | None = _row(
        "is enrolled now in the program that the rule names, which is itself a route",
        "Is the client enrolled now in a program{details}?",
        general=_NAMED,
        noun="place in a program",
        parameters=("field", "kind"),
        action=Action("Get {}", "place"),
        order="practice",
    )
    ethics_clearance: bool | None = _row(
        "is cleared by the issuer's review of ethics or character",
        "Does the client have ethics clearance{details}, from a review of ethics or character?",
        noun="ethics clearance",
        article=False,
        parameters=("organization", "kind", "who"),
        effort="out_of_reach",
        order="clearance",
    )
    exam_attempts: Count | None = _row(
        "attempts at the exam so far, in the time that the rule looks at",
        "How many times has the client taken the exam{details}?",
        general=" so far",
        answers="Such as 1, or 0.",
        metavar="COUNT",
    )
    foreign_evaluation: bool | None = _row(
        "foreign study was judged equivalent",
        "Was the client's study abroad judged equivalent{details}?",
    )
    foreign_reciprocity: bool | None = _row(
        "finished a program abroad under an agreement with the issuer",
        "Has the client finished a program abroad{details}?",
        general=" that is under an agreement with the issuer",
        flag="--foreign-reciprocity",
    )
    high_school_days_left: Count | None = _row(
        "days until the client finishes high school",
        "How many days until the client finishes high school?",
        answers="Such as 60.",
        metavar="DAYS",
    )
    language: bool | None = _row(
        "reads, speaks, writes and understands English as the rule asks",
        "Does the client read, speak, write and understand English{details}?",
        general=" as the rule asks",
        noun="command of English",
        parameters=("kind",),
        effort="degree",
        action=Action("Reach {}"),
        order="clearance",
    )
    legal_status: LegalStatus | None = _row(
        "standing in the US, such as us_citizen or permanent_resident",
        "What is the client's standing in the US?",
        answers="Such as us_citizen or permanent_resident.",
        metavar="STATUS",
    )
    medical_fitness: bool | None = _row(
        "holds the medical certificate that the rule names",
        "Does the client hold a medical certificate{details}?",
        general=_NAMED,
        noun="medical certificate",
        parameters=("kind", "who"),
        effort="out_of_reach",
        order="clearance",
    )
    performance_assessment: bool | None = _row(
        "has done a portfolio or an observed visit",
        "Has the client done a performance assessment{details}?",
        general=", such as a portfolio or an observed visit",
        noun="performance assessment",
        parameters=("kind", "who", "within_years", "within_months"),
        action=Action("Do {}", months=0),
    )
    practicum: bool | None = _row(
        "finished the supervised practice that the rule names",
        "Has the client finished a supervised practicum{details}?",
        general=_NAMED,
        noun="supervised practicum",
        parameters=("field", "kind"),
        action=Action("Finish {}", "practicum"),
        order="practice",
    )
    references: bool | None = _row(
        "has the references that the rule names",
        "Does the client have {noun}{details}?",
        general=_NAMED,
        noun="references",
        article=False,
        parameters=("count", "who", "kind"),
        action=Action("Get {}", months=0),
    )
    residence: bool | None = _row(
        "lives in the state that would give the license",
        "Does the client live in the state that would give the license{details}?",
        noun="residence in the state that gives the license",
        article=False,
        parameters=("kind",),
        effort="out_of_reach",
        order="place",
    )
    sponsor: bool | None = _row(
        "is sponsored by the firm, broker or holder that the rule names",
        "Does the client have sponsorship{details}?",
        general=" as the rule asks",
        noun="sponsorship",
        article=False,
        parameters=("kind", "who"),
        action=Action("Find {}"),
    )
    vision_standard: bool | None = _row(
        "meets the eye test that the rule names",
        "Does the client meet an eye test{details}?",
        general=_NAMED,
        noun="passed eye test",
        parameters=("kind",),
        effort="out_of_reach",
        order="clearance",
    )


STATEMENTS: dict[str, Statement] = {
    fact.name: fact.metadata["statement"] for fact in fields(Statements)
}
"""The rows by fact."""
PLAIN = {key: row for key, row in STATEMENTS.items() if row.noun}
"""The rows that are a type of condition; the other facts are read by evaluators of their own."""
