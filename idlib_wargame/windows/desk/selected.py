"""What is selected on the desk, as a note may be tied to it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget

from idlib_wargame.session.notes import About, Tie
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.desk.agreement_card import DeskAgreementCard
from idlib_wargame.windows.desk.inject_card import InjectCard
from idlib_wargame.windows.desk.letter_card import LetterCard
from idlib_wargame.windows.desk.msel_sheet import MselSheet
from idlib_wargame.windows.desk.msel_table import BoardTable
from idlib_wargame.windows.desk.seats_panel import SeatRow


def selected_ties(page: QWidget) -> tuple[Tie, ...]:
    """What the card with the keys on that page is about, if any has them."""
    for widget in _upwards(QApplication.focusWidget(), page):
        match widget:
            case AdjudicationCard():
                return (Tie(About.ORDER, str(widget.view.address)),)
            case InjectCard():
                return (Tie(About.INJECT, widget.row.id),) if widget.row.id else ()
            case BoardTable() | MselSheet():
                return (Tie(About.INJECT, widget.row.id),) if widget.row is not None else ()
            case DeskAgreementCard():
                return (Tie(About.OFFER, widget.row.key),)
            case SeatRow():
                return (Tie(About.SEAT, widget.seat),)
            case LetterCard():
                return (Tie(About.MESSAGE, widget.row.key),)
    return ()


def _upwards(widget: QWidget | None, page: QWidget) -> Iterator[QWidget]:
    while widget is not None and widget is not page:
        yield widget
        widget = widget.parentWidget()
