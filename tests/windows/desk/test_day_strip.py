"""The strip of the day at the desk: read, planned and cut by hand and by keyboard."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.day import DayPlan, PlannedBreak
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.windows.desk.day_strip import DayStripBar
from idlib_wargame.windows.look import theme
from tests.harbour_exercise import begin, closed
from tests.session.exercises import begun, do
from tests.windows.desk.conftest import Opener
from tests.windows.desk.test_small_screens import HD_AT_150

LUNCH = PlannedBreak(2, 45, "Lunch")


def begun_late(harbour: PackReading) -> Session:
    """Six turns of half an hour, lunch and hot wash, that should all be over in three hours."""
    session = begun(harbour, turns=6)
    ends = datetime.now().astimezone() + timedelta(hours=3)
    plan = DayPlan(ends_at=f"{ends:%H:%M}", breaks=(LUNCH,))
    do(session, SetTimer(TimerState.RUNNING, 0), PlanDay(plan))
    return session


def strip_of(desk: object) -> DayStripBar:
    """The strip on a desk."""
    day = desk.page.day  # type: ignore[attr-defined]
    assert isinstance(day, DayStripBar)
    return day


def test_what_to_cut_is_done_by_one_press(harbour: PackReading, desk_of: Opener) -> None:
    """More than an hour late: the proposals open in place, and one of them shortens the day."""
    session = begun_late(harbour)
    desk = desk_of(session)
    day = strip_of(desk)
    assert "minutes late" in day.words.whole
    assert day.bar.accessibleName() == f"The day: Turn 1 · talks · {day.words.whole}"
    assert not day.cuts.isVisible()
    day.late.click()
    assert day.cuts.isVisible()
    skip = next(each for each in day.cuts.buttons if each.text().startswith("Skip Lunch"))
    skip.click()
    assert session.play.day.breaks == ()
    assert not day.cuts.isVisible()
    assert QApplication.focusWidget() is day.bar
    day.late.click()
    fewer = next(each for each in day.cuts.buttons if each.text().startswith("Finish after"))
    fewer.click()
    assert session.play.setup.turns == 4
    assert desk.page.top.turn.text() == "Turn 1 of 4"


def test_the_day_is_planned_by_keyboard(
    harbour: PackReading, desk_of: Opener, qtbot: QtBot
) -> None:
    """Space on the strip opens the plan; arrows and figures change it, Ctrl and Enter plan it.
    Escape leaves it as it was, and a plan that is half made is not wiped by what others do."""
    session = begun_late(harbour)
    day = strip_of(desk_of(session))
    day.bar.setFocus()
    QTest.keyClick(day.bar, Qt.Key.Key_Space)
    talks = day.planning.form.minutes["talks"]
    assert talks.hasFocus()
    QTest.keyClick(talks, Qt.Key.Key_PageUp)
    assert talks.number() == 15
    session.submit(SetTimer(TimerState.PAUSED, 5), FACILITATOR)
    assert talks.text() == "15"
    assert day.half_typed
    day.planning.form.hour.setFocus()
    day.planning.form.hour.selectAll()
    QTest.keyClicks(day.planning.form.hour, "25")
    assert not day.planning.plan.isEnabled()
    assert day.planning.told.text() == ("“25” is no hour; write one such as 16:30, or nothing.")
    day.planning.form.hour.selectAll()
    QTest.keyClicks(day.planning.form.hour, "1645")
    QTest.keyClick(day.planning.form.hour, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.play.day.minutes["talks"] == 15
    assert session.play.day.ends_at == "16:45"
    assert session.play.day.breaks == (LUNCH,)
    assert not day.planning.isVisible()
    day.bar.click()
    QTest.keyClick(talks, Qt.Key.Key_Down)
    QTest.keyClick(talks, Qt.Key.Key_Escape)
    assert session.play.day.minutes["talks"] == 15
    assert not day.planning.isVisible()


def test_breaks_are_added_and_taken_out(harbour: PackReading, desk_of: Opener) -> None:
    """Tea after the fourth turn instead of lunch after the second."""
    session = begun_late(harbour)
    day = strip_of(desk_of(session))
    day.open_plan()
    form = day.planning.form
    form.breaks[0].drop.click()
    form.add.click()
    (tea,) = form.breaks
    assert tea.name.hasFocus()
    tea.name.insert("Tea")
    tea.turn.show_number(4)
    tea.minutes.show_number(15)
    day.planning.plan.click()
    assert session.play.day.breaks == (PlannedBreak(4, 15, "Tea"),)


def test_a_planned_break_is_offered_until_it_is_begun(
    harbour: PackReading, desk_of: Opener
) -> None:
    """As its turn is over the next press asks; passed over, it stays on the strip."""
    session = begin(harbour)
    session.submit(PlanDay(DayPlan(breaks=(PlannedBreak(1, 45, "Lunch"),))), FACILITATOR)
    desk = desk_of(session)
    day = strip_of(desk)
    assert not day.due.isVisible()
    closed(session)
    assert day.due.words.text() == "Lunch, 45 minutes, was planned here."
    desk.do_next()
    question = desk.page.question
    assert question.words.text() == "Lunch, 45 minutes, was planned here."
    assert QApplication.focusWidget() is question.no
    question.yes.click()
    assert session.play.turn == 2
    assert day.due.words.text() == "Lunch, 45 minutes, was planned after turn 1 and has not been."
    assert "Lunch about" in day.words.whole
    day.open_plan()
    assert not day.due.isVisible()  # the form has the room, and the break stands in it
    day.planning.away.click()
    desk.page.tabs.setFocus()
    on = QApplication.focusWidget()
    day.due.begin.setFocus()
    day.due.begin.click()
    assert session.play.on_break is not None
    assert QApplication.focusWidget() is on, "and not what stands next to the bar"
    assert session.play.day.breaks == ()
    assert not day.due.isVisible()


def test_the_break_that_is_asked_about_begins_by_one_press(
    harbour: PackReading, desk_of: Opener
) -> None:
    """Whatever is open under the strip; and the plan that is open loses it, and nothing else."""
    session = begin(harbour)
    session.submit(PlanDay(DayPlan(breaks=(PlannedBreak(1, 45, "Lunch"),))), FACILITATOR)
    closed(session)
    desk = desk_of(session)
    day = strip_of(desk)
    day.open_plan()
    day.planning.form.hot_wash.show_number(25)
    desk.do_next()
    desk.page.question.other.click()
    assert session.play.on_break is not None
    assert (session.play.turn, day.planning.form.breaks) == (1, [])
    assert day.planning.form.plan().hot_wash == 25


def test_the_plan_before_comes_back_by_one_press(harbour: PackReading, desk_of: Opener) -> None:
    """A break that was dropped by mistake stands in the form again, ready to be planned."""
    session = begin(harbour)
    lunch = PlannedBreak(1, 45, "Lunch")
    session.submit(PlanDay(DayPlan(breaks=(lunch,))), FACILITATOR)
    closed(session)
    day = strip_of(desk_of(session))
    day.due.drop.click()
    assert session.play.day.breaks == ()
    assert not day.due.isVisible()
    day.open_plan()
    day.planning.back.click()
    assert day.planning.form.plan().breaks == (lunch,)
    day.planning.plan.click()
    assert list(session.play.day.breaks) == [lunch]
    assert day.due.isVisible()


def test_on_a_low_screen_it_is_one_line(
    harbour: PackReading, desk_of: Opener, qtbot: QtBot
) -> None:
    """At 1280 × 720 and with large text bar and words stand side by side; on a high window one
    above the other."""
    desk = desk_of(begun_late(harbour))
    day = strip_of(desk)
    for size, scale, lines in (
        (QSize(1900, 1000), 100, 2),
        (HD_AT_150, 100, 1),
        (HD_AT_150, 150, 1),
    ):
        theme.set_text_scale(scale)
        desk.resize(size)
        high = theme.scaled(44 if lines == 1 else 76)
        qtbot.waitUntil(lambda high=high: day.height() <= high)  # type: ignore[misc]
        above = day.words.mapTo(day, day.words.rect().topLeft()).y()
        assert (above > day.bar.geometry().bottom()) is (lines == 2)


def test_after_the_finish_the_hot_wash_counts_down(harbour: PackReading, desk_of: Opener) -> None:
    """The strip makes room for the ending, and the minutes that were kept stand beside it."""
    session = begun_late(harbour)
    desk = desk_of(session)
    assert not desk.page.outcome.hot_wash.isVisible()
    session.submit(Finish(), FACILITATOR)
    assert not strip_of(desk).isVisible()
    assert desk.page.outcome.hot_wash.text() == "Hot wash: 20 minutes left"
    assert desk.page.outcome.hot_wash.isVisible()


def test_the_end_is_told_while_the_plan_is_changed(harbour: PackReading, desk_of: Opener) -> None:
    """As setup does; what to cut is found by its name too, and says where nothing needs it."""
    session = begun_late(harbour)
    desk = desk_of(session)
    day = strip_of(desk)
    day.open_plan()
    before = day.planning.told.text()
    assert "nds about" in before
    QTest.keyClick(day.planning.form.minutes["talks"], Qt.Key.Key_PageUp)
    assert day.planning.told.text() != before
    day.planning.left.emit()
    desk.menus.actions["cut_day"].trigger()
    assert day.cuts.isVisible()
    do(session, PlanDay(DayPlan(ends_at="")))
    desk.menus.actions["cut_day"].trigger()
    assert not day.cuts.isVisible()
    assert "nothing needs cutting" in desk.page.banner.words.text()
