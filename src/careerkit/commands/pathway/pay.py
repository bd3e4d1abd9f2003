"""What a career pays where the client lives, or in the nation."""

from careerkit.catalog import Catalog
from careerkit.commands.pathway.answer import Pay
from careerkit.model.career import Career, Wage, newest_wage
from careerkit.model.plain import from_plain


def pay_of(catalog: Catalog, career: Career, state: str | None) -> Pay | None:
    """Return the median pay in a state (postal code) where it is on record, else in the nation."""
    wage = _in_state(catalog, career, state) or newest_wage(career)
    if wage is None:
        return None
    return Pay(
        career=career.id,
        title=career.title,
        median=wage.median,
        at_least="median" in wage.at_least,
        unit=wage.unit,
        area=wage.area,
        period=wage.period,
        source=wage.source,
    )


def _in_state(catalog: Catalog, career: Career, state: str | None) -> Wage | None:
    known = catalog.areas() if state else ()
    area = next((area for area in known if (area.area_type, area.state) == ("state", state)), None)
    figures = catalog.local_wage(area, career.soc) if area else None
    wage = from_plain(Wage, figures) if figures else None
    return wage if wage and wage.median is not None else None
