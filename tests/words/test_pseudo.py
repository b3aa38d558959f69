"""The search for text that no translator could reach, tried on small windows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QGraphicsScene,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTabWidget,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from idlib_wargame.rules.pack.tracks import Level
from idlib_wargame.words.language import _, fill, phrase
from idlib_wargame.words.languages import use_language
from tests.rules.small import track
from tests.words.pseudo import cut_off, faults, glued_texts, outside, texts_of, unmarked_texts

LEADING = Qt.AlignmentFlag.AlignLeft
OTHERS = {"Astra", "Calm on the bank", "C02"}
Put = Callable[[QWidget], None]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window in the accented language, with nothing in it."""
    use_language("xa")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    return window


def put(window: QWidget, widget: QWidget, size: QSize | None = None) -> None:
    """Set a widget into a window, as large as it wants to be or as it is told, and show both."""
    widget.setParent(window)
    widget.move(10, 10)
    widget.resize(size or widget.sizeHint())
    widget.show()
    window.show()


def _label(window: QWidget, text: str) -> None:
    put(window, QLabel(text))


def _tooltip(window: QWidget, text: str) -> None:
    window.setToolTip(text)


def _action(window: QWidget, text: str) -> None:
    window.addAction(QAction(text, window))


def _placeholder(window: QWidget, text: str) -> None:
    field = QLineEdit("typed by somebody")
    field.setPlaceholderText(text)
    put(window, field)


def _items(window: QWidget, text: str) -> None:
    view = QListView()
    view.setModel(QStringListModel([text], view))
    put(window, view)


def _header(window: QWidget, text: str) -> None:
    table = QTableWidget(1, 1)
    table.setHorizontalHeaderLabels([text])
    table.verticalHeader().hide()
    put(window, table)


def _tab(window: QWidget, text: str) -> None:
    tabs = QTabWidget()
    tabs.addTab(QWidget(), text)
    put(window, tabs)


def _choice(window: QWidget, text: str) -> None:
    choice = QComboBox()
    choice.addItem(text)
    put(window, choice)


def _page(window: QWidget, text: str) -> None:
    page = QPlainTextEdit(text)
    page.setReadOnly(True)
    put(window, page)


def _drawing(window: QWidget, text: str) -> None:
    scene = QGraphicsScene(window)
    scene.addText(text)
    put(window, QGraphicsView(scene))


PLACES = (
    *(_label, _tooltip, _action, _placeholder, _items, _header, _tab, _choice, _page, _drawing),
    QWidget.setWindowTitle,
    QWidget.setAccessibleName,
)


@pytest.mark.parametrize("place", PLACES)
def test_text_that_was_never_marked_is_found_wherever_it_stands(
    window: QWidget, place: Callable[[QWidget, str], None]
) -> None:
    """Labels, tips, menus, items, headers, tabs, pages, drawings, titles and what is spoken."""
    place(window, "Seal the orders")
    window.show()
    assert {each.text for each in unmarked_texts(window, OTHERS, "xa")} == {"Seal the orders"}


@pytest.mark.parametrize("place", PLACES)
def test_marked_text_is_left_alone_wherever_it_stands(
    window: QWidget, place: Callable[[QWidget, str], None]
) -> None:
    """So are a pack's words in it, and keys."""
    place(window, fill(_("{seat} seals {move} (Ctrl+Enter)"), seat="Astra", move="C02"))
    window.show()
    assert list(unmarked_texts(window, OTHERS, "xa")) == []
    assert list(glued_texts(window)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (lambda: _("Seal the orders"), []),
        (lambda: _("&Seal"), []),
        (lambda: "Astra", []),
        (lambda: "Astra · C02", []),
        (lambda: "4 of 10", ["unmarked"]),
        (lambda: "Astronomy", ["unmarked"]),
        (lambda: fill(_("{seat} is late"), seat="late"), ["unmarked"]),
        (lambda: f"{_('Orders')}: Astra", ["glued"]),
        (lambda: f"Astra {_('seals')}", ["glued"]),
        (lambda: f"{_('One')} · {_('Two')}", ["glued"]),
        (lambda: f"{_('One')}: open", ["unmarked", "glued"]),
        (lambda: f"{_('One')}\n· {_('Two')}", []),
        (lambda: f"<b>{_('One')}</b>", []),
        (lambda: _("<b>{seat}</b> seals").format(seat="Astra"), []),
    ],
)
def test_what_is_ours_is_told_from_what_is_not(
    window: QWidget, text: Callable[[], str], found: list[str]
) -> None:
    """Words outside a sentence's brackets are glued to it; plain ones were never marked."""
    put(window, QLabel(text()))
    assert [each.fault for each in faults(window, OTHERS)] == found


def test_the_mirrored_language_is_searched_too(window: QWidget) -> None:
    """Letters that read from the right are ours; an Arabic name is isolated and is not."""
    use_language("xr")
    put(window, QLabel(fill(_("{seat} seals {count} orders."), seat="Astra", count=2)))
    assert faults(window, OTHERS, "xr") == []
    put(window, QLabel("Seal"))
    assert [each.fault for each in faults(window, OTHERS, "xr")] == ["unmarked", "wrong side"]


