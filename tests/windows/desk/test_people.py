"""Observers and assistants at the desk, and what it takes to look as somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import latest_notes
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.seating import Observer, PinState, Watching
from idlib_wargame.session.session import Session
from idlib_wargame.windows.watching.seen_seat import SeenSeat
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin, shown_text


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise in its first phase."""
    session = begin(harbour, tmp_path / "night.wargame")
    yield session
    session.close()


def test_an_observer_is_let_in_changed_and_let_go(desk_of: Opener, session: Session) -> None:
    """By name; the row under the seats counts them, and a half-typed name survives a kill."""
    desk = desk_of(session)
    people = desk.page.seats.people
    assert people.count.text() == "Nobody observes"
    desk.add_observer()
    assert people.form is not None
    QTest.keyClicks(people.form.name, "Olga")
    people.form.role.setCurrentIndex(people.form.role.findData("assistant"))
    people.form.sees.setCurrentIndex(people.form.sees.findData("astra"))
    desk.page.half.keep()
    again = desk_of(session)
    again.add_observer()
    people = again.page.seats.people
    assert people.form is not None
    assert people.form.observer == Observer("Olga", Watching.ASSISTANT, "astra")
    QTest.keyClick(people.form.name, Qt.Key.Key_Return)
    assert session.play.observers["Olga"][:3] == Observer("Olga", Watching.ASSISTANT, "astra")[:3]
    assert people.count.text() == "1 assistant"
    assert session.play.desk_drafts == {}
    assert "Sees the view of Astra" in shown_text(people)
    people.change["Olga"].click()
    assert people.form is not None
    people.form.sees.setCurrentIndex(people.form.sees.findData("all"))
    people.form.go.click()
    assert session.play.observers["Olga"].sees == "all"
    people.let_go["Olga"].click()
    again.page.question.yes.click()
    assert session.play.observers == {}


def test_an_observers_window_covers_the_desk_and_takes_their_notes(
    desk_of: Opener, session: Session
) -> None:
    """On the desk's own screen; half a note is kept, and changed rights close the window."""
    session.submit(SeatObserver(Observer("Olga")), FACILITATOR)
    desk = desk_of(session)
    desk.page.seats.people.open["Olga"].click()
    assert desk.handover.is_covered
    window = desk.handover.watchers["Olga"]
    window.lift()
    window.take_note()
    QTest.keyClicks(window.note.text, "They laughed")
    QTest.keyClick(window.note.text, Qt.Key.Key_Return)
    (note,) = latest_notes(session.play).values()
    assert (note.author, note.text) == ("Olga", "They laughed")
    assert list(window.notes.cards) == [1]
    QTest.keyClicks(window.note.text, "And then")
    window.close()
    assert desk.handover.is_covered, "the facilitator's curtain is still down"
    desk.handover.cover.lifted.emit()
    desk.handover.open_observer("Olga")
    window = desk.handover.watchers["Olga"]
    assert window.note.text.toPlainText() == "And then"
    session.submit(SeatObserver(Observer("Olga", sees="all"), changes=True), FACILITATOR)
    assert desk.handover.watchers == {}


def test_an_observers_curtain_opens_to_their_pin_alone(desk_of: Opener, session: Session) -> None:
    """Set at the first look and asked for at the next, reset from the row; "olga" is no other."""
    desk = desk_of(session)
    people = desk.page.seats.people
    session.submit(SeatObserver(Observer("Olga", sees="all")), FACILITATOR)
    assert people.reset["Olga"].isHidden()
    desk.handover.open_observer("Olga")
    curtain = desk.handover.watchers["Olga"].curtain
    curtain.press()
    assert curtain.form.whose.text() == "A PIN for Olga"
    for field in (curtain.form.pin, curtain.form.again):
        QTest.keyClicks(field, "a grey gull")
    curtain.form.keep.click()
    window = desk.handover.watchers["Olga"]
    assert not window.is_covered
    window.let_down()
    curtain.press()
    assert window.is_covered
    assert curtain.words.text() == "Hand over the laptop. It opens to the PIN of Olga."
    assert curtain.remark.text() == "Sees everything"
    QTest.keyClicks(curtain.pin.field, "a grey gull")
    QTest.keyClick(curtain.pin.field, Qt.Key.Key_Return)
    assert not window.is_covered
    window.close()
    desk.handover.cover.lifted.emit()
    people.reset["Olga"].click()
    desk.page.question.yes.click()
    assert session.play.observer_pins == {session.play.observers["Olga"].since: PinState.RESET}
    people.open_form(None)
    assert people.form is not None
    QTest.keyClicks(people.form.name, "olga")
    assert not people.form.go.isEnabled()
    assert "Olga observes or helps already." in shown_text(people.form)


def test_the_facilitator_sees_as_a_seat_until_the_desk_is_covered(
    desk_of: Opener, session: Session
) -> None:
    """From the seat's menu, and for the room from the View menu; whoever comes by sees neither."""
    desk = desk_of(session)
    row = desk.page.seats.rows["astra"]
    row.reseat.click()
    assert row.form is not None
    row.form.see_as.click()
    assert isinstance(desk.looking.windows["astra"].shown, SeenSeat)
    desk.see_as_room()
    assert not desk.handover.is_covered
    desk.cover_desk()
    QApplication.processEvents()
    assert desk.looking.windows == {}
    desk.looking.see_as("astra")
    assert desk.looking.windows == {}
