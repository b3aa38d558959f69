"""What control needs to give a free order its row: rows that may be meant, and the pack's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.row_names import RowKind
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.rules.result import Fired
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.kinds.before_rolling import order_of
from idlib_wargame.session.kinds.row_written import ROW_WRITTEN
from idlib_wargame.session.own_move import Coded, OwnMove, like_move
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.nearest_rows import nearest_rows
from idlib_wargame.words.figures import decimal
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import apart
from idlib_wargame.words.situation import fired_words, move_words

Named = tuple[tuple[str, str], ...]
USUAL_TARGET = 7  # of a row from nothing, until odds are chosen: as likely as not (judgement)


@dataclass(frozen=True)
class RowHelp:
    """``near`` are ids of rows, "move" or "move/choice": those that the order's words come nearest
    to, then all others. ``like`` makes a row as one of them is, for "" one from nothing.

    ``comes`` names the modifiers that come with one, and with its tags where all learn of the act.
    ``before`` is the row that it has, None for none. ``codes`` are those that the pack's own acts
    have, by their place. ``set_need`` are odds that people set for the order.
    """

    near: Named
    like: Callable[[str], OwnMove]
    comes: Callable[[str, bool], str]
    before: OwnMove | None
    tables: Named
    steps: Named
    severities: Named
    tracks: Mapping[str, str]
    actors: Named
    codes: tuple[tuple[Coded, str], ...]
    set_need: int | None = None


def row_help(session: Session, order: Order) -> RowHelp:
    """The help for that free order."""
    scenario, before = session.scenario, session.play.before_roll
    played = before.of(order) if before is not None else None
    free = played.free if played is not None and played.free is not None else FreeOrder("")
    doer = scenario.actor_of[order.seat]

    def like(row: str) -> OwnMove:
        move, _stroke, choice = row.partition("/")
        if not move:
            return _from_nothing(scenario, free)
        row_of = like_move(scenario, free.what, scenario.move_by_id[move], choice, doer)
        if row_of.coded is None:
            return row_of
        aimed = tuple(each for each in row_of.coded.targets if each != doer)  # of another's move
        return row_of._replace(coded=row_of.coded._replace(targets=aimed))

    by_use = sorted(scenario.tracks, key=lambda track: track.counter)
    return RowHelp(
        near=_near(scenario, order, free),
        like=like,
        comes=lambda row, to_all: _comes(scenario, row, doer, to_all),
        before=_written(session, order),
        tables=tuple((table.id, table.name) for table in scenario.tables),
        steps=tuple((step, scenario.step_names.get(step, step)) for step in scenario.steps),
        severities=tuple((each.id, each.name) for each in scenario.severities),
        tracks={track.id: track.name for track in by_use},
        actors=tuple((actor, scenario.actor_name(actor)) for actor in scenario.actors),
        codes=_codes(scenario),
        set_need=before.odds[order].need if before is not None and order in before.odds else None,
    )


def _comes(scenario: Scenario, row: str, doer: str, to_all: bool) -> str:
    """What helps or hurts an order whose row is taken from that one, each where it holds."""
    name, _stroke, choice = row.partition("/")
    model = scenario.move_by_id.get(name)
    if model is None:
        return ""
    found = [Fired(RowKind.MODIFIER.of(name, n), m.shift) for n, m in enumerate(model.modifiers, 1)]
    chosen = model.choice(choice)
    tags = model.tags | (chosen.tags if chosen is not None else frozenset())
    found += [
        Fired(RowKind.SHIFT.of(each.id), each.shift)
        for each in scenario.shifts
        if to_all and each.on & tags and (each.seats is None or doer in each.seats)
    ]
    if not found:
        return ""
    said = apart([fired_words(scenario, each) for each in found])
    return fill(_("With it come, each where it holds: {modifiers}"), modifiers=said)


def _near(scenario: Scenario, order: Order, free: FreeOrder) -> Named:
    """The nearest first; then every other row, in the pack's order."""
    near = [
        (f"{row.move}/{row.choice}" if row.choice else row.move, row.name)
        for row in nearest_rows(scenario, order.seat, free)
    ]
    found = {row for row, _name in near}
    others = [
        (row, move_words(scenario, move.id, choice))
        for move in scenario.moves
        if not move.own
        for choice in ([each.id for each in move.choices] or [""])
        if (row := f"{move.id}/{choice}" if choice else move.id) not in found
    ]
    return (*near, *others)


def _from_nothing(scenario: Scenario, free: FreeOrder) -> OwnMove:
    table = scenario.tables[0].id
    first = next((move for move in scenario.moves if move.table == table), scenario.moves[0])
    nothing: Mapping[Band, Effects] = {}
    severity = scenario.severities[0].id
    return OwnMove(free.what, table, first.step, USUAL_TARGET, severity, nothing)


def _written(session: Session, order: Order) -> OwnMove | None:
    """The row as it was written last, where that stands."""
    for entry in reversed(session.entries):
        stands = entry.kind == ROW_WRITTEN.name and entry.number not in session.struck
        if stands and order_of(entry.body) == order:  # which no two turns share
            return OwnMove.from_body(entry.body["row"])
    return None


def _codes(scenario: Scenario) -> tuple[tuple[Coded, str], ...]:
    found: dict[tuple[str, str, int], str] = {}
    for event in scenario.event_by_row.values():
        key = (event.cameo, event.name, event.goldstein)
        said = _("{code} {name} ({weight})")
        weight = decimal(event.goldstein / 100)
        found.setdefault(key, fill(said, code=event.cameo, name=event.name, weight=weight))
    return tuple((Coded(*key), said) for key, said in sorted(found.items()))
