"""Three rules as variables of OpenFisca, over all clients at once; run by ``rules_side_by_side``.

Yes or no only: what was not told counts as not so. Dates are whole months, counted beforehand. A
client is a group of entries: programs, spells of work, credentials held, training. Words are
numbers, since arrays of those are what OpenFisca is fastest with.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from rules_plain import EIGHT_YEARS, RANK, Facts, plain, tell

Array = Any
Population = Any
Formula = Callable[[Population, Any], Array]

WORDS = {
    word: number
    for number, word in enumerate(
        (
            *("", "him", "project_management", "cahiim", "pmi-gac", "completed", "final_term"),
            *("privacy_security_healthcare", "leading_projects", "ahima-rhia", "ahima-cca"),
            *("ahima-ccs", "ahima-ccs-p", "ahima-rhit", "pmi-capm"),
        )
    )
}
"""The words that rules name; any other is ``OTHER``."""
OTHER = len(WORDS)
SPAN = 100_000
"""More months than any date has."""
INPUTS = (
    *("level", "field", "body", "status", "abroad", "work", "first", "last", "months", "held"),
    *("active", "trained", "hours"),
)
"""What is told of an entry; 0 where it does not apply."""
OWN = ("educated", "reciprocity")
"""What is told of a client beside."""
ASKED = ("rhit", "chps", "pmp")

DAY = "2026-11-30"
"""The day asked about, for which everything is told."""

numpy = import_module("numpy")


def code(word: str) -> int:
    """Return the number of a word."""
    return WORDS.get(word, OTHER)


def entries(facts: Facts) -> list[dict[str, float]]:
    """Return the entries of a client, at least one, spells of work in the order of their begin."""
    found: list[dict[str, float]] = [
        {
            "level": each["level"],
            "field": code(each["field"]),
            "body": code(each["bodies"][0] if each["bodies"] else ""),
            "status": code(each["status"]),
            "abroad": each["abroad"],
        }
        for each in facts["programs"]
    ]
    found += [
        {
            "work": code(each["field"]),
            "first": each["first"],
            "last": max(each["last"], 0),
            "months": each["months"],
        }
        for each in facts["work"]
    ]
    found += [{"held": code(each["id"]), "active": each["active"]} for each in facts["credentials"]]
    found += [
        {"trained": code(each["subject"]), "hours": each["hours"]} for each in facts["training"]
    ]
    return found or [{}]


def ready(profiles: Sequence[Facts]) -> tuple[dict[str, Array], dict[str, Array], Array]:
    """Return arrays of what is told of entries and of clients, and whose each entry is."""
    clients = list(map(plain, profiles))
    of_clients = list(map(entries, clients))
    listed = [entry for of_client in of_clients for entry in of_client]
    told = {
        name: numpy.array([entry.get(name, 0) for entry in listed], dtype=numpy.float32)
        if name in ("months", "hours")
        else numpy.array([entry.get(name, 0) for entry in listed], dtype=numpy.int32)
        for name in INPUTS
    }
    own = {name: numpy.array([each[name] for each in clients]) for name in OWN}
    owners = numpy.repeat(numpy.arange(len(clients)), list(map(len, of_clients)))
    return told, own, owners


def degree(level: str) -> Formula:
    """Return the formula on the level of a completed program."""

    def formula(client: Population, period: Any) -> Array:  # noqa: ANN401 - OpenFisca's own
        high = client.members("level", period) >= RANK[level]
        return client.any(high & (client.members("status", period) == WORDS["completed"]))

    return formula


def holds(*ids: str) -> Formula:
    """Return the formula on credentials held."""

    def formula(client: Population, period: Any) -> Array:  # noqa: ANN401 - as above
        held = client.members("held", period)
        return client.any(numpy.isin(held, [WORDS[each] for each in ids]))

    return formula


def privacy_months(client: Population, period: Any) -> Array:  # noqa: ANN401 - as above
    """Return the months of work in health care privacy or security."""
    fits = client.members("work", period) == WORDS["privacy_security_healthcare"]
    return client.sum(fits * client.members("months", period))


def led_months(client: Population, period: Any) -> Array:  # noqa: ANN401 - as above
    """Return the months of leading projects in the last eight years, each counted once.

    Where entries stand in order, a spell adds what lies after all that came before it; numbers of
    another client's months are too small to matter.
    """
    fits = client.members("work", period) == WORDS["leading_projects"]
    last = numpy.where(fits, client.members("last", period), 0)
    owners = client.members_entity_id * SPAN
    reached = numpy.roll(numpy.maximum.accumulate(owners + last), 1)
    reached[0] = 0
    since = numpy.maximum(client.members("first", period), EIGHT_YEARS)
    begin = numpy.maximum(since, reached - owners + 1)
    dated = numpy.maximum(last - begin + 1, 0)
    undated = numpy.where(fits & (last == 0), client.members("months", period), 0)
    return client.sum(dated + undated)


def rhit(client: Population, period: Any) -> Array:  # noqa: ANN401 - as above
    """Return who fulfils the rule of ``data/credentials/ahima-rhit.yaml``."""
    field = client.members("field", period)
    him = (field == WORDS["him"]) | (field == 0)
    status = client.members("status", period)
    completed = status == WORDS["completed"]
    ends = completed | (status == WORDS["final_term"])
    level = client.members("level", period) == RANK["associate"]
    body = client.members("body", period) == WORDS["cahiim"]
    abroad = client.any(client.members("abroad", period) * him * completed)
    program = client.any(level & body & him & ends)
    covered = client("reciprocity", period) & (~client("educated", period) | abroad)
    return program | covered


def chps(client: Population, period: Any) -> Array:  # noqa: ANN401 - as above
    """Return who fulfils the rule of ``data/credentials/ahima-chps.yaml``."""
    months = client("privacy_months", period)
    return (
        (client("master", period) & (months >= 12))  # noqa: PLR2004 - the figures of the rule
        | (client("bachelor", period) & (months >= 24))  # noqa: PLR2004
        | (client("associate", period) & (months >= 48))  # noqa: PLR2004
        | (client("high_school", period) & (months >= 72))  # noqa: PLR2004
        | (client("rhia", period) & (months >= 24))  # noqa: PLR2004
        | (client("coder", period) & (months >= 48))  # noqa: PLR2004
    )


def pmp(client: Population, period: Any) -> Array:  # noqa: ANN401 - as above
    """Return who fulfils the rule of ``data/credentials/pmi-pmp.yaml``."""
    months = client("led_months", period)
    subject = client.members("trained", period) == WORDS["project_management"]
    hours = client.sum(subject * client.members("hours", period))
    capm = client.members("held", period) == WORDS["pmi-capm"]
    trained = (hours >= 35) | client.any(capm * client.members("active", period))  # noqa: PLR2004
    program = client.any(
        (client.members("level", period) >= RANK["bachelor"])
        & (client.members("body", period) == WORDS["pmi-gac"])
        & (client.members("field", period) == WORDS["project_management"])
        & (client.members("status", period) == WORDS["completed"])
    )
    enough = (
        (client("bachelor", period) & (months >= 36))  # noqa: PLR2004
        | (program & (months >= 24))  # noqa: PLR2004
        | (client("high_school", period) & (months >= 60))  # noqa: PLR2004
    )
    return enough & trained


FORMULAS: dict[str, tuple[type, Formula]] = {
    **{name: (bool, degree(name)) for name in ("high_school", "associate", "bachelor", "master")},
    "rhia": (bool, holds("ahima-rhia")),
    "coder": (bool, holds("ahima-cca", "ahima-ccs", "ahima-ccs-p", "ahima-rhit")),
    "privacy_months": (float, privacy_months),
    "led_months": (float, led_months),
    "rhit": (bool, rhit),
    "chps": (bool, chps),
    "pmp": (bool, pmp),
}


def system() -> Any:  # noqa: ANN401 - OpenFisca's own
    """Return the tax and benefit system: entities, variables, formulas."""
    openfisca = import_module("openfisca_core.entities")
    variable = import_module("openfisca_core.variables").Variable
    role = {"key": "entry", "plural": "entries", "label": "", "doc": ""}
    entry = openfisca.Entity("entry", "entries", "An entry", "")
    client = openfisca.GroupEntity("client", "clients", "A client", "", roles=[role])
    made = import_module("openfisca_core.taxbenefitsystems").TaxBenefitSystem([entry, client])
    day = import_module("openfisca_core.periods").DateUnit.DAY

    def add(name: str, kind: type, entity: Any, formula: Formula | None = None) -> None:  # noqa: ANN401
        parts: dict[str, Any] = {"value_type": kind, "entity": entity, "label": name}
        parts["definition_period"] = day
        if formula:
            parts["formula"] = lambda population, period, _: formula(population, period)
        made.add_variable(type(name, (variable,), parts))

    for name in INPUTS:
        add(name, float if name in ("months", "hours") else int, entry)
    for name in OWN:
        add(name, bool, client)
    for name, (kind, formula) in FORMULAS.items():
        add(name, kind, client, formula)
    return made


SYSTEM = system()


def judge(data: tuple[dict[str, Array], dict[str, Array], Array]) -> list[Array]:
    """Return whether each rule holds of each client."""
    told, own, owners = data
    builder = import_module("openfisca_core.simulations").SimulationBuilder()
    builder.create_entities(SYSTEM)
    builder.declare_person_entity("entry", numpy.arange(len(owners)))
    clients = builder.declare_entity("client", numpy.arange(len(own["educated"])))
    builder.join_with_persons(clients, owners, numpy.zeros(len(owners), dtype=int))
    simulation = builder.build(SYSTEM)
    for name, array in (told | own).items():
        simulation.set_input(name, DAY, array)
    return [simulation.calculate(name, DAY) for name in ASKED]


if __name__ == "__main__":
    tell(ready, judge)
