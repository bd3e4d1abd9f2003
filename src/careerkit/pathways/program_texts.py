"""Programs of study in plain words."""

from careerkit.dates import date_in_words
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import AWARD_LEVELS, FIELDS, LEVELS
from careerkit.rules.program_match import NO_STUDY, field_truth, length_part
from careerkit.rules.result import Reference
from careerkit.rules.three_valued import Truth
from careerkit.rules.wording import one_of
from careerkit.words import article


def program_text(condition: Condition, level: str | None, reference: Reference) -> str:
    """Return the text of a step of study: "Complete an associate program in business"."""
    in_field = f" in {FIELDS[condition.field]}" if condition.field else ""
    if condition.condition == "degree_at_least":
        return f"Earn {article(LEVELS[level or 'none'])}{in_field}"
    noun = f"{AWARD_LEVELS[level]} program" if level else "program"
    names = {key: body.abbreviation for key, body in reference.accreditors.items()}
    bodies = one_of(bodies_of(condition, reference), names)
    verb = "approved" if condition.condition == "program_approved_by" else "accredited"
    timing = f" {condition.accreditation_timing}" if condition.accreditation_timing else ""
    details = (
        f"{verb} by {bodies}{timing}" if bodies else "",
        "at an accredited school" if condition.institution_accredited else "",
        length_part(condition, NO_STUDY).asked,
        f"after {date_in_words(condition.completed_after)}" if condition.completed_after else "",
    )
    return ", ".join((f"Complete {article(noun)}{in_field}", *filter(None, details)))


def bodies_of(condition: Condition, reference: Reference) -> tuple[str, ...]:
    """Return the bodies of a condition that accredit or approve programs in its field.

    Where no record says that any of them works in the field, all are returned.
    """
    fitting = tuple(
        name
        for name in condition.accreditors
        if (body := reference.accreditors.get(name))
        and any(field_truth(condition.field, s.field) is Truth.MET for s in body.accredits)
    )
    return fitting or condition.accreditors
