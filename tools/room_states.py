"""The room's screen in every scene and blank, each by its name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shown_room import OPEN, WIFI
from studio import ADJUDICATION, REPORT, TALKS, States, Studio, on_screen

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.joining import HowToJoin
from idlib_wargame.views.online.joining import joining as joining_of
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room_door import room_door
from idlib_wargame.windows.room.show import RoomShow
from idlib_wargame.windows.room.window import RoomWindow


def welcome(studio: Studio) -> QWidget:
    """Before the exercise begins: who sits where."""
    return _room(studio, studio.stage().session)


def joining(studio: Studio) -> QWidget:
    """How devices join, before the exercise begins."""
    how = HowToJoin()
    how.become(joining_of(OPEN, WIFI))
    return _window(studio, studio.stage().session, how)[0]


def news(studio: Studio) -> QWidget:
    """Injects that everybody may read."""
    return _room(studio, studio.at(3, TALKS), Scene.NEWS)


def map_(studio: Studio) -> QWidget:
    """The map, with what changed."""
    return _room(studio, studio.at(4, REPORT), Scene.MAP)


def ladder(studio: Studio) -> QWidget:
    """Where on the ladder we are, and how we came there."""
    return _room(studio, studio.at(4, REPORT), Scene.LADDER)


def agreements(studio: Studio) -> QWidget:
    """What was agreed in public."""
    return _room(studio, studio.bargained(), Scene.AGREEMENTS)


def waiting(studio: Studio) -> QWidget:
    """While orders are adjudicated."""
    return _room(studio, studio.at(3, ADJUDICATION))


def results(studio: Studio) -> QWidget:
    """One result after another."""
    return _room(studio, studio.at(4, REPORT), Scene.RESULTS)


def one_result(studio: Studio) -> QWidget:
    """The first of them."""
    window, show = _window(studio, studio.at(4, REPORT))
    show.choose(Scene.RESULTS)
    show.next()
    return window


def report(studio: Studio) -> QWidget:
    """The situation report as the room may read it."""
    return _room(studio, studio.at(4, REPORT), Scene.REPORT)


def on_break(studio: Studio) -> QWidget:
    """Lunch."""
    session = studio.at(2, TALKS)
    session.submit(TakeBreak(45, 180, "Lunch"), FACILITATOR)
    return _room(studio, session)


def finished(studio: Studio) -> QWidget:
    """The end."""
    return _room(studio, studio.stage().finish())


def handling(studio: Studio) -> QWidget:
    """With a line that says how what is seen may be passed on."""
    session = studio.at(2, TALKS)
    session.submit(SetHandling("Exercise. Chatham House rule"), FACILITATOR)
    return _room(studio, session, Scene.LADDER)


def blank(studio: Studio) -> QWidget:
    """Nothing, at a key."""
    window, show = _window(studio, studio.at(2, TALKS))
    show.turn_blank()
    return window


def leaving(studio: Studio) -> QWidget:
    """Full screen, asked whether to leave it."""
    window, _show = _window(studio, studio.at(2, TALKS))
    window.screen_of_room.ask("Leave the full screen? Press Esc again to leave it.")
    return window


def _room(studio: Studio, session: Session, scene: Scene | None = None) -> QWidget:
    window, show = _window(studio, session)
    show.choose(scene)
    return window


def _window(
    studio: Studio, session: Session, how: HowToJoin | None = None
) -> tuple[RoomWindow, RoomShow]:
    desk = studio.desk(session)
    show = RoomShow(room_door(session, how), desk.timer)
    window = RoomWindow(show)
    show.setParent(window)
    window.destroyed.connect(desk.deleteLater)
    on_screen(window)
    return window, show


ROOM: States = {
    f"room-{each.__name__.strip('_').replace('_', '-')}": each
    for each in (
        welcome,
        joining,
        news,
        map_,
        ladder,
        agreements,
        waiting,
        results,
        one_result,
        report,
        on_break,
        finished,
        handling,
        blank,
        leaving,
    )
}
