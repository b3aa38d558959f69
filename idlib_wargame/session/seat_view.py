"""All that a seat's screen may show, redacted before it leaves the session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from idlib_wargame.rules.pack.moves import Choice, Move
from idlib_wargame.rules.pack.seats import Aim, Seat
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import Card
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.orders import Odds
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import REPORT, Message, Play, Wish
from idlib_wargame.words.refusals import refusal_words
from idlib_wargame.words.situation import reading


class TrackLine(NamedTuple):
    """A track as a seat reads it, and how far it moved in the last turn."""

    track: Track
    value: int
    words: str
    changed: int


class MoveOption(NamedTuple):
    """One way to play one move. ``odds`` as the seat's own staff see them; ``refusal`` why not."""

    move: Move
    choice: Choice | None
    odds: Odds
    refusal: str

    @property
    def legal(self) -> bool:
        """Whether the seat may seal it now."""
        return not self.refusal

    @property
    def wish(self) -> Wish:
        """This option as a wish, with no reason yet."""
        return Wish(self.move.id, self.choice.id if self.choice else "")


class SeatView(NamedTuple):
    """What one seat sees.

    ``opening`` holds what the last closed turn found, of the tracks that the seat sees and of the
    clocks. ``aims_met`` are its own aims, by id, that were met when the exercise ended.
    """

    seat: Seat
    brief: str
    public_brief: str
    turn: int
    turns: int
    phase: str
    orders: int
    tracks: tuple[TrackLine, ...]
    options: tuple[MoveOption, ...]
    wishes: tuple[Wish, ...]
    is_sealed: bool
    reported_turn: int
    cards: tuple[Card, ...]
    opening: Mapping[str, int]
    rung: int
    messages: tuple[Message, ...]
    aims: tuple[Aim, ...]
    aims_met: tuple[str, ...]


def seat_view(referee: Referee, play: Play, seat: str, wishes: Sequence[Wish]) -> SeatView:
    """The view of a seat, as the exercise stands."""
    scenario = referee.scenario
    sight = Sight.of(scenario, referee.layout, seat)
    last = play.last
    cards = [sight.card(card) for card in last.result.cards] if last else []
    row = scenario.seat_by_id[seat]
    known = _known(sight)
    aims = tuple(aim for aim in scenario.aims if aim.seat == row.actor)
    return SeatView(
        seat=row,
        brief=row.brief,
        public_brief=scenario.public_brief,
        turn=play.turn,
        turns=play.setup.turns,
        phase=play.phase,
        orders=scenario.orders_of(seat),
        tracks=tuple(_track_lines(sight, play)),
        options=tuple(_options(referee, sight, play, seat)),
        wishes=tuple(wishes),
        is_sealed=seat in play.sealed and play.phase != REPORT,
        reported_turn=last.number if last else 0,
        cards=tuple(card for card in cards if card),
        opening={name: last.opening[name] for name in known} if last else {},
        rung=play.state["rung"],
        messages=tuple(
            _redacted(message, known)
            for message in play.messages
            if not message.to or row.actor in message.to
        ),
        aims=aims,
        aims_met=tuple(aim.id for aim in aims if aim.id in play.aims_met),
    )


def _known(sight: Sight) -> tuple[str, ...]:
    """The tracks that a seat sees, and the clocks, which everybody does."""
    clocks = (f"days_left.{clock.id}" for clock in sight.scenario.clocks)
    return (*(track.id for track in sight.tracks), *clocks)


def _redacted(message: Message, known: Sequence[str]) -> Message:
    """The message with no word of what it did to tracks that the seat may not know."""
    return message._replace(effects=tuple(line for line in message.effects if line.track in known))


def _track_lines(sight: Sight, play: Play) -> list[TrackLine]:
    before = play.last.opening if play.last else play.state
    numbers = play.setup.numbers
    return [
        TrackLine(
            track,
            play.state[track.id],
            reading(track, play.state[track.id], numbers),
            play.state[track.id] - before[track.id],
        )
        for track in sight.tracks
    ]


def _options(referee: Referee, sight: Sight, play: Play, seat: str) -> list[MoveOption]:
    options = []
    for rule in referee.book.by_seat[seat]:
        order = rule.order_by(seat)
        refusal = referee.desk.refusal(play.state, order)
        why = (
            refusal_words(referee.scenario, refusal, play.state, sight.known.__contains__)
            if refusal
            else ""
        )
        odds = referee.desk.odds(play.state, order, sight.known)
        options.append(MoveOption(rule.move, rule.choice, odds, why))
    return options
