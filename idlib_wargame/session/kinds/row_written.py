"""Control gives a free order a row: what it does, at what odds, and who learns of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.odds import HIGHEST_TARGET, LOWEST_TARGET, Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.unseen import says_nothing
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.before_rolling import (
    MOST_CHARACTERS,
    ORDER,
    lying_open,
    order_body,
    order_meant,
    order_of,
    order_words,
    rolls_now,
)
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import (
    MOST,
    Ground,
    Strange,
    actor,
    among,
    list_of,
    mapping,
    or_empty,
    or_none,
    row,
    step,
    table,
    text,
    whole,
)
from idlib_wargame.session.own_move import OwnMove
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import odds_inside
from idlib_wargame.words.situation import cell_name

MOST_BY = 1000
MOST_WEIGHT = 1000  # hundredths of a Goldstein weight


@dataclass(frozen=True, slots=True)
class WriteRow(Act):
    """The row of one free order of this turn; it takes the place of one that it had."""

    order: Order
    row: OwnMove


def _body(act: WriteRow, by: str, at: Position) -> Json:
    found = order_meant(act.order, at)
    if found.free is None:
        raise Refused(_("That order is a move of the tables, and has its row."))
    written = act.row._replace(name=act.row.name.strip())
    reasons = tuple(_amiss(written, found.order, at))
    if reasons:
        raise Refused(*reasons)
    return {**order_body(found, at), "row": written.to_body()}


def _amiss(written: OwnMove, order: Order, at: Position) -> Iterator[str]:
    scenario = at.scenario
    if says_nothing(written.name) or len(written.name) > MOST_CHARACTERS:
        yield fill(_("Give it a name of up to {most} characters."), most=MOST_CHARACTERS)
    if written.table not in scenario.table_by_id or written.step not in scenario.steps:
        yield _("Say to which of the pack's tables and steps it belongs.")
    if written.severity not in scenario.points_by_severity:
        yield _("Say how severe it is, in a word of the pack.")
    if not LOWEST_TARGET <= written.target <= HIGHEST_TARGET:
        said = _("Two dice cannot be asked for {need}; set it from {low} to {high}.")
        yield fill(said, need=written.target, low=LOWEST_TARGET, high=HIGHEST_TARGET)
    yield from _amiss_in_effects(written, scenario)
    if written.like and written.like not in scenario.move_by_id:
        yield fill(_("There is no move “{move}” to take it from."), move=written.like)
    strangers = {*(written.coded.targets if written.coded else ()), *(written.learns or ())}
    if strangers - {*scenario.actors, *scenario.actor_names}:
        yield _("Only actors of the pack can be aimed at, or learn of it.")
    if written.coded and abs(written.coded.goldstein) > MOST_WEIGHT:
        yield fill(_("A code weighs from −{most} to {most}."), most=MOST_WEIGHT // 100)
    if written.coded and scenario.actor_of[order.seat] in written.coded.targets:
        yield _("Nobody aims at themselves; take its own seat out of those it aims at.")
    yield from _too_late(written, order, at)


def _movable(scenario: Scenario) -> frozenset[str]:
    """Tracks, and the days of clocks: what a move of the pack moves, a row like it may move too."""
    days = (Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks)
    return frozenset((*scenario.track_by_id, *days))


def _amiss_in_effects(written: OwnMove, scenario: Scenario) -> Iterator[str]:
    movable = _movable(scenario)
    for effect in (each for effects in written.effects.values() for each in effects):
        if effect.track not in movable:
            said = _("There is no track “{track}” in this pack.")
            yield fill(said, track=effect.track)
        elif not effect.by or abs(effect.by) > MOST_BY:
            said = _("{track} cannot be moved by {by}; give a step other than 0.")
            yield fill(said, track=cell_name(scenario, effect.track), by=effect.by)
        elif any(each is not None and abs(each) > MOST for each in (effect.up_to, effect.down_to)):
            said = _("{track} has no such bound; give one on its scale.")
            yield fill(said, track=cell_name(scenario, effect.track))


def _too_late(written: OwnMove, order: Order, at: Position) -> Iterator[str]:
    """A step before one that was rolled takes no more orders: what came later rests on it."""
    rolled = [
        each.rule.move.step
        for each in rolls_now(at)
        if each.order != order and each.order in lying_open(at).rolled
    ]
    steps = at.scenario.steps
    last = max(map(steps.index, rolled), default=0)
    if written.step in steps and steps.index(written.step) < last:
        yield _("That step is rolled already; choose a later one, or undo.")


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    scenario, order = folding.referee.scenario, order_of(entry.body)
    written = OwnMove.from_body(entry.body["row"])
    move = written.as_move(order.move, scenario.actor_of[order.seat], scenario)
    return replace(play, own=play.own.with_move(move))


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    said = _("A row for {order}: “{name}”, {odds}.")
    order = order_words(scenario, {**body, "move": ""})
    written = body["row"]
    return fill(said, order=order, name=written["name"], odds=odds_inside(written["target"]))


def _own_name(value: Any, ground: Ground) -> None:
    """A move's id that no row of the pack has."""
    text(value, ground)
    if any(move.id == value and not move.own for move in ground.scenario.moves):
        raise Strange(value, _("what a free order is known by"))


_EFFECTS = list_of(
    row(
        track=among(lambda g: _movable(g.scenario), lambda: _("a track of the pack")),
        by=whole(-MOST_BY, MOST_BY),
        up_to=or_none(whole()),
        down_to=or_none(whole()),
    )
)
_CODED = row(
    cameo=text,
    name=text,
    goldstein=whole(-MOST_WEIGHT, MOST_WEIGHT),
    targets=list_of(actor),
)
OWN_MOVE = row(
    name=text,
    table=table,
    step=step,
    target=whole(LOWEST_TARGET, HIGHEST_TARGET),
    severity=among(
        lambda ground: ground.scenario.points_by_severity, lambda: _("a severity of the pack")
    ),
    effects=mapping(
        among(lambda ground: {str(int(band)) for band in Band}, lambda: _("a band, 0 to 4")),
        _EFFECTS,
    ),
    coded=or_none(
        row(
            cameo=text,
            name=text,
            goldstein=whole(-MOST_WEIGHT, MOST_WEIGHT),
            targets=list_of(actor),
        )
    ),
    learns=or_none(list_of(actor)),
    like=or_empty(among(lambda g: g.scenario.move_by_id, lambda: _("a move of the pack"))),
    choice=text,
)
ROW_WRITTEN = ActKind(
    name="row_written",
    shape=row(**{**ORDER, "move": _own_name}, row=OWN_MOVE),
    act=WriteRow,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
