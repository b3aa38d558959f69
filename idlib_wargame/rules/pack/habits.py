"""How bots lean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from idlib_wargame.rules.conditions.condition import ALWAYS, Condition

# Words that a pick may hold in place of a move, so that no move may be called by them.
PASS: Final = "pass"  # the slot stays empty
ANY: Final = "any"  # whatever is legal, each order as likely as the next


@dataclass(frozen=True, slots=True)
class Pick:
    """A habit's leaning to a move (with a choice): weight 1 or more, when the condition holds.

    The weight is shared among all that the pick may come to: the choices of the move that are legal
    then, or for ``ANY`` all legal orders.
    """

    move: str
    weight: int
    choice: str = ""
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class OfferPick:
    """A habit's leaning to table a template: ``chance`` in percent each turn, as talks close."""

    template: str
    chance: int
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class AnswerPick:
    """How a habit answers offers, by weight: the first row that fits an offer decides.

    ``templates`` are those it is for; none named means any offer. ``counter_with`` is the template
    that a counter is made from. What waits is left open.
    """

    accept: int = 0
    refuse: int = 0
    counter: int = 0
    wait: int = 0
    templates: tuple[str, ...] = ()
    counter_with: str = ""
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class EndPick:
    """A habit's leaning to declare agreements over: ``chance`` in percent each turn."""

    chance: int
    templates: tuple[str, ...] = ()
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Manner:
    """How a habit bargains as one actor. ``faith`` is how often it holds to a term, in percent."""

    offers: tuple[OfferPick, ...] = ()
    answers: tuple[AnswerPick, ...] = ()
    ends: tuple[EndPick, ...] = ()
    faith: int = 100


SILENT: Final = Manner()
AT_RANDOM: Final = Manner((), (AnswerPick(1, 1, 0, 1),), (EndPick(5),), 50)


@dataclass(frozen=True, slots=True)
class Habit:
    """How a bot plays each actor's seats: its picks by actor.

    ``bargains`` says how it offers and answers, by actor.
    What no pick allows is not played: a bot then orders less than it may, and nothing for an actor
    that the habit leaves out. A habit that names nobody at all plays any legal order for everybody.
    ``name`` is "" for the habit that no pack names, of playing at random.
    """

    id: str
    name: str
    summary: str = ""
    seats: Mapping[str, tuple[Pick, ...]] = field(default_factory=dict)
    bargains: Mapping[str, Manner] = field(default_factory=dict)

    def picks(self, actor: str) -> tuple[Pick, ...]:
        """How it leans as that actor."""
        return self.seats.get(actor, ()) if self.seats else (Pick(ANY, 1),)

    def manner(self, actor: str) -> Manner:
        """How it bargains as that actor: not at all where the habit leaves it out.

        A habit that names nobody at all bargains at random too.
        """
        if self.seats or self.bargains:
            return self.bargains.get(actor, SILENT)
        return AT_RANDOM
