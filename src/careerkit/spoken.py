"""What people say for a level of education or a field, to the word of the vocabulary."""

from collections.abc import Mapping, Sequence

from careerkit.errors import CareerkitError, usage_error
from careerkit.model.vocabulary import FIELDS, LEVELS
from careerkit.names import normalise
from careerkit.suggest import did_you_mean
from careerkit.words import article

_LEVELS = {
    "grade_8": [
        *("in high school", "still in high school", "middle school", "no diploma"),
        *("8th grade", "9th grade", "10th grade", "11th grade", "12th grade"),
    ],
    "high_school": [
        *("ged", "hs", "hse", "hiset", "highschool", "highschool diploma"),
        *("high school diploma", "high school equivalency"),
    ],
    "some_college": ["college", "no degree", "college no degree"],
    "certificate": ["cert", "career diploma", "college certificate", "postsecondary certificate"],
    "associate": [
        *("aa", "as", "aas", "aos", "adn", "asn"),
        *("associate degree", "associate's", "2 year degree"),
        *("associate of applied science", "associate of science", "associate of arts"),
    ],
    "bachelor": [
        *("ba", "bs", "bsn", "bba", "bas", "bfa", "beng", "bsw", "bshs"),
        *("bachelor degree", "bachelor's", "college degree", "4 year degree"),
        *("bachelor of science", "bachelor of arts"),
    ],
    "post_baccalaureate_certificate": [
        *("postbac", "postbacc", "post bacc", "post baccalaureate", "graduate certificate"),
    ],
    "master": [
        *("ma", "ms", "mba", "mha", "mhi", "mph", "mpa", "msn", "msw", "med", "mfa", "mshs"),
        *("master degree", "master's", "master of science", "master of arts"),
    ],
    "post_master_certificate": ["post master", "post master's"],
    "doctorate": [
        *("phd", "edd", "dnp", "dha", "md", "do", "jd", "pharmd", "dpt"),
        *("doctor", "doctoral", "doctoral degree"),
    ],
}
_FIELDS = {
    "him": [
        *("health information", "health information technology", "hit", "medical records"),
        *("health information management and technology", "medical records technology"),
    ],
    "health_informatics": ["informatics", "medical informatics"],
    "health_administration": [
        *("health administration", "healthcare administration", "healthcare management"),
    ],
    "medical_coding": ["billing and coding", "medical billing", "coding"],
    "medical_office": ["medical office"],
    "business": ["business administration", "management", "accounting"],
}
_UNKNOWN = "unknown"


def level(text: str) -> str:
    """Return the level of education that ``text`` says; raise a usage error where it says none."""
    return _said(text, _LEVELS, LEVELS, "education level")


def study_level(text: str) -> str:
    """Return the level of a program of study; ``unknown`` is one."""
    return _UNKNOWN if text.strip().lower() == _UNKNOWN else level(text)


def field(text: str) -> str:
    """Return the field of study that ``text`` says; raise a usage error where it says none."""
    return _said(text, _FIELDS, FIELDS, "field of study")


def dollars(text: str) -> int:
    """Return the whole dollars that ``text`` says: 60000, 60,000, $60,000 or 60k."""
    plain = text.strip().lower().removeprefix("$").replace(",", "")
    number = plain.removesuffix("k")
    if not number.isdecimal() or not number.isascii():
        raise usage_error(f"'{text}' is not an amount; write it like 60000, 60,000 or 60k")
    return int(number) * (1000 if plain.endswith("k") else 1)


def _said(
    text: str, spoken: Mapping[str, Sequence[str]], vocabulary: Mapping[str, str], what: str
) -> str:
    words = _words(spoken, vocabulary)
    found = words.get(normalise(text.replace("_", " ").replace(".", "")))
    if found is None:
        said = [*vocabulary, *vocabulary.values(), *(s for each in spoken.values() for s in each)]
        raise _not_said(text, vocabulary, said, what)
    return found


def _words(spoken: Mapping[str, Sequence[str]], vocabulary: Mapping[str, str]) -> dict[str, str]:
    words = {normalise(word.replace("_", " ")): word for word in vocabulary}
    words |= {normalise(label): word for word, label in vocabulary.items()}
    for word, sayings in spoken.items():
        words |= {normalise(saying): word for saying in sayings}
    return words


def _not_said(
    text: str, vocabulary: Mapping[str, str], sayings: Sequence[str], what: str
) -> CareerkitError:
    hint = did_you_mean(text.lower(), sayings) or f"; use one of {', '.join(vocabulary)}"
    return usage_error(f"'{text}' is not {article(what)} that careerkit knows{hint}")
