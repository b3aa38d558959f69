"""The desk in a language longer than English, and on a screen that is read from the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.words.languages import ACCENTED, MIRRORED
from tests.harbour_exercise import adjudicated, begin, closed, open_orders, seal_both
from tests.windows.desk.conftest import Opener

WIDTH, HEIGHT = 1280, 720
Speaker = Callable[[str], None]


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise with injects and a map, on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def everything_open(desk: DeskWindow) -> None:
    """Every bar and form of the desk at once."""
    desk.page.seats.rows["astra"].reseat.click()
    desk.ask_finish()
    desk.tell_seats()
    desk.show_keys()
    desk.page.orders.cover_or_uncover()


def outside(desk: DeskWindow) -> list[str]:
    """What is shown beyond the edge of the window, or of the place it scrolls in, sideways."""
    found = []
    for each in desk.page.findChildren(QWidget):
        if not each.isVisible() or each.visibleRegion().isEmpty():
            continue
        place: QWidget | None = each.parentWidget()
        while place is not None and not isinstance(place, QScrollArea | DeskWindow):
            place = place.parentWidget()
        assert place is not None
        box = QRect(each.mapTo(place, QPoint()), each.size())
        if box.left() < 0 or box.right() > place.width():
            found.append(f"{type(each).__name__} {box}")
    return found


def cut_off(desk: DeskWindow) -> list[str]:
    """Words of ours that have less room than they need."""
    found = [
        each.text()
        for each in desk.page.findChildren(QPushButton)
        if each.isVisible() and each.text() and each.width() < each.sizeHint().width()
    ]
    for each in desk.page.findChildren(QLabel):
        if not each.isVisible() or each.wordWrap() or isinstance(each, ElidedLabel):
            continue
        if each.width() < each.sizeHint().width():
            found.append(each.text())
    states = [row.state for row in desk.page.seats.rows.values()]
    found += [each.whole for each in states if each.text() != each.whole]
    return found


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
        QApplication.processEvents()
        assert (desk.width(), desk.height()) == (WIDTH, HEIGHT)
        assert (outside(desk), cut_off(desk)) == ([], [])


def test_the_desk_is_laid_out_from_the_right(
    desk_of: Opener, session: Session, speak: Speaker
) -> None:
    """Seats stand on the right, the chart on the left, and the next thing points left."""
    speak(MIRRORED)
    page = desk_of(session).page
    left_to_right = sorted((page.seats, page.tabs, page.side), key=lambda part: part.x())
    assert left_to_right == [page.side, page.tabs, page.seats]
    assert page.top.next.x() < page.top.turn.x()
