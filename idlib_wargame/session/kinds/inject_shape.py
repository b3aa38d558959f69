"""The shape of an inject that was written in an exercise, as its entry keeps it."""

from __future__ import annotations

import re
from typing import Any

from idlib_wargame.rules.names import Prefix
from idlib_wargame.session.day import MOST_MINUTES
from idlib_wargame.session.kinds.shapes import (
    MOST,
    Ground,
    Strange,
    actor,
    among,
    inject,
    list_of,
    or_empty,
    or_none,
    row,
    seat,
    text,
    whole,
    yes_or_no,
)
from idlib_wargame.words.language import _

MOST_BY = 999  # that an effect moves a track by
_OWN = re.compile(r"own_[0-9a-f]{10}(_[1-9]\d{0,3})?", re.ASCII)


def _own_id(value: Any, ground: Ground) -> None:
    text(value, ground)
    if not _OWN.fullmatch(value):
        raise Strange(value, _("the id of an inject that was written, such as “own_0123456789”"))


def _order(value: Any, ground: Ground) -> None:
    row(seat=seat, move=text, choice=text)(value, ground)
    if (value["move"], value["choice"]) not in ground.rules.book.rules:
        raise Strange(value["move"], _("a move of the pack, with its choice"), "move")


def _cell(value: Any, ground: Ground) -> None:
    list_of(text)(value, ground)
    if len(value) != 3:
        raise Strange(value, _("a heading, what stood under it, and what it was read as"))


def _turn(value: Any, ground: Ground) -> None:
    whole(0, ground.scenario.turns)(value, ground)


def _movable(ground: Ground) -> set[str]:
    scenario = ground.scenario
    return {*scenario.track_by_id, *(Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks)}


_effect = row(
    track=among(_movable, lambda: _("a track or clock of the pack")),
    by=whole(-MOST_BY, MOST_BY),
    up_to=or_none(whole(-MOST, MOST)),
    down_to=or_none(whole(-MOST, MOST)),
)

written_row = row(
    id=_own_id,
    code=text,
    title=text,
    text=text,
    sender=text,
    means=text,
    to=list_of(actor),
    expected=text,
    objective=text,
    responsible=text,
    effects=list_of(_effect),
    orders=list_of(_order),
    optional=yes_or_no,
    turn=_turn,
    minute=whole(0, MOST_MINUTES),
    waits_as_original=yes_or_no,
    copy_of=or_empty(inject),
    repeats=or_empty(inject),
    came_from=text,
    divided_by=text,
    cells=list_of(_cell),
    changed=list_of(text),
)
