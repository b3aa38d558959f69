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
from idlib_wargame.session.collector import collector_paused
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.injected import INJECTED
from idlib_wargame.session.kinds.kind import Json, Moment
from idlib_wargame.session.kinds.results import dice_thrown, result_to_body
from idlib_wargame.session.kinds.ruling import RULING
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.words.language import _, fill, ngettext


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
    results = [moment for moment in saved.moments if moment.kind in (ADJUDICATED, RULING)]
    orders = sum(len(_turn(moment.play).orders) for moment in results)
    checks = (_digests(saved), _pack(saved), _seed(saved), _injects(saved))
    return Verdict(path, (*checks, _results(saved, results)), orders)


def _digests(saved: SavedSession) -> Check:
    name, count = _("Digests"), len(saved.entries)
    if not saved.complete:
        return Check(name, False, saved.stopped)
    said = ngettext(
        "{count} entry, with the digest that follows from the one before.",
        "{count} entries, each with the digest that follows from the one before.",
        count,
    )
    return Check(name, True, fill(said, count=count))


def _pack(saved: SavedSession) -> Check:
    name = _("Pack")
    if fingerprint(saved.files) != saved.pack_fingerprint:
        return Check(name, False, _("The pack inside differs from its fingerprint."))
    return Check(name, True, _("The pack inside is the one the exercise began with."))


def _seed(saved: SavedSession) -> Check:
    name = _("Seed")
    if saved.seed is None:
        said = _("The seed of the dice is missing, so no die can be checked.")
        return Check(name, False, said)
    if fingerprint_of(saved.seed) != saved.last.setup.fingerprint:
        said = _("The seed does not fit the fingerprint shown before the first turn.")
        return Check(name, False, said)
    return Check(name, True, _("The seed fits the fingerprint shown before the first turn."))


def _injects(saved: SavedSession) -> Check:
    name, sent = _("Injects"), 0
    for before, moment in pairwise(saved.moments):
        if moment.kind is not INJECTED:
            continue
        sent += 1
        inject = saved.scenario.inject_by_id[moment.entry.body["inject"]]
        again = saved.referee.messages.send(before.play.state, inject)
        if again.state != moment.play.state:
            said = _("Entry {number}: “{title}” does not do what the pack says.")
            return Check(name, False, fill(said, number=moment.number, title=inject.title))
    said = ngettext(
        "{count} inject sent, with the effects that the pack gives.",
        "{count} injects sent, with the effects that the pack gives.",
        sent,
    )
    return Check(name, True, fill(said, count=sent))


def _results(saved: SavedSession, results: list[Moment]) -> Check:
    name, count = _("Results"), len(results)
    if saved.seed is None:
        return Check(name, False, _("Results cannot be worked out again without the seed."))
    dice = ProvableDice(saved.seed)
    bots = {habit.id: Bot(saved.referee, habit) for habit in saved.scenario.habits}
    for moment in results:
        for fault in _differences(saved, moment, dice, bots):
            return Check(name, False, fault)
    said = ngettext(
        "{count} adjudication or ruling worked out again from the seed, with the same results.",
        "{count} adjudications and rulings worked out again from the seed, with the same results.",
        count,
    )
    return Check(name, True, fill(said, count=count))


def _differences(
    saved: SavedSession, moment: Moment, dice: ProvableDice, bots: Mapping[str, Bot]
) -> Iterator[str]:
    """A sentence for whatever the tables would have given otherwise."""
    turn = _turn(moment.play)
    method = moment.play.setup.method
    rulings = {card.address: card.ruled for card in turn.result.cards if card.ruled}
    orders = [played.order for played in turn.orders]
    thrown = dice_thrown(method, dice)
    again = saved.referee.adjudicate(turn.opening, orders, thrown, rulings)
    if not _is_stored(result_to_body(method, turn.orders, again), moment.entry):
        said = _(
            "Turn {turn} (entry {number}): "
            "the stored result is not what the tables and the dice give."
        )
        yield fill(said, turn=turn.number, number=moment.number)
    yield from _strange_picks(saved, moment.play, turn, dice, bots)


def _strange_picks(
    saved: SavedSession, play: Play, turn: Turn, dice: ProvableDice, bots: Mapping[str, Bot]
) -> Iterator[str]:
    for seating in play.setup.seating:
        bot = bots.get(seating.habit)
        if bot is None or seating.seat in play.sealed:
            continue
        picked = set(bot.orders(turn.opening, seating.seat, dice))
        injected = {order for order, _inject in saved.referee.messages.orders(turn.opening)}
        opened = {each.order for each in turn.orders if each.order.seat == seating.seat}
        if not picked <= opened <= picked | injected:
            said = _("Turn {turn}: {seat}'s orders are not the ones its habit picks.")
            seat = saved.scenario.seat_by_id[seating.seat].name
            yield fill(said, turn=turn.number, seat=seat)


def _turn(play: Play) -> Turn:
    if play.pending is None:
        raise AssertionError("an adjudication always leaves a turn pending")
    return play.pending


def _is_stored(expected: Json, entry: Entry) -> bool:
    """Whether the entry holds that result, as the text it was written in."""
    if entry.kind == RULING.name:
        return encode(expected) == encode(entry.body["result"])
    return encode(expected) == entry.body.text
