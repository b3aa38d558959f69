"""Looks through a window in one of the made-up languages for what a translator could not reach.

``faults(window, others)`` is for the tests of windows: text of ours that is not in the language,
text put together from pieces, text cut off, and widgets outside their window. ``others`` are texts
that are not ours: what the pack says (``texts_of(scenario)``) and what somebody typed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
    QGraphicsView,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from idlib_wargame.words.language import unmarked
from idlib_wargame.words.languages import ACCENTED, MIRRORED
from idlib_wargame.words.pseudo import CLOSING, END_OF_OVERRIDE, OPENING, OVERRIDE
from idlib_wargame.words.quoting import quotable

ELLIPSIS = "…"
SENTENCE_ENDS = (".", "!", "?", "…")
SLACK = 1  # pixels, as layouts round
MOST_ROWS = 500  # of a model

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MNEMONIC = re.compile(r"&(?=\w)\w")
_OVERRIDDEN = re.compile(f"{OVERRIDE}[^{END_OF_OVERRIDE}]*{END_OF_OVERRIDE}")
_WORD = re.compile(r"[A-Za-z]{2,}")
# Keys have the same names on every keyboard that we know; Qt writes them.
_KEYS = re.compile(
    r"\b(?:(?:Ctrl|Shift|Alt|Meta)\+)+\S+?(?=\W|$)"
    r"|\b(?:Ctrl|Shift|Alt|Enter|Return|Space|Esc|Tab|Del|Backspace|PgUp|PgDown|Home|End|F\d{1,2})\b"
    r"|(?<=\()(?:Left|Right)(?=\))"
)
# The head of a record, and then the seed's: two groups that are all digits may begin either.
_FINGERPRINT = re.compile(r"\b[0-9a-f]{4}(?: [0-9a-f]{4}){3}\b|\b[0-9A-F]{4} [0-9A-F]{4}\b")
Widget = TypeVar("Widget", bound=QWidget)
Said = Collection[tuple[str, str]]  # what ``texts_in`` found, each where it stands

# One isolate with at most those that stand in it; deeper ones leave nothing strong outside.
_ISOLATED = re.compile("[\u2066-\u2068].*\u2069", re.DOTALL)
_FILLED_IN = re.compile(r"\$(?:\w+|\{\w+\})")
_BULLET = re.compile(r"^\s*[·•-]\s+")


class Fault(NamedTuple):
    """What is wrong, where, and with which text.

    It is "unmarked", "glued", "cut off", "outside" or on the "wrong side".
    """

    fault: str
    where: str
    text: str


def faults(window: QWidget, others: Collection[str], language: str = ACCENTED) -> list[Fault]:
    """Everything that is wrong in a window that is shown."""
    said = list(texts_in(window))
    return [
        *unmarked_texts(window, others, language, said),
        *(glued_texts(window, said) if language == ACCENTED else ()),
        *(on_the_wrong_side(window, others) if language == MIRRORED else ()),
        *cut_off(window),
        *outside(window),
    ]


def unmarked_texts(
    window: QWidget, others: Collection[str], language: str, said: Said | None = None
) -> Iterator[Fault]:
    """Texts with a word that is neither in the made-up language nor one of the others."""
    strange = _pattern(frozenset(others))
    for where, text in texts_in(window) if said is None else said:
        if _WORD.search(_ours_left(text, strange, language)):
            yield Fault("unmarked", where, text)


def glued_texts(window: QWidget, said: Said | None = None) -> Iterator[Fault]:
    """Lines in which something stands beside a sentence in its brackets."""
    for where, text in texts_in(window) if said is None else said:
        if any(_is_glued(line) for line in _bare(text).splitlines()):
            yield Fault("glued", where, text)


def cut_off(window: QWidget) -> Iterator[Fault]:
    """Labels, buttons and tabs that are too small for their text.

    One that ends in an ellipsis and tells the whole on hover is meant to give way.
    """
    for label in _shown(window, QLabel):
        if label.text() and not _gives_way(label, label.text()):
            room, needed = label.contentsRect().size(), _size_of(label)
            if not _fits(needed, room):
                yield Fault("cut off", _name(label), label.text())
    for button in _shown(window, QAbstractButton):
        text = button.text()
        if text and not _gives_way(button, text) and _width_of(button) > _room_in(button):
            yield Fault("cut off", _name(button), text)
    for tabs in _shown(window, QTabBar):
        for number in range(tabs.count()):
            width = tabs.fontMetrics().horizontalAdvance(tabs.tabText(number))
            if tabs.isTabVisible(number) and width > tabs.tabRect(number).width() + SLACK:
                yield Fault("cut off", _name(tabs), tabs.tabText(number))


def outside(window: QWidget) -> Iterator[Fault]:
    """Widgets of which a part is cut away, other than by what can be scrolled."""
    for widget in _shown(window, QWidget):
        if widget is not window and not widget.size().isEmpty() and _is_clipped(widget, window):
            text = getattr(widget, "text", str)
            yield Fault("outside", _name(widget), str(text()))


def on_the_wrong_side(window: QWidget, others: Collection[str]) -> Iterator[Fault]:
    """Labels that begin at the left on a screen read from the right.

    A paragraph of a pack begins where its own script does; its names stand by what they belong to.
    """
    paragraphs = {unmarked(each).strip() for each in others if each.strip().endswith(SENTENCE_ENDS)}
    for label in _shown(window, QLabel):
        text = label.text()
        if _WORD.search(_bare(text)) and _begins_left(label) and _bare(text) not in paragraphs:
            yield Fault("wrong side", _name(label), text)


def _begins_left(label: QLabel) -> bool:
    """Whether a label does; one that is held at the left ends there on purpose."""
    side = label.alignment()
    if side & (Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignHCenter):
        return False
    return bool(side & Qt.AlignmentFlag.AlignRight) == _runs_from_the_right(label.text())


def _runs_from_the_right(text: str) -> bool:
    """As Qt judges it: by the first strong letter that stands in no isolate."""
    outside = _ISOLATED.sub("", text)
    strong = (unicodedata.bidirectional(letter) for letter in outside)
    return next((each in ("R", "AL") for each in strong if each in ("L", "R", "AL")), False)


def texts_of(value: object) -> set[str]:
    """Every text in a frozen value and all below it, other than ids: what a pack says."""
    if isinstance(value, str):
        return {value} if value.strip() else set()
    if is_dataclass(value):
        named = ((each.name, getattr(value, each.name)) for each in fields(value))
        return set().union(*(texts_of(each) for name, each in named if name != "id"))
    if isinstance(value, Mapping):
        return set().union(*map(texts_of, value.values()))
    if isinstance(value, tuple | list | set | frozenset):
        return set().union(*map(texts_of, value))
    return set()


def texts_in(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that can be seen in a window now, by the name of what shows it.

    Tooltips, menus and what a screen reader says are seen too. What is painted by hand is not.
    """
    yield "window title", window.windowTitle()
    for widget in _shown(window, QWidget):
        for what, text in (*_own(widget), *_of_all(widget)):
            if text.strip() and not _gives_way(widget, text):
                yield f"{_name(widget)} {what}", text
    for action in window.findChildren(QAction):
        if action.isVisible() and not action.isSeparator():
            yield "action", action.text()
            yield "action tip", action.toolTip()


