"""The form in which the facilitator writes an inject, edits a copy or addresses it anew."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.day import MOST_MINUTES
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_drafts import (
    Aim,
    InjectDraft,
    draft_again,
    draft_as_text,
    edit_draft,
    effect_readers,
    new_draft,
    track_names,
    turn_choices,
    waits_now,
    with_track,
)
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.number_field import NumberField
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill

LINES = 4  # of the text
AS_ORIGINAL = -1


class MselForm(QFrame):
    """Hidden until it is begun. ``written`` when it is to be kept, ``left`` when it is closed.

    What was typed in it and not kept is in it again, for each inject by itself.
    """

    written = Signal()
    left = Signal()

    def __init__(self, session: Session, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "card")
        self._session, self._half = session, half
        self._start = new_draft(session.play)
        self._place = ""
        self.heading = label("", bold=True, wrap=True, size=16)
        self.title, self.from_whom, self.means = (QLineEdit() for _each in range(3))
        self.effects, self.expected, self.objective, self.responsible = (
            QLineEdit() for _each in range(4)
        )
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.turn = PickList()
        self.minute = NumberField(_("Minute of the phase"), 0, MOST_MINUTES)
        self.by_hand = QCheckBox(_("Wait for me to send it"))
        self.drops = QCheckBox(_("Drop the original"))
        self.chips = _Chips(session.scenario)
        self.save = QPushButton()
        self.save.clicked.connect(self._save)
        self.why_grey = WhyGrey(self.save)
        self.refused = label("", "warning", wrap=True)
        self.waits = label("", "muted", wrap=True)
        self.cancel = QPushButton(_("Keep for later"))
        self.cancel.setProperty("role", "quiet")
        self.cancel.clicked.connect(self.left)
        self.forget = QPushButton(_("Throw away"))
        self.forget.setProperty("role", "quiet")
        self.forget.clicked.connect(self._throw_away)
        for button in (self.save, self.cancel, self.forget):
            steady(button)
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        self.track = PickList(letters=10)
        self.track.addItems([_("Add a track"), *track_names(session)])
        self.track.setAccessibleName(_("Add a track"))
        self.readers = label("", "muted", wrap=True)
        self._lay_out()
        self._connect()
        theme.changes().changed.connect(self._fit)
        self._fit()
        self.hide()

    def _lay_out(self) -> None:
        when = flowing(theme.SPACE, self.turn, label(_("minute"), "muted"), self.minute)
        moves = QWidget()
        column = QVBoxLayout(moves)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        across = QHBoxLayout()
        across.setSpacing(theme.SPACE)
        across.addWidget(self.effects, 1)
        across.addWidget(self.track)
        column.addLayout(across)
        column.addWidget(self.readers)
        self.effects.setAccessibleName(_("Effect"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 4)
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.heading, 0, 0, 1, 2)
        fields: tuple[tuple[str, str, QWidget], ...] = (
            ("title", _("Title"), self.title),
            ("text", _("Text"), self.text),
            ("to", _("To"), self.chips),
            ("sender", _("From"), self.from_whom),
            ("means", _("Means"), self.means),
            ("when", _("When"), when),
            ("effects", _("Effect"), moves),
            ("expected", _("Expected"), self.expected),
            ("objective", _("Objective"), self.objective),
            ("responsible", _("Responsible"), self.responsible),
        )
        for line, (name, words, field) in enumerate(fields, 1):
            named = label(words, "muted")
            grid.addWidget(named, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, line, 1)
            field.setAccessibleName(words)
            self._rows[name] = (named, field)
        ticks = flowing(2 * theme.SPACE, self.by_hand, self.drops)
        grid.addWidget(ticks, len(fields) + 1, 0, 1, 2)
        grid.setRowStretch(len(fields) + 2, 1)
        track = next(iter(self._session.scenario.tracks), None)
        example = track.name if track is not None else _("Trust")
        self.effects.setPlaceholderText(fill(_("{track} +1; …"), track=example))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * theme.SPACE, 0, 2 * theme.SPACE, 0)
        foot.addWidget(self.waits)
        foot.addWidget(self.refused)
        foot.addWidget(self.why_grey.line)
        foot.addWidget(flowing(theme.SPACE, self.save, self.cancel, self.forget))
        column.addLayout(foot)

    def _connect(self) -> None:
        fields = (
            self.title,
            self.from_whom,
            self.means,
            self.effects,
            self.expected,
            self.objective,
            self.responsible,
        )
        sends(self._save, self.text, *fields)
        for field in fields:
            field.textChanged.connect(self._typed)
        self.text.textChanged.connect(self._typed)
        self.track.activated.connect(self._add_track)
        self.turn.currentIndexChanged.connect(self._typed)
        self.minute.changed.connect(self._typed)
        self.by_hand.toggled.connect(self._typed)
        self.drops.toggled.connect(self._typed)
        self.chips.changed.connect(self._typed)

    def _add_track(self, place: int) -> None:
        if place > 0:
            names = track_names(self._session)
            self.effects.setText(with_track(self.effects.text(), names[place - 1]))
            self.effects.setFocus()
        self.track.setCurrentIndex(0)

    def _fit(self) -> None:
        self.text.setFixedHeight(theme.scaled(18) * LINES + 20)

    def begin(self, aim: Aim, inject: str = "") -> None:
        """Open the form for a new inject, or for one that there is."""
        session = self._session
        self._start = edit_draft(session, inject) if inject else new_draft(session.play)
        self._place = f"inject/{inject or 'new'}"
        self.heading.setText(self._heading(aim))
        self.save.setText(on_button(self._save_words(aim)))
        only = ("to",) if aim is Aim.ADDRESS else tuple(self._rows)
        for name, parts in self._rows.items():
            for part in parts:
                part.setVisible(name in only)
        self.by_hand.setVisible(aim is not Aim.ADDRESS)
        self.drops.setVisible(self._start.is_copy and self._start.drops)
        self._put(draft_again(self._start, self._half.of(self._place)))
        self.show()
        first = self.chips.everyone if aim is Aim.ADDRESS else self.title
        first.setFocus()

    def _heading(self, aim: Aim) -> str:
        row = self._start.row
        if aim is Aim.NEW:
            return _("Write an inject")
        if aim is Aim.ADDRESS:
            return fill(_("Send “{title}” to"), title=row.title)
        if self._start.is_copy:
            return fill(_("Edit a copy of “{title}”"), title=row.title)
        return fill(_("Edit “{title}”"), title=row.title)

    def _save_words(self, aim: Aim) -> str:
        if aim is Aim.NEW:
            return _("Put it on the list")
        if aim is Aim.ADDRESS:
            return _("Address it so")
        return _("Keep the copy") if self._start.is_copy else _("Keep it so")

    def _put(self, draft: InjectDraft) -> None:
        row = draft.row
        choices = turn_choices(self._session, draft)
        self._turns = [each.turn for each in choices]
        for field in self._fields():
            field.blockSignals(True)
        self.title.setText(row.title)
        self.text.setPlainText(row.text)
        self.from_whom.setText(row.sender)
        self.means.setText(row.means)
        self.effects.setText(draft.effects)
        self.expected.setText(row.expected)
        self.objective.setText(row.objective)
        self.responsible.setText(row.responsible)
        self.turn.clear()
        self.turn.addItems([each.words for each in choices])
        wanted = AS_ORIGINAL if row.waits_as_original else row.turn
        self.turn.setCurrentIndex(self._turns.index(wanted) if wanted in self._turns else 0)
        self.minute.show_number(row.minute)
        self.by_hand.setChecked(row.optional)
        self.drops.setChecked(draft.drops)
        self.chips.offer(self._session)
        self.chips.pick(row.to)
        for field in self._fields():
            field.blockSignals(False)
        self.say("")
        self._show_button()

    def _fields(self) -> tuple[QWidget, ...]:
        texts = (self.title, self.text, self.from_whom, self.means, self.effects, self.expected)
        return (*texts, self.objective, self.responsible, self.turn, self.by_hand, self.drops)

    @property
    def draft(self) -> InjectDraft:
        """What stands in the form now."""
        picked = self._turns[self.turn.currentIndex()] if self.turn.count() else 0
        row = self._start.row._replace(
            title=self.title.text(),
            text=self.text.toPlainText(),
            sender=self.from_whom.text(),
            means=self.means.text(),
            to=self.chips.picked,
            expected=self.expected.text(),
            objective=self.objective.text(),
            responsible=self.responsible.text(),
            optional=self.by_hand.isChecked() or picked == 0,
            turn=max(picked, 0),
            minute=self.minute.number(),
            waits_as_original=picked == AS_ORIGINAL,
        )
        drops = self.drops.isChecked() if self._start.drops else False
        return self._start._replace(row=row, effects=self.effects.text(), drops=drops)

    def say(self, why: str) -> None:
        """Say why it cannot be kept."""
        self.refused.setText(why)
        self.refused.setVisible(bool(why))

    def done(self) -> None:
        """It is in the record."""
        self._half.done(self._place)

    def _typed(self) -> None:
        self._show_button()
        now = self.draft
        self._half.typed(self._place, "" if now == self._start else draft_as_text(now))

    def _throw_away(self) -> None:
        self._half.done(self._place)
        self.left.emit()

    def _show_button(self) -> None:
        why = ""
        if not self.title.text().strip() or not self.text.toPlainText().strip():
            why = _("An inject needs a title and a text.")
        self.why_grey.say(why)
        readers = effect_readers(self._session, self.draft)
        self.readers.setText(readers)
        self.readers.setVisible(bool(readers))
        waits = waits_now(self._session, self.draft)
        self.waits.setText(waits)
        self.waits.setVisible(bool(waits))
        self.by_hand.setEnabled(not self.turn.count() or self._turns[self.turn.currentIndex()] != 0)

    def _save(self) -> None:
        if self.save.isEnabled():
            self.written.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Chips(QWidget):
    """To whom it goes: all seats, or those picked. ``changed`` when others are picked."""

    changed = Signal()

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self.everyone = _chip(_("All seats"))
        self.everyone.clicked.connect(self._press_all)
        self.chips = {actor: _chip(scenario.actor_name(actor)) for actor in scenario.actors}
        for chip in self.chips.values():
            chip.clicked.connect(self._press_one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flowing(6, self.everyone, *self.chips.values()))

    @property
    def picked(self) -> tuple[str, ...]:
        """The actors picked; none for all."""
        return tuple(actor for actor, chip in self.chips.items() if chip.isChecked())

    def offer(self, session: Session) -> None:
        """Offer control's own seats only where people sit."""
        setup = session.play.setup
        people = {
            seat.actor
            for seat in session.scenario.seats
            if not seat.control or setup.of(seat.id).played_by == "person"
        }
        for actor, chip in self.chips.items():
            chip.setVisible(actor in people)

    def pick(self, actors: tuple[str, ...]) -> None:
        """Have these picked, and no others."""
        for actor, chip in self.chips.items():
            chip.setChecked(actor in actors)
            if actor in actors:
                chip.show()
        self.everyone.setChecked(not self.picked)

    def _press_all(self) -> None:
        self.pick(())
        self.changed.emit()

    def _press_one(self) -> None:
        self.everyone.setChecked(not self.picked)
        self.changed.emit()


def _chip(text: str) -> QPushButton:
    chip = QPushButton(on_button(text))
    chip.setProperty("role", "soft")
    chip.setCheckable(True)
    steady(chip)
    return chip
