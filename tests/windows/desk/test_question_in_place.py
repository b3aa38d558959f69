"""A question comes and goes, and nothing on the desk moves under the hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from tests.windows.desk.conftest import Opener
from tests.windows.dress import dressed
from tests.windows.play_harbour import adjudicated, begin, open_orders, seal


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise in its first phase."""
    session = begin(harbour, tmp_path / "night.wargame")
    yield session
    session.close()


def _places(page: QWidget, parts: list[QWidget]) -> list[tuple[QPoint, int]]:
    QApplication.processEvents()
    return [(part.mapTo(page, QPoint(0, 0)), part.height()) for part in parts]


def test_asking_moves_nothing_on_the_desk(desk_of: Opener, session: Session) -> None:
    """The next click finds what it was meant for; the question lies over the panes."""
    desk = desk_of(session)
    page = desk.page
    parts: list[QWidget] = [page.across, page.seats, page.tabs, page.side, page.status]
    before = _places(page, parts)
    desk.ask_finish()
    assert _places(page, parts) == before
    assert page.question.isVisible()
    box = page.question.geometry()
    assert page.across.geometry().contains(box)
    assert page.question.words.height() >= page.question.words.heightForWidth(
        page.question.words.width()
    )
    desk.resize(desk.width() - 300, desk.height())
    QApplication.processEvents()
    assert page.across.geometry().contains(page.question.geometry())
    page.question.no.click()
    assert not page.question.isVisible()


def test_a_question_leaves_tabs_and_headings_in_reach(desk_of: Opener, session: Session) -> None:
    """Whoever is asked whether to open the orders without some seats can look at them first."""
    desk = desk_of(session)
    page = desk.page
    open_orders(session)
    page.top.next.click()
    QApplication.processEvents()
    assert page.question.isVisible()
    box = page.question.geometry()
    assert page.across.geometry().contains(box)
    tabs = page.tabs.tabBar()
    heading = page.orders.head
    for part in (tabs, heading, page.seats):
        top = part.mapTo(page, QPoint(0, 0)).y()
        assert box.top() > top + min(part.height(), 100)


def test_what_cannot_be_done_is_said_without_moving_the_desk(
    desk_of: Opener, session: Session
) -> None:
    """At the foot of the panes, whole, and gone with the next act; a question lies over it."""
    desk = desk_of(session)
    page = desk.page
    parts: list[QWidget] = [page.across, page.seats, page.tabs, page.side, page.status]
    before = _places(page, parts)
    desk.ask_reopen()
    assert _places(page, parts) == before
    assert page.banner.isVisible()
    box = page.banner.geometry()
    assert page.across.geometry().contains(box)
    assert box.bottom() > page.across.geometry().center().y()
    words = page.banner.words
    assert words.height() >= words.heightForWidth(words.width())
    desk.resize(desk.width() - 300, desk.height())
    QApplication.processEvents()
    assert page.across.geometry().contains(page.banner.geometry())
    desk.ask_finish()
    under = page.children()
    assert under.index(page.question) > under.index(page.banner)
    page.question.no.click()
    page.banner.dismiss.click()
    assert not page.banner.isVisible()


def test_what_is_only_told_goes_by_itself(desk_of: Opener, session: Session) -> None:
    """What was refused waits until the next act or the button."""
    banner = desk_of(session).page.banner
    banner.passing.setInterval(0)
    banner.say("Refused.")
    QApplication.processEvents()
    assert banner.isVisible()
    banner.say("Done.", passes=True)
    QApplication.processEvents()
    assert not banner.isVisible()


def test_a_question_about_a_button_is_asked_by_the_button(
    desk_of: Opener, session: Session
) -> None:
    """Whoever presses 'Show sealed orders' reads the question right under it, and sees both."""
    desk = desk_of(session)
    open_orders(session)
    seal(session, "astra", Wish("call_talks"))
    page = desk.page
    desk.turning.show_orders()
    QApplication.processEvents()
    page.orders.uncover.click()
    QApplication.processEvents()
    assert page.question.isVisible()
    foot = page.orders.uncover.mapTo(page, QPoint(0, page.orders.uncover.height())).y()
    assert 0 <= page.question.geometry().top() - foot <= 16
    assert page.question.width() <= page.tabs.width()


@dressed
def test_the_turn_to_reopen_is_read_whole(desk_of: Opener, session: Session) -> None:
    """On a small screen with large text, beside a long question and its buttons."""
    desk = desk_of(session)
    desk.looks.set_text(150)
    desk.resize(1272, 684)
    adjudicated(session)
    desk.ask_reopen()
    QApplication.processEvents()
    pick = desk.page.question.pick
    assert (pick.isVisible(), pick.shown_words()) == (True, "Turn 1")


def test_who_goes_on_to_a_form_under_a_question_leaves_it(
    desk_of: Opener, session: Session
) -> None:
    """The form's buttons are seen, the keys stay in its field, and nothing was done."""
    desk = desk_of(session)
    open_orders(session)
    desk.ask_undo()
    assert desk.page.question.isVisible()
    desk.add_observer()
    form = desk.page.seats.people.form
    assert form is not None
    form.name.setFocus()
    assert not desk.page.question.isVisible()
    assert form.name.hasFocus()
    assert session.play.phase == "orders"
