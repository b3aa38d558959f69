"""Words on a page's drawing: how they are broken into lines, and the colours of shapes by them."""

from __future__ import annotations

import pytest

from idlib_wargame.views.look.colours import DARK, LIGHT, SHAPE_CONTRAST, contrast
from idlib_wargame.web.svg.inks import ink
from idlib_wargame.web.svg.lettering import size_of, wrapped


@pytest.mark.parametrize("width", [60, 120, 300])
def test_wrapped_words_are_all_there_and_no_line_is_too_wide(width: float) -> None:
    """But for a word that is wider than a line by itself."""
    text = "The Standing Committee of the Northern Harbours"
    lines = wrapped(text, 13, width)
    assert " ".join(lines) == text
    assert all(size_of(line, 13)[0] <= width or " " not in line for line in lines)


@pytest.mark.parametrize("colour", ["#0072B2", "#ffffff", "#000000", "#F0E442", "#1a1a40"])
def test_a_colour_of_a_pack_stands_out_on_light_and_on_dark(colour: str) -> None:
    """As a shape does that carries meaning."""
    for now in (LIGHT, DARK):
        assert contrast(ink(colour), now.panel) >= SHAPE_CONTRAST - 0.01
