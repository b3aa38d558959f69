"""All that an observer's page is drawn from, taken at one moment, and what is done there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card
from idlib_wargame.session.kinds.note import LONGEST as LONGEST
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.letters import Letter, Message
from idlib_wargame.session.notes import Tie
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.account import Account, Accounts
from idlib_wargame.views.bargains.ledger import LedgerView, ledger_view
from idlib_wargame.views.cards import CardView, card_view, for_control, for_the_room, given_words
from idlib_wargame.views.correspondence import in_their_order, letter_view
from idlib_wargame.views.drawing import Drawing
from idlib_wargame.views.ending import JudgedAims
from idlib_wargame.views.judging.at_end import Thoughts
from idlib_wargame.views.messages import MessageView, message_view
from idlib_wargame.views.notes.rows import NoteRow
from idlib_wargame.views.notes.tags import tags_in, words_in
from idlib_wargame.views.observer_door import LookingOn, ObserverDoor
from idlib_wargame.views.online.seat_seen import SeatSeen, seat_seen
from idlib_wargame.views.room.results import Results
from idlib_wargame.views.situation_report import SeatReport
from idlib_wargame.views.tracks import TrackLine, track_line
from idlib_wargame.views.trails import known_trails, trails
from idlib_wargame.words.endings import aims_met_words, nearness_words, unmet_lines
from idlib_wargame.words.escalation import rung_words
from idlib_wargame.words.language import _
from idlib_wargame.words.situation import audience_words


class StepSeen(NamedTuple):
    """The results of one step of a turn."""

    name: str
    cards: tuple[CardView, ...]


class AimSeen(NamedTuple):
    """A private aim, and whether it was met."""

    text: str
    is_met: bool


class AimsSeen(NamedTuple):
    """An actor's aims; ``met`` counts them in words."""

    actor: str
    colour: str
    met: str
    aims: tuple[AimSeen, ...]


class EndingSeen(NamedTuple):
    """What it came to; ``others`` are the other endings, each with how near it was."""

    name: str
    text: str
    aims: tuple[AimsSeen, ...]
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RoomSeen:
    """What the room is shown, or control. ``is_whole`` for control, from whom nothing is hidden.

    ``results`` are those of ``turn``, 0 before the first; ``so_far`` those that the room was shown
    of an open one; ``messages`` have the newest first.
    ``drawing`` is what the map is drawn from, ``charted`` the charts.
    """

    is_whole: bool
    where: str
    rung: str
    rung_account: Account
    tracks: tuple[TrackLine, ...]
    drawing: Drawing
    charted: Drawing
    turn: int
    results: tuple[StepSeen, ...]
    so_far: Results | None
    messages: tuple[MessageView, ...]
    ledger: LedgerView | None
    report: SeatReport
    ending: EndingSeen | None
    thoughts: Thoughts | None


@dataclass(frozen=True)
class ObserverSeen:
    """Made by ``observer_seen``: either what a ``seat`` is shown, or the ``room``.

    ``stamp`` says what a note would be stamped with now; ``notes`` are the reader's own, the newest
    first.
    """

    title: str
    who: str
    sees: str
    handling: str
    is_practice: bool
    seat: SeatSeen | None
    room: RoomSeen | None
    stamp: str
    notes: tuple[NoteRow, ...]


def observer_seen(door: ObserverDoor) -> ObserverSeen:
    """What an observer's page shows now; asked for on the session's own thread."""
    seat = seat_seen(door.seat) if door.seat is not None else None
    on = door.on
    return ObserverSeen(
        title=seat.view.title if seat else on.play().setup.name_in(on.pack) if on else "",
        who=door.who,
        sees=door.sees,
        handling=door.handling(),
        is_practice=seat.view.is_practice if seat else on.play().setup.practice if on else False,
        seat=seat,
        room=room_seen(on) if on is not None else None,
        stamp=door.notes.stamp(),
        notes=door.notes.rows(),
    )


def write_note(
    door: ObserverDoor, typed: str, number: int = 0, *, for_report: bool, important: bool
) -> None:
    """Keep a note, or with a ``number`` one of theirs anew; without words that one is taken away.

    What it was tied to stays. Raises Refused.
    """
    before = {each.number: each for each in door.notes.rows() if each.may_change}
    ties: tuple[Tie, ...] = ()
    if number in before:
        ties = tuple(each.tie for each in before[number].ties)
    note = TakeNote(words_in(typed), tags_in(typed), ties, for_report, important, number)
    door.notes.take(note)


