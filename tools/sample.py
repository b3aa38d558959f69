"""Writes the session that ships with the program: ``make sample``.

The first pack, played by its default habit from a fixed number, with a ruling and a note by the
facilitator. Its clock is made up, so that its entries come out the same each time.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.rules.result import Card
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.autoplay import habit_seating
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "scenarios" / "idlib-2020"
SAMPLE = ROOT / "assets" / "sample.wargame"
NUMBER = 2028
RULED_TURN, NOTED_TURN = 3, 5
WHY = "Control found the plan sounder than the throw, and lets part of it through."
NOTE = (
    "For the hot wash: ask who saw this coming, and what each seat would have given up a turn "
    "earlier to prevent it."
)


class MadeUpClock:
    """An afternoon: each phase takes the minutes that the pack gives it."""

    def __init__(self, minutes: dict[str, int]) -> None:
        self._now = datetime(2020, 2, 3, 12, 30, tzinfo=UTC)
        self._minutes = minutes

    def __call__(self) -> str:
        """The time for the next entry."""
        self._now += timedelta(seconds=7)
        return self._now.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    @property
    def time(self) -> datetime:
        """The time of the last entry."""
        return self._now

    def pass_phase(self, phase: str) -> None:
        """Lets a phase go by."""
        self._now += timedelta(minutes=self._minutes.get(phase, 0))


def main() -> None:
    """Writes the sample in place of the one before."""
    SAMPLE.parent.mkdir(exist_ok=True)
    SAMPLE.unlink(missing_ok=True)
    session = play_sample(SAMPLE, read_pack(PACK))
    rungs = [turn.result.rung for turn in session.play.closed]
    session.close()
    print(f"{SAMPLE.relative_to(ROOT)}: {len(rungs)} turns, rungs {rungs}")


def play_sample(path: Path | None, reading: PackReading) -> Session:
    """The finished sample, in a file or in memory."""
    scenario = reading.scenario
    if scenario is None:
        sys.exit("\n".join(str(problem) for problem in reading.problems))
    seating = habit_seating(scenario, scenario.habits[0].id)
    setup = Setup("Sample exercise", "Seats played by habit", scenario.turns, seating=seating)
    clock = MadeUpClock(dict(scenario.minutes))
    with patch("idlib_wargame.record.file.now", clock):
        session = Session.create(path, reading, setup, seed_from_number(NUMBER))
        while (following := session.next_act()) is not None:
            for act in aside(session):
                session.submit(act, FACILITATOR)
            if not isinstance(following[0], SendInject):
                clock.pass_phase(session.play.phase)
            session.submit(following[0], FACILITATOR)
    return session


def aside(session: Session) -> Sequence[Act]:
    """What the facilitator does before going on, on two occasions."""
    play = session.play
    if play.phase == ADJUDICATION and play.turn == RULED_TURN and play.pending:
        card = most_unlucky(play.pending.result.cards)
        return [Decide(card.address, Band.PARTIAL, WHY)] if card else []
    return [TakeNote(NOTE)] if play.phase == REPORT and play.turn == NOTED_TURN else []


def most_unlucky(cards: Sequence[Card]) -> Card | None:
    """The failure that the odds made least likely."""
    failures = [card for card in cards if card.band == Band.FAILURE]
    return min(failures, key=lambda card: card.need, default=None)


if __name__ == "__main__":
    main()
