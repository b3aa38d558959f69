"""Breaks: what is planned for now, which may be taken, and until when one lasts by the clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from idlib_wargame.rules.pack.phases import REPORT
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import NOT_PLANNED, PlannedBreak
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Break, TimerState
from idlib_wargame.views.question import Question
from idlib_wargame.words.dates import hour_words
from idlib_wargame.words.day import minutes_words
from idlib_wargame.words.language import _, fill, ngettext

LENGTHS = (5, 10, 15, 45)  # minutes


class BreakOffer(NamedTuple):
    """A break that may be taken, and what an entry of a menu says of it."""

    minutes: int
    name: str
    words: str
    after_turn: int = NOT_PLANNED


class BreakDue(NamedTuple):
    """A planned break whose moment has come: what is said of it, and the plan without it."""

    planned: PlannedBreak
    words: str
    dropped: PlanDay


def break_due(play: Play) -> BreakDue | None:
    """The first planned break that could begin now: that of this report, or one passed over.

    It is offered until it is begun or taken out of the plan.
    """
    begun = play.timer.state is not TimerState.WAITING and not play.setup.practice
    if not begun or play.finished or play.on_break is not None:
        return None
    over = play.turn if play.phase == REPORT else play.turn - 1
    for each in sorted(play.day.breaks):
        if min(each.after_turn, play.setup.turns) <= over:
            passed = each.after_turn < over or play.phase != REPORT
            words = _passed_words(each) if passed else _here_words(each)
            return BreakDue(each, words, PlanDay(play.day.without(each)))
    return None


def break_question(play: Play, act: Act, onward: str) -> Question | None:
    """Before the next turn begins over a planned break; ``onward`` does that all the same."""
    due = break_due(play) if isinstance(act, MoveOn) and play.phase == REPORT else None
    if due is None:
        return None
    later = fill(_("{onward}, the break later"), onward=onward)
    return Question(due.words, later, _("Wait"), _("Begin the break"))


def break_offers(play: Play | None) -> tuple[BreakOffer, ...]:
    """The breaks that are planned, the next first, and some lengths."""
    planned = sorted(play.day.breaks) if play and not play.setup.practice else []
    return (
        *(
            BreakOffer(each.minutes, each.name, _words(each.minutes, each.name), each.after_turn)
            for each in planned
        ),
        *(BreakOffer(minutes, "", _words(minutes, "")) for minutes in LENGTHS),
    )


def _here_words(planned: PlannedBreak) -> str:
    if planned.name:
        said = ngettext(
            "{name}, {count} minute, was planned here.",
            "{name}, {count} minutes, was planned here.",
            planned.minutes,
        )
        return fill(said, name=planned.name, count=planned.minutes)
    said = ngettext(
        "A break of {count} minute was planned here.",
        "A break of {count} minutes was planned here.",
        planned.minutes,
    )
    return fill(said, count=planned.minutes)


def _passed_words(planned: PlannedBreak) -> str:
    if planned.name:
        said = ngettext(
            "{name}, {count} minute, was planned after turn {turn} and has not been.",
            "{name}, {count} minutes, was planned after turn {turn} and has not been.",
            planned.minutes,
        )
    else:
        said = ngettext(
            "A break of {count} minute was planned after turn {turn} and has not been.",
            "A break of {count} minutes was planned after turn {turn} and has not been.",
            planned.minutes,
        )
    return fill(said, name=planned.name, count=planned.minutes, turn=planned.after_turn)


def _words(minutes: int, name: str) -> str:
    if name:
        said = ngettext("{name}: {count} minute", "{name}: {count} minutes", minutes)
        return fill(said, name=name, count=minutes)
    said = ngettext("A break of {count} minute", "A break of {count} minutes", minutes)
    return fill(said, count=minutes)


def ends_at(taken: Break) -> datetime:
    """When a break is over, in the time of this machine and on a whole minute.

    It counts from the minute in which it was begun, as whoever looks at the wall would count.
    """
    since = datetime.fromisoformat(taken.since).astimezone()
    return _minute_of(since) + timedelta(minutes=taken.minutes)


def minutes_left(taken: Break, now: datetime) -> int:
    """From the minute that it is by the wall until the break is over; below nought after that."""
    return round((ends_at(taken) - _minute_of(now)).total_seconds() / 60)


def _minute_of(when: datetime) -> datetime:
    return when.replace(second=0, microsecond=0)


def left_words(left: int) -> str:
    """ "12 min left", or "3 min over" for less than nought."""
    said = _("{time} left") if left >= 0 else _("{time} over")
    return fill(said, time=minutes_words(abs(left)))


def until_words(taken: Break) -> str:
    """ "Lunch until 13:15"."""
    hour = hour_words(ends_at(taken))
    if taken.name:
        return fill(_("{name} until {hour}"), name=taken.name, hour=hour)
    return fill(_("Break until {hour}"), hour=hour)
