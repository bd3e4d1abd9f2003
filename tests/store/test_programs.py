"""Programs and schools as a store has them, from small tables."""

import pytest
from packs import SOURCE, alter, compiled, write

from careerkit.csvdata.rows import AwardRow, CipRow, CrosswalkRow, FieldRow, PriceRow
from careerkit.errors import CareerkitError
from careerkit.model.school import School
from careerkit.store.read import Store
from careerkit.studies import Studies

CODES = """51,HEALTH PROFESSIONS,
51.07,Health administration,
51.0707,Health information technology,
51.0708,Medical transcription,
51.1601,Nursing,51.3801
51.3801,Registered nursing,
"""
PAIRS = "51.0707,29-2072\n51.0707,29-9021\n51.3801,25-1072\n51.3801,29-1141\n"
SCHOOLS = """100001,North College,Lima,OH,Allen County,45801,public,40.5,-84.1,https://n.example,some,,2023-24,
200001,South School,Troy,MI,Oakland County,48083,,,,,,,2023-24,2024-12-20
300001,West University,Lima,OH,Allen County,45804,private_nonprofit,41,-84,,none,all,2023-24,
"""
AWARDS = """51.0707,100001,2,7
51.0707,100001,3,0
51.0707,100001,21,5
51.0707,200001,3,4
51.0708,300001,18,1
51.0708,300001,19,2
"""
PRICES = "100001,-120\n300001,9000\n"
FIELDS = """51.07,100001,2,,41000,9000
51.07,100001,3,39000,,
51.07,200001,2,,43000,
51.07,300001,2,,50000,
51.07,300001,6,90000,,
51.07,300001,7,95000,,
51.07,300001,8,70000,,
51.07,400001,2,,60000,
"""


