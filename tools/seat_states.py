"""Windows of seats and of whoever watches, in every state, each by its name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from studio import ORDERS, REPORT, TALKS, States, Studio

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.seating import EVERYTHING, ROOM_VIEW, Observer, Watching
from idlib_wargame.views.observer_door import observer_door
from idlib_wargame.windows.watching.observer_window import ObserverWindow

WHO = "Dr I. Moreau"


def curtain(studio: Studio) -> QWidget:
    """The laptop on its way to a seat."""
    return studio.seat(studio.in_orders().session, place=1)


def first_look(studio: Studio) -> QWidget:
    """What a newcomer is shown of a seat, once."""
    window = studio.seat(studio.in_orders().session, place=1, first_look=True)
    window.lift()
    return window


def orders(studio: Studio) -> QWidget:
    """A seat that has picked one of its orders."""
    return studio.seat_page(studio.in_orders().session, 1, "orders")


def own_order(studio: Studio) -> QWidget:
    """A seat writes an order of its own."""
    return studio.seat_page(studio.written(), 1, "orders")


def asked(studio: Studio) -> QWidget:
    """A seat is asked about an order of another that lies open."""
    return studio.seat_page(studio.asked(), 0, "asked")


def situation(studio: Studio) -> QWidget:
    """The situation as a seat knows it."""
    return studio.seat_page(studio.at(3, ORDERS), 0, "situation")


def brief(studio: Studio) -> QWidget:
    """What a seat was given to read."""
    return studio.seat_page(studio.at(3, ORDERS), 0, "brief")


def deals(studio: Studio) -> QWidget:
    """Offers and agreements, as a seat knows them."""
    return studio.seat_page(studio.bargained(), 1, "deals")


def messages(studio: Studio) -> QWidget:
    """What others and control have told a seat."""
    return studio.seat_page(studio.bargained(), 1, "messages")


def results(studio: Studio) -> QWidget:
    """What a seat may know of a turn that is closed."""
    return studio.seat_page(studio.at(3, REPORT), 0, "results")


def report(studio: Studio) -> QWidget:
    """A seat's own situation report."""
    return studio.seat_page(studio.at(3, REPORT), 0, "report")


def judgement(studio: Studio) -> QWidget:
    """A seat is asked what it thinks will happen."""
    return studio.seat_page(studio.at(2, TALKS), 0, "judgement")


def notes(studio: Studio) -> QWidget:
    """A seat's own notes, before the first."""
    return studio.seat_page(studio.at(2, TALKS), 0, "notes")


def history(studio: Studio) -> QWidget:
    """The turns so far, as a seat knows them."""
    return studio.seat_page(studio.at(4, TALKS), 0, "history")


def practice(studio: Studio) -> QWidget:
    """A seat in a practice turn, tinted."""
    session = studio.stage(practice=True).go_to(1, ORDERS)
    return studio.seat_page(session, 0, "orders")


def observer_curtain(studio: Studio) -> QWidget:
    """Before an observer has lifted the curtain."""
    return _watching(studio, studio.players[0])


def observer_seat(studio: Studio) -> QWidget:
    """An observer who sees what one seat sees."""
    window = _watching(studio, studio.players[0])
    window.lift()
    return window


def observer_room(studio: Studio) -> QWidget:
    """An observer who sees what the room sees."""
    window = _watching(studio, ROOM_VIEW)
    window.lift()
    return window


def assistant_notes(studio: Studio) -> QWidget:
    """An assistant's notes, one of them half written."""
    window = _watching(studio, EVERYTHING, Watching.ASSISTANT)
    window.lift()
    window.take_note()
    window.note.text.setPlainText("Two seats left the room together. #trust")
    return window


def _watching(studio: Studio, sees: str, role: Watching = Watching.OBSERVER) -> ObserverWindow:
    session = studio.at(3, TALKS)
    who = Observer(WHO, role, sees)
    session.submit(SeatObserver(who), FACILITATOR)
    return ObserverWindow(observer_door(session, session.play.observers[who.name]))


SEATS: States = {
    f"seat-{each.__name__.replace('_', '-')}": each
    for each in (
        curtain,
        first_look,
        orders,
        own_order,
        asked,
        situation,
        brief,
        deals,
        messages,
        results,
        report,
        judgement,
        notes,
        history,
        practice,
    )
} | {
    each.__name__.replace("_", "-"): each
    for each in (observer_curtain, observer_seat, observer_room, assistant_notes)
}
