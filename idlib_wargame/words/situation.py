"""Tracks, moves and effects by their names, and how they read."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.names import Count
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import EffectLine, Fired
from idlib_wargame.words.figures import listed, plain, signed
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.rows import why_words


def audience_words(scenario: Scenario, to: Sequence[str]) -> str:
    """Whom a message is for: "all seats", or the actors by name."""
    return listed([scenario.actor_name(actor) for actor in to]) if to else "all seats"


def level_words(track: Track, value: int) -> str:
    """The level a value reaches: "strained"; empty for a track without levels."""
    reached = [level.words for level in track.levels if level.at_least <= value]
    return reached[-1] if reached else ""


def scale_words(track: Track, value: int) -> str:
    """The value on its scale: "4 of 10", "+2 (−5 to +5)" or "320 thousand people"."""
    if track.unit:
        return f"{plain(value)} {track.unit}"
    if track.low < 0:
        return f"{signed(value)} ({signed(track.low)} to {signed(track.high)})"
    return f"{value} of {track.high}"


def reading(track: Track, value: int, numbers: bool = True) -> str:
    """A track as people read it: "strained · 4 of 10", or in words alone."""
    words = level_words(track, value)
    if not words:
        return scale_words(track, value)
    return f"{words} · {scale_words(track, value)}" if numbers else words


def cell_name(scenario: Scenario, name: str) -> str:
    """The name of a track, clock, flag or count for people."""
    track = scenario.track_by_id.get(name)
    if track:
        return track.name
    kind, _, rest = name.partition(".")
    if kind == "days_left":
        return next(f"{clock.name}: days left" for clock in scenario.clocks if clock.id == rest)
    if kind == "flag":
        return next(flag.name for flag in scenario.flags if flag.id == rest)
    if kind == "lit":
        return scenario.flag_groups[rest]
    if kind == "clause":
        return next(clause.name for clause in scenario.clauses if clause.id == rest)
    if kind == "inject":
        return scenario.inject_by_id[rest].title
    count = Count.from_name(name)
    if count:
        return _count_name(scenario, count)
    return {
        "turn": "Turn",
        "turns": "Number of turns",
        "even_turn": "Even turn",
        "rung": "Situation ladder",
    }[name]


def _count_name(scenario: Scenario, count: Count) -> str:
    move = scenario.move_by_id.get(count.what)
    what = f"“{move.name}”" if move else count.what.replace("_", " ")
    by = f" by {scenario.actor_name(count.seat)}" if count.seat else ""
    result = " that succeeded" if count.at_least is not None else ""
    when = {
        "ordered": "ordered this turn",
        "turn": "this turn",
        "last": "last turn",
        "total": "so far",
    }[count.scope]
    return f"Orders of {what}{by}{result} {when}"


def effect_words(scenario: Scenario, line: EffectLine) -> str:
    """ "Calm on the bank −2", and what cut it: "(asked −3: at most −2 in one turn)"."""
    places = {
        "track": cell_name(scenario, line.track),
        "by": signed(line.through),
        "asked": signed(line.asked),
        "source": why_words(scenario, line.source) if line.source else "",
        "cut": why_words(scenario, line.cut) if line.cut else "",
    }
    if line.source and line.cut:
        return fill(_("{track} {by} ({source}; asked {asked}: {cut})"), **places)
    if line.cut:
        return fill(_("{track} {by} (asked {asked}: {cut})"), **places)
    return fill(_("{track} {by} ({source})") if line.source else _("{track} {by}"), **places)


def fired_words(scenario: Scenario, fired: Fired) -> str:
    """ "+1 Moscow and Ankara are on good terms"."""
    why = why_words(scenario, fired.row)
    return fill(_("{shift} {why}"), shift=signed(fired.shift), why=why)


def move_words(scenario: Scenario, move: str, choice: str = "") -> str:
    """A move by name, with its choice: "Open a ground: the northern"."""
    row = scenario.move_by_id[move]
    chosen = row.choice(choice)
    return f"{row.name}: {chosen.name}" if chosen else row.name


def reason_words(scenario: Scenario, why: str, inject: str = "") -> str:
    """The reason a seat gave, in quotation marks, or the inject that gave the order; or nothing."""
    if inject:
        title = scenario.inject_by_id[inject].title
        return fill(_("Given by the inject “{title}”."), title=title)
    return fill(_("“{reason}”"), reason=why) if why else ""
