"""Effects in cells: which track or clock moves, by how much, and no further than where."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import Fault, nearest
from idlib_wargame.packs.schema.kinds import Row, describe, names_of, refuse
from idlib_wargame.rules.conditions.signs import plain_number
from idlib_wargame.rules.names import Prefix, parted
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.tracks import Effect, Effects
from idlib_wargame.words.language import _, fill

_CHANGE = re.compile(r"([+-]?[0-9]{1,6})(?:\s+(up|down)\s+to\s+([+-]?[0-9]{1,6}))?")


def read_effects(value: object, info: ValidationInfo) -> Effects:
    """A change for each of some tracks, counters and clocks."""
    if not isinstance(value, dict):
        raise refuse(
            Fault(describe(value), fill(_("effects such as {example}"), example="{some_track: -1}"))
        )
    faults: list[Fault] = []
    effects: list[Effect] = []
    for track, change in value.items():
        read = _read_change(track, change, names_of(info))
        if isinstance(read, Effect):
            effects.append(read)
        else:
            faults.extend(read)
    if faults:
        raise refuse(*faults)
    return tuple(effects)


def _read_change(track: str, change: object, names: Names) -> Effect | list[Fault]:
    faults = []
    unknown = _check_track(track, names)
    if unknown:
        faults.append(unknown)
    match = _CHANGE.fullmatch(plain_number(change)) if isinstance(change, str) else None
    if match is None:
        expected = _("a change such as -2, '+1 up to 3' or '-1 down to 1'")
        return [*faults, Fault(describe(change), expected, inside=(track,))]
    by, way, cap = int(match[1]), match[2], int(match[3] or 0)
    wrong = _check_change(track, by, way, cap, names)
    if wrong:
        faults.append(wrong)
    up_to, down_to = (cap if way == "up" else None), (cap if way == "down" else None)
    return faults or Effect(track, by, up_to, down_to)


def _check_track(track: str, names: Names) -> Fault | None:
    dotted = parted(track)
    if dotted and dotted[0] is Prefix.DAYS_LEFT:
        fault = names.check("clock", dotted[1])
    else:
        dotted = None
        fault = names.check("track", track)
    if not fault:
        return None
    near = fault.nearest
    if track in names.ids["clock"] or (dotted and near):
        near = Prefix.DAYS_LEFT.of(near or track)
    elif not near:
        near = nearest(track, map(Prefix.DAYS_LEFT.of, names.ids["clock"]))
    return replace(fault, nearest=near, inside=(track,), on_key=True)


def _check_change(track: str, by: int, way: str | None, cap: int, names: Names) -> Fault | None:
    """The cap must bound the change, and both must lie within what the track can hold."""
    if way and (by < 0) != (way == "down"):
        expected = _("'down to' with a fall") if by < 0 else _("'up to' with a rise")
        return Fault(fill(_("'{way} to' with {by:+d}"), way=way, by=by), expected, inside=(track,))
    low, high = names.ranges.get(track, (None, None))
    if low is None or high is None:
        return None
    if way and not low <= cap <= high:
        found = fill(_("'{way} to {cap}'"), way=way, cap=cap)
        return Fault(
            found,
            fill(
                _("a bound from {low} to {high}, the range of {track}"),
                low=low,
                high=high,
                track=track,
            ),
            inside=(track,),
        )
    if abs(by) > high - low:
        expected = fill(
            _("at most {number}, as {track} runs from {low} to {high}"),
            number=high - low,
            track=track,
            low=low,
            high=high,
        )
        return Fault(fill(_("a change of {by:+d}"), by=by), expected, inside=(track,))
    return None


Changes = Annotated[Effects, PlainValidator(read_effects)]


class Bands(Row):
    """What an order does, by how it came out."""

    success: Changes = ()
    strong: Changes = ()
    partial: Changes = ()
    failure: Changes = ()
    backfire: Changes | None = None

    def by_band(self, table_backfire: Effects = ()) -> dict[Band, Effects]:
        """Each band complete: a strong success holds the success, a backfire the failure."""
        backfire = table_backfire if self.backfire is None else self.backfire
        return {
            Band.BACKFIRE: self.failure + backfire,
            Band.FAILURE: self.failure,
            Band.PARTIAL: self.partial,
            Band.SUCCESS: self.success,
            Band.STRONG: self.success + self.strong,
        }
