"""All that a seat's screen may show, in rows of its own: every word made, nothing else to reach.

A view is a function of what the seat may know: it carries no row of the pack and no state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.phases import ADJUDICATION, FINISHED, INJECTS, ORDERS, REPORT, TALKS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.orders import Odds, Refusal
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play
from idlib_wargame.session.play import Wish as Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.cards import CardView, TableHead, card_view, table_heads
from idlib_wargame.views.messages import MessageView, message_view
from idlib_wargame.views.tracks import TrackLine, track_line
from idlib_wargame.views.trails import known_trails
from idlib_wargame.words.conditions import Known, unmet_clause
from idlib_wargame.words.figures import signed
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart, series
from idlib_wargame.words.odds import odds_detail, odds_word
from idlib_wargame.words.phases import phase_name
from idlib_wargame.words.refusals import refusal_words
from idlib_wargame.words.situation import fired_words, move_words


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


class MoveOption(NamedTuple):
    """One way to play one move.

    ``title`` is the move with its choice, ``choice`` the choice alone. ``refusal`` says in a
    sentence why it is not open, ``why_not`` the same beside the move's name; both are empty for a
    move that is. ``colour`` is its table's. Odds are as the seat's own staff see them.
    """

    wish: Wish
    table: str
    colour: str
    code: str
    move: str
    choice: str
    title: str
    summary: str
    odds: str
    odds_detail: str
    odds_in_full: str
    gains: str
    refusal: str = ""
    why_not: str = ""

    @property
    def legal(self) -> bool:
        """Whether the seat may seal it now."""
        return not self.refusal


class SeatView(NamedTuple):
    """What one seat sees.

    ``orders`` is how many it may seal, ``state`` what to say under them. ``reported_turn`` is the
    turn that ``cards`` are of; 0 before the first. ``title`` is the pack's.
    """

    seat: SeatName
    title: str
    brief: str
    public_brief: str
    where: str
    turn: int
    phase: str
    orders: int
    tables: tuple[TableHead, ...]
    tracks: tuple[TrackLine, ...]
    options: tuple[MoveOption, ...]
    wishes: tuple[Wish, ...]
    is_sealed: bool
    state: str
    reported_turn: int
    cards: tuple[CardView, ...]
    messages: tuple[MessageView, ...]
    aims: tuple[AimLine, ...]

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


def seat_view(session: Session, seat: str) -> SeatView:
    """The view of a seat, as the exercise stands."""
    referee, play = session.referee, session.play
    scenario = referee.scenario
    sight = referee.sight(seat)
    row = scenario.seat_by_id[seat]
    is_sealed = seat in play.sealed and play.phase != REPORT
    return SeatView(
        seat=SeatName(seat, row.name, row.colour, row.summary),
        title=scenario.title,
        brief=row.brief,
        public_brief=scenario.public_brief,
        where=_where(play),
        turn=play.turn,
        phase=play.phase,
        orders=scenario.orders_of(seat),
        tables=table_heads(scenario),
        tracks=tuple(_track_lines(sight, play)),
        options=tuple(_options(referee, sight, play, seat)),
        wishes=session.wishes_of(seat),
        is_sealed=is_sealed,
        state=_state_words(play, is_sealed),
        reported_turn=play.last.number if play.last else 0,
        cards=tuple(_cards(sight, play)),
        messages=tuple(_messages(sight, play)),
        aims=tuple(_aims(scenario, play, row.actor)),
    )


def _where(play: Play) -> str:
    return fill(
        _("Turn {turn} of {turns} · {phase}"),
        turn=play.turn,
        turns=play.setup.turns,
        phase=phase_name(play.phase),
    )


def _state_words(play: Play, is_sealed: bool) -> str:
    if play.phase == FINISHED:
        return _("The exercise is finished.")
    if play.phase == ADJUDICATION:
        return _("The orders are open. Results follow when the facilitator closes the turn.")
    if play.phase == REPORT:
        return fill(_("Turn {turn} is over; orders for the next turn open later."), turn=play.turn)
    if is_sealed:
        return _("Sealed. Nobody reads them before they are opened together.")
    if play.phase in (INJECTS, TALKS):
        return _("Orders open after the talks. What you pick and write is kept until then.")
    return _("What you pick and write is kept as you go.")


def _track_lines(sight: Sight, play: Play) -> Iterator[TrackLine]:
    before = play.last.opening if play.last else play.state
    for track in sight.tracks:
        value = play.state[track.id]
        yield track_line(track, value, value - before[track.id], play.setup.numbers)


def _cards(sight: Sight, play: Play) -> Iterator[CardView]:
    """The last closed turn's cards that the seat may read."""
    last = play.last
    if last is None:
        return
    cards = sight.cards(last.result.cards)
    moved = known_trails(sight.scenario, known_values(sight, last.opening), cards)
    yield from (card_view(sight.scenario, card, moved[card.address]) for card in cards)


