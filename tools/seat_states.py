"""Windows of seats and of whoever watches, in every state, each by its name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from studio import ORDERS, REPORT, TALKS, States, Studio

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.seating import EVERYTHING, ROOM_VIEW, Observer, Watching
from idlib_wargame.views.observer_door import observer_door
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.watching.observer_window import ObserverWindow

WHO = "Dr I. Moreau"
OURS = "They cannot hold two fronts at once, and they know it"
THEIRS = "The road is worth more to them than the town, so they will bargain for it this week"


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


def both_wrote(studio: Studio) -> QWidget:
    """Two people of a seat typed the same reason, and one order of its own."""
    session = studio.written()
    window = studio.seat_page(session, 1, "orders")
    phone = seat_door(session, studio.players[1])
    column = window.orders
    for slot in column.slots[:1]:
        if slot.why is not None:
            slot.why.setPlainText(OURS)
    for own in column.own[:1]:
        own.what.setPlainText(OURS)
    for wish in phone.view().wishes:
        if wish.free is not None:
            phone.write_free(wish.move, wish.free._replace(what=THEIRS))
        else:
            phone.explain_pick(wish.move, wish.choice, THEIRS)
    return window


def both_offered(studio: Studio) -> QWidget:
    """Two people of a seat wrote the same sentence of an offer."""
    session = studio.bargained()
    window = studio.seat_page(session, 1, "deals")
    phone = seat_door(session, studio.players[1])
    next(iter(window.deals.templates.values())).click()
    editor = window.deals.editor
    editor.rest.text.setPlainText(OURS)
    editor.keep()
    ledger = phone.view().ledger
    assert ledger is not None
    draft = ledger.drafts[-1]
    editor.rest.text.setPlainText(f"{OURS}, or nothing")
    phone.draft_offer(draft.place, draft.offer._replace(text=THEIRS), draft.answers)
    return window


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
        both_wrote,
        both_offered,
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
