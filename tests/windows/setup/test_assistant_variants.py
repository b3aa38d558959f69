"""The assistant with a pack that has starting points, options and arrangements, and one without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.setup.choice_row import ChoiceRow
from idlib_wargame.windows.setup.seat_card import SeatCard
from tests.conftest import HARBOUR
from tests.exports.reading import Pdf, letters
from tests.windows.setup.conftest import FULL

Opener = Callable[[Path], SetupAssistant]
EXERCISE, SEATS, BEGIN = 1, 2, 3


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Opener]:
    """Opens the assistant with a pack, at the size of a small laptop's screen."""
    theme.apply(qapp)

    def open_with(pack: Path) -> SetupAssistant:
        window = SetupAssistant([pack], tmp_path, TypesetPapers())
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.wait_exposed(window):
            window.show()
        return window

    yield open_with
    theme.set_text_scale(100)


@pytest.fixture
def assistant(opened: Opener) -> SetupAssistant:
    """The assistant with the pack that has everything."""
    return opened(FULL)


def the_plan(assistant: SetupAssistant) -> Plan:
    """What would begin now."""
    assert assistant.plan is not None
    return assistant.plan


def go_to(assistant: SetupAssistant, page: int) -> None:
    """On to a page by the button."""
    while assistant.place < page:
        assistant.go_on()


def shown(assistant: SetupAssistant, kind: type[QLabel] | type[QAbstractButton]) -> list[str]:
    """The words on the open page's labels or buttons."""
    widgets = assistant.pages[assistant.place].findChildren(kind)
    return [widget.text() for widget in widgets if widget.isVisible()]


def button(assistant: SetupAssistant, words: str) -> QAbstractButton:
    """The button of the open page with these words."""
    buttons = assistant.pages[assistant.place].findChildren(QAbstractButton)
    return next(each for each in buttons if each.isVisible() and each.text() == words)


def pick(assistant: SetupAssistant, words: str) -> None:
    """Presses that button; cards that it brings are there a moment later."""
    button(assistant, words).click()
    QApplication.processEvents()


def cards(assistant: SetupAssistant) -> dict[str, SeatCard]:
    """The cards of the seats, by the names on them."""
    return {card.seat.name: card for card in assistant.seats_page.cards}


def test_enter_four_times_begins_as_the_pack_has_it(
    assistant: SetupAssistant, qtbot: QtBot
) -> None:
    """With everything left as it is, the exercise is the pack's own."""
    with qtbot.wait_signal(assistant.begun) as begun:
        for _ in assistant.pages:
            QTest.keyClick(assistant.focusWidget() or assistant, Qt.Key.Key_Return)
    [plan] = begun.args
    setup = plan.to_setup()
    assert (setup.turns, setup.start, setup.options) == (4, "", {"season": "ban"})
    assert setup.arrangement == "three"


def test_a_pack_without_variants_shows_no_rows_for_them(opened: Opener) -> None:
    """Nothing is asked that has one answer, and no heading stands over nothing."""
    assistant = opened(HARBOUR)
    go_to(assistant, EXERCISE)
    assert "Starting point" not in shown(assistant, QLabel)
    assert not assistant.exercise_page.begins.isVisible()
    go_to(assistant, SEATS)
    assert assistant.seats_page.arrangements is None
    assert "Every actor has a seat of its own." not in shown(assistant, QLabel)


def test_another_pack_brings_its_own_rows(assistant: SetupAssistant) -> None:
    """Going back for a pack without starting points takes the rows of the first one away."""
    go_to(assistant, SEATS)
    assistant.go_to(0)
    assistant.open_pack(HARBOUR)
    go_to(assistant, EXERCISE)
    assert not assistant.exercise_page.begins.isVisible()
    go_to(assistant, BEGIN)
    assert the_plan(assistant).to_setup().arrangement == ""


