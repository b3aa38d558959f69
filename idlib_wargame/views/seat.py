"""All that a seat's screen may show, in rows of its own: every word made, nothing else to reach.

A view is a function of what the seat may know (``views/known_play.py``), and of nothing else: two
exercises that are equal in that give it equal views. It carries no row of the pack and no state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.pack.phases import ADJUDICATION, FINISHED, INJECTS, ORDERS, REPORT, TALKS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.kinds.adjudicated import is_played
from idlib_wargame.session.kinds.judging import may_judge
from idlib_wargame.session.play import Play
from idlib_wargame.session.play import Wish as Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.account import Accounts
from idlib_wargame.views.asked_orders import OrderAsked, orders_asked
from idlib_wargame.views.bargains.came_of import CameOf, came_of
from idlib_wargame.views.bargains.ledger import LedgerView, ledger_view
from idlib_wargame.views.bargains.writing import Desk, writing_desk
from idlib_wargame.views.cards import (
    CardView,
    TableHead,
    card_view,
    for_players,
    table_heads,
)
from idlib_wargame.views.changes import Situation, situation_of
from idlib_wargame.views.correspondence import Writing, messages_of, writing_of
from idlib_wargame.views.done_for_it import done_for_it
from idlib_wargame.views.free_orders import FreeDesk, free_desk
from idlib_wargame.views.judging.at_end import Thoughts, thoughts
from idlib_wargame.views.judging.form import JudgementForm, judgement_form
from idlib_wargame.views.known_play import known_play
from idlib_wargame.views.made_once import MadeOnce
from idlib_wargame.views.messages import MessageView
from idlib_wargame.views.move_options import MoveOption as MoveOption
from idlib_wargame.views.move_options import move_options
from idlib_wargame.views.opened_orders import opened_hints
from idlib_wargame.views.pressures import FlagGroupLines, pressures
from idlib_wargame.views.question import Question
from idlib_wargame.views.situation_report import SeatReport, seat_report
from idlib_wargame.views.tracks import TrackLine, track_line
from idlib_wargame.views.trails import known_trails
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.phases import phase_name
from idlib_wargame.words.sheets import sheet_full_words, table_full_words


class SeatName(NamedTuple):
    """A seat as its window heads itself."""

    id: str
    name: str
    colour: str
    summary: str


class AimLine(NamedTuple):
    """A private aim; ``met`` is None until the exercise is over."""

    text: str
    met: bool | None


class SeatView(NamedTuple):
    """What one seat sees.

    ``numbers`` is False where the exercise is told in words alone: then no figure of ours stands
    in it but dates, turns and counts of orders. ``situation`` is where things stand in a line, and
    what moved why. ``pressures`` are the flags that it may know.
    ``orders`` is how many it may seal, ``state`` what to say under them. ``reported_turn`` is the
    turn that ``cards``, ``beside`` (what agreements moved) and ``report`` are of; 0 before the
    first. ``duties`` are what it has to see to this turn, a sentence each. ``title`` is the
    exercise's. ``judgement`` is what it is asked to judge, None for nothing; ``thoughts`` what all
    seats thought, once it is over. Of a practice nothing counts.
    ``handling`` says how what is seen may be passed on. ``done_for_it`` is what others did with its
    orders, a sentence each; ``opened_hints`` stand under them once they are opened. ``free`` says
    which orders it may write itself, ``asked`` what it is asked about orders that lie open.
    """

    seat: SeatName
    title: str
    numbers: bool
    brief: str
    public_brief: str
    where: str
    turn: int
    phase: str
    orders: int
    tables: tuple[TableHead, ...]
    situation: Situation
    tracks: tuple[TrackLine, ...]
    pressures: tuple[FlagGroupLines, ...]
    options: tuple[MoveOption, ...]
    wishes: tuple[Wish, ...]
    is_sealed: bool
    state: str
    reported_turn: int
    cards: tuple[CardView, ...]
    beside: tuple[CameOf, ...]
    report: SeatReport
    messages: tuple[MessageView, ...]
    writing: Writing
    aims: tuple[AimLine, ...]
    judgement: JudgementForm | None
    thoughts: Thoughts | None
    ledger: LedgerView | None
    offers: Desk | None
    duties: tuple[str, ...] = ()
    is_practice: bool = False
    handling: str = ""
    done_for_it: tuple[str, ...] = ()
    opened_hints: tuple[str, ...] = ()
    free: FreeDesk = FreeDesk()
    asked: tuple[OrderAsked, ...] = ()

    @property
    def judgement_waits(self) -> bool:
        """Whether the seat is asked what it thinks, and has not sealed that yet."""
        return self.judgement is not None and self.judgement.is_open

    @property
    def may_pick(self) -> bool:
        """Whether picks may change now."""
        return self.phase in (INJECTS, TALKS, ORDERS) and not self.is_sealed

    @property
    def may_seal(self) -> bool:
        """Whether orders may be sealed now."""
        return self.may_pick and self.phase == ORDERS

    @property
    def may_unseal(self) -> bool:
        """Whether sealed orders may be taken back now."""
        return self.is_sealed and self.phase not in (ADJUDICATION, FINISHED)

    @property
    def tells_no_orders(self) -> bool:
        """Whether a seat without orders is told that it gave none: once it can pick none."""
        return self.is_sealed or self.phase == ADJUDICATION

    @property
    def is_over(self) -> bool:
        """Whether the exercise is finished."""
        return self.phase == FINISHED

    @property
    def tells_results(self) -> bool:
        """Whether this is the time to read what came of the turn."""
        return self.phase in (REPORT, FINISHED)

    def option(self, wish: Wish) -> MoveOption | None:
        """The option that a wish picks, whatever its reason; None for none of the seat's."""
        return next((each for each in self.options if each.wish[:2] == wish[:2]), None)

    def order(self, place: int, wish: Wish) -> MoveOption | None:
        """The same for the order in that place: once it is opened, with the odds that it had."""
        option = self.option(wish)
        if option is None or not self.opened_hints:
            return option
        hint = self.opened_hint(place)
        return option._replace(odds=hint, company="", why_not="", breaches=(), keeps=())

    def opened_hint(self, place: int) -> str:
        """What stands under the order in that place once it is opened; "" before."""
        return self.opened_hints[place] if place < len(self.opened_hints) else ""


