"""Orders and their results as a reader sees them: every word made, nothing left to look up.

Whoever makes one for a seat or the room hands in the card as ``rules.sight`` cut it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.rules.dice import Address, Pair
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Table
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, Order, Ruling
from idlib_wargame.rules.turn.orders import Odds
from idlib_wargame.session.before_roll import BeforeRoll, PlayedOrder
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.views.account import Account
from idlib_wargame.views.detail import Detail as Detail
from idlib_wargame.views.odds_told import OddsTold, odds_told
from idlib_wargame.views.order_accounts import effect_accounts, odds_accounts
from idlib_wargame.views.said_before import said_before
from idlib_wargame.views.trails import Trail
from idlib_wargame.words.figures import signed
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.movements import (
    effect_words,
    is_stopped,
    nothing_moved,
    stopped_words,
)
from idlib_wargame.words.odds import band_title, band_words, odds_detail, odds_word
from idlib_wargame.words.results import (
    coded_as,
    dice_words,
    lapse_words,
    modifier_words,
    moved_nothing,
    need_words,
    odds_account,
    result_title,
    result_words,
    seat_names,
    shift_words,
    thrown_words,
)
from idlib_wargame.words.rows import basis_words, why_words
from idlib_wargame.words.rulings import release_words
from idlib_wargame.words.situation import fired_words, move_words, reason_words


class Manner(NamedTuple):
    """How a reader is told: in numbers or in words alone, with or without marks of the sources.

    ``exact_details`` says whether figures stand behind "Details" all the same; ``is_cut``, whether
    the reader may not know all that there is to tell.
    """

    numbers: bool = True
    sources: bool = True
    exact_details: bool = True
    is_cut: bool = False

    @property
    def of_details(self) -> Manner:
        """The same for what stands behind "Details"."""
        return self._replace(numbers=self.exact_details)


FOR_CONTROL = Manner()


def for_control(numbers: bool) -> Manner:
    """How the facilitator is told, whose desk may be on a projector: figures are behind Details."""
    return Manner(numbers)


def for_players(numbers: bool) -> Manner:
    """How players are told: as the exercise was set up, and without marks of the sources."""
    return Manner(numbers, sources=False, exact_details=numbers, is_cut=True)


def for_the_room(numbers: bool) -> Manner:
    """How a room is told afterwards: as its exercise was set up."""
    return Manner(numbers, exact_details=numbers, is_cut=True)


class TableHead(NamedTuple):
    """A rule table as cards and columns head themselves, in the pack's colour for it."""

    id: str
    name: str
    colour: str
    most_orders: int | None = None

    @classmethod
    def of(cls, table: Table) -> TableHead:
        """What is shown of a table."""
        return cls(table.id, table.name, table.colour, table.most_orders)


NO_TABLE = TableHead("", "", "#7A7F87")  # a grey that no table may have


class CardHead(NamedTuple):
    """Whose order it is, of which table, on what claim, and what it is.

    ``is_free`` marks one that a seat wrote itself, and what was made of it since; its ``table`` has
    no name until control has said.
    """

    seats: str
    colours: tuple[str, ...]
    table: TableHead
    source: str
    title: str
    is_free: bool = False

    @property
    def kind(self) -> str:
        """What stands beside whose it is, where it is no order of the pack's tables."""
        return _("Free order") if self.is_free else ""


class RulingView(NamedTuple):
    """The facilitator's decision. ``account`` says by whom and why; empty where it is withheld.

    ``when`` says from when on players may read it.
    """

    band: Band
    result: str
    account: str
    is_told: bool
    when: str = ""


