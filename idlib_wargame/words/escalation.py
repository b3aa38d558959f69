"""Escalation in sentences: points, steps of the ladder, what moved a turn, what a chart says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from idlib_wargame.rules.pack.course import Rung
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card
from idlib_wargame.words.dates import dates, day_words, month_name
from idlib_wargame.words.figures import plain
from idlib_wargame.words.language import _, fill, ngettext, pgettext
from idlib_wargame.words.lists import facts, series
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.results import hostility_words, seat_names
from idlib_wargame.words.situation import move_words


def steps_words(steps: int, numbers: bool = True) -> str:
    """How far the ladder moved, in levels: "up 2 levels", "down 1 level", "no change"."""
    if steps and not numbers:
        return _steps_in_words(steps)
    if steps > 0:
        return fill(ngettext("up {count} level", "up {count} levels", steps), count=steps)
    if steps < 0:
        return fill(ngettext("down {count} level", "down {count} levels", -steps), count=-steps)
    return _("no change")


def _steps_in_words(steps: int) -> str:
    if steps > 0:
        return _("up a level") if steps == 1 else _("up several levels")
    return _("down a level") if steps == -1 else _("down several levels")


def mover_words(scenario: Scenario, card: Card, numbers: bool = True) -> str:
    """ "Astra: Cut the other fleet's nets — success, severity 28"; for a card that has a result."""
    assert card.final is not None
    with_severity = _("{seats}: {order} — {result}, severity {severity}")
    return fill(
        with_severity if numbers else _("{seats}: {order} — {result}"),
        seats=seat_names(scenario, card.seats),
        order=move_words(scenario, card.order.move, card.order.choice),
        result=band_words(card.final),
        severity=plain(card.severity),
    )


def by_chance_words(why: str) -> str:
    """What a chance of the pack did to a turn."""
    return fill(_("By chance: {why}"), why=why)


def by_agreement_words(why: str) -> str:
    """What came of an agreement in a turn: of signing, keeping, breaking, declaring it over."""
    return fill(_("By an agreement: {why}"), why=why)


def holding_words(flags: Sequence[str]) -> str:
    """The names of the flags that are lit as a turn ends."""
    return fill(_("Holding at the turn's end: {flags}"), flags=series(flags))


def rungs_explained() -> str:
    """What a rung of the ladder is, for whoever meets one on a screen."""
    return _(
        "How tense things are, on the ladder of the pack, whose levels have names; a higher one is "
        "worse."
    )


def rung_words(rung: Rung, numbers: bool = True) -> str:
    """A rung by number and name: "4 Fighting at sea"; in words alone by its name."""
    if not numbers:
        return rung.name
    return fill(
        pgettext("level of the ladder", "{number} {name}"), number=rung.number, name=rung.name
    )


def start_title(day: date) -> str:
    """Over what the chart says of the start of play: "Start · 3 Mar 2031"."""
    return facts([_("Start"), day_words(day)])


def turn_title(scenario: Scenario, turn: int) -> str:
    """Over what the chart says of a turn: "Turn 3 · 31 Mar – 13 Apr 2031"."""
    return facts([turn_name(turn), dates(scenario, turn)])


def turn_name(turn: int) -> str:
    """A place on the chart: "Turn 3", or "Start" for turn 0."""
    return fill(_("Turn {turn}"), turn=turn) if turn else _("Start")


def standing_words(rung: Rung, numbers: bool = True) -> str:
    """Where the ladder stands before anything has moved it."""
    if not numbers:
        return fill(_("The ladder stands at “{rung}”."), rung=rung.name)
    said = _("The ladder stands at level {number}, “{rung}”.")
    return fill(said, number=rung.number, rung=rung.name)


def moved_words(rung: Rung, steps: int, numbers: bool = True) -> str:
    """Where a turn left the ladder: "4 Fighting at sea — up 2 levels"."""
    places = {"rung": rung_words(rung, numbers), "change": steps_words(steps, numbers)}
    return fill(_("{rung} — {change}"), **places)


def turn_and_rung_words(turn: int, rung: Rung, numbers: bool = True) -> str:
    """What the pointer is on: "Turn 1: 4 Fighting at sea"."""
    return fill(_("{turn}: {rung}"), turn=turn_name(turn), rung=rung_words(rung, numbers))


def flows_words(severity: int, goldstein: int) -> str:
    """Both flows of a turn: severity, and Goldstein in hundredths, told as hostility."""
    return facts(
        [
            fill(_("Severity {severity}"), severity=plain(severity)),
            fill(_("Hostility {hostility}"), hostility=hostility_words(goldstein)),
        ]
    )


def clock_words(name: str, day: date) -> str:
    """A clock over its line on the chart: "End of the season · 20 Apr"."""
    return facts([name, short_day(day)])


def short_day(day: date) -> str:
    """A day on an axis: "26 Jan"."""
    return fill(pgettext("date", "{day} {month}"), day=day.day, month=month_name(day.month))


def short_month(day: date) -> str:
    """A day on an axis of years: "Jan 2020"."""
    return fill(pgettext("date", "{month} {year}"), month=month_name(day.month), year=day.year)


def played_words(played: int, turns: int) -> str:
    """How many of an exercise's turns have been played: "3 of 8 turns"."""
    return fill(
        ngettext("{played} of {turns} turn", "{played} of {turns} turns", turns),
        played=played,
        turns=turns,
    )


def from_to_words(first: date, last: date) -> str:
    """The days that a picture of the chart covers: "26 Jan 2020 to 15 Feb 2020"."""
    return fill(_("{first} to {last}"), first=day_words(first), last=day_words(last))


def large_step_words(turn: int, rung: Rung, steps: int, numbers: bool = True) -> str:
    """A heading beside the picture of the chart: "Turn 3: Fighting at sea, up 2 levels"."""
    return fill(
        _("Turn {turn}: {rung}, {change}"),
        turn=turn,
        rung=rung.name,
        change=steps_words(steps, numbers),
    )
