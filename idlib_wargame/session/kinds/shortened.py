"""The exercise becomes shorter: it ends after an earlier turn than was set up."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.names import TURNS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.rules.variants import as_long, shorter_lengths
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import row, turn, yes_or_no
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext


@dataclass(frozen=True, slots=True)
class ShortenTo(Act):
    """The exercise ends after that turn, as in the pack's edition of so many turns.

    ``early`` ends it there where the pack has no such edition: its conditions go on asking for as
    many turns as were to be played, so that nothing is judged by the measure of another edition.
    """

    turns: int
    early: bool = False


def shorter_editions(scenario: Scenario, play: Play) -> tuple[int, ...]:
    """The numbers of turns that an exercise may be shortened to now, shortest first.

    The pack must have an edition of that length whose turns are those that were played.
    """
    if play.finished or play.opened_turn:
        return ()
    lengths = shorter_lengths(as_long(scenario, play.setup.turns))
    return tuple(turns for turns in lengths if turns >= play.turn)


def _body(act: ShortenTo, by: str, at: Position) -> Json:
    play = at.play
    if play.opened_turn:
        said = _("The results of turn {turn} are not accepted yet; close the turn first.")
        raise Refused(fill(said, turn=play.turn))
    if act.turns < play.turn:
        said = _("Turn {turn} is being played, so the exercise cannot end after turn {turns}.")
        raise Refused(fill(said, turn=play.turn, turns=act.turns))
    if act.early and act.turns >= play.setup.turns:
        said = _("The exercise ends after turn {turns} anyway.")
        raise Refused(fill(said, turns=play.setup.turns))
    if not act.early and act.turns not in shorter_editions(at.scenario, play):
        said = ngettext(
            "The pack has no shorter edition of {count} turn that goes on like this one.",
            "The pack has no shorter edition of {count} turns that goes on like this one.",
            act.turns,
        )
        raise Refused(fill(said, count=act.turns))
    return {"turn": play.turn, "turns": act.turns, "early": act.early}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turns = entry.body["turns"]
    shorter = replace(play, setup=replace(play.setup, turns=turns))
    if not entry.body["early"]:
        cells = list(play.state.row)
        cells[play.state.layout.index[TURNS]] = turns
        shorter = replace(shorter, state=State(play.state.layout, tuple(cells)))
    return _ending_with(shorter, folding) if _is_over(shorter) else shorter


def _is_over(play: Play) -> bool:
    """Whether its last turn is closed already."""
    return play.last is not None and play.last.number == play.setup.turns


def _ending_with(play: Play, folding: Folding) -> Play:
    """With the turn that was closed as the last: no other is told of, and nothing ended with it."""
    last = play.closed[-1]
    ledger, standing_in = play.ledger.with_no_turn_after(last.number), folding.referee.bargaining
    state = standing_in.standing_in(last.result.state, ledger)
    last = replace(last, turns=last.number, result=last.result._replace(state=state))
    return replace(
        play,
        closed=(*play.closed[:-1], last),
        ledger=ledger,
        state=standing_in.standing_in(play.state, ledger),
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    if entry.body["early"]:
        said = _("The exercise is to finish early: it ends after turn {turns}.")
    else:
        said = _("The exercise is shortened: it ends after turn {turns}.")
    return fill(said, turns=entry.body["turns"])


SHORTENED = ActKind(
    name="shortened",
    shape=row(turn=turn, turns=turn, early=yes_or_no),
    act=ShortenTo,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