class CardView(NamedTuple):
    """One order, adjudicated.

    ``lapse`` says why it was not rolled, and then ``band`` is None. ``band`` is the table's,
    ``final`` what counted, ``meaning`` what the pack says that comes to. ``dice`` is None where
    none were thrown or the reader may not see them. ``leanings`` are the modifiers that counted.
    ``odds_accounts`` say how the odds came about, ``moved_accounts`` what came of its effects;
    ``odds_set`` tells of odds that people set, and is empty where the tables' counted.
    """

    address: Address
    head: CardHead
    lapse: str
    band: Band | None
    final: Band | None
    odds: str
    odds_accounts: tuple[Account, ...]
    shift: str
    dice: Pair | None
    result: str
    table_gave: str
    ruling: RulingView | None
    meaning: str
    notes: tuple[str, ...]
    moved: str
    moved_accounts: tuple[Account, ...]
    leanings: tuple[str, ...]
    reason: str
    details: tuple[Detail, ...]
    ruled: Ruling | None = None
    odds_set: str = ""

    @property
    def spoken(self) -> str:
        """The card in a line, for a screen reader."""
        return fill(
            _("{seats}: {order}. {result}"),
            seats=self.head.seats,
            order=self.head.title,
            result=self.lapse or (self.ruling.result if self.ruling else self.result),
        )


class OrderView(NamedTuple):
    """An order before it is adjudicated. Odds are as they stand before other orders are known.

    ``lapse`` says why it would not be rolled as things stand; empty where it would.
    """

    head: CardHead
    odds: str
    odds_accounts: tuple[Account, ...]
    reason: str
    lapse: str = ""

    @property
    def spoken(self) -> str:
        """The order in a line, for a screen reader."""
        return fill(_("{seats}: {order}"), seats=self.head.seats, order=self.head.title)


def card_view(
    scenario: Scenario,
    card: Card,
    trail: Sequence[Trail] | None = None,
    reason: str = "",
    manner: Manner = FOR_CONTROL,
    unseen: bool = False,
    before: BeforeRoll | None = None,
) -> CardView:
    """A card with its words. With ``trail`` it reads "3 → 5", without it "+2".

    ``reason`` is what the seat gave, as ``reason_words`` has it; ``unseen`` says that the order may
    have moved what the reader may not know (``Sight.may_miss``). ``before`` is what was decided and
    said before it was rolled, as far as the reader may know it.
    """
    numbers, to_control = manner.numbers, not manner.is_cut
    told = odds_told(card, before, numbers, to_control)
    exactly = odds_told(card, before, manner.exact_details, to_control)
    return CardView(
        address=card.address,
        head=card_head(scenario, card.seats, card.order, manner),
        lapse=fill(_("Not rolled. {why}"), why=lapse_words(scenario, card)) if card.lapsed else "",
        band=card.band,
        final=card.final,
        odds=need_words(card, numbers),
        odds_accounts=odds_accounts(scenario, card, numbers, told=told),
        shift=shift_words(card) if numbers and len(card.fired) > 1 and told is None else "",
        dice=card.dice if numbers else None,
        result=result_title(card, numbers, unseen),
        table_gave=fill(_("The table gave: {result}"), result=result_words(card, numbers)),
        ruling=_ruling(scenario, card, unseen) if card.ruled else None,
        meaning=_meaning(scenario, card),
        notes=tuple(_notes(scenario, card)),
        moved=moved_words(scenario, card, trail, numbers, unseen),
        moved_accounts=effect_accounts(scenario, card.effects, trail, numbers),
        leanings=tuple(fired_words(scenario, fired, numbers) for fired in card.fired)
        if told is None
        else (),
        reason=reason,
        details=(
            *said_before(scenario, before, card.order),
            *_details(scenario, card, manner.of_details, not numbers, exactly),
        ),
        ruled=card.ruled,
        odds_set=told.account if told is not None else "",
    )


def order_view(
    scenario: Scenario, order: Order, odds: Odds, reason: str, numbers: bool = True
) -> OrderView:
    """A sealed order with its words."""
    return OrderView(
        head=card_head(scenario, (order.seat,), order),
        odds=need_words(odds, numbers),
        odds_accounts=odds_accounts(scenario, odds, numbers),
        reason=reason,
    )


