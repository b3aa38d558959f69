"""What was closed is gone: nothing of it is kept, laid out or dressed anew in what follows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from tests.windows.dress import dress
from tests.windows.play_harbour import begin, closed


def gone() -> None:
    """Qt has let go of all that is to be let go."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def left_by(session: Session) -> set[QWidget]:
    """What a desk and a seat leave that were opened, looked at and closed."""
    before = set(QApplication.allWidgets())
    desk = DeskWindow(session)
    desk.show()
    QApplication.processEvents()
    desk.handover.open_seat("astra")
    QApplication.processEvents()
    assert desk.handover.seat_window is not None
    desk.handover.seat_window.close()
    desk.handover.cover.button.click()
    gone()
    desk.close()
    desk.page.question.yes.click()  # it is in memory only
    desk.deleteLater()
    gone()
    return set(QApplication.allWidgets()) - before


def test_a_closed_desk_and_its_seats_are_gone(
    qapp: QApplication, harbour: PackReading, full: PackReading
) -> None:
    """Before the first turn, without injects and with them, and once there is a report."""
    dress(qapp)
    for reading in (harbour, full):
        session = begin(reading)
        assert left_by(session) == set()
        closed(session)
        assert left_by(session) == set()
        session.close()


def test_a_seat_does_not_outlive_its_desk(qapp: QApplication, harbour: PackReading) -> None:
    """Even where the desk goes without being closed."""
    dress(qapp)
    before = set(QApplication.allWidgets())
    session = begin(harbour)
    desk = DeskWindow(session)
    desk.handover.open_seat("astra")
    desk.deleteLater()
    gone()
    assert set(QApplication.allWidgets()) == before
    closed(session)  # and what happens then is told to neither
    session.close()