@pytest.mark.parametrize(
    ("text", "side", "found"),
    [
        (lambda: "Astra", LEADING, ["wrong side"]),
        (lambda: "Astra", LEADING | Qt.AlignmentFlag.AlignAbsolute, []),
        (lambda: "Astra", Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute, []),
        (lambda: "Astra", Qt.AlignmentFlag.AlignCenter, []),
        (lambda: _("Orders"), LEADING, []),
        (lambda: phrase("Astra · C02"), LEADING, ["wrong side"]),
        (lambda: "Calm on the bank.", LEADING, []),
    ],
)
def test_a_name_that_stands_away_from_what_it_belongs_to_is_found(
    window: QWidget, text: Callable[[], str], side: Qt.AlignmentFlag, found: list[str]
) -> None:
    """On a screen read from the right; a paragraph of a pack begins where its script does."""
    use_language("xr")
    label = QLabel(text())
    label.setAlignment(side)
    put(window, label)
    assert [each.fault for each in faults(window, {*OTHERS, "Calm on the bank."}, "xr")] == found


def test_a_brief_is_known_as_it_is_shown(window: QWidget) -> None:
    """What a pack says in Markdown, with words filled in, is not ours without its marks."""
    page = QTextBrowser()
    brief = "# The bank\n\nTurn $turn of a **long** quarrel.\n\n- Who you are\n"
    page.setMarkdown(brief.replace("$turn", "3"))
    put(window, page)
    assert [each.fault for each in faults(window, OTHERS)] == ["unmarked"]
    assert faults(window, {brief}) == []


def test_what_is_hidden_or_typed_is_not_searched(window: QWidget) -> None:
    """Only what can be seen now, and only what the program says."""
    hidden = QLabel("Seal the orders")
    put(window, hidden)
    hidden.hide()
    put(window, QLineEdit("Some words"))
    put(window, QPlainTextEdit("Some words"))
    assert faults(window, OTHERS) == []


@pytest.mark.parametrize(
    ("widget", "size", "cut"),
    [
        (lambda: QLabel(_("Seal the orders of this turn")), None, False),
        (lambda: QLabel(_("Seal the orders of this turn")), QSize(40, 20), True),
        (lambda: QLabel(_("<b>Seal the orders</b>")), None, False),
        (lambda: QLabel(_("<b>Seal the orders</b>")), QSize(40, 20), True),
        (lambda: _wrapping(), QSize(120, 200), False),
        (lambda: _wrapping(), QSize(120, 20), True),
        (lambda: _wrapping(), QSize(20, 300), True),
        (lambda: _tipped("‹Šéé…", "‹Šééáł›"), QSize(20, 20), False),
        (lambda: _tipped("‹Šéé…", ""), QSize(10, 20), True),
        (lambda: QPushButton(_("Seal the orders")), None, False),
        (lambda: QPushButton(_("Seal the orders")), QSize(50, 30), True),
    ],
)
def test_text_that_is_cut_off_is_found(
    window: QWidget, widget: Callable[[], QWidget], size: QSize | None, cut: bool
) -> None:
    """A label or button too small for its text, unless it gives way and tells the rest."""
    put(window, widget(), size)
    assert [each.fault for each in cut_off(window)] == ["cut off"] * cut


def _wrapping() -> QLabel:
    label = QLabel(_("Seal the orders of this turn before the clock runs out"))
    label.setWordWrap(True)
    return label


def _tipped(text: str, tip: str) -> QLabel:
    label = QLabel(text)
    label.setToolTip(tip)
    return label


def test_what_stands_outside_its_window_is_found(window: QWidget) -> None:
    """Past the edge of the window, or of a panel in it."""
    past = QPushButton(_("Seal"))
    put(window, past)
    assert list(outside(window)) == []
    past.move(390, 10)
    assert [each.text for each in outside(window)] == [_("Seal")]
    panel, inside = QWidget(), QLabel(_("Orders"))
    put(window, panel, QSize(100, 100))
    put(panel, inside)
    past.move(10, 200)
    assert list(outside(window)) == []
    inside.move(90, 10)
    assert [each.text for each in outside(window)] == [_("Orders")]


def test_what_can_be_scrolled_to_is_not_outside(window: QWidget) -> None:
    """Where scrolling to the side is switched off, nothing may stand past that edge."""
    area, page = QScrollArea(), QWidget()
    put(window, area, QSize(200, 100))
    page.resize(600, 600)
    put(page, QLabel(_("Orders")))
    page.findChildren(QLabel)[0].move(500, 500)
    area.setWidget(page)
    page.show()
    assert list(outside(window)) == []
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert [each.text for each in outside(window)] == ["", _("Orders")]


def test_the_texts_of_a_pack_are_all_but_its_ids() -> None:
    """Whatever a row says, however deep it stands."""
    row = track("truce", levels=(Level(0, "openly void"),))
    assert {"openly void", row.name} <= texts_of((row,))
    assert "truce" not in texts_of(row)
