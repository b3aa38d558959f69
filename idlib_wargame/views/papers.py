"""What people are handed on paper, before an exercise and in it, and who puts it on paper.

A paper holds every word of it, made; whoever prints looks nothing up. Each belongs to one reader
and tells what that reader may know and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Setup
from idlib_wargame.views.desk_card import DeskCard
from idlib_wargame.views.move_list import MoveList, move_list
from idlib_wargame.views.read_ahead import ReadAhead, read_ahead
from idlib_wargame.views.report_paper import ReportPaper

Paper = ReadAhead | MoveList | ReportPaper | DeskCard


class PaperMaker(Protocol):
    """Puts papers on A4 (``exports`` does); what the windows are handed."""

    def write(self, papers: Sequence[Paper], folder: Path) -> Iterator[Path]:
        """Writes each as a PDF of its own and says so; asked no further, it writes no more.

        Every file is there whole or not at all. The folder is made, and in it one for each seat
        where there are several. Raises OSError.
        """
        ...

    def pictures(self, paper: Paper, dots_an_inch: int) -> list[bytes]:
        """Each side of it as a PNG, for a printer."""
        ...


class SeatToRead(NamedTuple):
    """A seat that has something to read."""

    id: str
    name: str


def readers(scenario: Scenario) -> list[SeatToRead]:
    """The seats that have something to read: all but control's without a brief."""
    return [SeatToRead(seat.id, seat.name) for seat in scenario.seats if _reads(seat)]


def papers(
    referee: Referee, setup: Setup, seat: str = "", handling: str | None = None
) -> list[Paper]:
    """What a seat is handed, or every seat that has something to read.

    First its sheet and then, where it has any moves, the list of them. ``handling`` on every side
    is the exercise's own, unless another is given, or "" for none.
    """
    handling = setup.handling if handling is None else handling
    seats = [seat] if seat else [each.id for each in readers(referee.scenario)]
    found: list[Paper] = []
    for each in seats:
        found.append(read_ahead(referee, setup, each, handling))
        moves = move_list(referee, setup, each, handling)
        if moves.tables:
            found.append(moves)
    return found


def _reads(seat: Seat) -> bool:
    return bool(seat.brief) or not seat.control
