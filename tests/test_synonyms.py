"""What people say for a level of education or a field of study."""

import pytest

from careerkit import synonyms
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.model.vocabulary import FIELDS, LEVELS
from careerkit.names import normalise

LEVEL_SAYINGS = {
    "none": ["none", "no formal credential"],
    "grade_8": ["grade 8", "8th grade", "11th grade", "in high school", "still in high school"],
    "high_school": [
        *("hs", "HS", "ged", "GED", "hse", "hiset", "highschool", "high school", "High-School"),
        *("high school diploma", "high-school diploma or equivalent", "high school equivalency"),
        *("HS diploma", "H.S. Diploma", "high school graduate"),
    ],
    "some_college": ["some college", "some college, no degree", "college"],
    "certificate": ["cert", "certificate", "career diploma", "postsecondary certificate"],
    "associate": [
        *("aa", "as", "aas", "AAS", "adn", "associate", "associates", "associate's"),
        *("associate degree", "associate's degree", "2 year degree", "2-year degree"),
    ],
    "bachelor": [
        *("ba", "bs", "BS", "bsn", "bba", "bachelor", "bachelors", "bachelor's", "bachelor\u2019s"),
        *("bachelor degree", "bachelor's degree", "4-year degree"),
    ],
    "post_baccalaureate_certificate": ["postbac", "post-baccalaureate", "graduate certificate"],
    "master": ["ma", "ms", "mba", "mha", "msn", "master", "masters", "master's", "master's degree"],
    "post_master_certificate": ["post-master's", "post master's certificate"],
    "doctorate": ["phd", "PhD", "edd", "md", "jd", "dnp", "doctor", "doctorate", "doctoral degree"],
}
FIELD_SAYINGS = {
    "him": ["him", "HIT", "Health Information Technology", "medical records"],
    "health_informatics": ["health_informatics", "informatics"],
    "health_administration": ["healthcare administration"],
    "medical_coding": ["billing and coding", "billing_coding"],
    "business": ["accounting"],
    "other": ["another field"],
    "computer_science": ["computer science"],
    "human_resources": ["HR", "human resources management"],
    "dental_hygiene": ["dental hygiene"],
    "teacher_preparation": ["teacher alternative route"],
}
SAID = [
    (read, saying, word)
    for read, listed in ((synonyms.level, LEVEL_SAYINGS), (synonyms.field, FIELD_SAYINGS))
    for word, sayings in listed.items()
    for saying in sayings
]


@pytest.mark.parametrize(("read", "text", "expected"), SAID)
def test_a_level_or_field_is_understood_as_people_say_it(read, text, expected):
    """Abbreviations, plurals, capitals, names of programs and everyday words mean a word."""
    assert expected == read(text)


def test_every_level_has_a_saying():
    """The sayings tested here reach every level there is, in its order."""
    assert list(LEVELS) == list(LEVEL_SAYINGS)


@pytest.mark.parametrize(
    ("vocabulary", "read"),
    [(LEVELS, synonyms.level), (FIELDS, synonyms.field)],
    ids=["level", "field"],
)
def test_the_vocabulary_is_said_as_it_is_written(vocabulary, read):
    """Every word of a vocabulary, and its label, mean that word."""
    for word, label in vocabulary.items():
        assert (word, word) == (read(word), read(label))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("diploma", "say hs or certificate"),
        (" Diploma", "say hs or certificate"),
        ("DIPLOMAS", "say hs or certificate"),
        ("No degree", "say hs or no diploma"),
        ("unknown", "use one of"),
        (" Unknown ", "use one of"),
    ],
)
def test_a_level_that_is_left_open_is_unknown_of_a_program_only(text, hint):
    """A diploma may be of two schools, no degree says nothing of high school: the hint asks."""
    assert synonyms.study_level(text) == "unknown"
    with pytest.raises(CareerkitError, match=hint):
        synonyms.level(text)


@pytest.mark.parametrize("text", ["no high school diploma", "high school senior", "Dropout"])
def test_no_hint_says_the_opposite_of_a_level(text):
    """A level that is not understood is never taken for a higher one."""
    with pytest.raises(CareerkitError) as caught:
        synonyms.level(text)
    assert "did you mean" not in caught.value.message.replace("mean 'no high-school diploma", "")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("history", "history"),
        ("  Health  info\tmgmt ", "Health info mgmt"),
        ("medical records", "him"),
        ("x" * 100, "x" * 100),
    ],
)
def test_a_field_that_nobody_knows_is_kept_as_told(text, kept):
    """Words of the vocabulary are taken for it; any other name stays what it is."""
    assert synonyms.word_or_told(text, "field of study", [*FIELDS]) == kept


@pytest.mark.parametrize("text", ["no", "None", "n/a", "?", "", "💡", "x" * 101])
def test_what_is_no_name_is_no_field(text):
    """An answer to another question, a mark or a whole page names no field."""
    with pytest.raises(CareerkitError):
        synonyms.word_or_told(text, "field of study", [*FIELDS])


def test_a_field_spelled_nearly_so_is_offered():
    """A slip is offered; a history degree is near nothing."""
    assert synonyms.near("dental hygeine", "field of study") == ("dental hygiene",)
    assert synonyms.near("history", "field of study") == ()


