from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.rules.dice import fingerprint_of, seed_from_number
from idlib_wargame.rules.pack.free_orders import NO_FREE_ORDERS, FreeOrders
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.setup.plan import Plan, short_fingerprint
from idlib_wargame.windows.parts.papers_form import PapersForm
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.setup.names_field import NAME_FORMAT
from idlib_wargame.windows.setup.seat_card import SeatCard
from tests.conftest import HARBOUR
from tests.windows.asking import asked


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> SetupAssistant:
    """The assistant with the harbour pack, on screen."""
    window = SetupAssistant([HARBOUR], tmp_path, TypesetPapers())
    qtbot.addWidget(window)
    with qtbot.wait_exposed(window):
        window.show()
    return window


def the_plan(assistant: SetupAssistant) -> Plan:
    """What would begin now."""
    assert assistant.plan is not None
    return assistant.plan


def card_of(assistant: SetupAssistant, seat: str) -> SeatCard:
    """The card of a seat."""
    return next(card for card in assistant.seats_page.cards if card.seat.id == seat)


def shown_text(assistant: SetupAssistant) -> str:
    """All words on the open page."""
    labels = assistant.pages[assistant.place].findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def press_enter(assistant: SetupAssistant) -> None:
    """Enter, wherever the keyboard is."""
    QTest.keyClick(assistant.focusWidget() or assistant, Qt.Key.Key_Return)


def drop_name(card: SeatCard, name: str) -> QDropEvent:
    """Lets a name go over a card."""
    content = QMimeData()
    content.setData(NAME_FORMAT, name.encode())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, content, buttons, keys)
    card.dropEvent(event)
    return event


def broken_pack(folder: Path) -> Path:
    """A copy of the harbour pack with a mistake in it."""
    pack = folder / "broken"
    shutil.copytree(HARBOUR, pack)
    (pack / "outcomes.yaml").write_text("outcomes: 7\n")
    return pack


def test_enter_four_times_begins(assistant: SetupAssistant, qtbot: QtBot, tmp_path: Path) -> None:
    """The answers filled in make an exercise, so that Enter on each page begins it."""
    for question in ("Which conflict", "What is it called", "Who sits where"):
        assert question in assistant.question.text()
        press_enter(assistant)
    assert assistant.onward.text() == "Begin the exercise"
    with qtbot.wait_signal(assistant.begun) as begun:
        press_enter(assistant)
    [plan] = begun.args
    assert plan.exercise == "The Grey Bank"
    assert plan.path == tmp_path / "The Grey Bank, Group A.wargame"
    assert list(tmp_path.iterdir()) == []


def test_enter_on_the_picked_pack_goes_on(assistant: SetupAssistant) -> None:
    """Whoever went to the card by keyboard gets past it by Enter all the same."""
    assistant.pack_page.cards[0].setFocus()
    press_enter(assistant)
    assert assistant.place == 1


def test_the_pack_card_says_what_it_is_about(assistant: SetupAssistant) -> None:
    """Who chooses a pack reads its title, what it is about, how many sit in it and how long."""
    text = shown_text(assistant)
    assert "The Grey Bank" in text
    assert "3 seats · 4 turns of 14 days · about 2 h 30 min · also in 6 turns" in text
    assert "Three coastal states fish the same bank." in text


def test_going_back_keeps_the_answers(assistant: SetupAssistant) -> None:
    """Back and forth between the pages, nothing typed is lost."""
    assistant.go_on()
    assistant.exercise_page.exercise.setText("Staff course")
    assistant.exercise_page.exercise.textEdited.emit("Staff course")
    assistant.go_on()
    assistant.go_back()
    assert assistant.exercise_page.exercise.text() == "Staff course"
    assert the_plan(assistant).exercise == "Staff course"


def test_the_steps_say_what_was_answered(assistant: SetupAssistant) -> None:
    """The list of steps names the answers, and goes back to a page that is done."""
    assistant.go_on()
    assistant.go_on()
    names = [step.accessibleName() for step in assistant.rail.steps]
    assert names[0] == "1. Pack, done. The Grey Bank"
    assert names[1] == "2. Exercise, done. Group A · 4 turns · semi-rigid"
    assert names[2] == "3. Seats, this page. 3 by people"
    assistant.rail.steps[0].click()
    assert assistant.question.text() == "Which conflict is it about?"


def test_the_file_follows_the_name(assistant: SetupAssistant) -> None:
    """Typing another name gives the file that name too."""
    assistant.go_on()
    assistant.exercise_page.exercise.clear()
    QTest.keyClicks(assistant.exercise_page.exercise, "Harbour day")
    path = the_plan(assistant).path
    assert path is not None
    assert path.name == "Harbour day, Group A.wargame"
    assert assistant.exercise_page.file.place.whole == str(path)


