"""How a number came to what it is, in words: the moments between which it moved, and each why."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.names import RUNG, Prefix, parted
from idlib_wargame.rules.odds import MOST_SHIFT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import EffectLine
from idlib_wargame.words.dates import days_left_words
from idlib_wargame.words.escalation import rung_words, steps_words
from idlib_wargame.words.figures import plain, signed
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart
from idlib_wargame.words.movements import change_by, held_words, moved_words
from idlib_wargame.words.situation import reading


def began_words(turn: int) -> str:
    """Before anything in a turn moved a number."""
    if turn == 1:
        return _("As the exercise began")
    return fill(_("As turn {turn} began"), turn=turn)


def opened_words(turn: int) -> str:
    """Once a turn's injects had moved it, and before its orders did."""
    return fill(_("As the orders of turn {turn} were opened"), turn=turn)


def left_words(turn: int, stands: bool) -> str:
    """Once a turn's results have moved it; unless they stand, if they do."""
    if stands:
        return fill(_("As turn {turn} left it"), turn=turn)
    return fill(_("If the results of turn {turn} stand"), turn=turn)


def now_words() -> str:
    """As it stands."""
    return _("Now")


def nothing_moved_it() -> str:
    """Where a number is what it was."""
    return _("Nothing has moved it")


def not_recorded() -> str:
    """For a change that no line of the record accounts for."""
    return _("For a reason that the record does not tell")


def read_off_words(scenario: Scenario, line: EffectLine, turn: int) -> str:
    """What made a score, a flag, the rung or a clock another as a turn closed."""
    match parted(line.track):
        case (Prefix.DAYS_LEFT, _id):
            return fill(_("The days of turn {turn} go by"), turn=turn)
        case (Prefix.FLAG, row):
            flag = next(flag for flag in scenario.flags if flag.id == row)
            said = (
                _("{flag}: pressing now") if line.through > 0 else _("{flag}: no longer pressing")
            )
            return fill(said, flag=flag.name)
        case (Prefix.CLAUSE, _id):
            return _("Scored anew as the turn closed")
    return _("Read off the situation as the turn closed")


def read_off_detail(scenario: Scenario, name: str, value: int) -> str:
    """The pack's own reason for what was read off, as it came to stand; or nothing."""
    if name == RUNG:
        return scenario.rung_by_number[value].why
    match parted(name):
        case (Prefix.FLAG, row) if value:
            return next(flag.why for flag in scenario.flags if flag.id == row)
    return ""


def value_reads(scenario: Scenario, name: str, value: int, numbers: bool) -> str:
    """How a number reads: "strained · 4 of 10", "39 days left"."""
    track = scenario.track_by_id.get(name)
    if track is not None:
        return reading(track, value, numbers)
    if name == RUNG:
        return rung_words(scenario.rung_by_number[value], numbers)
    split = parted(name)
    if split is not None and split[0] is Prefix.DAYS_LEFT:
        return days_left_words(value)
    return plain(value)


def change_reads(scenario: Scenario, name: str, by: int, numbers: bool) -> str:
    """How far a number moved: "+2", "−7 days", "up 1 rung"; in words alone "up a little"."""
    track = scenario.track_by_id.get(name)
    if track is not None:
        return change_by(track, by) if numbers else moved_words(track, by)
    if name == RUNG:
        return steps_words(by, numbers)
    split = parted(name)
    if split is not None and split[0] is Prefix.DAYS_LEFT:
        return fill(ngettext("{days} day", "{days} days", abs(by)), days=signed(by))
    return signed(by)


def detail_words(scenario: Scenario, lines: Sequence[EffectLine], numbers: bool) -> str:
    """What made an order's effect more or less than it asks for by itself; or nothing."""
    return apart(
        [*dict.fromkeys(filter(None, (held_words(scenario, each, numbers) for each in lines)))]
    )


def held_to_most_words() -> str:
    """Why all modifiers together count for less than their sum."""
    return fill(_("Modifiers together count for {most} at most, either way"), most=MOST_SHIFT)