class SeatMade:
    """What of a seat's view takes long to work out, and seldom changes from one act to the next."""

    def __init__(self) -> None:
        self.cards = MadeOnce[tuple[CardView, ...]]()
        self.options = MadeOnce[tuple[MoveOption, ...]]()
        self.offers = MadeOnce[Desk]()
        self.standing = MadeOnce[tuple[Situation, tuple[TrackLine, ...]]]()


def seat_view(session: Session, seat: str, made: SeatMade | None = None) -> SeatView:
    """The view of a seat, as the exercise stands. Who asks often keeps a ``made``."""
    return view_of(session.referee, session.play, seat, made)


def view_of(referee: Referee, whole: Play, seat: str, made: SeatMade | None = None) -> SeatView:
    """The view that an exercise gives a seat where it stands so."""
    scenario = referee.scenario
    sight = referee.sight(seat)
    play = _known(whole, sight)
    made = made or SeatMade()
    state, numbers = play.state, play.setup.numbers

    def standing() -> tuple[Situation, tuple[TrackLine, ...]]:
        accounts = Accounts(scenario, play, may_miss=True)
        lines = tuple(_track_lines(sight, play, accounts))
        return situation_of(sight, play, accounts), lines

    situation, tracks = made.standing.of(
        (referee, state, whole.last, play.turn, play.messages, numbers), standing
    )
    row = scenario.seat_by_id[seat]
    is_sealed = seat in play.sealed and play.phase != REPORT
    return SeatView(
        seat=SeatName(seat, row.name, row.colour, row.summary),
        title=play.setup.name_in(scenario),
        handling=play.setup.handling,
        numbers=play.setup.numbers,
        brief=row.brief,
        public_brief=scenario.public_brief,
        where=_where(play),
        turn=play.turn,
        phase=play.phase,
        orders=scenario.orders_of(seat),
        tables=table_heads(scenario),
        situation=situation,
        tracks=tracks,
        pressures=pressures(sight, play.state),
        options=made.options.of(
            (referee, state, play.ledger, numbers),
            lambda: tuple(move_options(referee, sight, play)),
        ),
        wishes=play.sealed.get(seat, play.drafts.get(seat, ())),
        is_sealed=is_sealed,
        state=_state_words(play, is_sealed, _is_left_out(whole, scenario, seat)),
        reported_turn=play.last.number if play.last else 0,
        cards=made.cards.of((referee, whole.last, numbers), lambda: tuple(_cards(sight, play))),
        beside=came_of(sight, play.last, play.setup.numbers) if play.last else (),
        report=seat_report(referee, whole, seat),
        messages=messages_of(scenario, play, seat),
        writing=writing_of(scenario, play, seat),
        aims=tuple(_aims(scenario, play, row.actor)),
        judgement=judgement_form(referee, play, seat) if may_judge(scenario, whole, seat) else None,
        thoughts=thoughts(scenario, whole),
        ledger=ledger_view(referee, play, sight) if scenario.bargain is not None else None,
        offers=made.offers.of(
            (referee, play.setup.turns, play.bargaining_turn),
            lambda: writing_desk(referee, play, sight),
        )
        if scenario.bargain is not None
        else None,
        duties=tuple(_duties(sight, play)),
        is_practice=play.setup.practice,
        opened_hints=opened_hints(referee, play, seat),
        done_for_it=(*done_for_it(scenario, play, whole, seat), *_gone(referee, whole, seat)),
        free=free_desk(scenario, play, seat),
        asked=orders_asked(scenario, play, seat),
    )


