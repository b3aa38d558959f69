"""The shape of what a turn came to, as an adjudication and a ruling keep it."""

from __future__ import annotations

import re
from typing import Any

from idlib_wargame.rules.dice import Address, ChanceAddress
from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.names import RUNG
from idlib_wargame.rules.odds import HIGHEST_TARGET, LOWEST_TARGET, MOST_SHIFT, Band
from idlib_wargame.rules.result import NEEDS, ONLY_IF, Bound, Release
from idlib_wargame.session.kinds.shapes import (
    MISSING,
    MOST,
    Ground,
    Shape,
    Strange,
    among,
    both,
    cell,
    inject,
    list_of,
    mapping,
    or_empty,
    or_none,
    row,
    rung,
    seat,
    step,
    table,
    text,
    turn,
    whole,
    yes_or_no,
)
from idlib_wargame.session.methods import METHODS
from idlib_wargame.words.language import _

_BOUND = re.compile(
    rf"({Bound.RISE}|{Bound.FALL}|{Bound.UP_TO}|{Bound.DOWN_TO}|{Bound.RANGE})\.-?\d{{1,7}}",
    re.ASCII,
)

method = among(lambda ground: METHODS, lambda: _("a method of deciding results"))
explaining = among(lambda ground: ground.scenario.rows, lambda: _("a row of the pack"))
band = whole(min(Band), max(Band))


def order(value: Any, ground: Ground) -> None:
    """A move of the pack, with one of its choices where it has any."""
    row(move=text, choice=text)(value, ground)
    if (value["move"], value["choice"]) not in ground.rules.book.rules:
        raise Strange(value["move"], _("a move of the pack, with its choice"), "move")


def state(value: Any, ground: Ground) -> None:
    """A figure for each track and count of the pack, each track within its scale."""
    if type(value) is not dict:
        raise Strange(value, _("keys and values"))
    tracks = ground.scenario.track_by_id
    for name in ground.rules.layout.names:
        track = tracks.get(name)
        low, high = (track.low, track.high) if track else (-MOST, MOST)
        figure = value.get(name, MISSING)
        if type(figure) is not int or not low <= figure <= high:
            _tell(name, whole(low, high), figure, ground)
    _tell(RUNG, rung, value[RUNG], ground)


def _tell(name: str, shape: Shape, value: Any, ground: Ground) -> None:
    try:
        shape(value, ground)
    except Strange as strange:
        raise strange.within(name) from None


def _cut(value: Any, ground: Ground) -> None:
    if type(value) is not str or not _BOUND.fullmatch(value):
        explaining(value, ground)


def _lapsed(value: Any, ground: Ground) -> None:
    if value not in ("", NEEDS, ONLY_IF):
        explaining(value, ground)


def _address(kind: type[Address] | type[ChanceAddress]) -> Shape:
    def check(value: Any, ground: Ground) -> None:
        text(value, ground)
        try:
            kind.from_text(value)
        except ValueError:
            raise Strange(value, _("the address of a roll")) from None

    return check


address = _address(Address)


def dice_pair(value: Any, ground: Ground) -> None:
    """Two dice, 1 to 6 each."""
    list_of(whole(1, 6))(value, ground)
    if len(value) != 2:
        raise Strange(value, _("two dice"))


def _rolled_or_lapsed(value: Any, ground: Ground) -> None:
    if bool(value["lapsed"]) != (value["band"] is None):
        raise Strange(value["band"], _("a band, unless the order lapsed"), "band")


def _ordered(value: Any, ground: Ground) -> None:
    list_of(seat)(value, ground)
    if not value:
        raise Strange(value, _("a seat of the pack"))


release = among(lambda ground: {each.value for each in Release}, lambda: _("when a ruling is told"))
asked = row(
    track=among(lambda ground: ground.scenario.track_by_id, lambda: _("a track of the pack")),
    by=whole(),
    up_to=or_none(whole()),
    down_to=or_none(whole()),
)
ruling = row(
    band=band,
    by=text,
    why=text,
    release=release,
    effects=or_none(list_of(asked)),
    agreed=list_of(seat),
)
effect = row(
    track=cell, asked=whole(), through=whole(), source=or_empty(explaining), cut=or_empty(_cut)
)
_target = among(
    lambda ground: {*ground.scenario.actor_of.values(), *ground.scenario.actor_names},
    lambda: _("an actor of the pack"),
)
_event = row(
    row=among(lambda ground: ground.scenario.event_by_row, lambda: _("an event of the pack")),
    cameo=text,
    goldstein=whole(),
    targets=list_of(_target),
)
_card = both(
    order,
    row(
        address=address,
        seat=seat,
        seats=_ordered,
        table=table,
        step=step,
        lapsed=_lapsed,
        target=whole(),
        shifts=list_of(row(row=explaining, shift=whole())),
        shift=whole(-MOST_SHIFT, MOST_SHIFT),
        need=whole(),
        set_need=or_none(whole(LOWEST_TARGET, HIGHEST_TARGET)),
        dice=or_none(dice_pair),
        total=or_none(whole()),
        margin=or_none(whole()),
        band=or_none(band),
        ruled=or_none(ruling),
        effects=list_of(effect),
        table_effects=list_of(effect),
        contests=list_of(explaining),
        severity=whole(),
        goldstein=whole(),
        events=list_of(_event),
    ),
    _rolled_or_lapsed,
)
_after = row(
    row=explaining,
    effects=list_of(effect),
    dice=or_none(dice_pair),
    target=or_none(whole()),
    address=or_empty(_address(ChanceAddress)),
    agreements=list_of(text),
)
_mark = row(
    case=text,
    term=whole(0),
    mark=among(lambda ground: {*Mark}, lambda: _("a mark of a term")),
    orders=list_of(both(order, row(seat=seat))),
    score=or_none(whole(0, 3)),
    idle=yes_or_no,
)
free_order = row(what=text, aim=text, reasons=list_of(text))


def opened_order(value: Any, ground: Ground) -> None:
    """An order as it was opened; a free one is known by a move that may have no row yet."""
    row(seat=seat, why=text, inject=or_empty(inject), free=or_none(free_order))(value, ground)
    if value["free"] is None:
        order(value, ground)
    else:
        row(move=text, choice=text)(value, ground)


result = row(
    method=method,
    orders=list_of(opened_order),
    turn=turn,
    cards=list_of(_card),
    after=list_of(_after),
    state=state,
    flags=list_of(
        among(
            lambda ground: {flag.id for flag in ground.scenario.flags},
            lambda: _("a flag of the pack"),
        )
    ),
    rung=rung,
    severity=mapping(seat, whole()),
    goldstein=mapping(seat, whole()),
    marks=list_of(_mark),
    found_out=list_of(text),
    read_off=list_of(effect),
)
