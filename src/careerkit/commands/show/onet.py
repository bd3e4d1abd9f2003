"""The part of a career's card that O*NET tells: preparation, interests, technology, a survey."""

from careerkit.commands.show.answer import CareerCard
from careerkit.model.career import EducationSurvey, Interests, JobZone, Technology
from careerkit.render.page import Block, Cell, Citations, Heading, Pairs, Prose
from careerkit.words import join

_ZONES = {
    1: "little or no preparation",
    2: "some preparation",
    3: "medium preparation",
    4: "considerable preparation",
    5: "extensive preparation",
}
_INTERESTS = {
    "R": "Realistic",
    "I": "Investigative",
    "A": "Artistic",
    "S": "Social",
    "E": "Enterprising",
    "C": "Conventional",
}
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
"""The share of answers, in percent, below which those published would mislead."""
_CAVEAT = (
    "The education answers are what workers or experts said in a survey that the job requires. "
    "They are no rule, and may differ from what is typical for entry."
)
_UNPUBLISHED = "; other answers, perhaps more frequent ones, are too uncertain to be published"


def profile(card: CareerCard, cite: Citations) -> list[Block]:
    """Return what kind of work it is; nothing where O*NET has no data."""
    rows: list[tuple[str, Cell]] = []
    if card.job_zone:
        rows.append(("Preparation", f"{_zone(card.job_zone)} {cite.mark(card.job_zone.source)}"))
    if card.interests:
        rows.append(("Interests", f"{_held(card.interests)} {cite.mark(card.interests.source)}"))
    if card.technology:
        mark = cite.mark(card.technology.source)
        rows.append(("Technology in demand", f"{_tools(card.technology)} {mark}"))
    survey = card.education_survey
    if survey:
        rows.append(("Education, as answered", f"{_answers(survey)} {cite.mark(survey.source)}"))
    if not rows:
        return []
    return [
        Heading("What kind of work it is"),
        Pairs(rows),
        *([Prose(_CAVEAT, "quiet")] if survey else []),
    ]


def _zone(zone: JobZone) -> str:
    numbers = join(map(str, zone.zones))
    meaning = join((_ZONES[each] for each in zone.zones), "or")
    return f"Job zone{'s' if zone.zones[1:] else ''} {numbers} of {len(_ZONES)}: {meaning}"


def _held(interests: Interests) -> str:
    return join((f"{_named(code)} ({code})" for code in interests.holland), "or")


def _named(code: str) -> str:
    return ", ".join(_INTERESTS[letter] for letter in code)


def _tools(technology: Technology) -> str:
    listed = technology.in_demand
    left = len(listed) - _TOOLS_SHOWN
    more = [f"{left} more"] if left > 0 else []
    return ", ".join([*listed[:_TOOLS_SHOWN], *more])


def _share(share: float) -> str:
    """Return a share in whole percent: a survey of some dozens tells no more."""
    return f"{share:.0f}%" if share >= 1 else "under 1%"


def _answers(survey: EducationSurvey) -> str:
    """Return the answers that were given, the most frequent first."""
    shares = {label: getattr(survey, key) for key, label in _ANSWERS.items()}
    given = [(share, label) for label, share in shares.items() if share]
    told = [f"{label} {_share(share)}" for share, label in sorted(given, key=lambda each: -each[0])]
    if sum(share for share, _ in given) < _MOST:
        return "most answers are too uncertain to be published"
    return ", ".join(told) + (_UNPUBLISHED if None in shares.values() else "")
