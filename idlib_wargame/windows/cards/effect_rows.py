"""Effects as the facilitator writes them: a line a track, and by how much it is to move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.tracks import Effect, Effects
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.number_field import NumberField
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.words.language import _, fill

MOST = 99  # in either direction; the scale and the pack's limits hold it besides
LETTERS = 8  # of a track, in the list that is folded: it takes what room there is beside


class EffectRow(QWidget):
    """One track, and how far it moves: down with a minus sign."""

    changed = Signal()
    dropped = Signal()

    def __init__(
        self, tracks: Mapping[str, str], effect: Effect, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._given = effect
        self.track = PickList(LETTERS)
        self.track.setAccessibleName(_("Track that moves"))
        for track, name in tracks.items():
            self.track.addItem(name, track)
        self.track.setCurrentIndex(self.track.findData(effect.track))
        said = _("How far it moves; with a minus sign, down")
        self.by = NumberField(said, -MOST, MOST, signs=True)
        self.by.show_number(effect.by)
        drop = QPushButton(icons.icon("cross", "muted"), "")
        drop.setProperty("role", "quiet")
        drop.setAccessibleName(_("Leave this track out"))
        drop.setToolTip(in_tooltip(_("Leave this track out")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2)
        row.addWidget(self.track, 1)
        row.addWidget(self._stepper("−1", _("One less"), -1))
        row.addWidget(self.by)
        row.addWidget(self._stepper("+1", _("One more"), 1))
        row.addWidget(drop)
        self.track.activated.connect(lambda _place: self.changed.emit())
        self.by.changed.connect(self.changed)
        drop.clicked.connect(self.dropped)
        steady(drop)

    def _stepper(self, sign: str, name: str, by: int) -> QPushButton:
        button = QPushButton(sign)
        button.setProperty("role", "quiet")
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self._step(by))
        steady(button, waits=False, counts_on=True)
        return button

    def _step(self, by: int) -> None:
        self.by.show_number(self.by.number() + by)
        self.changed.emit()

    @property
    def effect(self) -> Effect:
        """The line as it stands; what it is held to goes with its track."""
        track = str(self.track.currentData())
        if track == self._given.track:
            return replace(self._given, by=self.by.number())
        return Effect(track, self.by.number())


class EffectRows(QWidget):
    """``changed`` when somebody writes; ``comes_to`` says what all of it would do."""

    changed = Signal()

    def __init__(self, tracks: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tracks = tracks
        self.rows: list[EffectRow] = []
        self.is_touched = False
        self.add = QPushButton(_("Add a track"))
        self.add.setProperty("role", "soft")
        self.add.setIcon(icons.icon("add", "muted"))
        self.add.clicked.connect(self._add_one)
        steady(self.add, waits=False)
        self.comes_to = label("", "muted", wrap=True, leads=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.SPACE // 2)
        column.addLayout(self._body)
        column.addWidget(flowing(theme.SPACE, self.add))
        column.addWidget(self.comes_to)

    @property
    def effects(self) -> Effects:
        """All that is written; a line that moves nothing says nothing."""
        return tuple(row.effect for row in self.rows if row.effect.by)

    @property
    def written(self) -> Effects:
        """Every line as it stands."""
        return tuple(row.effect for row in self.rows)

    @property
    def lacks(self) -> str:
        """What keeps it from being ruled so; "" for nothing."""
        named = [row.effect.track for row in self.rows]
        twice = next((track for track in named if named.count(track) > 1), None)
        if twice is None:
            return ""
        said = _("{track} is named twice; write what comes to it in one line.")
        return fill(said, track=self._tracks[twice])

    def fill(self, effects: Effects, is_touched: bool) -> None:
        """Show these in place of what stands here; ``is_touched`` keeps them from a change of band.

        A track that the pack does not have is left out.
        """
        while self.rows:
            self._take_away(self.rows[0])
        for effect in effects:
            if effect.track in self._tracks:
                self._put(effect)
        self.is_touched = is_touched
        self._say_full()

    def _put(self, effect: Effect) -> EffectRow:
        row = EffectRow(self._tracks, effect, self)
        row.changed.connect(self._written)
        row.dropped.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._body.addWidget(row)
        return row

    def _add_one(self) -> None:
        named = {row.effect.track for row in self.rows}
        track = next(each for each in self._tracks if each not in named)
        self._put(Effect(track, 1)).track.setFocus()
        self._written()

    def _drop(self, row: EffectRow) -> None:
        self._take_away(row)
        self.add.setFocus()
        self._written()

    def _take_away(self, row: EffectRow) -> None:
        self.rows.remove(row)
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _written(self) -> None:
        self.is_touched = True
        self._say_full()
        self.changed.emit()

    def _say_full(self) -> None:
        self.add.setEnabled(len(self.rows) < len(self._tracks))
