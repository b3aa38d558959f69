"""Sign here: the parties of an agreement sign on one screen, one after another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from idlib_wargame.session.pins import PinLock, hashed
from idlib_wargame.windows.parts.sign_here import Signer, SignHere
from tests.clocks import Stopwatch
from tests.windows.dress import dress
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import shown_text

ENTER = Qt.Key.Key_Return
HASHES = {name: hashed(f"{name}'s own") for name in ("Ana", "Ben", "Carla")}


class Table:
    """Three parties: two people with PINs, one with a PIN, and a seat without."""

    def __init__(self, qtbot: QtBot) -> None:
        dress(QApplication.instance())
        self.clock = Stopwatch()
        locks = PinLock("", clock=self.clock)
        astra = {name: HASHES[name] for name in ("Ana", "Ben")}
        borea = {"Carla": HASHES["Carla"]}
        self.signed: list[tuple[str, str]] = []
        self.heard: list[str] = []
        self.sheet = SignHere(
            [
                Signer("astra", "Astra", ("Ana", "Ben"), locks.alike(lambda: astra), "#993366"),
                Signer("borea", "Borea", ("Carla",), locks.alike(lambda: borea)),
                Signer("caldis", "Caldis", (), locks.alike(dict)),
            ],
            QLabel("The northern ground is closed until spring."),
        )
        self.sheet.signed.connect(lambda seat, person: self.signed.append((seat, person)))
        self.sheet.handed_in.connect(lambda: self.heard.append("handed in"))
        self.sheet.cancelled.connect(lambda: self.heard.append("cancelled"))
        qtbot.addWidget(self.sheet)
        self.sheet.resize(1000, 700)
        self.sheet.show()
        self.sheet.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.sheet)
        self.sheet.begin()

    def types(self, pin: str) -> None:
        """Type where the keys are, and press Enter."""
        on = QApplication.focusWidget()
        assert on is not None
        QTest.keyClicks(on, pin)
        QTest.keyClick(on, ENTER)


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    """The sheet in front of the first party."""
    return Table(qtbot)


def test_each_party_signs_in_turn_by_keys_alone(table: Table) -> None:
    """One after another, and each acceptance is told for itself once all is handed in."""
    sheet = table.sheet
    table.types("Ben's own")
    table.types("Carla's own")
    assert table.signed == []
    sheet.rows["caldis"].button.setFocus()
    QTest.keyClick(sheet.rows["caldis"].button, Qt.Key.Key_Space)
    assert sheet.question.isVisible()
    sheet.question.yes.setFocus()
    QTest.keyClick(sheet.question.yes, ENTER)
    assert sheet.hand_in.text() == "Hand in all signatures"
    sheet.hand_in.setFocus()
    QTest.keyClick(sheet.hand_in, Qt.Key.Key_Space)
    assert table.signed == [("astra", "Ben"), ("borea", "Carla"), ("caldis", "")]
    assert table.heard == ["handed in"]


def test_parties_sign_in_any_order_and_see_who_is_left(table: Table) -> None:
    """Who has signed and who has not stands on each row and under all."""
    sheet = table.sheet
    assert "The northern ground is closed until spring." in shown_text(sheet)
    assert "Ana and Ben have not signed yet." in shown_text(sheet)
    sheet.rows["borea"].take_keys()
    table.types("Carla's own")
    text = shown_text(sheet)
    assert "Signed by Carla." in text
    assert "Still to sign: Astra, Caldis." in text
    assert sheet.hand_in.text() == "Hand in 1 signature"
    assert not sheet.rows["borea"].pin.isVisible()
    table.types("Ana's own")
    sheet.hand_in.click()
    assert table.signed == [("borea", "Carla"), ("astra", "Ana")]


def test_a_second_enter_undoes_no_signature(table: Table, hand: WatchedHand) -> None:
    """After the last PIN the keys are on no button; Escape still asks before it leaves."""
    sheet = table.sheet
    table.types("Ana's own")
    table.types("Carla's own")
    assert QApplication.focusWidget() is sheet
    hand.rests()
    QTest.keyClick(sheet, ENTER)
    assert table.heard == []
    assert not sheet.question.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.question.isVisible()


def test_a_wrong_pin_is_told_and_waited_for(table: Table) -> None:
    """One sentence, the time counted down; another party signs meanwhile."""
    sheet = table.sheet
    row = sheet.rows["astra"]
    for _ in range(2):
        table.types("Carla's own")
        assert row.pin.words.text() == "That is not the PIN."
    table.types("Carla's own")
    assert row.pin.words.text() == (
        "That was not the PIN; the next try is in 5 seconds. The facilitator resets a forgotten "
        "PIN."
    )
    table.clock.now += 3
    row.pin.look_again()
    assert "the next try is in 2 seconds" in row.pin.words.text()
    sheet.rows["borea"].take_keys()
    table.types("Carla's own")
    assert "Signed by Carla." in shown_text(sheet)
    table.clock.now += 3
    row.pin.look_again()
    row.take_keys()
    table.types("Ana's own")
    assert "Signed by Ana." in shown_text(sheet)


def test_it_is_left_with_nothing_done(table: Table) -> None:
    """Signatures that were given are asked about, and then count for nothing."""
    table.types("Ana's own")
    QTest.keyClick(table.sheet.cancel, Qt.Key.Key_Escape)
    assert table.heard == []
    assert "The signatures given so far do not count then." in shown_text(table.sheet.question)
    table.sheet.question.yes.click()
    assert (table.signed, table.heard) == ([], ["cancelled"])
    table.sheet.hand_in.click()
    assert table.signed == []


def test_leaving_before_anybody_signed_asks_nothing(table: Table) -> None:
    """There is nothing to lose."""
    table.sheet.cancel.click()
    assert table.heard == ["cancelled"]
    assert not table.sheet.hand_in.isEnabled()


def test_a_double_click_hands_in_once(table: Table, hand: WatchedHand) -> None:
    """No acceptance is told twice, whatever the hand does."""
    table.types("Ana's own")
    hand.rests()
    hand.double_clicks(table.sheet.hand_in)
    assert table.signed == [("astra", "Ana")]
    assert table.heard == ["handed in"]


def test_nothing_typed_is_to_be_read(table: Table) -> None:
    """Not on the screen, nor by who reads it aloud."""
    field = table.sheet.rows["astra"].pin.field
    QTest.keyClicks(field, "Ana's own")
    assert "Ana's" not in field.displayText()
    assert field.accessibleName() == "PIN of Astra"
