"""After each act, what somebody reads stays where it is: opened, half typed, in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Ruling
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.replay.window import RESULTS, ReplayWindow
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.play_harbour import adjudicated, begin, closed, open_orders, seal

WORDS = "Words number {n} of the moment, which run on for long enough to take a line or two."


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """Two turns played, with much said in them."""
    session = begin(full, tmp_path / "course.wargame")
    for n in range(20):
        session.submit(Tell((), "", WORDS.format(n=n)), FACILITATOR)
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    open_orders(session)
    yield session
    session.close()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, session: Session) -> DeskWindow:
    """A desk of no great height."""
    theme.apply(qapp)
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    desk.resize(1200, 560)
    desk.show()
    QApplication.processEvents()
    return desk


def place_of(part: QWidget, area: QScrollArea) -> int:
    """How far below the upper edge of what scrolls a part of it stands."""
    QApplication.processEvents()
    return part.mapTo(area.viewport(), QPoint(0, 0)).y()


def acts(session: Session) -> tuple[Callable[[], object], ...]:
    """What goes on in a turn, one thing after the other."""
    return (
        lambda: session.submit(TakeNote("Astra is stalling"), FACILITATOR),
        lambda: session.submit(Tell((), "", "More of them"), FACILITATOR),
        lambda: session.submit(Tell(("borea",), "A skipper", "For you alone"), FACILITATOR),
        lambda: seal(session, "astra"),
        lambda: session.submit(UnsealOrders("astra"), "astra"),
        lambda: session.submit(Undo(), FACILITATOR),
    )


def test_a_message_that_is_read_on_the_desk_stays_under_the_eye(
    desk: DeskWindow, session: Session
) -> None:
    """What comes stands above it, and moves nothing."""
    desk.turning.show_injects()
    page = desk.page.injects
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    card = next(each for each in page.made if place_of(each, page) >= 0)
    stood = [place_of(card, page)]
    for act in acts(session):
        act()
        stood.append(place_of(card, page))
    assert stood == [stood[0]] * 7


def test_a_message_that_a_player_reads_stays_under_the_eye(qtbot: QtBot, session: Session) -> None:
    """So it does in a seat's window; the move in hand stays too."""
    window = SeatWindow(seat_door(session, "astra"))
    qtbot.addWidget(window)
    window.resize(1000, 460)
    window.show()
    window.lift()
    window.show_messages()
    page = window.messages.list
    QApplication.processEvents()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    card = next(each for each in page.made if place_of(each, page) >= 0)
    stood = [place_of(card, page)]
    for act in acts(session):
        act()
        stood.append(place_of(card, page))
    assert stood == [stood[0]] * 7


def test_the_log_stays_where_it_is_read(desk: DeskWindow, session: Session) -> None:
    """Only who is at its end goes on with it."""
    desk.turning.show_log()
    bar = desk.page.log.verticalScrollBar()
    assert bar.maximum() > 200
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    log = desk.page.log
    log.selectRow(log.rowAt(60))
    QApplication.processEvents()
    line = log.rowAt(60)

    def place() -> tuple[int, int]:
        return log.rowViewportPosition(line), log.currentIndex().row()

    stood = [place()]
    for act in acts(session):
        act()
        QApplication.processEvents()
        stood.append(place())
    assert stood == [stood[0]] * 7


def test_a_ruling_leaves_what_is_open_on_other_results(desk: DeskWindow, session: Session) -> None:
    """Details stay open, half a reason stays written, and taking it back changes neither."""
    adjudicated(session)
    page = desk.page.orders
    first, *_between, last = page.cards
    for card in page.cards.values():
        card.more.click()
    page.cards[first].open_form()
    form = page.cards[first].form
    assert form is not None
    form.why.setText("Half a reas")
    QApplication.processEvents()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    stood = [page.verticalScrollBar().value()]
    table = page.cards[last].view.band
    page.ruled.emit(
        page.cards[last].view.address,
        Ruling(Band.FAILURE if table is not Band.FAILURE else Band.SUCCESS, "", "It had rained"),
    )
    QApplication.processEvents()
    assert page.cards[last].view.ruling is not None
    session.submit(Undo(), FACILITATOR)
    QApplication.processEvents()
    stood.append(page.verticalScrollBar().value())
    assert stood == [stood[0]] * 2
    assert [card.more.isChecked() for card in page.cards.values()] == [True] * len(page.cards)
    again = page.cards[first].form
    assert again is not None
    assert again.why.text() == "Half a reas"


def test_details_of_a_replay_stay_open_while_its_turn_is_shown(
    qtbot: QtBot, session: Session
) -> None:
    """From moment to moment and through a ruling; another turn begins at its top."""
    adjudicated(session)
    session.submit(TakeNote("One"), FACILITATOR)
    session.submit(TakeNote("Two"), FACILITATOR)
    assert session.path is not None
    saved = read_session(session.path)
    window = ReplayWindow(saved, CONTROL)
    qtbot.addWidget(window)
    window.show()
    window.tabs.setCurrentIndex(RESULTS)
    at = next(
        n
        for n, moment in enumerate(saved.moments)
        if moment.kind is ADJUDICATED and moment.play.turn == 2
    )
    window.transport.timeline.setValue(at)
    card = next(iter(window.results.cards.values()))
    card.more.click()
    QApplication.processEvents()
    for step in (1, 2):
        window.transport.timeline.setValue(at + step)
        assert next(iter(window.results.cards.values())) is card
    assert card.more.isChecked()
    window.transport.timeline.setValue(at - 1)
    assert not any(each.more.isChecked() for each in window.results.cards.values())
