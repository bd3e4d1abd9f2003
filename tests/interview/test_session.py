"""An interview: which question comes next, and what an answer makes of it."""

from dataclasses import replace
from datetime import date

import pytest

from careerkit.interview import Interview, answered, closed, next_question, unsettled
from careerkit.interview.wording import brief, question_text, requirements, still_open
from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.credential import Credential, Route
from careerkit.model.entries import (
    Course,
    ExamPassed,
    Membership,
    MilitaryTraining,
    Training,
    Work,
)
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.rules.result import Case, Reference

TODAY = date(2026, 11, 22)
REFERENCE = Reference(issuers={"aapc": "AAPC"}, credentials={"ahima-rhit": "RHIT"})
AGE = Condition(condition="age_at_least", years=18)
CPR = Condition(condition="cpr_current")
EKGS = Condition(condition="procedures_performed", procedure="ekg_live", count=10)
LANGUAGE = Condition(condition="language")
RESIDENCE = Condition(condition="residence")
DIPLOMA = Condition(condition="degree_at_least", level="high_school")
BACHELOR = Condition(condition="degree_at_least", level="bachelor")
CODING = Condition(condition="work_in_field", work="medical_coding", years=2)
MEMBER = Condition(condition="membership", organization="aapc", tenure_years=1)
ASSOCIATE = Condition(condition="program_accredited_by", level="associate", accreditors=("cahiim",))
HIGHER = Client(
    education=(Study(level="bachelor", accredited_by=("cahiim",), completed="2020-05-15"),)
)
"""Whose degree is higher than the rule says, which is silent on higher ones."""


def credential(name, *rules, **more):
    """Return a credential with a route for each of the rules."""
    routes = (
        Route(id=f"r{at}", label="a route", confidence="confirmed", requires=rule, **more)
        for at, rule in enumerate(rules)
    )
    return Credential(
        id=name.lower(),
        name=name,
        abbreviation=name,
        issuer="body",
        kind="certification",
        careers=(),
        url="https://example.org",
        confidence="confirmed",
        routes=tuple(routes),
        sources=(),
    )


def interview(*credentials, client=None, stage="sit"):
    """Return an interview in which nothing was asked yet."""
    case = Case(client=client or Client(), as_of=TODAY, reference=REFERENCE)
    return Interview(credentials=credentials, case=case, stage=stage)


def both(*parts):
    """Return the rule that all parts hold."""
    return AllOf(all_of=parts)


def told(talk, *values):
    """Answer the next questions; return their paths and the interview."""
    paths = []
    for value in values:
        question = next_question(talk)
        paths.append(question.path)
        talk = answered(talk, question, value)
    return paths, talk


def path_of(talk):
    """Return where the next question goes; None if there is none."""
    question = next_question(talk)
    return question and question.path


def test_what_most_routes_hang_on_is_asked_first():
    """The fact that is open in the most routes of credentials comes first."""
    talk = interview(
        credential("A", both(AGE, CPR)), credential("B", CPR), credential("C", CPR, LANGUAGE)
    )
    paths, _ = told(talk, None, None, None)
    assert paths == [("facts", "cpr_current"), ("age",), ("facts", "language")]


def test_what_is_general_is_asked_first_where_tied():
    """Education comes before age, age before statements."""
    talk = interview(credential("A", both(CPR, AGE, DIPLOMA)))
    paths, _ = told(talk, Study(level="high_school"), None, 24, True)
    assert paths == [("education",), ("education", 1), ("age",), ("facts", "cpr_current")]


@pytest.mark.parametrize(
    "talk",
    [
        interview(credential("A", both())),
        interview(credential("A", CPR), client=Client(facts=Statements(cpr_current=True))),
        interview(credential("A", CPR, both())),
        interview(credential("A", both(CPR, AGE)), client=Client(age=15)),
        interview(credential("A", CPR, valid_until="2020")),
        interview(credential("A", Condition(condition="cpr_current", stage="license"))),
        interview(credential("A", ASSOCIATE), client=HIGHER),
        interview(),
    ],
)
def test_nothing_is_asked_that_could_not_change_a_verdict(talk):
    """What is settled, closed, of a later stage, or settled by no fact is not asked about."""
    assert next_question(talk) is None


def test_a_later_stage_asks_for_more():
    """The conditions of the stage asked about count."""
    talk = interview(credential("A", replace(CPR, stage="license")), stage="license")
    assert path_of(talk) == ("facts", "cpr_current")


