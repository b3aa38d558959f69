"""What a seat may order, each way to play each move, as its screen shows it before it orders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.book import Rule
from idlib_wargame.rules.turn.known_rules import needs_more_than_known
from idlib_wargame.rules.turn.orders import Odds, Refusal
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.conditions import Known, unmet_clause
from idlib_wargame.words.figures import signed
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import apart, series
from idlib_wargame.words.odds import odds_detail, odds_word
from idlib_wargame.words.refusals import refusal_words
from idlib_wargame.words.situation import fired_words, move_words


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


def move_options(referee: Referee, sight: Sight, play: Play) -> Iterator[MoveOption]:
    """Every way to play each move of the seat whose sight it is, in the pack's order.

    ``play`` is cut to what the seat may know, which is all that closes a move or shifts its odds.
    """
    knows, desk = sight.may_be_told(play.state), referee.desk_of(sight.seat)
    for rule in referee.book.by_seat[sight.seat]:
        order = rule.order_by(sight.seat)
        refusal = desk.refusal(play.state, order)
        odds = desk.odds(play.state, order)
        yield _option(sight, rule, odds, *_why_closed(sight.scenario, play, refusal, knows))


def _option(sight: Sight, rule: Rule, odds: Odds, refusal: str, why_not: str) -> MoveOption:
    scenario, move = sight.scenario, rule.move
    in_doubt = needs_more_than_known(rule, sight.known)
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
        odds_in_full=_odds_in_full(scenario, odds, in_doubt),
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


def _odds_in_full(scenario: Scenario, odds: Odds, in_doubt: bool) -> str:
    word = fill(_("{odds}, {detail}"), odds=odds_word(odds.need), detail=odds_detail(odds))
    doubt = [_("what it needs is not all known to you, so it may lapse")] if in_doubt else []
    return apart([word, *(fired_words(scenario, each) for each in odds.fired), *doubt])


def _gains(sight: Sight, effects: Effects) -> str:
    """ "On success: Calm on the bank +2": only tracks that the seat may know."""
    known = {track.id: track.name for track in sight.tracks}
    said = [
        fill(_("{track} {by}"), track=known[effect.track], by=signed(effect.by))
        for effect in effects
        if effect.track in known
    ]
    return fill(_("On success: {effects}"), effects=series(said)) if said else ""