def known_values(sight: Sight, state: State) -> dict[str, int]:
    """The values of the tracks that a reader sees, and of the clocks, which everybody does."""
    clocks = (Prefix.DAYS_LEFT.of(clock.id) for clock in sight.scenario.clocks)
    return {name: state[name] for name in (*(track.id for track in sight.tracks), *clocks)}


def _messages(sight: Sight, play: Play) -> Iterator[MessageView]:
    for message in play.messages:
        if not message.to or sight.actors.issubset(message.to):
            seen = message._replace(effects=sight.effects(message.effects))
            yield message_view(sight.scenario, seen)


def _aims(scenario: Scenario, play: Play, actor: str) -> Iterator[AimLine]:
    for aim in scenario.aims:
        if aim.seat == actor:
            yield AimLine(aim.text, aim.id in play.aims_met if play.finished else None)


def _options(referee: Referee, sight: Sight, play: Play, seat: str) -> Iterator[MoveOption]:
    knows = sight.may_be_told(play.state)
    for rule in referee.book.by_seat[seat]:
        order = rule.order_by(seat)
        refusal = referee.desk.refusal(play.state, order)
        odds = referee.desk.odds(play.state, order, sight.known)
        yield _option(sight, rule, odds, *_why_closed(sight.scenario, play, refusal, knows))


def _option(sight: Sight, rule: Rule, odds: Odds, refusal: str, why_not: str) -> MoveOption:
    scenario, move = sight.scenario, rule.move
    return MoveOption(
        wish=Wish(move.id, rule.choice_id),
        table=move.table,
        colour=scenario.table_by_id[move.table].colour,
        code=move.code,
        move=move.name,
        choice=rule.choice.name if rule.choice else "",
        title=move_words(scenario, move.id, rule.choice_id),
        summary=move.summary,
        odds=odds_word(odds.need),
        odds_detail=odds_detail(odds),
        odds_in_full=_odds_in_full(scenario, odds),
        gains=_gains(sight, rule.effects_for(next(iter(sight.actors)), Band.SUCCESS)),
        refusal=refusal,
        why_not=why_not,
    )


def _why_closed(
    scenario: Scenario, play: Play, refusal: Refusal | None, knows: Known
) -> tuple[str, str]:
    """Why a move is not open, as a sentence and beside its name; both empty for one that is."""
    if refusal is None:
        return "", ""
    sentence = refusal_words(scenario, refusal, play.state, knows)
    if refusal.unmet is None:
        return sentence, sentence
    unmet = unmet_clause(scenario, refusal.unmet, play.state, knows)
    return sentence, unmet.at_start() if unmet else ""


def _odds_in_full(scenario: Scenario, odds: Odds) -> str:
    word = fill(_("{odds}, {detail}"), odds=odds_word(odds.need), detail=odds_detail(odds))
    return apart([word, *(fired_words(scenario, each) for each in odds.fired)])


def _gains(sight: Sight, effects: Effects) -> str:
    """ "On success: Calm on the bank +2": only tracks that the seat may know."""
    known = {track.id: track.name for track in sight.tracks}
    said = [
        fill(_("{track} {by}"), track=known[effect.track], by=signed(effect.by))
        for effect in effects
        if effect.track in known
    ]
    return fill(_("On success: {effects}"), effects=series(said)) if said else ""


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
        return fill(
            ngettext(
                "You have {most} order a turn; take one back first.",
                "You have {most} orders a turn; take one back first.",
                view.orders,
            ),
            most=view.orders,
        )
    return _table_full(view, picked, option.table)


def _table_full(view: SeatView, picked: Sequence[Wish], table: str) -> str:
    head = next(each for each in view.tables if each.id == table)
    mine = sum(option.table == table for wish in picked if (option := view.option(wish)))
    if head.most_orders is None or mine < head.most_orders:
        return ""
    return fill(
        ngettext(
            "{table}: {most} order a turn at most; take the other back first.",
            "{table}: {most} orders a turn at most; take the other back first.",
            head.most_orders,
        ),
        table=head.name,
        most=head.most_orders,
    )
