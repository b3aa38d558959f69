"""Who sits where by an arrangement of the seats, before anybody says otherwise.

Until an exercise begins, a seat may be played "with:SEAT": by the people, or the habit, of another.
"""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Arrangement
from idlib_wargame.rules.variants import arranged
from idlib_wargame.session.seating import Seating

OWN = Arrangement("", "")
_WITH = "with"


def arrangement_of(scenario: Scenario, arrangement: str) -> Arrangement:
    """The pack's arrangement of that id; every actor at its own seat where there is none."""
    return next((each for each in scenario.arrangements if each.id == arrangement), OWN)


def with_host(host: str) -> str:
    """``Seating.played_by`` of a seat that goes with another."""
    return f"{_WITH}:{host}"


def host_of(seating: Seating) -> str:
    """The seat that a seat goes with; empty where it is played by itself."""
    kind, _, host = seating.played_by.partition(":")
    return host if kind == _WITH else ""


def seated(seating: Sequence[Seating]) -> tuple[Seating, ...]:
    """The same with every seat that goes with another played as that one is."""
    by_seat = {each.seat: each for each in seating}
    hosts = ((each, by_seat.get(host_of(each))) for each in seating)
    return tuple(
        Seating(each.seat, host.people, host.played_by) if host else each for each, host in hosts
    )


def seats_at_first(played: Scenario, arrangement: Arrangement) -> tuple[Seating, ...]:
    """People at every seat but control's and those that the arrangement gives away."""
    return tuple(
        Seating(seat.id, (), _given(played, arrangement, seat.id)) for seat in played.seats
    )


def rearranged(
    seating: Sequence[Seating],
    before: Scenario,
    after: Scenario,
    was: Arrangement,
    now: Arrangement,
) -> tuple[Seating, ...]:
    """The seating of ``before`` brought to the seats of ``after``; nobody who was named is lost.

    The people of an actor that is split sit at its first part; those of parts come together again.
    """
    moved = []
    for first in seats_at_first(after, now):
        actor = after.actor_of[first.seat]
        of_actor = [each for each in seating if before.actor_of[each.seat] == actor]
        kept = next((each for each in of_actor if each.seat == first.seat), of_actor[0])
        by_hand = kept.played_by != _given(before, was, kept.seat)
        given_away = first.seat in now.with_seat or first.seat in now.control
        played_by = kept.played_by if by_hand and not given_away else first.played_by
        people = _people(first.seat, of_actor, after)
        moved.append(Seating(first.seat, people, played_by))
    return tuple(moved)


def seat_counts(scenario: Scenario) -> tuple[int, ...]:
    """How many seats there are for people, over all arrangements, least first."""
    counts = set()
    for arrangement in scenario.arrangements or (OWN,):
        first = seats_at_first(arranged(scenario, arrangement), arrangement)
        counts.add(sum(1 for seating in first if seating.played_by == "person"))
    return tuple(sorted(counts))


def _given(scenario: Scenario, arrangement: Arrangement, seat: str) -> str:
    """Who plays a seat by the arrangement alone."""
    if seat in arrangement.with_seat:
        return with_host(arrangement.with_seat[seat])
    control = seat in arrangement.control or scenario.seat_by_id[seat].control
    return "control" if control else "person"


def _people(seat: str, of_actor: Sequence[Seating], after: Scenario) -> tuple[str, ...]:
    """Who sits at a seat after those of its actor were shared out anew."""
    own = [each.people for each in of_actor if each.seat == seat]
    if own:
        return own[0]
    actor = after.actor_of[seat]
    first = next(each.id for each in after.seats if each.actor == actor)
    return tuple(name for each in of_actor for name in each.people) if seat == first else ()
