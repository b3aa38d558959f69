"""Offers and agreements in a replay, at the moment of the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.rules.offer import Secrecy
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.offer_tabled import OFFER_TABLED
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.windows.replay.window import AGREEMENTS, ReplayWindow
from tests.session.bargains import OFFER, sign, table, to_closed
from tests.session.exercises import COVERT, begun, do
from tests.windows.play_harbour import shown_text
from tests.windows.replay.everything_said import everything_said


@pytest.fixture(scope="module")
def saved(full: PackReading, tmp_path_factory: pytest.TempPathFactory) -> SavedSession:
    """A secret agreement, broken in the dark, and a public offer in turn 2."""
    path = tmp_path_factory.mktemp("signed") / "a.wargame"
    session = begun(full, path)
    key = sign(session, OFFER._replace(text="ZANZIBAR"))
    do(session, ScoreWords(key, 1, 1, "MARRAKESH"))
    to_closed(session, COVERT)
    session.submit(AllegeBreach("astra", key, 1, "TIMBUKTU"), "astra")
    table(session, OFFER._replace(answer_by=2, secrecy=Secrecy.PUBLIC, text="In the open"))
    session.close()
    return read_session(path)


def replay(qtbot: QtBot, saved: SavedSession, reader: Reader) -> ReplayWindow:
    """The replay for a reader, on its agreements."""
    window = ReplayWindow(saved, reader)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    window.tabs.setCurrentIndex(AGREEMENTS)
    return window


def to_end(window: ReplayWindow) -> str:
    """Goes to the last moment; what the agreements say there."""
    window.transport.timeline.setValue(window.marks.count - 1)
    window.tabs.setCurrentIndex(AGREEMENTS)
    QApplication.processEvents()
    return shown_text(window.agreements)


def test_control_reads_them_as_they_stood_at_each_moment(qtbot: QtBot, saved: SavedSession) -> None:
    """On the table first, broken at the end."""
    window = replay(qtbot, saved, CONTROL)
    assert "When a seat makes an offer that you may know of" in shown_text(window.agreements)
    places = [n for n, each in enumerate(saved.moments) if each.kind is OFFER_TABLED]
    window.transport.timeline.setValue(places[0])
    text = shown_text(window.agreements)
    assert "On the table" in text
    assert "ZANZIBAR" in text
    assert "broken" not in text
    text = to_end(window)
    for said in (
        *("Agreement of Astra and Borea", "In force", "Turn 1: broken"),
        *("TIMBUKTU", "In the open", "Offer of Astra to Borea"),
    ):
        assert said in text


def test_the_room_reads_public_ones_only(qtbot: QtBot, saved: SavedSession) -> None:
    """Nothing that the window says, however it says it, tells of the other."""
    window = replay(qtbot, saved, ROOM)
    text = to_end(window)
    assert "In the open" in text
    said = "\n".join(everything_said(window))
    assert "agreement signed" not in said
    for secret in ("ZANZIBAR", "TIMBUKTU", "MARRAKESH"):
        assert secret not in said
