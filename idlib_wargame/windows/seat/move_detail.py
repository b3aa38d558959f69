"""What one move is about: read while picking, under the tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.seat import MoveOption
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import emptied, label, settle
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.windows.parts.remarks import remark
from idlib_wargame.words.language import _, fill

LEAST, MOST = 124, 280  # pixels high, before the size of text
BESIDE = 420  # pixels wide from which its columns stand side by side, at the usual size of text
SHARE = 0.26  # of the page's height, between those


class MoveDetail(QFrame):
    """As high as its page lets it be and never by what it says, so that nothing jumps while the
    pointer wanders: the odds and what the move is, what helps and hurts now, what each result does.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._page_height = 0
        self.name = label(bold=True, wrap=True)
        self.odds = label(wrap=True)
        self._odds = Number(self.odds)
        self._remarks = QVBoxLayout()
        self.company = label(wrap=True)
        self.summary = label(role="muted", wrap=True)
        self._leanings = QVBoxLayout()
        self._results = QVBoxLayout()
        inside = self._inside = QWidget()
        across = self._across = QHBoxLayout(inside)
        across.setContentsMargins(12, 10, 12, 10)
        across.setSpacing(2 * theme.SPACE)
        about = QVBoxLayout()
        about.addWidget(self.name)
        about.addWidget(self.odds)
        about.addLayout(self._remarks)
        about.addWidget(self.company)
        about.addWidget(self.summary)
        for column, share in ((about, 5), (self._leanings, 3), (self._results, 5)):
            column.setSpacing(2)
            beside = QVBoxLayout()
            beside.addLayout(column)
            beside.addStretch()
            across.addLayout(beside, share)
        self._scroll = scroll = QScrollArea()
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

    def share_page(self, height: int) -> None:
        """Take its share of a page so high, in pixels."""
        self._page_height = height
        self._fix_height()

    def _fix_height(self) -> None:
        wanted = round(SHARE * self._page_height)
        self.setFixedHeight(max(theme.scaled(LEAST), min(theme.scaled(MOST), wanted)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where three columns would be a word wide, they stand under each other."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < theme.scaled(BESIDE)
        self._across.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def read_on(self, way: int) -> None:
        """Scroll a page on (1) or back (−1)."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep())

    def clear(self) -> None:
        """Say how to use it."""
        self.summary.setText(
            fill(
                _("Rest on a move to read what it would do. Enter picks it, {keys} seals."),
                keys=key_words(Where.SEAT, "go_on"),
            )
        )
        for each in (self.name, self.odds, self.company):
            _say(each, "")
        self._odds.tell()
        emptied(self._remarks)
        emptied(self._leanings)
        emptied(self._results)

    def show_option(self, option: MoveOption) -> None:
        """Show one option, from its top."""
        self._scroll.verticalScrollBar().setValue(0)
        _say(self.name, fill(_("{move} ({code})"), move=option.title, code=option.code))
        closed = "\n".join(dict.fromkeys(filter(None, (option.why_not, option.why_not_exact))))
        _say(self.odds, closed or option.odds_in_full)
        self._odds.tell(*(() if closed else option.odds_accounts))
        emptied(self._remarks)
        for said in option.breaches:
            self._remarks.addLayout(remark("warning", "warning", said))
        for said in option.keeps:
            self._remarks.addLayout(remark("check", "good", said))
        _say(self.company, option.company_in_full)
        self.summary.setText(option.summary)
        emptied(self._leanings)
        emptied(self._results)
        _list(self._leanings, _("Helps now"), option.helps)
        _list(self._leanings, _("Hurts now"), option.hurts)
        if not (option.helps or option.hurts):
            _list(self._leanings, _("Helps or hurts now"), [_("Nothing that you know of.")])
        _list(self._results, _("What each result does"), option.outcomes)
        settle(self._inside)


def _say(where: QLabel, text: str) -> None:
    where.setText(text)
    where.setVisible(bool(text))


def _list(column: QVBoxLayout, heading: str, lines: Sequence[str]) -> None:
    """A heading and what stands under it; nothing where that is nothing."""
    if lines:
        column.addWidget(label(heading, "eyebrow", wrap=True))
    for line in lines:
        column.addWidget(label(line, "muted", wrap=True, leads=True))
