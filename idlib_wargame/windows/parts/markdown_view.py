"""Markdown for reading: briefs and reports, in the program's own type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import leading
from idlib_wargame.words.language import begins_isolated

_ON_A_PAGE = {1: 20, 2: 16, 3: 13}
_IN_A_COLUMN = {1: 16, 2: 13, 3: 13}


class MarkdownView(QTextBrowser):
    """With ``grows`` it is as tall as its text and leaves scrolling to what it stands in.

    Where most of what it shows ``is_ours``, the headings begin where the screen is read from;
    else each line begins where its own script does.
    """

    def __init__(
        self, grows: bool = False, is_ours: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_ours = is_ours
        self._markdown = ""
        self._dressing = False
        self._grows = grows
        self._sizes = _IN_A_COLUMN if grows else _ON_A_PAGE
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setIndentWidth(2 * theme.SPACE)
        if grows:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().setDocumentMargin(0)
            self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
            self.setVerticalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)

    def say(self, markdown: str) -> None:
        """Show a text."""
        self._markdown = markdown
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Set the text again when its size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._markdown and not self._dressing:
            self._dress()

    def minimumSizeHint(self) -> QSize:
        """Never wider than it is let."""
        return QSize(0, self.height() if self._grows else 0)

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 2)

    def _dress(self) -> None:
        self._dressing = True
        self.setMarkdown(self._markdown)
        block = self.document().begin()
        while block.isValid():
            self._dress_block(block)
            block = block.next()
        self._dressing = False

    def _dress_block(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        spacing = QTextBlockFormat()
        spacing.setTopMargin(0 if block.blockNumber() == 0 else 14 if level else 2)
        spacing.setBottomMargin(4)
        if begins_isolated(block.text()):
            # Qt does not see which way a line runs that stands wholly in isolates.
            spacing.setLayoutDirection(self.layoutDirection())
        elif level and self._is_ours:
            spacing.setAlignment(leading())
        cursor.mergeBlockFormat(spacing)
        for start, length, letters in _runs(block):
            if level or letters.fontWeight() > QFont.Weight.DemiBold:
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                letters.setFont(theme.font(self._sizes.get(level, 13), bold=True))
                cursor.setCharFormat(letters)


def _runs(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Each stretch of letters set alike: where it starts, how long it is, and how it is set."""
    found = []
    place = block.begin()
    while not place.atEnd():
        piece = place.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat()))
        place += 1
    return found
