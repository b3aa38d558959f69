"""The code by which a phone joins."""

from __future__ import annotations

import re

import segno

from idlib_wargame.views.online.codes import code_of
from idlib_wargame.web.qr import QUIET, code_svg
from tests.web.svg.reading import read

LINK = "http://192.0.2.7:8080/?w=BLUE%20OTTER"
CODE = code_of(LINK, "The page")


def test_the_picture_has_every_dark_square_of_the_code_and_no_other() -> None:
    """Read back from its path, with the quiet edge that cameras need."""
    picture = code_svg(CODE)
    matrix = [bytes(row) for row in segno.make(LINK, error="m", micro=False).matrix]
    side = len(matrix) + 2 * QUIET
    assert read(picture).get("viewBox") == f"0 0 {side} {side}"
    dark = set()
    for x, y, wide in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", picture):
        dark |= {(int(x) + step - QUIET, int(y) - QUIET) for step in range(int(wide))}
    assert dark == {(x, y) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit}


def test_it_is_black_on_white_in_every_scheme_and_named() -> None:
    """A camera reads no light code on a dark ground."""
    assert 'fill="#ffffff"' in code_svg(CODE)
    assert 'fill="#000000"' in code_svg(CODE)
    assert read(code_svg(CODE)).get("aria-label") == "The page"
