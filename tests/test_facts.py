"""What can be known of a client: flags and compact texts to facts, and every mistake in them."""

import dataclasses

import pytest

from careerkit.errors import CareerkitError, ExitStatus, not_found
from careerkit.facts import FACTS, STUDY_FACTS, client_from_texts, flag_of
from careerkit.model.client import Client, HeldCredential, Statements, Study

RECORDS = {
    ("accreditor", "cahiim"): "cahiim",
    ("accreditor", "caahep"): "caahep",
    ("credential", "rhit"): "ahima-rhit",
    ("credential", "cca"): "ahima-cca",
}


def resolve(kind, name):
    """Find a record by name, as a catalog does."""
    found = RECORDS.get((kind, name.strip().lower()))
    if found is None:
        raise not_found(f"there is no {kind} '{name}'; on record are:", ["cahiim"])
    return found


def client(*studies, **texts):
    """Return the client that flags describe."""
    return client_from_texts(texts, studies, resolve)


def study(**texts):
    """Return the one program that flags describe."""
    (found,) = client(**texts).education
    return found


def mistake(*studies, **texts):
    """Return the failure that flags end in."""
    with pytest.raises(CareerkitError) as caught:
        client(*studies, **texts)
    return caught.value


def test_nothing_told_is_nothing_known():
    """Without any flag every section of the client is unknown."""
    assert client() == Client()
    assert client(degree=None, accredited=[], holds=None, foreign_reciprocity=None) == Client()


def test_flags_describe_one_program():
    """The flags of a program come together in one program of the client."""
    flags = {"degree": "aas", "field": "health information", "status": "final-term"}
    bodies = {"accredited": ["CAHIIM"], "approved": ["none"]}
    program = Study(
        level="associate",
        field="him",
        accredited_by=("cahiim",),
        approved_by=(),
        status="final_term",
        expected="2026-12",
    )
    told = client(**flags, **bodies, expected="2026-12", country="us")
    assert told == Client(education=(program,))


def test_what_is_left_out_stays_unknown():
    """A program told of by one flag is unknown in all else, its level included."""
    assert study(field="him") == Study(level="unknown", field="him")
    assert study(degree="bs") == Study(level="bachelor")
    assert study(accredited=["cahiim"]).level == "unknown"
    assert study(degree="unknown").level == "unknown"


@pytest.mark.parametrize(
    ("key", "text", "word"),
    [
        ("level", "GED", "high_school"),
        ("level", "in-high-school", "grade_8"),
        ("level", "Associates degree", "associate"),
        ("level", "none", "none"),
        ("level", "Unknown", "unknown"),
        ("field", "HIM", "him"),
        ("field", "coding", "medical_coding"),
        ("field", "other", "other"),
        ("status", "final_term", "final_term"),
        ("status", "final-term", "final_term"),
        ("status", " Final Term ", "final_term"),
    ],
)
def test_words_of_a_program_are_taken_as_people_say_them(key, text, word):
    """Synonyms, any case, blanks and hyphens are read in every flag with a vocabulary."""
    assert getattr(study(**{"degree" if key == "level" else key: text}), key) == word


@pytest.mark.parametrize("said", ["2026-05-15", "2026-05", "2026"])
def test_dates_may_be_days_months_or_years(said):
    """A date is as exact as the client knows it."""
    assert study(completed=said).completed == said
    assert study(expected=said).expected == said


def test_bodies_may_be_several_or_none():
    """Bodies are given again for more; none says that there is nobody."""
    assert study(accredited=["cahiim", "caahep"]).accredited_by == ("cahiim", "caahep")
    assert study(accredited=["cahiim", "CAHIIM"]).accredited_by == ("cahiim",)
    assert study(accredited=["None"]).accredited_by == ()
    assert study(approved="cahiim").approved_by == ("cahiim",)
    assert study(degree="aas").accredited_by is None


def test_credentials_held_are_resolved():
    """Credentials are named as people name them; none says that the client holds none."""
    assert client(holds=["RHIT", "cca"]).credentials == (
        HeldCredential(id="ahima-rhit"),
        HeldCredential(id="ahima-cca"),
    )
    assert client(holds=["none"]) == Client(credentials=())