def test_a_folder_that_is_synced_is_told_where_it_can_be_changed(
    assistant: SetupAssistant, tmp_path: Path
) -> None:
    """With what two laptops would do; another folder takes the sentence away."""
    assistant.go_on()
    file = assistant.exercise_page.file
    assert not file.synced.isVisible()
    synced = tmp_path / "OneDrive - Staff College"
    synced.mkdir()
    file.change.click()
    asked(file).fileSelected.emit(str(synced / "Course.wargame"))
    assert file.synced.isVisible()
    assert file.synced.text().startswith("OneDrive copies this folder to other computers:")
    asked(file).fileSelected.emit(str(tmp_path / "Course.wargame"))
    assert not file.synced.isVisible()


def test_an_exercise_wants_a_name(assistant: SetupAssistant) -> None:
    """Without a name the assistant stays and says what is missing."""
    assistant.go_on()
    assistant.exercise_page.exercise.clear()
    assistant.go_on()
    assert assistant.place == 1
    assert assistant.banner.words.text() == "Give the exercise a name."


def test_turns_are_those_the_pack_offers(assistant: SetupAssistant) -> None:
    """Another length changes the days that are covered; its phases fit into three hours."""
    assistant.go_on()
    four, six = assistant.exercise_page.turns.buttons()
    assert (four.text(), six.text()) == ("4 turns of 14 days", "6 turns of 14 days")
    six.click()
    assert the_plan(assistant).turns == 6
    assert assistant.exercise_page.length.text() == "3 Mar to 25 May 2031 · about 3 h"


def test_the_method_and_the_odds_are_picked(assistant: SetupAssistant) -> None:
    """What is picked on the page is what the session is created with."""
    assistant.go_on()
    assistant.exercise_page.method.buttons["rigid"].click()
    assistant.exercise_page.numbers.buttons()[1].click()
    assistant.exercise_page.read_marks.click()
    setup = the_plan(assistant).to_setup()
    assert (setup.method, setup.numbers, setup.read_marks) == ("rigid", False, True)


def test_dice_from_a_number_show_its_fingerprint(assistant: SetupAssistant) -> None:
    """A typed number gives the dice and the fingerprint that it gives everywhere."""
    assistant.go_on()
    dice = assistant.exercise_page.dice
    dice.choice.buttons()[1].click()
    assert dice.problem()
    QTest.keyClicks(dice.number, "2020")
    seed = seed_from_number(2020)
    assert the_plan(assistant).seed == seed
    assert dice.fingerprint.text() == short_fingerprint(fingerprint_of(seed))
    dice.choice.buttons()[0].click()
    assert the_plan(assistant).seed != seed
    assert dice.problem() == ""


def test_only_digits_make_a_number(assistant: SetupAssistant) -> None:
    """Letters do not get into the field for the dice."""
    assistant.go_on()
    dice = assistant.exercise_page.dice
    dice.choice.buttons()[1].click()
    QTest.keyClicks(dice.number, "2x0-20")
    assert dice.number.text() == "2020"


def test_names_are_typed_several_to_a_seat(assistant: SetupAssistant) -> None:
    """Enter takes names, however a list has them; Enter with nothing typed goes on."""
    assistant.go_on()
    assistant.go_on()
    card = card_of(assistant, "astra")
    QTest.keyClicks(card.names.edit, "A. Petrova, M. Sokolov")
    QTest.keyClick(card.names.edit, Qt.Key.Key_Return)
    QTest.keyClicks(card.names.edit, "Lind, Ana;")
    assert card.names.names() == ("A. Petrova", "M. Sokolov", "Lind, Ana")
    assert the_plan(assistant).to_setup().of("astra").people == card.names.names()
    assert assistant.place == 2
    QTest.keyClick(card.names.edit, Qt.Key.Key_Return)
    assert assistant.place == 3


