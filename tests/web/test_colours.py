"""Words on a page stand out from what is behind them, in light and in dark."""

from __future__ import annotations

import re
from itertools import product

import pytest

from idlib_wargame.views.look.colours import TEXT_CONTRAST, contrast
from idlib_wargame.web.colours import stylesheet
from idlib_wargame.web.static_files import static_files

SHEETS = ("ground", "surface", "well")
_INK = re.compile(r"(?<![-\w])color:\s*var\(--([\w-]+)\)")


def schemes() -> list[dict[str, str]]:
    """What each property is, light and dark."""
    found = stylesheet().split("@media")
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-fA-F]{6});", each)) for each in found]


def inks() -> list[str]:
    """Every property that some rule writes with."""
    rules = "".join(
        each.content.decode() for name, each in static_files().items() if name.endswith(".css")
    )
    return sorted(set(_INK.findall(rules)))


@pytest.mark.parametrize("ink", [each for each in inks() if each not in ("faint", "on-accent")])
def test_whatever_is_written_can_be_read_on_every_sheet(ink: str) -> None:
    """Each colour of words on each sheet, as WCAG AA asks of body text."""
    for colours, sheet in product(schemes(), SHEETS):
        assert contrast(colours[ink], colours[sheet]) >= TEXT_CONTRAST, sheet


def test_words_on_a_fill_of_their_own_can_be_read() -> None:
    """What warns, what is amiss and what is well; and the filled button."""
    for colours in schemes():
        for name in ("warning", "danger", "good"):
            assert contrast(colours[name], colours[f"{name}-fill"]) >= TEXT_CONTRAST
            assert contrast(colours["text"], colours[f"{name}-fill"]) >= TEXT_CONTRAST
        for fill in ("accent", "accent-hover"):
            assert contrast(colours["on-accent"], colours[fill]) >= TEXT_CONTRAST
        assert contrast(colours["text"], colours["picked"]) >= TEXT_CONTRAST