def _gone(referee: Referee, whole: Play, seat: str) -> Iterator[str]:
    """That an order rests on a row of the exercise that is gone, while it may be changed."""
    actor = referee.scenario.actor_of[seat]
    sheet = whole.sealed.get(seat, whole.drafts.get(seat, ()))
    may_change = whole.phase in (INJECTS, TALKS, ORDERS)
    if may_change and not all(is_played(referee, actor, wish) for wish in sheet):
        yield _(
            "One of these orders falls away and will not be opened: what the facilitator had "
            "written for it was taken back. Pick another."
        )


def _known(play: Play, sight: Sight) -> Play:
    """The exercise as the seat may know it, with the last closed turn alone."""
    return known_play(replace(play, closed=(play.last,) if play.last else ()), sight)


def _where(play: Play) -> str:
    return fill(
        _("Turn {turn} of {turns} · {phase}"),
        turn=play.turn,
        turns=play.setup.turns,
        phase=phase_name(play.phase),
    )


def _is_left_out(whole: Play, scenario: Scenario, seat: str) -> bool:
    """Whether the orders were opened without those of the seat's people, who had sealed none."""
    by_people = whole.setup.of(seat).played_by == "person" and scenario.orders_of(seat) > 0
    return by_people and whole.phase == ADJUDICATION and seat not in whole.sealed


def _state_words(play: Play, is_sealed: bool, is_left_out: bool) -> str:
    if play.phase == FINISHED:
        return _("The exercise is finished.")
    if is_left_out:
        return _(
            "The orders were opened without yours: they were not sealed in time, and do not count."
        )
    if play.phase == ADJUDICATION:
        return _("The orders are open. Results follow when the facilitator closes the turn.")
    if play.phase == REPORT:
        return fill(_("Turn {turn} is over; orders for the next turn open later."), turn=play.turn)
    if is_sealed:
        if play.uncovered:
            return _("Sealed. The facilitator has looked at your orders.")
        return _(
            "Sealed. All orders are opened together; you are told if the facilitator looks at "
            "yours before."
        )
    if play.phase in (INJECTS, TALKS):
        return _("Orders open after the talks. What you pick and write is kept until then.")
    return _("What you pick and write is kept as you go.")


