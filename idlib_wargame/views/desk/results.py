"""A turn's results as the facilitator goes through them: cards by step, and what followed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.phases import ADJUDICATION
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After, Card
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.methods import RIGID, waits_for_decision
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.account import Account
from idlib_wargame.views.cards import CardView, card_view, for_control, given_words
from idlib_wargame.views.order_accounts import effect_accounts
from idlib_wargame.views.trails import trails
from idlib_wargame.words.bargains import title_of
from idlib_wargame.words.language import _, figures, fill, ngettext
from idlib_wargame.words.lists import apart, facts
from idlib_wargame.words.movements import effect_words
from idlib_wargame.words.results import dice_words
from idlib_wargame.words.rows import why_words


class ToRoom(Enum):
    """How a result stands to the room's screen while its turn is open."""

    NEVER = "never"  # not everybody may know of it
    NOT_YET = "not_yet"
    SHOWN = "shown"
    CHANGED = "changed"  # since it was shown


class StepCards(NamedTuple):
    """The cards of one step of the turn, under its name."""

    name: str
    cards: tuple[CardView, ...]


class Followed(NamedTuple):
    """What followed a turn by itself: why, what it did, and of which agreements it came.

    ``accounts`` say of each track what was asked and what held it.
    """

    why: str
    did: str
    came_of: str = ""
    accounts: tuple[Account, ...] = ()


def turn_on_the_table(play: Play) -> Turn | None:
    """The turn whose results are shown; None while the turn in play has none."""
    turn = play.pending or play.last
    shown = turn is not None and (turn.number == play.turn or play.finished)
    return turn if shown else None


def may_rule(play: Play) -> bool:
    """Whether the facilitator may decide otherwise than the table of any order now."""
    turn = play.pending
    if play.phase != ADJUDICATION or turn is None:
        return False
    return any(may_rule_on(play, card) for card in turn.result.cards)


def may_rule_on(play: Play, card: Card) -> bool:
    """Whether of this one: for a single order it may be chosen that the dice decide, or not."""
    return play.pending is not None and play.method_of(play.pending, card.order) != RIGID


def to_decide(play: Play) -> frozenset[Address]:
    """The orders of which each waits for the facilitator's decision, those decided with them."""
    turn = play.pending
    if turn is None or play.phase != ADJUDICATION:
        return frozenset()
    cards = turn.result.cards
    return frozenset(
        card.address for card in cards if waits_for_decision(play.method_of(turn, card.order))
    )


def may_mark(play: Play) -> bool:
    """Whether the facilitator goes through a turn's results, without deciding on each."""
    return play.phase == ADJUDICATION and not to_decide(play)


def to_room(referee: Referee, turn: Turn) -> Mapping[Address, ToRoom]:
    """Whether each result may be shown to the room, or was, in the order in which they resolve."""
    sight, shown = referee.sight(), {card.address: card for card in turn.shown}
    found = {}
    for step in referee.scenario.steps:
        for card in (each for each in turn.result.cards if each.step == step):
            if card.address in shown:
                same = shown[card.address] == card
                found[card.address] = ToRoom.SHOWN if same else ToRoom.CHANGED
            else:
                known = sight.card(card) is not None
                found[card.address] = ToRoom.NOT_YET if known else ToRoom.NEVER
    return found


def next_to_show(found: Mapping[Address, ToRoom]) -> Address | None:
    """The first result that the room may be shown and was not."""
    return next((address for address, state in found.items() if state is ToRoom.NOT_YET), None)


def results_heading(turn: Turn) -> str:
    """The heading above the cards."""
    return fill(_("Results of turn {turn}"), turn=turn.number)


