"""What is sent from a page is done while a dialog is open on the desk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from tests.web.people import Desk
from tests.web.phone import Phone


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise with somebody at two seats."""
    seating = (Seating("astra", ("Olga",)), Seating("borea", ("Sami",)))
    made = Session.create(tmp_path / "a.wargame", harbour, Setup("B", "", 3, seating=seating))
    yield made
    made.close()


def test_an_act_is_done_while_a_dialog_is_open_on_the_desk(qtbot: QtBot, session: Session) -> None:
    """The dialog's own loop does it; the desk need not be touched."""
    done: list[int] = []
    with Desk(session) as desk:
        state = desk.room.state()
        dialog = QMessageBox(QMessageBox.Icon.Information, "", "Is this open?")

        def write() -> None:
            phone = Phone(state.port)
            phone.join(state.word, "Olga")
            answer = phone.act("send_message", to=["borea"], text="While you look")
            done.append(answer.status)
            desk.thread.do(dialog.accept)

        writer = threading.Thread(target=write, daemon=True)
        QTimer.singleShot(0, writer.start)
        QTimer.singleShot(60_000, dialog, dialog.reject)  # or a failure would wait for ever
        assert dialog.exec() == QMessageBox.DialogCode.Accepted
        writer.join(10)
    assert done == [200]
    assert [letter.text for letter in session.play.letters] == ["While you look"]
