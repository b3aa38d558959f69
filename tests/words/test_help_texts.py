"""Help is short, calm and there for everything."""

from __future__ import annotations

import pytest

from idlib_wargame.words.help_texts import help_on, help_texts


def test_each_text_is_a_few_lines() -> None:
    """Three to six sentences' worth, under a title of its own."""
    texts = help_texts()
    assert len({each.topic for each in texts}) == len({each.title for each in texts}) == 19
    for each in texts:
        assert 180 <= len(each.text) <= 460, each.topic
        assert each.text.endswith(".")
    assert help_on("injects").title == "Injects"
    with pytest.raises(LookupError):
        help_on("weather")
