"""The guide for facilitators: its keys, entries, links and pictures are there."""

from __future__ import annotations

import re

from idlib_wargame.windows.desk.menus import every_action
from idlib_wargame.windows.parts.keys import key_map
from tests.docs.pages import DOCS, ROOT, anchors, links, page

PAGE = page("facilitator.md")
LARGEST = 120_000  # bytes of a picture


def test_every_key_that_it_names_is_in_the_key_map() -> None:
    """Whoever presses what the guide says finds that it does something."""
    named = set(re.findall(r"<kbd>(.+?)</kbd>", PAGE))
    there = {key for row in key_map() for key in row.keys}
    assert len(named) >= 12
    assert sorted(named - there - {"Ctrl+Enter"}) == []
    assert "Ctrl+Enter" in there


def test_every_entry_that_it_names_is_in_the_menus() -> None:
    """What ends in three dots is an entry of the desk, or a button of the program."""
    named = set(re.findall(r"\*([^*\n]+…)\*", PAGE.replace("\n", " ")))
    there = {action.text for action in every_action()}
    beside = {"Replay…", "Save as PDF…", "Save or print…"}  # of the start window, and of bars
    beside |= {"Let in as …", "Change who sits…", "End the page…"}  # of the page of devices
    beside |= {"Reset the PIN…", "To the laptop…"}
    assert len(named & there) >= 4
    assert sorted(named - there - beside) == []


def test_its_links_and_pictures_are_there() -> None:
    """Other pages have the heading, and a picture can be sent with the program."""
    found = [(DOCS / file, place) for file, place in links(PAGE)]
    pictures = [path for path, _place in found if path.suffix == ".png"]
    assert len(found) > len(pictures) >= 4
    assert [path for path, _place in found if not path.exists()] == []
    assert [path.name for path in pictures if path.stat().st_size > LARGEST] == []
    texts = [(path.read_text(encoding="utf-8"), place) for path, place in found if place]
    assert [place for text, place in texts if place not in anchors(text)] == []


def test_the_readme_leads_to_it() -> None:
    """Who has just installed the program finds how to run an exercise."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert ("docs/facilitator.md", "") in list(links(readme))
