"""What a seat thinks will happen: a word for each ending, the rung, and the seal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.judging.form import EndingLine, Judgement, JudgementForm
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import emptied, label, rule
from idlib_wargame.windows.parts.one_press import hand, leave_keys, steady
from idlib_wargame.windows.parts.pick_list import PickList, opens_words
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.judging import rung_asked
from idlib_wargame.words.language import _, fill

LETTERS = 18  # of a rung in its folded list, which is as wide as the form
WIDE = 104 * theme.SPACE  # so that each list stands beside what it answers


class Judging(Protocol):
    """What of a seat's door the page uses."""

    def draft_judgement(self, judgement: Judgement) -> None:
        """Keep what is filled in so far."""

    def judge(self, judgement: Judgement) -> None:
        """Seal what the seat thinks."""

    def take_judgement_back(self) -> None:
        """Take a sealed judgement back to the draft."""


class FormOfJudgement(QScrollArea):
    """The seat's own, kept with each pick. Drawn anew only where other things are asked.

    It takes the keys itself when its buttons change places, so that no press goes to the next.
    What is still to be done, and the buttons, stand in its ``foot``, which does not scroll.
    """

    def __init__(self, door: Judging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._form: JudgementForm | None = None
        self._drawn: tuple[object, ...] | None = None
        self.words: dict[str, PickList] = {}  # by ending
        self.rung: PickList | None = None
        self.remark = label(wrap=True)
        self.fault = label(role="danger", wrap=True)
        self.lacks = label(role="muted", wrap=True)
        self.state = label(role="muted", wrap=True)
        self.seal = QPushButton(_("Seal what you think"))
        self.seal.setIcon(icons.icon("seal", "muted"))
        self.seal.clicked.connect(self._seal)
        self.take_back = QPushButton(_("Take it back"))
        self.take_back.setIcon(icons.icon("unseal", "muted"))
        self.take_back.clicked.connect(self._take_back)
        for button in (self.seal, self.take_back):
            steady(button)
            leave_keys(button)
        self.setAccessibleName(_("What you think will happen"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot = QWidget()
        self._lay_out()
        self._lay_out_foot()

    def _lay_out(self) -> None:
        self._asked, self._lists, self._earlier = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._asked, self._lists, self._earlier):
            part.setSpacing(theme.SPACE)
        inside = QWidget()
        inside.setMaximumWidth(theme.scaled(WIDE))
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addLayout(self._asked)
        column.addWidget(self.state)
        self.state.hide()
        column.addLayout(self._lists)
        column.addLayout(self._earlier)
        column.addStretch()
        self.setWidget(inside)

    def _lay_out_foot(self) -> None:
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(2 * theme.SPACE, 0, 2 * theme.SPACE, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(rule())
        for words in (self.remark, self.fault, self.lacks):
            column.addWidget(words)
            words.hide()
        for button in (self.seal, self.take_back):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_form(self, form: JudgementForm | None) -> None:
        """Show what is asked, and what has been said; a list that is open is left alone."""
        self._form = form
        if form is None:
            return
        drawn = _but_picks(form)
        if drawn != self._drawn:
            self._drawn = drawn
            self._keep_keys()
            self._draw(form)
        for ending in form.endings:
            if ending.id in self.words:
                _pick(self.words[ending.id], ending.word)
        if self.rung is not None:
            _pick(self.rung, form.rung)
        self._say(self.remark, form.remark if form.is_open else "")
        self._say(self.state, form.state)
        self._say(self.lacks, form.lacks)
        self.seal.setVisible(form.is_open)
        say_grey(self.seal, "" if form.is_whole else form.lacks or form.state)
        self.take_back.setVisible(form.may_take_back)
        self.foot.setVisible(form.is_open or form.may_take_back)

    def take_keys(self) -> None:
        """To the first thing that is still to be said."""
        for pick in self._picks:
            if pick.currentIndex() == 0:
                pick.setFocus()
                return
        self.setFocus()

    @property
    def _picks(self) -> list[PickList]:
        return [*self.words.values(), *([self.rung] if self.rung else [])]

    def _keep_keys(self) -> None:
        """What goes leaves the keys here, or they would go on to whatever stands next."""
        on = QApplication.focusWidget()
        if on in (*self._picks, self.seal, self.take_back):
            self.setFocus()

    def _draw(self, form: JudgementForm) -> None:
        self._say(self.fault, "")
        for part in (self._asked, self._lists, self._earlier):
            emptied(part)
        self.words, self.rung = {}, None
        if form.is_asked:
            self._asked.addWidget(label(form.asks, "heading", wrap=True))
            if form.is_open:
                self._asked.addWidget(label(form.rule, "muted", wrap=True))
                self._lists.addWidget(label(opens_words(), "muted", wrap=True))
            grid = QGridLayout()
            grid.setHorizontalSpacing(2 * theme.SPACE)
            grid.setVerticalSpacing(theme.SPACE)
            grid.setColumnStretch(0, 1)
            self._lists.addLayout(grid)
            self._add_endings(grid, form)
            self._add_rung(grid, form)
        self._order_stops(form.is_open)
        for given in form.earlier:
            self._earlier.addWidget(label(given.heading, "eyebrow", wrap=True))
            for line in given.lines:
                self._earlier.addWidget(label(line, "muted", wrap=True, leads=True))

    def _order_stops(self, is_open: bool) -> None:
        """From the first list to the last, and then to the buttons.

        While there are lists, the keys need not stop at what they stand on, where none can be seen.
        """
        is_stop = Qt.FocusPolicy.ClickFocus if is_open else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(is_stop)
        stops: list[QWidget] = [self, *self._picks, self.seal, self.take_back]
        for stop, after in pairwise(stops):
            QWidget.setTabOrder(stop, after)

    def _add_endings(self, grid: QGridLayout, form: JudgementForm) -> None:
        words = dict(form.words)
        for row, ending in enumerate(form.endings):
            said = fill(_("How likely is “{ending}”?"), ending=ending.name)
            name = _named(ending)
            if form.is_open:
                pick = self._list(said, form.words, partial(self._say_word, ending.id))
                if ending.text:
                    pick.setAccessibleDescription(_described(ending))
                self.words[ending.id] = pick
                _add_row(grid, row, name, pick)
            else:
                _add_row(grid, row, name, label(words.get(ending.word, "")))

    def _add_rung(self, grid: QGridLayout, form: JudgementForm) -> None:
        """Under its question and as wide as the page: names of rungs are long."""
        if not form.rungs:
            return
        said, row = rung_asked(), grid.rowCount()
        names = tuple((rung.number, rung.name) for rung in form.rungs)
        grid.addWidget(label(said, bold=True, wrap=True), row, 0, 1, 2)
        if form.is_open:
            self.rung = self._list(said, names, self._say_rung, LETTERS)
            self.rung.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(self.rung, row + 1, 0, 1, 2)
        else:
            named = dict(names).get(form.rung, "") if form.rung is not None else ""
            grid.addWidget(label(named, wrap=True, leads=True), row + 1, 0, 1, 2)

    def _list(
        self,
        name: str,
        rows: Sequence[tuple[object, str]],
        said: Callable[[object], None],
        letters: int = 0,
    ) -> PickList:
        """As wide as its words, unless so many ``letters`` are enough."""
        pick = PickList(letters)
        pick.setAccessibleName(name)
        pick.addItem(_("Not said yet"), None)
        for value, words in rows:
            pick.addItem(words, value)
        pick.activated.connect(lambda _place: said(pick.currentData()))
        return pick

    def _say_word(self, ending: str, word: object) -> None:
        if self._form is not None:
            self._keep(self._form.with_word(ending, str(word or "")))

    def _say_rung(self, rung: object) -> None:
        if self._form is not None:
            number = rung if isinstance(rung, int) else None
            self._keep(self._form.judgement._replace(rung=number))

    def _keep(self, judgement: Judgement) -> None:
        self._do(lambda: self._door.draft_judgement(judgement))

    def _seal(self) -> None:
        form = self._form
        if form is not None and self._do(lambda: self._door.judge(form.judgement)):
            hand().has_acted()

    def _take_back(self) -> None:
        if self._do(self._door.take_judgement_back):
            hand().has_acted()

    def _do(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Refused as refused:
            self._say(self.fault, str(refused))
            return False
        self._say(self.fault, "")
        return True

    def _say(self, where: QLabel, words: str) -> None:
        where.setText(words)
        where.setVisible(bool(words))


def _but_picks(form: JudgementForm) -> tuple[object, ...]:
    asked = tuple(each._replace(word="") for each in form.endings) if form.is_open else form.endings
    rung = None if form.is_open else form.rung
    return form.turn, asked, form.words, form.rungs, rung, form.is_open, form.earlier


def _pick(pick: PickList, value: object) -> None:
    pick.setCurrentIndex(max(0, pick.findData(value)) if value not in ("", None) else 0)


def _named(ending: EndingLine) -> QWidget:
    """An ending by its name, and what it means."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(ending.name, bold=True, wrap=True))
    if ending.text:
        column.addWidget(label(ending.text, "muted", wrap=True, leads=True))
    return both


def _described(ending: EndingLine) -> str:
    """What an ending means, for whoever is read its list and sees nothing beside it."""
    said = _("{ending} Space opens the list; arrows and Enter pick from it.")
    return fill(said, ending=ending.text)


def _add_row(grid: QGridLayout, row: int, name: QWidget, said: QWidget) -> None:
    grid.addWidget(name, row, 0)
    grid.addWidget(said, row, 1)
