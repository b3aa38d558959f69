"""One term of an offer as it is written: all but free words is picked from lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.offer import Does, Link, Term
from idlib_wargame.views.bargains.choosing import (
    Option,
    TermChoices,
    kind_words,
    link_words,
    of_kind,
    spared_anew,
    turn_words,
)
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.value_list import ValueList
from idlib_wargame.words.bargains import score_words
from idlib_wargame.words.language import _, fill

LINES = 2  # of free words
FEW, SOME, MANY = 8, 12, 16  # letters that stand in a folded list


class Shown(NamedTuple):
    """A term and what its form says of it: its place in the offer, how it reads, whether new."""

    place: int
    term: Term
    reads: str
    is_new: bool


class TermForm(QFrame):
    """``changed`` carries the place and the term as it is now, ``dropped`` the place.

    ``sent`` by the keys that send what is typed in free words.
    """

    changed = Signal(int, object)
    dropped = Signal(int)
    sent = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self._shown: Shown | None = None
        self._choices: TermChoices | None = None

        def named(words: str) -> str:
            return fill(words, number=number)

        self.kind: ValueList[Does] = ValueList(named(_("Term {number}: what kind")), FEW)
        self.debtor: ValueList[str] = ValueList(named(_("Term {number}: who owes it")), FEW)
        self.what: ValueList[tuple[str, str]] = ValueList(named(_("Term {number}: what")), MANY)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(named(_("Term {number}: in free words")))
        self.score: ValueList[int] = ValueList(named(_("Term {number}: how far")), FEW)
        self.hold = QCheckBox(_("and it stays so"))
        self.against: ValueList[str] = ValueList(named(_("Term {number}: whom it spares")), FEW)
        self.by: ValueList[int] = ValueList(named(_("Term {number}: by when")), FEW)
        self.link: ValueList[Link | None] = ValueList(
            named(_("Term {number}: what it depends on")), SOME
        )
        self.new = label(_("New here"), "eyebrow")
        self.reads = label("", "muted", wrap=True, leads=True)
        self.drop = QPushButton()
        self.drop.setProperty("role", "quiet")
        self.drop.setIcon(icons.icon("close", "muted"))
        self.drop.setToolTip(_("Take this term out"))
        self.drop.setAccessibleName(named(_("Take term {number} out")))
        steady(self.drop)
        self._lay_out(number)
        self._connect()

    def _lay_out(self, number: int) -> None:
        wide = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.what.setSizePolicy(wide)
        self.words.setPlaceholderText(_("What is promised, in your own words"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(theme.scaled(18) * LINES + 20)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(
            flowing(6, label(str(number), "muted", bold=True), self.kind, self.debtor, self.new), 1
        )
        head.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.what)
        column.addWidget(self.words)
        column.addWidget(flowing(6, self.score, self.hold, self.against, self.by, self.link))
        column.addWidget(self.reads)

    def _connect(self) -> None:
        for each in (self.what, self.score, self.against, self.by, self.link, self.debtor):
            each.picked.connect(self._tell)
        self.kind.picked.connect(self._other_kind)
        self.hold.clicked.connect(self._tell)
        self.words.textChanged.connect(self._tell)
        sends(self.sent.emit, self.words)
        self.drop.clicked.connect(lambda: self.dropped.emit(self._place))

    @property
    def stops(self) -> list[QWidget]:
        """What takes the keys here, in reading order."""
        return [
            *(self.kind, self.debtor, self.drop, self.what, self.words),
            *(self.score, self.hold, self.against, self.by, self.link),
        ]

    def show_term(self, shown: Shown, choices: TermChoices) -> None:
        """Show a term, and what may be picked in its place; words being typed are left alone."""
        self._shown, self._choices = shown, choices
        term, lists = shown.term, choices
        self.kind.offer(
            [(kind, kind_words(kind)) for kind in lists.kinds(term.debtor)],
            term.does,
            kind_words(term.does),
        )
        self.debtor.offer(_pairs(lists.debtors), term.debtor, lists.name(term.debtor))
        self.debtor.setVisible(len(lists.debtors) > 1 or self.debtor.count() > 1)
        rows = [((each.id, each.choice), each.words) for each in lists.of(term)]
        gone = fill(_("no longer there: {what}"), what=term.what)
        self.what.offer(rows, (term.what, term.choice), gone)
        is_words = term.does is Does.WORDS
        self.what.setVisible(not is_words)
        self.words.setVisible(is_words)
        if is_words and self.words.toPlainText() != term.what:
            self.words.setPlainText(term.what)
        self._show_how(term, lists)
        self.new.setVisible(shown.is_new)
        self.reads.setText(shown.reads)

    def _show_how(self, term: Term, lists: TermChoices) -> None:
        """How far, whom it spares, by when, and what it hangs on."""
        scores = [(score, score_words(score)) for score in (1, 2, 3)]
        self.score.offer(scores, term.score, score_words(term.score))
        self.hold.setChecked(term.hold)
        for each in (self.score, self.hold):
            each.setVisible(term.does is Does.CLAUSE)
        spared = _pairs(lists.spared(term))
        self.against.offer(spared, term.against, lists.name(term.against) or _("nobody named"))
        self.against.setVisible(bool(spared) or bool(term.against))
        restrains = term.does is Does.RESTRAINT
        turns = [(turn, turn_words(turn, restrains)) for turn in lists.turns]
        self.by.offer(turns, term.by, turn_words(term.by, restrains))
        links = [(each, link_words(each)) for each in lists.links(self._place)]
        self.link.offer(links, term.link, link_words(term.link))
        self.link.setVisible(len(links) > 1 or term.link is not None)

    @property
    def _place(self) -> int:
        assert self._shown is not None, "a form that nobody filled is not shown"
        return self._shown.place

    def _tell(self) -> None:
        if self._shown is None:
            return
        term = self._as_it_is(self._shown.term)
        if term != self._shown.term:
            self._shown = self._shown._replace(term=term)
            self.changed.emit(self._place, term)

    def _as_it_is(self, term: Term) -> Term:
        what, choice = self.what.value or (term.what, term.choice)
        if term.does is Does.WORDS:
            what, choice = self.words.toPlainText(), ""
        term = term._replace(
            debtor=self.debtor.value or term.debtor,
            what=what,
            choice=choice,
            score=(self.score.value or 0) if term.does is Does.CLAUSE else 0,
            hold=self.hold.isChecked() and term.does is Does.CLAUSE,
            against=self.against.value or "",
            by=self.by.value if self.by.value is not None else term.by,
            link=self.link.value,
        )
        return spared_anew(term, self._choices) if self._choices else term

    def _other_kind(self) -> None:
        """Words that were typed wait in their field until free words are picked again."""
        kind = self.kind.value
        if self._shown is not None and self._choices is not None and kind is not None:
            term = of_kind(self._shown.term, kind, self._choices, self.words.toPlainText())
            self.changed.emit(self._place, term)


def _pairs(options: Sequence[Option]) -> list[tuple[str, str]]:
    return [(each.id, each.words) for each in options]
