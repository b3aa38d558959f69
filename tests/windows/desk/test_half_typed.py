"""What was typed and given to nobody is not thrown away without a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.session import Session
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.desk.window import DeskWindow
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import adjudicated, begin


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise in its first phase."""
    session = begin(harbour, tmp_path / "night.wargame")
    yield session
    session.close()


def _begin_ruling(desk: DeskWindow, why: str) -> AdjudicationCard:
    card = next(iter(desk.page.orders.cards.values()))
    card.open_form()
    assert card.form is not None
    card.form.why.setText(why)
    return card


def _notes(session: Session) -> list[str]:
    return [note.text for note in session.play.notes]


def test_closing_the_desk_over_half_typed_words_asks_and_keeps_them(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """A ruling and words to seats, both begun: the desk asks, and both are notes in the log."""
    desk = desk_of(session)
    adjudicated(session)
    _begin_ruling(desk, "The nets were torn bef")
    desk.tell_seats()
    desk.page.tell.text.setPlainText("Fog comes up and")
    desk.close()
    assert desk.isVisible()
    asked = desk.page.question.words.text()
    assert "The nets were torn bef" in asked
    assert "Fog comes up and" in asked
    desk.page.question.no.click()
    assert desk.page.tell.text.toPlainText() == "Fog comes up and"
    desk.close()
    with qtbot.waitSignal(desk.closed):
        desk.page.question.yes.click()
    assert _notes(session) == ["The nets were torn bef", "Fog comes up and"]


def test_a_program_that_is_ended_keeps_half_typed_words_once(
    desk_of: Opener, session: Session
) -> None:
    """Nobody can be asked then, and it may be told to end twice."""
    desk = desk_of(session)
    desk.tell_seats()
    desk.page.tell.text.setPlainText("Fog comes up and")
    desk.keep_time()
    desk.keep_time()
    assert _notes(session) == ["Fog comes up and"]


def test_closing_a_turn_over_a_half_typed_ruling_asks(desk_of: Opener, session: Session) -> None:
    """The result would stand, and the reason would be gone with the cards."""
    desk = desk_of(session)
    adjudicated(session)
    for card in desk.page.orders.cards.values():
        card.mark.setChecked(True)
    _begin_ruling(desk, "The nets were torn bef")
    desk.do_next()
    assert session.play.phase == "adjudication"
    assert "begun a ruling" in desk.page.question.words.text()
    desk.page.question.yes.click()
    assert session.play.phase == "report"
    assert _notes(session) == ["The nets were torn bef"]


def test_escape_from_a_ruling_keeps_what_was_typed(desk_of: Opener, session: Session) -> None:
    """As the list of keys says; the button beside it lets go of it."""
    desk = desk_of(session)
    adjudicated(session)
    card = _begin_ruling(desk, "The nets were torn bef")
    assert card.form is not None
    QTest.keyClick(card.form.why, Qt.Key.Key_Escape)
    assert card.form is None
    assert card.otherwise.hasFocus()
    assert desk.page.half_typed == ["The nets were torn bef"]
    card.otherwise.click()
    again = card.form
    assert again is not None
    assert not again.isHidden()
    assert again.why.text() == "The nets were torn bef"
    again.dropped.emit()
    assert desk.page.half_typed == []


def test_names_half_typed_at_a_seat_are_there_again(desk_of: Opener, session: Session) -> None:
    """After Escape, the same button and a turn of the phase; Cancel lets go of them."""
    desk = desk_of(session)
    row = desk.page.seats.rows["astra"]
    row.reseat.click()
    assert row.form is not None
    row.form.people.setText("Anna; Ber")
    QTest.keyClick(row.form.people, Qt.Key.Key_Escape)
    assert row.form is None
    assert row.reseat.hasFocus()
    adjudicated(session)
    row.reseat.click()
    assert row.form is not None
    assert row.form.people.text() == "Anna; Ber"
    row.reseat.click()
    assert desk.page.half_typed == ["To sit at Astra: Anna; Ber"]
    row.reseat.click()
    assert row.form is not None
    row.form.dropped.emit()
    assert desk.page.half_typed == []
    row.reseat.click()
    assert row.form is not None
    assert row.form.people.text() != "Anna; Ber"


def test_names_sent_while_nobody_may_act_stay_in_their_field(
    desk_of: Opener, session: Session
) -> None:
    """The desk was covered meanwhile, so nothing was done, and nobody types them a second time."""
    desk = desk_of(session)
    row = desk.page.seats.rows["astra"]
    row.reseat.click()
    assert row.form is not None
    row.form.people.setText("Anna; Ber")
    desk.cover_desk()
    row.form.people.returnPressed.emit()
    assert row.form is not None
    assert row.half_typed == "To sit at Astra: Anna; Ber"


def test_closing_the_desk_over_half_typed_names_asks_and_keeps_them(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """Put aside or open, they are a note that says where they were to sit."""
    desk = desk_of(session)
    row = desk.page.seats.rows["astra"]
    row.reseat.click()
    assert row.form is not None
    row.form.people.setText("Anna; Ber")
    row.reseat.click()
    desk.close()
    assert "Anna; Ber" in desk.page.question.words.text()
    with qtbot.waitSignal(desk.closed):
        desk.page.question.yes.click()
    assert _notes(session) == ["To sit at Astra: Anna; Ber"]


def test_the_menu_of_a_covered_desk_does_not_say_what_an_undo_would_take_back(
    desk_of: Opener, session: Session
) -> None:
    """Whoever comes by can open the menu, and reads no note in it."""
    desk = desk_of(session)
    session.submit(TakeNote("Borea is bluffing"), FACILITATOR)
    desk.menus.opening.emit()
    undo = desk.menus.actions["ask_undo"]
    assert "bluffing" in undo.text()
    desk.cover_desk()
    assert undo.text() == "Undo…"
    desk.menus.opening.emit()
    assert undo.text() == "Undo…"
