"""Orders that lie open and were not all rolled, as the facilitator goes through them, by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.rules.dice import Pair
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import learns_of
from idlib_wargame.rules.turn.orders import Odds
from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import Argument, AskedFor, Asking, BeforeRoll, PlayedOrder
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.method_chosen import methods_for_one
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.votes_out import to_roll, votes_out
from idlib_wargame.session.methods import VOTE
from idlib_wargame.session.session import Session
from idlib_wargame.views.account import Account
from idlib_wargame.views.cards import CardHead, card_head, free_order_view, given_words
from idlib_wargame.views.desk.votes_to_count import voted_words
from idlib_wargame.views.odds_told import OddsTold, set_by_words
from idlib_wargame.views.order_accounts import odds_accounts
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart, series
from idlib_wargame.words.methods import method_inside, method_name
from idlib_wargame.words.odds import (
    SET_BY_WORD,
    band_title,
    band_words,
    odds_inside,
    odds_set_words,
    odds_word,
)
from idlib_wargame.words.results import dice_words, lapse_reason, need_words, seat_names
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import fired_words


class AskedOf(NamedTuple):
    """What others were asked about an order. ``waits`` says who has yet to answer, ``came`` what it
    came to once it is counted; ``may_count`` whether that can be done now.

    ``people`` are those for whom the facilitator writes their word down.
    """

    what: AskedFor
    said: str
    waits: str
    came: str
    may_count: bool
    people: tuple[str, ...]


class OpenOrder(NamedTuple):
    """One roll before it is thrown, or as it was thrown.

    ``odds`` are in words, ``set_by`` who set them and why; ``leanings`` are the modifiers that
    count. ``conflicts`` tell what the pack says that other orders of the turn may do to it.
    ``method`` is one of its own, empty for that of the exercise. ``waits`` says why its step cannot
    be rolled yet, ``lacks`` what it lacks itself; ``is_rolled`` with ``dice`` and ``result``, whose
    effects come once all are rolled.
    ``has_row`` is False for a free order that control has yet to give one; ``told`` are the seats
    that may read it until then. ``knows`` are those that know of the order or
    would learn of it. ``is_voted`` where a vote decides it.
    """

    order: Order
    head: CardHead
    odds: str
    odds_accounts: tuple[Account, ...]
    need: int
    set_by: str
    leanings: tuple[str, ...]
    conflicts: tuple[str, ...]
    lapse: str
    method: str
    reason: str
    arguments: tuple[str, ...]
    asked: tuple[AskedOf, ...]
    agreed: str
    waits: str
    lacks: str
    is_free: bool
    has_row: bool
    is_rolled: bool
    dice: Pair | None
    band: Band | None
    result: str
    turn: int
    told: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    is_voted: bool = False

    @property
    def spoken(self) -> str:
        """The order in a line, for a screen reader."""
        return fill(_("{seats}: {order}"), seats=self.head.seats, order=self.head.title)


class OpenStep(NamedTuple):
    """The orders of one step. ``left`` are those that can be rolled, ``waits`` why not yet.

    ``roll`` is what the button for all of them says.
    """

    name: str
    orders: tuple[OpenOrder, ...]
    left: tuple[Order, ...]
    roll: str
    waits: str


def open_steps(session: Session) -> tuple[OpenStep, ...]:
    """The opened orders in the order in which they resolve; free ones without a row come first."""
    before = session.play.before_roll
    if before is None:
        return ()
    rolls, scenario = session.opened_rolls(), session.scenario
    ready = {each.order for each in rolls}
    together = {Order(seat, *each.order[1:]) for each in rolls for seat in each.seats}
    rowless = [each for each in before.orders if each.order not in ready | together]
    steps = [_rowless_step(session, before, rowless)] if rowless else []
    first = next((each.rule.move.step for each in rolls if each.order not in before.rolled), "")
    for step in scenario.steps:
        mine = [each for each in rolls if each.rule.move.step == step]
        if mine:
            steps.append(_step(session, before, step, mine, first, bool(rowless)))
    return tuple(steps)


def _rowless_step(session: Session, before: BeforeRoll, rowless: Sequence[PlayedOrder]) -> OpenStep:
    orders = tuple(_rowless(session, before, each) for each in rowless)
    return OpenStep(_("Orders of their own, without a row yet"), orders, (), "", "")


def _step(
    session: Session,
    before: BeforeRoll,
    step: str,
    rolls: Sequence[Roll],
    first: str,
    rowless: bool,
) -> OpenStep:
    scenario, play = session.scenario, session.play
    left = [each.order for each in rolls if each.order not in before.rolled]
    votes = len(votes_out(before, play.setup.method, rolls))
    waits = ""
    if left and rowless:
        waits = _("Give each free order its row first.")
    elif left and step != first:
        name = scenario.step_names.get(first, first)
        said = _("Roll the orders of “{step}” first; what comes later rests on them.")
        waits = fill(said, step=name)
    elif votes:
        said = ngettext(
            "{count} of these waits for its vote.", "{count} of these wait for their votes.", votes
        )
        waits = fill(said, count=votes)
    count = max(len(to_roll(before, rolls)), 1)
    roll = fill(ngettext("Roll this step", "Roll these {count}", count), count=count)
    may_one = "" if votes and waits and step == first and not rowless else waits
    orders = tuple(_order(session, before, each, may_one) for each in rolls)
    name = scenario.step_names.get(step, step)
    return OpenStep(name, orders, tuple(left), roll if left else "", waits)


def roll_act(session: Session, orders: Iterable[Order]) -> Act:
    """What rolls those: the last of a turn are rolled as it is worked out."""
    before, wanted = session.play.before_roll, tuple(orders)
    rolled = before.rolled if before is not None else frozenset()
    left = {each.order for each in session.opened_rolls()} - rolled
    return Adjudicate() if left <= set(wanted) else RollOrders(wanted)


def open_heading(turn: int) -> str:
    """The heading while orders lie open."""
    return fill(_("Orders of turn {turn}, before they are rolled"), turn=turn)


def open_hint(session: Session) -> str:
    """How far they are rolled, and what can be done before."""
    before = session.play.before_roll
    assert before is not None
    rolls = session.opened_rolls()
    if before.rolled:
        count = sum(not each.lapsed for each in rolls)
        rolled = count - len(to_roll(before, rolls))
        said = _("{rolled} of {count} rolled. What they come to is told once all are.")
        return fill(said, rolled=rolled, count=count)
    return _("Set odds, ask others or choose another method; then roll one by one, or all.")


def method_choices(session: Session) -> tuple[tuple[str, str], ...]:
    """The ways in which one order may be decided, by id and name; first as the exercise's are."""
    method = session.play.setup.method
    usual = fill(_("As the others: {method}"), method=method_inside(method))
    others = (each for each in methods_for_one(method) if each != method)
    return (("", usual), *((each, method_name(each)) for each in others))


