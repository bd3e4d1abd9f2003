"""The facts, as the profile and the command line name them.

A fact belongs to a section of the profile. The facts of ``education`` describe one program, and
never mix with another's: further programs are given whole, as a compact text. How the text of a
fact is read, the shape of the client's record says: a fact adds names and words only.
"""

from collections.abc import Sequence
from typing import NamedTuple

from careerkit.model import statements
from careerkit.words import sentence


class Fact(NamedTuple):
    """One thing that can be known: its profile key and its flag.

    A ``listed`` fact may be given more than once, and the same again where it ``repeats``.
    ``head`` names the keys of its records that the text begins with, ``amount`` the key of what
    follows it after a colon (``length`` stands for hours, months and years); both are empty where
    the text is the value. A fact without a flag is given as key=value inside the text of another:
    ``--study`` in education, ``--fact`` in facts.
    """

    key: str
    section: str
    help: str
    flag: str = ""
    metavar: str = ""
    listed: bool = False
    repeats: bool = False
    head: tuple[str, ...] = ()
    amount: str = ""

    @property
    def name(self) -> str:
        """The flag as a Python name, which is also the key in a compact program text."""
        return self.flag.removeprefix("--").replace("-", "_") or self.key


_STUDY = (
    (
        "level",
        "degree",
        "LEVEL",
        "Level of the client's program: aas, bs, hs, ged, certificate …; nondegree if none.",
    ),
    ("field", "field", "FIELD", "Its field of study: him, business, other …"),
    (
        "accredited_by",
        "accredited",
        "BODY",
        "Who accredits that program (not the college): cahiim, or none. Repeatable.",
    ),
    ("approved_by", "approved", "BODY", "Who approves that program, or none. Repeatable."),
    (
        "status",
        "status",
        "STATUS",
        "completed, final_term or in_progress; taken to be completed if left out.",
    ),
    ("completed", "completed", "DATE", "When the program was completed: 2026-05-15 or 2026-05."),
    ("expected", "expected", "DATE", "When it will be completed."),
    ("country", "country", "CODE", "Where the program was studied; US if left out."),
    ("institution_accredited", "", "yes|no", "Whether the school as a whole is accredited."),
    ("hours", "", "HOURS", "Clock hours of the program."),
    ("years", "", "YEARS", "Length of the program in years."),
)
_SECTIONS = (
    Fact(key="age", section="age", flag="--age", metavar="YEARS", help="Age in whole years."),
    Fact(key="state", section="state", flag="--state", metavar="STATE", help="Home state: OH."),
    Fact(
        key="credentials",
        section="credentials",
        flag="--holds",
        metavar="CREDENTIAL",
        help="A credential the client holds, or none: rhit,earned=2024-05,active. Repeatable.",
        listed=True,
        head=("id",),
    ),
    Fact(
        key="work",
        section="work",
        flag="--work",
        metavar="FIELD:LENGTH",
        help="Work, or none: medical_coding:2y,from=2024-01,full_time,paid. Repeatable.",
        listed=True,
        repeats=True,
        head=("field",),
        amount="length",
    ),
    Fact(
        key="training",
        section="training",
        flag="--training",
        metavar="SUBJECT:HOURS",
        help="Training, or none: medical_coding:80h, or aapc_practicode. Repeatable.",
        listed=True,
        repeats=True,
        head=("subject", "name"),
        amount="hours",
    ),
    Fact(
        key="memberships",
        section="memberships",
        flag="--member",
        metavar="BODY",
        help="An association the client is a member of, or none: aapc. Repeatable.",
        listed=True,
        head=("organization",),
    ),
    Fact(
        key="exams",
        section="exams",
        flag="--exam",
        metavar="EXAM[:DATE]",
        help="An exam passed, or none: cpa-uniform:2026-02-01. Repeatable.",
        listed=True,
        head=("id",),
        amount="passed",
    ),
    Fact(
        key="procedures",
        section="procedures",
        flag="--procedure",
        metavar="PROCEDURE=COUNT",
        help="Procedures performed, or none: venipuncture_live=30. Repeatable.",
        listed=True,
    ),
    Fact(
        key="military",
        section="military",
        flag="--military",
        metavar="FIELD[:WEEKS]",
        help="Military training, or none: phlebotomy,completed=2024-05. Repeatable.",
        listed=True,
        repeats=True,
        head=("field",),
        amount="weeks",
    ),
    Fact(
        key="credits",
        section="credits",
        flag="--credits",
        metavar="[SUBJECT=]CREDITS",
        help="College credits, or none: 60 in all, graduate=48, chemistry=6. Repeatable.",
        listed=True,
    ),
    Fact(
        key="courses",
        section="courses",
        flag="--course",
        metavar="SUBJECT=CREDITS",
        help="Courses in a subject, or none: human_anatomy=4,grade=B. Repeatable.",
        listed=True,
        amount="credits",
    ),
)
STUDY_FACTS = tuple(
    Fact(
        key=key,
        section="education",
        flag=flag and f"--{flag}",
        metavar=metavar,
        help=words,
        listed=key.endswith("_by"),
    )
    for key, flag, metavar, words in _STUDY
)
STATEMENTS = {
    key: Fact(
        key=key,
        section="facts",
        flag=row.flag,
        metavar=row.metavar,
        help=f"{sentence(row.meaning)}.",
    )
    for key, row in statements.STATEMENTS.items()
}
OTHER_FACTS = Fact(
    key="facts",
    section="facts",
    flag="--fact",
    metavar="NAME=VALUE",
    help="A fact with no flag of its own: cpr_current=yes. Repeatable.",
    listed=True,
)
FACTS = (*STUDY_FACTS, *_SECTIONS, *STATEMENTS.values(), OTHER_FACTS)


def flag_of(path: Sequence[str | int]) -> str:
    """Return the flag by which what stands at a ``path`` of the profile is given."""
    section = path[0]
    in_section = [fact for fact in FACTS if fact.section == section]
    own = [fact for fact in in_section if fact.key == path[-1] and fact.flag]
    return "--study" if section == "education" and not own else (own or in_section)[-1].flag
