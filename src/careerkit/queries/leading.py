"""Which programs of study lead to a career."""

from careerkit.catalog import Catalog
from careerkit.model.career import Career
from careerkit.model.study import AdvancedStudy
from careerkit.store.programs import socs_of_career

TEACHING = "25-1"
"""Postsecondary teachers: the crosswalk pairs nearly every program with those who teach it."""


def leading(catalog: Catalog, career: Career) -> list[str]:
    """Return the CIP codes of the programs that lead to a career, in order.

    The crosswalk pairs them with a SOC code of the career, or a record of ours says so. What only
    leads to teaching the subject counts for those who teach in colleges alone.
    """
    teaches = career.soc.startswith(TEACHING)
    paired = {
        cip
        for soc in socs_of_career(catalog.store, career.id)
        if teaches or not soc.startswith(TEACHING)
        for cip in catalog.cips_of_soc(soc)
    }
    beyond = {
        cip
        for study in catalog.all(AdvancedStudy)
        if career.id in study.careers
        for cip in study.cips
    }
    bodies = (catalog.plain("program", each) for each in career.programs)
    made = {each["cip"] for each in bodies if career.id in each["leads_to"]["careers"]}
    return sorted(paired - beyond | made)
