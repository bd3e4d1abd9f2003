"""Rows and files of the wage statistics as they are published."""

from importing import csv_text, workbook, written

KEYS = ["mean", "p10", "p25", "median", "p75", "p90"]
NAMES = ["MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"]
ANNUAL = [54_550, 37_000, 43_000, 50_990, 61_000, 76_000]
HOURLY = [26.23, 17.79, 20.67, 24.51, 29.33, 36.54]
AREAS = {
    "state": ("39", "Ohio", "2", "OH"),
    "MSA": ("17140", "Cincinnati, OH-KY-IN", "4", "OH"),
    "BOS": ("3900001", "West Ohio nonmetropolitan area", "6", "OH"),
    "national": ("99", "U.S.", "1", "US"),
}
NAMED = (
    "neither it nor a sheet of it is named like national_M2025_dl, state_M2025_dl, "
    "MSA_M2025_dl or BOS_M2025_dl"
)
"""What is wrong with a file that has another name."""


def line(kind="state", soc="29-2072", annual=ANNUAL, hourly=HOURLY, **cells):
    """Return a row, its cells in the published order."""
    area, title, area_type, state = AREAS[kind]
    return {
        "AREA": area,
        "AREA_TITLE": title,
        "AREA_TYPE": area_type,
        "PRIM_STATE": state,
        "I_GROUP": "cross-industry",
        "OCC_CODE": soc,
        "OCC_TITLE": f"Title of {soc}",
        "O_GROUP": "detailed",
        "TOT_EMP": 7440,
        "JOBS_1000": 1.356,
        "LOC_QUOTIENT": 1.06,
        "H_MEAN": hourly[0],
        "A_MEAN": annual[0],
        **{f"H_{name}": value for name, value in zip(NAMES[1:], hourly[1:], strict=True)},
        **{f"A_{name}": value for name, value in zip(NAMES[1:], annual[1:], strict=True)},
        "ANNUAL": "",
        "HOURLY": "",
        **cells,
    }


def save(folder, *rows, kind="state", year=2025, name=None):
    """Write rows to a text file; return its path."""
    rows = rows or (line(kind),)
    text = csv_text([rows[0], *(row.values() for row in rows)])
    (path,) = written(folder, {name or f"{kind}_M{year}_dl.csv": text})
    return path


def book(folder, *rows, kind="state", year=2025, name=None, **sheets):
    """Write rows to a workbook, with other ``sheets`` behind them; return its path."""
    rows = rows or (line(kind),)
    table = {f"{kind}_M{year}_dl": [rows[0], *(row.values() for row in rows)]}
    return workbook(folder / (name or f"{kind}_M{year}_dl.xlsx"), table | sheets)


def notes(hour, year):
    """Return the sheet of notes that says from which wage on a hash stands."""
    text = f"#  = indicates a wage equal to or greater than ${hour} per hour or ${year} per year "
    return {"Field Descriptions": [["National estimates"], [text]]}