def _track_lines(sight: Sight, play: Play, accounts: Accounts) -> Iterator[TrackLine]:
    before = play.last.opening if play.last else play.state
    for track in sight.tracks:
        value = play.state[track.id]
        yield track_line(
            track,
            value,
            value - before[track.id],
            play.setup.numbers,
            account=accounts.track(track),
        )


def _cards(sight: Sight, play: Play) -> Iterator[CardView]:
    """The last closed turn's cards that the seat may read."""
    last = play.last
    if last is None:
        return
    moved = known_trails(sight, last.opening, last.result)
    manner = for_players(play.setup.numbers)
    for card in last.result.cards:
        trail, unseen = moved[card.address], sight.may_miss(card)
        yield card_view(
            sight.scenario, card, trail, manner=manner, unseen=unseen, before=last.before
        )


def _aims(scenario: Scenario, play: Play, actor: str) -> Iterator[AimLine]:
    for aim in scenario.aims:
        if aim.seat == actor:
            yield AimLine(aim.text, aim.id in play.aims_met if play.finished else None)


def _duties(sight: Sight, play: Play) -> Iterator[str]:
    """What the seat has to see to, for as long as it can order something about it."""
    if play.phase in (ADJUDICATION, REPORT, FINISHED):
        return
    state = play.state
    for duty in sight.scenario.duties:
        is_theirs = sight.actors.issubset(duty.seats) and sight.knows(duty.when)
        if is_theirs and compile_test(duty.when, state.layout.index)(state.row):
            yield duty.text


def seal_words(picked: int, most: int) -> str:
    """What the filled button says: "Seal both orders", "Seal 1 of 3 orders"."""
    if picked == 0:
        return _("Seal no orders")
    if picked < most:
        many = ngettext("Seal {picked} of {most} order", "Seal {picked} of {most} orders", most)
        return fill(many, picked=picked, most=most)
    if most == 1:
        return _("Seal the order")
    if most == 2:
        return _("Seal both orders")
    return fill(ngettext("Seal all {most} orders", "Seal all {most} orders", most), most=most)


def unseal_words(sealed: int) -> str:
    """What the button says that opens sealed orders again: there may be none to take back."""
    if not sealed:
        return _("Give orders after all")
    return ngettext("Take the order back", "Take the orders back", sealed)


def empty_seal_question() -> Question:
    """Before a seat seals without any order."""
    return Question(
        _("Seal no orders this turn? Nothing is picked, so this seat would do nothing."),
        _("Seal no orders"),
        _("Go on picking"),
    )


def breach_question(breaches: Sequence[str], picked: int) -> Question:
    """Before a seat seals orders that break agreements: which."""
    return Question(
        "\n".join(breaches),
        ngettext("Seal it all the same", "Seal them all the same", picked),
        _("Go on picking"),
    )


def why_not_picked(view: SeatView, picked: Sequence[Wish], wish: Wish) -> str:
    """Why a move cannot be added to what is picked; empty when it can."""
    if not view.may_pick:
        return _("Orders cannot be changed now.")
    option = view.option(wish)
    if option is None:
        return _("That move is not one of this seat's.")
    if option.refusal:
        return option.refusal
    if len(picked) >= view.orders:
        return sheet_full_words(view.orders)
    return _table_full(view, picked, option.table)


def _table_full(view: SeatView, picked: Sequence[Wish], table: str) -> str:
    head = next(each for each in view.tables if each.id == table)
    mine = sum(option.table == table for wish in picked if (option := view.option(wish)))
    if head.most_orders is None or mine < head.most_orders:
        return ""
    return table_full_words(head.name, head.most_orders)
