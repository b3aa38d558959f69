"""Packs with secrets in random places: those that ship, those of the tests, and random ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.agreements.fitness import may_be_party
from idlib_wargame.rules.conditions.condition import Comparison, Condition, Sum
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.bargain import Bargain
from idlib_wargame.rules.pack.course import Clause, Flag, Limit, Outcome, Rung, Upkeep
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.interactions import (
    Chance,
    Contest,
    Contradiction,
    Joint,
    Principals,
    Shift,
)
from idlib_wargame.rules.pack.map import Feature, Holding
from idlib_wargame.rules.pack.moves import Choice, Modifier, Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.pack.tracks import Effect, Effects, Track
from idlib_wargame.rules.variants import chosen
from tests.conftest import HARBOUR
from tests.rules.small import move, scenario, track, when
from tests.twins.random_bargain import random_bargain

RANDOM = "random"
FOLDERS: dict[str, Path] = {
    path.name: path for path in (HARBOUR, HARBOUR.with_name("harbour_full"), *shipped_packs())
}
PACKS = (*sorted(FOLDERS), RANDOM)


def veiled(name: str, rng: Random) -> Scenario:
    """A pack in which chance decides who may know each track, move and inject, and what reads it.

    The seats are shared out in one of the pack's ways.

    ``name`` is one of PACKS.
    """
    return _veiled(_random_pack(rng) if name == RANDOM else as_written(name, rng), rng)


def as_written(name: str, rng: Random) -> Scenario:
    """A pack with its author's secrets, the seats shared out in one of its ways."""
    pack = _read(name)
    arrangement = rng.choice(("", *(each.id for each in pack.arrangements)))
    return chosen(pack, arrangement=arrangement)


@cache
def _read(name: str) -> Scenario:
    pack = read_pack(FOLDERS[name]).scenario
    assert pack is not None
    return pack


def as_reading(pack: Scenario) -> PackReading:
    """The pack as if it had been read without a fault, of no files."""
    return PackReading(pack, (), {})


def restarted(pack: Scenario, tracks: Iterable[str], rng: Random) -> Scenario:
    """The pack with other values at the start for those tracks."""
    names = set(tracks)
    return replace(
        pack,
        tracks=tuple(
            replace(each, start=rng.randint(each.low, each.high)) if each.id in names else each
            for each in pack.tracks
        ),
    )


def _veiled(pack: Scenario, rng: Random) -> Scenario:
    actors = sorted(set(pack.actor_of.values()))

    def some() -> frozenset[str]:
        return frozenset(rng.sample(actors, rng.randint(1, len(actors) - 1)))

    tracks = tuple(
        replace(each, seen_by=some()) if rng.random() < 0.5 else each for each in pack.tracks
    )
    moves = tuple(
        replace(each, seen_by=some()) if rng.random() < 0.4 else each for each in pack.moves
    )
    injects = tuple(
        replace(each, to=tuple(sorted(some()))) if rng.random() < 0.5 else each
        for each in pack.injects
    )
    bargain = random_bargain(replace(pack, tracks=tracks), rng) if rng.random() < 0.8 else None
    pack = replace(pack, tracks=tracks, injects=injects, bargain=bargain or pack.bargain)
    thorny = tuple(_thorny(each, pack.tracks, rng) for each in moves)
    if pack.bargain is not None and rng.random() < 0.7:
        thorny = tuple(_either_paper(each, pack, rng) for each in thorny)
    return replace(pack, moves=thorny)


def _thorny(row: Move, tracks: tuple[Track, ...], rng: Random) -> Move:
    """The move, at times with one more need and one more modifier, each read off some track."""
    if rng.random() < 0.4:
        row = replace(row, needs=_reads(rng.choice(tracks), rng))
    if rng.random() < 0.4:
        extra = Modifier(_reads(rng.choice(tracks), rng), rng.choice((-1, 1)), "A matter of chance")
        row = replace(row, modifiers=(*row.modifiers, extra))
    return _either_way(row, rng.choice(tracks), rng) if rng.random() < 0.7 else row


