"""The facilitator's desk in every state that is worth a look, each by its name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from studio import (
    ADJUDICATION,
    ORDERS,
    PLAYED,
    REPORT,
    TALKS,
    States,
    Studio,
    on_screen,
    settle,
    stop_clock,
)

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.play import REPORTS_GO
from idlib_wargame.session.seating import Observer, Watching
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_drafts import Aim
from idlib_wargame.views.desk.msel import State
from idlib_wargame.windows.desk.window import DeskWindow

# A list as somebody keeps it for another exercise, so that there is much to say of it.
LIST = Path(__file__).parents[1] / "tests" / "data" / "msel" / "hseep.csv"
NOTES = (
    ("The two guarantors never spoke alone. #talks #trust", True, False),
    ("Ask in the hot wash who saw the convoy coming.", True, True),
    ("The second seat reads its brief again before each order. #pace", False, False),
)


def waiting(studio: Studio) -> QWidget:
    """People are still taking their seats."""
    return studio.desk(studio.stage().session)


def injects(studio: Studio) -> QWidget:
    """The first minutes of an exercise."""
    desk = DeskWindow(studio.stage().session)
    on_screen(desk)
    desk.do_next()
    settle()  # what is due goes by itself, as long as the clock runs
    stop_clock(desk, PLAYED)
    return desk


def talks(studio: Studio) -> QWidget:
    """The seats bargain."""
    return studio.desk(studio.at(1, TALKS))


def orders(studio: Studio) -> QWidget:
    """Most seats have sealed, one is writing, one has not begun."""
    return studio.desk(studio.in_orders().session)


def adjudication(studio: Studio) -> QWidget:
    """A turn's orders as cards."""
    return studio.desk(studio.at(3, ADJUDICATION))


def before_rolling(studio: Studio) -> QWidget:
    """Orders lie open: odds are set, one is asked about, and nothing is rolled."""
    session = studio.in_orders().session
    session.submit(OpenOrders(), FACILITATOR)
    first, second = [each.order for each in session.opened_rolls()][:2]
    session.submit(SetOdds(first, 9, "The road is cut"), FACILITATOR)
    session.submit(GiveReason(first, "Their convoys were seen", is_for=True), FACILITATOR)
    session.submit(AskOthers(second, AskedFor.ODDS, (), ("Ana", "Ben")), FACILITATOR)
    return studio.desk(session)


def ruling(studio: Studio) -> QWidget:
    """What each result of an order would come to, and effects that are written."""
    desk = studio.shown_desk(studio.at(3, ADJUDICATION))
    card = next(iter(desk.page.orders.cards.values()))
    card.open_form()
    assert card.form is not None
    card.form.write.click()
    settle()
    desk.page.orders.ensureWidgetVisible(card.form)
    return desk


def report(studio: Studio) -> QWidget:
    """The situation report of a turn."""
    return studio.desk(studio.at(4, REPORT))


def finished(studio: Studio) -> QWidget:
    """The end of an exercise."""
    return studio.desk(studio.stage().finish())


def tab_situation(studio: Studio) -> QWidget:
    """The map in the middle of an exercise."""
    desk = studio.desk(studio.at(3, ORDERS))
    desk.turning.show_situation()
    return desk


def tab_tracks(studio: Studio) -> QWidget:
    """The same, track by track."""
    desk = studio.shown_desk(studio.at(3, ORDERS))
    desk.turning.show_situation()
    desk.turning.switch_map()
    return desk


def tab_injects(studio: Studio) -> QWidget:
    """What is due, to come, and gone out."""
    desk = studio.desk(studio.at(3, TALKS))
    desk.turning.show_injects()
    return desk


def msel_board(studio: Studio) -> QWidget:
    """The whole list of injects, with what was due and not sent."""
    desk = studio.shown_desk(studio.at(3, TALKS))
    desk.uncover_messages()
    desk.turning.show_msel()
    return desk


def msel_edited(studio: Studio) -> QWidget:
    """A copy of an inject in the form, in place of the list where there is little room."""
    desk = studio.shown_desk(studio.at(3, TALKS))
    desk.uncover_messages()
    desk.turning.show_msel()
    board = desk.page.injects_tab.board
    planned = next(row for row in board.table.board.rows if row.state is State.PLANNED)
    board.begin(Aim.EDIT, planned.id)
    return desk


def msel_list(studio: Studio) -> QWidget:
    """A list from a spreadsheet before it is taken in: who is meant, what cannot be taken."""
    desk = studio.shown_desk(studio.at(3, TALKS))
    desk.turning.show_msel()
    desk.injecting.take(LIST)
    return desk


def tab_messages(studio: Studio) -> QWidget:
    """What seats wrote, with a request that waits."""
    desk = studio.desk(studio.bargained())
    desk.uncover_messages()
    desk.turning.show_letters()
    return desk


def tab_agreements(studio: Studio) -> QWidget:
    """Offers and agreements, uncovered."""
    desk = studio.desk(studio.bargained())
    desk.uncover_messages()
    desk.turning.show_agreements()
    return desk


def tab_log(studio: Studio) -> QWidget:
    """The record, line by line."""
    desk = studio.desk(studio.at(4, REPORT))
    desk.turning.show_log()
    return desk


def tab_judgements(studio: Studio) -> QWidget:
    """The seats were asked what they think will happen."""
    desk = studio.desk(studio.at(2, TALKS))
    desk.turning.show_judgements()
    return desk


