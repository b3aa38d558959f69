"""The program with its windows: which opens when, and what is remembered.

Nothing heavy is imported before the start window has been painted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from idlib_wargame.session.tries import TryBook
from idlib_wargame.views.recent import Recent, RecentSessions
from idlib_wargame.windows.application import Application
from idlib_wargame.windows.closing import ASIDE, Closing
from idlib_wargame.windows.fault_log import FaultLog
from idlib_wargame.windows.interrupts import Interrupts
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.own_language import speak_own_language
from idlib_wargame.windows.screens.placing import Placing
from idlib_wargame.windows.start.window import StartWindow
from idlib_wargame.windows.user_paths import UserPaths
from idlib_wargame.words.language import _, fill

if TYPE_CHECKING:
    from idlib_wargame.rules.pack.scenario import Scenario
    from idlib_wargame.session.play import Play
    from idlib_wargame.session.session import Session
    from idlib_wargame.views.online.room_server import RoomServer
    from idlib_wargame.views.papers import PaperMaker
    from idlib_wargame.views.setup.plan import Plan
    from idlib_wargame.windows.desk.window import DeskWindow
    from idlib_wargame.windows.quieting import Quieting
    from idlib_wargame.windows.setup.assistant import SetupAssistant


def run(
    open_path: Path | None = None, replay: bool = False, port: int | None = None, told: str = ""
) -> int:
    """Opens the program and stays until its last window is closed; the exit code.

    ``open_path`` is a session, or a pack for a new exercise; ``replay`` opens a session for replay.
    ``port`` lets devices into the session from the start, there or for 0 where they were last time.
    ``told`` is said on the first window.
    """
    running = QApplication.instance()
    app = running if isinstance(running, Application) else Application()
    speak_own_language(app)
    theme.apply(app)
    Interrupts(app)
    program = Program(app, UserPaths.of_user())
    program.faults.catch()
    app.file_wanted.connect(program.open)
    try:
        program.begin(open_path, replay, port)
        if told:
            program.tell(told)
        return app.exec()
    finally:
        program.end()


class Program:
    """The open windows. A desk, a replay or an assistant takes the start window's place."""

    def __init__(self, app: QApplication, paths: UserPaths) -> None:
        self._app = app
        self._paths = paths
        self._recent = RecentSessions(paths.recent)
        self._tries = TryBook(paths.tries)
        self._sessions: dict[Path, QWidget] = {}
        self._leaves: list[Callable[[], None]] = []
        self._quieting: list[Quieting] = []
        self._ends_with_window = False
        self.serves: Callable[[Session, DeskWindow, TryBook], RoomServer | None] = _room_server
        self.windows: list[QWidget] = []
        self.faults = FaultLog(paths.faults, self.tell)
        app.setQuitOnLastWindowClosed(False)
        # However the program ends: by its last window, Cmd+Q, the Dock, a log-off, an interrupt.
        app.aboutToQuit.connect(self.end)
        app.commitDataRequest.connect(self._settle_all, Qt.ConnectionType.DirectConnection)
        self._placing = Placing(paths.look)
        self.start = StartWindow(paths.sessions)
        self._placing.place(self.start)
        self.start.new_wanted.connect(self.new_exercise)
        self.start.pack_dropped.connect(self.new_exercise)
        self.start.open_wanted.connect(self.open_session)
        self.start.replay_wanted.connect(self.replay)
        self.start.forget_wanted.connect(self._forget)
        self.start.sample_wanted.connect(self.replay_sample)
        self.start.guide_wanted.connect(self.guided_turn)
        self.start.painted.connect(self._after_first_paint)
        self.start.closed.connect(self._quit_when_alone)
        self.start.show_recent(self._recent.all())

    def begin(
        self, open_path: Path | None = None, replay: bool = False, port: int | None = None
    ) -> None:
        """Opens what was asked for, or else the start window."""
        if open_path is not None:
            self.open(open_path, replay, port)
        # Whoever opened one file from elsewhere is done when its window is closed.
        self._ends_with_window = bool(self.windows)
        if self.windows:
            QTimer.singleShot(0, self._after_first_paint)  # the start window does it else
        else:
            self.start.show()

    def open(self, path: Path, replay: bool = False, port: int | None = None) -> None:
        """Opens a session, or a pack for a new exercise; a mistake of ours is told."""
        try:
            if _is_pack(path):
                self.new_exercise(path)
            elif replay:
                self.replay(path)
            else:
                self.open_session(path, port)
        except Exception as fault:
            # Or nothing at all would be on the screen.
            self.faults.on_fault(type(fault), fault, fault.__traceback__)

    def new_exercise(self, pack: Path | None = None) -> None:
        """Opens the setup assistant, with a pack that was brought along, if one was."""
        from idlib_wargame.packs.shelf import shipped_packs
        from idlib_wargame.windows.setup.assistant import SetupAssistant

        self._check_packs_once()
        assistant = SetupAssistant(shipped_packs(), self._paths.sessions, _paper_maker())
        if pack is not None:
            assistant.open_pack(pack)
        assistant.begun.connect(lambda plan: self._begin_exercise(assistant, plan))
        self._show(assistant)

    def open_session(self, path: Path, port: int | None = None) -> None:
        """Goes on with a session at the desk; one that cannot go on is replayed, and says why.

        With a ``port`` devices are let in at once, also while the desk is still covered.
        """
        from idlib_wargame.session.faults import SessionFault
        from idlib_wargame.session.session import Session

        if _is_pack(path):
            self.new_exercise(path)
            return
        if (desk := self._sessions.get(path.absolute())) is not None:
            desk.activateWindow()
            return
        self._check_packs_once()
        try:
            session = Session.open(path)
        except SessionFault as fault:
            self._replay(path, why=str(fault))
            return
        # Whoever opened it need not be the facilitator; after a crash least of all.
        desk = self._open_desk(session, covered=True)
        why_not = desk.online.open_room(port) if port is not None else ""
        if why_not:
            self.tell(why_not)

    def replay(self, path: Path) -> None:
        """Opens a session for replay as far as it is sound, or says why there is nothing."""
        self._replay(path)

    def guided_turn(self) -> DeskWindow:
        """Opens a practice of the first pack on the shelf, and leads through a turn of it."""
        from idlib_wargame.packs.reader import read_pack
        from idlib_wargame.packs.shelf import shipped_packs
        from idlib_wargame.views.guide import guided_session

        reading = read_pack(shipped_packs()[0])
        desk = self._open_desk(guided_session(reading))  # what is shipped has no problems
        desk.begin_guide()
        return desk

    def replay_sample(self) -> None:
        """Replays the session that comes with the program. Replay writes to no file."""
        from idlib_wargame.packs.shelf import data_folder

        self._replay(data_folder("assets") / "sample.wargame", is_ours=True)

    def _replay(self, path: Path, why: str = "", is_ours: bool = False) -> None:
        """``why`` says why the session is replayed and not gone on with.

        One that ``is_ours`` came with the program: it is not remembered, and nothing saved beside.
        """
        from idlib_wargame.session.faults import SessionFault
        from idlib_wargame.session.pins import PinLock
        from idlib_wargame.session.reading import read_session
        from idlib_wargame.windows.replay.window import ReplayWindow

        self._check_packs_once()
        try:
            saved = read_session(path)
        except SessionFault as fault:
            self.tell(str(fault))
            return
        if not is_ours:
            self._remember(path, saved.scenario, saved.last)
        lock = PinLock(saved.pin_hash, self._tries)
        window = ReplayWindow(saved, lock=lock, saves_beside=not is_ours)
        if why and not saved.stopped:
            window.banner.say(why)
        self._show(window)

    def _check_packs_once(self) -> None:
        """A pack that was found sound here is not checked again each time that it is opened."""
        from idlib_wargame.packs.reader import keep_sound_packs

        keep_sound_packs(self._paths.packs)

    def _begin_exercise(self, assistant: SetupAssistant, plan: Plan) -> None:
        from idlib_wargame.session.faults import SessionFault
        from idlib_wargame.session.session import Session

        told = ""
        try:
            _make_folder_for(plan.path)
            session = Session.create(plan.path, plan.reading, plan.to_setup(), plan.seed, plan.pin)
        except SessionFault as fault:
            said = _("{fault} Until then the exercise goes on in memory.")
            told = fill(said, fault=str(fault))
            session = Session.create(None, plan.reading, plan.to_setup(), plan.seed, plan.pin)
        self._open_desk(session)
        assistant.accept()
        if told:
            self.tell(told)

    def _open_desk(self, session: Session, covered: bool = False) -> DeskWindow:
        from idlib_wargame.session.pins import PinLock
        from idlib_wargame.windows.desk.window import DeskWindow

        try:
            lock = PinLock(session.pin_hash, self._tries)
            desk = DeskWindow(session, lock, covered, maker=_paper_maker())
        except Exception:
            session.close()  # or nobody could open it again before the program ends
            raise
        from idlib_wargame.windows.quieting import Quieting

        desk.injecting.remembers = self._paths.lists
        if not session.play.setup.practice:
            server = self.serves(session, desk, self._tries)
            if server is not None:
                desk.serve(server, self._paths.wifi)
        self._remember_session(session)
        if session.path is not None:
            self._sessions[session.path] = desk
        quieting = Quieting(session, desk)
        quieting.settled.connect(desk.page.show_saved)
        desk.replay_wanted.connect(self.replay)
        desk.practice_wanted.connect(lambda: self._practise(desk, session))
        desk.guide_wanted.connect(lambda: self._guide_from(desk))
        desk.handover.opening.connect(self._placing.place_beside)
        self._quieting.append(quieting)

        def leave() -> None:
            self._sessions = {path: each for path, each in self._sessions.items() if each != desk}
            self._quieting.remove(quieting)
            quieting.stop()
            try:
                desk.online.leave()
                desk.keep_time()  # some ways to end the program close no window
                self._remember_session(session)
            finally:
                session.close()

        self._show(desk, leave)
        return desk

    def _practise(self, desk: DeskWindow, session: Session) -> None:
        """Opens a practice turn in the desk's place; when it is closed, the desk comes back."""
        from idlib_wargame.session.practice import practice_of

        if not desk.property(ASIDE):
            practice = self._open_desk(practice_of(session))
            self._set_aside(desk, practice, from_practice_of_its_own=True)
            # The room follows the facilitator, and reads that it is practice.
            here, there = desk.room.opening, practice.room.opening
            here.hand_to(there)
            practice.closing.connect(lambda: there.hand_to(here))

    def _set_aside(
        self, desk: DeskWindow, other: DeskWindow, from_practice_of_its_own: bool
    ) -> None:
        """Puts a desk out of sight while another is open; back behind its cover, if that was."""
        desk.setProperty(ASIDE, True)
        desk.hide()

        def come_back() -> None:
            desk.setProperty(ASIDE, False)
            if other.handover.is_covered:
                desk.cover_desk()
            desk.show()
            desk.come_back(from_practice_of_its_own)

        other.closed.connect(come_back)

    def _guide_from(self, desk: DeskWindow) -> None:
        """Leads through a first turn in the desk's place."""
        if not desk.property(ASIDE):
            self._set_aside(desk, self.guided_turn(), from_practice_of_its_own=False)

    def _show(self, window: QWidget, leave: Callable[[], None] = lambda: None) -> None:
        """Shows a window in the start window's place, which comes back when it is closed."""

        def left() -> None:
            if left in self._leaves:
                self._leaves.remove(left)
                leave()

        def closed() -> None:
            self.windows.remove(window)
            left()
            window.deleteLater()
            self._go_on_without(window)

        self._leaves.append(left)
        self.windows.append(window)
        Closing(window, closed)
        window.setWindowIcon(self._app.windowIcon())
        self._placing.place(window)
        window.show()
        self.start.hide()

    def end(self) -> None:
        """The program ends: every session that is still open is closed and remembered.

        Windows have no say in it, as some ways to end a program close none. Done twice, it does
        nothing more.
        """
        for leave in tuple(self._leaves):
            try:
                leave()
            except Exception as fault:
                self.faults.on_fault(type(fault), fault, fault.__traceback__)

    def _settle_all(self) -> None:
        """The system is about to log off, and may not wait for the end of the program."""
        for quieting in self._quieting:
            quieting.settle()

    def _go_on_without(self, window: QWidget) -> None:
        if self.windows:
            return
        if self._ends_with_window:
            self._app.quit()
            return
        self.start.show_recent(self._recent.all())
        self.start.show()

    def _quit_when_alone(self) -> None:
        if not self.windows:
            self._app.quit()

    def _after_first_paint(self) -> None:
        from idlib_wargame.windows.parts import emblem

        self._app.setWindowIcon(emblem.icon())
        self.faults.open()

    def tell(self, text: str) -> None:
        """Says a sentence on the window in front; on the start window where there is no other."""
        if not self.windows:
            self.start.say(text)
            return
        from idlib_wargame.windows.parts.fault_line import tell

        active = self._app.activeWindow()
        tell(active if active in self.windows else self.windows[-1], text)

    def _remember_session(self, session: Session) -> None:
        if session.path is not None:
            self._remember(session.path, session.scenario, session.play)

    def _remember(self, path: Path, scenario: Scenario, play: Play) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._recent.remember(Recent.of(path, scenario, play, now))

    def _forget(self, path: Path) -> None:
        self._recent.forget(path)
        self.start.show_recent(self._recent.all())


def _paper_maker() -> PaperMaker:
    """Windows know nothing of what makes their papers; it loads its typesetter when it must."""
    from idlib_wargame.exports.papers import TypesetPapers

    return TypesetPapers()


def _room_server(session: Session, desk: DeskWindow, tries: TryBook) -> RoomServer:
    """What lets devices into an exercise."""
    from idlib_wargame.session.pins import PinLock
    from idlib_wargame.views.online.reception import Reception
    from idlib_wargame.web.server import WebRoom
    from idlib_wargame.windows.session_thread import SessionThread

    among = PinLock(session.pin_hash, tries)
    reception = Reception(session, desk.timer.seen, among)
    return WebRoom(reception, SessionThread(desk))


def _is_pack(path: Path) -> bool:
    return path.is_dir() or path.suffix.lower() == ".zip"


def _make_folder_for(path: Path | None) -> None:
    """Makes the folder; where that fails, making the file will say why."""
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
