"""Labels, as every window makes them: plain text, styled by role."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLayout, QSizePolicy, QWidget

from idlib_wargame.words.language import begins_isolated, is_right_to_left

MOST_ROUNDS = 4  # until what was put into a sheet has the room that it needs
_HEADINGS = ("title", "heading", "eyebrow")


class WrappedLabel(QLabel):
    """A label that takes the width it is given and the height that its words then need.

    A plain one asks for the height that its words would need in a very narrow place, and what it
    stands in grows with it. It begins where its text is read from, and with ``leads`` always where
    the screen is.
    """

    def __init__(self, text: str, leads: bool = False) -> None:
        super().__init__()
        self._leads = leads
        self._is_placed = False
        wrapped(self)
        if is_right_to_left():
            # Qt leaves the space at which it breaks a line of another script inside the line.
            self.setContentsMargins(self.fontMetrics().horizontalAdvance(" "), 0, 0, 0)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; Qt does not see which way one runs that stands wholly in isolates."""
        super().setText(text)
        if not self._is_placed:
            theirs = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            super().setAlignment(leading() if self._leads or begins_isolated(text) else theirs)

    def setAlignment(self, side: Qt.AlignmentFlag) -> None:
        """Stand there whatever the text."""
        self._is_placed = True
        super().setAlignment(side)

    def minimumSizeHint(self) -> QSize:
        """One line of no width."""
        return QSize(0, self.fontMetrics().height())


class NameLabel(WrappedLabel):
    """A name on one line where there is room for it, and on several where there is not.

    Beside others in a row it takes the width of its words, and no more.
    """

    def __init__(self, text: str, role: str = "", *, size: int = 0, bold: bool = False) -> None:
        super().__init__(text, leads=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        for name, value in (("role", role), ("text_size", size), ("bold", bold)):
            if value:
                self.setProperty(name, value)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As wide as its words on one line, or as it may be."""
        edges = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 + edges.left() + edges.right()
        wide = min(wide, self.maximumWidth())
        return QSize(wide, self.heightForWidth(wide))


def label(
    text: str = "",
    role: str = "",
    *,
    size: int = 0,
    bold: bool = False,
    wrap: bool = False,
    leads: bool = False,
) -> QLabel:
    """A label that never reads its text as markup. Wrapped text takes the width it is given.

    ``leads`` says that wrapped text belongs to what it stands by, as a name does, and is no
    paragraph; headings and bold ones always do.
    """
    leads = leads or bold or role in _HEADINGS
    made = WrappedLabel(text, leads) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    for name, value in (("role", role), ("text_size", size), ("bold", bold)):
        if value:
            made.setProperty(name, value)
    if not wrap:
        made.setAlignment(leading())
    return made


def leading() -> Qt.AlignmentFlag:
    """Where a line of its own begins: where the screen is read from.

    A label left to itself begins where its text is read from, and names of a pack in another
    script than the screen's would stand away from what they belong to. Paragraphs do so rightly.
    """
    side = Qt.AlignmentFlag.AlignLeft
    if is_right_to_left():
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    return side | Qt.AlignmentFlag.AlignVCenter


def trailing() -> Qt.AlignmentFlag:
    """Where such a line ends: away from where the screen is read from."""
    side = Qt.AlignmentFlag.AlignRight
    if is_right_to_left():
        side = Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def wrapped(made: QLabel) -> QLabel:
    """The label, made to wrap and to never ask for more width than there is."""
    made.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def rule() -> QFrame:
    """A hairline from side to side."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)
            inner.deleteLater()


def settle(inside: QWidget) -> None:
    """Give what was just put into a scrolled sheet its place now.

    Left to itself Qt shows new lines one event later and finds their heights in another. A picture
    painted in between has them cut and over each other, in the room that was there before.
    """
    layout = inside.layout()
    if layout is None:
        return
    for each in _widgets(layout):
        each.ensurePolished()
        if not each.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            each.show()
    for _round in range(MOST_ROUNDS):  # a scroll bar that comes or goes makes another width
        layout.invalidate()
        layout.activate()
        QApplication.sendEvent(inside, QEvent(QEvent.Type.LayoutRequest))
    needed = layout.totalHeightForWidth(inside.width())
    if inside.height() < needed:
        inside.resize(inside.width(), needed)
    layout.invalidate()
    layout.activate()


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)
