"""What one move is about: read while picking, under the tables."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from idlib_wargame.views.seat import MoveOption
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.language import _, fill


class MoveDetail(QFrame):
    """A strip of fixed height, so that nothing jumps while the pointer wanders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.name = label(bold=True, wrap=True)
        self.summary = label(wrap=True)
        self.odds = label(role="muted", wrap=True)
        self.company = label(wrap=True)
        self.effects = label(role="muted", wrap=True)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(12, 10, 12, 10)
        across.setSpacing(2 * theme.SPACE)
        about = (self.name, self.summary, self.company, self.odds)
        for words in (about, (self.effects,)):
            column = QVBoxLayout()
            column.setSpacing(2)
            for each in words:
                column.addWidget(each)
            column.addStretch()
            across.addLayout(column, 1)
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
        self.summary.setText(
            fill(
                _("Rest on a move to read what it would do. Enter picks it, {keys} seals."),
                keys=key_words(Where.SEAT, "go_on"),
            )
        )
        self.odds.setText("")
        self.company.hide()
        self.effects.setText("")
        self.name.hide()

    def show_option(self, option: MoveOption) -> None:
        """Show one option."""
        self.name.setText(fill(_("{move} ({code})"), move=option.title, code=option.code))
        self.name.show()
        self.summary.setText(option.why_not or option.summary)
        self.odds.setText(option.why_not_exact if option.refusal else option.odds_in_full)
        self.company.setText(option.company_in_full)
        self.company.setVisible(bool(option.company_in_full))
        self.effects.setText("\n".join(option.outcomes))
