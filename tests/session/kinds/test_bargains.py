"""What the acts of bargaining share, and what a turn's results make of agreements."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, Reader
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.offer import Secrecy
from idlib_wargame.rules.pack.bargain import Vagueness
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from tests.session.bargains import BE_KIND, OFFER, accept, sign, table, to_closed
from tests.session.exercises import (
    COVERT,
    PROTEST,
    READERS,
    begun,
    do,
    last_line,
    read_back,
    to_orders,
    told_to,
)


def followed(result: TurnResult) -> list[str]:
    """Which rows followed from agreements."""
    return [each.row for each in result.after if each.row.startswith("consequence.")]


@pytest.mark.parametrize(
    ("people", "rows"),
    [
        ((("Ada",), ("Bo",)), ["consequence.paper_calms", "consequence.faith_kept"]),
        ((("Ada", "Bo"), ("Bo", "Ada")), []),
    ],
)
def test_seats_with_the_same_people_earn_nothing_of_each_other(
    full: PackReading, people: tuple[tuple[str, ...], ...], rows: list[str]
) -> None:
    """Whoever signs with themselves signs nothing."""
    seating = (
        Seating("astra", people[0]),
        Seating("borea", people[1]),
        Seating("caldis", (), "habit:cautious"),
        Seating("press", (), "control"),
    )
    session = begun(full, seating=seating)
    sign(session)
    to_closed(session)
    assert followed(session.play.closed[0].result) == rows


def test_a_guarantor_reads_what_becomes_of_it(full_session: Session) -> None:
    """Control's own, where the pack lets it guarantee."""
    key = table(full_session, OFFER._replace(secrecy=Secrecy.GUARANTOR, guarantor="press"))
    accept(full_session, key, "press", "borea")
    assert {str(each.seat) for each in told_to(full_session) - {CONTROL}} == {
        "astra",
        "borea",
        "press",
    }
    assert {last_line(full_session, each) for each in READERS} == {
        last_line(full_session),
        "",
    }


def test_all_seats_of_an_actor_know_what_it_signed(full: PackReading) -> None:
    """Though one of them alone signs."""
    session = begun(full, arrangement="four")
    counter = OFFER._replace(maker="borea", to=("astra",), terms=(BE_KIND,))
    table(session, counter)
    parts = [seat.id for seat in session.scenario.seats if seat.actor == "astra"]
    assert len(parts) > 1
    assert all(last_line(session, Reader(seat)) for seat in parts)


def test_the_order_in_which_seats_table_sign_and_seal_changes_no_result(
    full: PackReading,
) -> None:
    """Two talks at once, three seats sealing."""
    offers = (OFFER, OFFER._replace(maker="caldis", terms=(BE_KIND._replace(debtor="caldis"),)))
    found = []
    for tabled in permutations(offers):
        for seats in permutations((("astra", COVERT), ("borea", PROTEST))):
            session = begun(full)
            keys = [table(session, each) for each in tabled]
            for key in keys[::-1]:
                accept(session, key, "borea")
            to_orders(session)
            for seat, wishes in seats:
                session.submit(SealOrders(seat, wishes), seat)
            do(session, Adjudicate())
            assert session.play.pending is not None
            found.append(session.play.pending.result)
    assert len(found) == 4
    assert all(each == found[0] for each in found)
    assert [str(each.mark) for each in found[0].marks] == ["broken", "due", "due"]


def test_an_inject_may_make_an_agreement_vague(full: PackReading) -> None:
    """What conditions read is as it stands when orders are opened."""
    assert full.scenario is not None
    assert full.scenario.bargain is not None
    few = Vagueness("few", "Too few fish", when=parse("stocks <= 5"))
    bargain = replace(full.scenario.bargain, vagueness=(few,))
    session = begun(replace(full, scenario=replace(full.scenario, bargain=bargain)))
    sign(session)
    stocks = session.play.state["stocks"]
    assert (stocks, session.play.state["vague.astra.borea"]) == (6, 0)
    do(session, SendInject("cold_spring"))
    assert session.play.state["vague.astra.borea"] == 1
    assert read_back(session) == session.play
