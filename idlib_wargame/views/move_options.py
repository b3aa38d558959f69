"""What a seat may order, each way to play each move, as its screen shows it before it orders."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from idlib_wargame.rules.conditions.condition import Condition
from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.rules.sight import Sight, sees_move
from idlib_wargame.rules.turn.book import Rule, RuleBook
from idlib_wargame.rules.turn.known_rules import needs_more_than_known
from idlib_wargame.rules.turn.orders import Odds, Refusal
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.views.account import Account
from idlib_wargame.views.bargains.stakes import Stakes
from idlib_wargame.views.finding import sought_in, with_everyday_words
from idlib_wargame.views.order_accounts import odds_accounts
from idlib_wargame.words.conditions import unmet_clause
from idlib_wargame.words.language import _, fill, spoken
from idlib_wargame.words.lists import apart, facts
from idlib_wargame.words.move_outcomes import others_words, outcome_lines, with_others_words
from idlib_wargame.words.odds import odds_detail, odds_word
from idlib_wargame.words.refusals import refusal_words
from idlib_wargame.words.situation import (
    cell_name,
    fired_words,
    move_words,
    shift_reason,
)


class _Written(NamedTuple):
    """What the pack alone says to a seat of one way to play a move, however things stand."""

    outcomes: tuple[str, ...]
    sought: str


# By all that it is made from, so that to look again costs what may have changed; it goes with its
# exercise.
_WRITTEN: WeakKeyDictionary[RuleBook, dict[Hashable, _Written]] = WeakKeyDictionary()


class MoveOption(NamedTuple):
    """One way to play one move.

    ``title`` is the move with its choice, ``choice`` the choice alone. ``refusal`` says in a
    sentence why it is not open, ``why_not`` the same beside the move's name, ``why_not_exact`` in
    figures where it has any; all are empty for a move that is. ``colour`` is its table's. Odds are
    as the seat's own staff see them, with ``odds_detail`` and ``odds_accounts`` behind them;
    ``helps`` and ``hurts`` say what shifts them now, a reason each. ``outcomes`` says what each
    result does, a line a result. ``company`` says who else must order it and ``company_in_full``
    why; empty for nobody. ``breaches`` says which promises it would break and ``keeps`` which it
    keeps, a sentence each. ``sought`` is what it is found by: ``views/finding.py``.
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
    odds_accounts: tuple[Account, ...]
    outcomes: tuple[str, ...]
    company: str = ""
    company_in_full: str = ""
    refusal: str = ""
    why_not: str = ""
    why_not_exact: str = ""
    sought: str = ""
    helps: tuple[str, ...] = ()
    hurts: tuple[str, ...] = ()
    breaches: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()

    @property
    def legal(self) -> bool:
        """Whether the seat may seal it now."""
        return not self.refusal

    @property
    def hint(self) -> str:
        """What stands under its name: why it is not open, or its odds and who else is needed."""
        return self.why_not or facts([part for part in (self.odds, self.company) if part])


def move_options(referee: Referee, sight: Sight, play: Play) -> Iterator[MoveOption]:
    """Every way to play each move of the seat whose sight it is, in the pack's order.

    ``play`` is cut to what the seat may know, which is all that closes a move or shifts its odds.
    """
    desk, telling = referee.desk_of(sight.seat), _Telling(sight, play, referee.book)
    stakes = Stakes(referee, play, sight.seat)
    for rule in referee.book.by_seat[sight.seat]:
        order = rule.order_by(sight.seat)
        odds, refusal = desk.odds(play.state, order), desk.refusal(play.state, order)
        yield telling.option(rule, odds, refusal)._replace(
            breaches=stakes.breaches(order), keeps=stakes.keeps(order)
        )


