"""An interview: its next question, and the interview after an answer (a value, not a text).

A list in a profile is complete, so an interview keeps the entries of a list apart until the client
has no more of them. A program is asked about in full before the next one.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from careerkit.facts.registry import FACTS, STATEMENTS, STUDY_FACTS, Fact
from careerkit.interview.survey import Need, Survey
from careerkit.interview.unknowns import Path, filled, is_unknown
from careerkit.model.client import Client, Study
from careerkit.model.credential import Credential
from careerkit.model.rule import Condition
from careerkit.model.shape import slots_of
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Case
from careerkit.rules.three_valued import Truth

_OF_PROGRAM = (
    *("level", "field", "accredited_by", "approved_by", "completed", "expected"),
    *("institution_accredited", "hours", "years"),
)
"""The facts of a program to ask for, in this order, as far as a rule reads them."""
_STATES_OF_STUDY = ({"status": "completed"}, {"status": "final_term"}, {"status": "in_progress"})
_SECTION_OF = {fact.section: fact for fact in reversed(FACTS)}
_KEY_OF = {(fact.section, fact.key): fact for fact in (*STUDY_FACTS, *STATEMENTS.values())}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A fact to ask for, its place in the profile, and the open conditions that read it.

    ``again`` asks for a further entry of a list; no answer then means that there is none.
    """

    path: Path
    wants: tuple[Need, ...]
    again: bool = False

    @property
    def fact(self) -> Fact:
        """The entry of the registry that the question is about."""
        return fact_at(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """Credentials asked about at a stage, and the client's answers so far.

    While a list is being asked for, ``section`` names it and ``entries`` holds its entries so far;
    ``case`` does not have them yet. ``unanswered`` are the paths whose answer is "not known".
    """

    credentials: tuple[Credential, ...]
    case: Case
    stage: str
    unanswered: frozenset[Path] = frozenset()
    section: str = ""
    entries: tuple[Any, ...] = ()

    @property
    def client(self) -> Client:
        """The client by all answers, as if no more entries came."""
        if not self.section:
            return self.case.client
        return filled(self.case.client, (self.section,), _listed(self.section, self.entries))


def fact_at(path: Path) -> Fact:
    """Return the fact of the registry that ``path`` belongs to."""
    section = str(path[0])
    return _KEY_OF.get((section, str(path[-1]))) or _SECTION_OF[section]


def next_question(interview: Interview) -> Question | None:
    """Return the question that settles most routes; None where no answer changes a verdict."""
    survey = _survey(interview)
    wants = survey.wants(interview.credentials)
    if interview.section:
        return _on_list(interview, survey, wants[interview.section,])
    if not wants:
        return None
    path = min(wants, key=lambda path: (-_weight(wants[path]), *_rank(path)))
    return Question(path=path, wants=tuple(wants[path]))


def unsettled(interview: Interview) -> list[Credential]:
    """Return the credentials on which the verdict is unknown."""
    survey = _survey(closed(interview))
    return [record for record in interview.credentials if survey.is_open(record)]


def answered(interview: Interview, question: Question, value: Any) -> Interview:  # noqa: ANN401 - any fact
    """Return the interview after an answer; None says "not known", or to ``again`` "no more".

    The ``value`` for a list is an entry, for a mapping a pair of key and value; an empty one says
    that there is none. The value for a detail is the changes to its entry, by attribute.
    """
    path = question.path
    section = str(path[0])
    if question.again and value is None:
        return closed(interview)
    if value is None:
        return dataclasses.replace(interview, unanswered=interview.unanswered | {path})
    if interview.section and not question.again:
        *before, last = interview.entries
        changed = (*before, dataclasses.replace(last, **value))
        return dataclasses.replace(interview, entries=changed)
    if slots_of(Client)[section].form in ("list", "mapping") and not path[2:]:
        entries = (*interview.entries, value) if value else interview.entries
        listing = dataclasses.replace(interview, section=section, entries=entries)
        return closed(listing) if _is_whole(value) else listing
    client = filled(interview.case.client, path, value)
    return dataclasses.replace(interview, case=interview.case._replace(client=client))


def closed(interview: Interview) -> Interview:
    """Return the interview with the list being asked for taken to be complete."""
    case = interview.case._replace(client=interview.client)
    return dataclasses.replace(interview, case=case, section="", entries=())


def _is_whole(value: Any) -> bool:  # noqa: ANN401 - any entry
    """Tell whether an entry says that its list has no others."""
    return not value or (isinstance(value, Study) and value.level == "none" and not value.field)


def _listed(section: str, entries: tuple[Any, ...]) -> Any:  # noqa: ANN401 - any section
    if slots_of(Client)[section].form == "mapping":
        return dict(entries)
    repeats = section == "education" or _SECTION_OF[section].repeats
    return entries if repeats else tuple(dict.fromkeys(entries))


def _survey(interview: Interview) -> Survey:
    return Survey(case=interview.case, stage=interview.stage, unanswered=interview.unanswered)


def _on_list(interview: Interview, survey: Survey, wants: list[Need]) -> Question:
    """Return the question on the last program of the list, or for a further entry."""
    place = len(interview.entries)
    for key in _OF_PROGRAM if interview.section == "education" else ():
        path = ("education", place - 1, key)
        if path not in interview.unanswered and is_unknown(interview.entries[-1], key):
            conditions = dict.fromkeys(need.condition for need in wants)
            reading = {one for one in conditions if _reads(interview, survey, one, key)}
            if reading:
                asking = tuple(need for need in wants if need.condition in reading)
                return Question(path=path, wants=asking)
    return Question(path=(interview.section, place), wants=tuple(wants), again=True)


def _reads(interview: Interview, survey: Survey, condition: Condition, key: str) -> bool:
    *before, program = interview.entries
    schooling = key == "completed" and program.level not in _GIVING
    if schooling or key not in CONDITIONS[condition.condition].facts:
        return False

    def truth(*programs: Study) -> Truth:
        client = filled(interview.case.client, ("education",), programs)
        return survey.supposing(condition, client)

    as_stated = truth(program)
    assumed = key == "completed" and program.status is None
    if (as_stated is not Truth.UNKNOWN and not assumed) or truth(*before) is Truth.MET:
        return False
    changes = survey.guesses(("education", 0, key))
    changes += _STATES_OF_STUDY if assumed else ()
    could_be = (dataclasses.replace(program, **change) for change in changes)
    return any(truth(program) is not as_stated for program in could_be)


_GIVING = {*AWARD_LEVELS, "unknown", None}
"""Levels of programs that may be in progress; lower levels say so themselves."""


def _weight(wants: Iterable[Need]) -> int:
    return len({(need.credential.id, need.route.id) for need in wants})


def _rank(path: Path) -> tuple[int, int]:
    """Order paths by the registry, which begins with general facts; details come last."""
    return len(path), FACTS.index(fact_at(path))
