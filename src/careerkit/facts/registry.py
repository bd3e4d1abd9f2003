"""The facts about a client: their names in the profile and on the command line.

A fact belongs to a section of the profile. The flags of ``education`` describe one program; each
further program is given whole, as a compact text. The registry holds names and texts only: the
shape of the client's record says how the text of a fact is read.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from careerkit.model import statements
from careerkit.words import sentence


class Fact(NamedTuple):
    """A fact about a client: its profile key and its flag.

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


def _section(name: str, usage: str, help_: str, **more: Any) -> Fact:  # noqa: ANN401 - further fields of a fact
    flag, metavar = usage.split(" ")
    return Fact(name, name, help_, flag, metavar, **more)


_list = partial(_section, listed=True)
_SECTIONS = (
    _section("age", "--age YEARS", "Age in whole years."),
    _section("state", "--state STATE", "Home state: OH."),
    _list(
        "credentials",
        "--holds CREDENTIAL",
        "A credential the client holds, or none: rhit,earned=2024-05,active. Repeatable.",
        head=("id",),
    ),
    _list(
        "work",
        "--work FIELD:LENGTH",
        "Work, or none: medical_coding:2y,from=2024-01,full_time,paid. Repeatable.",
        repeats=True,
        head=("field",),
        amount="length",
    ),
    _list(
        "training",
        "--training SUBJECT:HOURS",
        "Training, or none: medical_coding:80h, or aapc_practicode. Repeatable.",
        repeats=True,
        head=("subject", "name"),
        amount="hours",
    ),
    _list(
        "memberships",
        "--member BODY",
        "An association the client is a member of, or none: aapc. Repeatable.",
        head=("organization",),
    ),
    _list(
        "exams",
        "--exam EXAM[:DATE]",
        "An exam passed, or none: cpa-uniform:2026-02-01. Repeatable.",
        head=("id",),
        amount="passed",
    ),
    _list(
        "procedures",
        "--procedure PROCEDURE=COUNT",
        "Procedures performed, or none: venipuncture_live=30. Repeatable.",
    ),
    _list(
        "military",
        "--military FIELD[:WEEKS]",
        "Military training, or none: phlebotomy,completed=2024-05. Repeatable.",
        repeats=True,
        head=("field",),
        amount="weeks",
    ),
    _list(
        "credits",
        "--credits [SUBJECT=]CREDITS",
        "College credits, or none: 60 in all, graduate=48, chemistry=6. Repeatable.",
    ),
    _list(
        "courses",
        "--course SUBJECT=CREDITS",
        "Courses in a subject, or none: human_anatomy=4,grade=B. Repeatable.",
        amount="credits",
    ),
)
STUDY_FACTS = tuple(
    Fact(key, "education", help_, flag and f"--{flag}", metavar, listed=key.endswith("_by"))
    for key, flag, metavar, help_ in _STUDY
)
STATEMENTS = {
    key: Fact(key, "facts", f"{sentence(row.meaning)}.", row.flag, row.metavar)
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
    """Return the flag for the fact at a ``path`` of the profile."""
    section = path[0]
    in_section = [fact for fact in FACTS if fact.section == section]
    own = [fact for fact in in_section if fact.key == path[-1] and fact.flag]
    return "--study" if section == "education" and not own else (own or in_section)[-1].flag
