"""What a reader may know of a session: the pack, each turn and the exercise itself, cut to that.

Whoever draws from what stands here cannot show what was left out, so windows need not know who
looks. A reader is given by a ``Sight``; None is control, who may know everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from idlib_wargame.rules.conditions.condition import Condition, names_in
from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, TurnResult
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.play import Message, Play, PlayedOrder, Turn


def known_result(result: TurnResult, sight: Sight) -> TurnResult:
    """A turn's result with the cards, consequences and flags that the reader may know.

    Severity points and Goldstein hundredths are summed anew, over those cards only.
    """
    cards = sight.cards(result.cards)
    return result._replace(
        cards=cards,
        after=tuple(row for each in result.after if (row := sight.after(each)) is not None),
        flags=tuple(filter(sight.knows_flag, result.flags)),
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

    Moves stay: which of them were played is for ``known_result`` to say.
    """
    return replace(
        scenario,
        tracks=sight.tracks,
        flags=tuple(f for f in scenario.flags if sight.knows_flag(f.id)),
        outcomes=tuple(each for each in scenario.outcomes if _reads_known(sight, each.when)),
        aims=(),
        map=tuple(each for feature in scenario.map for each in _on_the_map(feature, sight)),
    )


def _on_the_map(feature: Feature, sight: Sight) -> tuple[Feature, ...]:
    """A feature as far as it gives nothing away: without its holders, or not at all."""
    if not _reads_known(sight, feature.shown):
        return ()
    track = feature.track if feature.track in sight.known else ""
    if _reads_known(sight, *(holding.when for holding in feature.holdings)):
        return (replace(feature, track=track),)
    # Ground and posts are drawn by their holder; without one they would read as "nobody's".
    if feature.kind in ("area", "post"):
        return ()
    return (replace(feature, track=track, holdings=()),)


def _reads_known(sight: Sight, *conditions: Condition) -> bool:
    return all(sight.known.issuperset(names_in(condition)) for condition in conditions)


class KnownPlay:
    """Cuts an exercise to what a reader may know. The same turn always gives the same cut turn."""

    def __init__(self, scenario: Scenario, sight: Sight | None) -> None:
        self._sight = sight
        self.scenario = scenario if sight is None else known_pack(scenario, sight)
        # By identity: a turn is a large frozen value that many plays share.
        self._turns: dict[int, tuple[Turn, Turn]] = {}

    def of(self, play: Play) -> Play:
        """The exercise as the reader may know it: no drafts, sealed orders, notes or private words.

        ``state`` stays whole, for what is read off it goes through ``scenario``.
        """
        if self._sight is None:
            return play
        return replace(
            play,
            drafts_by_turn={},
            sealed_by_turn={},
            notes=Grown(),
            skipped=frozenset(),
            aims_met=(),
            pending=self._turn(play.pending) if play.pending else None,
            closed=tuple(self._turn(turn) for turn in play.closed),
            messages=Grown(self._message(each) for each in play.messages if not each.to),
        )

    def _turn(self, turn: Turn) -> Turn:
        assert self._sight is not None
        kept = self._turns.get(id(turn))
        if kept is None or kept[0] is not turn:
            result = known_result(turn.result, self._sight)
            # Why a seat ordered what it did is between that seat and control.
            orders = tuple(PlayedOrder(card.order, "") for card in result.cards)
            kept = self._turns[id(turn)] = (turn, replace(turn, orders=orders, result=result))
        return kept[1]

    def _message(self, message: Message) -> Message:
        assert self._sight is not None
        return message._replace(effects=self._sight.effects(message.effects))
