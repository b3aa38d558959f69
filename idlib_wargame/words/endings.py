"""How a session ended, in sentences: where its record stops, and what was lacking elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.conditions.condition import Condition
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.words.conditions import Known, condition_words
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.phases import phase_inside

MOST_UNMET = 3  # tests spelled out for each ending; the rest on hover


def record_ends_words(turn: int, turns: int, phase: str, *, would_have: bool) -> str:
    """Where the record of an exercise stops that was not finished.

    ``would_have`` says that the ending follows that it would have come to there.
    """
    template = (
        _(
            "The record ends before the exercise did, in turn {turn} of {turns}, {phase}. "
            "Had it ended there:"
        )
        if would_have
        else _("The record ends before the exercise did, in turn {turn} of {turns}, {phase}.")
    )
    return fill(template, turn=turn, turns=turns, phase=phase_inside(phase))


def aims_met_words(met: int, count: int) -> str:
    """How many of an actor's aims were met: "1 of 2 met"."""
    return fill(
        ngettext("{met} of {count} met", "{met} of {count} met", count), met=met, count=count
    )


def judged_words(aim: str, is_met: bool) -> str:
    """An aim with its verdict, for those who do not see its mark."""
    return fill(_("Met: {aim}") if is_met else _("Not met: {aim}"), aim=aim)


def tests_held_words(met: int, tests: int) -> str:
    """How many tests of an ending held: "2 of 3 tests held."."""
    return fill(
        ngettext("{met} of {tests} test held.", "{met} of {tests} tests held.", tests),
        met=met,
        tests=tests,
    )


def unmet_lines(
    scenario: Scenario,
    unmet: Sequence[Condition],
    state: State,
    known: Known,
    numbers: bool = True,
) -> list[str]:
    """Each test that failed, once, with how things stand."""
    said = (condition_words(scenario, each, state, known, numbers).at_start() for each in unmet)
    return list(dict.fromkeys(said))


def nearness_words(met: int, tests: int, lacking: Sequence[str]) -> str:
    """How near an ending was, and what it lacked: a line a test, the first few of them."""
    if not tests:
        return _("Holds where no other does.")
    if not lacking:
        return _("All of its tests held too, but an ending that goes before it held.")
    more = len(lacking) - MOST_UNMET
    lines = [tests_held_words(met, tests), *lacking[:MOST_UNMET]]
    if more > 0:
        lines.append(fill(ngettext("and {count} more", "and {count} more", more), count=more))
    return "\n".join(lines)
