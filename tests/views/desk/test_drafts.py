"""What is half typed comes back as it was, and a spoilt file as empty fields."""

from __future__ import annotations

import pytest

from idlib_wargame.views.desk.drafts import Draft, draft_text


def test_what_was_filled_in_is_read_again() -> None:
    """Words, ticks, places and tags."""
    left = Draft(draft_text(why="The nets “tore”", band=-1, shown=False, tags=["nets", "خليج"]))
    assert left.get("why", "") == "The nets “tore”"
    assert left.get("band", 3) == -1
    assert left.get("shown", True) is False
    assert left.get("tags", [""]) == ["nets", "خليج"]


@pytest.mark.parametrize(
    "spoilt",
    ["", "a plain text", "[1]", '{"why": 5}', '{"why": null}', '{"why": ["a"]}', '{"tags": [1]}'],
)
def test_what_is_not_of_its_kind_is_as_if_nothing_was_typed(spoilt: str) -> None:
    """Nothing in a file is believed, and no field breaks over it."""
    assert Draft(spoilt).get("why", "none") == "none"
    assert Draft(spoilt).get("tags", ["none"]) == ["none"]
