"""The kinds of text and number in records, each an ``Annotated`` alias with its constraint."""

from collections.abc import Iterable
from typing import Annotated, NamedTuple

from careerkit.model import client_vocabulary, vocabulary

LONGEST_NAME = 100
"""The most characters of a name that is in no vocabulary."""
NO_NAMES = frozenset(("yes", "no", "none", "n/a", "na", "null", "unknown", "true", "false"))
"""Answers to another question than what something is called."""


class Constraint(NamedTuple):
    """The values that a scalar may have beyond its Python type.

    ``what`` names it in messages. At most one of ``values`` (a closed vocabulary), ``pattern`` (a
    regular expression the whole text matches) and ``refers_to`` (a kind of record) is set;
    ``minimum`` and ``maximum`` bound numbers; ``date`` asks for an ISO day, month or year;
    ``code`` marks text that YAML readers are prone to turn into a number. A reference may also name
    one of ``unrecorded``: words for things without a record. Where the ``values`` are ``open``,
    other text is kept, and rules take it as unknown.
    """

    what: str
    values: tuple[str, ...] = ()
    open: bool = False
    pattern: str = ""
    example: str = ""
    refers_to: str = ""
    unrecorded: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    date: bool = False
    code: bool = False


class ProblemCode(str):
    """The code of a problem with a table's cell, where it is not the name of the column."""

    __slots__ = ()


def _one_of(what: str, words: Iterable[str], *, or_other: bool = False) -> Constraint:
    return Constraint(what=what, values=tuple(words), open=or_other)


def _code(what: str, pattern: str, example: str) -> Constraint:
    return Constraint(what=what, pattern=pattern, example=example, code=True)


def like(what: str, pattern: str, example: str = "") -> Constraint:
    """Return the constraint of a text that matches a pattern."""
    return Constraint(what=what, pattern=pattern, example=example)


ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"

CareerId = Annotated[str, Constraint(what="career id", refers_to="career")]
CredentialId = Annotated[str, Constraint(what="credential id", refers_to="credential")]
HeldId = Annotated[
    str,
    Constraint(
        what="credential id",
        refers_to="credential",
        unrecorded=tuple(client_vocabulary.OTHER_CREDENTIALS),
    ),
]
ProgramId = Annotated[str, Constraint(what="program id", refers_to="program")]
IssuerId = Annotated[str, Constraint(what="issuer id", refers_to="issuer")]
AccreditorId = Annotated[str, Constraint(what="accreditor id", refers_to="accreditor")]
SourceId = Annotated[str, Constraint(what="source id", refers_to="source")]

LocalId = Annotated[str, like("id", ID_PATTERN, "assoc-cahiim")]
Soc = Annotated[str, _code("SOC code", r"\d\d-\d{4}", "29-2072")]
OccupationCode = Annotated[str, _code("occupation code", r"\d\d-\d{4}(\.\d\d)?", "29-2072")]
Cip = Annotated[str, _code("CIP code", r"\d\d\.\d{4}", "51.0707")]
CIP_LENGTH, CIP_GROUP_LENGTH = len("51.0707"), len("51.07")
"""The lengths of a CIP code and of the group of programs at its beginning, as text."""
Holland = Annotated[str, like("Holland code", "[RIASEC]{1,3}", "CI")]
Country = Annotated[str, _code("ISO 3166 country code", "[A-Z]{2}", "US")]
Url = Annotated[str, like("web address", r"https?://\S+", "https://www.bls.gov")]
When = Annotated[str, Constraint(what="date", date=True, example="2026-05-15")]

