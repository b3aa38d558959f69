"""Figures of one run that people and programs read: of a move, a seat, a track."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.turn.book import may_order

FEW_MOVES = 6  # with fewer, a seat's turn is hardly a choice


@dataclass(frozen=True)
class MoveFigures:
    """How often a move could be ordered, was ordered, and how it came out.

    ``seat_turns`` are the turns of the seats that have the move, ``legal`` those in which they
    could order it. ``bands`` counts rolls; ``lapsed`` orders were not rolled.
    """

    seat_turns: int
    legal: int
    ordered: int
    lapsed: int
    bands: Mapping[Band, int]

    @classmethod
    def of(cls, scenario: Scenario, tally: Tally, move: Move) -> MoveFigures:
        """The figures of a move in one run, of the pack as that run plays it."""
        seats = [
            seat
            for seat in scenario.seats
            if may_order(seat, move) and scenario.orders_of(seat.id) > 0
        ]
        return cls(
            seat_turns=tally.sessions * scenario.turns * len(seats),
            legal=tally.legal[move.id],
            ordered=sum(count for order, count in tally.ordered.items() if order.move == move.id),
            lapsed=tally.lapsed[move.id],
            bands={band: tally.bands[move.id, band] for band in Band},
        )

    @property
    def legality(self) -> float:
        """The share of seat-turns in which it was legal."""
        return _share(self.legal, self.seat_turns)

    @property
    def use(self) -> float:
        """Orders by seats for each seat-turn in which it was legal."""
        return _share(self.ordered, self.legal)

    @property
    def success(self) -> float:
        """The share of rolls that came to success or better."""
        better = self.bands[Band.SUCCESS] + self.bands[Band.STRONG]
        return _share(better, sum(self.bands.values()))


@dataclass(frozen=True)
class SeatFigures:
    """How many legal moves a seat had to choose from: turns, those with few, mean, least by turn.

    A move counts once, however many choices it has.
    """

    turns: int
    few: int
    mean: float
    fewest: Mapping[int, int]

    @classmethod
    def of(cls, tally: Tally, seat: str) -> SeatFigures:
        """The figures of a seat in one run."""
        turns = few = total = 0
        fewest: dict[int, int] = {}
        for (owner, turn, moves), count in tally.freedom.items():
            if owner == seat:
                turns += count
                total += count * moves
                few += count if moves < FEW_MOVES else 0
                fewest[turn] = min(moves, fewest.get(turn, moves))
        return cls(turns, few, _share(total, turns), dict(sorted(fewest.items())))

    @property
    def least(self) -> int:
        """The fewest in any turn; 0 for a seat that never ordered."""
        return min(self.fewest.values(), default=0)

    @property
    def least_turn(self) -> int:
        """The first turn in which it had the fewest; 0 for a seat that never ordered."""
        return next((turn for turn, moves in self.fewest.items() if moves == self.least), 0)


@dataclass(frozen=True)
class TrackFigures:
    """Where a track ended: shares of sessions at each end of its scale, and the mean.

    ``at_limit`` is the share that piled up at an end. What never left the end that it begins at,
    as a count that begins at nought, has not piled up there.
    """

    at_low: float
    at_high: float
    at_limit: float
    mean: float

    @classmethod
    def of(cls, tally: Tally, track: Track) -> TrackFigures:
        """The figures of a track in one run."""
        low, high = tally.at_low[track.id], tally.at_high[track.id]
        piled_up = (low if track.start > track.low else 0) + (
            high if track.start < track.high else 0
        )
        mean = tally.share(tally.ended_at[track.id])
        return cls(tally.share(low), tally.share(high), tally.share(piled_up), mean)


def _share(count: int, of: int) -> float:
    return count / of if of else 0.0
