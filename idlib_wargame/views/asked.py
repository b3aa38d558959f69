"""What is asked of a seat now: one line, and the one page where it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.rules.pack.phases import ADJUDICATION, INJECTS, ORDERS, TALKS
from idlib_wargame.session.kinds.letters import shown
from idlib_wargame.views.asked_orders import OrderAsked
from idlib_wargame.views.seat import SeatView
from idlib_wargame.words.language import _, fill, ngettext

# The pages of a seat, by the names that windows and browsers know them by.
ORDERS_PAGE, SITUATION_PAGE, BRIEF_PAGE = "orders", "situation", "brief"
RESULTS_PAGE = "results"
JUDGEMENT_PAGE = "judgement"
DEALS_PAGE = "deals"
MESSAGES_PAGE = "messages"
ASKED_PAGE = "asked"


class Asked(NamedTuple):
    """``page`` is where it is done and ``act`` what a button says that leads there; "" for none."""

    words: str
    page: str = ""
    act: str = ""


def asked_of(view: SeatView) -> Asked:
    """What this seat is to do next, what offer waits, and last that its judgement is asked."""
    asked = _with_offers(view, _of_phase(view))
    if not view.judgement_waits or asked.page == JUDGEMENT_PAGE:
        return asked
    said = _("{asked} You are also asked what you think will happen.")
    return asked._replace(words=fill(said, asked=asked.words))


def _with_offers(view: SeatView, asked: Asked) -> Asked:
    waiting = view.ledger.waiting if view.ledger else ()
    if not waiting:
        return asked
    said = ngettext(
        "{asked} An offer waits for your answer: {offer}.",
        "{asked} {count} offers wait for your answer; the newest: {offer}.",
        len(waiting),
    )
    words = fill(said, asked=asked.words, offer=waiting[0].title, count=len(waiting))
    if asked.page and view.phase not in (INJECTS, TALKS):
        return asked._replace(words=words)
    return Asked(words, DEALS_PAGE, _("Read the offer"))


def _of_phase(view: SeatView) -> Asked:
    if view.is_over:
        over = _("The exercise is finished. See which of your aims were met.")
        return Asked(over, BRIEF_PAGE, _("See your aims"))
    if view.tells_results:
        words = fill(_("Read what came of turn {turn}."), turn=view.reported_turn)
        return Asked(words, RESULTS_PAGE, _("Read the results"))
    if view.phase == ADJUDICATION and (waiting := [each for each in view.asked if each.waits]):
        return Asked(_asked_words(waiting), ASKED_PAGE, _("Answer"))
    if view.phase == ADJUDICATION:
        return Asked(_("Nothing for now. The orders are open, and the results follow."))
    if view.is_sealed and view.judgement_waits:
        words = _("Your orders are sealed. Say what you think will happen, until all are opened.")
        return Asked(words, JUDGEMENT_PAGE, _("Say what you think"))
    if view.is_sealed:
        return Asked(_("Nothing for now. Your orders are sealed until all are opened."))
    if view.phase == ORDERS:
        return Asked(_orders_words(view), ORDERS_PAGE, _("To your orders"))
    return Asked(_before_orders(view), ORDERS_PAGE, _("Pick orders"))


def _asked_words(waiting: Sequence[OrderAsked]) -> str:
    said = ngettext(
        "You are asked about an order of {seat}: {order}.",
        "{count} questions about orders wait for you; the first, of {seat}: {order}.",
        len(waiting),
    )
    first = waiting[0]
    return fill(said, count=len(waiting), seat=first.whose, order=shown(first.title))


def _orders_words(view: SeatView) -> str:
    picked = len(view.wishes)
    if picked >= view.orders:
        return ngettext("Seal your order.", "Seal your orders.", view.orders)
    if picked:
        some = ngettext(
            "You picked {picked} of {most} order. Pick another, or seal.",
            "You picked {picked} of {most} orders. Pick another, or seal.",
            view.orders,
        )
        return fill(some, picked=picked, most=view.orders)
    none = ngettext(
        "Pick your order and seal it.", "Pick up to {most} orders and seal them.", view.orders
    )
    return fill(none, most=view.orders)


def _before_orders(view: SeatView) -> str:
    return {
        INJECTS: lambda: _("Read what has come in. Orders are sealed after the talks."),
        TALKS: lambda: _("Talk with the other seats. Orders are sealed after the talks."),
    }[view.phase]()
