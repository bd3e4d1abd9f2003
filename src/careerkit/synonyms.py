"""Everyday words for a level of education, a field, a state …, to the word of the vocabulary."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from careerkit.errors import CareerkitError, usage_error
from careerkit.model import client_vocabulary, vocabulary
from careerkit.model.aliases import ALIASES
from careerkit.model.types import LONGEST_NAME, NO_NAMES
from careerkit.model.vocabulary import FIELDS, LEVELS
from careerkit.names import normalise
from careerkit.suggest import did_you_mean, nearest_spelling
from careerkit.words import article, shortened

_LEVELS = {
    "grade_8": [
        *("in high school", "still in high school", "middle school", "no diploma"),
        *("8th grade", "9th grade", "10th grade", "11th grade"),
    ],
    "high_school": [
        *("ged", "hs", "hse", "hiset", "highschool", "highschool diploma"),
        *("hs diploma", "high school diploma", "hs graduate", "high school graduate"),
        *("high school equivalency", "hs equivalency"),
    ],
    "some_college": ["college", "college no degree", "some college no degree"],
    "certificate": ["cert", "career diploma", "college certificate", "postsecondary certificate"],
    "associate": [
        *("aa", "as", "aas", "aos", "adn", "asn"),
        *("associate degree", "associate's", "2 year degree"),
        *("associate of applied science", "associate of science", "associate of arts"),
    ],
    "bachelor": [
        *("ba", "bs", "bsn", "bba", "bas", "bfa", "beng", "bsw", "bshs"),
        *("bachelor degree", "bachelor's", "4 year degree"),
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
    "computer_science": ["compsci"],
    "dental_hygiene": ["dental hygienist"],
    "him": [
        *("health information", "health information technology", "hit", "medical records"),
        *("health information management and technology", "medical records technology"),
    ],
    "human_resources": ["hr", "human resource management"],
    "health_informatics": ["informatics", "medical informatics"],
    "health_administration": [
        *("health administration", "healthcare administration", "healthcare management"),
    ],
    "medical_coding": ["billing and coding", "medical billing", "coding"],
    "medical_office": ["medical office"],
    "business": ["business administration", "management", "accounting"],
}
_WORK = {
    "automotive_repair": ["auto repair", "auto mechanic"],
    "billing_coding": ["billing and coding", "medical billing and coding", "medical billing"],
    "cancer_registry": ["tumor registry", "cancer registrar"],
    "clinical_documentation_integrity": ["cdi"],
    "clinical_lab": ["laboratory", "lab", "medical laboratory"],
    "dental_assisting": ["dental assistant"],
    "early_childhood_care": ["child care", "childcare"],
    "ekg": ["ecg"],
    "health_data": ["data analysis in health care"],
    "human_resources": ["hr"],
    "information_security": ["cybersecurity", "infosec"],
    "leading_projects": ["project management", "project manager"],
    "medical_admin": ["medical office", "medical administrative assistant"],
    "medical_assisting": ["medical assistant"],
    "medical_coding": ["coding", "coder", "medical coder"],
    "pharmacy_technician": ["pharmacy", "pharmacy tech"],
    "phlebotomy": ["phlebotomist", "drawing blood"],
    "ultrasound": ["sonography", "sonographer"],
    "welding_related": ["welding", "welder"],
}
_PROCEDURES = {
    "capillary_or_finger_stick_live": ["finger stick", "fingerstick", "capillary", "capillaries"],
    "ekg_live": ["ekg", "ecg"],
    "unaided_blood_collection": ["blood collection"],
    "venipuncture_live": ["venipuncture", "blood draw", "vein draw"],
}
_EXAMS = {
    "ardms-spi": ["spi", "ardms spi"],
    "aswb": ["aswb exam"],
    "cfp": ["cfp exam"],
    "cpa-uniform": ["cpa", "cpa exam", "uniform cpa"],
    "finra-sie": ["sie", "finra sie", "securities industry essentials"],
    "nbrc-tmc-high-cut": ["tmc", "tmc high cut"],
    "ncees-fe": ["fe", "fe exam", "fundamentals of engineering"],
    "ncees-pe": ["pe", "pe exam", "principles and practice of engineering"],
    "nclex-pn": ["nclex pn"],
    "nclex-rn": ["nclex rn"],
    "state-teacher-tests": ["praxis", "teacher test", "state teacher test"],
}
_COURSES = {
    "biology": ["bio"],
    "chemistry": ["chem"],
    "human_anatomy": ["anatomy"],
    "human_physiology": ["physiology"],
    "organic_or_biochemistry": ["organic chemistry", "biochemistry"],
}
_LEGAL_STATUSES = {
    "us_citizen": ["citizen", "american"],
    "permanent_resident": ["green card", "resident alien"],
    "lawfully_admitted_alien": ["lawfully admitted"],
    "non_domiciled_eligible": ["non domiciled"],
}
_PRIVATE = "private"
_CONTROLS = {
    "public": ["state school", "state run", "community college", "government"],
    "private_nonprofit": ["nonprofit", "non profit", "not for profit", "private non profit"],
    "private_for_profit": ["for profit", "profit", "proprietary", "private profit"],
}
_VOCABULARIES: dict[str, tuple[Mapping[str, Sequence[str]], dict[str, str]]] = {
    "field of study": (_FIELDS, FIELDS),
    "field of work": (_WORK, client_vocabulary.WORK_FIELDS),
    "domain of work": ({}, client_vocabulary.WORK_DOMAINS),
    "subject of training": ({"medical_coding": ["coding"]}, client_vocabulary.TRAINING_SUBJECTS),
    "named training": ({"aapc_practicode": ["practicode"]}, client_vocabulary.TRAINING_NAMES),
    "procedure": (_PROCEDURES, client_vocabulary.PROCEDURES),
    "exam": (_EXAMS, client_vocabulary.EXAMS),
    "subject of a course": (_COURSES, client_vocabulary.COURSES),
    "class of membership": ({}, client_vocabulary.MEMBER_CLASSES),
    "legal status": (_LEGAL_STATUSES, client_vocabulary.LEGAL_STATUSES),
    "state": ({"DC": ["washington dc"]}, client_vocabulary.STATES),
    "status of study": ({}, vocabulary.STUDY_STATUSES),
}
_UNKNOWN_LEVEL = "unknown"
_UNCLEAR = {
    "diploma": "may mean high school or a trade school; say hs or certificate",
    "12th grade": "does not say whether the client finished it; say hs or no diploma",
    "college degree": "may be an associate or a bachelor's degree; say which",
    "no degree": "does not say whether the client finished high school; say hs or no diploma",
}
"""Words that may mean several levels, and what to say instead."""


def level(text: str) -> str:
    """Return the level of education that ``text`` names; raise a usage error where it is none."""
    if unclear := _UNCLEAR.get(normalise(text)):
        raise usage_error(f"'{text}' {unclear}")
    return _named(text, _LEVELS, LEVELS, "education level")


def study_level(text: str) -> str:
    """Return the level of a program of study; ``unknown`` where the text leaves it open."""
    unclear = text.strip().lower() == _UNKNOWN_LEVEL or normalise(text) in _UNCLEAR
    return _UNKNOWN_LEVEL if unclear else level(text)


def field(text: str) -> str:
    """Return the field of study that ``text`` names; raise a usage error where it is none."""
    return _named(text, _FIELDS, FIELDS, "field of study")


def award_level(text: str) -> str:
    """Return the award level that ``text`` names; raise a usage error where it is none."""
    award = level(text)
    if award not in vocabulary.AWARD_LEVELS:
        raise usage_error(f"no program awards '{text}'; use {', '.join(vocabulary.AWARD_LEVELS)}")
    return award


def controls(text: str) -> tuple[str, ...]:
    """Return the kinds of school that ``text`` names: two for "private", else one."""
    kind = _named(text, _CONTROLS, {**vocabulary.CONTROLS, _PRIVATE: _PRIVATE}, "kind of school")
    return (kind,) if kind != _PRIVATE else ("private_nonprofit", "private_for_profit")


def word(text: str, what: str, words: Sequence[str]) -> str:
    """Return the one of ``words`` that ``text`` names; ``what`` names their vocabulary.

    Raises a usage error where it is none.
    """
    exact = next((word for word in words if word.lower() == text.strip().lower()), None)
    if exact:
        return exact
    if what == "level of study":
        return study_level(text)
    if what not in _VOCABULARIES:
        raise _unknown(text, words, words, what)
    return _named(text, *_VOCABULARIES[what], what)


def word_or_told(text: str, what: str, words: Sequence[str]) -> str:
    """Return the one of ``words`` that ``text`` names, or the text itself without extra blanks.

    Raises a usage error where it cannot be a name, such as a yes or a no.

    >>> word_or_told("History ", "field of study", ("him",))
    'History'
    """
    try:
        return word(text, what, words)
    except CareerkitError as error:
        plain = " ".join(text.split())
        if plain.lower() in NO_NAMES or not any(map(str.isalnum, plain)):
            raise
        if len(plain) > LONGEST_NAME:
            raise usage_error(f"'{shortened(plain)}' is too long for {article(what)}") from error
        return plain


def near(text: str, what: str) -> tuple[str, ...]:
    """Return the name in a vocabulary with the spelling nearest to ``text``, if one is near."""
    synonyms, labels = _VOCABULARIES[what]
    spelled = nearest_spelling(text, [*labels.values(), *chain(*synonyms.values())])
    return (spelled,) if spelled else ()


def dollars(text: str) -> int:
    """Return whole dollars from ``text``: 60000, 60,000, $60,000 or 60k; raise a usage error."""
    plain = text.strip().lower().removeprefix("$").replace(",", "")
    number = plain.removesuffix("k")
    if not number.isdecimal() or not number.isascii():
        raise usage_error(f"'{text}' is not an amount; write it like 60000, 60,000 or 60k")
    return int(number) * (1000 if plain.endswith("k") else 1)


def _named(
    text: str, synonyms: Mapping[str, Sequence[str]], labels: Mapping[str, str], what: str
) -> str:
    words = _words(synonyms, labels, what)
    word = words.get(normalise(text.replace("_", " ").replace(".", "")))
    if word is None:
        names = [*labels, *labels.values(), *chain(*synonyms.values())]
        raise _unknown(text, labels, names, what)
    return word


def _words(
    synonyms: Mapping[str, Sequence[str]], labels: Mapping[str, str], what: str
) -> dict[str, str]:
    """Return the words by all their names, in normal form; later names win."""
    names = [(label, word) for word, label in labels.items()]
    if what == "field of work":  # of studies, "social" is not yet "social work"
        names += [(label.removesuffix(" work"), word) for word, label in labels.items()]
    names += [(word.replace("_", " "), word) for word in labels]
    names += [(synonym, word) for word, listed in synonyms.items() for synonym in listed]
    names += [(name.replace("_", " "), word) for name, word in ALIASES.get(what, {}).items()]
    return {normalise(name): word for name, word in names}


def _unknown(text: str, words: Iterable[str], names: Iterable[str], what: str) -> CareerkitError:
    hint = did_you_mean(text.lower(), map(str.lower, names))
    hint = hint or f"; use one of {', '.join(words)}"
    return usage_error(f"'{text}' is not {article(what)} that careerkit knows{hint}")
