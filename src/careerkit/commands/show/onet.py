"""The O*NET part of a career's card: preparation, interests, technology, education survey."""

from careerkit.commands.show.answer import CareerCard
from careerkit.model.career import EducationSurvey, Interests, JobZone, Technology
from careerkit.render.page import Block, Cell, Citations, Heading, Pairs, remarks
from careerkit.words import join

_ZONES = {
    1: "little or no preparation",
    2: "some preparation",
    3: "medium preparation",
    4: "considerable preparation",
    5: "extensive preparation",
}
_INTERESTS = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
_BY_LETTER = {interest[0]: interest for interest in _INTERESTS}
_ANSWERS = {
    "less_than_high_school": "less than high school",
    "high_school": "high-school diploma",
    "certificate": "certificate",
    "some_college": "some college",
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "post_baccalaureate_certificate": "post-baccalaureate certificate",
    "master": "master's degree",
    "post_master_certificate": "post-master's certificate",
    "first_professional": "first professional degree",
    "doctorate": "doctorate",
    "post_doctoral": "post-doctoral training",
}
_TOOLS_SHOWN = 10
_MOST = 50
"""Where the published answers are of a smaller share, in percent, they would mislead."""
_CAVEAT = (
    "The education answers are what workers or experts said in a survey that the job requires. "
    "They are no rule, and may differ from what is typical for entry."
)
_UNPUBLISHED = "; other answers, perhaps more frequent ones, are too uncertain to be published"


def profile(card: CareerCard, cite: Citations) -> list[Block]:
    """Return the section on the kind of work; nothing where O*NET has no data."""
    zone, survey = card.job_zone, card.education_survey
    interests, technology = card.interests, card.technology
    rows: list[tuple[str, Cell]] = []
    if zone:
        rows.append(("Preparation", f"{_zone(zone)} {cite.mark(zone.source)}"))
    if interests:
        rows.append(("Interests", f"{_interests(interests)} {cite.mark(interests.source)}"))
    if technology:
        rows.append(
            ("Technology in demand", f"{_tools(technology)} {cite.mark(technology.source)}")
        )
    if survey:
        rows.append(("Education, as answered", f"{_answers(survey)} {cite.mark(survey.source)}"))
    if not rows:
        return []
    caveat = remarks(_CAVEAT if survey else None)
    return [Heading("What kind of work it is"), Pairs(rows), *caveat]


def _zone(zone: JobZone) -> str:
    numbers = join(map(str, zone.zones))
    meaning = join((_ZONES[number] for number in zone.zones), "or")
    return f"Job zone{'s' if zone.zones[1:] else ''} {numbers} of {len(_ZONES)}: {meaning}"


def _interests(interests: Interests) -> str:
    spelled = {code: ", ".join(_BY_LETTER[letter] for letter in code) for code in interests.holland}
    return join((f"{words} ({code})" for code, words in spelled.items()), "or")


def _tools(technology: Technology) -> str:
    listed = technology.in_demand
    left = len(listed) - _TOOLS_SHOWN
    more = [f"{left} more"] if left > 0 else []
    return ", ".join([*listed[:_TOOLS_SHOWN], *more])


def _share(share: float) -> str:
    # A survey of a few dozen people is good for whole percents only.
    return f"{share:.0f}%" if share >= 1 else "under 1%"


def _answers(survey: EducationSurvey) -> str:
    shares = {label: getattr(survey, key) for key, label in _ANSWERS.items()}
    given = sorted(
        ((label, share) for label, share in shares.items() if share), key=lambda item: -item[1]
    )
    if sum(share for _, share in given) < _MOST:
        return "most answers are too uncertain to be published"
    listed = ", ".join(f"{label} {_share(share)}" for label, share in given)
    return listed + (_UNPUBLISHED if None in shares.values() else "")