def test_starting_points_are_offered_with_the_packs_own_first(assistant: SetupAssistant) -> None:
    """Each is a name with its line; the one picked is the one that is played."""
    go_to(assistant, EXERCISE)
    texts = shown(assistant, QAbstractButton)
    first = texts.index("As the pack begins")
    assert texts[first : first + 3] == [
        "As the pack begins",
        "After the first shots",
        "Late in the season",
    ]
    assert "The season begins with blood in the water." in shown(assistant, QLabel)
    pick(assistant, "After the first shots")
    assert the_plan(assistant).to_setup().start == "by_force"
    pick(assistant, "As the pack begins")
    assert the_plan(assistant).to_setup().start == ""


def test_options_are_settled_by_a_click(assistant: SetupAssistant) -> None:
    """A choice that the starting point overrules says so while it is looked at."""
    go_to(assistant, EXERCISE)
    pick(assistant, "The treaty's own date")
    assert the_plan(assistant).to_setup().options == {"season": "treaty"}
    note = "“End of the season” follows the starting point all the same."
    assert note not in shown(assistant, QLabel)
    pick(assistant, "After the first shots")
    assert note in shown(assistant, QLabel)


def test_lengths_say_how_long_a_turn_is(assistant: SetupAssistant) -> None:
    """Fewer turns may be longer ones, and the days covered follow; phases fit into three hours."""
    go_to(assistant, EXERCISE)
    pick(assistant, "2 turns of 28 days")
    assert the_plan(assistant).to_setup().turns == 2
    assert "3 Mar to 27 Apr 2031 · about 1 h 36 min" in shown(assistant, QLabel)
    pick(assistant, "6 turns of 14 days")
    assert "3 Mar to 25 May 2031 · about 3 h" in shown(assistant, QLabel)


def test_cards_follow_the_arrangement(assistant: SetupAssistant) -> None:
    """The seats on the page are those that will be played."""
    go_to(assistant, SEATS)
    assert list(cards(assistant)) == ["Astra", "Borea", "Caldis", "Press"]
    pick(assistant, "Four seats")
    assert list(cards(assistant)) == ["Astra (palace)", "Astra (navy)", "Borea", "Caldis", "Press"]
    assert cards(assistant)["Caldis"].player.currentText() == "Facilitator"
    assert "1 order a turn · At sea" in shown(assistant, QLabel)
    assert assistant.rail.steps[SEATS].toolTip() == "3 by people · 1 by the facilitator"


def test_a_seat_goes_with_another(assistant: SetupAssistant) -> None:
    """The one says whom it goes with, the other what it plays too; names count for both."""
    go_to(assistant, SEATS)
    cards(assistant)["Borea"].names.add(["K. Berg"])
    pick(assistant, "Two seats")
    assert cards(assistant)["Caldis"].player.currentText() == "Whoever plays Borea"
    assert not cards(assistant)["Caldis"].names.edit.isVisible()
    assert "Plays Caldis too." in shown(assistant, QLabel)
    assert the_plan(assistant).to_setup().of("caldis").people == ("K. Berg",)


def test_a_name_of_its_own_takes_a_seat_back(assistant: SetupAssistant) -> None:
    """Whoever is dropped on a seat that went with another plays it."""
    go_to(assistant, SEATS)
    pick(assistant, "Two seats")
    cards(assistant)["Caldis"].names.add(["R. Haddad"])
    assert the_plan(assistant).to_setup().of("caldis") == Seating("caldis", ("R. Haddad",))
    assert "Plays Caldis too." not in shown(assistant, QLabel)


def test_names_survive_another_arrangement(assistant: SetupAssistant) -> None:
    """Trying an arrangement out and coming back loses nobody."""
    go_to(assistant, SEATS)
    cards(assistant)["Astra"].names.add(["A. Petrova"])
    pick(assistant, "Four seats")
    assert cards(assistant)["Astra (palace)"].names.names() == ("A. Petrova",)
    pick(assistant, "Three seats")
    assert cards(assistant)["Astra"].names.names() == ("A. Petrova",)