def _of_all(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tooltip", widget.toolTip()
    yield "what's this", widget.whatsThis()
    yield "spoken name", widget.accessibleName()
    yield "spoken description", widget.accessibleDescription()


def _own(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QGroupBox():
            yield "title", widget.title()
        case QLineEdit():
            yield "placeholder", widget.placeholderText()
            # What stands in a field that can be written in was typed.
            if widget.isReadOnly() and not isinstance(widget.parent(), QAbstractSpinBox):
                yield "text", widget.text()
        case QTextEdit() | QPlainTextEdit():
            yield "placeholder", widget.placeholderText()
            if widget.isReadOnly():
                yield "text", widget.toPlainText()
        case QSpinBox():
            yield "prefix", widget.prefix()
            yield "suffix", widget.suffix()
            yield "special value", widget.specialValueText()
        case QProgressBar() if widget.isTextVisible():
            yield "text", widget.text()
        case QTabBar():
            for number in range(widget.count()):
                yield "tab", widget.tabText(number)
                yield "tab tooltip", widget.tabToolTip(number)
        case QComboBox():
            yield from (("item", widget.itemText(number)) for number in range(widget.count()))
        case QGraphicsView():
            yield from _painted(widget)
        case QAbstractItemView() if not isinstance(widget, QHeaderView):
            yield from _of_model(widget)


def _painted(view: QGraphicsView) -> Iterator[tuple[str, str]]:
    for item in view.scene().items() if view.scene() else ():
        if item.isVisible() and isinstance(item, QGraphicsTextItem):
            yield "drawn", item.toPlainText()
        elif item.isVisible() and isinstance(item, QGraphicsSimpleTextItem):
            yield "drawn", item.text()


def _of_model(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    if model is None:
        return
    for index in _indexes(model, view.rootIndex()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            value = index.data(role)
            if isinstance(value, str):
                yield "item", value
    for header in _headers(view):
        for section in range(header.count()):
            value = model.headerData(section, header.orientation())
            if isinstance(value, str) and not header.isSectionHidden(section):
                yield "header", value


def _headers(view: QAbstractItemView) -> list[QHeaderView]:
    if isinstance(view, QTableView):
        every = [view.horizontalHeader(), view.verticalHeader()]
    else:
        every = [view.header()] if isinstance(view, QTreeView) else []
    return [header for header in every if not header.isHidden()]


def _indexes(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    # Qt keeps this one from others, since a list has only one.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield index
            if column == 0:
                yield from _indexes(model, index)


def _shown(window: QWidget, kind: type[Widget]) -> list[Widget]:
    """The window, if it is of that kind, and all that is shown in it."""
    every = [window] if isinstance(window, kind) else []
    return [
        each
        for each in (*every, *window.findChildren(kind))
        if each.isVisibleTo(window) and each.window() is window.window() and not _is_of_qt(each)
    ]


def _is_of_qt(widget: QWidget) -> bool:
    """Whether Qt made it for its own use, such as the arrows of a row of tabs."""
    if isinstance(widget, QTabBar):
        return False
    return widget.objectName().startswith("qt_") or isinstance(widget.parent(), QTabBar)


def _name(widget: QWidget) -> str:
    kind = type(widget).__name__
    return f"{kind} {widget.objectName()}" if widget.objectName() else kind


@lru_cache(maxsize=10_000)
def _bare(text: str) -> str:
    """A text without isolates, and without markup where it has any."""
    bare = unmarked(text)
    return html.unescape(_TAG.sub("", bare)) if _TAG.search(bare) else bare


@lru_cache(maxsize=10_000)
def _ours_left(text: str, strange: re.Pattern[str] | None, language: str) -> str:
    left = strange.sub("", _bare(text)) if strange else _bare(text)
    left = _KEYS.sub("", _FINGERPRINT.sub("", left))
    if language == MIRRORED:
        left = _OVERRIDDEN.sub("", left)
    return _MNEMONIC.sub("", left)


@lru_cache(maxsize=8)
def _pattern(others: frozenset[str]) -> re.Pattern[str] | None:
    """The other texts as whole words, the longest first, as they stand without isolates."""
    every = {unmarked(part).strip() for each in others for part in _ways(each)}
    texts = sorted(every - {""}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, texts))})(?!\w)") if texts else None


def _ways(text: str) -> Iterator[str]:
    """A text as it is, as it is quoted, and as it is shown."""
    yield from (text, quotable(text), *_as_shown(text))


def _as_shown(text: str) -> Iterator[str]:
    """The lines of a text in Markdown, in pieces between the words that are filled in."""
    document = QTextDocument()
    document.setMarkdown(text)
    for line in document.toPlainText().splitlines():
        yield from _FILLED_IN.split(line)


def _is_glued(line: str) -> bool:
    depth, beside, sentences = 0, "", 0
    for letter in _BULLET.sub("", line):
        sentences += letter == OPENING and depth == 0
        depth -= letter == CLOSING
        if depth == 0 and letter != CLOSING and letter != OPENING:
            beside += letter
        depth += letter == OPENING
    return sentences > 0 and bool(beside.strip())


def _gives_way(widget: QWidget, text: str) -> bool:
    return ELLIPSIS in text and bool(widget.toolTip()) and text != widget.toolTip()


def _fits(needed: QSize, room: QSize) -> bool:
    wide = needed.width() <= room.width() + SLACK
    return wide and needed.height() <= room.height() + SLACK


def _size_of(label: QLabel) -> QSize:
    """How much room a label's text takes, in the width that the label has if it wraps."""
    text, width = label.text(), label.contentsRect().width()
    form = label.textFormat()
    plain = form == Qt.TextFormat.PlainText or (
        form == Qt.TextFormat.AutoText and not _TAG.search(text)
    )
    if plain:
        flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextShowMnemonic
        around = QRect(0, 0, width if label.wordWrap() else 100_000, 100_000)
        return label.fontMetrics().boundingRect(around, flags, text).size()
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if form == Qt.TextFormat.MarkdownText:
        document.setMarkdown(text)
    else:
        document.setHtml(text)
    document.setTextWidth(width if label.wordWrap() else -1)
    return QSize(round(document.idealWidth()), round(document.size().height()))


def _width_of(button: QAbstractButton) -> int:
    text = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    return text + (0 if button.icon().isNull() else button.iconSize().width())


def _room_in(button: QAbstractButton) -> int:
    if not isinstance(button, QPushButton):
        return button.width() + SLACK
    option = QStyleOptionButton()
    option.initFrom(button)
    part = QStyle.SubElement.SE_PushButtonContents
    return button.style().subElementRect(part, option, button).width() + SLACK


def _is_clipped(widget: QWidget, window: QWidget) -> bool:
    """Whether something above it in the window cuts away a part that nothing can scroll to."""
    says_something = isinstance(widget, QLabel | QAbstractButton)
    above = widget.parentWidget()
    while above is not None:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            return area.horizontalScrollBarPolicy() == never and not _within(widget, above, False)
        if (says_something or above is window) and not _within(widget, above):
            return True
        if above is window:
            return False
        above = area
    return False


def _within(widget: QWidget, above: QWidget, down_too: bool = True) -> bool:
    place = widget.mapTo(above, QPoint(0, 0))
    right, bottom = place.x() + widget.width(), place.y() + widget.height()
    wide = place.x() >= -SLACK and right <= above.width() + SLACK
    return wide and (not down_too or (place.y() >= -SLACK and bottom <= above.height() + SLACK))
