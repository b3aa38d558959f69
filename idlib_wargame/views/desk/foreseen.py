"""What a ruling would come to, before it is given: for control alone, as it knows everything."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.tracks import Effect, Effects
from idlib_wargame.rules.result import Card, Ruling, TurnResult
from idlib_wargame.session.session import Session
from idlib_wargame.views.cards import moved_words
from idlib_wargame.views.desk.ruling_help import Foreseen, RulingHelp
from idlib_wargame.views.trails import trails
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.rulings import ruling_reasons


def ruling_help(session: Session) -> RulingHelp:
    """The help that a session gives to whoever rules."""
    scenario = session.scenario
    rows = sorted(scenario.tracks, key=lambda track: track.counter)  # what the tool counts, last

    def by_band(address: Address) -> Mapping[Band, Foreseen]:
        found = {band: _foreseen(session, address, band) for band in reversed(Band)}
        return {band: each for band, each in found.items() if each is not None}

    def written(address: Address, band: Band, effects: Effects) -> Foreseen | None:
        return _foreseen(session, address, band, effects)

    tracks = {track.id: track.name for track in rows}
    return RulingHelp(ruling_reasons(scenario), tracks, by_band, written)


def _foreseen(
    session: Session, address: Address, band: Band, effects: Effects | None = None
) -> Foreseen | None:
    pending, numbers = session.play.pending, session.play.setup.numbers
    if pending is None or all(card.address != address for card in pending.result.cards):
        return None
    result = session.foreseen(address, Ruling(band, "", "", effects=effects))
    card = next(card for card in result.cards if card.address == address)
    trail = trails(session.scenario, pending.opening, result)[address]
    return Foreseen(
        moves=moved_words(session.scenario, card, trail, numbers),
        besides=_besides(pending.result, result, address, session),
        effects=_came_through(card),
    )


def _came_through(card: Card) -> Effects:
    by_track: dict[str, int] = {}
    for line in card.effects:
        by_track[line.track] = by_track.get(line.track, 0) + line.through
    return tuple(Effect(track, by) for track, by in by_track.items() if by)


def _besides(now: TurnResult, then: TurnResult, address: Address, session: Session) -> str:
    """How many other orders come out otherwise, and whether the ladder does."""
    came = {card.address: _outcome(card) for card in now.cards}
    others = sum(
        came.get(card.address) != _outcome(card) for card in then.cards if card.address != address
    )
    if others:
        said = ngettext(
            "{count} other order changes.",
            "{count} other orders change.",
            others,
        )
        return fill(said, count=others)
    if now.rung == then.rung:
        return ""
    rung = session.scenario.rung_by_number[then.rung].name
    return fill(_("The turn would close at “{rung}”."), rung=rung)


def _outcome(card: Card) -> tuple[str, Band | None, Effects]:
    return (card.lapsed, card.final, _came_through(card))
