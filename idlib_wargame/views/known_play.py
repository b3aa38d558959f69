"""What a reader may know of a session: the pack, each turn and the exercise itself, cut to that.

Whoever draws from what stands here cannot show what was left out, so windows need not know who
looks: nought stands in each cell of the situation that the reader may not know. A reader is given
by a ``Sight``; None is control, who may know everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.rules.pack.own_rows import OwnRows
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, TurnResult
from idlib_wargame.rules.sight import Sight, reaches
from idlib_wargame.session.before_roll import PlayedOrder
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.letters import Letter, ReadMark
from idlib_wargame.session.msel import EMPTY as EMPTY_LIST
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.session.timer import Timer
from idlib_wargame.views.known_before import known_afterwards, known_before

Kept = TypeVar("Kept")  # an order sheet, or a judgement


def known_result(result: TurnResult, sight: Sight) -> TurnResult:
    """A turn's result with the cards, consequences and flags that the reader may know.

    Severity points and Goldstein hundredths are summed anew, over those cards only.
    """
    cards = sight.cards(result.cards)
    return result._replace(
        cards=cards,
        after=tuple(row for each in result.after if (row := sight.after(each)) is not None),
        state=sight.situation(result.state),
        flags=tuple(filter(sight.knows_flag, result.flags)),
        read_off=sight.read_off(result.read_off),
        severity=_summed((card.order.seat, card.severity) for card in _rolled(cards)),
        goldstein=_summed((card.order.seat, card.goldstein) for card in _rolled(cards)),
    )


def _rolled(cards: Iterable[Card]) -> Iterable[Card]:
    return (card for card in cards if card.final is not None)


def _summed(shares: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for seat, share in shares:
        found[seat] = found.get(seat, 0) + share
    return found


def known_pack(scenario: Scenario, sight: Sight) -> Scenario:
    """The pack without tracks, flags, endings, aims and holders that the reader may not know.

    Moves stay: which of them were played is for ``known_result`` to say. Those that were written in
    the exercise come with what it is known of them (``Play.own``).
    """
    return replace(
        scenario,
        moves=tuple(move for move in scenario.moves if not move.own),
        tracks=sight.tracks,
        flags=tuple(f for f in scenario.flags if sight.knows_flag(f.id)),
        outcomes=tuple(each for each in scenario.outcomes if sight.knows(each.when)),
        aims=(),
        map=tuple(each for feature in scenario.map for each in _on_the_map(feature, sight)),
    )


def _on_the_map(feature: Feature, sight: Sight) -> tuple[Feature, ...]:
    """A feature as far as it gives nothing away: without its holders, or not at all."""
    if not sight.knows(feature.shown):
        return ()
    track = feature.track if feature.track in sight.known else ""
    if sight.knows(*(holding.when for holding in feature.holdings)):
        return (replace(feature, track=track),)
    # Ground and posts are drawn by their holder; without one they would read as "nobody's".
    if feature.kind in ("area", "post"):
        return ()
    return (replace(feature, track=track, holdings=()),)


def known_turn(turn: Turn, sight: Sight) -> Turn:
    """A turn that was adjudicated, with the orders that the reader learns of and no reasons."""
    whole = turn.result
    tested = turn.tested
    # Orders were played, and what followed came of them, by what was agreed as they were opened.
    sight = sight.during(turn.agreed, turn.opening).told(tested, whole.marks)
    left = sight.during(tested.turned(turn.number, turn.turns), whole.state)
    result = known_result(whole, sight)._replace(state=left.situation(whole.state))
    marks = sight.insight.marks(tested, whole.marks) if whole.marks else ()
    found_out = tuple(key for key in whole.found_out if tested.cases[key].was_public())
    result = result._replace(marks=marks, found_out=found_out)
    # Why a seat ordered what it did is between that seat and control.
    before = known_afterwards(turn.before, frozenset(c.order for c in result.cards), sight)
    free = {each.order: each.free for each in before.orders} if before is not None else {}
    orders = tuple(PlayedOrder(c.order, "", free=free.get(c.order)) for c in result.cards)
    return replace(
        turn,
        began=sight.situation(turn.began),
        opening=sight.situation(turn.opening),
        orders=orders,
        result=result,
        accepted=frozenset(),
        before=before,
        agreed=sight.insight.ledger(turn.agreed),
        tested=sight.insight.ledger(tested),
        shown=sight.cards(turn.shown) if not sight.seat else (),  # of the room's own screen
    )


def known_play(play: Play, sight: Sight, cut: Callable[[Turn, Sight], Turn] = known_turn) -> Play:
    """The exercise as the reader may know it: its own orders and messages, no notes.

    A seat waits for a turn's results until they stand. Who sits where is for control to tell.
    """
    own = frozenset({sight.seat} if sight.seat else ())
    sight = sight.of_rows(play.own)
    pending = cut(play.pending, sight) if play.pending and not sight.seat else None
    closed = tuple(cut(turn, sight) for turn in play.closed)
    met = {aim.id for aim in sight.scenario.aims if sight.seat and {aim.seat} == sight.actors}
    return replace(
        play,
        setup=replace(play.setup, seating=()),
        state=sight.during(play.ledger, play.state).situation(play.state),
        opened=sight.during(play.ledger, play.opened).situation(play.opened)
        if play.opened is not None
        else None,
        ledger=sight.insight.ledger(play.ledger),
        offer_drafts={seat: mine for seat, mine in play.offer_drafts.items() if seat in own},
        # Who sits at a seat is told to that seat alone, and so is who of them signed.
        signed_by={seat: mine for seat, mine in play.signed_by.items() if seat in own},
        allegation_drafts={
            seat: mine for seat, mine in play.allegation_drafts.items() if seat in own
        },
        timer=Timer(),  # the number of its entry would tell how much others have done
        drafts_by_turn=_own(play.drafts_by_turn, own),
        sealed_by_turn=_own(play.sealed_by_turn, own),
        sealed_for=_own(play.sealed_for, own),
        asked_to_judge={},  # by it, a reader would know who plays the other seats
        judged=_own(play.judged, own),
        judgement_drafts=_own(play.judgement_drafts, own),
        # To look at sealed orders is an act that everyone reads of.
        uncovered_by_turn={turn: own & seats for turn, seats in play.uncovered_by_turn.items()},
        notes=Grown(),
        pins={seat: each for seat, each in play.pins.items() if seat in own},
        observer_pins={},
        seat_notes={seat: each for seat, each in play.seat_notes.items() if seat in own},
        note_count=0,
        looked_round=own & play.looked_round,
        briefs_read=own & play.briefs_read,
        # The day, its clock and who else is in the room are told in words of their own.
        day=DayPlan(),
        day_before=None,
        minutes_given={},
        last_break=None,
        stretches=Grown(),
        observers={},
        joined={},
        sitters={},
        muted=frozenset(each for each in play.muted if each[0] in own),
        at_laptop=own & play.at_laptop,
        reseatings=Grown(),
        last_acts={},
        hands={seat: each for seat, each in play.hands.items() if seat in own},
        writing_since={},
        by_hand=frozenset(),
        reports={},
        desk_drafts={},
        skipped=frozenset(),
        dropped=frozenset(),
        msel=EMPTY_LIST,
        aims_met=tuple(aim for aim in play.aims_met if aim in met),
        pending=pending,
        own=_rows_known(play, (*closed, *([pending] if pending else ())), sight),
        before_roll=known_before(play.before_roll, sight),
        closed=closed,
        messages=Grown(
            each._replace(effects=sight.effects(each.effects))
            for each in play.messages
            if reaches(each.to, sight.actors)
        ),
        letters=Grown(_letters_known(play, sight)),
        unanswered=tuple(key for key in play.unanswered if _wrote(key, sight.seat)),
        letter_drafts={who: draft for who, draft in play.letter_drafts.items() if who in own},
        read_marks=Grown(_marks_known(play, sight.seat)),
    )


def _rows_known(play: Play, turns: Iterable[Turn], sight: Sight) -> OwnRows:
    """The rows of the exercise that the reader saw played or may order.

    Of an inject they have the message. Its row would tell its number in the list, what was hoped
    for, and between which others it was written.
    """
    if not play.own:
        return play.own
    played = {card.order.move for turn in turns for card in turn.result.cards}
    return OwnRows(
        tuple(
            move
            for move in play.own.moves
            if move.id in played or (sight.seat and not sight.actors.isdisjoint(move.seats))
        )
    )


def _letters_known(play: Play, sight: Sight) -> Iterator[Letter]:
    """What a seat wrote and was sent, leaked copies with it; for the room, what everybody has.

    That a message answers another, or an inject, is told where the reader has that one too. Of a
    copy, nobody is told which message it was made of: the key would tell how much the two wrote
    each other.
    """
    seat = sight.seat
    had = {
        Prefix.INJECT.of(each.inject)
        for each in play.messages
        if each.inject and reaches(each.to, sight.actors)
    }
    told = (reaches(each.to, sight.actors) for each in play.messages)
    before = tuple(accumulate(told, initial=0))
    for letter in play.letters:
        if letter.is_for_everybody or (seat and seat in letter.people):
            had.add(letter.key)
            answers = letter.answers if letter.answers in had else ""
            yield letter._replace(answers=answers, leaks="", after=before[letter.after])


def _wrote(key: str, seat: str) -> bool:
    return bool(seat) and key.startswith(f"{seat}>")


def _marks_known(play: Play, seat: str) -> Iterator[ReadMark]:
    """A seat's own, and where the exercise has them, those of who read what it wrote."""
    told = play.setup.read_marks
    return (
        mark
        for mark in play.read_marks
        if seat and (mark.seat == seat or (told and _wrote(mark.key, seat)))
    )


def _own(
    by_turn: Mapping[int, Mapping[str, Kept]], own: frozenset[str]
) -> dict[int, dict[str, Kept]]:
    """That others have written for a turn is not told either."""
    kept = {
        turn: {seat: written for seat, written in sheets.items() if seat in own}
        for turn, sheets in by_turn.items()
    }
    return {turn: sheets for turn, sheets in kept.items() if sheets}


class KnownPlay:
    """Cuts an exercise to what a reader may know. The same turn always gives the same cut turn."""

    def __init__(self, scenario: Scenario, sight: Sight | None) -> None:
        self._sight = sight
        self.scenario = scenario if sight is None else known_pack(scenario, sight)
        # By identity: a turn is a large frozen value that many plays share.
        self._turns: dict[int, tuple[Turn, Turn]] = {}

    def of(self, play: Play) -> Play:
        """The exercise as the reader may know it."""
        return play if self._sight is None else known_play(play, self._sight, self._turn)

    def _turn(self, turn: Turn, sight: Sight) -> Turn:
        kept = self._turns.get(id(turn))
        if kept is None or kept[0] is not turn:
            kept = self._turns[id(turn)] = (turn, known_turn(turn, sight))
        return kept[1]
