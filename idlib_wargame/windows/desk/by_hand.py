"""What goes by itself unless the facilitator takes it in hand: injects, bargains, reports, dice."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.play import HABITS_BARGAIN, INJECTS_GO, REPORTS_GO, ROLLS_GO
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.reports import held_from_now_on_words
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.desk.handover import Handover
from idlib_wargame.words.language import _

# Of each entry that switches between the two, what the facilitator does by hand while it is ticked.
SWITCHES = {
    "injects_by_hand": INJECTS_GO,
    "bargain_by_hand": HABITS_BARGAIN,
    "hold_reports": REPORTS_GO,
    "roll_by_hand": ROLLS_GO,
}


class ByHand:
    """``do`` does an act as the facilitator, ``tell`` tells what came of it; ``cannot`` says of an
    action whether it cannot be done now, and tells why.
    """

    def __init__(
        self,
        session: Session,
        page: DeskPage,
        handover: Handover,
        do: Callable[[Act], bool],
        tell: Callable[[str], None],
        cannot: Callable[[str], bool],
    ) -> None:
        self._session = session
        self._page = page
        self._handover = handover
        self._do = do
        self._tell = tell
        self._cannot = cannot

    def release_reports(self) -> None:
        """Seats and room may read the reports of the turn that is shown, or that is held."""
        if self._cannot("release_reports"):
            return
        self._page.tabs.setCurrentWidget(self._page.report)
        if self._page.report.release_held():
            self._tell(self._session.log()[-1].text)

    def hold_reports(self) -> None:
        """Reports wait for the facilitator from now on, or go by themselves again."""
        self._page.report.hold_or_let_go()
        self._tell(held_from_now_on_words(self._session.play))

    def injects_by_hand(self) -> None:
        """Due injects wait for the facilitator from now on, or go by themselves again."""
        self._take_in_hand(INJECTS_GO)

    def bargain_by_hand(self) -> None:
        """Habits bargain when they are told to from now on, or as talks close again."""
        self._take_in_hand(HABITS_BARGAIN)

    def roll_by_hand(self) -> None:
        """Orders are opened and looked at before they are rolled, or rolled as they are opened."""
        self._take_in_hand(ROLLS_GO)

    def _take_in_hand(self, what: str) -> None:
        taken = what not in self._session.play.by_hand
        if self._do(TakeInHand(what, taken)):
            self._tell(self._session.log()[-1].text)

    def bargain_now(self) -> None:
        """Have the seats that habits play do at the table what they would as talks close."""
        if self._handover.is_covered or self._cannot("bargain_now"):
            return
        before = len(self._session.entries)
        self._session.let_habits_bargain()
        if len(self._session.entries) == before:
            self._tell(_("No seat that a habit plays has anything to offer or to answer now."))