def test_the_next_name_lands_where_the_first_was_typed(assistant: SetupAssistant) -> None:
    """No field moves away as a first name comes to stand by it."""
    assistant.go_on()
    assistant.go_on()
    cards = assistant.seats_page.cards
    QApplication.processEvents()
    before = [card.names.edit.mapTo(assistant, QPoint()) for card in cards]
    QTest.keyClicks(cards[0].names.edit, "Anna, Ben")
    QTest.keyClick(cards[0].names.edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert cards[0].names.names() == ("Anna", "Ben")
    assert [card.names.edit.mapTo(assistant, QPoint()) for card in cards] == before


def test_a_name_half_typed_counts(assistant: SetupAssistant) -> None:
    """Going on straight from the field loses no name."""
    assistant.go_on()
    assistant.go_on()
    card = card_of(assistant, "borea")
    card.names.edit.setFocus()
    QTest.keyClicks(card.names.edit, "K. Berg")
    assistant.onward.setFocus()
    assert the_plan(assistant).to_setup().of("borea").people == ("K. Berg",)


def test_a_name_moves_to_another_seat(assistant: SetupAssistant) -> None:
    """A name dropped on a seat sits there; the same name twice is refused."""
    assistant.go_on()
    assistant.go_on()
    card = card_of(assistant, "borea")
    assert drop_name(card, "K. Berg").isAccepted()
    assert card.names.names() == ("K. Berg",)
    assert not drop_name(card, "K. Berg").isAccepted()


def test_a_name_can_be_taken_out(assistant: SetupAssistant) -> None:
    """The cross on a chip takes that name out and leaves the others."""
    assistant.go_on()
    assistant.go_on()
    card = card_of(assistant, "astra")
    card.names.add(["A", "B"])
    card.names.chips[0].removed.emit()
    assert the_plan(assistant).to_setup().of("astra").people == ("B",)


def test_a_habit_can_play_any_seat(assistant: SetupAssistant) -> None:
    """All seats by habit is a demonstration; a person who sits down takes one over."""
    assistant.go_on()
    assistant.go_on()
    assistant.seats_page.habits.click()
    setup = the_plan(assistant).to_setup()
    assert {setup.of(seat).habit for seat in ("astra", "borea", "caldis")} == {"cautious"}
    assert assistant.rail.steps[2].toolTip() == "3 by habit"
    card = card_of(assistant, "astra")
    assert not card.names.edit.isVisible()
    drop_name(card, "A. Petrova")
    assert the_plan(assistant).to_setup().of("astra") == Seating("astra", ("A. Petrova",), "person")


def test_the_last_page_says_what_will_happen(assistant: SetupAssistant) -> None:
    """Before anything is made, the facilitator reads where it will be saved and who plays."""
    for _ in range(3):
        assistant.go_on()
    text = shown_text(assistant)
    assert "The Grey Bank, Group A.wargame" in text
    assert short_fingerprint(the_plan(assistant).fingerprint) in text
    assert "Turn 1 of 4 starts with talks, 10 minutes." in text
    assert "People, no names yet" in text


def form_of(assistant: SetupAssistant) -> PapersForm:
    """Where the last page offers read-aheads."""
    assert assistant.begin_page.papers is not None
    return assistant.begin_page.papers


def test_read_aheads_are_written_for_every_seat(
    assistant: SetupAssistant, qtbot: QtBot, tmp_path: Path
) -> None:
    """Each seat's sheet and its moves become files of their own, and the page says where."""
    for _ in range(3):
        assistant.go_on()
    folder = tmp_path / "briefs"
    form = form_of(assistant)
    form.save_to(folder)
    qtbot.waitUntil(lambda: not form.is_writing)
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf"))
    assert files == [
        f"{seat}/{seat}, {what}, The Grey Bank, Group A.pdf"
        for seat in ("Astra", "Borea", "Caldis")
        for what in ("moves", "read-ahead")
    ]
    assert all((folder / name).read_bytes().startswith(b"%PDF") for name in files)
    assert form.told.text() == f"6 files written to {folder}."


def test_nothing_begins_while_read_aheads_are_being_written(
    assistant: SetupAssistant, qtbot: QtBot, tmp_path: Path
) -> None:
    """One Enter too early would leave half of the seats without theirs."""
    for _ in range(3):
        assistant.go_on()
    form = form_of(assistant)
    form.save_to(tmp_path / "briefs")
    with qtbot.assert_not_emitted(assistant.begun):
        assistant.go_on()
    assert "still being written" in assistant.banner.words.text()
    qtbot.waitUntil(lambda: not form.is_writing)
    with qtbot.wait_signal(assistant.begun):
        assistant.go_on()


def test_a_folder_that_cannot_be_written_is_said(
    assistant: SetupAssistant, qtbot: QtBot, tmp_path: Path
) -> None:
    """Read-aheads that cannot be written say so and what to do."""
    for _ in range(3):
        assistant.go_on()
    (tmp_path / "file").touch()
    form = form_of(assistant)
    form.save_to(tmp_path / "file" / "briefs")
    qtbot.waitUntil(lambda: not form.is_writing)
    assert "Choose another folder." in form.told.text()


def test_a_pack_with_problems_lists_them_all(assistant: SetupAssistant, tmp_path: Path) -> None:
    """A pack that cannot be played is told about line by line; the one picked stays picked."""
    assistant.open_pack(broken_pack(tmp_path))
    panel = assistant.pack_page.problems
    assert panel.isVisible()
    assert "broken" in panel.heading.text()
    assert "outcomes.yaml" in panel.list.toPlainText()
    assert the_plan(assistant).exercise == "The Grey Bank"


def test_a_mended_pack_takes_its_place(assistant: SetupAssistant, tmp_path: Path) -> None:
    """Opened again after mending, the pack is offered once, and picked."""
    pack = broken_pack(tmp_path)
    assistant.open_pack(pack)
    shutil.copy(HARBOUR / "outcomes.yaml", pack / "outcomes.yaml")
    assistant.open_pack(pack)
    assistant.open_pack(pack)
    assert not assistant.pack_page.problems.isVisible()
    assert [card.path for card in assistant.pack_page.cards] == [HARBOUR, pack]
    assert assistant.pack_page.cards[1].isChecked()


def test_without_any_pack_it_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    """A copy of the program without packs asks for one and goes no further."""
    window = SetupAssistant([], tmp_path)
    qtbot.addWidget(window)
    window.show()
    window.go_on()
    assert window.place == 0
    assert window.banner.words.text() == "Open a pack to go on."
    assert "No packs came with this copy" in shown_text(window)


def test_cancel_changes_nothing(assistant: SetupAssistant, tmp_path: Path) -> None:
    """Leaving from the first page closes the assistant and writes no file."""
    assert assistant.back.text() == "Cancel"
    assistant.back.click()
    assert not assistant.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_a_day_of_three_hours_is_proposed(assistant: SetupAssistant, qtbot: QtBot) -> None:
    """Filled in on the page of the exercise; a break and a line on handling are written beside it,
    an hour that is none is asked for again, and the last page says when all is over."""
    assistant.go_on()
    day, page = assistant.exercise_page.day, assistant.exercise_page
    plan = the_plan(assistant)
    assert (plan.day.practice, plan.day.hot_wash) == (10, 20)
    assert day.form.hour.text() == plan.day.ends_at
    assert "with 4 turns of 30 min." in day.told.text()
    day.form.add.click()
    assert day.form.breaks[0].planned()[1:] == (10, "")
    day.form.breaks[0].drop.click()
    day.form.add_lunch.click()
    day.form.breaks[0].turn.show_number(1)
    QTest.keyClick(day.form.breaks[0].turn, Qt.Key.Key_Up)
    QTest.keyClicks(day.handling, "Chatham House rule")
    assert "its phases are shortened to 26." in day.told.text()
    day.form.hour.selectAll()
    QTest.keyClicks(day.form.hour, "25")
    assistant.go_on()
    assert assistant.stack.currentWidget() is page
    assert "“25” is no hour" in assistant.banner.words.text()
    day.form.hour.clear()
    QTest.keyClicks(day.form.hour, plan.day.ends_at.replace(":", ""))
    assistant.go_on()
    assistant.go_on()
    assert "the day ends about" in shown_text(assistant)
    setup = the_plan(assistant).to_setup()
    assert setup.handling == "Chatham House rule"
    assert [tuple(each) for each in setup.day.breaks] == [(2, 45, "Lunch")]
    assert sum(setup.day.minutes.values()) == 26


def test_seats_may_be_let_write_orders_of_their_own(assistant: SetupAssistant) -> None:
    """How many a turn, then which seats; with none ticked nobody may."""
    assistant.go_on()
    card = assistant.exercise_page.free
    assert card.whom.isHidden()
    card.most.buttons()[1].click()
    assert the_plan(assistant).free_orders == FreeOrders(1)
    assert not card.whom.isHidden()
    card.seats["borea"].click()
    assert the_plan(assistant).free_orders == FreeOrders(1, ("astra", "caldis"))
    card.seats["astra"].click()
    card.seats["caldis"].click()
    assert the_plan(assistant).free_orders == NO_FREE_ORDERS
    assert card.whom.isHidden()


def test_a_shipped_pack_that_is_opened_by_its_folder_stands_there_once(
    assistant: SetupAssistant,
) -> None:
    """In its place, and picked, however its folder is written."""
    page = assistant.pack_page
    before = [card.path for card in page.cards]
    relative = Path(os.path.relpath(before[-1]))
    assistant.open_pack(relative)
    assert [card.path for card in page.cards] == [*before[:-1], relative]
    assert page.cards[-1].isChecked()
