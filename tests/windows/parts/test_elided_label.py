"""A line that gives way says the rest on hover, and stands only where nobody needs the whole."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

import idlib_wargame.windows
from idlib_wargame.windows.parts.elided_label import ElidedLabel

WINDOWS = Path(idlib_wargame.windows.__file__).parent

# Paths, lines of state, and titles in lists: names of a pack and words to people wrap.
MAY_GIVE_WAY = {
    "cards/card_head.py": "what an order rests on, which its card tells again",
    "desk/day_strip.py": "when the day ends, which the strip beside it shows and tells a reader",
    "desk/record_lines.py": "the state of the record, told in full on hover",
    "desk/top_bar.py": "the dates and the exercise, which the window's title has too",
    "desk/seats_panel.py": "who plays a seat, told in full on hover and in the form beside it",
    "replay/transport.py": "the moment of a replay, which the log beside it has in full",
    "replay/window.py": "the pack, the group and the file",
    "seat/head.py": "which turn and phase it is",
    "setup/file_card.py": "the path of the file",
    "setup/names_field.py": "a person's name that is longer than a whole line of the card",
    "start/session_card.py": "an exercise in the list, as long as its window's title",
}


def test_only_paths_and_lines_of_state_give_way() -> None:
    """Whoever needs the whole of a text finds it wrapped, not cut."""
    own = Path("parts/elided_label.py")
    users = {
        file.relative_to(WINDOWS).as_posix()
        for file in WINDOWS.rglob("*.py")
        if "ElidedLabel(" in file.read_text(encoding="utf-8") and not file.match(str(own))
    }
    assert users == set(MAY_GIVE_WAY)


def test_what_gave_way_is_whole_on_hover(qtbot: QtBot) -> None:
    """Too narrow, it ends in an ellipsis, and its tooltip has all of it; wide, it has none."""
    line = ElidedLabel("Turn 3 of 8 · Orders")
    qtbot.addWidget(line)
    line.show()
    line.resize(60, 20)
    assert line.text().endswith("…")
    assert "Turn 3 of 8 · Orders" in line.toolTip()
    line.resize(600, 20)
    assert line.text() == "Turn 3 of 8 · Orders"
    assert line.toolTip() == ""