def _either_way(row: Move, on: Track, rng: Random) -> Move:
    """The move with two rows of which one always counts, for the same: which one, tells of a track.

    At times with a need and an occasion of which one always fails.
    """
    high, low = _halves(on)
    either = (Modifier(high, 1, "It stands high"), Modifier(low, 1, "It stands low"))
    row = replace(row, modifiers=(*row.modifiers, *either))
    return replace(row, needs=high, only_if=low) if rng.random() < 0.3 else row


def _either_paper(row: Move, pack: Scenario, rng: Random) -> Move:
    """The move with two rows of which one always counts: which one, tells what is agreed on."""
    one, other = rng.sample([each for each in pack.actors if may_be_party(pack, each)], 2)
    on = rng.choice(pack.tracks)
    paper = rng.choice(
        (
            *(f"agreement.{one}.{other}", f"vague.{one}.{other}", f"breached.{one}"),
            *(f"kept.{one}", "kept.turn", f"declared.{one}"),
            f"agreement.{one}.{other} or {on.id} >= {on.high}",
            f"agreement.{one}.{other} and {on.id} >= {on.low}",
            f"agreement.{one}.{other} + breached.{one} >= 1",
        )
    )
    either = Modifier(when(paper), 1, "Signed"), Modifier(when(f"not ({paper})"), 1, "Not signed")
    return replace(row, modifiers=(*row.modifiers, *either))


def _halves(row: Track) -> tuple[Condition, Condition]:
    """That a track stands in the upper half of its scale, and that it does not."""
    middle = (row.low + row.high + 1) // 2
    return when(f"{row.id} >= {middle}"), when(f"{row.id} < {middle}")


def _reads(row: Track, rng: Random) -> Condition:
    bound = Sum((), rng.randint(row.low, row.high))
    return Comparison(Sum(((1, row.id),)), rng.choice((">=", "<=")), bound)


_TRACKS = ("calm", "fear", "arms", "plot", "tally")
_SEATS = ("north", "south", "east")
_ACTS = ("call", "raid", "guard", "hide", "march", "spy")
_TAGS = ("warm", "hard", "dark")


def _random_pack(rng: Random) -> Scenario:
    """A small pack with every kind of row, each reading what chance has it read."""
    start = date(2020, 1, 26)
    tracks = [
        track(each, start=rng.randint(0, 10), counter=each == "tally", rise=rng.choice((None, 2)))
        for each in _TRACKS
    ]
    when_any = _Conditions(rng)
    moves = [_random_move(each, when_any, rng) for each in _ACTS]
    base = scenario(*moves, tracks=tuple(tracks))
    return replace(
        base,
        start=start,
        shifts=(Shift("s", frozenset({rng.choice(_TAGS)}), when_any(), 1, "A shift"),),
        joints=(Joint(frozenset({rng.choice(_ACTS)}), 1, "Side by side"),),
        principals=(Principals(rng.choice(_ACTS), ("north", "south"), "It takes both"),),
        contests=(Contest("c", rng.choice(_TAGS), rng.choice(_ACTS), "They met"),),
        contradictions=(
            Contradiction("d", rng.choice(_ACTS), when_any(), ("calm",), _effects(rng), "Both"),
        ),
        chances=(Chance("e", "talk", when_any(), ((when(), 7),), _effects(rng), "It may happen"),),
        limits=tuple(
            Limit(f"l{n}", "calm", half, f"Lid {n}", at_most=rng.randint(2, 8))
            for n, half in enumerate(_halves(rng.choice(tracks)))
        ),
        upkeep=tuple(Upkeep(f"u{n}", when_any(), _effects(rng), "By itself") for n in range(2)),
        flag_groups={"g": "A group"},
        flags=tuple(Flag(f"f{n}", f"Flag {n}", when_any(), group="g") for n in range(3)),
        clauses=(Clause("k", "A term", _SEATS, (), when_any(), when_any(), when_any()),),
        bargain=Bargain(),
        ladder=(Rung(0, "Low", when()), Rung(1, "High", when("calm <= 2"))),
        outcomes=tuple(Outcome(f"o{n}", f"Ending {n}", when_any()) for n in range(3)),
        injects=tuple(
            Inject(
                *(f"i{n}", f"I{n}", f"Inject {n}", when_any(), "", "", f"Text {n}"),
                effects=_effects(rng),
            )
            for n in range(3)
        ),
        aims=tuple(Aim(f"a{each}", each, f"Aim of {each}", when_any()) for each in _SEATS),
        map=tuple(
            _random_place(n, kind, t, when_any)
            for n, (kind, t) in enumerate((("town", "calm"), ("post", "plot"), ("road", "")))
        ),
    )


