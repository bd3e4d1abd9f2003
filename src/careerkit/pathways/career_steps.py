"""What a career asks beside schooling: work elsewhere before, and training once hired."""

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
_TRAINING = {
    "internship_residency": Step(
        "training", "Do an internship or residency, as is usual in this work", months=None
    ),
    "apprenticeship": Step(
        "apprenticeship",
        "Get hired as an apprentice, and learn while working for pay",
        months=None,
        after_hire=True,
    ),
    "long_term": Step(
        "training",
        "Once hired, learn on the job for more than a year",
        months=None,
        after_hire=True,
    ),
    "moderate_term": Step(
        "training",
        "Once hired, learn on the job for a month to a year",
        months=None,
        after_hire=True,
    ),
    "short_term": Step(
        "training", "Once hired, learn on the job for up to a month", months=None, after_hire=True
    ),
}


def later_steps(career: Career, client_state: ClientState) -> list[Step]:
    """Return the steps after schooling and credentials, by what BLS calls usual.

    No rule reads them, so they change nothing that a rule could ask.
    """
    found = []
    needs = career.requirements
    if needs.experience and needs.experience.level in _EXPERIENCE:
        found.append(
            _EXPERIENCE[needs.experience.level]._replace(
                known=client_state.client.work == (),
                confidence=USUAL,
                sources=(needs.experience.source,),
            )
        )
    if needs.training and needs.training.level in _TRAINING:
        found.append(
            _TRAINING[needs.training.level]._replace(
                confidence=USUAL, sources=(needs.training.source,)
            )
        )
    return found


def applying(career: Career, *, schooled: bool) -> Step:
    """Return the step of those who have the usual level of education, or all that the law asks.

    A level says nothing of the field of study, so a level above high school is met with that said.
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
    """Tell whether a usual level is one of study in a field: a certificate or more."""
    return any(claim.level in AWARD_LEVELS for claim in career.requirements.education)
