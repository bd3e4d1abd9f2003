"""The dialogue of ``careerkit eligible --interactive``: questions on stderr, answers on stdin."""

import sys
import textwrap
from collections.abc import Sequence
from functools import partial

from careerkit.catalog import Catalog
from careerkit.contradictions import contradictions, past_due
from careerkit.errors import CareerkitError, usage_error
from careerkit.facts.reading import NONE_WORD, NONE_WORDS
from careerkit.facts.telling import parse_answer
from careerkit.interview import Interview, Question, answered, closed, next_question, unsettled
from careerkit.interview.wording import brief, question_text, requirements, still_open
from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.render.text import visible
from careerkit.rules.result import Case
from careerkit.words import counted, join

_wrapped = partial(textwrap.fill, width=79, break_long_words=False, break_on_hyphens=False)
_LINE = 10_000
_MISTAKES = 5
_FEW = 6
_MANY = 12
_DONE = ("done", "stop")
_HELP = "Enter: not known.  ?: why it is asked.  done: no more questions."


class _EnoughError(Exception):
    """No more answers come."""


def interviewed(catalog: Catalog, case: Case, stage: str, named: Sequence[str] | None) -> Client:
    """Ask for what could change the verdicts, and return the client with the answers.

    Ends when no unknown fact matters any more, at ``done`` and at the end of the input.
    """
    credentials = tuple(catalog.some(Credential, named))
    interview = Interview(credentials=credentials, case=case, stage=stage)
    _say(_about(credentials, everything=named is None), _HELP)
    try:
        interview = _run(interview, catalog)
    except KeyboardInterrupt:
        _write("\n")
        raise
    left = len(unsettled(interview))
    nothing = next_question(interview) is None
    end = "Nothing that is untold could change a verdict" if nothing else "No more questions"
    _say("", f"{end}; {still_open(left)}." if left else f"{end}.", "")
    return closed(interview).client


def confirmed(text: str) -> bool:
    """Ask for a yes or no; no answer is a no."""
    _say(text)
    return (_line() or "").strip().lower() in ("y", "yes")


def _about(credentials: Sequence[Credential], *, everything: bool) -> str:
    if everything:
        many = counted(len(credentials), "credential")
        return f"Asking about all {many}; name some, or a --career, to be asked less."
    names = [credential.abbreviation for credential in credentials]
    if names[_FEW:]:
        names = [*names[: _FEW - 1], f"{len(names) - _FEW + 1} more"]
    return f"Asking about {join(names)}."


def _run(interview: Interview, catalog: Catalog) -> Interview:
    while question := next_question(interview):
        try:
            interview = _asked(interview, question, catalog)
        except _EnoughError:
            return interview
    return interview


def _asked(interview: Interview, question: Question, catalog: Catalog) -> Interview:
    details = brief(question, interview.case.reference)
    _say("", question_text(interview, question), *(f"  {line}" for line in details))
    mistakes = 0
    while mistakes < _MISTAKES:
        text = _line()
        if text is None or text.lower() in _DONE:
            raise _EnoughError
        if text == "?":
            _explain(interview, question)
            continue
        try:
            return _with(interview, question, text, catalog)
        except CareerkitError as error:
            _say(*(f"  {line}" for line in (error.message, *error.details)))
            mistakes += 1
    _say("  Going on without it.")
    return answered(interview, question, None)


def _with(interview: Interview, question: Question, text: str, catalog: Catalog) -> Interview:
    """Return the interview with an answer; raise a usage error where it cannot be true."""
    none = text.lower() in NONE_WORDS
    if not text or (question.again and none):
        return answered(interview, question, None)
    if none and question.fact.listed and (not question.path[2:] or question.path[0] == "education"):
        text = NONE_WORD
    value = parse_answer(question.path, text, catalog.fact)
    result = answered(interview, question, value)
    as_of = interview.case.as_of
    for _, _, message in contradictions(result.client, as_of):
        raise usage_error(message)
    for path, message in past_due(result.client, as_of):
        if path == question.path:
            raise usage_error(message)
    return result


def _explain(interview: Interview, question: Question) -> None:
    _say("  It would settle whether the client meets this:")
    listed = requirements(question, interview.case.reference)
    _say(*(f"  - {text}" for text in listed[:_MANY]))
    if listed[_MANY:]:
        _say(f"  - and {len(listed) - _MANY} more")
    if question.again:
        _say("  A list is taken to be complete: what is not named there, the client does not have.")
    _say(f"  {still_open(len(unsettled(interview)))}.")


def _line() -> str | None:
    """Return the next line of stdin without its end; None at the end of the input."""
    _write("> ")
    stream = sys.stdin
    content = stream.buffer.readline(_LINE) if stream is not None else b""
    text = content.decode("utf-8", errors="replace").strip()
    if not content or not stream.isatty():
        _write(f"{text}\n")  # a terminal shows what is typed; elsewhere this does
    return text if content else None


def _say(*lines: str) -> None:
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip(" ")))
        text = _wrapped(line, subsequent_indent=f"{indent}  ")
        _write(f"{text}\n")


def _write(text: str) -> None:
    sys.stderr.write(visible(text, keep="\n"))
    sys.stderr.flush()
