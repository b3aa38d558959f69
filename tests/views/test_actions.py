"""Actions are found by what people type of them."""

from __future__ import annotations

import pytest

from idlib_wargame.views.actions import ActionRow, found_actions

ROWS = (
    ActionRow("Save a copy elsewhere…", "File", "Ctrl+Shift+S"),
    ActionRow("Redo…", "Exercise", why_not="There is nothing to redo."),
    ActionRow("Undo…", "Exercise", "Ctrl+Z"),
    ActionRow("Open the seat of \u2068Évora\u2069", "Seats"),
    ActionRow("Adjudicate turn 3", "Exercise", "Ctrl+Enter", also="Do the next thing"),
    ActionRow("Orders", "View"),
    ActionRow("Show or cover sealed orders", "View", "Ctrl+E"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", (0, 2, 3, 4, 5, 6, 1)),  # as given; what cannot be done comes last
        ("  ", (0, 2, 3, 4, 5, 6, 1)),
        ("evora", (3,)),  # without its accent
        ("EVORA seat", (3,)),  # in any order
        ("orders", (5, 6)),  # what begins with it comes first
        ("order", (5, 6)),
        ("next thing", (4,)),  # by a word that is not shown
        ("do", (4, 2, 1)),  # a word that begins so, then one that has it further on
        ("exercise", (2, 4, 1)),  # by its menu
        ("view sealed", (6,)),
        ("sink", ()),
    ],
)
def test_typed_words_find_an_action(typed: str, found: tuple[int, ...]) -> None:
    """Whatever their order, accents and capitals."""
    assert found_actions(ROWS, typed) == found