def test_a_misspelt_level_is_a_usage_error_with_the_nearest():
    """A misspelling is told with the nearest word, as a mistake in the arguments."""
    with pytest.raises(CareerkitError) as caught:
        synonyms.level("Asociate")
    assert caught.value.status == ExitStatus.USAGE
    message = "'Asociate' is not an education level that careerkit knows; did you mean 'associate'?"
    assert message == caught.value.message


@pytest.mark.parametrize("text", ["", "***", "💡", "zzzz", "x" * 10_000])
@pytest.mark.parametrize(
    ("read", "what", "words"),
    [(synonyms.level, "an education level", LEVELS), (synonyms.field, "a field of study", FIELDS)],
    ids=["level", "field"],
)
def test_what_is_no_word_is_told_with_all_words(read, what, words, text):
    """Where no word is near, the message names the vocabulary and lists it."""
    with pytest.raises(CareerkitError) as caught:
        read(text)
    assert caught.value.status == ExitStatus.USAGE
    assert caught.value.message.startswith(f"'{text}' is not {what}")
    assert caught.value.message.endswith(f"; use one of {', '.join(words)}")


SAYINGS = [
    (word, what, text)
    for word, what, texts in (
        ("OH", "state", ["OH", "oh", "Ohio", " ohio "]),
        ("DC", "state", ["District of Columbia", "Washington DC"]),
        ("NY", "state", ["new york"]),
        ("medical_coding", "field of work", ["coding", "medical coder", "medical coding work"]),
        ("billing_coding", "field of work", ["billing and coding", "medical billing"]),
        ("phlebotomy", "field of work", ["phlebotomist"]),
        ("capillary_or_finger_stick_live", "procedure", ["finger sticks", "fingerstick"]),
        ("venipuncture_live", "procedure", ["blood draws", "venipuncture"]),
        ("ardms-spi", "exam", ["SPI", "ardms-spi"]),
        ("nclex-rn", "exam", ["NCLEX-RN", "nclex rn"]),
        ("cfp", "exam", ["CFP exam"]),
        ("human_anatomy", "subject of a course", ["anatomy", "Human anatomy"]),
        ("real_estate_principles_1", "subject of a course", ["principles_1", "Principles 1"]),
        ("organic_or_biochemistry", "subject of a course", ["organic or biochemistry"]),
        ("blood_banking", "domain of work", ["blood banking"]),
        ("permanent_resident", "legal status", ["green card", "lawful permanent resident"]),
        ("final_term", "status of study", ["final-term", "Final term"]),
        ("B+", "grade", ["b+"]),
        ("associate", "level of study", ["aas"]),
    )
    for text in texts
]


@pytest.mark.parametrize(("word", "what", "text"), SAYINGS)
def test_a_word_of_any_vocabulary_may_be_said_as_people_say_it(word, what, text):
    """Codes in any case, names, labels and everyday words mean a word of the vocabulary."""
    assert synonyms.word(text, what, [word, "zzz"]) == word


VOCABULARIES = {"level": (synonyms._LEVELS, LEVELS), **synonyms._VOCABULARIES}


@pytest.mark.parametrize("what", VOCABULARIES)
def test_no_saying_means_two_words(what):
    """A synonym stands for one word of its vocabulary only, and is no other word's own name."""
    sayings, labels = VOCABULARIES[what]
    assert set(sayings) <= set(labels)
    said = [(normalise(name), word) for word, names in sayings.items() for name in names]
    assert len(dict(said)) == len(set(said))
    own = {normalise(word.replace("_", " ")): word for word in labels}
    own |= {normalise(label): word for word, label in labels.items()}
    assert [name for name, word in said if own.get(name, word) != word] == []


def test_a_word_that_nobody_says_is_told_with_the_nearest():
    """A grade is read exactly: what merely begins like one is none."""
    with pytest.raises(CareerkitError, match="'B\\+\\+' is not a grade"):
        synonyms.word("B++", "grade", ["A", "B", "B+"])
    with pytest.raises(CareerkitError, match="did you mean 'ohio'"):
        synonyms.word("Ohoi", "state", ["OH"])


@pytest.mark.parametrize(
    ("text", "controls"),
    [
        ("public", ("public",)),
        ("Community college", ("public",)),
        ("nonprofit", ("private_nonprofit",)),
        ("not-for-profit", ("private_nonprofit",)),
        ("private-nonprofit", ("private_nonprofit",)),
        ("private non-profit", ("private_nonprofit",)),
        ("for-profit", ("private_for_profit",)),
        ("private_for_profit", ("private_for_profit",)),
        ("PRIVATE", ("private_nonprofit", "private_for_profit")),
    ],
)
def test_who_runs_a_school_is_understood(text, controls):
    """Private schools are of two kinds; either has names of its own."""
    assert synonyms.controls(text) == controls


def test_what_is_no_kind_of_school_is_told():
    """A slip comes with what was probably meant."""
    with pytest.raises(CareerkitError) as caught:
        synonyms.controls("pubic")
    assert caught.value.message.endswith("did you mean 'public'?")


def test_an_award_is_at_a_level_from_the_certificate_on():
    """A diploma of high school is no award of a program."""
    assert synonyms.award_level("AAS") == "associate"
    with pytest.raises(CareerkitError) as caught:
        synonyms.award_level("ged")
    assert caught.value.status == ExitStatus.USAGE
    assert "use certificate, associate" in caught.value.message
