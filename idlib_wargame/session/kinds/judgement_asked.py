"""The facilitator asks the seats for their judgements this turn, or calls the asking off."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.judging import asks_rung, endings_asked, is_asked, is_late
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import row, turn, yes_or_no
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class AskJudgements(Act):
    """The seats are asked in the turn in play, or, with ``asked`` false, no longer.

    What was given until then stays given, and is shown at the end.
    """

    asked: bool = True


def _body(act: AskJudgements, by: str, at: Position) -> Json:
    play = at.play
    if is_late(play):
        said = _("Too late for turn {turn}: its orders have been opened.")
        raise Refused(fill(said, turn=play.turn))
    if act.asked and not (endings_asked(at.referee) or asks_rung(at.scenario)):
        raise Refused(_("This pack asks about neither endings nor the level of the ladder."))
    if act.asked == is_asked(at.scenario, play, play.turn):
        already = _("Judgements are asked for in turn {turn} already.")
        none = _("No judgement is asked for in turn {turn}.")
        raise Refused(fill(already if act.asked else none, turn=play.turn))
    return {"turn": play.turn, "asked": act.asked}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    asked = {**play.judgements_asked, entry.body["turn"]: entry.body["asked"]}
    return replace(play, judgements_asked=asked)


def _line(scenario: Scenario, entry: Entry) -> str:
    if entry.body["asked"]:
        said = _("Turn {turn}: each seat is asked what it thinks will happen.")
    else:
        said = _("Turn {turn}: no seat is asked any longer what it thinks will happen.")
    return fill(said, turn=entry.body["turn"])


# A question to people, not part of the game: a re-opening leaves it asked.
JUDGEMENT_ASKED = ActKind(
    name="judgement_asked",
    shape=row(turn=turn, asked=yes_or_no),
    act=AskJudgements,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
    undoable=True,
)
