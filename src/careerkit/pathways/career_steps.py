"""Steps into a career beside schooling: work elsewhere before, and training once hired."""

from careerkit.model.career import Career
from careerkit.model.vocabulary import AWARD_LEVELS, USUAL
from careerkit.pathways.client_state import ClientState
from careerkit.pathways.step import Step

_EXPERIENCE = {
    "under_5_years": Step(
        "work",
        "Have worked in a related occupation: employers usually ask for some of it, "
        "less than 5 years",
        months=None,
    ),
    "5_years_or_more": Step(
        "work",
        "Have worked in a related occupation: employers usually ask for 5 years of it or more",
        months=60,
        open_ended=True,
    ),
}
_LEARNING = Step("training", "Once hired, learn on the job for", months=None, after_hire=True)
_TRAINING = {
    "internship_residency": Step(
        "training", "Do an internship or residency, as is usual in this work", months=None
    ),
    "apprenticeship": _LEARNING._replace(
        kind="apprenticeship", text="Get hired as an apprentice, and learn while working for pay"
    ),
    "long_term": _LEARNING._replace(text=f"{_LEARNING.text} more than a year"),
    "moderate_term": _LEARNING._replace(text=f"{_LEARNING.text} a month to a year"),
    "short_term": _LEARNING._replace(text=f"{_LEARNING.text} up to a month"),
}


def later_steps(career: Career, client_state: ClientState) -> list[Step]:
    """Return the steps after schooling and credentials, by what BLS calls usual.

    No rule reads them, so they have no effect on the client's facts.
    """
    steps = []
    experience, training = career.requirements.experience, career.requirements.training
    if experience and experience.level in _EXPERIENCE:
        step = _EXPERIENCE[experience.level]._replace(known=client_state.client.work == ())
        steps.append(step._replace(confidence=USUAL, sources=(experience.source,)))
    if training and training.level in _TRAINING:
        step = _TRAINING[training.level]
        steps.append(step._replace(confidence=USUAL, sources=(training.source,)))
    return steps


def applying(career: Career, *, schooled: bool) -> Step:
    """Return the step of a client who has the usual education, or all that the law asks for.

    A level says nothing of the field of study, so the text says where that was not checked.
    """
    claims = career.requirements.education
    levels = {claim.level for claim in claims}
    if not schooled:
        text = "Apply for work: no more is on record that the law asks for, though employers may"
    elif levels <= {"none"} and claims:
        text = "Apply for work: employers usually ask for no schooling"
    elif in_a_field(career):
        text = (
            "Apply for work: the level of education that is usual is met; whether it is in the "
            "field that employers ask for was not checked"
        )
    else:
        text = "Apply for work: employers usually ask for no more schooling than the client has"
    sources = tuple(dict.fromkeys(claim.source for claim in claims))
    return Step("apply", text, confidence=USUAL, sources=sources)


def in_a_field(career: Career) -> bool:
    """Tell whether a usual level is study in a field: a certificate or more."""
    return any(claim.level in AWARD_LEVELS for claim in career.requirements.education)