@pytest.mark.parametrize(
    ("said", "told"),
    [("yes", True), ("Y", True), ("true", True), ("no", False), ("N", False), (" FALSE ", False)],
)
def test_yes_and_no_are_read_as_said(said, told):
    """A statement is a yes or a no, however short."""
    assert client(foreign_reciprocity=said) == Client(facts=Statements(foreign_reciprocity=told))


def test_further_programs_are_given_whole():
    """A compact text describes one further program, apart from that of the flags."""
    told = client(
        "degree=bs, field=business, accredited=none",
        "degree=postbacc,field=him,approved=cahiim+caahep,completed=2026-05-15",
        degree="hs",
    )
    assert told.education == (
        Study(level="high_school"),
        Study(level="bachelor", field="business", accredited_by=()),
        Study(
            level="post_baccalaureate_certificate",
            field="him",
            approved_by=("cahiim", "caahep"),
            completed="2026-05-15",
        ),
    )


def test_a_compact_text_knows_every_fact_of_a_program():
    """Each flag of a program is a key of the compact text, without its dashes."""
    texts = {"degree": "aas", "field": "him", "accredited": "cahiim", "approved": "caahep"}
    texts |= {"status": "completed", "completed": "2026-05", "expected": "2026-04", "country": "CA"}
    assert texts.keys() == {fact.name for fact in STUDY_FACTS if fact.flag}
    compact = ",".join(f"{name}={text}" for name, text in texts.items())
    assert client(compact) == client(**texts)


@pytest.mark.parametrize("key", ["institution_accredited", " Institution-Accredited "])
def test_a_yes_or_no_key_of_a_compact_text_says_yes_alone(key):
    """As in the texts of the other sections; what is no such key needs its value."""
    (told,) = client(f"degree=aas,{key}").education
    assert told == Study(level="associate", institution_accredited=True)
    assert "'hours' is not key=value" in mistake("degree=aas,hours").message


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("degree=none,field=phlebotomy", None),
        ("degree=None,completed=2025-08", None),
        ("degree=nondegree,field=phlebotomy", None),
        ("degree=Non-Degree", None),
        ("degree=none", "none"),
        ("degree=none,country=CA", "none"),
        ("field=phlebotomy", "unknown"),
        ("degree=unknown,field=phlebotomy", "unknown"),
    ],
)
def test_a_compact_text_can_tell_of_a_program_that_gives_no_degree(text, level):
    """No degree of a program is not the same as no schooling, nor as a level that is not told."""
    (told,) = client(text).education
    assert told.level == level


def test_a_flag_can_tell_of_a_program_that_gives_no_degree():
    """As a profile does by leaving the level out."""
    assert study(degree="nondegree", field="phlebotomy") == Study(level=None, field="phlebotomy")


@pytest.mark.parametrize(
    ("texts", "start", "hint"),
    [
        ({"degree": "bachlor"}, "--degree: 'bachlor' is not an education level", "'bachelor'"),
        ({"degree": "zzz"}, "--degree: 'zzz' is not an education level", "one of none, grade_8"),
        ({"field": "none"}, "--field: 'none' is not a field of study", "one of allied_health_pa"),
        ({"status": "final"}, "--status: 'final' is not a status of study", "final_term"),
        ({"status": "zzz"}, "--status: 'zzz' is not a status", "use one of completed, final_term"),
        ({"completed": "May 2026"}, "--completed: 'May 2026' is not a date", "2026-05-15"),
        ({"completed": "2026-02-30"}, "--completed: '2026-02-30' is not a date", "2026-05"),
        ({"expected": "15/05/2026"}, "--expected: '15/05/2026' is not a date", "2026-05"),
        ({"country": "USA"}, "--country: 'USA' is not a country code", "two letters"),
        ({"country": "U1"}, "--country: 'U1' is not a country code", "US or CA"),
        ({"foreign_reciprocity": "maybe"}, "--foreign-reciprocity: 'maybe'", "yes nor no"),
    ],
)
def test_a_text_that_says_nothing_is_a_usage_error(texts, start, hint):
    """A mistake names its flag and its text, says what would do, and is the user's to mend."""
    error = mistake(**texts)
    assert error.status is ExitStatus.USAGE
    assert error.message.startswith(start)
    assert hint in error.message
    assert "\n" not in error.message


