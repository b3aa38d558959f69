"""How tracks and clocks moved: "Calm on the bank −2", or in words alone "down a little"."""

from __future__ import annotations

from collections.abc import Iterable

from idlib_wargame.rules.names import Prefix, parted
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import Bound, EffectLine
from idlib_wargame.words.figures import from_to, plain, signed
from idlib_wargame.words.language import _, figures, fill, pgettext
from idlib_wargame.words.lists import apart
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import cell_name, level_words

# Shares of a scale (judgement): up to this it moves "a little", from that on "a lot".
A_LITTLE, A_LOT = 0.1, 0.3


def change_words(scenario: Scenario, name: str, by: int, numbers: bool = True) -> str:
    """ "Calm on the bank −2", or in words alone "Calm on the bank: down a little"."""
    track = scenario.track_by_id.get(name)
    if numbers and by:
        return fill(_("{track} {by}"), track=cell_name(scenario, name), by=change_by(track, by))
    said = _of_a_track(by, track) if track else _of_a_clock(by)
    return fill(said, name=_bare_name(scenario, name))


def change_by(track: Track | None, by: int) -> str:
    """How far a track moved: "+2", or "+20 thousand people" where it counts something."""
    if track is None or not track.unit or abs(by) < 2:  # a pack names its units for several
        return signed(by)
    return fill(_("{change} {unit}"), change=signed(by), unit=track.unit)


def _bare_name(scenario: Scenario, name: str) -> str:
    """A clock by its own name: its days are what is told of it."""
    prefix, row = parted(name) or (None, "")
    if prefix != Prefix.DAYS_LEFT:
        return cell_name(scenario, name)
    return next(clock.name for clock in scenario.clocks if clock.id == row)


def _of_a_clock(by: int) -> str:
    if by == 0:
        return _("{name}: no nearer")
    return _("{name}: put off") if by > 0 else _("{name}: nearer")


def moved_words(track: Track, by: int) -> str:
    """How far a track moved, in words alone and without its name: "up a little"."""
    share = abs(by) / (track.high - track.low)
    if by == 0:
        return _("unmoved")
    if by > 0:
        if share <= A_LITTLE:
            return _("up a little")
        return _("up a lot") if share >= A_LOT else pgettext("how a track moved", "up")
    if share <= A_LITTLE:
        return _("down a little")
    return _("down a lot") if share >= A_LOT else pgettext("how a track moved", "down")


def _of_a_track(by: int, track: Track) -> str:
    share = abs(by) / (track.high - track.low)
    if by == 0:
        return _("{name}: unmoved")
    if by > 0:
        if share <= A_LITTLE:
            return _("{name}: up a little")
        return _("{name}: up a lot") if share >= A_LOT else _("{name}: up")
    if share <= A_LITTLE:
        return _("{name}: down a little")
    return _("{name}: down a lot") if share >= A_LOT else _("{name}: down")


def way_words(track: Track, by: int) -> str:
    """How far a track moved, for an exercise that is told in words alone: "down a little"."""
    share = abs(by) / (track.high - track.low)
    if by > 0:
        if share <= A_LITTLE:
            return _("up a little")
        return _("up a lot") if share >= A_LOT else _("up")
    if share <= A_LITTLE:
        return _("down a little")
    return _("down a lot") if share >= A_LOT else _("down")


def went_words(scenario: Scenario, name: str, before: int, after: int, numbers: bool = True) -> str:
    """ "Tents 3 → 5 thousand", or in words alone from level to level where it left its own."""
    track = scenario.track_by_id.get(name)
    if numbers:
        change = from_to(before, after)
        if track is not None and track.unit:
            change = fill(_("{change} {unit}"), change=change, unit=track.unit)
        return fill(_("{track} {change}"), track=cell_name(scenario, name), change=change)
    levels = [level_words(track, value) for value in (before, after)] if track else []
    if not levels or levels[0] == levels[1]:
        return change_words(scenario, name, after - before, numbers)
    return fill(
        _("{track}: {change}"),
        track=cell_name(scenario, name),
        change=figures(fill(_("{before} → {after}"), before=levels[0], after=levels[1])),
    )


