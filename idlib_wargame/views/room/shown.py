"""All that the room's screen is drawn from, made from what the room may know and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.drawing import Drawing, Drawings
from idlib_wargame.views.known_play import known_turn
from idlib_wargame.views.online.joining import HowToJoin
from idlib_wargame.views.room.agreements import Agreements, agreements
from idlib_wargame.views.room.break_scene import BreakScene, break_scene
from idlib_wargame.views.room.ending_scene import EndingScene, ending_scene
from idlib_wargame.views.room.ladder import Ladder, ladder
from idlib_wargame.views.room.map_scene import MapScene, MapScenes
from idlib_wargame.views.room.news import News, news
from idlib_wargame.views.room.report import Report, report
from idlib_wargame.views.room.results import Results, results, results_so_far
from idlib_wargame.views.room.scenes import Scene, choices, programme
from idlib_wargame.views.room.top import RoomTop, room_top
from idlib_wargame.views.room.welcome import Welcome, welcome
from idlib_wargame.words.language import _

SceneShown = (
    Welcome | MapScene | Ladder | News | Results | Agreements | Report | EndingScene | BreakScene
)


@dataclass(frozen=True, slots=True)
class RoomView:
    """What stands around every scene, and which scenes there are.

    ``title`` names the exercise. ``programme`` are the scenes that go with the phase, one after
    another; ``choices`` those that may be chosen. ``handling`` says how what is seen may be passed
    on; empty where nothing does. ``moment`` is another whenever the programme begins anew.
    """

    title: str
    top: RoomTop
    handling: str
    programme: tuple[Scene, ...]
    choices: tuple[Scene, ...]
    moment: tuple[int, str, bool]


class RoomViews:
    """Makes the room's view of a session, and its scenes one by one: most are never looked at.

    ``joining`` says how devices join, where they can.
    """

    def __init__(self, session: Session, joining: HowToJoin) -> None:
        self._session = session
        self._joining = joining
        self._sight = session.referee.sight()
        self._drawings = Drawings(session.scenario, self._sight)
        self._maps = MapScenes(self._drawings.pack)
        self._cut: tuple[Play, Drawing] | None = None
        self._made: dict[Scene, tuple[tuple[object, ...], SceneShown]] = {}

    def view(self) -> RoomView:
        """Where the exercise stands."""
        scenario, play = self._session.scenario, self._session.play
        return RoomView(
            title=play.setup.name_in(scenario),
            top=room_top(scenario, play),
            handling=play.setup.handling,
            programme=programme(play, self._has_something),
            choices=choices(scenario),
            moment=(play.turn, play.phase, play.on_break is not None),
        )

    def scene(self, scene: Scene) -> SceneShown:
        """One scene as it stands now; what is made of closed turns is made once."""
        made_of = self._made_of(scene)
        if not made_of:
            return self._scene(scene)
        kept = self._made.get(scene)
        if kept is None or any(one is not two for one, two in zip(kept[0], made_of, strict=True)):
            kept = self._made[scene] = (made_of, self._scene(scene))
        return kept[1]

    def _made_of(self, scene: Scene) -> tuple[object, ...]:
        """All that a slow scene is made of, to be known again by being the same; none for others.

        A play shares what an act did not change with the play before it.
        """
        play = self._session.play
        if scene is Scene.RESULTS:
            return (play.last, play.pending, play.setup)
        if scene is Scene.LADDER:
            return (play.closed, play.setup, play.state)
        if scene is Scene.REPORT:
            return (play.closed, play.setup, play.released, play.reports)
        return ()

    def _scene(self, scene: Scene) -> SceneShown:
        session, sight = self._session, self._sight_now()
        scenario, known = session.scenario, self._known()
        made: dict[Scene, Callable[[], SceneShown]] = {
            Scene.JOIN: lambda: welcome(scenario, session.play.setup, self._joining()),
            Scene.MAP: lambda: self._maps.of(known),
            Scene.WAITING: lambda: self._maps.of(known, _("The orders are being adjudicated")),
            Scene.LADDER: lambda: ladder(scenario, known, sight),
            Scene.NEWS: lambda: news(scenario, known),
            Scene.RESULTS: lambda: self._results(known),
            Scene.AGREEMENTS: lambda: agreements(session.referee, known, sight),
            Scene.REPORT: lambda: report(session.referee, session.play),
            Scene.ENDING: lambda: self._ending(known),
            Scene.BREAK: lambda: break_scene(session.play),
        }
        return made[scene]()

    def _sight_now(self) -> Sight:
        """The room's, of the rows of the exercise too."""
        return self._sight.of_rows(self._session.play.own)

    def _results(self, known: Play) -> Results:
        """Of the last closed turn; of the one on the table, what was shown of it so far."""
        scenario, sight = self._session.scenario, self._sight_now()
        pending = self._session.play.pending
        if pending is not None and pending.shown:
            return results_so_far(scenario, known_turn(pending, sight), sight, known.setup.numbers)
        return results(scenario, known, sight)

    def _ending(self, known: Play) -> EndingScene:
        session, sight = self._session, self._sight_now()
        signed = agreements(session.referee, known, sight)
        climbed = ladder(session.scenario, known, sight)
        return ending_scene(session.scenario, session.play, climbed, signed, known.closed)

    def _has_something(self, scene: Scene) -> bool:
        return not self.scene(scene).is_empty

    def _known(self) -> Play:
        """The exercise as the room may know it: results stand only once their turn is closed."""
        play = self._session.play
        if self._cut is None or self._cut[0] is not play:
            self._cut = (play, self._drawings.of(replace(play, pending=None)))
        return self._cut[1].play
