"""The day of an exercise in words: its parts, when it ends, and what could be cut."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from idlib_wargame.words.dates import hour_words
from idlib_wargame.words.language import _, fill, ngettext, pgettext
from idlib_wargame.words.lists import apart
from idlib_wargame.words.phases import phase_inside


def practice_name() -> str:
    """What a practice turn is called."""
    return _("Practice turn")


def turn_name(turn: int) -> str:
    """What a turn is called."""
    return fill(_("Turn {turn}"), turn=turn)


def turn_short(turn: int) -> str:
    """The same where there is room for a figure alone."""
    return fill(pgettext("a turn, where there is little room", "{turn}"), turn=turn)


def break_name(name: str) -> str:
    """What a break is called; one that nobody named is a break."""
    return name or _("Break")


def lunch_name() -> str:
    """What the long break in the middle of a day is called at first."""
    return _("Lunch")


def hot_wash_name() -> str:
    """What the talk after the exercise is called."""
    return _("Hot wash")


def minutes_words(minutes: int) -> str:
    """So many minutes: "15 min"."""
    return fill(pgettext("minutes, in short", "{count} min"), count=minutes)


def phase_minutes_words(phase: str, minutes: int) -> str:
    """A phase with its minutes: "talks 15 min"."""
    template = pgettext("a phase of a turn", "{phase} {minutes}")
    return fill(template, phase=phase_inside(phase), minutes=minutes_words(minutes))


def part_words(name: str, begins: datetime, ends: datetime) -> str:
    """When a part of the day lies: "Turn 4, 14:10 to 14:50"."""
    said = pgettext("a part of the day", "{name}, {begins} to {ends}")
    return fill(said, name=name, begins=hour_words(begins), ends=hour_words(ends))


def ends_words(when: datetime, begun: bool, by_pace: bool) -> str:
    """When it ends, or would if it began now; ``by_pace`` where turns took longer or less long."""
    if not begun:
        return fill(_("Begun now, ends about {hour}"), hour=hour_words(when))
    if by_pace:
        return fill(_("At this pace, ends about {hour}"), hour=hour_words(when))
    return fill(_("Ends about {hour}"), hour=hour_words(when))


def ended_words() -> str:
    """That the day is over."""
    return _("The day is over")


def late_words(minutes: int) -> str:
    """How late: "20 minutes late"."""
    said = ngettext("{count} minute late", "{count} minutes late", minutes)
    return fill(said, count=minutes)


def to_spare_words(minutes: int) -> str:
    """How much time is left over: "20 minutes to spare"."""
    said = ngettext("{count} minute to spare", "{count} minutes to spare", minutes)
    return fill(said, count=minutes)


def on_time_words() -> str:
    """That it ends when it should."""
    return _("on time")


def due_words(hour: str) -> str:
    """When it should end."""
    return fill(_("Should end at {hour}"), hour=hour)


def comes_words(name: str, when: datetime) -> str:
    """When the next break comes: "Lunch about 12:30"."""
    said = pgettext("the next break", "{name} about {hour}")
    return fill(said, name=name, hour=hour_words(when))


def break_left_words(name: str, minutes: int) -> str:
    """How much is left of a break; nought as it is over, below it, for how long it has been."""
    if not minutes:
        return fill(_("{name}: its minutes are up"), name=name)
    if minutes < 0:
        said = ngettext("{name}: {count} minute over", "{name}: {count} minutes over", -minutes)
    else:
        said = ngettext("{name}: {count} minute left", "{name}: {count} minutes left", minutes)
    return fill(said, name=name, count=abs(minutes))


def no_minutes_words() -> str:
    """That there is nothing to reckon the day by."""
    return _("Nobody has said how long the phases take, so nobody knows when the day ends.")


def day_words(told: str) -> str:
    """The strip of the day, read aloud."""
    return fill(pgettext("read aloud", "The day: {facts}"), facts=told)


def shorten_phase_words(phase: str, minutes: int, ends: datetime) -> str:
    """What one phase shortened would come to."""
    said = ngettext(
        "Shorten {phase} to {count} minute from now on: ends about {hour}",
        "Shorten {phase} to {count} minutes from now on: ends about {hour}",
        minutes,
    )
    return fill(said, phase=phase_inside(phase), count=minutes, hour=hour_words(ends))


def shorten_all_words(percent: int, ends: datetime) -> str:
    """What every phase shortened in proportion would come to."""
    said = _("Shorten every phase to {percent}% of its minutes from now on: ends about {hour}")
    return fill(said, percent=percent, hour=hour_words(ends))


def skip_words(name: str, turn: int, ends: datetime) -> str:
    """What a break left out would come to; ``name`` is empty for one that nobody named."""
    if not name:
        said = _("Skip the break after turn {turn}: ends about {hour}")
        return fill(said, turn=turn, hour=hour_words(ends))
    said = _("Skip {name} after turn {turn}: ends about {hour}")
    return fill(said, name=name, turn=turn, hour=hour_words(ends))


def finish_after_words(turns: int, ends: datetime) -> str:
    """What fewer turns would come to."""
    said = _("Finish after turn {turn}: ends about {hour}")
    return fill(said, turn=turns, hour=hour_words(ends))


def finish_early_words(turns: int, ends: datetime) -> str:
    """What fewer turns would come to, of which the pack has no edition."""
    said = _("Finish early, after turn {turn}: ends about {hour}")
    return fill(said, turn=turns, hour=hour_words(ends))


def lost_words(
    turns: int, whole: int, later: Sequence[int], agreements: Sequence[str] = (), secret: int = 0
) -> str:
    """What is lost by it; ``later`` are the turns of the injects that fall away, one for each.

    ``agreements`` are the titles of those with terms that are due later, ``secret`` how many others
    there are.
    """
    said = _(
        "The pack has no edition of that length: aims and the ending are read after turn {turn}, "
        "though the pack sets them for {whole} turns."
    )
    told = [fill(said, turn=turns, whole=whole)]
    if later:
        falls = ngettext(
            "{count} inject that waits for turn {first} or later falls away.",
            "{count} injects that wait for turn {first} or later fall away.",
            len(later),
        )
        told.append(fill(falls, count=len(later), first=min(later)))
    if agreements:
        run_on = _("Terms run beyond turn {turn} and stay open: {agreements}.")
        told.append(fill(run_on, turn=turns, agreements=apart(agreements)))
    if secret:
        unnamed = ngettext(
            "Terms of {count} secret agreement run beyond turn {turn} and stay open.",
            "Terms of {count} secret agreements run beyond turn {turn} and stay open.",
            secret,
        )
        told.append(fill(unnamed, count=secret, turn=turns))
    return " ".join([*told, _("An undo takes it back.")])


def nothing_to_cut_words() -> str:
    """That no proposal is left."""
    return _("Nothing is left to cut but the hot wash, and that is kept.")


def no_need_to_cut_words(hour: str) -> str:
    """Why nothing is offered to be cut; ``hour`` is when the day should end, empty for no hour."""
    if not hour:
        return _("No hour is set at which the day should end, so nothing needs cutting.")
    return fill(_("The day ends by {hour} as it is; nothing needs cutting."), hour=hour)


def hot_wash_left_words(minutes: int) -> str:
    """How much of the hot wash is left; 0 once it has had its minutes."""
    if not minutes:
        return _("Hot wash: its minutes are up.")
    said = ngettext("Hot wash: {count} minute left", "Hot wash: {count} minutes left", minutes)
    return fill(said, count=minutes)


def begun_at_words(begins: datetime, ends: datetime, turns: int, minutes: int) -> str:
    """When a day is over that is yet to begin, and how long each of its turns is."""
    said = ngettext(
        "Begun at {begins}, the day ends about {ends}, with {turns} turn of {minutes}.",
        "Begun at {begins}, the day ends about {ends}, with {turns} turns of {minutes}.",
        turns,
    )
    return fill(
        said,
        begins=hour_words(begins),
        ends=hour_words(ends),
        turns=turns,
        minutes=minutes_words(minutes),
    )


def too_long_words(late: int, hour: str) -> str:
    """That a plan takes longer than there is time."""
    said = ngettext(
        "That is {count} minute after {hour}: take fewer turns, shorter phases or a later end.",
        "That is {count} minutes after {hour}: take fewer turns, shorter phases or a later end.",
        late,
    )
    return fill(said, count=late, hour=hour)
