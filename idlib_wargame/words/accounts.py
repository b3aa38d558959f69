"""How a number came to what it is, in words: the moments between which it moved, and each why."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.names import RUNG, Prefix, parted
from idlib_wargame.rules.odds import MOST_SHIFT, chance_of_success
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import EffectLine
from idlib_wargame.words.dates import days_left_words
from idlib_wargame.words.escalation import rung_words, steps_words
from idlib_wargame.words.figures import percent, plain, signed
from idlib_wargame.words.language import _, figures, fill, ngettext
from idlib_wargame.words.lists import apart
from idlib_wargame.words.movements import change_by, held_words, moved_words
from idlib_wargame.words.odds import odds_word
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


def own_target_words() -> str:
    """What a move needs before anything helps or hurts it."""
    return _("The move by itself")


def needed_words() -> str:
    """What two dice must come to."""
    return _("Needed on two dice")


def target_reads(need: int, with_odds: bool = False) -> str:
    """ "7+"; with its odds "Likely, 7+ on two dice, 58%"."""
    if not with_odds:
        return figures(f"{need}+")
    places = {
        "odds": odds_word(need),
        "target": figures(f"{need}+"),
        "chance": percent(chance_of_success(need)),
    }
    return fill(_("{odds} ({target}, {chance})"), **places)


def by_the_tables_words() -> str:
    """What the tables of the pack would have asked of two dice, where people set the odds."""
    return _("By the tables")


def less_modifiers_words() -> str:
    """What modifiers take off the target, all together."""
    return _("Less what all modifiers come to")


def no_modifier_words(were_some: bool) -> str:
    """Why nothing is taken off the target."""
    return _("The modifiers come to nothing") if were_some else _("Nothing helps or hurts it")


def none_yet_words() -> str:
    """Before any modifier."""
    return _("Without modifiers")


def all_modifiers_words() -> str:
    """The sum of the modifiers."""
    return _("All modifiers together")


def for_or_against_words(shift: int) -> str:
    """What a modifier does, in words alone."""
    return _("for it") if shift > 0 else _("against it")


def held_to_most_words(numbers: bool = True) -> str:
    """Why all modifiers together count for less than their sum."""
    if not numbers:
        return _("Together they count for no more than this")
    return fill(_("Together they count for {most} at most, either way"), most=MOST_SHIFT)


def before_it_words() -> str:
    """Where a track stood before something moved it."""
    return _("Before")


def from_there_words() -> str:
    """The same, where nobody can say where that was."""
    return _("From where it stood")


def after_it_words() -> str:
    """Where that brought a track, or how far."""
    return _("What came of it")


def asked_words() -> str:
    """For what an order's result, or a row of the pack, asks for by itself."""
    return _("What it asks for")


def held_by_words(cut: str) -> str:
    """What cut an effect, as a line of its own."""
    return fill(_("Held: {why}"), why=cut)


def each_turn_anew_words() -> str:
    """Where a measure of a turn begins."""
    return _("Each turn begins anew")


def turn_in_all_words(turn: int) -> str:
    """What a turn's orders come to."""
    return fill(_("Turn {turn} in all"), turn=turn)
