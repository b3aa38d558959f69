"""The facilitator's ruling on one order: another result, and the reason, which is required."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Release, Ruling
from idlib_wargame.views.desk.drafts import Draft, draft_text
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import band_title, band_words


class RulingForm(QFrame):
    """Stands inside a card until it is ruled or left. ``ruled`` carries band, why, release.

    ``typed`` when something was typed or picked. ``left`` by Escape, which loses nothing of it;
    ``dropped`` by its button.
    """

    ruled = Signal(object, str, object)
    typed = Signal()
    left = Signal()
    dropped = Signal()

    def __init__(
        self, table: Band | None, before: Ruling | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self._before = before
        self._why_before = before.why if before else ""
        self.bands = QButtonGroup(self)
        self.why = QLineEdit(self._why_before)
        self.why.setPlaceholderText(_("Why: a few words for the record (needed)"))
        self.why.setAccessibleName(_("Reason for the ruling"))
        self.shown = QCheckBox(_("Show the ruling to players"))
        self.shown.setChecked(before.is_told if before else True)
        steady(self.shown)
        self.fault = label("", "danger", wrap=True)
        self.fault.hide()
        self.rule = QPushButton(_("Rule"))
        self.rule.setProperty("role", "")
        self.why_grey = WhyGrey(self.rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._band_row(table, before))
        column.addWidget(self.why)
        column.addWidget(self.fault)
        column.addWidget(self._last_row())
        column.addWidget(self.why_grey.line)
        self.bands.idClicked.connect(lambda _: self._filled_in())
        self.why.textChanged.connect(lambda _: self._filled_in())
        self.shown.toggled.connect(self.typed)
        self.why.returnPressed.connect(self._send)
        self.rule.clicked.connect(self._send)
        steady(self.rule, waits=False)
        sends(self._send_or_say, self.why)
        self._name_button()

    def say(self, text: str) -> None:
        """Say why a ruling was refused."""
        self.fault.setText(text)
        self.fault.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves without a ruling, and what was typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _band_row(self, table: Band | None, before: Ruling | None) -> QWidget:
        for band in reversed(Band):
            colour, shape = theme.BANDS[band]
            button = QPushButton(band_title(band))
            button.setIcon(icons.icon(shape, theme.seat_colour(colour)))
            button.setCheckable(True)
            button.setChecked(before is not None and before.band == band)
            button.setEnabled(band != table)
            if band == table:
                button.setToolTip(_("This is what the table gave."))
            self.bands.addButton(button, int(band))
        return flowing(6, *self.bands.buttons())

    def _last_row(self) -> QWidget:
        leave = QPushButton(_("Cancel"))
        leave.setProperty("role", "quiet")
        leave.clicked.connect(self.dropped)
        steady(leave)
        self._widen()
        return flowing(theme.SPACE, self.rule, leave, self.shown)

    def _lacks(self) -> str:
        """What is still to be given; "" for nothing."""
        if self.band is None:
            return _("Pick a result first.")
        if not self.why.text().strip():
            return _("A ruling needs a reason: a few words for the record.")
        return ""

    def _widen(self) -> None:
        """Whatever it will say has room from the start: nothing moves under the hand."""
        said = [_rule_words(None), *(_rule_words(band) for band in Band)]
        widths = []
        for words in said:
            self.rule.setText(words)
            widths.append(self.rule.sizeHint().width())
        self.rule.setMinimumWidth(max(widths))

    def take_over(self, before: RulingForm) -> None:
        """Hold what was filled in on another."""
        if before.band is not None:
            self.bands.button(int(before.band)).setChecked(True)
        self.why.setText(before.why.text())
        self.shown.setChecked(before.shown.isChecked())

    @property
    def draft(self) -> str:
        """All that is filled in and was not before, to be kept; empty where nothing is."""
        if not self.half_typed and self.band == (self._before.band if self._before else None):
            return ""
        band = -1 if self.band is None else int(self.band)
        return draft_text(band=band, why=self.why.text(), shown=self.shown.isChecked())

    def fill_in(self, left: Draft) -> None:
        """Go on with what was kept."""
        button = self.bands.button(left.get("band", -1))
        if button is not None and button.isEnabled():
            button.setChecked(True)
        self.why.setText(left.get("why", self._why_before))
        self.shown.setChecked(left.get("shown", self.shown.isChecked()))

    @property
    def half_typed(self) -> str:
        """The reason as far as it was typed and not given; empty where nothing was."""
        typed = self.why.text().strip()
        return "" if typed == self._why_before.strip() else typed

    @property
    def band(self) -> Band | None:
        """The result picked; None before one is."""
        picked = self.bands.checkedId()
        return None if picked < 0 else Band(picked)

    def _filled_in(self) -> None:
        self._name_button()
        self.typed.emit()

    def _name_button(self) -> None:
        self.rule.setText(_rule_words(self.band))
        self.why_grey.say(self._lacks())

    def _send(self) -> None:
        if self.rule.isEnabled():
            release = Release.NOW if self.shown.isChecked() else Release.HOT_WASH
            self.ruled.emit(self.band, self.why.text().strip(), release)

    def _send_or_say(self) -> None:
        """By keys it is tried before all is there, so what is missing is told."""
        if lacks := self._lacks():
            self.say(lacks)
        else:
            self._send()


def _rule_words(band: Band | None) -> str:
    return _("Rule") if band is None else fill(_("Rule {result}"), result=band_words(band))
