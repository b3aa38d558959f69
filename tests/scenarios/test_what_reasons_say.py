"""A reason that people read says nothing against what happened in the same turn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Card
from idlib_wargame.rules.turn.referee import Referee
from tests.scenarios.played import HABITS, LENGTHS, pack
from tests.scenarios.sittings import Sat, begun, sittings
from tests.tries import tries

SEEDS = range(tries(36))
PACKS = {path.name: path for path in shipped_packs()}


class Deed(NamedTuple):
    """An order that was carried out: of this kind (move or tag), by anybody or one seat."""

    kind: str
    seat: str = ""
    well: bool = False

    def is_in(self, card: Card, tags: Mapping[str, frozenset[str]]) -> bool:
        """Whether the card is of this kind, was not lapsed and, where asked, went well."""
        if card.final is None or (self.well and card.final < Band.SUCCESS):
            return False
        return self.kind in tags[_way(card)] and self.seat in ("", *card.seats)


def _way(card: Card) -> str:
    return f"{card.order.move} {card.order.choice}"


@cache
def tags() -> dict[str, frozenset[str]]:
    """What each order of the pack is known by: its move's id and tags, and its choice's."""
    return {
        f"{move.id} {choice.id if choice else ''}": frozenset(
            {move.id, *move.tags, *(choice.tags if choice else ())}
        )
        for move in pack().moves
        for choice in (move.choices or (None,))
    }


ARMIES = (Deed("offensive"), Deed("retake_m5"), Deed("reprisal"))
HALTED = Deed("halt_air_strikes", well=True)
# A row, and the deeds of the same turn that its reason would deny.
DENIES_AT_THE_END = {
    "upkeep.quiet_week_mends_truce": (*ARMIES, Deed("bombing")),
    "upkeep.pause_restores": ARMIES,
    "upkeep.outcry_fades": (Deed("bombing"), Deed("offensive")),
    "upkeep.quiet_builds_trust": (*ARMIES, Deed("bombing"), Deed("publicity")),
    "upkeep.quiet_counted": (Deed("offensive"),),
    "upkeep.washington_drifts": (
        Deed("us_reinforcement", "united_states"),
        Deed("us_relief", "united_states"),
        Deed("operations_room", "united_states"),
        Deed("ask_national_army", "united_states"),
        Deed("rebalance_opposition", "united_states"),
    ),
    "upkeep.suspicion_eases": (
        Deed("talks"),
        Deed("security_talks"),
        Deed("deal", "turkey"),
    ),
    "upkeep.garrisons_brought_out": (Deed("withdraw_posts"),),
    "upkeep.militias_disperse": (Deed("militia_reinforcement"),),
    "upkeep.istanbul_pulls_back": (Deed("rebalance_opposition"),),
    "upkeep.staffs_keep_drawing": (Deed("rejection"),),
    "upkeep.refusal_cools": (Deed("rejection"),),
    "upkeep.ultimatum_let_pass": (Deed("reprisal"),),
    "upkeep.complaint_unanswered": (
        Deed("reassure_factions", well=True),
        Deed("publish_truce_map", well=True),
    ),
    "upkeep.suspension_unanswered": (
        Deed("presidential_call"),
        Deed("mamlouk_fidan_round", well=True),
    ),
}
# A modifier or shift, and the deeds of earlier steps that its reason would deny.
DENIES_ON_A_CARD = {
    "Aircraft from Humaymim are waiting": (HALTED,),
    "Aircraft from Humaymim can support the attack": (HALTED,),
    "Humaymim can support a sustained attack": (HALTED,),
    "Russian aircraft over Idlib have all they need": (HALTED,),
    "A text on aid is before the Security Council": (Deed("obstruct_security_council"),),
}
# The chance clash and the one that an inject brings also end a quiet turn.
CLASHED = ("upkeep.quiet_week_mends_truce", "upkeep.pause_restores", "upkeep.quiet_builds_trust")
LENGTHS_OF_TIME = {"week", "weeks", "fortnight", "fortnights", "month", "months"}
THE_TERM = "two[ -]months?"  # the term of the truce, however long a turn is


@cache
def sat() -> tuple[Sat, ...]:
    """Some exercises by every habit in every length, what-ifs and all."""
    found: list[Sat] = []
    for turns in LENGTHS:
        referee = Referee(begun(pack(), turns))
        for habit in (*HABITS, "random"):
            for seed in SEEDS:
                found += sittings(referee, habit, seed, what_ifs=seed % 2 == 0)
    return tuple(found)


@pytest.mark.parametrize("row", DENIES_AT_THE_END)
def test_the_turns_end_denies_nothing_that_was_done(row: str) -> None:
    """Nobody reads of a quiet turn after an attack, or of silence after a word."""
    fired = [each for each in sat() if row in [after.row for after in each.result.after]]
    denied = [
        _way(card)
        for each in fired
        for card in each.result.cards
        if any(deed.is_in(card, tags()) for deed in DENIES_AT_THE_END[row])
    ]
    assert fired
    assert denied == []


@pytest.mark.parametrize("row", CLASHED)
def test_no_turn_is_quiet_in_which_armies_met(row: str) -> None:
    """Dead soldiers and a chance meeting of columns are a clash, whoever ordered it or nobody."""
    clashed = [
        each
        for each in sat()
        if "soldiers_killed" in [inject.id for inject, _ in each.sent]
        or any(line.track == "clashes" for after in each.result.after for line in after.effects)
    ]
    assert clashed
    assert [
        each.turn for each in clashed if row in [after.row for after in each.result.after]
    ] == []


@pytest.mark.parametrize("why", DENIES_ON_A_CARD)
def test_a_card_denies_nothing_that_was_done_before_it(why: str) -> None:
    """No aircraft wait on the same page as the success that grounded them."""
    rows = {
        f"modifier.{move.id}.{number}"
        for move in pack().moves
        for number, each in enumerate(move.modifiers, 1)
        if each.why == why
    } | {f"shift.{each.id}" for each in pack().shifts if each.why == why}
    shown, denied = 0, []
    for each in sat():
        for card in each.result.cards:
            if rows & {fired.row for fired in card.fired}:
                shown += 1
                before = [each for each in each.result.cards if each.step != card.step]
                deeds = DENIES_ON_A_CARD[why]
                denied += [_way(c) for c in before for deed in deeds if deed.is_in(c, tags())]
    assert rows
    assert shown
    assert denied == []


def test_no_round_had_ended_where_the_papers_held_back_the_lines() -> None:
    """Where the loyal press keeps lines from being agreed, no round had succeeded by then."""
    held = 0
    for each in sat():
        rounds = [c for c in each.result.cards if Deed("talks", well=True).is_in(c, tags())]
        ended = {card.step for card in rounds if card.order.move == "mamlouk_fidan_round"}
        for card in each.result.cards:
            cuts = [line.cut for line in card.effects]
            if "limit.loyal_papers_block_lines" in cuts:
                held += 1
                assert ended <= {card.step}, each.turn
    assert held


def _texts(value: Any, key: str) -> Iterator[str]:
    """Every text of that name in a pack, wherever it stands."""
    if isinstance(value, (tuple, list)):
        for inner in value:
            yield from _texts(inner, key)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            inner = getattr(value, each.name)
            if each.name == key and isinstance(inner, str) and inner:
                yield inner
            elif each.name != "as_written":
                yield from _texts(inner, key)


@pytest.mark.parametrize("name", PACKS)
def test_no_reason_calls_a_turn_what_it_is_not(name: str) -> None:
    """In turns of five days or of three weeks nobody reads of a week or a month."""
    wrong, read = [], 0
    for turns in load(PACKS[name]).turn_options:
        scenario = begun(load(PACKS[name]), turns)
        right = {7: "week", 14: "fortnight"}.get(scenario.turn_days, "")
        for why in _texts(scenario, "why"):
            read += 1
            words = set(re.findall(r"[a-z]+", re.sub(THE_TERM, "", why.lower())))
            wrong += [(turns, why)] if words & LENGTHS_OF_TIME - {right} else []
    assert wrong == []
    assert read > 40
