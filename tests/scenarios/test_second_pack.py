"""The pack about fishing rights: small, whole, fair to every seat, and played in an hour."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from idlib_wargame.packs.reader import load, read_pack
from idlib_wargame.packs.shelf import data_folder, shipped_packs
from idlib_wargame.rehearsal.figures import SeatFigures, TrackFigures
from idlib_wargame.rehearsal.rehearsal import Rehearsal
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.course import Outcome
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import chosen
from tests.tries import tries

PACK = data_folder("scenarios") / "lanner-sound"
SESSIONS = tries(750)
HABITS = ("wary", "hard", "random")
PLAYERS = ("hestmark", "corveil", "isken")
BRIEF_WORDS = 280


@cache
def pack() -> Scenario:
    """The pack, read once."""
    return load(PACK)


@cache
def tally(habit: str, start: str = "", turns: int = 0, arrangement: str = "") -> Tally:
    """What some sessions of a habit come to, always the same ones."""
    played = Referee(chosen(pack(), turns or None, start, arrangement=arrangement))
    return Rehearsal(played, pack().habit_by_id[habit]).play(range(SESSIONS))


def share(habit: str, outcome: str, start: str = "") -> float:
    """How many of a habit's sessions end so."""
    found = tally(habit, start)
    return found.share(found.outcomes[outcome])


def test_the_pack_has_no_problems() -> None:
    """A facilitator who opens it meets no message."""
    assert [str(problem) for problem in read_pack(PACK).problems] == []


def test_it_is_offered_second() -> None:
    """The pack that the program is named after stays the one that is demonstrated."""
    assert [pack.name for pack in shipped_packs()] == ["idlib-2020", "lanner-sound"]


def test_it_is_a_small_pack() -> None:
    """Three people can hold it in their heads."""
    assert tuple(seat.id for seat in pack().seats if not seat.control) == PLAYERS
    assert sum(seat.control for seat in pack().seats) == 2
    assert sum(not track.counter for track in pack().tracks) == 12
    assert Counter(move.table for move in pack().moves) == {
        "diplomatic": 8,
        "concessions": 6,
        "military": 7,
    }


def test_an_exercise_takes_an_hour() -> None:
    """Four turns of a quarter of an hour."""
    assert pack().turns * sum(pack().minutes.values()) == 60


def test_the_situation_reads_in_words() -> None:
    """Every track has a heading, a meaning, and words from its lowest value up unless it counts."""
    tracks = [track for track in pack().tracks if not track.counter]
    assert len(tracks) == 12
    for track in tracks:
        assert track.group, track.id
        assert track.meaning, track.id
        assert track.unit or track.levels[0].at_least == track.low, track.id


@pytest.mark.parametrize("move", pack().moves, ids=lambda move: move.code)
def test_a_move_is_told_in_a_line_and_coded(move: Move) -> None:
    """A card has a summary that fits it, and a coded act."""
    assert 15 <= len(move.summary) <= 110
    assert move.events


def test_an_act_weighs_the_same_wherever_it_appears() -> None:
    """A code has one name and one weight; cooperation weighs up and conflict down."""
    known: dict[str, tuple[str, int]] = {}
    events = [event for move in pack().moves for event in move.events]
    assert len(events) == 21
    for event in events:
        told = (event.name, event.goldstein)
        assert known.setdefault(event.cameo, told) == told, event.cameo
        assert (event.goldstein > 0) == (int(event.cameo[:2]) <= 8), event.cameo


@pytest.mark.parametrize("seat", PLAYERS)
def test_a_brief_is_one_page(seat: str) -> None:
    """Who you are, what you want and refuse, know and can do."""
    brief = pack().seat_by_id[seat].brief
    assert 150 <= len(brief.split()) <= BRIEF_WORDS
    for heading in ("Who you are", "What you want", "What you cannot accept", "What you know"):
        assert heading in brief
    assert "Your tools" in brief


def test_everything_on_the_map_is_marked_as_invented() -> None:
    """No place is drawn as though it had been surveyed, and the line grows with its standing."""
    assert all(feature.schematic for feature in pack().map)
    belts = [feature for feature in pack().map if feature.id.startswith("belt_")]
    assert [feature.track for feature in belts] == ["fifty_line"] * 4


@pytest.mark.parametrize("outcome", pack().outcomes, ids=lambda outcome: outcome.id)
def test_no_outcome_is_out_of_reach(outcome: Outcome) -> None:
    """Each is the end of some session."""
    assert any(tally(habit).outcomes[outcome.id] for habit in HABITS)


def test_what_people_do_decides_how_it_ends() -> None:
    """Wary neighbours mostly share the Sound, hard ones mostly shoot, and chance does neither."""
    leading = {habit: tally(habit).outcomes.most_common(1)[0][0] for habit in HABITS}
    assert leading["wary"] == "shared"
    assert leading["hard"] == "shooting"
    assert 0.35 <= share("wary", "shared") <= 0.6
    assert max(share("random", outcome.id) for outcome in pack().outcomes) <= 0.42


def test_after_the_collision_it_is_harder() -> None:
    """The other starting point leaves the accord within reach, but farther off."""
    late = "after_the_collision"
    assert 0.05 <= share("wary", "shared", late) < share("wary", "shared") - 0.1
    assert share("hard", "shooting", late) > share("hard", "shooting")


@pytest.mark.parametrize("aim", pack().aims, ids=lambda aim: aim.id)
def test_an_aim_is_neither_given_nor_denied(aim: Aim) -> None:
    """Each is met in between 20 and 80 of 100 wary sessions."""
    found = tally("wary")
    assert 0.2 <= found.share(found.aims[aim.id]) <= 0.8


def test_each_seat_has_three_aims() -> None:
    """Nobody has more to want than the others."""
    assert Counter(aim.seat for aim in pack().aims) == dict.fromkeys(PLAYERS, 3)


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("seat", PLAYERS)
def test_no_seat_runs_out_of_moves(habit: str, seat: str) -> None:
    """In every turn each player seat has at least six moves to choose from."""
    assert SeatFigures.of(tally(habit), seat).least >= 6


def test_tracks_stay_on_their_scales() -> None:
    """None piles up at an end, but for what the accord itself brings to its end."""
    over = {
        track.id
        for track in pack().tracks
        if not track.counter and TrackFigures.of(tally("wary"), track).at_limit > 0.35
    }
    assert over <= {"accord", "arrested"}


@pytest.mark.parametrize("turns", [3, 6])
def test_other_lengths_play(turns: int) -> None:
    """A shorter and a longer exercise still end in every way, and mostly in none."""
    endings = tally("wary", "", turns).outcomes
    assert len(endings) == len(pack().outcomes)
    assert max(endings.values()) <= 0.65 * SESSIONS


def test_four_people_can_share_it() -> None:
    """With Hestmark's coastguard apart from its cabinet, every seat has something to do."""
    found = tally("wary", arrangement="four")
    for seat in ("hestmark_cabinet", "hestmark_coastguard", "corveil", "isken"):
        assert SeatFigures.of(found, seat).least >= 2