def test_a_verdict_that_stays_open_whatever_is_told_asks_nothing():
    """Two routes, each with a part that nothing settles: one answer cannot change the verdict."""
    talk = interview(credential("A", both(ASSOCIATE, CPR), both(ASSOCIATE)), client=HIGHER)
    assert next_question(talk) is None
    talk = interview(credential("A", both(ASSOCIATE, CPR)), client=HIGHER)
    assert path_of(talk) == ("facts", "cpr_current")


def test_of_a_foreign_degree_the_evaluation_is_asked():
    """What an evaluation found settles a level reached abroad; study at home needs none."""
    foreign = Client(education=(Study(level="bachelor", country="CA"),))
    talk = interview(credential("A", BACHELOR), client=foreign)
    assert told(talk, False)[0] == [("facts", "foreign_evaluation")]
    home = Client(education=(Study(level="bachelor"),))
    assert next_question(interview(credential("A", BACHELOR), client=home)) is None


def test_parts_that_are_settled_ask_nothing():
    """In a group that is met, what else is open does not matter."""
    rule = both(
        AnyOf(any_of=(AGE, CPR)), AtLeast(at_least=Counted(n=2, of=(AGE, LANGUAGE, RESIDENCE)))
    )
    talk = interview(credential("A", rule), client=Client(age=24))
    paths, talk = told(talk, False, True)
    assert paths == [("facts", "language"), ("facts", "residence")]
    assert next_question(talk) is None
    assert unsettled(talk) == []


def test_not_known_is_asked_once():
    """No answer leaves the fact unknown, and it is not asked for again."""
    talk = interview(credential("A", CPR))
    _, talk = told(talk, None)
    assert next_question(talk) is None
    assert [record.id for record in unsettled(talk)] == ["a"]
    assert closed(talk).client == Client()


def test_a_list_is_told_to_its_end():
    """Entries come one by one, and count once there are no more."""
    talk = interview(credential("A", CODING))
    entries = (Work(field="medical_coding", years=1),) * 2
    paths, talk = told(talk, *entries)
    assert paths == [("work",), ("work", 1)]
    assert talk.case.client == Client()
    assert talk.client == Client(work=entries)
    question = next_question(talk)
    assert question.again
    assert answered(talk, question, None).case.client == Client(work=entries)


def test_none_at_all_ends_a_list():
    """An empty list is known, and nothing more is asked of it."""
    paths, talk = told(interview(credential("A", CODING)), ())
    assert paths == [("work",)]
    assert (talk.client, next_question(talk)) == (Client(work=()), None)


@pytest.mark.parametrize(
    ("condition", "entry", "section", "number"),
    [
        (MEMBER, Membership(organization="aapc"), "memberships", 1),
        (EKGS, ("ekg_live", 5), "procedures", 1),
        (CODING, Work(field="medical_coding"), "work", 2),
    ],
)
def test_the_same_again_counts_where_it_may(condition, entry, section, number):
    """An entry that is given twice is one, unless its section may repeat it."""
    _, talk = told(interview(credential("A", condition)), entry, entry, None)
    assert len(getattr(talk.client, section)) == number


def test_details_are_asked_of_what_was_told():
    """What a rule reads of an entry is asked for where it was not told."""
    member = Client(memberships=(Membership(organization="aapc"),))
    talk = interview(credential("A", MEMBER), client=member)
    paths, talk = told(talk, {"since": "2020"})
    assert paths == [("memberships", 0, "since")]
    assert next_question(talk) is None


@pytest.mark.parametrize("more", [{}, {"per_state": True}])
def test_several_details_that_only_settle_together_are_asked(more):
    """Three jobs of a year, none said to be full-time: no one answer settles two years of it."""
    rule = replace(CODING, full_time=True, **more)
    job = Work(field="medical_coding", years=1)
    talk = interview(credential("A", rule), client=Client(work=(job, job, job)))
    paths, talk = told(talk, {"full_time": True}, {"full_time": True})
    assert {path[2] for path in paths} == {"full_time"}
    assert next_question(talk) is None
    assert unsettled(talk) == []


def test_a_program_is_asked_about_in_full():
    """Level, then what rules read of it, then whether there is another; only then it counts."""
    talk = interview(credential("A", replace(ASSOCIATE, field="him")))
    details = [{"field": "him"}, {"accredited_by": ("cahiim",)}, {"status": "final_term"}]
    further = [Study(level="certificate"), None]
    paths, talk = told(talk, Study(level="associate"), *details, *further)
    first = [(), (0, "field"), (0, "accredited_by"), (0, "completed")]
    assert [path[1:] for path in paths] == [*first, (1,), (2,)]
    assert [study.level for study in talk.client.education] == ["associate", "certificate"]
    assert next_question(talk) is None


