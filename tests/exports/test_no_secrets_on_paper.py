"""A secret word in every private field of every seat: each paper holds its own seat's alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.conditions.condition import Comparison, Sum
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Modifier, Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.pack.tracks import Effect, Track
from tests.exports.conftest import papers_of
from tests.exports.reading import Pdf

FIELDS = ("BRIEF", "AIM", "TRACK", "MOVE", "WHY", "SUMMARY")


def word(field: str, seat: str) -> str:
    """The secret in that field of that seat."""
    return f"SECRET{field}OF{seat.upper()}"


def with_secrets(scenario: Scenario) -> Scenario:
    """The pack with secrets of each player seat, and of control."""
    players = [seat for seat in scenario.seats if not seat.control]
    seats = tuple(
        replace(seat, brief=f"{seat.brief}\n\n{word('BRIEF', seat.id)}") for seat in scenario.seats
    )
    tracks, moves, aims = [], [], []
    for seat in players:
        track = f"hidden_{seat.id}"
        asks = Comparison(Sum(((1, track),), 0), ">=", Sum((), 3))
        aims.append(Aim(f"secret_{seat.id}", seat.id, word("AIM", seat.id), asks))
        tracks.append(Track(track, word("TRACK", seat.id), 0, 10, 5, seen_by=frozenset({seat.id})))
        model = next(move for move in scenario.moves if seat.id in move.seats)
        moves.append(_secret_move(model, seat.id, track, asks))
        # Everybody's move leans on it, and moves it too.
        scenario = _leaning(scenario, track, asks, word("WHY", seat.id))
    return replace(
        scenario,
        seats=seats,
        tracks=(*scenario.tracks, *tracks),
        moves=(*scenario.moves, *moves),
        aims=(*scenario.aims, *aims),
    )


def _secret_move(model: Move, seat: str, track: str, asks: Comparison) -> Move:
    return replace(
        model,
        id=f"secret_{seat}",
        name=word("MOVE", seat),
        summary=word("SUMMARY", seat),
        seats=(seat,),
        needs=asks,
        seen_by=frozenset({seat}),
        effects={band: (Effect(track, 1),) for band in Band},
        by_seat={},
        choices=(),
    )


def _leaning(scenario: Scenario, track: str, asks: Comparison, why: str) -> Scenario:
    moves = tuple(
        replace(
            move,
            modifiers=(*move.modifiers, Modifier(asks, 1, why)),
            effects={band: (*effects, Effect(track, 1)) for band, effects in move.effects.items()},
        )
        for move in scenario.moves
    )
    return replace(scenario, moves=moves)


@pytest.mark.parametrize("seat", ["astra", "borea", "caldis"])
def test_a_paper_holds_no_secret_of_another_seat(full: PackReading, seat: str) -> None:
    """Neither in its text nor in its title, bookmarks or what is said of it."""
    assert full.scenario is not None
    scenario = with_secrets(full.scenario)
    sheet, moves = (Pdf(TypesetPapers().pdf(paper)) for paper in papers_of(scenario, seat))
    own = {word(field, seat) for field in FIELDS}
    found = {each for each in own if each in sheet.everything + moves.everything}
    # Why odds lean is told on the screen, once they are looked at.
    assert found == own - {word("WHY", seat)}
    assert word("BRIEF", seat) in sheet.everything
    assert word("MOVE", seat) in moves.everything
    assert (sheet.everything + moves.everything).count("SECRET") == sum(
        (sheet.everything + moves.everything).count(each) for each in own
    )
