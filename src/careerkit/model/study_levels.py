"""The codes that IPEDS and College Scorecard give to levels of awards, and what each one means."""

from typing import Final, NamedTuple


class AwardClass(NamedTuple):
    """A level of award; ``length`` is how long its programs take, where the class says so."""

    level: str
    length: str | None = None


AWARD_CLASSES: Final = {
    20: AwardClass("certificate", "under 12 weeks"),
    21: AwardClass("certificate", "12 weeks to 1 year"),
    2: AwardClass("certificate", "1 to 2 years"),
    4: AwardClass("certificate", "2 to 4 years"),
    3: AwardClass("associate"),
    5: AwardClass("bachelor"),
    6: AwardClass("post_baccalaureate_certificate"),
    7: AwardClass("master"),
    8: AwardClass("post_master_certificate"),
    17: AwardClass("doctorate"),
    18: AwardClass("doctorate"),
    19: AwardClass("doctorate"),
}
"""By AWLEVEL, the shortest first: doctorates of research, of professional practice, others."""

GRADUATE_LEVELS: Final[dict[int, str | None]] = {
    1: "certificate",
    2: "associate",
    3: "bachelor",
    4: "post_baccalaureate_certificate",
    5: "master",
    6: "doctorate",
    7: "doctorate",
    8: None,
}
"""By College Scorecard's credential level; its 8 mixes certificates of several levels."""