class _Telling:
    """One seat, told of its moves as the exercise stands."""

    def __init__(self, sight: Sight, play: Play, book: RuleBook) -> None:
        self._sight, self._scenario, self._play = sight, sight.scenario, play
        self._numbers = play.setup.numbers
        self._actor = next(iter(sight.actors))
        self._knows = sight.may_be_told(play.state)
        self._tracks = frozenset(track.id for track in sight.tracks) | {
            Prefix.DAYS_LEFT.of(clock.id) for clock in self._scenario.clocks
        }
        self._principals = {row.move: row for row in self._scenario.principals}
        self._kept = _WRITTEN.setdefault(book, {})

    def option(self, rule: Rule, odds: Odds, refusal: Refusal | None) -> MoveOption:
        """One way to play one move."""
        scenario, move = self._scenario, rule.move
        said, beside, exact = self._why_closed(refusal)
        written = self._written(rule)
        company, in_full = self._company(move)
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
            odds_detail=odds_detail(odds) if self._numbers else self._leanings(odds),
            odds_in_full=self._odds_in_full(rule, odds),
            odds_accounts=odds_accounts(scenario, odds, self._numbers),
            outcomes=written.outcomes,
            company=company,
            company_in_full=in_full,
            refusal=said,
            why_not=beside,
            why_not_exact=exact,
            sought=written.sought,
            helps=tuple(self._shifts(odds, helping=True)),
            hurts=tuple(self._shifts(odds, helping=False)),
        )

    def _written(self, rule: Rule) -> _Written:
        key = (self._sight.seat, rule.place, self._numbers, spoken())
        if key not in self._kept:
            effects = {band: rule.effects_for(self._actor, band) for band in Band}
            means, tracks = rule.move.means, self._tracks
            self._kept[key] = _Written(
                outcome_lines(self._scenario, effects, means, tracks, self._numbers),
                self._sought(rule, effects),
            )
        return self._kept[key]

    def _sought(self, rule: Rule, effects: Mapping[Band, Effects]) -> str:
        """What it is found by: also its tags, whom it is aimed at, and the tracks that it moves."""
        scenario, move = self._scenario, rule.move
        moved = {each.track for band in effects.values() for each in band}
        aimed = [actor for event in rule.events_by(self._actor)[:1] for actor in event.targets]
        sought = sought_in(
            [
                *(move.code, move_words(scenario, move.id, rule.choice_id), move.summary),
                *sorted(rule.tags),
                *(scenario.tag_names.get(tag, "") for tag in sorted(rule.tags)),
                *(scenario.actor_name(actor) for actor in aimed),
                *(cell_name(scenario, each) for each in sorted(moved & self._tracks)),
            ]
        )
        return with_everyday_words(sought, scenario.search)

    def _why_closed(self, refusal: Refusal | None) -> tuple[str, str, str]:
        """Why it is not open: as a sentence, beside its name, in figures; empty for one that is."""
        if refusal is None:
            return "", "", ""
        state = self._play.state
        sentence = refusal_words(self._scenario, refusal, state, self._knows, self._numbers)
        if refusal.unmet is None:
            return sentence, sentence, ""
        beside, exact = (self._unmet(refusal.unmet, exact) for exact in (False, self._numbers))
        return sentence, beside, "" if exact == beside else exact

    def _unmet(self, needs: Condition, exact: bool) -> str:
        state, knows = self._play.state, self._knows
        unmet = unmet_clause(self._scenario, needs, state, knows, self._numbers, exact)
        return unmet.at_start() if unmet else ""

    def _odds_in_full(self, rule: Rule, odds: Odds) -> str:
        word = odds_word(odds.need)
        if self._numbers:
            word = fill(_("{odds}, {detail}"), odds=word, detail=odds_detail(odds))
        in_doubt = needs_more_than_known(rule, self._sight.known)
        doubt = [_("what it needs is not all known to you, so it may lapse")] if in_doubt else []
        return apart([word, *doubt])

    def _leanings(self, odds: Odds) -> str:
        return apart([fired_words(self._scenario, each, self._numbers) for each in odds.fired])

    def _shifts(self, odds: Odds, helping: bool) -> Iterator[str]:
        for each in odds.fired:
            if each.shift and (each.shift > 0) == helping:
                yield shift_reason(self._scenario, each, self._numbers)

    def _company(self, move: Move) -> tuple[str, str]:
        """Who else must order the move in the same turn: beside its odds, and in full."""
        row = self._principals.get(move.id)
        others = [actor for actor in row.seats if actor != self._actor] if row else []
        if row is None or not others:
            return "", ""
        # Of a move that is kept from others, who else may do it is theirs to tell.
        may_know = sees_move(move, self._sight.actors)
        names = [self._scenario.actor_name(actor) for actor in others] if may_know else []
        return with_others_words(names), others_words(names, row.why)