def room_seen(on: LookingOn) -> RoomSeen:
    """What the room, or control, is shown now."""
    play = on.play()
    pack = play.own.added_to(on.pack) if play.own else on.pack
    may_miss = on.sight is not None
    standing = replace(play, pending=None)  # results move nothing here before they stand
    accounts = Accounts(on.pack, standing, may_miss)
    turn = play.pending or play.last
    return RoomSeen(
        is_whole=on.sight is None,
        where=on.where(),
        rung=rung_words(on.pack.rung_by_number[play.state["rung"]], play.setup.numbers),
        rung_account=accounts.rung(),
        tracks=tuple(_tracks(on.pack, play, accounts)),
        drawing=Drawing(on.pack, play),
        charted=Drawing(pack, standing),
        turn=turn.number if turn else 0,
        results=tuple(_results(on, play, turn)) if turn else (),
        so_far=on.so_far(),
        messages=tuple(_message(on.pack, each) for each in reversed(in_their_order(play))),
        ledger=_ledger(on, play),
        report=on.report(),
        ending=_ending(on, play),
        thoughts=on.thoughts(),
    )


def _tracks(pack: Scenario, play: Play, accounts: Accounts) -> Iterator[TrackLine]:
    before = play.last.opening if play.last else play.state
    for track in pack.tracks:
        if not track.counter:
            value, account = play.state[track.id], accounts.track(track)
            moved = value - before[track.id]
            yield track_line(track, value, moved, play.setup.numbers, account=account)


def _results(on: LookingOn, play: Play, turn: Turn) -> Iterator[StepSeen]:
    scenario = play.own.added_to(on.rules.scenario) if play.own else on.rules.scenario
    for step in scenario.steps:
        cards = [card for card in turn.result.cards if card.step == step]
        if cards:
            name = scenario.step_names.get(step, step)
            yield StepSeen(name, tuple(_cards(on, scenario, play, turn, cards)))


def _cards(
    on: LookingOn, scenario: Scenario, play: Play, turn: Turn, cards: Sequence[Card]
) -> Iterator[CardView]:
    sight = on.sight.of_rows(play.own) if on.sight and play.own else on.sight
    numbers = play.setup.numbers
    if sight is None:
        moved, manner = trails(scenario, turn.opening, turn.result), for_control(numbers)
    else:
        moved, manner = known_trails(sight, turn.opening, turn.result), for_the_room(numbers)
    reasons = {played.order: given_words(scenario, played) for played in turn.orders}
    for card in cards:
        unseen = sight is not None and sight.may_miss(card)
        reason, trail = reasons.get(card.order, ""), moved.get(card.address)
        yield card_view(scenario, card, trail, reason, manner, unseen, turn.before)


def _message(pack: Scenario, told: Message | Letter) -> MessageView:
    if isinstance(told, Letter):
        return letter_view(pack, told)
    return message_view(pack, told)._replace(to=audience_words(pack, told.to))


def _ledger(on: LookingOn, play: Play) -> LedgerView | None:
    if on.rules.scenario.bargain is None:
        return None
    return ledger_view(on.rules, play, on.sight)


def _ending(on: LookingOn, play: Play) -> EndingSeen | None:
    told = on.ending()
    if told is None:
        return None

    def may_know(name: str) -> bool:
        return on.sight is None or name in on.sight.known

    scenario, numbers = on.rules.scenario, play.setup.numbers
    near = [
        (each, unmet_lines(scenario, each.unmet, play.state, may_know, numbers))
        for each in told.others
    ]
    return EndingSeen(
        name=told.reached.name if told.reached else _("No outcome of the pack"),
        text=told.reached.text if told.reached else "",
        aims=tuple(_aims(scenario, each) for each in told.aims),
        others=tuple(
            (each.outcome.name, nearness_words(each.met, each.tests, lacking))
            for each, lacking in near
        ),
    )


def _aims(scenario: Scenario, judged: JudgedAims) -> AimsSeen:
    met = sum(aim.id in judged.met for aim in judged.aims)
    return AimsSeen(
        actor=scenario.actor_name(judged.actor),
        colour=next(seat.colour for seat in scenario.seats if seat.actor == judged.actor),
        met=aims_met_words(met, len(judged.aims)),
        aims=tuple(AimSeen(aim.text, aim.id in judged.met) for aim in judged.aims),
    )
