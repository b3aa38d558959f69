"""What the kinds of judgement share: what is asked, of whom, until when, and how it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from idlib_wargame.rules.pack.phases import ADJUDICATION, FINISHED, REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.yardstick import BY_ID
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import Json, Position
from idlib_wargame.session.kinds.shapes import (
    among,
    list_of,
    or_empty,
    or_none,
    outcome,
    row,
    rung,
    seat,
    turn,
)
from idlib_wargame.session.play import Judged, Judgement, Play
from idlib_wargame.words.language import _, fill

word = among(lambda ground: BY_ID, lambda: _("a word of the yardstick"))
SHEET = row(
    turn=turn,
    seat=seat,
    endings=list_of(row(ending=or_empty(outcome), word=word)),
    rung=or_none(rung),
)


def is_asked(scenario: Scenario, play: Play, turn: int) -> bool:
    """Whether the seats are asked in that turn: by the facilitator's word, else by the pack's."""
    due = scenario.judgements.is_due(turn, play.setup.turns)
    return play.judgements_asked.get(turn, due)


def endings_asked(referee: Referee) -> tuple[str, ...]:
    """The outcomes that every seat is asked about, by id, in the order in which the pack asks.

    Empty stands for all others together, where there are any. It is one list for all seats, so
    that their scores can be compared; and it names no ending that only some may know.
    """
    scenario = referee.scenario
    asked, room = scenario.judgements.endings, referee.sight()
    if asked == ():
        return ()
    if asked is None:
        asked = tuple(each.id for each in scenario.outcomes if room.knows(each.when))
    return (*asked, *([""] if len(asked) < len(scenario.outcomes) else []))


def asks_rung(scenario: Scenario) -> bool:
    """Whether the rung is asked."""
    return scenario.judgements.rung


def may_judge(scenario: Scenario, play: Play, seat: str) -> bool:
    """Whether somebody sits there who can be asked: no habit does, and no seat without orders."""
    seating = play.setup.of(seat)
    is_person = seating.played_by == "person" or bool(seating.people and not seating.habit)
    return is_person and scenario.orders_of(seat) > 0


def asked_in(scenario: Scenario, play: Play, turn: int) -> frozenset[str]:
    """The seats that were asked in a turn: by who sat there as its orders were opened."""
    then = play.asked_to_judge.get(turn)
    if then is not None:
        return then
    if turn != play.turn or not is_asked(scenario, play, turn):
        return frozenset()
    return frozenset(seat.id for seat in scenario.seats if may_judge(scenario, play, seat.id))


def is_late(play: Play) -> bool:
    """Whether the orders of the turn in play have been opened."""
    return play.phase in (ADJUDICATION, REPORT, FINISHED)


def check_may_judge(seat: str, by: str, at: Position) -> None:
    """A judgement comes from the seat itself, where it is asked, before orders are opened."""
    row, play = at.seat(seat), at.play
    if by != seat:
        raise Refused(fill(_("Only {seat} itself can say what it thinks."), seat=row.name))
    if is_late(play):
        said = _("Too late for turn {turn}: its orders have been opened.")
        raise Refused(fill(said, turn=play.turn))
    if not is_asked(at.scenario, play, play.turn):
        raise Refused(fill(_("No judgement is asked for in turn {turn}."), turn=play.turn))


def check_names(judgement: Judgement, at: Position) -> None:
    """Refuse what is not asked about, and words that are none."""
    asked = endings_asked(at.referee)
    strange = [ending for ending, _word in judgement.endings if ending not in asked]
    strange += [word for _ending, word in judgement.endings if word not in BY_ID]
    if strange or len({ending for ending, _word in judgement.endings}) < len(judgement.endings):
        raise Refused(_("Each ending that is asked about takes one word, and nothing else does."))
    rungs = at.scenario.rung_by_number if asks_rung(at.scenario) else {}
    if judgement.rung is not None and judgement.rung not in rungs:
        raise Refused(_("That level of the ladder is not asked about."))


def judgement_to_body(turn: int, seat: str, judgement: Judgement) -> Json:
    """The body of a judgement, whole or half filled in."""
    endings = [{"ending": ending, "word": word} for ending, word in judgement.endings]
    return {"turn": turn, "seat": seat, "endings": endings, "rung": judgement.rung}


def judgement_from_body(body: Mapping[str, Any]) -> Judgement:
    """The judgement that ``judgement_to_body`` wrote."""
    endings = tuple((each["ending"], each["word"]) for each in body["endings"])
    return Judgement(endings, body["rung"])


def with_judgement(
    by_turn: Mapping[int, Judged], turn: int, seat: str, judgement: Judgement
) -> Mapping[int, Judged]:
    """What was judged in each turn, with that of a seat."""
    return {**by_turn, turn: {**by_turn.get(turn, {}), seat: judgement}}


def without_judgement(by_turn: Mapping[int, Judged], turn: int, seat: str) -> Mapping[int, Judged]:
    """What was judged in each turn, without that of a seat."""
    left = {each: judged for each, judged in by_turn.get(turn, {}).items() if each != seat}
    return {**by_turn, turn: left}
