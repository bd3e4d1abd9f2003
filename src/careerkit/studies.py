"""What the data hold on programs of study and the schools that offer them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most commands ask for none of it
    from careerkit.model.school import School
    from careerkit.store.career_programs import CareerProgram
    from careerkit.store.programs import Asked, Cip, Offer, ProgramCounts
    from careerkit.store.read import Store
    from careerkit.store.schools import Earned, Graduates


class Studies:
    """The part of a catalog that is about programs and schools, over an open store.

    Codes are of CIP 2020 (``51.0707``), states are postal codes, schools go by their IPEDS number.
    """

    def __init__(self, store: "Store") -> None:
        self.store = store

    def vintage(self, part: str) -> str | None:
        """Return the source of a part, None where nothing of it is on record.

        Parts are ``cip``, ``cip_soc``, ``school``, ``offer``, ``price``, ``graduates`` and
        ``earned``.
        """
        from careerkit.store import programs

        return programs.vintage(self.store, part)

    def program_sources(self) -> tuple[str, ...]:
        """Return the sources of programs: their codes, their occupations, who offers them."""
        sources = (self.vintage(part) for part in ("cip", "cip_soc", "offer"))
        return tuple(source for source in sources if source)

    def cip(self, code: str) -> "Cip | None":
        """Return a program code of 2, 4 or 6 digits, None where there is none."""
        from careerkit.store import programs

        return programs.cip(self.store, code)

    def cips_below(self, code: str) -> "list[Cip]":
        """Return the valid six-digit codes that begin with a code of 2 or 4 digits."""
        from careerkit.store import programs

        return programs.cips_below(self.store, code)

    def career_programs(self, career: str) -> "list[CareerProgram]":
        """Return the programs that lead to a career (its id), those with most awards first."""
        from careerkit.store import career_programs

        return career_programs.career_programs(self.store, career)

    def socs_of_cip(self, code: str) -> list[str]:
        """Return the occupations that the crosswalk pairs with a program."""
        from careerkit.store import programs

        return programs.socs_of_cip(self.store, code)

    def counts(self, code: str) -> "ProgramCounts | None":
        """Return how many schools offer a program, None where none reported it."""
        from careerkit.store import programs

        return programs.counts(self.store, code)

    def offers(self, codes: Iterable[str], state: str | None = None) -> "list[Offer]":
        """Return who offers programs, in a state or anywhere."""
        from careerkit.store import programs

        return programs.offers(self.store, codes, state)

    def schools(self, unitids: Iterable[int]) -> "dict[int, School]":
        """Return schools by their number; one that is not in the directory is left out."""
        from careerkit.store import schools

        return schools.schools(self.store, unitids)

    def schools_of(self, state: str | None = None) -> "list[School]":
        """Return the schools of a state, or all of them."""
        from careerkit.store import schools

        return schools.schools_of(self.store, state)

    def net_prices(self, unitids: Iterable[int]) -> dict[int, int]:
        """Return what a year at schools costs on average after grants, where known."""
        from careerkit.store import schools

        return schools.net_prices(self.store, unitids)

    def graduates(self, codes: Iterable[str]) -> "dict[tuple[int, str, str], Graduates]":
        """Return figures of graduates by school, four-digit code and level of award."""
        from careerkit.store import schools

        return schools.graduates(self.store, codes)

    def earned(self, codes: Iterable[str]) -> "dict[tuple[str, str], Earned]":
        """Return what graduates earn and owe in all, by four-digit code and level of award."""
        from careerkit.store import schools

        return schools.earned(self.store, codes)

    def fields_of_cip(self, code: str) -> list[str]:
        """Return the fields of rules in which a program counts as study."""
        from careerkit.store import programs

        return programs.fields_of_cip(self.store, code)

    def asked_of(self, field: str) -> "list[Asked]":
        """Return the credentials whose rules ask for study in a field."""
        from careerkit.store import programs

        return programs.asked_of(self.store, field)

    def awards_year(self) -> str | None:
        """Return the year of the awards that schools gave, None where no school is on record."""
        from careerkit.store import schools

        return schools.awards_year(self.store)