Level = Annotated[str, _one_of("education level", vocabulary.LEVELS)]
AwardLevel = Annotated[str, _one_of("award level", vocabulary.AWARD_LEVELS)]
StudyLevel = Annotated[str, _one_of("level of study", [*vocabulary.LEVELS, "unknown"])]
Field = Annotated[str, _one_of("field of study", vocabulary.FIELDS)]
FieldStudied = Annotated[str, _one_of("field of study", vocabulary.FIELDS, or_other=True)]
Group = Annotated[str, _one_of("career group", vocabulary.GROUPS)]
EducationBasis = Annotated[str, _one_of("basis", vocabulary.EDUCATION_BASES)]
Experience = Annotated[str, _one_of("experience", vocabulary.EXPERIENCE)]
Training = Annotated[str, _one_of("training", vocabulary.TRAINING)]
CredentialKind = Annotated[str, _one_of("kind of credential", vocabulary.CREDENTIAL_KINDS)]
CredentialRelation = Annotated[str, _one_of("relation", vocabulary.CREDENTIAL_RELATIONS)]
Confidence = Annotated[str, _one_of("confidence", vocabulary.CONFIDENCE)]
Stage = Annotated[str, _one_of("stage", vocabulary.STAGES)]
LevelMatch = Annotated[str, _one_of("level match", vocabulary.LEVEL_MATCHES)]
StudyStatus = Annotated[str, _one_of("status of study", vocabulary.STUDY_STATUSES)]
WorkField = Annotated[str, _one_of("field of work", client_vocabulary.WORK_FIELDS)]
FieldWorked = Annotated[str, _one_of("field of work", client_vocabulary.WORK_FIELDS, or_other=True)]
WorkDomain = Annotated[str, _one_of("domain of work", client_vocabulary.WORK_DOMAINS)]
TrainingSubject = Annotated[
    str, _one_of("subject of training", client_vocabulary.TRAINING_SUBJECTS)
]
TrainingName = Annotated[str, _one_of("named training", client_vocabulary.TRAINING_NAMES)]
Procedure = Annotated[str, _one_of("procedure", client_vocabulary.PROCEDURES)]
ExamId = Annotated[str, _one_of("exam", client_vocabulary.EXAMS)]
CourseSubject = Annotated[str, _one_of("subject of a course", client_vocabulary.COURSES)]
Grade = Annotated[str, _one_of("grade", client_vocabulary.GRADES)]
MemberClass = Annotated[str, _one_of("class of membership", client_vocabulary.MEMBER_CLASSES)]
LegalStatus = Annotated[str, _one_of("legal status", client_vocabulary.LEGAL_STATUSES)]
State = Annotated[str, _one_of("state", client_vocabulary.STATES)]
OccupationCodeSystem = Annotated[str, _one_of("code system", vocabulary.OCCUPATION_CODES)]
CodeRelation = Annotated[str, _one_of("code relation", vocabulary.CODE_RELATIONS)]
ProgramScope = Annotated[str, _one_of("program scope", vocabulary.PROGRAM_SCOPES)]
AreaType = Annotated[str, _one_of("type of area", vocabulary.AREA_TYPES)]
WageUnit = Annotated[str, _one_of("wage unit", vocabulary.WAGE_UNITS)]
WageFigure = Annotated[str, _one_of("wage figure", vocabulary.WAGE_FIGURES)]
SourceKind = Annotated[str, _one_of("kind of source", vocabulary.SOURCE_KINDS)]

Count = Annotated[int, Constraint(what="count", minimum=0)]
Positive = Annotated[int, Constraint(what="count", minimum=1)]
Amount = Annotated[float, Constraint(what="amount", minimum=0)]
Age = Annotated[int, Constraint(what="age", minimum=0, maximum=120)]
Zone = Annotated[int, Constraint(what="job zone", minimum=1, maximum=5)]
Year = Annotated[int, Constraint(what="year", minimum=1900, maximum=2200)]
Dollars = Annotated[int, Constraint(what="amount in US dollars", minimum=0)]
Wages = Annotated[float, Constraint(what="wage in US dollars", minimum=0)]
Ratio = Annotated[float, Constraint(what="ratio", minimum=0)]
Share = Annotated[float, Constraint(what="share in percent", minimum=0, maximum=100)]
Percent = Annotated[float, Constraint(what="percentage", minimum=-100)]