def put(folder, source, tables):
    """Write tables (columns, rows) by their path below a data folder, and their source's record."""
    texts = {name: f"{','.join(columns)}\n{rows}" for name, (columns, rows) in tables.items()}
    write(folder, {f"sources/{source}.yaml": SOURCE, **texts})


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Make a data folder with three schools and two programs that they offer."""
    folder = tmp_path_factory.mktemp("programs") / "data"
    put(folder, "cip-2020", {"cip/cip-2020.csv": (CipRow._fields, CODES)})
    put(folder, "cip-soc", {"crosswalks/cip-soc.csv": (CrosswalkRow._fields, PAIRS)})
    put(
        folder,
        "ipeds-2024",
        {
            "schools/ipeds-2024/schools.csv": (School._fields, SCHOOLS),
            "schools/ipeds-2024/awards-51.csv": (AwardRow._fields, AWARDS),
        },
    )
    put(
        folder,
        "scorecard",
        {
            "schools/scorecard/schools.csv": (PriceRow._fields, PRICES),
            "schools/scorecard/fields-51.csv": (FieldRow._fields, FIELDS),
        },
    )
    return folder


@pytest.fixture(scope="module")
def path(data):
    """Compile the data folder."""
    return compiled(data).path


@pytest.fixture
def studies(path):
    """Open what was compiled."""
    return Studies(Store(path))


def test_every_part_names_its_source(studies):
    """Each part says which source it is from, one that is not there says nothing."""
    found = [studies.vintage(part) for part in ("cip", "cip_soc", "school", "offer")]
    assert found == ["cip-2020", "cip-soc", "ipeds-2024", "ipeds-2024"]
    assert [studies.vintage(part) for part in ("price", "graduates")] == ["scorecard"] * 2


def test_a_code_has_a_title_and_a_former_one_its_heir(studies):
    """A code is reported with its title; a former one with the code to use now."""
    assert studies.cip("51.07") == ("51.07", "Health administration", None)
    assert studies.cip("51.1601").now == "51.3801"
    assert studies.cip("99.9999") is None


def test_codes_below_a_code_are_the_valid_ones(studies):
    """Below a family or group stand its six-digit codes, without former ones."""
    assert [cip.code for cip in studies.cips_below("51")] == ["51.0707", "51.0708", "51.3801"]
    assert [cip.code for cip in studies.cips_below("51.07")] == ["51.0707", "51.0708"]


def test_a_program_names_its_occupations(studies):
    """The crosswalk pairs a program with occupations."""
    assert studies.socs_of_cip("51.0707") == ["29-2072", "29-9021"]
    assert studies.socs_of_cip("51.0708") == []


def test_schools_that_offer_a_program_are_counted_once_a_level(studies):
    """Two lengths of certificate at a school are one school at that level, and all its awards."""
    counts = studies.counts("51.0707")
    assert counts.schools == 2
    assert counts.levels == {"certificate": (1, 12), "associate": (2, 4)}
    assert counts.classes == {2: (1, 7), 3: (2, 4), 21: (1, 5)}
    assert counts.states == {"OH": 1, "MI": 1}
    assert counts.unitids == {"certificate": [100001], "associate": [100001, 200001]}
    assert studies.counts("51.3801") is None


def test_kinds_of_doctorate_are_one_level(studies):
    """Doctorates of practice and others count together at a school."""
    assert studies.counts("51.0708").levels == {"doctorate": (1, 3)}


def test_offers_tell_state_level_and_awards(studies):
    """Offers come by state and school; none awarded is an offer all the same."""
    offers = studies.offers(["51.0707"])
    assert [tuple(offer) for offer in offers] == [
        ("51.0707", "MI", 200001, 3, "associate", 4),
        ("51.0707", "OH", 100001, 2, "certificate", 7),
        ("51.0707", "OH", 100001, 3, "associate", 0),
        ("51.0707", "OH", 100001, 21, "certificate", 5),
    ]
    assert studies.offers(["51.0708", "51.0707"], "MI") == offers[:1]
    assert studies.offers(["51.3801"]) == []


def test_schools_come_with_their_price(studies):
    """A school has what the directory says of it, and its net price where one is known."""
    found = studies.schools([200001, 100001, 999999])
    assert [*found] == [100001, 200001]
    assert studies.net_prices(found) == {100001: -120}
    assert found[200001].closed == "2024-12-20"
    assert (found[200001].control, found[200001].latitude, found[200001].url) == (None, None, None)
    assert found[100001][1:6] == ("North College", "Lima", "OH", "Allen County", "45801")
    assert found[100001].awards_year == studies.awards_year() == "2023-24"


def test_schools_of_a_state_or_all(studies):
    """The directory is had by state or whole, by number."""
    assert [school.unitid for school in studies.schools_of("OH")] == [100001, 300001]
    assert [school.unitid for school in studies.schools_of()] == [100001, 200001, 300001]


def test_graduates_have_figures_by_school_group_and_level(studies):
    """Figures are reported of a group of programs; of two kinds of doctorate at once none is."""
    found = studies.graduates(["51.0707", "51.0708"])
    assert found[100001, "51.07", "associate"] == (None, 41000, 9000)
    assert found[100001, "51.07", "bachelor"] == (39000, None, None)
    assert (300001, "51.07", "doctorate") not in found
    assert {level for _, _, level in found} == {"associate", "bachelor"}


def test_what_graduates_earn_in_all_is_the_spread_of_the_schools(studies):
    """Four schools have quartiles, fewer a middle; without four years' figures one year's stand."""
    found = studies.earned(["51.0707"])
    associate = found["51.07", "associate"]
    assert (associate.years, associate.earnings) == (4, (4, 42500, 46500, 52500))
    assert associate.debt == (1, None, 9000, None)
    bachelor = found["51.07", "bachelor"]
    assert (bachelor.years, bachelor.earnings) == (1, (1, None, 39000, None))
    assert bachelor.debt == (0, None, None, None)


def test_a_pack_takes_the_place_of_a_part(data, path, tmp_path):
    """Tables of schools in a pack replace the directory and the offers, and nothing else."""
    pack = tmp_path / "pack"
    tables = {
        "schools/ipeds-2025/schools.csv": (School._fields, SCHOOLS.partition("\n")[0] + "\n"),
        "schools/ipeds-2025/awards-51.csv": (AwardRow._fields, "51.0707,100001,3,9\n"),
    }
    put(pack, "ipeds-2025", tables)
    both = Studies(compiled(pack, base=path))
    assert both.vintage("offer") == "ipeds-2025"
    assert both.vintage("cip") == "cip-2020"
    assert [school.unitid for school in both.schools_of()] == [100001]
    assert both.counts("51.0707").levels == {"associate": (1, 9)}
    assert both.counts("51.0708") is None
    assert both.net_prices([100001]) == {100001: -120}


def test_damage_is_noticed_where_it_is_read(path, tmp_path):
    """A row of a table that is no JSON any more is reported, whichever table it is."""
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(path.read_bytes())
    for table in ("cip", "offer", "offered", "school", "price", "graduates", "earned"):
        alter(bad, f"UPDATE {table} SET body = 'x'")  # noqa: S608 - names of ours
    damaged = Studies(Store(bad))
    for ask in (
        lambda: damaged.cip("51.0707"),
        lambda: damaged.cips_below("51"),
        lambda: damaged.offers(["51.0707"]),
        lambda: damaged.counts("51.0707"),
        lambda: damaged.schools_of("OH"),
        lambda: damaged.graduates(["51.0707"]),
        lambda: damaged.earned(["51.0707"]),
    ):
        with pytest.raises(CareerkitError, match="reinstall careerkit"):
            ask()
