"""How often the facilitator ruled otherwise than the tables, and what was held for the hot wash."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card
from idlib_wargame.session.kinds.ruling_released import held_rulings
from idlib_wargame.session.methods import RIGID
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.results import seat_names
from idlib_wargame.words.rulings import overruled_of, overruled_words
from idlib_wargame.words.situation import move_words


class HeldRuling(NamedTuple):
    """A ruling that only control may read: on which order, and what it was, with its reason."""

    address: Address
    order: str
    ruled: str


class Held(NamedTuple):
    """``said`` counts them; ``tell`` is what the button for all of them says."""

    rulings: tuple[HeldRuling, ...]
    said: str = ""
    tell: str = ""


def overruled(play: Play) -> str:
    """Of this turn's orders and of all, how many were ruled otherwise; "" where none can be."""
    turns = [*play.closed, *([play.pending] if play.pending else ())]
    if not turns or play.setup.method == RIGID:
        return ""
    this, every = turns[-1].result.cards, [card for turn in turns for card in turn.result.cards]
    if not every:
        return ""
    if len(turns) == 1:
        return overruled_words(*_counted(this), play.setup.numbers)
    return overruled_of(_counted(this), _counted(every), play.setup.numbers)


def overruled_in_all(play: Play) -> str:
    """Of all orders of the exercise, how many were ruled otherwise; "" where none can be."""
    cards = [card for turn in play.closed for card in turn.result.cards]
    if not cards or play.setup.method == RIGID:
        return ""
    return overruled_words(*_counted(cards), play.setup.numbers)


def _counted(cards: Iterable[Card]) -> tuple[int, int]:
    found = [card.is_overruled for card in cards]
    return sum(found), len(found)


def held(scenario: Scenario, play: Play) -> Held:
    """What can be told now of turns that are closed."""
    rulings = tuple(_held(scenario, card) for card in held_rulings(play))
    if not rulings:
        return Held(())
    count = len(rulings)
    said = ngettext(
        "{count} ruling was held for the hot wash.",
        "{count} rulings were held for the hot wash.",
        count,
    )
    tell = ngettext("Tell it now", "Tell all {count} now", count)
    return Held(rulings, fill(said, count=count), fill(tell, count=count))


def _held(scenario: Scenario, card: Card) -> HeldRuling:
    ruled = card.ruled
    assert ruled is not None
    order = fill(
        _("Turn {turn}, {seats}: {order}"),
        turn=card.address.turn,
        seats=seat_names(scenario, card.seats),
        order=move_words(scenario, card.order.move, card.order.choice),
    )
    said = _("{result}. Why: {why}")
    return HeldRuling(card.address, order, fill(said, result=band_words(ruled.band), why=ruled.why))
