"""A view is made anew where something that it is made from is another, and only there."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Change, Session
from idlib_wargame.views.desk.agreements import AgreementLists, agreement_list
from idlib_wargame.views.desk.facilitator import FacilitatorViews, standing
from idlib_wargame.views.remembered import Remembered
from tests.harbour_exercise import begin
from tests.windows.walking import moments


def test_what_is_made_from_the_same_values_is_made_once() -> None:
    """Of equal values that are not the same it is made again, which costs and never misleads."""
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    kept: Remembered[int] = Remembered()
    one, other = ["a"], ["a"]
    assert [kept.of((one, 1), make), kept.of((one, 1), make)] == [0, 0]
    assert kept.of((one, 2), make) == 1
    assert kept.of((other, 2), make) == 2


def test_what_a_desk_keeps_is_never_out_of_date(full: PackReading) -> None:
    """After each act of a whole exercise the kept numbers and agreements are those made anew."""
    session: Session = begin(full)
    views, lists = FacilitatorViews(session), AgreementLists(session)
    looks = 0

    def look(change: Change) -> None:
        nonlocal looks
        looks += 1
        now = views.now()
        stands = standing(session.scenario, session.play)
        assert (now.situation, now.clocks, now.flags) == stands, change.act
        for uncovered in (True, False):
            assert lists.now(uncovered) == agreement_list(session, uncovered), change.act

    faults: list[str] = []

    def heard(change: Change) -> None:
        try:
            look(change)
        except AssertionError as fault:  # a listener that fails harms nobody, and no test either
            faults.append(str(fault))

    session.subscribe(heard)
    places = sum(1 for _moment in moments(session))
    assert not faults, faults[0]
    assert (places > 8, looks > 40) == (True, True)
