"""Everything that can be done at the desk, for its palette: the menus', and at each seat."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from idlib_wargame.session.session import Session
from idlib_wargame.views.actions import ActionRow
from idlib_wargame.views.desk.not_now import why_not
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.desk.menus import Entry, Menus
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.palette import Doable
from idlib_wargame.words.language import _, fill


def desk_actions(session: Session, page: DeskPage, menus: Menus) -> list[Doable]:
    """Every action as it stands now; what is not offered at all is left out."""
    return [*_of_menus(session, page, menus), *_of_seats(session, page)]


def _of_menus(session: Session, page: DeskPage, menus: Menus) -> Iterator[Doable]:
    for entry in menus.entries:
        if entry.action.isVisible() and entry.row.does != "show_palette":
            yield Doable(_row(session, page, entry), entry.action.trigger)


def _row(session: Session, page: DeskPage, entry: Entry) -> ActionRow:
    words, also = _plain(entry.action.text()), ""
    closed = why_not_here(session, page, entry.row.does)
    if entry.row.does == "do_next" and not closed:
        words, also = page.top.next.accessibleName(), words  # by either it is found
    if entry.row.does == "online.show_page":
        also = _("players join from their own phones, tablets and laptops: devices, Wi-Fi, code")
    if entry.row.does == "show_help":
        words = fill(_("Help: {topic}"), topic=words)
    if entry.row.switches:
        said = _("{switch} (on now)") if entry.action.isChecked() else _("{switch} (off now)")
        words = fill(said, switch=words)
    keys = key_words(Where.DESK, entry.row.means) if entry.row.means else ""
    return ActionRow(words, _plain(entry.menu), keys, closed, also)


def why_not_here(session: Session, page: DeskPage, action: str) -> str:
    """Why an action cannot be done at this desk now; "" if it can. The time is the strip's."""
    why = why_not(session, action)
    return page.day.why_no_cut() if action == "cut_day" and not why else why


def _of_seats(session: Session, page: DeskPage) -> Iterator[Doable]:
    """A seat's buttons are named for whoever does not see which row they stand in."""
    for row in page.seats.rows.values():
        if row.isAncestorOf(row.open):
            yield _pressing(row.open, _("A habit plays this seat."))
        if row.isAncestorOf(row.reseat):
            yield _pressing(row.reseat, why_not(session, "reseat"))


def _pressing(button: QAbstractButton, closed: str) -> Doable:
    why = "" if button.isEnabled() else closed
    row = ActionRow(button.accessibleName(), _("Seats"), why_not=why)
    return Doable(row, partial(_press, button))


def _press(button: QAbstractButton) -> None:
    button.click()
    QTimer.singleShot(0, button, _show_what_has_keys)


def _show_what_has_keys() -> None:
    """What was opened may lie further down than its list shows."""
    on = QApplication.focusWidget()
    around = on.parentWidget() if on is not None else None
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if on is not None and around is not None:
        around.ensureWidgetVisible(on)


def _plain(words: str) -> str:
    """An entry's words without the sign under which a letter is marked as its key."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")