def effect_words(scenario: Scenario, line: EffectLine, numbers: bool = True) -> str:
    """ "Calm on the bank −2", and what cut it: "(would have been −3: at most −2 in one turn)"."""
    change = change_words(scenario, line.track, line.through, numbers)
    held = held_words(scenario, line, numbers)
    return fill(_("{change} ({held})"), change=change, held=held) if held else change


def held_words(scenario: Scenario, line: EffectLine, numbers: bool = True) -> str:
    """Which row added or changed an effect, and what cut it.

    "would have been −3: the scale ends here".
    """
    said = [why_words(scenario, line.source)] if line.source else []
    if line.cut:
        cut = cut_words(scenario, line, numbers)
        asked = fill(_("would have been {asked}: {cut}"), asked=signed(line.asked), cut=cut)
        said.append(asked if numbers else cut)
    return apart(said)


def cut_words(scenario: Scenario, line: EffectLine, numbers: bool = True) -> str:
    """What held an effect back: a limit's own reason, or a bound of the track or of the effect."""
    kind, _dot, number = line.cut.partition(".")
    if kind not in _BOUNDS:
        return why_words(scenario, line.cut)
    if kind == Bound.RANGE:
        return _("the scale ends here")
    value = int(number)
    if kind in (Bound.RISE, Bound.FALL):
        if not numbers:
            return _("it moves no faster in one turn")
        most = signed(value if kind == Bound.RISE else -value)
        return fill(_("at most {most} in one turn"), most=most)
    return _no_further(scenario.track_by_id.get(line.track), value, kind == Bound.UP_TO, numbers)


_BOUNDS = (Bound.RANGE, Bound.RISE, Bound.FALL, Bound.UP_TO, Bound.DOWN_TO)


def _no_further(track: Track | None, value: int, is_rise: bool, numbers: bool) -> str:
    level = level_words(track, value) if track else ""
    if not level:
        return _no_further_than(plain(value), is_rise) if numbers else _("this takes it no further")
    if numbers:
        return _no_further_than(
            fill(_("{value}, “{level}”"), level=level, value=plain(value)), is_rise
        )
    return _no_further_than(fill(_("“{level}”"), level=level), is_rise)


def _no_further_than(bound: str, is_rise: bool) -> str:
    said = _("this lifts it no higher than {bound}")
    return fill(said if is_rise else _("this brings it no lower than {bound}"), bound=bound)


def is_stopped(line: EffectLine) -> bool:
    """Whether an effect was asked for, and something let none of it through."""
    return line.through == 0 and bool(line.asked or line.source)


def nothing_moved(
    scenario: Scenario,
    effects: Iterable[EffectLine],
    numbers: bool = True,
    unseen: bool = False,
) -> str:
    """That an order moved nothing, and what held which track where something did.

    ``unseen`` where it may have moved what the reader may not know.
    """
    held = [_held(scenario, line, numbers) for line in effects if line.cut or line.source]
    if not any(held):
        return _("Nothing moved that you may know of.") if unseen else _("Nothing moved.")
    reasons = apart([*dict.fromkeys(filter(None, held))])
    if unseen:
        return fill(_("Nothing moved that you may know of: {reasons}."), reasons=reasons)
    return fill(_("Nothing moved: {reasons}."), reasons=reasons)


def _held(scenario: Scenario, line: EffectLine, numbers: bool) -> str:
    """ "Calm on the bank (the scale ends here)"; of a pack's own reason no more than that."""
    why = stopped_by(scenario, line, numbers)
    if line.cut.partition(".")[0] not in _BOUNDS:
        return why
    return fill(_("{track} ({why})"), track=_bare_name(scenario, line.track), why=why)


def stopped_by(scenario: Scenario, line: EffectLine, numbers: bool = True) -> str:
    """What held an effect back, without a full stop, which a pack may set or not."""
    if line.cut:
        return cut_words(scenario, line, numbers).rstrip(".")
    return why_words(scenario, line.source).rstrip(".") if line.source else ""


def stopped_words(scenario: Scenario, line: EffectLine, numbers: bool = True) -> str:
    """ "Calm on the bank did not move: the scale ends here"."""
    why = stopped_by(scenario, line, numbers)
    said = _("{track} did not move: {why}") if why else _("{track} did not move")
    return fill(said, track=_bare_name(scenario, line.track), why=why)
