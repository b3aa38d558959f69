"""All that the desk does with the room's screen. Nothing of it is an act of the exercise."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.session.session import Session
from idlib_wargame.views.online.joining import HowToJoin
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room_door import room_door
from idlib_wargame.windows.desk.handover import Handover
from idlib_wargame.windows.desk.room_opening import RoomOpening
from idlib_wargame.windows.desk.room_panel import RoomPanel
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.room.show import RoomShow
from idlib_wargame.words.language import _


class RoomControl:
    """What the menu's entries do; ``panel`` is placed by the desk, whose
    ``question`` asks for it. ``joining`` says how devices join. ``inform`` says why a press does
    nothing where the room's screen is nowhere to be seen.
    """

    def __init__(
        self,
        session: Session,
        timer: PhaseTimer,
        handover: Handover,
        question: QuestionBar,
        joining: HowToJoin,
        inform: Callable[[str], None],
    ) -> None:
        self._inform = inform
        self.show = RoomShow(room_door(session, joining), timer, handover)
        self.opening = RoomOpening(self.show, handover)
        self.panel = RoomPanel(self.show, self.opening, question)

    def open_or_close(self) -> None:
        """Show the room its screen, or show it no longer."""
        self.panel.open_or_close()

    def reveal(self) -> None:
        """Have the result that was shown last on the screen."""
        self.show.reveal()

    def show_codes(self) -> None:
        """Have on the screen how devices join, also where it was blank."""
        self.show.choose(Scene.JOIN)
        if self.show.showing.is_blank:
            self.show.turn_blank()

    def next(self) -> None:
        """The next result, page or scene."""
        self._do(self.show.next)

    def back(self) -> None:
        """The one before."""
        self._do(self.show.back)

    def blank(self) -> None:
        """Show nothing, or what was shown again."""
        self._do(self.show.turn_blank)

    def _do(self, press: Callable[[], None]) -> None:
        if self.panel.is_in_sight:
            press()
        else:
            self._inform(_("The room's screen is not shown anywhere, so there is nothing to turn."))

    def choose(self, scene: Scene | None) -> None:
        """Show a scene whatever the phase; None goes with the phase."""
        self.show.choose(scene)