def free_order_view(scenario: Scenario, seat: str, free: FreeOrder) -> OrderView:
    """An order that a seat wrote itself, before control gives it odds."""
    row = scenario.seat_by_id[seat]
    head = CardHead(
        seats=row.name,
        colours=(row.colour,),
        table=NO_TABLE,
        source="",
        title=free.what,
        is_free=True,
    )
    return OrderView(head, _("Odds are set once it lies open"), (), free_words(free))


def free_words(free: FreeOrder) -> str:
    """To what end a free order is given, and why it should come off."""
    said = [fill(_("To what end: {aim}"), aim=free.aim)] if free.aim else []
    said += [fill(_("Because: {reason}"), reason=reason) for reason in free.reasons]
    return "\n".join(said)


def given_words(scenario: Scenario, played: PlayedOrder) -> str:
    """Why an order was given: what its seat wrote, of a free one all of it; or the inject."""
    said = [reason_words(scenario, played.why, played.inject)]
    if played.free is not None:
        row = scenario.move_by_id.get(played.order.move)
        is_renamed = row is not None and row.name != played.free.what
        wrote = fill(_("“{what}”"), what=played.free.what) if is_renamed else ""
        said = [wrote, free_words(played.free), *said]
    return "\n".join(filter(None, said))


def table_heads(scenario: Scenario) -> tuple[TableHead, ...]:
    """The rule tables of a pack, in its order."""
    return tuple(map(TableHead.of, scenario.tables))


def card_head(
    scenario: Scenario, seats: Sequence[str], order: Order, manner: Manner = FOR_CONTROL
) -> CardHead:
    """The first lines of a card about an order; players are not shown on what claim it rests."""
    move = scenario.move_by_id[order.move]
    return CardHead(
        seats=seat_names(scenario, seats),
        colours=tuple(scenario.seat_by_id[seat].colour for seat in seats),
        table=TableHead.of(scenario.table_by_id[move.table]),
        source=basis_words(move.basis) if manner.sources and not move.own else "",
        title=move_words(scenario, order.move, order.choice),
        is_free=move.own,
    )


def _ruling(scenario: Scenario, card: Card, unseen: bool) -> RulingView:
    ruled = card.ruled
    assert ruled is not None
    stopped = moved_nothing(card) and not unseen
    if ruled.agreed:
        said = _("Agreed: {result}, but nothing moved") if stopped else _("Agreed: {result}")
        result = fill(said, result=band_words(ruled.band))
        return RulingView(ruled.band, result, _agreed_words(scenario, ruled), ruled.is_told)
    if ruled.is_withheld:
        title = band_title(ruled.band)
        result = fill(_("{result}, but nothing moved"), result=title) if stopped else title
        return RulingView(ruled.band, result, "", ruled.is_told)
    return RulingView(
        band=ruled.band,
        result=fill(_ruled_words(ruled, stopped), result=band_words(ruled.band)),
        account=fill(_("Facilitator: {why}"), why=ruled.why),
        is_told=ruled.is_told,
        when=release_words(ruled.release),
    )


def _agreed_words(scenario: Scenario, ruled: Ruling) -> str:
    seats = seat_names(scenario, ruled.agreed)
    if not ruled.why:
        return fill(_("By the tables of {seats}"), seats=seats)
    return fill(_("By the tables of {seats}: {why}"), seats=seats, why=ruled.why)


def _ruled_words(ruled: Ruling, stopped: bool) -> str:
    if stopped:
        return _("Ruled: {result}, but nothing moved")
    return _("Ruled: {result}") if ruled.effects is None else _("Ruled: {result}, other effects")


def _meaning(scenario: Scenario, card: Card) -> str:
    means = scenario.move_by_id[card.order.move].means
    return means.get(card.final, "") if card.final is not None else ""


def _notes(scenario: Scenario, card: Card) -> Iterator[str]:
    if card.ruled and card.ruled.is_withheld:
        yield _("Result given by the facilitator.")
    yield from (why_words(scenario, contest) for contest in card.contests)


