"""What was typed and given to nobody is not thrown away without a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.desk_draft import DraftAtDesk
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.session import Change, Session
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


def _killed(desk: DeskWindow) -> None:
    """The pause in typing has gone by, and nothing more is done in this window."""
    desk.page.half.keep()


def test_after_a_kill_every_field_opens_with_what_was_typed(
    desk_of: Opener, session: Session
) -> None:
    """A ruling, words to one seat, names for a seat: nothing was sent, and nothing is lost."""
    desk = desk_of(session)
    adjudicated(session)
    card = _begin_ruling(desk, "The nets were torn bef")
    assert card.form is not None
    card.form.bands.button(int(Band.FAILURE)).click()
    desk.tell_seats()
    desk.page.tell.chips["astra"].click()
    desk.page.tell.from_whom.setText("The harbour master")
    desk.page.tell.text.setPlainText("Fog comes up and")
    row = desk.page.seats.rows["borea"]
    row.reseat.click()
    assert row.form is not None
    row.form.people.setText("Anna; Ber")
    row.form.player.setCurrentIndex(row.form.player.findData("control"))
    _killed(desk)
    again = desk_of(session)
    card = again.page.orders.cards[card.view.address]
    assert card.half_typed == "The nets were torn bef"
    card.otherwise.click()
    assert card.form is not None
    assert card.form.band is Band.FAILURE
    again.tell_seats()
    tell = again.page.tell
    assert tell.text.toPlainText() == "Fog comes up and"
    assert (tell.to, tell.from_whom.text()) == (("astra",), "The harbour master")
    row = again.page.seats.rows["borea"]
    row.reseat.click()
    assert row.form is not None
    assert row.form.people.text() == "Anna; Ber"
    assert row.form.player.currentData() == "control"


def test_what_was_sent_is_not_half_typed_any_more(desk_of: Opener, session: Session) -> None:
    """Ruled, told and seated: the next desk has empty fields, and the record no drafts."""
    desk = desk_of(session)
    adjudicated(session)
    card = _begin_ruling(desk, "The nets were torn before")
    assert card.form is not None
    free = next(button for button in card.form.bands.buttons() if button.isEnabled())
    free.click()
    desk.tell_seats()
    desk.page.tell.text.setPlainText("Fog comes up")
    row = desk.page.seats.rows["borea"]
    row.reseat.click()
    assert row.form is not None
    row.form.people.setText("Anna; Ber")
    _killed(desk)
    assert len(session.play.desk_drafts) == 3
    card.form.rule.click()
    desk.page.tell.tell.click()
    row.form.reseated.emit(("Anna", "Ber"), "person")
    assert session.play.desk_drafts == {}


def test_a_pause_in_typing_is_one_entry(qtbot: QtBot, desk_of: Opener, session: Session) -> None:
    """Not one for each key: the record would grow by every letter."""
    desk = desk_of(session)
    desk.tell_seats()
    seen: list[Change] = []
    session.subscribe(seen.append)
    QTest.keyClicks(desk.page.tell.text, "Fog comes up")
    qtbot.waitUntil(lambda: "tell" in session.play.desk_drafts)
    assert [change.act for change in seen] == [
        DraftAtDesk("tell", session.play.desk_drafts["tell"])
    ]


def test_closing_the_desk_over_half_typed_words_loses_none(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """So nothing is asked; they are no notes either, as nobody meant them as one."""
    desk = desk_of(session)
    desk.tell_seats()
    desk.page.tell.text.setPlainText("Fog comes up and")
    with qtbot.waitSignal(desk.closed):
        desk.close()
    assert _notes(session) == []
    again = desk_of(session)
    assert again.page.tell.text.toPlainText() == "Fog comes up and"


def test_closing_a_turn_over_a_half_typed_ruling_asks(desk_of: Opener, session: Session) -> None:
    """The result would stand, and the reason would be gone with the cards."""
    desk = desk_of(session)
    adjudicated(session)
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
    assert card.half_typed == "The nets were torn bef"
    card.otherwise.click()
    again = card.form
    assert again is not None
    assert not again.isHidden()
    assert again.why.text() == "The nets were torn bef"
    again.dropped.emit()
    desk.page.half.keep()
    assert session.play.desk_drafts == {}


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
    row.form.dropped.emit()
    assert session.play.desk_drafts == {}
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
    assert row.form.people.text() == "Anna; Ber"


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
