"""The tables of the projections as BLS words them, and the words of records for them."""

DASH, MISSING = "\N{EN DASH}", "\N{EM DASH}"
ENTRY = {
    "education": "Typical education needed for entry",
    "experience": "Work experience in a related occupation",
    "training": "Typical on-the-job training needed to attain competency in the occupation",
}
"""The column of each requirement of entry."""
WORDS = {
    "education": {
        "No formal educational credential": "none",
        "High school diploma or equivalent": "high_school",
        "Some college, no degree": "some_college",
        "Postsecondary nondegree award": "certificate",
        "Associate's degree": "associate",
        "Bachelor's degree": "bachelor",
        "Master's degree": "master",
        "Doctoral or professional degree": "doctorate",
    },
    "experience": {
        "None": "none",
        "Less than 5 years": "under_5_years",
        "5 years or more": "5_years_or_more",
    },
    "training": {
        "None": "none",
        "Internship/residency": "internship_residency",
        "Apprenticeship": "apprenticeship",
        "Long-term on-the-job training": "long_term",
        "Moderate-term on-the-job training": "moderate_term",
        "Short-term on-the-job training": "short_term",
    },
}
SHARES = {
    "less_than_high_school": "Less than high school diploma",
    "high_school": "High school diploma or equivalent",
    "some_college": "Some college, no degree",
    "associate": "Associate's degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctorate": "Doctoral or professional degree",
}
"""The column of each level of attainment."""


def columns(base=2024):
    """Return the names of what is read of table 1.2, by a short name, for the vintage of a year."""
    horizon = base + 10
    period = f"{base}{DASH}{horizon % 100}"
    return {
        "title": f"{base} National Employment Matrix title",
        "code": f"{base} National Employment Matrix code",
        "kind": "Occupation type",
        "now": f"Employment, {base}",
        "then": f"Employment, {horizon}",
        "change": f"Employment change, percent, {period}",
        "openings": f"Occupational openings, {period} annual average",
        "wage": f"Median annual wage, dollars, {base}[1]",
        **ENTRY,
    }
