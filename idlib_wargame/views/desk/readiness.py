"""Whom the facilitator waits for: what a seat has read and written, and since when it does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext

IDLE = 4  # minutes after which it is said that a seat has done nothing


def readiness_words(scenario: Scenario, play: Play, seat: str, now: datetime) -> tuple[str, ...]:
    """Short facts about a seat that people or control play, what holds the turn up first.

    ``now`` is the time by the clock of this machine. Nothing is said of what goes well.
    """
    seating = play.setup.of(seat)
    if play.finished or seating.habit or scenario.orders_of(seat) == 0:
        return ()
    return tuple(_facts(scenario, play, seat, now))


def _facts(scenario: Scenario, play: Play, seat: str, now: datetime) -> Iterator[str]:
    by_people = play.setup.of(seat).played_by == "person"
    if by_people and seat not in play.briefs_read and not _has_sealed(play, seat):
        yield _("brief unopened")
    if waiting := offers_waiting(scenario, play, seat):
        said = ngettext("{count} offer waits", "{count} offers wait", waiting)
        yield fill(said, count=waiting)
    since = play.writing_since.get(play.turn, {}).get(seat)
    is_writing = play.phase == ORDERS and seat not in play.sealed
    if is_writing and since is not None and play.drafts.get(seat):
        minutes = _minutes(since, now)
        if minutes:
            yield fill(ngettext("for {count} min", "for {count} min", minutes), count=minutes)
    last = play.last_acts.get(seat)
    if by_people and is_writing and last is not None:
        # In a phase that has just begun, nobody is idle since the phase before.
        idle = min(_minutes(last, now), _minutes(play.phase_since, now))
        if idle >= IDLE:
            yield fill(ngettext("idle {count} min", "idle {count} min", idle), count=idle)


def _has_sealed(play: Play, seat: str) -> bool:
    """Whether it ever sealed orders: from then on nobody waits for its brief to be read."""
    return any(seat in sheets for sheets in play.sealed_by_turn.values())


def offers_waiting(scenario: Scenario, play: Play, seat: str) -> int:
    """How many offers wait for an answer of that seat."""
    if scenario.bargain is None:
        return 0
    return sum(
        case.is_open and any(signer(scenario, actor) == seat for actor in case.missing)
        for case in play.ledger.cases.values()
    )


def _minutes(since: str, now: datetime) -> int:
    """Whole minutes between an entry's time and now; none where a clock was set back."""
    went = (now - datetime.fromisoformat(since)).total_seconds()
    return max(int(went // 60), 0)
