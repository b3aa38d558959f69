"""What came of a turn's orders, as far as the room may read it: of a closed one, or so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.cards import CardView, card_view, for_players
from idlib_wargame.views.room.welcome import SeatMark
from idlib_wargame.views.trails import Trail, known_trails
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.odds import band_words


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
    """Those of a turn, in the order in which they resolved. ``heading`` names the turn.

    ``latest`` is the place of the one that was shown last, where they are shown one by one while
    the turn is open; None where all stand.
    """

    heading: str
    how_many: str
    results: tuple[Result, ...]
    latest: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no turn is closed."""
        return not self.heading


def results(scenario: Scenario, play: Play, sight: Sight) -> Results:
    """The results of the last closed turn in an exercise as the room may know it."""
    turn = play.last
    if turn is None:
        return Results("", "", ())
    moved, numbers = known_trails(sight, turn.opening, turn.result), play.setup.numbers
    made = tuple(
        _result(scenario, turn, card, _view(sight, turn, card, moved[card.address], numbers))
        for card in _by_step(scenario, turn)
    )
    said = ngettext("{count} order is known to all", "{count} orders are known to all", len(made))
    return Results(
        heading=_heading(turn),
        how_many=fill(said, count=len(made))
        if made
        else _("No order of this turn is known to all"),
        results=made,
    )


def results_so_far(scenario: Scenario, turn: Turn, sight: Sight, numbers: bool) -> Results:
    """What was shown of an open turn, cut to what the room may know, each as it stands now.

    How far a track moved is told, and not from where to where: others have moved it whose turn to
    be shown has not come.
    """
    addresses = [card.address for card in turn.shown]
    cards = [card for card in _by_step(scenario, turn) if card.address in addresses]
    places = [card.address for card in cards]
    made = tuple(
        _result(scenario, turn, card, _view(sight, turn, card, None, numbers)) for card in cards
    )
    said = ngettext("{count} result so far", "{count} results so far", len(made))
    latest = places.index(addresses[-1]) if addresses and addresses[-1] in places else None
    return Results(_heading(turn), fill(said, count=len(made)), made, latest)


def _heading(turn: Turn) -> str:
    return fill(_("Results of turn {turn}"), turn=turn.number)


def _by_step(scenario: Scenario, turn: Turn) -> Iterator[Card]:
    for step in scenario.steps:
        yield from (card for card in turn.result.cards if card.step == step)


def _view(
    sight: Sight, turn: Turn, card: Card, trail: Sequence[Trail] | None, numbers: bool
) -> CardView:
    manner, unseen = for_players(numbers), sight.may_miss(card)
    return card_view(sight.scenario, card, trail, "", manner, unseen, turn.before)


def _mark(scenario: Scenario, seat: str) -> SeatMark:
    row = scenario.seat_by_id[seat]
    return SeatMark(row.name, row.colour)


def _changed(turn: Turn, card: Card) -> str:
    """That the room was shown something else of it before; "" where it was not."""
    before = next((each for each in turn.shown if each.address == card.address), None)
    if before is None or _came(before) == _came(card):
        return ""
    if before.final is None:
        return _("Changed since it was shown: nothing had come of it then.")
    if before.final == card.final:
        return _("Changed since it was shown: it does something else now.")
    said = _("Changed since it was shown: it was {result} then.")
    return fill(said, result=band_words(before.final))


def _came(card: Card) -> tuple[Band | None, tuple[tuple[str, int], ...]]:
    return card.final, tuple((line.track, line.through) for line in card.effects)


def _result(scenario: Scenario, turn: Turn, of: Card, card: CardView) -> Result:
    ruling, changed = card.ruling, _changed(turn, of)
    ruled = [ruling.account] if ruling is not None and ruling.account else []
    told = [changed, card.odds, card.odds_set, card.meaning, card.moved, *card.notes, *ruled]
    return Result(
        seats=tuple(map(partial(_mark, scenario), of.seats)),
        table=card.head.table.name,
        table_colour=card.head.table.colour,
        title=card.head.title,
        band=card.final,
        said=card.lapse or (ruling.result if ruling is not None else card.result),
        told=tuple(each for each in (told if not card.lapse else [changed]) if each),
    )
