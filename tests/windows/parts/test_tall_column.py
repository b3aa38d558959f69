"""A column of cards of any length, of which only what is near to being seen is made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.tall_column import READING_WIDTH, TallColumn

MANY = 500


class Card(QFrame):
    """A title on a button that shows more."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.button = QPushButton(title)
        self.more = label(f"More of {title}. " * 40, wrap=True)
        self.more.hide()
        self.button.clicked.connect(self.more.show)
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(self.more)


class Cards(TallColumn):
    """Cards by their titles, as the facilitator's lists have them."""

    def __init__(self, head: QWidget | None = None, reads: bool = False) -> None:
        super().__init__(QMargins(8, 8, 8, 8), 4, head, reads=reads)
        self.count_made = 0

    def say(self, *titles: str) -> None:
        """Show these."""

        def make(place: int) -> Card:
            self.count_made += 1
            return Card(titles[place])

        self.show_cards(titles, make)
        QApplication.processEvents()

    def seen(self) -> list[Card]:
        """The cards in view, in part or whole, from the top."""
        room = self.viewport().rect()
        return [
            card
            for card in self.made
            if isinstance(card, Card)
            and room.intersects(card.rect().translated(card.mapTo(self.viewport(), room.topLeft())))
        ]

    def titles(self) -> list[str]:
        """What is read on them."""
        return [card.title for card in self.seen()]


@pytest.fixture
def cards(qtbot: QtBot, qapp: QApplication) -> Cards:
    """Five hundred, in a window of a few."""
    theme.apply(qapp)
    column = Cards()
    qtbot.addWidget(column)
    column.resize(300, 260)
    column.show()
    column.say(*(f"card {number}" for number in range(MANY)))
    return column


def scroll(column: TallColumn, place: int) -> None:
    """Bring the bar there."""
    column.verticalScrollBar().setValue(place)
    QApplication.processEvents()


def test_a_few_of_many_are_made(cards: Cards) -> None:
    """Those in view and near it; nothing overlaps, and nothing is left out."""
    seen = cards.titles()
    assert seen[:3] == ["card 0", "card 1", "card 2"]
    assert seen == [f"card {number}" for number in range(len(seen))]
    assert cards.count_made < 50
    gaps = [
        after.geometry().top() - before.geometry().bottom() - 1
        for before, after in zip(cards.seen(), cards.seen()[1:], strict=False)
    ]
    assert gaps == [4] * (len(seen) - 1)


def test_the_end_is_one_pull_away(cards: Cards) -> None:
    """The bar is as long as the whole list; the cards between are not made for it."""
    scroll(cards, cards.verticalScrollBar().maximum())
    scroll(cards, cards.verticalScrollBar().maximum())
    assert cards.titles()[-1] == f"card {MANY - 1}"
    last = cards.seen()[-1]
    assert last.mapTo(cards.viewport(), last.rect().bottomLeft()).y() < cards.viewport().height()
    assert cards.count_made < 100


def test_what_is_opened_pushes_the_rest_down_and_stays_open(cards: Cards) -> None:
    """Also when a new card comes on top of the list."""
    first = cards.seen()[0]
    high = first.height()
    first.button.click()
    QApplication.processEvents()
    assert first.height() > 2 * high
    assert first.more.isVisible()
    cards.say("a new one", *(f"card {number}" for number in range(MANY)))
    scroll(cards, 0)
    assert cards.titles()[0] == "a new one"
    assert first.more.isVisible()
    assert first.geometry().top() > cards.seen()[0].geometry().bottom()


def test_tab_goes_down_the_list(cards: Cards) -> None:
    """Past the window's edge too, where cards are made as they are reached, in order."""
    cards.activateWindow()
    cards.say("a new one", *(f"card {number}" for number in range(MANY)))
    cards.seen()[0].button.setFocus()
    reached = []
    for _ in range(12):
        on = QApplication.focusWidget()
        assert isinstance(on, QPushButton)
        reached.append(on.text())
        QTest.keyClick(on, Qt.Key.Key_Tab)
        QApplication.processEvents()
    assert reached == ["a new one", *(f"card {number}" for number in range(11))]


def test_two_alike_are_both_shown(cards: Cards) -> None:
    """The same words told twice are two cards; what is gone goes from the screen."""
    cards.say("fog", "fog", "wind")
    assert cards.titles() == ["fog", "fog", "wind"]
    cards.say("wind")
    assert cards.titles() == ["wind"]
    assert cards.verticalScrollBar().maximum() == 0


def test_the_head_is_always_there(qtbot: QtBot, qapp: QApplication) -> None:
    """Above the cards, and with none below it."""
    head = label("What follows", wrap=True)
    column = Cards(head)
    qtbot.addWidget(column)
    column.resize(300, 200)
    column.show()
    column.say()
    assert head.isVisible()
    column.say("one")
    assert head.geometry().bottom() < column.seen()[0].geometry().top()


def test_what_is_read_stays_put_when_something_comes_or_goes_above_it(qtbot: QtBot) -> None:
    """Where somebody reads further down; at the very top they read what comes."""
    column = Cards()
    qtbot.addWidget(column)
    column.resize(300, 240)
    column.show()
    titles = [f"Card {n}" for n in range(40)]
    column.say(*titles)
    column.say("New", *titles)
    assert column.titles()[0] == "New"
    column.verticalScrollBar().setValue(600)
    QApplication.processEvents()
    card = column.seen()[1]

    def place() -> int:
        return card.mapTo(column.viewport(), column.rect().topLeft()).y()

    stood = [place()]
    for changed in (["Newer", "New", *titles], [*titles[3:]], ["A", "B", "C", *titles[3:]]):
        column.say(*changed)
        stood.append(place())
    gone = column.seen()[0].title
    column.say(*[title for title in titles if title != gone])
    stood.append(place())
    assert stood == [stood[0]] * 5


def test_what_is_read_has_lines_of_a_good_width(qtbot: QtBot) -> None:
    """However wide the window is, from the side that is read from; the head is as wide as it."""
    head = label("Messages")
    cards = Cards(head, reads=True)
    qtbot.addWidget(cards)
    cards.resize(1340, 600)
    cards.show()
    qtbot.waitExposed(cards)
    cards.say("One")
    (card,) = cards.seen()
    assert (card.x(), card.width()) == (8, theme.scaled(READING_WIDTH))
    assert head.width() > card.width()
    cards.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cards.lay_out()
    assert card.geometry().right() == cards.viewport().width() - 8 - 1
    cards.resize(400, 600)
    QApplication.processEvents()
    assert card.width() == cards.viewport().width() - 16
