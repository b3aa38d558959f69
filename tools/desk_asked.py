"""What the desk asks and offers in place: questions, bars and cards, each by its name."""

from __future__ import annotations

from dataclasses import replace

from desk_states import held, noted
from PySide6.QtWidgets import QWidget
from studio import ADJUDICATION, ORDERS, REPORT, TALKS, States, Studio

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.play import Length
from idlib_wargame.windows.parts.projector_question import ProjectorQuestion


def question_three_ways(studio: Studio) -> QWidget:
    """Somebody has not sealed: wait, seal their drafts, or go on without."""
    desk = studio.shown_desk(studio.in_orders().session)
    desk.do_next()
    return desk


def question_undo(studio: Studio) -> QWidget:
    """What an undo would strike."""
    desk = studio.shown_desk(studio.at(3, ADJUDICATION))
    desk.ask_undo()
    return desk


def question_reopen(studio: Studio) -> QWidget:
    """Which turn is to be re-opened."""
    desk = studio.shown_desk(studio.at(4, TALKS))
    desk.ask_reopen()
    return desk


def palette(studio: Studio) -> QWidget:
    """Every action that has to do with the room."""
    desk = studio.shown_desk(studio.at(3, TALKS))
    desk.show_palette()
    desk.palette_bar.field.setText("turn")
    return desk


def help_card(studio: Studio) -> QWidget:
    """What a page is for, beside it."""
    desk = studio.shown_desk(studio.at(3, ADJUDICATION))
    desk.help_here()
    return desk


def guide(studio: Studio) -> QWidget:
    """The guided first turn, in a practice."""
    desk = studio.shown_desk(studio.stage(practice=True).begin())
    desk.begin_guide()
    return desk


def practice(studio: Studio) -> QWidget:
    """A practice turn, tinted."""
    return studio.desk(studio.stage(practice=True).go_to(1, ORDERS))


def practice_left(studio: Studio) -> QWidget:
    """A practice turn is left before it is over."""
    desk = studio.shown_desk(studio.stage(practice=True).go_to(1, ORDERS))
    desk.end_practice()
    return desk


def projected(studio: Studio) -> QWidget:
    """The cover is to be lifted where the projector shows it."""
    desk = studio.shown_desk(studio.at(3, TALKS))
    desk.cover_desk()
    ProjectorQuestion(desk.handover.cover).ask(desk.show)
    return desk


def tell(studio: Studio) -> QWidget:
    """Words of the moment, half typed."""
    desk = studio.shown_desk(studio.at(2, TALKS))
    desk.tell_seats()
    return desk


def reseat(studio: Studio) -> QWidget:
    """Who sits at a seat is changed."""
    desk = studio.shown_desk(studio.at(2, TALKS))
    desk.page.seats.rows[studio.players[1]].reseat.click()
    return desk


def observers(studio: Studio) -> QWidget:
    """Who watches and who helps, under the seats."""
    desk = studio.shown_desk(noted(studio))
    desk.add_observer()
    return desk


def day_plan(studio: Studio) -> QWidget:
    """The day strip with its plan open."""
    desk = studio.shown_desk(studio.at(3, TALKS))
    desk.time.plan_day()
    return desk


def day_late(studio: Studio) -> QWidget:
    """The day will end too late, and what could be cut is listed."""
    desk = studio.shown_desk(studio.at(3, TALKS))
    plan = replace(desk.session.play.day, ends_at="16:30")
    desk.session.submit(PlanDay(plan), FACILITATOR)
    desk.page.day.late.click()
    return desk


def report_held(studio: Studio) -> QWidget:
    """Reports wait for the facilitator to release them."""
    return studio.desk(held(studio))


def report_minute(studio: Studio) -> QWidget:
    """A report that is read in a minute."""
    desk = studio.shown_desk(studio.at(4, REPORT))
    desk.page.report.length.buttons[Length.MINUTE].click()
    return desk


def report_edited(studio: Studio) -> QWidget:
    """A report while it is worded otherwise."""
    desk = studio.shown_desk(held(studio))
    desk.page.report.begin_editing()
    return desk


def handling(studio: Studio) -> QWidget:
    """A handling line on the desk, and the bar to change it."""
    desk = studio.shown_desk(studio.stage(handling="Exercise. Chatham House rule").go_to(2, TALKS))
    desk.ask_handling()
    return desk


def card(studio: Studio) -> QWidget:
    """The bar for the printed card."""
    desk = studio.shown_desk(studio.at(2, TALKS))
    desk.show_card()
    return desk


def read_aheads(studio: Studio) -> QWidget:
    """The bar for read-aheads."""
    desk = studio.shown_desk(studio.at(2, TALKS))
    desk.show_read_aheads()
    return desk


def room_asked(studio: Studio) -> QWidget:
    """One screen: does the projector show this?"""
    desk = studio.shown_desk(studio.at(2, TALKS))
    desk.room.open_or_close()
    return desk


def room_preview(studio: Studio) -> QWidget:
    """A picture of what the room sees, beside the chart."""
    desk = studio.desk(studio.at(4, REPORT))
    desk.room.panel.fold.setChecked(True)
    return desk


ASKED: States = {
    f"desk-{each.__name__.replace('_', '-')}": each
    for each in (
        question_three_ways,
        question_undo,
        question_reopen,
        palette,
        help_card,
        guide,
        practice,
        practice_left,
        projected,
        tell,
        reseat,
        observers,
        day_plan,
        day_late,
        report_held,
        report_minute,
        report_edited,
        handling,
        card,
        read_aheads,
        room_asked,
        room_preview,
    )
}
