"""Names brought to one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.names import looks_like_code, normalise, readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Medical-Records  Technicians", "medical record technician"),
        ("  medical\trecords\ntechnician ", "medical record technician"),
        ("MEDICAL RECORDS TECHNICIAN", "medical record technician"),
        ("29-2072", "29 2072"),
        ("29-2072.00", "29 2072 00"),
        ("R.H.I.T.", "r h i t"),
        ("bachelor's", "bachelor"),
        ("bachelor\u2019s", "bachelor"),
        ("Billing & Coding/Records", "billing coding record"),
        ("some_college", "some college"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Café Managers", "café manager"),
        ("", ""),
        ("*\"'()!?", ""),
        ("💡", ""),
    ],
)
def test_a_name_gets_one_form(text, expected):
    """Case, blanks, hyphens and plurals make no difference; what is no word is dropped."""
    assert expected == normalise(text)


@pytest.mark.parametrize("word", ["class", "business", "status", "diagnosis", "bus", "gas", "hs"])
def test_a_singular_in_s_stays(word):
    """Words in ss, us or is, and words of three letters or fewer, lose nothing."""
    assert word == normalise(word)


@given(st.text())
def test_a_normal_form_holds_words_and_single_blanks(text):
    """Letters, digits and single blanks remain: no escape is needed, and it is its own form."""
    norm = normalise(text)
    assert norm == " ".join(norm.split())
    assert all(part.isalnum() for part in norm.split())
    assert norm == normalise(norm)


@given(st.text(st.characters(codec="ascii")))
def test_case_makes_no_difference(text):
    """A name in capitals has the normal form of the name in small letters."""
    assert normalise(text.upper()) == normalise(text.lower())


CODES = dict.fromkeys(["29-2072", "29-2072.00", "51.0707", " 29-2072 ", "29.2072"], True)
OTHERS = dict.fromkeys(["", "29", "292072", "29-207", "29-20720", "2 9-2072", "x29-2072"], False)


@pytest.mark.parametrize(("text", "is_code"), [*CODES.items(), *OTHERS.items()])
def test_codes_are_told_from_other_texts(text, is_code):
    """SOC, O*NET and CIP codes are codes; a part of one, or one inside other text, is not."""
    assert looks_like_code(text) is is_code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Registered Nurse", ["registered nurse"]),
        ("R.N.", ["r n", "rn"]),
        ("A/C tech", ["a c tech", "ac tech"]),
        ("x-ray tech", ["x ray tech"]),
        ("office mgr", ["office mgr", "office manager"]),
        ("Dr.", ["dr", "doctor"]),
        ("291141", ["291141", "29 1141"]),
        ("51.0707", ["51 0707"]),
        ("", [""]),
    ],
)
def test_a_text_may_be_read_in_several_ways(text, expected):
    """As it is typed first, then with initials joined, a code parted, a short form written out."""
    assert readings(text) == expected


@given(st.text())
def test_every_reading_is_a_normal_form(text):
    """The first reading is the normal form, and none comes twice."""
    found = readings(text)
    assert found[0] == normalise(text)
    assert len(set(found)) == len(found)
