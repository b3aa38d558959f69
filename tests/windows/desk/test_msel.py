"""The board of injects at the desk, as a facilitator works with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_drafts import Aim
from idlib_wargame.views.desk.msel import State
from idlib_wargame.views.msel.columns import Column
from idlib_wargame.views.msel.sheet import sheet_of
from idlib_wargame.windows.desk.msel_page import MselPage
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.one_press import name_anew, steady
from tests.windows.desk.conftest import Opener
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import begin, closed
from tests.windows.seminar import click

LISTS = Path(__file__).parents[2] / "data" / "msel"


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """The second turn, in which an inject is due; the facilitator sends them by hand."""
    session = begin(full, tmp_path / "course.wargame")
    session.submit(TakeInHand("injects"), FACILITATOR)
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    yield session
    session.close()


def board_of(desk: DeskWindow, high: int = 1000) -> MselPage:
    """The board, in front, with room for the list and what is picked of it."""
    desk.resize(1600, high)
    desk.turning.show_msel()
    return desk.page.injects_tab.board


def rows(board: MselPage) -> list[tuple[str, str]]:
    """The numbers and states that the table shows."""
    return [(row.code, row.stands) for row in board.table.board.rows]


def pick(desk: DeskWindow, words: str) -> None:
    """Pick from the list in the question, and say yes."""
    question = desk.page.question
    found = [question.pick.itemText(place) for place in range(question.pick.count())]
    question.pick.setCurrentIndex(found.index(words))
    click(question.yes)


def test_a_facilitator_holds_drops_brings_back_and_sends(desk_of: Opener, session: Session) -> None:
    """From the sheet of the row that is picked, each by its own key, with a question first."""
    desk = desk_of(session)
    board = board_of(desk)
    assert rows(board)[0] == ("I01", "Due now")
    assert board.sheet.title.text().endswith("A cold spring")
    keys = board.sheet.buttons
    click(keys["hold"])
    pick(desk, "Till turn 4")
    assert rows(board)[0] == ("I01", "Held till turn 4")
    click(keys["drop"])
    click(desk.page.question.yes)
    assert rows(board)[0] == ("I01", "Dropped")
    assert not keys["send"].isVisible()
    click(keys["back"])
    click(keys["send"])
    click(desk.page.question.yes)
    assert session.play.messages[-1].inject == "cold_spring"
    assert rows(board)[0][1].startswith("Sent turn 2")
    board.sheet.answer.setText("They ask for more")
    click(board.sheet.tick)
    assert session.play.msel.answers["cold_spring"].words == "They ask for more"
    assert "They ask for more" in board.sheet.facts.text()
    click(keys["repeat"])
    pick(desk, "Now, without its effects")
    assert [each.title for each in session.play.messages] == ["A cold spring", "A cold spring"]
    assert board.row is not None
    assert board.row.came == "Repeats I01"


def test_a_facilitator_edits_a_copy_and_goes_on_where_it_was_left(
    desk_of: Opener, session: Session
) -> None:
    """What is half typed is kept; the copy takes the place of its original."""
    desk = desk_of(session)
    board = board_of(desk)
    form = board.form
    click(board.sheet.buttons["edit"])
    assert form.title.hasFocus()
    form.title.setText("A late spring")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    board.begin(Aim.EDIT, "cold_spring")
    assert form.title.text() == "A late spring"
    form.effects.setText("moon +1")
    click(form.save)
    assert form.refused.text().startswith("“moon +1” is no effect")
    form.effects.setText("Fish stocks −2")
    click(form.save)
    assert rows(board)[0] == ("I01", "Dropped for I01a")
    assert board.row is not None
    assert (board.row.code, board.row.title, board.row.state) == (
        "I01a",
        "A late spring",
        State.DUE,
    )
    click(board.sheet.buttons["address"])
    click(form.chips.chips["borea"])
    click(form.save)
    assert board.row.to == "Borea" if board.row else False


def test_all_that_is_due_goes_by_one_press_and_a_phase_is_left_by_another(
    desk_of: Opener, session: Session
) -> None:
    """On the cards as on the board."""
    desk = desk_of(session)
    board = board_of(desk)
    board.begin(Aim.NEW)
    board.form.title.setText("Fog")
    board.form.text.setPlainText("Nobody sees further than the bow.")
    board.form.turn.setCurrentIndex(1)
    board.form.by_hand.setChecked(False)
    click(board.form.save)
    assert board.all.text() == "Send all 2 due"
    click(board.all)
    assert [each.title for each in session.play.messages] == ["A cold spring", "Fog"]
    desk.undoing.ask_undo()
    click(desk.page.question.yes)
    click(board.cards)
    cards = desk.page.injects
    assert cards.go_on.text() == "Go on, leave 1 unsent"
    click(cards.go_on)
    assert session.play.phase != "injects"
    assert session.due_injects() == ()


def test_a_list_is_taken_in_mapped_once_and_given_out(
    desk_of: Opener, session: Session, tmp_path: Path
) -> None:
    """One undo takes all of it back; what its headings mean is known the next time."""
    desk = desk_of(session)
    board = board_of(desk)
    desk.injecting.remembers = tmp_path / "mine" / "lists.json"
    strange = tmp_path / "strange.csv"
    strange.write_bytes("Zulu;Was\r\nTurn 3;=Nebel über der Bank\r\n".encode("cp1252"))
    desk.injecting.take(strange)
    form = board.list_form
    assert not form.take.isEnabled()
    form.columns[0].setCurrentIndex(1)
    form.list.map_column(1, Column.TEXT)  # type: ignore[union-attr]
    form._map(0, Column.TIME)
    assert form.take.text() == "Take in 1 inject"
    click(form.take)
    assert json.loads(desk.injecting.remembers.read_text("utf-8"))["columns"] == {
        "zulu": "time",
        "was": "text",
    }
    assert rows(board)[-1] == ("N1", "Planned")
    desk.injecting.take(strange)
    assert form.take.text() == "Take in 1 inject"
    click(form.leave)
    back = tmp_path / "back.csv"
    desk.injecting.give(back, "strange.csv")
    assert sheet_of(back.read_bytes()).rows[0].cells == ("Turn 3", "=Nebel über der Bank")
    desk.injecting.take(LISTS / "hseep.csv")
    assert form.faults.text().count("\n") == 1
    click(form.take)
    assert len(session.play.own.injects) == 4
    desk.undoing.ask_undo()
    click(desk.page.question.yes)
    assert len(session.play.own.injects) == 1
    desk.injecting.take(tmp_path / "none.csv")
    assert desk.page.banner.words.text().startswith("none.csv cannot be read")


def test_rows_are_searched_and_opened_by_keys_alone(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """Where there is little room, the list and what is picked of it take turns."""
    desk = desk_of(session)
    desk.page.injects.cover_or_uncover()
    board = board_of(desk, 720)
    board.table.setFocus()
    QTest.keyClick(board.table, Qt.Key.Key_Down)
    assert board.row is not None
    assert board.row.code == "I02"
    QTest.keyClick(board.table, Qt.Key.Key_Return)
    assert not board.table.isVisible()
    assert board.sheet.to_list.hasFocus()
    QTest.keyClick(board.sheet.to_list, Qt.Key.Key_Return)
    assert board.table.hasFocus()
    assert "wreck" not in [each.inject for each in session.play.messages]
    board.words.setFocus()
    QTest.keyClicks(board.words, "SHOALS")
    qtbot.waitUntil(lambda: [code for code, _s in rows(board)] == ["I01"])
    QTest.keyClicks(board.words, " none of it")
    qtbot.waitUntil(lambda: board.empty.isVisible())
    assert board.empty.text().startswith("No inject is like that")


def test_what_is_private_stays_covered_on_the_board(desk_of: Opener, session: Session) -> None:
    """Until the facilitator uncovers it, as on the cards."""
    desk = desk_of(session)
    board = board_of(desk)
    board.table.pick("wreck")
    assert board.sheet.title.text().endswith("Private, to Astra and Caldis")
    assert "keel" not in board.sheet.text.text()
    desk.page.injects.cover_or_uncover()
    assert "keel" in board.sheet.text.text()


@pytest.mark.parametrize("scale", [100, 150])
def test_the_board_stands_whole_in_a_small_window(
    desk_of: Opener, session: Session, scale: int
) -> None:
    """Nothing of its forms is cut at the side, at either size of text."""
    theme.set_text_scale(scale)
    desk = desk_of(session)
    board = board_of(desk)
    desk.resize(1280, 720)
    for name in ("a form", "a list"):
        if name == "a form":
            board.begin(Aim.EDIT, "cold_spring")
        else:
            desk.injecting.take(LISTS / "hseep.csv")
        shown = board.side.currentWidget()
        assert shown is not None
        inner = shown.layout().itemAt(0).widget()  # type: ignore[union-attr]
        assert inner.widget().minimumSizeHint().width() <= inner.viewport().width()  # type: ignore[union-attr]
    assert desk.size().toTuple() == (1280, 720)


def test_enter_twice_and_one_press_on_send_all_leave_no_key_on_what_sends(
    desk_of: Opener, session: Session
) -> None:
    """Enter reads; what is planned is asked about before it goes."""
    desk = desk_of(session)
    desk.page.injects.cover_or_uncover()
    board = board_of(desk)
    board.table.pick("wreck")
    QTest.keyClick(board.table, Qt.Key.Key_Return)
    assert board.sheet.words_area.hasFocus()
    QTest.keyClick(board.sheet.words_area, Qt.Key.Key_Return)
    assert not session.play.messages
    click(board.sheet.buttons["send"])
    assert "before its time" in desk.page.question.words.text()
    assert not session.play.messages
    click(desk.page.question.no)
    assert board.all.text() == "Send 1 due"
    board.all.setFocus()
    click(board.all)
    assert [each.inject for each in session.play.messages] == ["cold_spring"]
    assert board.table.hasFocus()


def test_the_first_press_on_a_button_of_another_inject_counts(
    qtbot: QtBot, hand: WatchedHand
) -> None:
    """What it is about is said anew, and nothing else of it has to be painted for that."""
    pressed: list[bool] = []
    button = QPushButton("Hold…")
    qtbot.addWidget(button)
    steady(button)
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    hand.rests()
    name_anew(button, "Hold…: A wreck on the bank")
    hand.clicks(button)
    assert len(pressed) == 1
    assert not button.isDown()
