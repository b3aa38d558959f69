"""What each seat thought, beside what happened: for everybody, once the exercise is finished.

It is made of the names that every seat was asked about and of what the end tells everybody, so it
is the same for every reader; but control alone, which knows who plays which seat, is told who was
asked and gave none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.brier import brier, shares
from idlib_wargame.rules.names import RUNG
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.judging import asked_in, is_asked
from idlib_wargame.session.play import Judgement, Play
from idlib_wargame.words.judging import another_ending, gave_words, rung_words, score_words
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed
from idlib_wargame.words.odds import likelihood_word


class WordLine(NamedTuple):
    """A word that a seat had for an ending, and whether that one came."""

    ending: str
    word: str
    came: bool


class Thought(NamedTuple):
    """What one seat thought in a turn. ``score`` and ``rung`` are empty where it was not asked.

    ``gave`` says how likely it had called what happened, and is empty in words alone.
    """

    seat: str
    name: str
    colour: str
    score: str
    gave: str
    words: tuple[WordLine, ...]
    rung: str


class TurnOfThoughts(NamedTuple):
    """A turn in which the seats were asked, the best first; ``none`` says who of them gave none.

    ``rung`` says where the crisis stood at its close.
    """

    turn: int
    heading: str
    rung: str
    thoughts: tuple[Thought, ...]
    none: str


class Thoughts(NamedTuple):
    """All of it: what the exercise ended in, and each turn in which the seats were asked."""

    came: str
    turns: tuple[TurnOfThoughts, ...]


def thoughts(scenario: Scenario, play: Play, *, for_control: bool = False) -> Thoughts | None:
    """What the seats thought; None before the finish, and where nobody was ever asked.

    ``play`` is the whole of it, for whichever reader.
    """
    if not play.finished:
        return None
    turns = tuple(_turns(scenario, play, for_control))
    if not turns:
        return None
    name = next((each.name for each in scenario.outcomes if each.id == play.outcome), "")
    came = (
        fill(_("What happened: {ending}"), ending=name)
        if name
        else _("No outcome of the pack came.")
    )
    return Thoughts(came, turns)


def _turns(scenario: Scenario, play: Play, for_control: bool) -> Iterator[TurnOfThoughts]:
    for turn in range(1, play.turn + 1):
        given = play.judged.get(turn, {})
        asked = is_asked(scenario, play, turn)
        if not (given or asked):
            continue
        stood = _stood(scenario, play, turn)
        found = [
            (_score(judgement, play.outcome), _thought(scenario, play, seat, judgement, stood))
            for seat, judgement in given.items()
        ]
        places = {seat.id: place for place, seat in enumerate(scenario.seats)}
        found.sort(key=lambda each: (each[0], places[each[1].seat]))
        yield TurnOfThoughts(
            turn,
            fill(_("Asked in turn {turn}"), turn=turn),
            _stood_words(scenario, turn, stood),
            tuple(thought for _score, thought in found),
            _none_words(scenario, play, turn, for_control) if asked else "",
        )


def _thought(
    scenario: Scenario, play: Play, seat: str, judgement: Judgement, stood: int | None
) -> Thought:
    row, numbers = scenario.seat_by_id[seat], play.setup.numbers
    names = {outcome.id: outcome.name for outcome in scenario.outcomes}
    came = _came(judgement, play.outcome)
    words = tuple(
        WordLine(names.get(ending, another_ending()), likelihood_word(word), ending == came)
        for ending, word in judgement.endings
    )
    score = score_words(_score(judgement, play.outcome), numbers) if words else ""
    said = dict(judgement.endings)
    gave = gave_words(said[came], shares(said)[came], numbers) if came in said else ""
    rung = _rung_words(scenario, judgement.rung, stood, numbers)
    return Thought(seat, row.name, row.colour, score, gave, words, rung)


def _came(judgement: Judgement, outcome: str) -> str:
    """The row of the judgement that came: by its name, or with all that have none."""
    return outcome if outcome in dict(judgement.endings) else ""


def _score(judgement: Judgement, outcome: str) -> float:
    if not judgement.endings:
        return 0.0
    return brier(dict(judgement.endings), _came(judgement, outcome))


def _stood(scenario: Scenario, play: Play, turn: int) -> int | None:
    """The rung at the close of a turn; None where it was never closed."""
    return next((each.result.state[RUNG] for each in play.closed if each.number == turn), None)


def _stood_words(scenario: Scenario, turn: int, stood: int | None) -> str:
    if stood is None:
        return fill(_("Turn {turn} was not closed."), turn=turn)
    said = _("At its close the crisis stood on “{rung}”.")
    return fill(said, rung=scenario.rung_by_number[stood].name)


def _rung_words(scenario: Scenario, named: int | None, stood: int | None, numbers: bool) -> str:
    if named is None:
        return ""
    name = scenario.rung_by_number[named].name
    if stood is None:
        return fill(_("“{rung}”"), rung=name)
    ladder = sorted(scenario.rung_by_number)
    return rung_words(name, ladder.index(stood) - ladder.index(named), numbers)


def _none_words(scenario: Scenario, play: Play, turn: int, for_control: bool) -> str:
    """Who was asked and gave none, for control; who plays a seat is told to nobody else."""
    given = play.judged.get(turn, {})
    asked = asked_in(scenario, play, turn) if for_control else frozenset()
    left = [seat.name for seat in scenario.seats if seat.id in asked - given.keys()]
    if left:
        return fill(_("{seats} gave none."), seats=listed(left))
    return "" if given else _("Nobody gave any.")
