"""The rows that this exercise wrote for free orders, of whichever turn: kept, offered, copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.rules.order import Order
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.kept_rows import KeptRow, kept_rows
from idlib_wargame.windows.desk.keep_row import KeepRowForm
from idlib_wargame.windows.desk.order_forms import Do
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill

MOST = 180  # pixels high, at the usual size of text


class RowsBar(QFrame):
    """Hidden until asked for. A line a row, with who may order it; its form opens under it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "bar")
        self._session = session
        self._rows: tuple[KeptRow, ...] = ()
        self.does: Do = lambda _act: False
        self.opens: dict[str, QPushButton] = {}
        self.form: KeepRowForm | None = None
        self.leave = QPushButton(_("Close"))
        self.leave.setProperty("role", "quiet")
        self.leave.clicked.connect(self.hide)
        steady(self.leave)
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(theme.SPACE)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.area.setFixedHeight(theme.scaled(MOST))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(
            flowing(theme.SPACE, label(_("Rows of this exercise"), bold=True), self.leave)
        )
        column.addWidget(self.area)
        self.hide()

    def begin(self) -> None:
        """Show the rows as they stand."""
        self._rows = kept_rows(self._session)
        self._fill()
        self.show()
        next(iter(self.opens.values()), self.leave).setFocus()

    def refresh(self) -> None:
        """A row was written, offered or taken back; a form that is open stays while it is true."""
        if not self.isHidden() and (rows := kept_rows(self._session)) != self._rows:
            self._rows = rows
            open_on = self.form.row if self.form is not None else ""
            self._fill()
            if open_on in self.opens:
                self.opens[open_on].setFocus()

    def _fill(self) -> None:
        emptied(self._body)
        self.form = None
        self.opens.clear()
        for row in self._rows:
            said = label(row.said or _("Nobody may order it again."), "muted", wrap=True)
            button = self.opens[row.move] = QPushButton(_("Who may order it…"))
            button.setProperty("role", "soft")
            button.setIcon(icons.icon("list", "muted"))
            named = fill(_("{act}: {order}"), act=button.text(), order=row.name)
            button.setAccessibleName(named)
            steady(button)
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, theme.SPACE, 0)
            column.setSpacing(4)
            column.addWidget(label(row.name, bold=True, wrap=True))
            column.addWidget(said)
            column.addWidget(flowing(theme.SPACE, button))
            button.clicked.connect(lambda _on=False, r=row, c=column: self._open(r, c))
            self._body.addWidget(part)
        if not self._rows:
            words = _("None yet: a row is written for an order that a seat wrote itself.")
            self._body.addWidget(label(words, "muted", wrap=True))
        self._body.addStretch(1)

    def _open(self, row: KeptRow, column: QVBoxLayout) -> None:
        """Open its form, or close it; one at a time."""
        before = self.form
        self._close()
        if before is not None and before.row == row.move:
            return
        form = self.form = KeepRowForm(row, Order("", row.move), lambda act: self.does(act))
        form.left.connect(self._close)
        column.addWidget(form)
        form.take_keys()
        self.area.ensureWidgetVisible(form)

    def _close(self) -> None:
        if self.form is not None:
            row, form = self.form.row, self.form
            self.form = None
            self.opens[row].setFocus()
            form.hide()
            form.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
