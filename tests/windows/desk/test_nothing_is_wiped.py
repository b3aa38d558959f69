"""What others do while somebody types, reads or stands on a button leaves all of that alone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollBar, QWidget
from shiboken6 import isValid

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin
from tests.windows.walking import moments, settle

BEGUN = "half a thought"
ACTS: tuple[tuple[Act, str], ...] = (
    (TakeNote("Fog."), FACILITATOR),
    (SendMessage(("borea",), "Fog."), "astra"),
    (DraftOrders("borea", (Wish("protest"),)), "borea"),
)


def fields_of(window: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Whatever can be typed in as it stands."""
    found: list[QLineEdit | QPlainTextEdit] = list(window.findChildren(QLineEdit))
    found += window.findChildren(QPlainTextEdit)
    return [each for each in found if each.isVisible() and not each.isReadOnly()]


def begin_typing(field: QLineEdit | QPlainTextEdit) -> None:
    """A few words, of which some are picked; the keys are there."""
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.setText(BEGUN)
        field.setSelection(2, 4)
        return
    field.setPlainText(BEGUN)
    cursor = field.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def as_it_is(field: QLineEdit | QPlainTextEdit) -> tuple[str, str]:
    """What stands in a field, and what is picked of it."""
    if isinstance(field, QLineEdit):
        return field.text(), field.selectedText()
    return field.toPlainText(), field.textCursor().selectedText()


def buttons_in_sight(page: QWidget) -> list[QWidget]:
    """What takes the keys on a page by Tab, as far as it is seen."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.visibleRegion().isEmpty()
    ]


def scrolled_halfway(page: QWidget) -> int:
    """Scroll whatever scrolls to its middle, and say how much does."""
    bars = [
        bar
        for bar in page.findChildren(QScrollBar)
        if bar.isVisible() and bar.maximum() > 0 and bar.orientation() == Qt.Orientation.Vertical
    ]
    for bar in bars:
        bar.setValue(bar.maximum() // 2)
    settle()
    return len(bars)


def at_the_report(session: Session) -> None:
    """Play on until a turn has been closed and the next has its injects."""
    for moment in moments(session):
        if moment == "injects, some due":
            return


def pages_of(desk: DeskWindow) -> Iterator[tuple[str, QWidget]]:
    """Each page in front, one after another."""
    for place in range(desk.page.tabs.count()):
        desk.page.tabs.setCurrentIndex(place)
        settle()
        yield desk.page.tabs.tabText(place), desk.page.tabs.currentWidget()


def test_acts_of_others_leave_each_page_as_it_was(desk_of: Opener, full: PackReading) -> None:
    """Text, cursor, keys and what is read: on every page of the desk, after every kind of act."""
    session = begin(full)
    at_the_report(session)
    desk = desk_of(session)
    desk.resize(1024, 560)
    desk.uncover_messages()
    desk.tell_seats()
    desk.take_note()
    desk.page.seats.rows["astra"].open_form()
    looked, scrolled, typed = 0, 0, 0
    for name, page in pages_of(desk):
        scrolled += scrolled_halfway(page)
        for turn, (act, by) in enumerate(ACTS):
            fields = fields_of(desk)
            chosen = fields[turn % len(fields)]
            begin_typing(chosen)
            session.submit(act, by)
            QApplication.processEvents()
            assert (name, *as_it_is(chosen)) == (name, BEGUN, "lf a")
            assert QApplication.focusWidget() is chosen
            typed += 1
        for button, (act, by) in zip(buttons_in_sight(page), ACTS, strict=False):
            button.setFocus()
            QApplication.processEvents()
            stood = button.mapTo(page, QPoint())
            session.submit(act, by)
            QApplication.processEvents()
            assert isValid(button), name
            assert QApplication.focusWidget() is button, name
            assert button.mapTo(page, QPoint()) == stood, name
            looked += 1
    assert desk.page.tabs.count() >= 7
    assert (looked >= 10, scrolled >= 4, typed >= 21) == (True, True, True)
