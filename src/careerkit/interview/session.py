"""An interview: the next question, and what an answer makes of it. Answers are values, not texts.

A list that is told is complete, so its entries count only once there are no more of them: an
interview holds those told so far apart. A program is asked about in full while it is told.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from careerkit.facts.registry import FACTS, STATEMENTS, STUDY_FACTS, Fact
from careerkit.interview.survey import Need, Survey
from careerkit.interview.unknowns import Path, filled, is_untold
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
"""What is asked about a program, in this order, as far as a rule reads it."""
_STATES_OF_STUDY = ({"status": "completed"}, {"status": "final_term"}, {"status": "in_progress"})
_SECTION_OF = {fact.section: fact for fact in reversed(FACTS)}
_KEY_OF = {(fact.section, fact.key): fact for fact in (*STUDY_FACTS, *STATEMENTS.values())}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A fact to ask for, where it goes, and the open conditions (``wants``) that read it.

    ``again`` asks for a further entry of a list; to that, no answer means that there is none.
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
    """Credentials asked about at a stage, and what was told so far.

    ``case`` holds the client without the list that is being told, which ``section`` names and
    ``entries`` holds. ``asked`` are the paths that were answered with "not known".
    """

    credentials: tuple[Credential, ...]
    case: Case
    stage: str
    asked: frozenset[Path] = frozenset()
    section: str = ""
    entries: tuple[Any, ...] = ()

    @property
    def client(self) -> Client:
        """Everything told, as if no more entries came."""
        if not self.section:
            return self.case.client
        return filled(self.case.client, (self.section,), _listed(self.section, self.entries))


def fact_at(path: Path) -> Fact:
    """Return the entry of the registry that what stands at ``path`` belongs to."""
    section = str(path[0])
    return _KEY_OF.get((section, str(path[-1]))) or _SECTION_OF[section]


def next_question(interview: Interview) -> Question | None:
    """Return the question that settles most; None where no answer could change a verdict."""
    survey = _survey(interview)
    wants = survey.wants(interview.credentials)
    if interview.section:
        return _on_list(interview, survey, wants[interview.section,])
    if not wants:
        return None
    path = min(wants, key=lambda each: (-_weight(wants[each]), *_rank(each)))
    return Question(path=path, wants=tuple(wants[path]))


def unsettled(interview: Interview) -> list[Credential]:
    """Return the credentials on which the verdict is unknown."""
    survey = _survey(closed(interview))
    return [each for each in interview.credentials if survey.is_open(each)]


def answered(interview: Interview, question: Question, value: Any) -> Interview:  # noqa: ANN401 - any fact
    """Return the interview after an answer; None says "not known", or to ``again`` "no more".

    An entry of a list is the entry, of a mapping a pair, and an empty one says that there is none;
    of a detail, ``value`` is the entry's changes.
    """
    path = question.path
    section = str(path[0])
    if question.again and value is None:
        return closed(interview)
    if value is None:
        return dataclasses.replace(interview, asked=interview.asked | {path})
    if interview.section and not question.again:
        *before, last = interview.entries
        changed = (*before, dataclasses.replace(last, **value))
        return dataclasses.replace(interview, entries=changed)
    if slots_of(Client)[section].form in ("list", "mapping") and not path[2:]:
        told = dataclasses.replace(
            interview, section=section, entries=(*interview.entries, *([value] if value else []))
        )
        return closed(told) if _is_whole(value) else told
    told_of = filled(interview.case.client, path, value)
    return dataclasses.replace(interview, case=interview.case._replace(client=told_of))


def closed(interview: Interview) -> Interview:
    """Return the interview with the list that was being told taken to be complete."""
    case = interview.case._replace(client=interview.client)
    return dataclasses.replace(interview, case=case, section="", entries=())


def _is_whole(value: Any) -> bool:  # noqa: ANN401 - any entry
    """Tell whether an answer says that there is nothing more to tell."""
    return not value or (isinstance(value, Study) and value.level == "none" and not value.field)


def _listed(section: str, entries: tuple[Any, ...]) -> Any:  # noqa: ANN401 - any section
    if slots_of(Client)[section].form == "mapping":
        return dict(entries)
    repeats = section == "education" or _SECTION_OF[section].repeats
    return entries if repeats else tuple(dict.fromkeys(entries))


def _survey(interview: Interview) -> Survey:
    return Survey(case=interview.case, stage=interview.stage, asked=interview.asked)


def _on_list(interview: Interview, survey: Survey, wants: list[Need]) -> Question:
    """Return the question on the last program that was told, or for a further entry."""
    place = len(interview.entries)
    if interview.section == "education":
        for key in _OF_PROGRAM:
            path = ("education", place - 1, key)
            if path not in interview.asked and is_untold(interview.entries[-1], key):
                conditions = dict.fromkeys(each.condition for each in wants)
                reading = {each for each in conditions if _reads(interview, survey, each, key)}
                if reading:
                    asking = tuple(each for each in wants if each.condition in reading)
                    return Question(path=path, wants=asking)
    return Question(path=(interview.section, place), wants=tuple(wants), again=True)


def _reads(interview: Interview, survey: Survey, condition: Condition, key: str) -> bool:
    """Tell whether a fact of the last program makes a difference to a condition."""
    *before, program = interview.entries
    schooling = key == "completed" and program.level not in _GIVING
    if schooling or key not in CONDITIONS[condition.condition].facts:
        return False

    def truth(*programs: Study) -> Truth:
        client = filled(interview.case.client, ("education",), programs)
        return survey.supposing(condition, client)

    as_told = truth(program)
    assumed = key == "completed" and program.status is None
    if (as_told is not Truth.UNKNOWN and not assumed) or truth(*before) is Truth.MET:
        return False
    told = survey.guesses(("education", 0, key))
    told += _STATES_OF_STUDY if assumed else ()
    could_be = (dataclasses.replace(program, **each) for each in told)
    return any(truth(each) is not as_told for each in could_be)


_GIVING = {*AWARD_LEVELS, "unknown", None}
"""Levels of programs that may be going on still; lower ones say so themselves."""


def _weight(wants: Iterable[Need]) -> int:
    """Count the routes that ask."""
    return len({(each.credential.id, each.route.id) for each in wants})


def _rank(path: Path) -> tuple[int, int]:
    """Order paths by the registry, which begins with what is general; details come last."""
    return len(path), FACTS.index(fact_at(path))