def moved_words(
    scenario: Scenario,
    card: Card,
    trail: Sequence[Trail] | None,
    numbers: bool,
    unseen: bool = False,
) -> str:
    """What came of it, also for what should have moved and did not."""
    if card.final is None:
        return ""
    if trail is None and card.effects:
        return facts([effect_words(scenario, line, numbers) for line in card.effects])
    if trail is None or not any(line.through for line in card.effects):
        return nothing_moved(scenario, card.effects, numbers, unseen)
    said = [each.words(scenario, numbers) for each in trail]
    stopped = [stopped_words(scenario, line, numbers) for line in card.effects if is_stopped(line)]
    return facts([*dict.fromkeys([*said, *stopped])])


def _details(
    scenario: Scenario, card: Card, manner: Manner, with_dice: bool, told: OddsTold | None
) -> Iterator[Detail]:
    """What stands behind a result: every modifier, every limit, the dice and how to check them.

    ``with_dice`` where the card itself does not show what was thrown.
    """
    if card.band is not None:
        yield from _odds_details(scenario, card, manner, told)
    if with_dice and card.dice and manner.numbers:
        yield Detail(_("Dice"), dice_words(card.dice))
    if card.contests and card.dice and manner.numbers:
        yield Detail(_("The dice gave"), thrown_words(card))
    if card.ruled and not card.ruled.is_withheld:
        yield from _by_the_table(scenario, card, manner)
    for number, line in enumerate(card.effects):
        yield Detail("" if number else _("Effects"), effect_words(scenario, line, manner.numbers))
    coded = coded_as(scenario, card, manner.numbers) if card.final is not None else ""
    if coded:
        yield Detail(_("Coded as"), coded)
    if card.dice and manner.numbers:
        yield Detail(_("Dice address"), str(card.address))
        # Players read where they stand; how they are worked out is for whoever does it.
        how = _where_dice_stand() if manner.is_cut else _how_to_check()
        yield Detail(_("To check the dice"), how, is_aside=True)
    if manner.sources or manner.numbers:
        yield Detail(_("Source"), basis_words(scenario.move_by_id[card.order.move].basis))


def _by_the_table(scenario: Scenario, card: Card, manner: Manner) -> Iterator[Detail]:
    """What it would have come to without the ruling; of one that was not rolled, nothing."""
    if card.band is not None:
        yield Detail(_("The table gave"), result_words(card, manner.numbers))
    heading = _("The table's effects")
    if not card.table_effects:
        yield Detail(heading, _("none that you may know of") if manner.is_cut else _("none"))
    for number, line in enumerate(card.table_effects):
        said = effect_words(scenario, line, manner.numbers)
        yield Detail("" if number else heading, said)


def _odds_details(
    scenario: Scenario, card: Card, manner: Manner, told: OddsTold | None
) -> Iterator[Detail]:
    if told is not None:
        yield Detail(_("Odds"), odds_detail(card) if manner.numbers else odds_word(card.need))
        yield Detail(_("Who set them"), told.account)
        if not told.tables:
            return
    if not manner.numbers:
        for number, fired in enumerate(card.fired):
            why = fired_words(scenario, fired, manner.numbers)
            yield Detail("" if number else _("Modifiers"), why)
    else:
        for row, shift in card.fired:
            heading = fill(_("Modifier {shift}"), shift=signed(shift))
            yield Detail(heading, modifier_words(scenario, row))
    if not card.fired:
        yield Detail(_("Modifiers"), _("None held."))
    if told is None:
        odds = odds_account(card) if manner.numbers else odds_word(card.need)
        yield Detail(_("Odds"), odds)


def _where_dice_stand() -> str:
    return _(
        "The dice follow from this address and a secret number that was fixed before the exercise "
        "began. It is published when the exercise ends: anybody can then throw them again."
    )


def _how_to_check() -> str:
    return _(
        "HMAC-SHA-256 of this address, keyed with the session's seed, which is published when the "
        "exercise ends. Skip bytes of 252 and over; of the first two left, the remainder by six, "
        "plus one, gives the dice."
    )
