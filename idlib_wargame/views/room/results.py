"""What came of the orders of the last closed turn, as far as the room may read it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.cards import CardView, card_view, for_players
from idlib_wargame.views.room.welcome import SeatMark
from idlib_wargame.views.trails import known_trails
from idlib_wargame.words.language import _, fill, ngettext


class Result(NamedTuple):
    """One order, adjudicated, of a seat or of several together.

    ``band`` is what counted; None for one that was not rolled.

    ``said`` is the result in words or why there is none, ``told`` what is to be known besides: the
    odds, what the result means, what moved, and by whom it was decided.
    """

    seats: tuple[SeatMark, ...]
    table: str
    table_colour: str
    title: str
    band: Band | None
    said: str
    told: tuple[str, ...]


class Results(NamedTuple):
    """Those of a turn, in the order in which they resolved. ``heading`` names the turn."""

    heading: str
    how_many: str
    results: tuple[Result, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no turn is closed."""
        return not self.heading


def results(scenario: Scenario, play: Play, sight: Sight) -> Results:
    """The results of the last closed turn in an exercise as the room may know it."""
    turn = play.last
    if turn is None:
        return Results("", "", ())
    made = tuple(_results(scenario, turn, sight, play.setup.numbers))
    said = ngettext("{count} order is known to all", "{count} orders are known to all", len(made))
    return Results(
        heading=fill(_("Results of turn {turn}"), turn=turn.number),
        how_many=fill(said, count=len(made))
        if made
        else _("No order of this turn is known to all"),
        results=made,
    )


def _results(scenario: Scenario, turn: Turn, sight: Sight, numbers: bool) -> Iterator[Result]:
    moved = known_trails(sight, turn.opening, turn.result)
    manner = for_players(numbers)
    for step in scenario.steps:
        for card in (each for each in turn.result.cards if each.step == step):
            unseen, trail = sight.may_miss(card), moved.get(card.address)
            seats = tuple(map(partial(_mark, scenario), card.seats))
            yield _result(seats, card_view(scenario, card, trail, "", manner, unseen))


def _mark(scenario: Scenario, seat: str) -> SeatMark:
    row = scenario.seat_by_id[seat]
    return SeatMark(row.name, row.colour)


def _result(seats: tuple[SeatMark, ...], card: CardView) -> Result:
    ruling = card.ruling
    ruled = [ruling.account] if ruling is not None and ruling.account else []
    told = [card.odds, card.meaning, card.moved, *card.notes, *ruled]
    return Result(
        seats=seats,
        table=card.head.table.name,
        table_colour=card.head.table.colour,
        title=card.head.title,
        band=card.final,
        said=card.lapse or (ruling.result if ruling is not None else card.result),
        told=tuple(each for each in told if each) if not card.lapse else (),
    )
