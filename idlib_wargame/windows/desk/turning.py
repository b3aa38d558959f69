"""Which page of the desk is in front: one press or key for each."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.windows.desk.desk_page import DeskPage


class Turning:
    """Turns the desk to a page. ``cannot`` says of an action whether it cannot be done now, and
    tells why.
    """

    def __init__(self, page: DeskPage, cannot: Callable[[str], bool]) -> None:
        self._page = page
        self._cannot = cannot

    def show_situation(self) -> None:
        """Turn to the situation."""
        self._page.tabs.setCurrentWidget(self._page.situation)

    def switch_map(self) -> None:
        """From the map to the tracks and back; from another tab, to the map."""
        if self._cannot("switch_map"):
            return
        either = self._page.situation.either
        here = self._page.tabs.currentWidget() is self._page.situation
        either.show_map(not (here and either.shows_map))
        self.show_situation()

    def show_orders(self) -> None:
        """Turn to the orders."""
        self._page.tabs.setCurrentWidget(self._page.orders)

    def show_injects(self) -> None:
        """Turn to the injects, where the pack has any."""
        if not self._cannot("show_injects"):
            self._page.tabs.setCurrentWidget(self._page.injects_tab)

    def show_msel(self) -> None:
        """Turn to the whole list of injects, also where the pack has none."""
        self._page.tabs.setCurrentIndex(self._page.show_msel())
        self._page.injects_tab.show_board()

    def show_letters(self) -> None:
        """Turn to what seats and control write to each other."""
        self._page.tabs.setCurrentWidget(self._page.messages)

    def show_agreements(self) -> None:
        """Turn to offers and agreements, where the pack has any."""
        if not self._cannot("show_agreements"):
            self._page.tabs.setCurrentWidget(self._page.agreements)

    def show_notes(self) -> None:
        """Turn to the notes."""
        self._page.tabs.setCurrentWidget(self._page.notes)

    def show_log(self) -> None:
        """Turn to the log."""
        self._page.tabs.setCurrentWidget(self._page.log)

    def show_report(self) -> None:
        """Turn to the last report, once there is one."""
        if not self._cannot("show_report"):
            self._page.tabs.setCurrentWidget(self._page.report)

    def show_judgements(self) -> None:
        """Turn to who has given a judgement, once seats are asked."""
        if not self._cannot("show_judgements"):
            self._page.tabs.setCurrentWidget(self._page.judgements)

    def show_control(self) -> None:
        """Turn to what waits for seats that nobody else plays."""
        if not self._cannot("show_control"):
            self._page.tabs.setCurrentWidget(self._page.control)
