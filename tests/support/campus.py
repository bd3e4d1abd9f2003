"""A small catalog of schools: five CIP codes, seven schools, two careers."""

import pytest
from pages import catalog_of

from careerkit.catalog import Catalog

SOURCE = {
    "title": "A table",
    "publisher": "Somebody",
    "kind": "official-data",
    "retrieved": "2026-11-22",
}
COOK = {
    "title": "Cook",
    "soc": "35-2014",
    "group": "food",
    "summary": "Cooks.",
    "sources": ["page"],
    "programs": ["pastry", "hosting"],
}
PROFESSOR = {
    "title": "Cooking professor",
    "soc": "25-1192",
    "codes": [{"system": "soc-2018", "code": "35-1011", "relation": "merged-from"}],
    "group": "education",
    "summary": "Teaches cooks.",
    "sources": ["page"],
}
PORTER = COOK | {"title": "Porter", "soc": "39-6011", "programs": []}
PASTRY = {
    "title": "Bread and cakes",
    "scope": "field",
    "cip": "12.0501",
    "field": "other",
    "awards": [{"level": "certificate", "source": "page"}],
    "leads_to": {"careers": ["cook"]},
    "sources": ["page"],
}
HOSTING = PASTRY | {"title": "Hosting", "cip": "52.0901", "leads_to": {"careers": []}}
RECORDS = {
    "sources": dict.fromkeys(("page", "cip-x", "pairs-x", "schools-x", "costs-x"), SOURCE),
    "careers": {"cook": COOK, "cooking-professor": PROFESSOR, "porter": PORTER},
    "programs": {"pastry": PASTRY, "hosting": HOSTING},
}
CODES = [
    ("12", "CULINARY AND PERSONAL SERVICES", ""),
    ("12.05", "Cooking and Related Arts", ""),
    ("12.0500", "Cooking, General", ""),
    ("12.0501", "Baking and Pastry Arts/Baker", ""),
    ("12.0503", "Culinary Arts/Chef Training", ""),
    ("12.0599", "Cooking, Other", "12.0500"),
    ("52.0901", "Hospitality Administration, General", ""),
    ("52.0905", "Restaurant/Food Services Management", ""),
]
PAIRS = [
    ("12.0500", "35-2014"),
    ("12.0503", "35-2014"),
    ("12.0503", "25-1192"),
    ("52.0905", "35-1011"),
]
SCHOOL = (
    *("unitid", "name", "city", "state", "county", "zip", "control", "latitude", "longitude"),
    *("url", "distance_undergraduate", "distance_graduate", "awards_year", "closed"),
)


def school(unitid, name, place, where, **more):
    """Return the row of a school."""
    row = {
        **dict(zip(("city", "state", "county", "zip"), place, strict=True)),
        **dict(zip(("latitude", "longitude"), where, strict=True)),
        "unitid": unitid,
        "name": name,
        "awards_year": "2023-24",
        **more,
    }
    return [row.get(column, "") for column in SCHOOL]


COLUMBUS = ("Columbus", "OH", "Franklin County", "43215")
NOWHERE = ("", "")
SCHOOLS = [
    school(100001, "Alpha", COLUMBUS, (40.0, -83.0), control="public", url="https://alpha.edu/"),
    school(
        *(100002, "beta", COLUMBUS, (39.9, -83.0)),
        control="private_nonprofit",
        distance_undergraduate="all",
        distance_graduate="none",
    ),
    school(100003, "Gone", COLUMBUS, (45.0, -83.0), control="public", closed="2024-05-31"),
    school(
        *(100004, "Delta", ("Dayton", "OH", "Montgomery County", "45402"), (39.76, -84.19)),
        control="private_for_profit",
        distance_undergraduate="some",
    ),
    school(100005, "Epsilon", ("Columbus", "GA", "Muscogee County", "31901"), (32.46, -84.98)),
    school(100006, "Lost", ("St. Paul", "MN", "", ""), NOWHERE, control="public"),
    school(100007, "Zeta", ("New York", "NY", "New York County", "10001"), (40.75, -73.99)),
]
AWARDS = {
    "12": [
        ("12.0500", 100001, 20, 0),
        ("12.0500", 100001, 21, 7),
        ("12.0500", 100001, 3, 5),
        ("12.0500", 100002, 2, 0),
        ("12.0500", 100002, 4, 0),
        ("12.0500", 100003, 3, 50),
        ("12.0503", 100004, 3, 5),
        ("12.0503", 100005, 3, 5),
        ("12.0501", 100006, 2, 3),
    ],
    "52": [("52.0905", 100002, 17, 1), ("52.0905", 100002, 18, 2), ("52.0905", 100007, 5, 9)],
}
FIELDS = [
    ("12.05", 100001, 1, 20000, "", 900),
    ("12.05", 100001, 2, 30000, 40000, ""),
    ("12.05", 100004, 2, 45000, "", ""),
]


@pytest.fixture(scope="session")
def campus(tmp_path_factory) -> Catalog:
    """Compile the records and tables above and open them."""
    awards, fields = ("cip", "unitid", "awlevel", "awards"), ("cip", "unitid", "level")
    tables = {
        "cip/cip-x.csv": [("code", "title", "now"), *CODES],
        "crosswalks/pairs-x.csv": [("cip", "soc"), *sorted(PAIRS)],
        "schools/schools-x/schools.csv": [SCHOOL, *SCHOOLS],
        "schools/schools-x/awards-12.csv": [awards, *sorted(AWARDS["12"])],
        "schools/schools-x/awards-52.csv": [awards, *sorted(AWARDS["52"])],
        "schools/costs-x/schools.csv": [("unitid", "net_price"), (100001, 9000), (100004, -200)],
        "schools/costs-x/fields-12.csv": [
            (*fields, "earnings_1yr", "earnings_4yr", "debt"),
            *FIELDS,
        ],
    }
    return catalog_of(tmp_path_factory.mktemp("campus"), RECORDS, tables)
