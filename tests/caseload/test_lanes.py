"""What facets found, as one number with a lane for each credential."""

from hypothesis import given
from hypothesis import strategies as st

from careerkit.caseload.lanes import Lane, Lanes, tells_holdings

FACETS = 4
positions = st.lists(st.integers(0, 2), min_size=1, max_size=3, unique=True).map(sorted)
reads = st.lists(
    st.dictionaries(st.integers(0, FACETS - 1), positions).map(lambda d: dict(sorted(d.items()))),
    min_size=1,
    max_size=5,
)
found = st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=FACETS, max_size=FACETS)
clients = st.lists(st.tuples(found, st.booleans()), min_size=1, max_size=6)


def total_of(lanes, told, holdings):
    """Return the number of what facets found of a client."""
    tracks = [(facet, track) for each in lanes.tracks for facet, track in each.items()]
    added = sum(track.add(told[facet]) for facet, track in tracks)
    return added + (lanes.told_holdings if holdings else 0)


@given(reads, clients)
def test_a_lane_tells_what_its_conditions_found(asked, people):
    """Whatever facets find of some clients, each key gives back the findings of its credential."""
    lanes = Lanes(asked)
    for told, holdings in people:
        keys = lanes.keys(total_of(lanes, told, holdings))
        assert len(keys) == len(asked)
        for key, read, tracks in zip(keys, asked, lanes.tracks, strict=True):
            expected = [told[facet][position] for facet, at in read.items() for position in at]
            assert Lane([*tracks.values()]).findings(key) == expected
            assert tells_holdings(key) is holdings


@given(reads, clients)
def test_who_differs_elsewhere_shares_the_key(asked, people):
    """Two clients have the same key exactly where the credential's conditions found the same."""
    lanes = Lanes(asked)
    keys = [lanes.keys(total_of(lanes, *each)) for each in people]
    for at, read in enumerate(asked):
        seen = [
            (
                holdings,
                *(told[facet][position] for facet, where in read.items() for position in where),
            )
            for told, holdings in people
        ]
        for one, mine in zip(keys, seen, strict=True):
            for other, theirs in zip(keys, seen, strict=True):
                assert (one[at] == other[at]) is (mine == theirs)


def test_what_is_found_first_adds_nothing():
    """The first that a facet finds has the number 0, after all is forgotten too."""
    (tracks,) = Lanes([{0: [0, 1], 1: [0]}]).tracks
    for _ in range(2):
        assert [track.add((7, 8)) for track in tracks.values()] == [0, 0]
        assert tracks[1].add((9, 8)) == 1 << 16
        for track in tracks.values():
            track.forget()
