"""What the facilitator sees of judgements before the end: who has given one, and no word of it."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.judging import is_asked, is_late, may_judge
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.words.language import _, fill


class JudgeLine(NamedTuple):
    """A seat that is asked, and whether it has given its judgement."""

    seat: str
    name: str
    colour: str
    has_given: bool
    said: str


class Judging(NamedTuple):
    """Who is asked in the turn in play; ``heading`` says where that stands."""

    turn: int
    heading: str
    hint: str
    lines: tuple[JudgeLine, ...]


def judging(session: Session) -> Judging | None:
    """Who has given a judgement this turn; None where none is asked, or it is all over."""
    scenario, play = session.scenario, session.play
    given = play.judged.get(play.turn, {})
    asked = is_asked(scenario, play, play.turn)
    if play.finished or not (asked or given):
        return None
    lines = tuple(
        _line(seat.id, seat.name, seat.colour, seat.id in given)
        for seat in scenario.seats
        if seat.id in given or (asked and may_judge(scenario, play, seat.id))
    )
    return Judging(play.turn, _heading(play, len(given), len(lines)), _hint(play, asked), lines)


def _line(seat: str, name: str, colour: str, has_given: bool) -> JudgeLine:
    return JudgeLine(seat, name, colour, has_given, _("given") if has_given else _("none yet"))


def _heading(play: Play, given: int, asked: int) -> str:
    said = _("Judgements of turn {turn}: {given} of {asked}")
    return fill(said, turn=play.turn, given=given, asked=asked)


def _hint(play: Play, asked: bool) -> str:
    if is_late(play):
        return _("What they say is sealed until the exercise is finished.")
    if not asked:
        return _("The asking was called off; what was given is kept, sealed until the finish.")
    return _(
        "What they say is sealed until the exercise is finished. You need not wait: the turn goes "
        "on whether they answer or not."
    )


def asking(session: Session) -> AskJudgements:
    """What the menu's entry does now: ask, or call the asking off."""
    play = session.play
    return AskJudgements(not is_asked(session.scenario, play, play.turn))


def asking_words(session: Session) -> str:
    """What the menu's entry says now."""
    if not asking(session).asked:
        return _("Ask for no judgements this turn")
    return _("Ask what each seat thinks will happen")