def _random_place(n: int, kind: str, told: str, when_any: _Conditions) -> Feature:
    holdings = (Holding("north", when_any()), Holding("south"))
    return Feature(f"m{n}", kind, f"Place {n}", ((n, n),), holdings, when_any(), track=told)


def _random_move(name: str, when_any: _Conditions, rng: Random) -> Move:
    bands: dict[Band, Effects] = {
        Band.BACKFIRE: (),
        Band.FAILURE: _effects(rng),
        Band.PARTIAL: _effects(rng),
        Band.SUCCESS: _effects(rng),
        Band.STRONG: _effects(rng),
    }
    made = move(
        name,
        *rng.sample(_SEATS, rng.randint(1, 3)),
        step=rng.choice(("talk", "fight")),
        target=rng.randint(3, 10),
        tags=tuple(rng.sample(_TAGS, rng.randint(0, 2))),
        effects=bands,
    )
    choices = (Choice("a", "Way a"), Choice("b", "Way b", when_any()))
    return replace(
        made,
        needs=when_any() if rng.random() < 0.5 else made.needs,
        only_if=when_any() if rng.random() < 0.2 else made.only_if,
        modifiers=tuple(Modifier(when_any(), rng.choice((-1, 1)), "So it is") for _ in range(2)),
        choices=choices if rng.random() < 0.3 else (),
    )


def _effects(rng: Random) -> Effects:
    return tuple(Effect(t, rng.choice((-2, -1, 1, 2))) for t in rng.sample(_TRACKS, 2))


class _Conditions:
    """Draws conditions on anything that conditions may read."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng

    def __call__(self) -> Condition:
        """One or two tests, joined one way or the other, at times turned round."""
        rng = self._rng
        parts = [self._test() for _ in range(rng.choice((1, 1, 2)))]
        joined = rng.choice((" and ", " or ")).join(parts)
        return when(f"not ({joined})" if rng.random() < 0.2 else joined)

    def _test(self) -> str:
        rng = self._rng
        name, most = rng.choice(
            (
                (rng.choice(_TRACKS), 10),
                (rng.choice(_TRACKS), 10),
                (f"flag.f{rng.randrange(3)}", 1),
                ("lit.g", 2),
                ("clause.k", 3),
                (f"inject.i{rng.randrange(3)}", 1),
                ("rung", 1),
                ("days_left.winter", 10),
                (self._agreed(), 1),
                (self._agreed(), 1),
                (self._count(), 1),
                (self._count(), 1),
            )
        )
        return f"{name} {rng.choice(('>=', '<='))} {rng.randint(0, most)}"

    def _agreed(self) -> str:
        one, other = self._rng.sample(_SEATS, 2)
        pair = f"{self._rng.choice(('agreement', 'vague'))}.{one}.{other}"
        done = f"{self._rng.choice(('kept', 'breached', 'declared'))}.{one}"
        return self._rng.choice((pair, pair, "agreement.truce", done, "kept.turn"))

    def _count(self) -> str:
        rng = self._rng
        scope = rng.choice(("turn", "last", "total", "ordered"))
        name = f"{scope}.{rng.choice((*_ACTS, *_TAGS))}"
        if rng.random() < 0.4:
            name += f".{rng.choice(_SEATS)}"
        if scope != "ordered" and rng.random() < 0.3:
            name += ".success"
        return name
