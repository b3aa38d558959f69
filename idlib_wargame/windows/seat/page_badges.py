"""When a page of a seat's window is there at all, and what stands beside its name."""

from __future__ import annotations

from idlib_wargame.views.seat import SeatView
from idlib_wargame.words.language import _, fill, ngettext


def has_results(view: SeatView) -> bool:
    """Once a turn has been closed."""
    return bool(view.reported_turn)


def turn_words(view: SeatView) -> str:
    """Whose results they are."""
    return fill(_("turn {turn}"), turn=view.reported_turn)


def has_deals(view: SeatView) -> bool:
    """Where the pack has offers and agreements."""
    return view.ledger is not None


def waits_words(view: SeatView) -> str:
    """How many offers and agreements wait for this seat."""
    waiting = len(view.ledger.waiting) if view.ledger else 0
    if not waiting:
        return ""
    return fill(ngettext("{count} waits", "{count} wait", waiting), count=waiting)


def has_judgement(view: SeatView) -> bool:
    """Once the seat was asked what it thinks will happen."""
    return bool(view.judgement or view.thoughts)


def judgement_words(view: SeatView) -> str:
    """Said for as long as it has not answered."""
    return _("asked") if view.judgement_waits else ""


def has_report(view: SeatView) -> bool:
    """Once there is a situation report."""
    return bool(view.reported_turn)


def has_questions(view: SeatView) -> bool:
    """While the seat is asked about orders that lie open."""
    return bool(view.asked)


def asked_words(view: SeatView) -> str:
    """How many of them wait for its answer."""
    waiting = sum(each.waits for each in view.asked)
    if not waiting:
        return ""
    return fill(ngettext("{count} waits", "{count} wait", waiting), count=waiting)
