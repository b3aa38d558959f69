"""The day at the desk: begin, minutes, breaks, whom one waits for, the laptop that goes round."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.windows.desk.window import DeskWindow
from tests.clocks import Stopwatch
from tests.harbour_exercise import SEATING, SEED, begin, closed, open_orders, seal
from tests.windows.desk.conftest import Opener


def fresh(reading: PackReading) -> Session:
    """An exercise that has not begun."""
    return Session.create(None, reading, Setup("Course", "B", 4, seating=SEATING), seed=SEED)


@pytest.fixture
def watch() -> Stopwatch:
    """A clock that goes on when it is told to."""
    return Stopwatch()


def due_at(full: PackReading, minute: int) -> PackReading:
    """The pack with its first inject due in turn 1, at a minute of its phase."""
    assert full.scenario is not None
    first, *others = full.scenario.injects
    injects = (replace(first, when=parse("turn >= 1"), minute=minute), *others)
    minutes = {**full.scenario.minutes, "injects": 6}
    return replace(full, scenario=replace(full.scenario, injects=injects, minutes=minutes))


def test_the_first_press_begins_the_exercise(full: PackReading, desk_of: Opener) -> None:
    """Until then no time goes by and nothing goes out; with it, what is due does."""
    session = fresh(due_at(full, 0))
    desk = desk_of(session)
    assert desk.page.top.next.accessibleName() == "Start turn 1"
    assert desk.timer.is_waiting
    assert len(session.play.messages) == 0
    desk.page.top.next.click()
    assert session.play.timer.state is TimerState.RUNNING
    assert [message.inject for message in session.play.messages] == ["cold_spring"]
    assert desk.page.top.next.accessibleName() == "Open talks"


def test_an_inject_goes_at_its_minute_and_not_in_a_break(
    full: PackReading, qtbot: QtBot, watch: Stopwatch
) -> None:
    """Three minutes into the phase, of playing time."""
    session = fresh(due_at(full, 3))
    desk = DeskWindow(session, seconds=watch)
    qtbot.addWidget(desk)
    desk.do_next()
    watch.run(120, desk.timer.beat)
    desk.time.take_break(15, "Tea")
    watch.run(600, desk.timer.beat)
    assert len(session.play.messages) == 0
    assert desk.page.top.timer.words.text().startswith("Tea until ")
    desk.time.pause_timer()
    watch.run(60, desk.timer.beat)
    assert [message.inject for message in session.play.messages] == ["cold_spring"]


def test_minutes_are_given_by_button_and_key(harbour: PackReading, desk_of: Opener) -> None:
    """The clock shows it at once; the last minute stays."""
    session = begin(harbour)
    desk = desk_of(session)
    timer = desk.page.top.timer
    timer.more.click()
    timer.fewer.click()
    desk.time.five_more()
    assert session.play.minutes == 15
    for _press in range(4):
        desk.time.five_less()
    assert session.play.minutes == 1
    assert desk.page.banner.isHidden()


def test_what_was_drafted_is_sealed_for_those_who_forgot(
    harbour: PackReading, desk_of: Opener
) -> None:
    """One press at the question, and an entry that says who did it."""
    session = begin(harbour)
    open_orders(session)
    seal(session, "borea", Wish("protest"))
    session.submit(DraftOrders("astra", (Wish("call_talks"),)), "astra")
    desk = desk_of(session)
    desk.do_next()
    assert desk.page.question.other.text() == "Seal their drafts, then adjudicate"
    desk.page.question.other.click()
    assert session.play.phase == "adjudication"
    sealed = [entry for entry in session.entries if entry.kind == "sealed"]
    assert [(entry.by, entry.body["seat"]) for entry in sealed] == [
        ("borea", "borea"),
        (FACILITATOR, "astra"),
    ]
    assert "Sealed for Astra: Call the three ministers together." in [
        line.text for line in session.log()
    ]


def test_the_laptop_goes_round_without_the_facilitator(
    harbour: PackReading, desk_of: Opener, tmp_path: Path
) -> None:
    """Two presses at the desk, however many seats there are; each opens its own."""
    session = begin(harbour)
    open_orders(session)
    desk = desk_of(session)
    desk.page.seats.round.click()
    cover = desk.handover.cover
    assert sorted(cover.round.buttons) == ["astra", "borea"]
    for seat in ("astra", "borea"):
        cover.round.buttons[seat].click()
        window = desk.handover.windows[seat]
        assert window.curtain.words.text() == "Press Enter once nobody else can see the screen."
        assert window.curtain.back.text() == "Back to the round"
        window.lift()
        seal(session, seat, Wish("protest"))
        window.close()
        assert desk.handover.is_covered
        assert cover.round.isVisible()
        assert "sealed" in cover.round.buttons[seat].text()
    assert cover.round.back.text() == "Back to the facilitator"
    cover.round.back.click()
    assert not cover.round.isVisible()
    assert cover.words.text().startswith("Take the laptop back, then press the button.")
    cover.button.click()
    assert not desk.handover.is_covered


def test_nobody_goes_on_over_a_report_that_waits(harbour: PackReading, desk_of: Opener) -> None:
    """It is asked; one press releases it and goes on."""
    session = begin(harbour)
    session.submit(TakeInHand("reports"), FACILITATOR)
    closed(session)
    desk = desk_of(session)
    desk.do_next()
    assert desk.page.question.words.text() == (
        "The report of turn 1 has not been released: seats and room cannot read it."
    )
    desk.page.question.other.click()
    assert session.play.turn == 2
    assert session.play.released == {1}
