"""The desk in a language longer than English, and on a screen that is read from the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.words.languages import ACCENTED, MIRRORED
from tests.harbour_exercise import adjudicated, begin, closed, open_orders, seal_both
from tests.windows.desk.conftest import Opener
from tests.words.pseudo import cut_off, glued_texts, outside, texts_of, unmarked_texts

WIDTH, HEIGHT = 1280, 720
SETTLED = 8  # rounds of the event loop
Speaker = Callable[[str], None]


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise with injects and a map, on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def settle() -> None:
    """Until nothing moves any more: a page that is looked at is filled, then laid out."""
    for _ in range(SETTLED):
        QApplication.processEvents()


def everything_open(desk: DeskWindow) -> None:
    """Every bar and form of the desk at once."""
    desk.page.seats.rows["astra"].reseat.click()
    desk.ask_finish()
    desk.tell_seats()
    desk.show_keys()
    desk.page.orders.cover_or_uncover()


@pytest.mark.parametrize("code", [ACCENTED, MIRRORED])
@pytest.mark.parametrize("moment", ["injects", "orders", "adjudication", "report"])
def test_nothing_is_cut_off_or_outside(
    desk_of: Opener, session: Session, speak: Speaker, code: str, moment: str
) -> None:
    """At 1280 × 720, with every bar open, on each tab."""
    speak(code)
    if moment != "injects":
        closed(session)
    if moment == "orders":
        open_orders(session)
        seal_both(session)
    elif moment == "adjudication":
        adjudicated(session)
    desk = desk_of(session)
    desk.resize(WIDTH, HEIGHT)
    everything_open(desk)
    tabs = desk.page.tabs
    assert tabs.count() == (4 if moment == "injects" else 5)
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        settle()
        assert (desk.width(), desk.height()) == (WIDTH, HEIGHT)
        assert [*cut_off(desk), *outside(desk)] == []


def test_the_desk_is_laid_out_from_the_right(
    desk_of: Opener, session: Session, speak: Speaker
) -> None:
    """Seats stand on the right, the chart on the left, and the next thing points left."""
    speak(MIRRORED)
    page = desk_of(session).page
    left_to_right = sorted((page.seats, page.tabs, page.side), key=lambda part: part.x())
    assert left_to_right == [page.side, page.tabs, page.seats]
    assert page.top.next.x() < page.top.turn.x()


def test_every_sentence_of_the_desk_is_in_the_language(
    desk_of: Opener, session: Session, speak: Speaker
) -> None:
    """In its strip, seats, bars and questions nothing of ours is left in English or in pieces."""
    speak(ACCENTED)
    open_orders(session)
    seal_both(session)
    desk = desk_of(session)
    everything_open(desk)
    settle()
    page = desk.page
    head = session.saved.head.upper()
    strange = texts_of(session.scenario) | {"Ana", "Ben", "Carla", head[:4], head[4:8]}
    strange.add(str(session.path))
    parts = (page.top.phases, page.seats, page.question, page.banner, page.tell, page.status)
    for part in parts:
        assert part.isVisible()
        assert [*unmarked_texts(part, strange, ACCENTED), *glued_texts(part)] == []
    titles = [page.tabs.tabText(place) for place in range(page.tabs.count())]
    assert len(titles) == 4
    assert all(title.startswith("‹") for title in titles)