def test_a_body_without_a_record_is_not_found_and_explained():
    """An unknown accreditor is told from an unknown college, with what is on record."""
    error = mistake(accredited=["HLC"])
    assert error.status is ExitStatus.NOT_FOUND
    assert error.message.startswith("--accredited: there is no accreditor 'HLC'")
    assert error.details[0] == "cahiim"
    assert "not the college" in error.details[1]
    assert mistake(approved=["HLC"]).message.startswith("--approved: ")


def test_a_credential_without_a_record_is_not_found():
    """An unknown credential names its flag, and is not explained as an accreditor is."""
    error = mistake(holds=["xyz"])
    assert error.status is ExitStatus.NOT_FOUND
    assert error.message.startswith("--holds: there is no credential 'xyz'")
    assert error.details == ("cahiim",)


def test_none_beside_a_body_contradicts_itself():
    """Nobody and somebody at once is a mistake, not a choice."""
    assert mistake(accredited=["cahiim", "none"]).message.startswith("--accredited: ")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("bs", "--study: 'bs' is not key=value"),
        ("degree=", "--study: 'degree=' is not key=value"),
        ("degree=bs,,field=him", "--study: '' is not key=value"),
        ("", "--study: '' is not key=value"),
        ("=bs", "--study: there is no ''; use degree, field, accredited"),
        ("degre=bs", "--study: there is no 'degre'; did you mean 'degree'?"),
        ("memberships=rhit", "--study: there is no 'memberships'; use degree, field, accredited"),
        ("degree=bs,degree=ms", "--study: 'degree' is given twice in 'degree=bs,degree=ms'"),
        ("degree=zzz", "--degree: 'zzz' is not an education level"),
    ],
)
def test_a_compact_text_that_cannot_be_read_is_a_usage_error(text, says):
    """A mistake in a compact text names it and its keys; in a value, the flag for the value."""
    error = mistake(text)
    assert error.status is ExitStatus.USAGE
    assert error.message.startswith(says)


def test_every_fact_of_the_model_is_in_the_registry():
    """The registry and the client's sections name the same facts."""
    sections, in_study, statements = (
        {field.name for field in dataclasses.fields(record)}
        for record in (Client, Study, Statements)
    )
    assert {fact.section for fact in FACTS} == sections
    assert {fact.key for fact in STUDY_FACTS} == in_study
    assert {fact.key for fact in FACTS if fact.section == "facts"} == statements | {"facts"}
    assert {fact.key for fact in FACTS} == in_study | statements | sections - {"education"}


def test_every_fact_can_be_given_on_the_command_line():
    """A fact has a flag, or a flag of its section takes it as key=value."""
    with_flag = {fact.section for fact in FACTS if fact.flag}
    assert with_flag == {field.name for field in dataclasses.fields(Client)}
    assert {fact.section for fact in FACTS if not fact.flag} == {"education", "facts"}


def test_flags_are_named_once_and_explained():
    """No two facts share a flag, and each says what it is."""
    flags = [fact.flag for fact in FACTS if fact.flag]
    assert len(flags) == len(set(flags))
    names = [fact.name for fact in FACTS]
    assert len([*names, "study"]) == len({*names, "study"})
    for fact in FACTS:
        assert not fact.flag or fact.flag == f"--{fact.name.replace('_', '-')}"
        assert fact.help
        assert fact.metavar


@pytest.mark.parametrize(
    ("path", "flag"),
    [
        (("age",), "--age"),
        (("education", 0, "accredited_by"), "--accredited"),
        (("education", 0, "expected"), "--expected"),
        (("education", 1, "hours"), "--study"),
        (("credentials", 0, "earned"), "--holds"),
        (("work", 2, "to"), "--work"),
        (("memberships", 1), "--member"),
        (("credits", "subjects", "chemistry"), "--credits"),
        (("facts", "foreign_reciprocity"), "--foreign-reciprocity"),
        (("facts", "exam_attempts"), "--fact"),
    ],
)
def test_a_place_in_the_profile_has_its_flag(path, flag):
    """What stands at a path of a profile is given by one flag."""
    assert flag_of(path) == flag
