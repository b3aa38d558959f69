"""The clocks that run out, and the flags that are lit, group by group."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.course import Clock, Flag
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.session.play import Play
from idlib_wargame.views.account import Account, Accounts
from idlib_wargame.words.dates import day_words, days_left_words
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


class ClockLine(NamedTuple):
    """A clock by name, what it has left, and on hover its day and why it matters."""

    name: str
    left: str
    why: str
    account: Account | None = None


class FlagMark(NamedTuple):
    """One flag of a group, as a mark: lit or not, with its words on hover."""

    lit: bool
    words: str


class FlagGroup(NamedTuple):
    """A group: how many of it are lit, a mark for each, and the names of those lit."""

    heading: str
    marks: tuple[FlagMark, ...]
    lit: str
    account: Account


def clock_lines(scenario: Scenario, play: Play) -> tuple[ClockLine, ...]:
    """Every clock as the turn in play found it."""
    accounts = Accounts(scenario, replace(play, pending=None), shared=True)
    return tuple(
        ClockLine(
            clock.name,
            clock_words(play.state, clock),
            _clock_why(clock),
            accounts.clock(clock.id),
        )
        for clock in scenario.clocks
    )


def clock_words(state: State, clock: Clock) -> str:
    """ "39 days left", "today", or "12 days ago"."""
    return days_left_words(state[Prefix.DAYS_LEFT.of(clock.id)])


def _clock_why(clock: Clock) -> str:
    day = day_words(clock.on)
    return fill(_("{day}. {why}"), day=day, why=clock.why) if clock.why else day


def flag_groups(scenario: Scenario, play: Play) -> tuple[FlagGroup, ...]:
    """Every group of flags, as the results on the table would leave it."""
    state = play.pending.result.state if play.pending else play.state
    accounts = Accounts(scenario, play, shared=True)
    return tuple(
        _group(
            name,
            [flag for flag in scenario.flags if flag.group == group],
            state,
            accounts.group(group),
        )
        for group, name in scenario.flag_groups.items()
    )


def _group(name: str, flags: list[Flag], state: State, account: Account) -> FlagGroup:
    lit = [flag for flag in flags if state[Prefix.FLAG.of(flag.id)]]
    heading = _("{group}: {lit} of {count} pressing now")
    return FlagGroup(
        fill(heading, group=name, lit=len(lit), count=len(flags)),
        tuple(FlagMark(flag in lit, _flag_words(flag, flag in lit)) for flag in flags),
        facts([flag.name for flag in lit]),
        account,
    )


def _flag_words(flag: Flag, lit: bool) -> str:
    if flag.why:
        words = _("{flag}: pressing now. {why}") if lit else _("{flag}: not pressing. {why}")
    else:
        words = _("{flag}: pressing now") if lit else _("{flag}: not pressing")
    return fill(words, flag=flag.name, why=flag.why)