def odds_choices() -> tuple[tuple[int, str], ...]:
    """The words that odds are set in, the likeliest first, each with what two dice must come to."""
    return tuple((need, odds_word(need)) for need in SET_BY_WORD)


def _order(session: Session, before: BeforeRoll, roll: Roll, waits: str) -> OpenOrder:
    scenario, numbers = session.scenario, session.play.setup.numbers
    order, is_rolled = roll.order, roll.order in before.rolled
    played = before.of(order)
    target = roll.rule.move.target
    odds = Odds(target, roll.fired, roll.shift, target - roll.shift)
    is_set = roll.set_need is not None
    kept = before.odds.get(order)
    told = OddsTold(odds_set_words(kept is not None and kept.voted), "", True) if is_set else None
    method = session.play.setup.method
    return OpenOrder(
        order=order,
        head=card_head(scenario, roll.seats, order),
        odds="" if roll.lapsed else need_words(roll, numbers),
        odds_accounts=() if roll.lapsed else odds_accounts(scenario, odds, numbers, told=told),
        need=roll.need,
        set_by=set_by_words(before, order, odds, numbers) if is_set else "",
        leanings=()
        if is_set
        else tuple(fired_words(scenario, fired, numbers) for fired in roll.fired),
        conflicts=tuple(why_words(scenario, row) for row in roll.conflicts),
        lapse=fill(
            _("Will not be rolled. {why}"), why=lapse_reason(scenario, roll.lapsed, order.move)
        )
        if roll.lapsed
        else "",
        method=before.methods.get(order, ""),
        reason=given_words(scenario, played) if played else "",
        arguments=tuple(_arguments(scenario, before.arguments.get(order, ()))),
        asked=tuple(_all_asked(scenario, before, order, is_rolled)),
        agreed=_agreed(scenario, before, order),
        waits="" if is_rolled else waits,
        lacks=_lacks(before, order) if votes_out(before, method, [roll]) else "",
        is_free=played is not None and played.free is not None,
        has_row=True,
        is_rolled=is_rolled,
        dice=roll.dice if numbers else None,
        band=roll.band,
        result=_result(roll, numbers) if is_rolled else "",
        turn=before.turn,
        knows=tuple(
            seat.id
            for seat in scenario.seats
            if learns_of(scenario, roll.rule.move, roll.seats, frozenset({seat.actor}))
        ),
        is_voted=before.methods.get(order, method) == VOTE,
    )


def _lacks(before: BeforeRoll, order: Order) -> str:
    """Of an order that waits for its vote: how far that is, and what can be done."""
    asking = before.asked(order, AskedFor.ODDS)
    if asking is None or asking.counted:
        return _("Ask for its vote and count it, set its odds, or decide it another way.")
    return voted_words(asking)


