"""All that the desk does with the room's screen. Nothing of it is an act of the exercise."""

from __future__ import annotations

from idlib_wargame.session.session import Session
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room_door import room_door
from idlib_wargame.windows.desk.handover import Handover
from idlib_wargame.windows.desk.room_opening import RoomOpening
from idlib_wargame.windows.desk.room_panel import RoomPanel
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.room.show import RoomShow


class RoomControl:
    """What the menu's entries do; ``panel`` is placed by the desk, whose
    ``question`` asks for it."""

    def __init__(
        self, session: Session, timer: PhaseTimer, handover: Handover, question: QuestionBar
    ) -> None:
        self.show = RoomShow(room_door(session), timer, handover)
        self.opening = RoomOpening(self.show, handover)
        self.panel = RoomPanel(self.show, self.opening, question)

    def open_or_close(self) -> None:
        """Show the room its screen, or show it no longer."""
        self.panel.open_or_close()

    def reveal(self) -> None:
        """Have the result that was shown last on the screen."""
        self.show.reveal()

    def next(self) -> None:
        """The next result, page or scene."""
        self.show.next()

    def back(self) -> None:
        """The one before."""
        self.show.back()

    def blank(self) -> None:
        """Show nothing, or what was shown again."""
        self.show.turn_blank()

    def choose(self, scene: Scene | None) -> None:
        """Show a scene whatever the phase; None goes with the phase."""
        self.show.choose(scene)
