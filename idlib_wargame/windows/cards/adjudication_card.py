"""One order, adjudicated: why did this happen? Read by everyone, now and in a year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card
from idlib_wargame.views.trails import Trail
from idlib_wargame.windows.cards.band_label import BandLabel, result_words
from idlib_wargame.windows.cards.card_details import CardDetails
from idlib_wargame.windows.cards.card_head import card_head, seat_names
from idlib_wargame.windows.cards.ruling_form import RulingForm
from idlib_wargame.windows.cards.sheet import Sheet
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.figures import signed
from idlib_wargame.words.odds import band_title, band_words, odds_detail, odds_word
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import effect_words, move_words
from idlib_wargame.words.turn_text import lapse_words


class AdjudicationCard(Sheet):
    """A card as adjudicated. With ``moved`` it reads "3 → 5", without it "+2".

    ``why`` is the reason that the seat gave. With ``may_rule`` the facilitator can rule otherwise:
    ``ruled`` carries the address, the band (None takes a ruling back), the reason and whether
    players see it. They can also mark it as read, to see how far they are; that is not recorded.
    """

    ruled = Signal(object, object, str, bool)
    marked = Signal(object, bool)

    def __init__(
        self,
        scenario: Scenario,
        card: Card,
        why: str = "",
        moved: Sequence[Trail] | None = None,
        may_rule: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(card.table, parent)
        self._scenario = scenario
        self.card = card
        self._why = why
        self.form: RulingForm | None = None
        self._details: CardDetails | None = None
        name = move_words(scenario, card.order.move, card.order.choice)
        self.lines.addWidget(card_head(scenario, card.seats, scenario.move_by_id[card.order.move]))
        self.lines.addWidget(label(name, bold=True, wrap=True))
        if card.lapsed:
            self.lines.addWidget(
                label(f"Not rolled. {lapse_words(scenario, card)}", "muted", wrap=True)
            )
        if card.band is not None:
            self.lines.addWidget(_odds_row(card))
            self.lines.addWidget(self._result(card.band))
        if card.ruled and card.ruled.is_withheld:
            self.lines.addWidget(BandLabel(card.ruled.band, band_title(card.ruled.band)))
            self.lines.addWidget(label("Result given by control.", "muted", wrap=True))
        elif card.ruled:
            self._add_ruling()
        for contest in card.contests:
            self.lines.addWidget(label(why_words(scenario, contest), "muted", wrap=True))
        effects = label(self._effect_words(moved) if card.final is not None else "", wrap=True)
        if may_rule:
            self.lines.addWidget(effects)
            effects.setHidden(card.final is None)
        self.lines.addWidget(self._foot(may_rule, effects))
        self.setAccessibleName(f"{seat_names(scenario, card.seats)}: {name}. {result_words(card)}")

    def _result(self, band: Band) -> QWidget:
        words = result_words(self.card)
        if self.card.ruled:
            return label(f"The table gave: {words[:1].lower()}{words[1:]}", "muted")
        return BandLabel(band, words)

    def _add_ruling(self) -> None:
        ruled = self.card.ruled
        assert ruled is not None
        self.lines.addWidget(BandLabel(ruled.band, f"Ruled: {band_words(ruled.band)}"))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        shown = Glyph("eye" if ruled.shown else "eye_off", "muted", 16)
        shown.setToolTip("Players see this ruling." if ruled.shown else "Players do not see this.")
        across.addWidget(shown)
        across.addWidget(label(f"{ruled.by.capitalize()}: {ruled.why}", wrap=True), 1)
        self.lines.addWidget(row)

    def _effect_words(self, moved: Sequence[Trail] | None) -> str:
        if moved is not None:
            said = [trail.words(self._scenario) for trail in moved]
        else:
            said = [effect_words(self._scenario, line) for line in self.card.effects]
        return " · ".join(said) or self._why_nothing_moved()

    def _why_nothing_moved(self) -> str:
        cut = dict.fromkeys(
            why_words(self._scenario, row)
            for line in self.card.effects
            if (row := line.cut or line.source)
        )
        return f"Nothing moved: {'; '.join(cut).rstrip('.')}." if cut else "Nothing moved."

    def _foot(self, may_rule: bool, effects: QLabel) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(flowing(theme.SPACE, *self._decisions()) if may_rule else effects, 1)
        self.more = QPushButton("Details")
        self.more.setProperty("role", "quiet")
        self.more.setIcon(icons.icon("expand", "muted"))
        self.more.setCheckable(True)
        self.more.setAccessibleName("Details of this result")
        self.more.toggled.connect(self._show_details)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return foot

    def _decisions(self) -> list[QPushButton]:
        self.mark = _soft("Mark as read")
        self.mark.setToolTip("For you alone, to see how far you are. It changes nothing.")
        self.mark.setCheckable(True)
        self.mark.toggled.connect(self._mark)
        self.otherwise = _soft("Change the ruling…" if self.card.ruled else "Rule otherwise…")
        self.otherwise.setIcon(icons.icon("adjudicate", "muted"))
        self.otherwise.clicked.connect(self.open_form)
        if not self.card.ruled:
            return [self.mark, self.otherwise]
        back = _soft("Take the ruling back")
        back.clicked.connect(self._take_back)
        return [self.mark, self.otherwise, back]

    def _mark(self, on: bool) -> None:
        self.mark.setText("Read" if on else "Mark as read")
        self.mark.setIcon(icons.icon("check", "good") if on else QIcon())
        self.marked.emit(self.card.address, on)

    def _take_back(self) -> None:
        self.ruled.emit(self.card.address, None, "The table's result stands after all.", True)

    def open_form(self) -> None:
        """Open the form for a ruling, or go to it."""
        if self.form is None:
            self.form = RulingForm(self.card.band, self.card.ruled)
            self.form.ruled.connect(
                lambda band, why, shown: self.ruled.emit(self.card.address, band, why, shown)
            )
            self.form.left.connect(self._leave_form)
            self.lines.addWidget(self.form)
        self.form.why.setFocus()

    def _leave_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.otherwise.setFocus()

    def _show_details(self, on: bool) -> None:
        self.more.setIcon(icons.icon("collapse" if on else "expand", "muted"))
        if on and self._details is None:
            self._details = CardDetails(self._scenario, self.card, self._why)
            self.lines.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(on)


def _soft(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "soft")
    return button


def _odds_row(card: Card) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(2 * theme.SPACE)
    chance = label(f"{odds_word(card.target)} ({card.target}+)")
    chance.setToolTip(odds_detail(card))
    needs = f" → {card.need}+" if card.shift else ""
    shift = label(f"{signed(card.shift) if card.shift else '+0'}{needs}", "muted")
    shift.setToolTip("The sum of the modifiers, and what the dice then had to reach.")
    across.addWidget(flowing(2 * theme.SPACE, chance, shift), 1)
    if card.dice:
        one, two = card.dice
        thrown = QHBoxLayout()
        thrown.setSpacing(4)
        thrown.addWidget(Glyph(f"dice_{one}", "text", 18))
        thrown.addWidget(Glyph(f"dice_{two}", "text", 18))
        thrown.addWidget(label(f"{one} + {two} = {one + two}"))
        across.addLayout(thrown)
    return row
