"""Which sources an answer cites."""

from careerkit.answers.reply import cited


def test_sources_are_found_wherever_they_stand():
    """A source is one under ``source``, ``..._source`` or in ``sources``, however deep."""
    plain = {
        "source": "a",
        "wage_source": "b",
        "sources": ["c", "a", 1],
        "rows": [{"months_source": "d", "parts": [{"source": None}, {"source": "e"}]}],
        "resource_list": ["g"],
        "name": "h",
    }
    assert cited(plain) == ["a", "b", "c", "d", "e"]


def test_nothing_cited_is_nothing():
    """An answer without sources cites none."""
    assert cited({"rows": [], "sources": [], "source": "", "other_source": None}) == []