def test_tab_goes_through_a_page_in_reading_order(assistant: SetupAssistant) -> None:
    """Rows that were made for the pack stand where one reads them, not behind the buttons."""
    go_to(assistant, SEATS)
    pick(assistant, "Two seats")
    button(assistant, "Two seats").setFocus()
    went: list[QWidget | None] = []
    for _ in range(4):
        QTest.keyClick(assistant.focusWidget(), Qt.Key.Key_Tab)
        went.append(assistant.focusWidget())
    now = cards(assistant)
    assert went == [
        assistant.seats_page.habits,
        now["Astra"].player,
        now["Astra"].names.edit,
        now["Borea"].player,
    ]


def test_the_last_page_sums_it_all_up(assistant: SetupAssistant) -> None:
    """Before it begins, the facilitator reads everything that was settled."""
    go_to(assistant, EXERCISE)
    pick(assistant, "Late in the season")
    pick(assistant, "2 turns of 28 days")
    go_to(assistant, SEATS)
    pick(assistant, "Two seats")
    go_to(assistant, BEGIN)
    text = shown(assistant, QLabel)
    assert "The starting point is “Late in the season”." in text
    assert "“End of the season” is set to “The ban in April”." in text
    assert any(
        line.startswith("There are 2 turns of 28 days, from 3 Mar to 27 Apr") for line in text
    )
    assert "The seats are shared out as “Two seats”. Caldis sits with Borea." in text
    assert text[text.index("Caldis") + 1] == "With Borea"


def test_read_aheads_are_those_of_what_is_played(
    assistant: SetupAssistant, qtbot: QtBot, tmp_path: Path
) -> None:
    """Each part has one, with its people, the turns' length and the start's public word."""
    go_to(assistant, EXERCISE)
    pick(assistant, "After the first shots")
    pick(assistant, "2 turns of 28 days")
    go_to(assistant, SEATS)
    pick(assistant, "Four seats")
    cards(assistant)["Astra (navy)"].names.add(["M. Orlov"])
    go_to(assistant, BEGIN)
    form = assistant.begin_page.papers
    assert form is not None
    offered = [form.whose.itemData(place) for place in range(form.whose.count())]
    assert offered == ["", "astra_court", "astra_navy", "borea", "caldis"]
    form.whose.setCurrentIndex(2)
    form.handling.setText("For the table alone")
    form.save_to(tmp_path / "papers")
    qtbot.waitUntil(lambda: not form.is_writing)
    sheet = "Astra (navy), read-ahead, The Grey Bank, Group A.pdf"
    assert len(list((tmp_path / "papers").iterdir())) == 2
    text = Pdf((tmp_path / "papers" / sheet).read_bytes()).read
    for words in (
        "Astra (navy)",
        "For M. Orlov",
        "For the table alone",
        "2 turns of 28 days",
        "You may seal 1 order a turn, or none. They are from At sea.",
        "Two boats did not come home.",
    ):
        assert letters(words) in text


def test_a_long_answer_is_whole_on_hover(qtbot: QtBot) -> None:
    """Where even a line of its own is too short, an answer is cut with an ellipsis."""
    words = "A date that the parties reckoned, each by a calendar of its own"
    row = ChoiceRow("Date", [(0, words), (1, "None")])
    qtbot.addWidget(row)
    row.resize(200, 80)
    with qtbot.wait_exposed(row):
        row.show()
    long, short = row.buttons()
    assert row.rect().contains(long.geometry())
    assert long.text().endswith("…")
    assert long.toolTip() == words
    assert (short.text(), short.toolTip()) == ("None", "")
    row.resize(900, 80)
    QApplication.processEvents()
    assert (long.text(), long.toolTip()) == (words, "")


@pytest.mark.parametrize("size", [(1366, 768), (1000, 700)])
@pytest.mark.parametrize("scale", [100, 150])
def test_no_page_is_wider_than_its_window(
    opened: Opener, scale: int, size: tuple[int, int]
) -> None:
    """On a small screen and with large text a page may scroll down, never sideways."""
    theme.set_text_scale(scale)
    assistant = opened(FULL)
    assistant.resize(*size)
    for place, page in enumerate(assistant.pages):
        go_to(assistant, place)
        if place == SEATS:
            pick(assistant, "Four seats")
        QApplication.processEvents()
        assert page.horizontalScrollBar().maximum() == 0
