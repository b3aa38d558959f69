"""Everything that can be read in a seat's window or on the room's screen, searched to the end."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from idlib_wargame.session.session import Session
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room_door import room_door
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.room.show import RoomShow
from idlib_wargame.windows.room.window import RoomWindow
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.replay.everything_said import everything_said


def in_its_window(session: Session, seat: str, qtbot: QtBot) -> str:
    """Every page turned to, every offer opened and written on, and all that can be copied."""
    window = SeatWindow(seat_door(session, seat))
    window.show()
    qtbot.wait_exposed(window)
    said = [*everything_said(window)]  # behind its curtain
    window.lift()
    said += everything_said(window)
    if window.first_look.isVisible():
        window.first_look.end()
    turned = 0
    for page in window._page_list():
        if window.pages.shows(page.id):
            window.turn_to(page.id)
            QApplication.processEvents()
            said += [*everything_said(window), *copied(window)]
            turned += 1
    assert turned >= 5
    said += _of_moves(window)
    said += _of_results(window)
    said += _of_deals(window)
    said += _of_the_situation(window)
    window.close()
    window.deleteLater()
    return "\n".join(said)


def on_the_rooms_screen(session: Session, qtbot: QtBot) -> str:
    """By phase and chosen, on every page, on its picture, in what a reading aid is told."""
    door = room_door(session)
    show = RoomShow(door, PhaseTimer())
    window = RoomWindow(show)
    window.show()
    qtbot.wait_exposed(window)
    said = [repr(door.view())]
    turned = 0
    for scene in (None, *Scene):
        show.choose(scene)
        said.append(repr(door.scene(scene)) if scene is not None else "")
        for _page in show.sheet.pages:
            QApplication.processEvents()
            said += everything_said(window)
            show.next()
            turned += 1
    assert turned > len(Scene)
    window.close()
    window.deleteLater()
    return "\n".join(said)


def _of_the_situation(window: SeatWindow) -> Iterator[str]:
    """Map, tracks and chart, and each place on the map by the keys."""
    window.turn_to("situation")
    for _way in range(3):
        QApplication.processEvents()
        yield from everything_said(window)
        window.situation.turn_way()
    view = window.situation.map.view
    assert view is not None
    for _place in view.shown.standings:
        view.canvas.step(forward=True)
        yield view.foot.name.text() + view.foot.details.text()
        view.open_history(view.canvas.at)
        yield view.history.accessibleDescription()


def _of_moves(window: SeatWindow) -> Iterator[str]:
    window.turn_to("orders")
    for button in window.moves.buttons():
        button.looked_at.emit(button)
        yield from everything_said(window.orders_page.detail)


def _of_results(window: SeatWindow) -> Iterator[str]:
    window.turn_to("results")
    for card in window.results.findChildren(AdjudicationCard):
        card.more.setChecked(True)
        yield from everything_said(card)


def _of_deals(window: SeatWindow) -> Iterator[str]:
    window.turn_to("deals")
    QApplication.processEvents()
    for card in window.deals.list.cards.values():
        card.more.setChecked(True)
        yield from everything_said(card)
    for place in list(window.deals.list.drafts):
        window.deals.list.drafts[place].go_on.click()
        QApplication.processEvents()
        yield from everything_said(window.deals)
        yield from copied(window.deals)
        window.deals.editor.left.emit()
        QApplication.processEvents()


def copied(widget: QWidget) -> Iterator[str]:
    """What is in the clipboard after all that can be copied was copied."""
    board = QApplication.clipboard()
    for each in widget.findChildren(QWidget):
        board.clear()
        if isinstance(each, QLineEdit | QPlainTextEdit | QTextEdit):
            each.selectAll()
            each.copy()
        elif isinstance(each, QLabel) and each.hasSelectedText():
            board.setText(each.selectedText())
        elif isinstance(each, QAbstractButton) and "copy" in each.text().lower():
            each.click()
        yield board.text()
