"""A seat's curtain between people who share a laptop: whose PIN lifts it, and how one is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import Reader
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.session import Session
from idlib_wargame.session.tries import TryBook
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.seat.seat_curtain import SeatCurtain
from idlib_wargame.windows.seat.window import SeatWindow
from tests.clocks import Stopwatch
from tests.windows.dress import dress
from tests.windows.play_harbour import begin, shown_text, texts

ENTER = Qt.Key.Key_Return
ANA, BEN = "ana's own", "ben's own"


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """Ana and Ben share the seat of Astra."""
    session = begin(harbour, tmp_path / "course.wargame")
    yield session
    session.close()


def a_seat(
    qtbot: QtBot, session: Session, seat: str = "astra", lock: PinLock | None = None
) -> SeatWindow:
    """The window of a seat in front, its curtain down."""
    dress(QApplication.instance())
    window = SeatWindow(seat_door(session, seat, lock))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def types(*words: str) -> None:
    """Type where the keys are, with Enter after each."""
    for each in words:
        on = QApplication.focusWidget()
        assert on is not None
        QTest.keyClicks(on, each)
        QTest.keyClick(on, ENTER)


def pins_of(session: Session, *people: tuple[str, str]) -> None:
    """Those people at Astra have those PINs."""
    given = ""
    for person, pin in people:
        SeatPins(session, "astra").set(person, pin, given)
        given = given or pin


def test_a_pin_is_set_at_the_first_lifting_by_keys_alone(qtbot: QtBot, session: Session) -> None:
    """Enter, the PIN twice, and the seat is open; from then on the curtain asks for it."""
    window = a_seat(qtbot, session)
    assert "Set a PIN, so that" not in shown_text(window)
    types("")
    assert window.is_covered
    assert "Set a PIN, so that nobody from another seat looks in" in shown_text(window)
    assert "press Enter" not in shown_text(window)
    types(ANA, ANA)
    assert not window.is_covered
    assert "Ana has set a PIN at Astra." in [line.text for line in session.log(Reader("astra"))]
    window.let_down()
    assert QApplication.focusWidget() is window.curtain.pin.field
    types("guessed")
    assert window.is_covered
    assert "That is not the PIN." in shown_text(window.curtain)
    types(ANA)
    assert not window.is_covered


def test_who_goes_without_a_pin_is_asked_once(qtbot: QtBot, session: Session) -> None:
    """Then Enter lifts the curtain, as in a room where everybody looks away."""
    window = a_seat(qtbot, session)
    types("")
    window.curtain.form.leave.click()
    assert not window.is_covered
    window.let_down()
    types("")
    assert not window.is_covered


def test_where_everybody_sets_one_nobody_goes_without(qtbot: QtBot, harbour: PackReading) -> None:
    """There is no button for it; who is second beside the first is asked as they come."""
    before = begin(harbour)
    setup = replace(before.play.setup, pins=True)
    session = Session.create(None, harbour, setup, seed=bytes(32))
    window = a_seat(qtbot, session)
    types("")
    form = window.curtain.form
    assert not form.leave.isVisible()
    QTest.keyClick(form.pin, Qt.Key.Key_Escape)
    assert window.is_covered
    form.who.setCurrentIndex(1)
    types(BEN, BEN)
    assert not window.is_covered
    window.let_down()
    types(BEN)
    assert window.is_covered
    assert (form.leave.text(), form.who.isVisible()) == ("Go on without", False)
    types(ANA, ANA)
    assert not window.is_covered
    assert SeatPins(session, "astra").lock.owners == ("Ana", "Ben")


def test_nobody_sets_a_pin_for_another_unknowingly(qtbot: QtBot, harbour: PackReading) -> None:
    """Ben opens the curtain and reads whose PIN is asked for; his own is not taken for hers."""
    before = begin(harbour)
    setup = replace(before.play.setup, pins=True)
    session = Session.create(None, harbour, setup, seed=bytes(32))
    pins_of(session, ("Ben", BEN))
    window = a_seat(qtbot, session)
    types(BEN)
    said = "Ana has no PIN yet. Hand Ana the laptop, or go on without."
    assert said in shown_text(window.curtain)
    types(BEN, BEN)
    assert window.is_covered
    assert "Choose another PIN: the curtain was opened" in shown_text(window.curtain)
    assert said in shown_text(window.curtain)
    assert SeatPins(session, "astra").lock.owners == ("Ben",)
    window.curtain.form.leave.click()
    assert not window.is_covered


def test_a_pin_that_a_third_person_has_is_taken(session: Session) -> None:
    """To refuse it would tell that somebody at the seat has it."""
    session.submit(Reseat("astra", ("Ana", "Ben", "Cem"), "person"), FACILITATOR)
    pins_of(session, ("Ana", ANA), ("Ben", BEN))
    SeatPins(session, "astra").set("Cem", BEN, ANA)
    assert SeatPins(session, "astra").lock.owners == ("Ana", "Ben", "Cem")


def test_two_that_are_not_the_same_are_typed_again(qtbot: QtBot, session: Session) -> None:
    """So is one that is too short; nothing is kept of either."""
    window = a_seat(qtbot, session)
    types("")
    types(ANA, "another")
    assert "These were not the same; type the PIN twice." in shown_text(window.curtain)
    types("abc", "abc")
    assert "A PIN has 4 to 64 characters." in shown_text(window.curtain)
    assert not SeatPins(session, "astra").lock.is_set
    assert window.is_covered


def test_any_of_those_who_sit_there_lifts_it(qtbot: QtBot, session: Session) -> None:
    """And nobody of another seat does."""
    pins_of(session, ("Ana", ANA), ("Ben", BEN))
    SeatPins(session, "borea").set("Carla", "carla's own")
    window = a_seat(qtbot, session)
    assert "It opens to the PIN of Ana or Ben." in shown_text(window)
    types("carla's own")
    assert window.is_covered
    types(BEN)
    assert not window.is_covered


def test_who_comes_beside_them_sets_one_with_their_help(qtbot: QtBot, session: Session) -> None:
    """The curtain asks for a PIN that it knows before it takes another."""
    pins_of(session, ("Ana", ANA))
    window = a_seat(qtbot, session)
    window.curtain.setting.click()
    assert not window.curtain.form.isVisible()
    types(ANA)
    assert window.is_covered
    form = window.curtain.form
    assert [form.who.itemText(n) for n in range(form.who.count())] == ["Ben", "Ana"]
    assert "Who sets a PIN now?" in shown_text(window)
    types(BEN, BEN)
    assert not window.is_covered
    assert SeatPins(session, "astra").lock.owners == ("Ana", "Ben")


def test_a_forgotten_pin_is_reset_while_the_curtain_is_down(qtbot: QtBot, session: Session) -> None:
    """The curtain says who did it, and its owner sets another; the other PIN stays."""
    pins_of(session, ("Ana", ANA), ("Ben", BEN))
    window = a_seat(qtbot, session)
    SeatPins(session, "astra").reset("Ana")
    assert "The facilitator has reset the PIN of Ana." in shown_text(window)
    assert "It opens to the PIN of Ben." in shown_text(window)
    window.curtain.setting.click()
    types("a new one", "a new one")
    assert not window.is_covered
    assert SeatPins(session, "astra").lock.opens("a new one")
    assert SeatPins(session, "astra").lock.opens(BEN)


def test_what_is_half_typed_stays_when_others_act(qtbot: QtBot, session: Session) -> None:
    """A PIN under the hands is not lost because somebody else seals."""
    pins_of(session, ("Ana", ANA))
    window = a_seat(qtbot, session)
    QTest.keyClicks(window.curtain.pin.field, "ana's")
    session.submit(Reseat("borea", ("Dora",), "person"), FACILITATOR)
    SeatPins(session, "borea").set("Dora", "dora's own")
    assert window.curtain.pin.field.text() == "ana's"


def test_a_guesser_waits_in_every_window(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    """Three tries are free; a window closed and opened again is no way round."""
    pins_of(session, ("Ana", ANA))
    clock = Stopwatch()
    lock = PinLock("", TryBook(tmp_path / "tries"), clock)
    window = a_seat(qtbot, session, lock=lock)
    for _ in range(3):
        types("guessed")
    assert "the next try is in 5 seconds. The facilitator resets" in shown_text(window.curtain)
    window.close()
    again = a_seat(qtbot, session, lock=PinLock("", TryBook(tmp_path / "tries"), clock))
    assert not again.curtain.pin.field.isEnabled()
    clock.now += 6
    again.curtain.pin.look_again()
    again.curtain.pin.field.setFocus()
    types(ANA)
    assert not again.is_covered


def test_whoever_cannot_lift_it_gives_the_laptop_back(qtbot: QtBot, session: Session) -> None:
    """No player shuts the facilitator out of the desk by a PIN of theirs."""
    pins_of(session, ("Ana", ANA))
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    desk.show()
    desk.page.seats.rows["astra"].open.click()
    window = desk.handover.seat_window
    assert window is not None
    assert desk.handover.is_covered
    window.curtain.back.click()
    assert desk.handover.seat_window is None
    desk.handover.cover.button.click()
    assert not desk.handover.is_covered


def test_the_facilitator_gets_into_no_seat_without_its_pin(qtbot: QtBot, session: Session) -> None:
    """What a seat writes for itself is read by nobody else; a reset is told to the seat."""
    pins_of(session, ("Ana", ANA))
    seat_door(session, "astra").own.write_note(1, "SECRET", False)
    window = a_seat(qtbot, session)
    types("")
    assert window.is_covered
    assert "SECRET" not in shown_text(window)


def test_a_pin_is_to_be_read_nowhere(qtbot: QtBot, session: Session) -> None:
    """Not in a field, a tooltip or a name while it is typed, nor anywhere once it is set."""
    window = a_seat(qtbot, session)
    types("")
    QTest.keyClicks(window.curtain.form.pin, ANA)
    assert ANA not in window.curtain.form.pin.displayText()
    types("", ANA)
    assert not window.is_covered
    assert ANA not in "\n".join(texts(window))


def test_a_seat_that_the_facilitator_plays_is_lifted_by_enter(
    qtbot: QtBot, session: Session
) -> None:
    """It asks nobody for a PIN, and shows no first look."""
    window = a_seat(qtbot, session, "press")
    assert not window.curtain.setting.isVisible()
    types("")
    assert not window.is_covered
    assert not window.first_look.isVisible()


def test_it_lies_within_a_small_window(qtbot: QtBot, session: Session) -> None:
    """At the largest text too, with a person of a long name."""
    session.submit(Reseat("astra", ("Ana " * 20, "Ben"), "person"), FACILITATOR)
    dress(QApplication.instance())
    theme.set_text_scale(150)
    try:
        curtain = SeatCurtain(seat_door(session, "astra").own)
        qtbot.addWidget(curtain)
        curtain.resize(1264, 680)
        curtain.show()
        curtain.press()
        QApplication.processEvents()
        assert curtain.size().width() == 1264
        assert curtain.size().height() == 680
        inside = curtain.rect()
        for part in (curtain.form, curtain.back, curtain.title):
            assert inside.contains(part.geometry())
        words = curtain.form.words
        assert words.height() >= words.heightForWidth(words.width())
    finally:
        theme.set_text_scale(100)
