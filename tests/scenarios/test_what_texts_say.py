"""Outcomes, rungs, results and briefs say nothing that their own conditions allow to be untrue."""

from __future__ import annotations

import re
from functools import cache

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import chosen
from idlib_wargame.words.situation import level_words
from tests.scenarios.sittings import sittings

PACKS = {path.name: path for path in shipped_packs()}
each_pack = pytest.mark.parametrize("name", PACKS)

# Rows that call the truce something, and the lowest at which they may say so.
CALLS_THE_TRUCE = {
    ("ladder", "0"): 8,
    ("ladder", "1"): 5,
    ("outcomes", "truce_without_deal"): 6,
    ("upkeep", "quiet_builds_trust"): 6,
}
# What an outcome's text may not say, since its condition does not ask for it.
NOT_ASKED_FOR = {
    "idlib-2020": {
        "scenario_1_both": "waited",  # a zone may have been agreed
        "truce_without_deal": "quiet",  # a patchy truce is enough
    },
    "lanner-sound": {
        "line_stands": "paper",  # the accord may be signed
        "empty_sound": "still quarrelling",
        "line_broken": "chalk",  # the line may be heeded by day
        "another_winter": "before anybody",
    },
}
LENGTH_OF_A_TURN = re.compile(r"[^.]*\b[Ee]ach turn is[^.]*")


@cache
def pack(name: str) -> Scenario:
    """A shipped pack, read once."""
    return load(PACKS[name])


@pytest.mark.parametrize(("table", "row"), CALLS_THE_TRUCE)
def test_the_truce_is_called_what_its_track_calls_it(table: str, row: str) -> None:
    """At the least truce with which a row holds, its text has that level's word."""
    idlib = pack("idlib-2020")
    word = level_words(idlib.track_by_id["truce"], CALLS_THE_TRUCE[table, row])
    texts = {
        "ladder": {str(rung.number): rung.why for rung in idlib.ladder},
        "outcomes": {each.id: each.text for each in idlib.outcomes},
        "upkeep": {each.id: each.why for each in idlib.upkeep},
    }
    text = texts[table][row]
    assert re.search(rf"\b{word}\b", text), (word, text)
    assert "largely" not in text
    assert "mostly" not in text


@each_pack
def test_an_outcome_tells_only_what_it_asks_for(name: str) -> None:
    """No paper is missing where one may have been signed."""
    said = {outcome.id: outcome.text for outcome in pack(name).outcomes}
    assert [row for row, words in NOT_ASKED_FOR[name].items() if words in said[row]] == []


def test_what_is_kept_quiet_is_not_announced() -> None:
    """No covert order is told to have been announced, however it went."""
    covert = [
        (move.id, words)
        for name in PACKS
        for move in pack(name).moves
        if move.seen_by is not None or move.id == "security_cooperation"
        for words in move.means.values()
    ]
    assert {move for move, _ in covert} == {"move_fighters_out", "security_cooperation"}
    assert [move for move, words in covert if "announced" in words] == []


@each_pack
def test_the_public_brief_holds_in_every_length_and_option(name: str) -> None:
    """How long a turn is it leaves to the head of the paper; a day that an option moves it gives
    twice.
    """
    assert LENGTH_OF_A_TURN.findall(pack(name).public_brief) == []
    if name == "lanner-sound":
        assert "19 November" in pack(name).public_brief
        assert "29 October" in " ".join(pack(name).public_brief.split())


@pytest.mark.parametrize("turns", [4, 6])
@pytest.mark.parametrize("choice", ["november", "october"])
def test_nothing_is_landed_after_the_ban(choice: str, turns: int) -> None:
    """In a turn that begins after the cod spawn no catch is told of, nor less of one agreed."""
    scenario = chosen(pack("lanner-sound"), turns, options={"spawning": choice})
    referee = Referee(scenario)
    after = 0
    told: list[str] = []
    for habit in ("wary", "hard", "random"):
        for seed in range(6):
            for sat in sittings(referee, habit, seed):
                if sat.before["days_left.spawning_ban"] > 0:
                    continue
                after += 1
                rows = {row.row for row in sat.result.after}
                told += rows & {
                    "upkeep.season_goes_on",
                    "upkeep.thin_nets",
                    "upkeep.less_on_the_quays",
                }
                fished = {card.order.move for card in sat.result.cards}
                told += fished & {"fish_outside", "land_less"}
    assert told == []
    assert bool(after) == (choice == "october")


def test_a_quay_that_is_blocked_is_somebodys() -> None:
    """Skippers who do nothing order nothing, and no card calls it a success."""
    quays = pack("lanner-sound").move_by_id["block_a_quay"].choices
    assert {target for quay in quays for target in quay.targets} == {"hestmark", "corveil"}
    assert all(quay.targets for quay in quays)
