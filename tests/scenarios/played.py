"""The shipped pack, read once and played by its habits, for any test that asks how it plays."""

from __future__ import annotations

from functools import cache

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.rehearsal.rehearsal import Rehearsal
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import chosen
from tests.scenarios.rows import PACK, read
from tests.tries import tries

SESSIONS = tries(240)
SEATS = read(PACK / "seats.yaml")["seats"]
PLAYERS = [seat["id"] for seat in SEATS if seat.get("control") != "true"]
HABITS = [read(path)["id"] for path in sorted((PACK / "habits").glob("*.yaml"))]
STARTS = [start["id"] for start in read(PACK / "starts.yaml")["starts"]]
LENGTHS = (4, 8, 12)


@cache
def pack() -> Scenario:
    """The pack, read once."""
    reading = read_pack(PACK)
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


@cache
def referee(start: str = "", turns: int = 0, arrangement: str = "") -> Referee:
    """The pack as it is played from that start, so many turns, shared in that way."""
    return Referee(chosen(pack(), turns or None, start, arrangement=arrangement))


@cache
def tally(
    habit: str, start: str = "", turns: int = 0, arrangement: str = "", sessions: int = SESSIONS
) -> Tally:
    """What so many sessions of a habit come to, always the same ones."""
    played = referee(start, turns, arrangement)
    return Rehearsal(played, pack().habit_by_id[habit]).play(range(sessions))


def endings(found: Tally) -> dict[str, float]:
    """The share of sessions in each outcome; the two forms of Scenario 1 also together."""
    shares = {outcome.id: found.share(found.outcomes[outcome.id]) for outcome in pack().outcomes}
    halves = ("scenario_1_both", "scenario_1_russian_half")
    return {**shares, "scenario_1": sum(shares[half] for half in halves)}


def likeliest(found: Tally) -> str:
    """The ending of most sessions, Scenario 1 counting as one."""
    shares = {
        ending: share
        for ending, share in endings(found).items()
        if not ending.startswith("scenario_1_")
    }
    return max(shares, key=lambda ending: shares[ending])


def fewest_moves(found: Tally) -> dict[str, int]:
    """The fewest legal moves that each seat ever had."""
    fewest: dict[str, int] = {}
    for seat, _, moves in found.freedom:
        fewest[seat] = min(moves, fewest.get(seat, moves))
    return fewest


def due(found: Tally) -> set[str]:
    """The injects that fell due in some session."""
    return {row for kind, row in found.rows if kind == "inject"}