def cards_by_step(scenario: Scenario, turn: Turn, numbers: bool = True) -> tuple[StepCards, ...]:
    """The cards in the order of the pack's steps; steps without orders are left out.

    Without ``numbers`` their figures are behind Details: the desk may be on a projector.
    """
    manner = for_control(numbers)
    moved = trails(scenario, turn.opening, turn.result)
    views: dict[str, list[CardView]] = {step: [] for step in scenario.steps}
    for card in turn.result.cards:
        why = reasons(scenario, turn, card)
        view = card_view(scenario, card, moved[card.address], why, manner, before=turn.before)
        if card.address in turn.accepted:
            view = view._replace(notes=(*view.notes, _accepted_words(card)))
        views[card.step].append(view)
    names = scenario.step_names
    return tuple(
        StepCards(names.get(step, step), tuple(cards)) for step, cards in views.items() if cards
    )


def _accepted_words(card: Card) -> str:
    if card.band is None:
        return _("Decided: it comes to nothing.")
    return _("Decided as the dice fell.")


def decided_words(decided: int, count: int) -> str:
    """How far the facilitator is who decides each of ``count`` orders."""
    if not count:
        return _("Nobody gave an order this turn.")
    words = _("{decided} of {count} decided. The turn can be closed once each has your decision.")
    return fill(words, decided=decided, count=count)


def progress_words(read: int, count: int, marking: bool) -> str:
    """How far the facilitator is: ``read`` of ``count`` cards read, while they are gone through.

    A card is read that was marked so, whose details were opened, or that was ruled on.
    """
    if not count:
        return _("Nobody gave an order this turn.")
    if not marking:
        words = ngettext("{count} order, as adjudicated.", "{count} orders, as adjudicated.", count)
        return fill(words, count=count)
    words = _(
        "{read} of {count} read or decided. Closing the turn accepts every result as it stands."
    )
    return fill(words, read=read, count=count)


def reasons(scenario: Scenario, turn: Turn, card: Card) -> str:
    """The reason that the seat gave for an order; each seat's, where several gave it jointly."""
    ordered = card.order.move, card.order.choice
    found = [
        (played.order.seat, why)
        for played in turn.orders
        if played.order.seat in card.seats
        and (played.order.move, played.order.choice) == ordered
        and (why := given_words(scenario, played))
    ]
    if len(found) == 1:
        return found[0][1]
    return "\n".join(
        fill(_("{seat}: {why}"), seat=scenario.seat_by_id[seat].name, why=why)
        for seat, why in found
    )


def followed(
    scenario: Scenario, turn: Turn, numbers: bool = True, agreements: bool = True
) -> tuple[Followed, ...]:
    """Chances, upkeep, conversions and what came of agreements, each with its reason.

    Unless ``agreements`` are uncovered, what came of them is told without why.
    """
    return tuple(
        Followed(_("Something that was agreed"), _did_words(scenario, row, numbers))
        if row.agreements and not agreements
        else Followed(
            why_words(scenario, row.row),
            _did_words(scenario, row, numbers),
            _came_of(scenario, turn, row),
            effect_accounts(scenario, row.effects, numbers=numbers),
        )
        for row in turn.result.after
    )


def _came_of(scenario: Scenario, turn: Turn, row: After) -> str:
    """ "It came of: A ground for the crews, from Astra to Borea, term 2"; or nothing."""
    found = []
    for where in row.agreements:
        key, _sign, place = where.partition("#")
        case = turn.agreed.cases.get(key)
        if case is None:
            continue
        title = title_of(scenario, case)
        said = _("{agreement}, term {number}") if place else _("{agreement}")
        found.append(fill(said, agreement=title, number=int(place or 0) + 1))
    return fill(_("It came of: {agreements}"), agreements=apart(found)) if found else ""


def _did_words(scenario: Scenario, row: After, numbers: bool) -> str:
    """What one row did, with its dice where it has any."""
    moved = facts([effect_words(scenario, line, numbers) for line in row.effects])
    did = moved or _("Nothing moved.")
    if row.dice is None or not numbers:
        return did
    return fill(
        _("{effects} (dice {dice}, needed {target})"),
        effects=did,
        dice=dice_words(row.dice),
        target=figures(f"{row.target}+"),
    )
