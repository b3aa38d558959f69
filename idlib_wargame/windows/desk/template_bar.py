"""A template put on the table for a seat that nobody plays, or as its counter to an offer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.views.bargains.writing import Prepared
from idlib_wargame.views.desk.agreements import SeatTemplates, reading_words
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill

LETTERS = 24
MOST_HEIGHT = 150  # pixels of a template's terms, at the usual size of text


class TemplateBar(QFrame):
    """Hidden until asked for. ``tabled`` carries the seat, the offer and the key that it answers.

    ``ended`` when it has gone again.
    """

    tabled = Signal(str, object, str)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "bar")
        self._answers = ""
        self._seats: tuple[SeatTemplates, ...] = ()
        self.about = label("", wrap=True, leads=True)
        self.seat = PickList(LETTERS)
        self.seat.setAccessibleName(_("Seat that makes the offer"))
        self.template = PickList(LETTERS)
        self.template.setAccessibleName(_("Template"))
        self.reading = label("", "muted", wrap=True)
        self.terms = QScrollArea()
        self.terms.setWidgetResizable(True)
        self.terms.setFrameShape(QFrame.Shape.NoFrame)
        self.terms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.terms.setAccessibleName(_("Terms of the template"))
        inside = QFrame()
        inside.setProperty("role", "panel")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.reading)
        lines.addStretch()
        self.terms.setWidget(inside)
        self.fault = label("", "danger", wrap=True)
        self.go = QPushButton()
        self.leave = QPushButton(_("Do not table"))
        self.leave.setProperty("role", "quiet")
        self.seat.currentIndexChanged.connect(self._offer_templates)
        self.template.currentIndexChanged.connect(self._read)
        self.go.clicked.connect(self._table)
        self.leave.clicked.connect(self.hide)
        steady(self.go, waits=False)
        steady(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.about)
        column.addWidget(flowing(theme.SPACE, self.seat, self.template))
        column.addWidget(self.terms)
        column.addWidget(self.fault)
        column.addWidget(flowing(theme.SPACE, self.go, self.leave))
        self.hide()

    def begin(self, seats: Sequence[SeatTemplates], about: str, answers: str = "") -> None:
        """Offer the templates of these seats; ``answers`` is the key of what one would counter."""
        self._answers, self._seats = answers, tuple(seats)
        self.about.setText(about)
        self.seat.clear()
        self.seat.addItems([each.name for each in seats])
        self.seat.setVisible(len(self._seats) > 1)
        self._offer_templates()
        self.show()
        (self.seat if len(self._seats) > 1 else self.template).setFocus()

    @property
    def picked(self) -> Prepared | None:
        """The template picked; None where there is none."""
        seat, at = self._from, self.template.currentIndex()
        rows = seat.templates if seat else ()
        return rows[at] if 0 <= at < len(rows) else None

    @property
    def _from(self) -> SeatTemplates | None:
        at = self.seat.currentIndex()
        return self._seats[at] if 0 <= at < len(self._seats) else None

    def say(self, text: str) -> None:
        """Say why an offer was refused."""
        self.fault.setText(text)
        self.fault.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever made room for it may come back."""
        super().hideEvent(event)
        if self.isHidden():  # and not only its page
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape tables nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _offer_templates(self) -> None:
        rows = self._from.templates if self._from else ()
        self.template.clear()
        self.template.addItems([row.name for row in rows])
        self.template.setVisible(bool(rows))
        self._read()

    def _read(self) -> None:
        row, seat = self.picked, self._from
        self.fault.hide()
        if row is None or seat is None:
            self.reading.setText(_("No template of this pack goes to whoever made that offer."))
            self.go.setText(_("Table it"))
            say_grey(self.go, _("There is no template to be tabled."))
            return
        self.reading.setText(reading_words(row))
        self.terms.setMaximumHeight(theme.scaled(MOST_HEIGHT))
        words = fill(_("Table “{template}” for {seat}"), template=row.name, seat=seat.name)
        self.go.setText(on_button(words))
        say_grey(self.go, "\n".join(row.barred))
        if row.barred:
            self.say("\n".join(row.barred))

    def _table(self) -> None:
        row, seat = self.picked, self._from
        if row is not None and seat is not None:
            self.tabled.emit(seat.seat, row.offer, self._answers)
