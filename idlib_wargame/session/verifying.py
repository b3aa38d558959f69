"""Is a saved session sound, and is every stored result what the tables and the seed give?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.packs.fingerprint import fingerprint
from idlib_wargame.record.entry import Entry, encode
from idlib_wargame.rules.dice import ProvableDice, fingerprint_of
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.session import bodies
from idlib_wargame.session.chronicle import Moment
from idlib_wargame.session.collector import collector_paused
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.words.figures import counted


class Check(NamedTuple):
    """One thing that was checked. ``text`` is a sentence either way."""

    name: str
    well: bool
    text: str


class Verdict(NamedTuple):
    """All that was checked."""

    path: Path
    checks: tuple[Check, ...]
    orders: int

    @property
    def well(self) -> bool:
        """Whether everything is as it should be."""
        return all(check.well for check in self.checks)


@collector_paused()
def verify(path: Path) -> Verdict:
    """Check a file: digests, pack, seed, and every adjudication done again.

    Raises SessionFault where there is nothing to check.
    """
    saved = read_session(path)
    results = [m for m in saved.moments if m.kind in (bodies.ADJUDICATED, bodies.RULING)]
    orders = sum(len(_turn(moment.play).orders) for moment in results)
    checks = (_digests(saved), _pack(saved), _seed(saved), _injects(saved))
    return Verdict(path, (*checks, _results(saved, results)), orders)


def _digests(saved: SavedSession) -> Check:
    entries = counted(len(saved.entries), "entry", "entries")
    text = f"{entries}, each with the digest that follows from the one before."
    return Check("Digests", saved.complete, text if saved.complete else saved.stopped)


def _pack(saved: SavedSession) -> Check:
    body = saved.entries[0].body
    well = fingerprint(body["files"]) == body["fingerprint"]
    text = "The pack inside is the one the exercise began with."
    return Check("Pack", well, text if well else "The pack inside differs from its fingerprint.")


def _seed(saved: SavedSession) -> Check:
    if saved.seed is None:
        return Check("Seed", False, "The seed of the dice is missing, so no die can be checked.")
    well = fingerprint_of(saved.seed) == saved.last.setup.fingerprint
    text = "The seed fits the fingerprint shown before the first turn."
    if not well:
        text = "The seed does not fit the fingerprint shown before the first turn."
    return Check("Seed", well, text)


def _injects(saved: SavedSession) -> Check:
    sent = 0
    for before, moment in pairwise(saved.moments):
        if moment.kind == bodies.INJECTED:
            sent += 1
            inject = saved.scenario.inject_by_id[moment.entry.body["inject"]]
            again = saved.referee.messages.send(before.play.state, inject)
            if again.state != moment.play.state:
                text = f"Entry {moment.number}: “{inject.title}” does not do what the pack says."
                return Check("Injects", False, text)
    text = f"{counted(sent, 'inject', 'injects')} sent, with the effects that the pack gives."
    return Check("Injects", True, text)


def _results(saved: SavedSession, results: list[Moment]) -> Check:
    if saved.seed is None:
        return Check("Results", False, "Results cannot be worked out again without the seed.")
    dice = ProvableDice(saved.seed)
    bots = {habit.id: Bot(saved.referee, habit) for habit in saved.scenario.habits}
    wrong = [fault for moment in results for fault in _differences(saved, moment, dice, bots)]
    if wrong:
        return Check("Results", False, wrong[0])
    turns = counted(len(results), "adjudication", "adjudications")
    return Check("Results", True, f"{turns} worked out again from the seed, with the same results.")


def _differences(
    saved: SavedSession, moment: Moment, dice: ProvableDice, bots: Mapping[str, Bot]
) -> Iterator[str]:
    """A sentence for whatever the tables would have given otherwise."""
    turn = _turn(moment.play)
    method = moment.play.setup.method
    rulings = {card.address: card.ruled for card in turn.result.cards if card.ruled}
    orders = [each.order for each in turn.orders]
    thrown = None if method == "expected" else dice
    again = saved.referee.adjudicate(turn.opening, orders, thrown, rulings)
    expected = bodies.result_to_body(method, turn.orders, again)
    if not _is_stored(expected, moment.entry):
        where = f"Turn {turn.number} (entry {moment.number})"
        yield f"{where}: the stored result is not what the tables and the dice give."
    yield from _strange_picks(saved, moment.play, turn, dice, bots)


def _strange_picks(
    saved: SavedSession, play: Play, turn: Turn, dice: ProvableDice, bots: Mapping[str, Bot]
) -> Iterator[str]:
    for seating in play.setup.seating:
        bot = bots.get(seating.habit)
        if bot is None or seating.seat in play.sealed:
            continue
        picked = set(bot.orders(turn.opening, seating.seat, dice))
        injected = {order for order, _ in saved.referee.messages.orders(turn.opening)}
        opened = {each.order for each in turn.orders if each.order.seat == seating.seat}
        if not picked <= opened <= picked | injected:
            seat = saved.scenario.seat_by_id[seating.seat].name
            yield f"Turn {turn.number}: {seat}'s orders are not the ones its habit picks."


def _turn(play: Play) -> Turn:
    if play.pending is None:
        raise AssertionError("an adjudication always leaves a turn pending")
    return play.pending


def _is_stored(expected: bodies.Body, entry: Entry) -> bool:
    """Whether the entry holds that result, as the text it was written in."""
    if entry.kind == bodies.RULING:
        return encode(expected) == encode(entry.body["result"])
    return encode(expected) == entry.body.text