def test_a_second_program_is_not_asked_for_what_the_first_settles():
    """What is met already needs no more facts."""
    talk = interview(credential("A", Condition(condition="program_completed", field="him")))
    first = Study(level="associate", field="him", status="completed")
    paths, _ = told(talk, first, Study(level="bachelor"), None)
    assert [path[1:] for path in paths] == [(), (1,), (2,)]


@pytest.mark.parametrize(
    ("study", "paths"),
    [
        (Study(level="none"), [("education",)]),
        (Study(level="none", field="him"), [("education",), ("education", 1)]),
        (Study(level="high_school"), [("education",), ("education", 1)]),
        (Study(level="unknown"), [("education",), ("education", 0, "level")]),
        (Study(level="associate"), [("education",), ("education", 0, "completed")]),
    ],
)
def test_schooling_is_not_asked_whether_it_is_completed(study, paths):
    """No education is the end of it; schooling says by itself how far it went."""
    talk = interview(credential("A", DIPLOMA))
    first, talk = told(talk, study)
    assert [*first, *filter(None, [path_of(talk)])] == paths


def at(talk, path, **more):
    """Return the question for a path."""
    from careerkit.interview import Question

    return question_text(talk, Question(path=path, wants=(), **more))


@pytest.mark.parametrize(
    ("section", "key", "entry", "noun"),
    [
        ("education", "hours", Study(level="associate"), "associate program"),
        ("credentials", "active", HeldCredential(id="ahima-rhit"), "RHIT"),
        ("work", "paid", Work(field="medical_coding"), "medical coding work"),
        ("training", "hours", Training(subject="phlebotomy"), "training in phlebotomy"),
        ("memberships", "since", Membership(organization="aapc"), "AAPC"),
        ("exams", "passed", ExamPassed(id="finra-sie"), "FINRA Securities Industry Essentials"),
        ("military", "weeks", MilitaryTraining(field="mlt"), "military training in medical lab"),
    ],
)
def test_a_question_on_an_entry_names_it(section, key, entry, noun):
    """An entry is named in words, with a number where another sounds the same."""
    one = at(interview(client=Client(**{section: (entry,)})), (section, 0, key))
    assert noun in one
    assert "number" not in one
    two = at(interview(client=Client(**{section: (entry, entry)})), (section, 1, key))
    assert noun in two
    assert " (number 2)" in two


def test_questions_are_those_of_the_registry():
    """A fact, a statement, a named training, a course and a further entry have their words."""
    talk = interview(
        client=Client(training=(Training(name="aapc_practicode"),), courses={"chemistry": Course()})
    )
    assert at(talk, ("age",)).startswith("How old is the client?")
    assert at(talk, ("facts", "cpr_current")).startswith("Does the client hold a current CPR")
    assert "AAPC Practicode" in at(talk, ("training", 0, "completed"))
    assert "grade in chemistry" in at(talk, ("courses", "chemistry", "grade"))
    assert at(talk, ("work", 1), again=True).startswith("Another one?")
    assert at(talk, ("education", 1), again=True).startswith("Another program of study")


def test_requirements_say_who_asks_for_what():
    """What would be settled is told once, with the credentials that ask it, most first."""
    named = [credential(name, CPR) for name in "ABCDE"]
    talk = interview(credential("F", Condition(condition="cpr_current", kind="BLS")), *named)
    question = next_question(talk)
    assert requirements(question, REFERENCE) == [
        "A, B, C and 2 more: current CPR card",
        "F: current CPR card (BLS)",
    ]
    assert brief(question, REFERENCE) == [
        *requirements(question, REFERENCE),
        "One answer holds for all of them: press Enter where it differs.",
    ]


def test_few_requirements_are_told_unasked():
    """Of many, three; of a general question none."""
    kinds = ("BLS", "adult", "child", "infant")
    listed = [credential(kind, Condition(condition="cpr_current", kind=kind)) for kind in kinds]
    question = next_question(interview(*listed))
    assert brief(question, REFERENCE)[3] == "and 1 more; ? names them"
    assert brief(next_question(interview(credential("A", AGE))), REFERENCE) == []
    assert brief(next_question(interview(credential("A", CPR))), REFERENCE) == [
        "A: current CPR card"
    ]


def test_open_verdicts_are_counted():
    """The count is worded, one in the singular."""
    assert still_open(1) == "1 verdict is still open"
    assert still_open(2) == "2 verdicts are still open"
