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
    told = client(
        degree="aas",
        field="health information",
        accredited=["CAHIIM"],
        approved=["none"],
        status="final-term",
        expected="2026-12",
        country="us",
    )
    assert told == Client(
        education=(
            Study(
                level="associate",
                field="him",
                accredited_by=("cahiim",),
                approved_by=(),
                status="final_term",
                expected="2026-12",
                country="US",
            ),
        )
    )


def test_what_is_left_out_stays_unknown():
    """A program told of by one flag is unknown in all else, its level included."""
    assert study(field="him") == Study(level="unknown", field="him")
    assert study(degree="bs") == Study(level="bachelor")
    assert study(accredited=["cahiim"]).level == "unknown"
    assert study(degree="unknown").level == "unknown"


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("GED", "high_school"),
        ("ged", "high_school"),
        ("hs", "high_school"),
        ("high-school", "high_school"),
        ("high_school", "high_school"),
        ("High school diploma", "high_school"),
        ("in-high-school", "grade_8"),
        ("some college", "some_college"),
        ("certificate", "certificate"),
        ("AA", "associate"),
        ("as", "associate"),
        ("aas", "associate"),
        ("associate's", "associate"),
        ("Associates degree", "associate"),
        ("bs", "bachelor"),
        ("BSN", "bachelor"),
        ("bachelor's degree", "bachelor"),
        ("mba", "master"),
        ("post-baccalaureate certificate", "post_baccalaureate_certificate"),
        ("phd", "doctorate"),
        ("none", "none"),
        ("Unknown", "unknown"),
    ],
)
def test_levels_are_taken_as_people_say_them(said, level):
    """A level may be said as people say it, in any case."""
    assert study(degree=said).level == level


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("him", "him"),
        ("HIM", "him"),
        ("Health information management", "him"),
        ("medical records", "him"),
        ("coding", "medical_coding"),
        ("medical_coding", "medical_coding"),
        ("accounting", "business"),
        ("other", "other"),
    ],
)
def test_fields_are_taken_as_people_say_them(said, field):
    """A field may be said as people say it, in any case."""
    assert study(field=said).field == field


@pytest.mark.parametrize("said", ["final_term", "final-term", "Final Term", " final term "])
def test_a_status_may_be_joined_as_one_likes(said):
    """A status may be written with blanks, hyphens or underscores."""
    assert study(status=said).status == "final_term"


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
    (told,) = client(
        "degree=aas,field=him,accredited=cahiim,approved=cahiim,status=completed,"
        "completed=2026-05,expected=2026-04,country=CA"
    ).education
    assert told == Study(
        level="associate",
        field="him",
        accredited_by=("cahiim",),
        approved_by=("cahiim",),
        status="completed",
        completed="2026-05",
        expected="2026-04",
        country="CA",
    )


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
    """As a profile does by leaving the level out; ``none`` alone is no schooling at all."""
    assert study(degree="nondegree", field="phlebotomy") == Study(level=None, field="phlebotomy")
    assert client(degree="none").education == (Study(level="none"),)


def test_a_compact_text_alone_is_all_of_education():
    """Without flags of a program there is no program beside the compact ones."""
    assert client("degree=bs").education == (Study(level="bachelor"),)


@pytest.mark.parametrize(
    ("texts", "start", "hint"),
    [
        ({"degree": "bachlor"}, "--degree: 'bachlor' is not an education level", "'bachelor'"),
        (
            {"degree": "zzz"},
            "--degree: 'zzz' is not an education level",
            "use one of none, grade_8",
        ),
        (
            {"field": "none"},
            "--field: 'none' is not a field of study",
            "use one of allied_health_patient_care",
        ),
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
    """An unknown credential names its flag."""
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
        ("bs", "'bs' is not key=value"),
        ("degree=", "'degree=' is not key=value"),
        ("degree=bs,,field=him", "'' is not key=value"),
        ("", "'' is not key=value"),
        ("=bs", "use degree, field, accredited"),
        ("degre=bs", "did you mean 'degree'?"),
        ("memberships=rhit", "use degree, field, accredited, approved"),
        ("degree=bs,degree=ms", "'degree' is given twice in 'degree=bs,degree=ms'"),
    ],
)
def test_a_compact_text_that_cannot_be_read_is_a_usage_error(text, says):
    """A mistake in a compact text names it and says which keys there are."""
    error = mistake(text)
    assert error.status is ExitStatus.USAGE
    assert error.message.startswith("--study: ")
    assert says in error.message


def test_a_value_in_a_compact_text_is_checked_like_a_flag():
    """A wrong value in a compact text is the same mistake as in the flag."""
    error = mistake("degree=zzz")
    assert error.status is ExitStatus.USAGE
    assert "--degree: 'zzz' is not an education level" in error.message


def test_every_fact_of_the_model_is_in_the_registry():
    """The registry and the client's sections name the same facts."""
    sections = {each.name for each in dataclasses.fields(Client)}
    assert {fact.section for fact in FACTS} == sections
    in_study = {fact.key for fact in STUDY_FACTS}
    assert in_study == {each.name for each in dataclasses.fields(Study)}
    statements = {fact.key for fact in FACTS if fact.section == "facts"} - {"facts"}
    assert statements == {each.name for each in dataclasses.fields(Statements)}
    assert {f.key for f in FACTS} == in_study | statements | sections - {"education"}


def test_every_fact_can_be_given_on_the_command_line():
    """A fact has a flag, or a flag of its section takes it as key=value."""
    with_flag = {fact.section for fact in FACTS if fact.flag}
    assert with_flag == {each.name for each in dataclasses.fields(Client)}
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
