"""The row that control gives a free order: taken from one of the tables, or written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.own_move import Coded, OwnMove
from idlib_wargame.views.desk.free_rows import RowHelp
from idlib_wargame.views.desk.open_orders import OpenOrder, odds_choices
from idlib_wargame.windows.cards.effect_rows import EffectRows
from idlib_wargame.windows.desk.order_forms import Do, OrderForm, SeatChips
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.words.language import _
from idlib_wargame.words.odds import band_title

ALL, OWN, SOME = "all", "own", "some"  # who learns of the act


class RowForm(OrderForm):
    """Name, table, odds, what each result does, how it is coded, and who learns of it."""

    kind = "row"

    def __init__(
        self, view: OpenOrder, help_: RowHelp, do: Do, parent: QWidget | None = None
    ) -> None:
        send = _("Change its row") if view.has_row else _("Give it this row")
        super().__init__(view.order, do, send, parent)
        self._help = help_
        self._named = ""
        self._effects: dict[Band, Effects] = {}
        self._band = Band.SUCCESS
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 3)
        self.column.addLayout(self._grid)
        nothing = ("", _("Nothing of the tables"))
        self.like = self._list(_("Taken from"), (*help_.near, nothing))
        self.name = QLineEdit()
        self.name.setAccessibleName(_("What it is called"))
        self._add(_("Called"), self.name)
        self.table = self._list(_("Table"), help_.tables)
        self.step = self._list(_("Step"), help_.steps)
        self.odds = self._list(_("How likely it is"), odds_choices())
        self.as_set = label(_("As the odds that were set for this order."), "muted", wrap=True)
        self._add("", self.as_set)
        self.as_set.setHidden(help_.set_need is None)
        self.comes = label("", "muted", wrap=True)
        self._add("", self.comes)
        self.without = QPushButton(_("Leave these modifiers out"))
        self.without.setProperty("role", "soft")
        self.without.setCheckable(True)
        steady(self.without, waits=False)
        self.without.toggled.connect(lambda _on: self.say())
        self._add("", flowing(theme.SPACE, self.without))
        self.severity = self._list(_("How severe it is"), help_.severities)
        bands = [(int(band), band_title(band)) for band in reversed(Band)]
        self.band = self._list(_("What it does with"), bands)
        self.effects = EffectRows(help_.tracks)
        self.column.addWidget(self.effects)
        self._below = QGridLayout()
        self._below.setHorizontalSpacing(theme.SPACE)
        self._below.setColumnStretch(0, 1)
        self._below.setColumnStretch(1, 3)
        self.column.addLayout(self._below)
        self._grid = self._below
        codes = [(n, said) for n, (_coded, said) in enumerate(help_.codes)]
        self.code = self._list(_("Coded as"), ((-1, _("Not coded")), *codes))
        self.targets = SeatChips(help_.actors)
        self._aimed = self._add(_("Aimed at"), self.targets)
        told = ((ALL, _("Everybody")), (OWN, _("Nobody but its seat")), (SOME, _("These:")))
        self.told = self._list(_("Who learns of it"), told)
        self.learns = SeatChips(help_.actors)
        self._add("", self.learns)
        self.finish(self.name)
        self.like.activated.connect(lambda _place: self._take())
        self.band.activated.connect(lambda _place: self._turn_band())
        self.told.activated.connect(lambda _place: self._say_told())
        self.code.activated.connect(lambda _place: self._say_told())
        self.learns.changed.connect(self.say)
        self.effects.changed.connect(self.say)
        if help_.before is not None:
            self._fill(help_.before)
        else:
            self._take()
        self._named = self.name.text().strip()

    def _add(self, words: str, field: QWidget) -> QWidget:
        row, name = self._grid.rowCount(), label(words, "muted", wrap=True)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(field, row, 1)
        return name

    def _list(self, name: str, found: Sequence[tuple[object, str]]) -> PickList:
        picks = PickList(8)
        picks.setAccessibleName(name)
        for key, words in found:
            picks.addItem(words, key)
        self._add(name, picks)
        return picks

    def _take(self) -> None:
        """As that row of the tables is; what is called otherwise stays so."""
        name = self.name.text()
        self._fill(self._help.like(str(self.like.currentData())))
        if name.strip():
            self.name.setText(name)

    def _fill(self, row: OwnMove) -> None:
        like = f"{row.like}/{row.choice}" if row.choice else row.like
        for picks, key in (
            (self.like, like),
            (self.table, row.table),
            (self.step, row.step),
            (self.severity, row.severity),
            (self.odds, self._nearest(self._help.set_need or row.target)),
            (self.told, ALL if row.learns is None else SOME if row.learns else OWN),
            (self.code, self._code_of(row.coded)),
        ):
            picks.setCurrentIndex(max(picks.findData(key), 0))
        self.name.setText(row.name)
        self.learns.pick(row.learns or ())
        self.targets.pick(row.coded.targets if row.coded is not None else ())
        self._effects = {band: row.effects.get(band, ()) for band in Band}
        self.band.setCurrentIndex(self.band.findData(int(Band.SUCCESS)))
        self._band = Band.SUCCESS
        self.effects.fill(self._effects[self._band], is_touched=True)
        self._say_told()

    def _nearest(self, target: int) -> int:
        return min((need for need, _word in odds_choices()), key=lambda need: abs(need - target))

    def _code_of(self, coded: Coded | None) -> int:
        if coded is None:
            return -1
        plain = coded._replace(targets=())
        return next((n for n, (each, _said) in enumerate(self._help.codes) if each == plain), -1)

    def _turn_band(self) -> None:
        """Keep what was written for one result, and show another's."""
        self._effects[self._band] = self.effects.effects
        self._band = Band(int(self.band.currentData()))
        self.effects.fill(self._effects.get(self._band, ()), is_touched=True)
        self.say()

    def _say_told(self) -> None:
        self.learns.setHidden(self.told.currentData() != SOME)
        is_coded = int(self.code.currentData()) >= 0
        for part in (self.targets, self._aimed):
            part.setHidden(not is_coded)
        self._say_comes()
        self.say()

    def _say_comes(self) -> None:
        """Which modifiers come with the row that this one is taken from."""
        to_all = self.told.currentData() == ALL
        said = self._help.comes(str(self.like.currentData()), to_all)
        self.comes.setText(said)
        for part in (self.comes, self.without):
            part.setHidden(not said)

    def lacking(self) -> str:
        """Its name, and whom it is told to. A row may move a track twice, as those of a pack do."""
        if not self.name.text().strip():
            return _("Say what it is called.")
        if self.told.currentData() == SOME and not self.learns.picked:
            return _("Pick who learns of it.")
        return ""

    @property
    def row(self) -> OwnMove:
        """The row as it is filled in."""
        taken = "" if self.without.isChecked() else str(self.like.currentData())
        like, _stroke, choice = taken.partition("/")
        code = int(self.code.currentData())
        coded = self._help.codes[code][0] if code >= 0 else None
        if coded is not None:
            coded = coded._replace(targets=self.targets.picked)
        return OwnMove(
            name=self.name.text().strip(),
            table=str(self.table.currentData()),
            step=str(self.step.currentData()),
            target=int(self.odds.currentData()),
            severity=str(self.severity.currentData()),
            effects={**self._effects, self._band: self.effects.effects},
            coded=coded,
            learns=self._learns(),
            like=like,
            choice=choice,
        )

    def _learns(self) -> tuple[str, ...] | None:
        if self.told.currentData() == ALL:
            return None
        return self.learns.picked if self.told.currentData() == SOME else ()

    @property
    def half_typed(self) -> str:
        """The name, where it was written otherwise than the order has it."""
        typed = self.name.text().strip()
        return "" if typed in ("", self._named) else typed

    def act(self) -> Act:
        """That row, in place of one that it had."""
        return WriteRow(self.order, self.row)