def tab_your_seats(studio: Studio) -> QWidget:
    """What waits for the seats of control, with what a habit would do."""
    desk = tab_your_seats_covered(studio)
    desk.page.control.cover_or_uncover()
    return desk


def tab_your_seats_covered(studio: Studio) -> DeskWindow:
    """The same as a projector may show it."""
    session = studio.in_orders().session
    mine, by_habit = studio.players[4], studio.players[1]
    session.submit(Reseat(mine, (), "control"), FACILITATOR)
    session.submit(Reseat(by_habit, (), f"habit:{studio.scenario.habits[0].id}"), FACILITATOR)
    desk = studio.desk(session)
    desk.turning.show_control()
    return desk


def tab_notes(studio: Studio) -> QWidget:
    """Notes of the facilitator's and of an observer's."""
    desk = studio.desk(noted(studio))
    desk.turning.show_notes()
    return desk


def tab_notes_empty(studio: Studio) -> QWidget:
    """Before the first note."""
    desk = studio.desk(studio.at(1, TALKS))
    desk.turning.show_notes()
    return desk


def note_bar(studio: Studio) -> QWidget:
    """A note half written, tied to a seat and an order."""
    session = studio.at(3, ADJUDICATION)
    desk = studio.shown_desk(session)
    assert session.play.pending is not None
    address = str(session.play.pending.result.cards[0].address)
    desk.page.note.begin((Tie(About.SEAT, studio.players[0]), Tie(About.ORDER, address)))
    desk.page.note.text.setPlainText("Sealed in the first minute, without a word. #pace")
    return desk


def on_break(studio: Studio) -> QWidget:
    """Lunch: the clock stands still."""
    session = studio.at(2, TALKS)
    session.submit(TakeBreak(45, 180, "Lunch"), FACILITATOR)
    return studio.desk(session)


def paused(studio: Studio) -> QWidget:
    """The timer stands still."""
    desk = studio.shown_desk(studio.at(2, TALKS))
    desk.timer.clock.let_go()
    desk.time.pause_timer()
    return desk


def overrun(studio: Studio) -> QWidget:
    """The minutes of the phase are over."""
    return studio.desk(studio.at(2, TALKS), played=1.21)


def covered(studio: Studio) -> QWidget:
    """The desk while a seat's window is open."""
    desk = studio.desk(studio.stage().begin())
    desk.handover.open_seat(studio.players[0])
    return desk


def hand_round(studio: Studio) -> QWidget:
    """The laptop goes from seat to seat."""
    desk = studio.desk(studio.in_orders().session)
    desk.hand_round()
    return desk


def locked(studio: Studio) -> QWidget:
    """The desk when it waits for the facilitator's PIN."""
    return DeskWindow(studio.in_orders().session, PinLock("of a PIN"), covered=True)


def without_pin(studio: Studio) -> QWidget:
    """The desk when it waits for the facilitator, and no PIN was set."""
    desk = studio.desk(studio.in_orders().session)
    desk.cover_desk()
    return desk


def seen_as_seat(studio: Studio) -> QWidget:
    """The facilitator looks at what a seat is shown."""
    return _seen(studio, studio.players[0])


def seen_as_room(studio: Studio) -> QWidget:
    """The same of the room."""
    return _seen(studio, "")


def _seen(studio: Studio, seat: str) -> QWidget:
    desk = studio.shown_desk(studio.at(3, TALKS))
    desk.looking.see_as(seat)
    settle()
    window = desk.looking.windows[seat]
    window.destroyed.connect(desk.deleteLater)
    desk.hide()
    on_screen(window)
    return window


def held(studio: Studio) -> Session:
    """Reports are released by hand, and the third waits for it."""
    stage = studio.stage()
    stage.begin().submit(TakeInHand(REPORTS_GO), FACILITATOR)
    return stage.go_to(3, REPORT)


def noted(studio: Studio) -> Session:
    """Notes, an observer and an assistant."""
    session = studio.at(3, TALKS)
    watching = Observer("Dr I. Moreau", Watching.OBSERVER, studio.players[0])
    for each in (watching, Observer("K. Lindqvist", Watching.ASSISTANT, "all")):
        session.submit(SeatObserver(each), FACILITATOR)
    ties = (Tie(About.SEAT, studio.players[0]),)
    for text, for_report, important in NOTES:
        tags = tuple(word[1:] for word in text.split() if word.startswith("#"))
        act = TakeNote(text, tags, ties, for_report, important)
        session.submit(act, FACILITATOR)
    session.submit(TakeNote("They agreed before the clock began."), watching.by)
    return session


DESK: States = {
    f"desk-{each.__name__.replace('_', '-')}": each
    for each in (
        waiting,
        injects,
        talks,
        orders,
        before_rolling,
        adjudication,
        ruling,
        report,
        finished,
        tab_situation,
        tab_tracks,
        tab_injects,
        msel_board,
        msel_edited,
        msel_list,
        tab_messages,
        tab_agreements,
        tab_log,
        tab_judgements,
        tab_your_seats,
        tab_your_seats_covered,
        tab_notes,
        tab_notes_empty,
        note_bar,
        on_break,
        paused,
        overrun,
        covered,
        hand_round,
        locked,
        without_pin,
        seen_as_seat,
        seen_as_room,
    )
}
