"""Streams that write UTF-8, whatever they were opened with."""

import io

import pytest

from careerkit.render.text import in_utf8


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16", "utf-8"])
def test_a_stream_writes_utf8(encoding):
    """No character is refused, and half of one is spelled out."""
    raw = io.BytesIO()
    stream = in_utf8(io.TextIOWrapper(raw, encoding=encoding, newline=""))
    stream.write("\u2588 \N{EURO SIGN} \udcff\n")
    stream.flush()
    assert raw.getvalue() == "\u2588 \N{EURO SIGN} \\udcff\n".encode()


def test_a_stream_without_bytes_is_taken_as_it_is():
    """What keeps text in memory has no encoding to change."""
    stream = io.StringIO()
    assert in_utf8(stream) is stream
