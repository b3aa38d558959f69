"""The facilitator's ruling on one order: another result or other effects, and why, as is needed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.tracks import Effect, Effects
from idlib_wargame.rules.result import Release, Ruling
from idlib_wargame.views.desk.drafts import Draft, draft_text
from idlib_wargame.views.desk.ruling_help import NO_HELP, Foreseen, RulingHelp
from idlib_wargame.windows.cards.effect_rows import EffectRows
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.odds import band_title, band_words
from idlib_wargame.words.rulings import release_name, release_words

LETTERS = 8  # of a reason, in the list that is folded


class RulingForm(QFrame):
    """Stands inside a card until it is ruled or left. ``ruled`` carries a ``Ruling`` by nobody yet.

    ``typed`` when something was typed or picked. ``left`` by Escape, which loses nothing of it;
    ``dropped`` by its button.
    """

    ruled = Signal(object)
    typed = Signal()
    left = Signal()
    dropped = Signal()

    def __init__(
        self,
        address: Address,
        table: Band | None,
        before: Ruling | None,
        ask: RulingHelp = NO_HELP,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self._address, self._table, self._before, self._ask = address, table, before, ask
        self._why_before = before.why if before else ""
        self._foreseen: Mapping[Band, Foreseen] = {}
        self.bands = QButtonGroup(self)
        self.told: dict[Band, QLabel] = {}
        self.why = QLineEdit(self._why_before)
        self.why.setPlaceholderText(_("Why: a few words for the record (needed)"))
        self.why.setAccessibleName(_("Reason for the ruling"))
        self.reasons = self._make_reasons()
        self.write = QPushButton(_("Write the effects"))
        self.effects = EffectRows(ask.tracks)
        self.releases = QButtonGroup(self)
        self.fault = label("", "danger", wrap=True)
        self.fault.hide()
        self.rule = QPushButton(_("Rule"))
        self.rule.setProperty("role", "")
        self.why_grey = WhyGrey(self.rule)
        self._lay_out()
        self._begin_with(before)
        self.bands.idClicked.connect(lambda _: self._band_picked())
        self.write.toggled.connect(self._write_or_not)
        self.effects.changed.connect(self._filled_in)
        self.why.textChanged.connect(lambda _: self._filled_in())
        self.releases.idClicked.connect(lambda _: self.typed.emit())
        self.why.returnPressed.connect(self._send)
        self.rule.clicked.connect(self._send)
        steady(self.rule, waits=False)
        sends(self._send_or_say, self.why)
        self.foresee()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._band_rows())
        self.write.setProperty("role", "soft")
        self.write.setIcon(icons.icon("edit", "muted"))
        self.write.setCheckable(True)
        said = _("In place of those of the result. The pack's limits hold them as any others.")
        self.write.setToolTip(in_tooltip(said))
        steady(self.write, waits=False)
        if not self._ask.tracks:
            self.write.hide()
        column.addWidget(flowing(theme.SPACE, self.write))
        column.addWidget(self.effects)
        self.effects.hide()
        reason = QHBoxLayout()
        reason.setSpacing(theme.SPACE)
        reason.addWidget(self.why, 1)
        reason.addWidget(self.reasons)
        column.addLayout(reason)
        column.addWidget(self._release_row())
        column.addWidget(self.fault)
        column.addWidget(self._last_row())
        column.addWidget(self.why_grey.line)

    def _make_reasons(self) -> PickList:
        """A reason that is picked is written into the field, where it may be changed."""
        reasons = PickList(LETTERS)
        reasons.setAccessibleName(_("Reasons to pick from"))
        reasons.addItem(_("Pick a reason"))
        reasons.addItems(self._ask.reasons)
        reasons.activated.connect(self._pick_reason)
        if not self._ask.reasons:
            reasons.hide()
        return reasons

    def _begin_with(self, before: Ruling | None) -> None:
        if before is None:
            return
        self.bands.button(int(before.band)).setChecked(True)
        self._release_buttons[before.release].setChecked(True)
        if before.effects is not None:
            self.effects.fill(before.effects, is_touched=True)
            self.write.setChecked(True)
            self.effects.setHidden(False)

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

    def _band_rows(self) -> QWidget:
        """A line a result: its button, and what it would come to."""
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, band in enumerate(reversed(Band)):
            colour, shape = theme.BANDS[band]
            button = QPushButton(band_title(band))
            button.setIcon(icons.icon(shape, theme.seat_colour(colour)))
            button.setCheckable(True)
            self.bands.addButton(button, int(band))
            self.told[band] = label("", "muted", wrap=True, leads=True)
            grid.addWidget(button, place, 0)
            grid.addWidget(self.told[band], place, 1)
        return rows

    def _release_row(self) -> QWidget:
        self._release_buttons: dict[Release, QPushButton] = {}
        for place, release in enumerate(Release):
            button = QPushButton(release_name(release))
            button.setProperty("role", "soft")
            button.setCheckable(True)
            button.setToolTip(in_tooltip(release_words(release)))
            self.releases.addButton(button, place)
            self._release_buttons[release] = button
            steady(button, waits=False)
        self._release_buttons[Release.NOW].setChecked(True)
        return flowing(theme.SPACE, label(_("Players read it:"), "muted"), *self.releases.buttons())

    def _last_row(self) -> QWidget:
        leave = QPushButton(_("Cancel"))
        leave.setProperty("role", "quiet")
        leave.clicked.connect(self.dropped)
        steady(leave)
        self._widen()
        return flowing(theme.SPACE, self.rule, leave)

    def foresee(self) -> None:
        """Work out anew what each result would come to, as other rulings change it too."""
        self._foreseen = self._ask.by_band(self._address)
        for band, told in self.told.items():
            told.setText(self._told_words(band))
            self.bands.button(int(band)).setAccessibleDescription(told.text())
        self._follow_band()
        self._say_all()

    def _told_words(self, band: Band) -> str:
        foreseen = self._foreseen.get(band)
        by_the_table = _("As the table gave it") if band == self._table else ""
        if foreseen is None:
            return by_the_table
        told = (by_the_table, foreseen.moves, foreseen.besides)
        return facts([each for each in told if each])

    def _lacks(self) -> str:
        """What is still to be given; "" for nothing."""
        if self.band is None:
            return _("Pick a result first.")
        if self.band == self._table and not self.is_written:
            return _("That is what the table gave: pick another result, or write the effects.")
        if self.is_written and self.effects.lacks:
            return self.effects.lacks
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
        self._release_buttons[before.release].setChecked(True)
        self.effects.fill(before.effects.written, before.effects.is_touched)
        self.write.setChecked(before.is_written)
        self._say_all()

    @property
    def ruling(self) -> Ruling | None:
        """What is filled in, by nobody yet; None before a result is picked."""
        if self.band is None:
            return None
        effects = self.effects.effects if self.is_written else None
        return Ruling(self.band, "", self.why.text().strip(), self.release, effects)

    @property
    def draft(self) -> str:
        """All that is filled in and was not before, to be kept; empty where nothing is."""
        before = self._before.band if self._before else None
        if not self.half_typed and self.band == before and not self.effects.is_touched:
            return ""
        return draft_text(
            band=-1 if self.band is None else int(self.band),
            why=self.why.text(),
            release=self.release.value,
            is_written=self.is_written,
            effects=[f"{each.track}:{each.by}" for each in self.effects.written],
        )

    def fill_in(self, left: Draft) -> None:
        """Go on with what was kept."""
        button = self.bands.button(left.get("band", -1))
        if button is not None:
            button.setChecked(True)
        self.why.setText(left.get("why", self._why_before))
        kept = left.get("release", self.release.value)
        for release, choice in self._release_buttons.items():
            choice.setChecked(release.value == kept or choice.isChecked())
        written = _effects_of(left.get("effects", []))
        if left.get("is_written", False) and self._ask.tracks:
            self.effects.fill(written, is_touched=True)
            self.write.setChecked(True)
        self._say_all()

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

    @property
    def release(self) -> Release:
        """When players may read it."""
        return next(each for each, one in self._release_buttons.items() if one.isChecked())

    @property
    def is_written(self) -> bool:
        """Whether the effects are written in place of the result's."""
        return self.write.isChecked()

    def _pick_reason(self, place: int) -> None:
        """Put it into the field, after what somebody typed there."""
        if place > 0:
            picked, typed = self.reasons.itemText(place), self.why.text().strip()
            own = typed and typed not in self._ask.reasons
            self.why.setText(f"{typed} {picked}" if own else picked)
            self.reasons.setCurrentIndex(0)
            self.why.setFocus()

    def _band_picked(self) -> None:
        self._follow_band()
        self._filled_in()

    def _follow_band(self) -> None:
        """Until somebody writes, what is to be changed is what the result picked would come to."""
        foreseen = self._foreseen.get(self.band) if self.band is not None else None
        if foreseen is not None and not self.effects.is_touched:
            self.effects.fill(foreseen.effects, is_touched=False)

    def _write_or_not(self, on: bool) -> None:
        self.effects.setVisible(on)
        if on:
            if self.band is None and self._table is not None:
                self.bands.button(int(self._table)).setChecked(True)
            self._follow_band()
        self._filled_in()

    def _filled_in(self) -> None:
        self._say_all()
        self.typed.emit()

    def _say_all(self) -> None:
        self.rule.setText(_rule_words(self.band))
        self.why_grey.say(self._lacks())
        self.effects.comes_to.setText(self._comes_to())

    def _comes_to(self) -> str:
        if not self.is_written or self.band is None or self.effects.lacks:
            return ""
        found = self._ask.written(self._address, self.band, self.effects.effects)
        if found is None:
            return ""
        moves = fill(_("Comes to: {moves}"), moves=found.moves)
        return facts([moves, found.besides]) if found.besides else moves

    def _send(self) -> None:
        if self.rule.isEnabled():
            self.ruled.emit(self.ruling)

    def _send_or_say(self) -> None:
        """By keys it is tried before all is there, so what is missing is told."""
        if lacks := self._lacks():
            self.say(lacks)
        else:
            self._send()


def _effects_of(kept: list[str]) -> Effects:
    """What a draft holds; a line that is not of its kind is left out."""
    found = []
    for line in kept:
        track, _colon, by = line.rpartition(":")
        try:
            found.append(Effect(track, int(by)))
        except ValueError:
            continue
    return tuple(found)


def _rule_words(band: Band | None) -> str:
    return _("Rule") if band is None else fill(_("Rule {result}"), result=band_words(band))
