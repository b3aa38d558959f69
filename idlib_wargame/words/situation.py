"""Tracks, moves and effects by their names, and how they read."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.names import (
    BARGAINED,
    EVEN_TURN,
    RUNG,
    TURN,
    TURNS,
    Count,
    Prefix,
    parted,
)
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import Fired
from idlib_wargame.words.agreed import agreed_name
from idlib_wargame.words.counts import count_name
from idlib_wargame.words.figures import plain, signed
from idlib_wargame.words.language import _, fill, pgettext
from idlib_wargame.words.lists import facts, listed
from idlib_wargame.words.rows import why_words


def audience_words(scenario: Scenario, to: Sequence[str]) -> str:
    """Whom a message is for: "all seats", or the actors by name."""
    return listed([scenario.actor_name(actor) for actor in to]) if to else _("all seats")


def level_words(track: Track, value: int) -> str:
    """The level a value reaches: "strained"; empty for a track without levels."""
    reached = [level.words for level in track.levels if level.at_least <= value]
    return reached[-1] if reached else ""


def scale_words(track: Track, value: int) -> str:
    """The value on its scale: "4 of 10", "+2 (−5 to +5)" or "320 thousand people"."""
    if track.unit:
        return fill(_("{value} {unit}"), value=plain(value), unit=track.unit)
    if track.low < 0:
        low, high = signed(track.low), signed(track.high)
        return fill(_("{value} ({low} to {high})"), value=signed(value), low=low, high=high)
    return fill(pgettext("on a scale", "{value} of {most}"), value=value, most=track.high)


def reading(track: Track, value: int, numbers: bool = True) -> str:
    """A track as people read it: "strained · 4 of 10", or in words alone."""
    words = level_words(track, value)
    if not numbers:
        return words or _place_on_scale(track, value)
    return facts([words, scale_words(track, value)]) if words else scale_words(track, value)


def _place_on_scale(track: Track, value: int) -> str:
    """Where on its scale a track stands that has no words of its own."""
    if value == track.low == 0:
        return _("none")
    if value in (track.low, track.high):
        return _("at its lowest") if value == track.low else _("at its highest")
    share = (value - track.low) / (track.high - track.low)
    if share < 0.35:
        return _("low")
    return _("high") if share > 0.65 else _("about half way")


def cell_name(scenario: Scenario, name: str) -> str:
    """The name of a track, clock, flag or count for people."""
    track = scenario.track_by_id.get(name)
    if track:
        return track.name
    count = Count.from_name(name)
    if count:
        return count_name(scenario, count)
    match parted(name):
        case (Prefix.DAYS_LEFT, row):
            clock = next(clock.name for clock in scenario.clocks if clock.id == row)
            return fill(_("{clock}: days left"), clock=clock)
        case (Prefix.FLAG, row):
            return next(flag.name for flag in scenario.flags if flag.id == row)
        case (Prefix.LIT, row):
            return scenario.flag_groups[row]
        case (Prefix.CLAUSE, row):
            return next(clause.name for clause in scenario.clauses if clause.id == row)
        case (Prefix.INJECT, row):
            return scenario.inject_by_id[row].title
        case (prefix, row) if prefix in BARGAINED:
            return agreed_name(scenario, prefix, row)
    return _name_alone(name)


def _name_alone(name: str) -> str:
    """A name that stands alone in conditions; KeyError for one that no pack can hold."""
    if name == TURN:
        return _("Turn")
    if name == TURNS:
        return _("Number of turns")
    if name == EVEN_TURN:
        return _("Even turn")
    if name == RUNG:
        return _("Situation ladder")
    raise KeyError(name)


def fired_words(scenario: Scenario, fired: Fired, numbers: bool = True) -> str:
    """ "+1 Moscow and Ankara are on good terms"; in words alone "for it: Moscow and …"."""
    why = why_words(scenario, fired.row)
    if numbers:
        return fill(_("{shift} {why}"), shift=signed(fired.shift), why=why)
    return fill(_("for it: {why}") if fired.shift > 0 else _("against it: {why}"), why=why)


def shift_reason(scenario: Scenario, fired: Fired, numbers: bool = True) -> str:
    """ "Moscow and Ankara are on good terms (+1)", under a heading that says which way."""
    why = why_words(scenario, fired.row)
    return fill(_("{why} ({by})"), why=why, by=signed(fired.shift)) if numbers else why


def move_words(scenario: Scenario, move: str, choice: str = "") -> str:
    """A move by name, with its choice: "Open a ground: the northern".

    A row of the exercise may be gone, as its turn was re-opened, and what was sealed of it stands.
    """
    row = scenario.move_by_id.get(move)
    if row is None:
        return _("A move that is there no more")
    chosen = row.choice(choice)
    if not chosen:
        return row.name
    return fill(_("{move}: {choice}"), move=row.name, choice=chosen.name)


def reason_words(scenario: Scenario, why: str, inject: str = "") -> str:
    """The reason a seat gave, in quotation marks, or the inject that gave the order; or nothing."""
    if inject:
        title = scenario.inject_by_id[inject].title
        return fill(_("Given by the inject “{title}”."), title=title)
    return fill(_("“{reason}”"), reason=why) if why else ""
