"""Along the bottom: the slider, first, back, play, forward, last, what this moment is, speeds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.landmarks import Landmarks
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.replay.player import SPEEDS, Player
from idlib_wargame.windows.replay.timeline import Timeline
from idlib_wargame.words.language import _, figures
from idlib_wargame.words.replaying import speed_words, with_key


class Transport(QFrame):
    """Drives a player and shows where it stands."""

    def __init__(self, player: Player, marks: Landmarks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._player = player
        self._marks = marks
        self.timeline = Timeline(marks)
        self.timeline.valueChanged.connect(player.seek)
        self.play = QPushButton()
        self.play.setProperty("role", "primary")
        self.play.clicked.connect(player.toggle)
        steady(self.play)
        self.words = ElidedLabel()
        self.place = ElidedLabel()
        self.place.setProperty("role", "muted")
        self.speeds = QButtonGroup(self)
        self._lay_out()
        player.moved.connect(self._moved)
        player.playing_changed.connect(self._show_state)
        self._show_state()

    def _lay_out(self) -> None:
        player, marks = self._player, self._marks
        self.first = _button("first", _("To the beginning"), "first", lambda: player.seek(0))
        self.back = _button(
            "back", _("One moment back"), "back", lambda: player.seek(player.at - 1)
        )
        self.forward = _button(
            "forward", _("One moment on"), "forward", lambda: player.seek(player.at + 1)
        )
        self.last = _button("last", _("To the end"), "last", lambda: player.seek(marks.count - 1))
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE // 2)
        row.addWidget(self._along_time(self.first, self.back, self.play, self.forward, self.last))
        row.addSpacing(2 * theme.SPACE)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.words)
        said.addWidget(self.place)
        row.addLayout(said, 1)
        row.addSpacing(2 * theme.SPACE)
        row.addWidget(self._along_time(*(self._speed_button(speed) for speed in SPEEDS)))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE // 2)
        column.addWidget(self.timeline)
        column.addLayout(row)

    @staticmethod
    def _along_time(*buttons: QWidget) -> QWidget:
        """Buttons in the direction of the slider, which runs to the right on every screen."""
        along = QWidget()
        along.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(along)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2)
        for button in buttons:
            row.addWidget(button)
        return along

    def _speed_button(self, speed: int) -> QToolButton:
        button = QToolButton()
        button.setText(figures(f"{speed}×"))
        button.setCheckable(True)
        button.setChecked(speed == self._player.speed)
        button.setToolTip(speed_words(speed))
        button.setAccessibleName(speed_words(speed))
        button.clicked.connect(lambda: self._player.set_speed(speed))
        self.speeds.addButton(button, speed)
        return button

    def faster(self, steps: int) -> None:
        """So many speeds up, or down for less than nought."""
        place = SPEEDS.index(self._player.speed) + steps
        speed = SPEEDS[max(0, min(place, len(SPEEDS) - 1))]
        self.speeds.button(speed).setChecked(True)
        self._player.set_speed(speed)

    def say(self, words: str, place: str) -> None:
        """What this moment is, and which it is."""
        self.words.say(words)
        self.place.say(place)

    def _moved(self, place: int) -> None:
        self.timeline.setValue(place)
        self._show_state()

    def _show_state(self) -> None:
        player = self._player
        again = _("Play again") if player.at_end else _("Play")
        words = _("Pause") if player.playing else again
        self.play.setText(words)
        self.play.setIcon(icons.icon("pause" if player.playing else "play", "on_accent"))
        self.play.setToolTip(with_key(words, key_words(Where.REPLAY, "play")))
        for button in (self.first, self.back):
            button.setEnabled(player.at > 0)
        for button in (self.forward, self.last):
            button.setEnabled(not player.at_end)


def _button(icon: str, words: str, means: str, does: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon))
    button.setToolTip(with_key(words, key_words(Where.REPLAY, means)))
    button.setAccessibleName(words)
    button.clicked.connect(does)
    return button
