"""What one move is about: read while picking, under the tables."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.session.seat_view import MoveOption
from idlib_wargame.windows.cards.option_button import why_not
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.figures import signed
from idlib_wargame.words.odds import odds_detail, odds_word
from idlib_wargame.words.situation import fired_words

NOTHING_YET = "Rest on a move to read what it would do. Enter picks it, Ctrl+Enter seals."


def effects_words(scenario: Scenario, effects: Effects, known: Collection[str]) -> str:
    """ "Calm on the bank +2, Stage of the talks +1": only tracks that the reader may know."""
    return ", ".join(
        f"{scenario.track_by_id[effect.track].name} {signed(effect.by)}"
        for effect in effects
        if effect.track in known
    )


class MoveDetail(QFrame):
    """A strip of fixed height, so that nothing jumps while the pointer wanders."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._scenario = scenario
        self._known: frozenset[str] = frozenset()
        self.name = label(bold=True, wrap=True)
        self.summary = label(wrap=True)
        self.odds = label(role="muted", wrap=True)
        self.effects = label(role="muted", wrap=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(2)
        for words in (self.name, self.summary, self.odds, self.effects):
            column.addWidget(words)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self._fix_height()
        theme.changes().changed.connect(self._fix_height)
        self.clear()

    def _fix_height(self) -> None:
        self.setFixedHeight(theme.scaled(124))

    def clear(self) -> None:
        """Say how to use it."""
        self.name.setText("")
        self.summary.setText(NOTHING_YET)
        self.odds.setText("")
        self.effects.setText("")
        self.name.hide()

    def show_known(self, known: frozenset[str]) -> None:
        """The tracks that may be named here."""
        self._known = known

    def show_option(self, option: MoveOption, seat: str) -> None:
        """Show one option."""
        move, choice = option.move, option.choice
        name = f"{move.name}: {choice.name}" if choice else move.name
        self.name.setText(f"{name} ({move.code})")
        self.name.show()
        self.summary.setText(why_not(option) or move.summary)
        self.odds.setText("" if option.refusal else _odds_in_full(self._scenario, option))
        gains = move.effects.get(Band.SUCCESS, ())
        gains += choice.effects.get(Band.SUCCESS, ()) if choice else ()
        gains += move.by_seat.get(seat, {}).get(Band.SUCCESS, ())
        does = effects_words(self._scenario, gains, self._known)
        self.effects.setText(f"On success: {does}" if does else "")


def _odds_in_full(scenario: Scenario, option: MoveOption) -> str:
    word = f"{odds_word(option.odds.need)}, {odds_detail(option.odds)}"
    return "; ".join([word, *(fired_words(scenario, each) for each in option.odds.fired)])
