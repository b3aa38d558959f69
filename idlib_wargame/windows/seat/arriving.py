"""What comes to a seat: told when it comes, new until it is looked at, and then read."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.views.asked import DEALS_PAGE, MESSAGES_PAGE
from idlib_wargame.views.messages import Inbox, MessageView, new_words
from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.seat.arrival_bar import ArrivalBar
from idlib_wargame.windows.seat.messages_page import MessagesPage


class Arriving:
    """Keeps an inbox, the page of messages and the bar that tells of what is new in step."""

    def __init__(self, inbox: Inbox, page: MessagesPage, bar: ArrivalBar) -> None:
        self._inbox, self._page, self._bar = inbox, page, bar
        self._news: tuple[str, ...] = ()

    def take(self, view: SeatView, told: bool) -> None:
        """Take up a seat's messages; ``told`` where somebody of it is there to be told."""
        came = self._inbox.take(view.messages)
        if told:
            self._tell(came, self._of_deals(view))
        self._page.show_view(view, self._inbox.new)
        if self._page.isVisible():
            self._look()

    def _tell(self, came: MessageView | None, deals: Sequence[str]) -> None:
        words = [*([came.arrival] if came else []), *deals]
        if words:
            self._bar.tell("\n".join(words), MESSAGES_PAGE if came else DEALS_PAGE)

    def _of_deals(self, view: SeatView) -> Sequence[str]:
        """What others did with offers and agreements since somebody was last told of it."""
        news = view.ledger.news if view.ledger is not None else ()
        before, self._news = self._news, tuple(each.words for each in news)
        return [each for each in self._news if each not in before]

    def read(self) -> None:
        """Somebody looks at the messages."""
        self._look()
        self._bar.hide()

    def _look(self) -> None:
        self._inbox.look()
        self._page.mark_read(self._inbox)

    def badge(self, view: SeatView) -> str:
        """How many are new; in words alone, that some are."""
        return new_words(self._inbox.unseen, view.numbers)
