"""The situation report of the last turn, to be read out or handed round."""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtWidgets import QWidget

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.desk.record_lines import head_after
from idlib_wargame.windows.parts.markdown_view import MarkdownView
from idlib_wargame.words.language import _


class ReportPage(MarkdownView):
    """Empty until a turn has been closed."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(is_ours=True, parent=parent)
        self._scenario = scenario
        self._shown: Turn | None = None
        self.setAccessibleName(_("Situation report"))
        self.document().setDocumentMargin(16)

    def show_play(self, play: Play, entries: Sequence[Entry], struck: Set[int]) -> None:
        """Show the report of the last turn closed, with the head that the record had then."""
        if play.last is not None and play.last is not self._shown:
            from idlib_wargame.words.sitrep import sitrep

            self._shown = play.last
            opening, result = play.last.opening, play.last.result
            head, numbers = head_after(entries, struck, play.last.number), play.setup.numbers
            self.say(sitrep(self._scenario, opening, result, numbers=numbers, head=head))