def _result(roll: Roll, numbers: bool) -> str:
    if roll.band is None:
        return _("Not rolled.")
    title = band_title(roll.band)
    if roll.dice is None or not numbers:
        return title
    return fill(_("{result}, dice {dice}"), result=title, dice=dice_words(roll.dice))


def _rowless(session: Session, before: BeforeRoll, played: PlayedOrder) -> OpenOrder:
    scenario, free = session.scenario, played.free
    assert free is not None
    view = free_order_view(scenario, played.order.seat, free)
    told = [scenario.seat_by_id[seat].name for seat in sorted(before.told.get(played.order, ()))]
    shown = fill(_("Shown to {seats}"), seats=series(told)) if told else ""
    return OpenOrder(
        order=played.order,
        head=view.head,
        odds="",
        odds_accounts=(),
        need=0,
        set_by="",
        leanings=(),
        conflicts=(),
        lapse="",
        method="",
        reason="\n".join(each for each in (view.reason, shown) if each),
        arguments=tuple(_arguments(scenario, before.arguments.get(played.order, ()))),
        asked=tuple(_all_asked(scenario, before, played.order)),
        agreed=_agreed(scenario, before, played.order),
        waits="",
        lacks=_("Give it a row of the tables first: then it has odds and can be rolled."),
        is_free=True,
        has_row=False,
        is_rolled=False,
        dice=None,
        band=None,
        result="",
        turn=before.turn,
        told=tuple(sorted(before.told.get(played.order, ()))),
        knows=tuple(sorted({played.order.seat, *before.told.get(played.order, ())})),
        is_voted=session.play.setup.method == VOTE,
    )


def _arguments(scenario: Scenario, given: Sequence[Argument]) -> Iterator[str]:
    for each in given:
        seat = scenario.seat_by_id.get(each.by)
        who = seat.name if seat is not None else _("Facilitator")
        said = _("For it, {who}: {text}") if each.is_for else _("Against it, {who}: {text}")
        yield fill(said, who=who, text=each.text)


def _agreed(scenario: Scenario, before: BeforeRoll, order: Order) -> str:
    agreed = before.bands.get(order)
    if agreed is None:
        return ""
    said = _("Agreed by {seats}: {result}")
    seats = seat_names(scenario, agreed.seats)
    return fill(said, seats=seats, result=band_words(agreed.band))


def _all_asked(
    scenario: Scenario, before: BeforeRoll, order: Order, is_rolled: bool = False
) -> Iterator[AskedOf]:
    given = before.arguments.get(order, ())
    against = frozenset(each.by for each in given if not each.is_for)
    for asking in before.asking.get(order, {}).values():
        yield _asked(scenario, asking, against, is_rolled)


def _owed(scenario: Scenario, asking: Asking, against: frozenset[str]) -> str:
    """Which seats have yet to give a reason; a person's is written down as anybody's."""
    owing = [scenario.seat_by_id[seat].name for seat in asking.seats if seat not in against]
    return fill(_("waits for {who}"), who=series(owing)) if owing else ""


def _asked(scenario: Scenario, asking: Asking, against: frozenset[str], is_rolled: bool) -> AskedOf:
    names = [*(scenario.seat_by_id[each].name for each in asking.seats), *asking.people]
    said = {
        AskedFor.AGAINST: lambda: _("Asked for reasons against: {who}"),
        AskedFor.ODDS: lambda: _("Asked how likely it is: {who}"),
        AskedFor.BAND: lambda: _("Asked how it comes out: {who}"),
    }[asking.what]()
    waiting = [
        row.name if (row := scenario.seat_by_id.get(each)) is not None else each
        for each in asking.waits_for
    ]
    is_vote = asking.what is not AskedFor.AGAINST and not is_rolled
    waits = fill(_("waits for {who}"), who=series(waiting)) if waiting and is_vote else ""
    if asking.what is AskedFor.AGAINST and not is_rolled:
        waits = _owed(scenario, asking, against)
    return AskedOf(
        what=asking.what,
        said=fill(said, who=series(names)),
        waits="" if asking.counted else waits,
        came=_came(scenario, asking) if asking.counted else "",
        may_count=is_vote and bool(asking.said) and not asking.counted,
        people=() if asking.counted or not is_vote else asking.people,
    )


def _came(scenario: Scenario, asking: Asking) -> str:
    """Every word, as all are kept, and who said it."""
    said = []
    for each in asking.said:
        seat = None if each.person else scenario.seat_by_id.get(each.who)
        word = (
            odds_inside(each.number)
            if asking.what is AskedFor.ODDS
            else band_words(Band(each.number))
        )
        who = seat.name if seat is not None else each.who
        said.append(fill(_("{who}: {word}"), who=who, word=word))
    return fill(_("They said: {words}"), words=apart(said))
