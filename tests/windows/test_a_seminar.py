"""A three-hour seminar through the real windows, and what the record and its readers then hold."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.app import Program
from idlib_wargame.packs.reader import read_pack
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import latest_notes
from idlib_wargame.session.play import Length, ReportText, Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.session.verifying import verify
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.watching.observer_window import ObserverWindow
from tests.program_on_screen import paths_in, program_on_screen
from tests.windows.play_harbour import shown_text
from tests.windows.seminar import Facilitator, Players, click

PACK = Path(__file__).parents[2] / "scenarios" / "idlib-2020"
CTRL = Qt.KeyboardModifier.ControlModifier
SECRETS = ("SECRET-DESK-NOTE", "SECRET-OLGA", "SECRET-PAUL", "SECRET-WHY", "SECRET-CONTROL-REPORT")
IN_PRIVATE = "SECRET-TO-TURKEY"


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program on screen; whatever it opened is closed at the end."""
    with program_on_screen(qapp, qtbot, paths_in(tmp_path)) as program:
        yield program


class Seminar:
    """One exercise as its facilitator sees it; ``here`` is the desk that is open now."""

    def __init__(self, program: Program, qtbot: QtBot, folder: Path) -> None:
        self._program, self._qtbot, self._folder = program, qtbot, folder
        reading = read_pack(PACK)
        assert reading.scenario is not None
        self.seats = [seat.id for seat in reading.scenario.seats if not seat.control]
        seating = tuple(Seating(seat, (f"Of {seat}",)) for seat in self.seats)
        setup = Setup("Winter course", "B", 4, seating=seating)
        Session.create(folder / "course.wargame", reading, setup, bytes(32)).close()
        self.presses = 0
        self.open(folder / "course.wargame")

    def open(self, path: Path) -> None:
        """Open the exercise, and come to its desk."""
        self._program.open_session(path)
        [desk] = self._desks()
        self.take(desk)
        click(desk.handover.cover.button)

    def take(self, desk: DeskWindow) -> None:
        """From now on, that desk."""
        self.here = desk
        self.us, self.them = Facilitator(desk, self._qtbot), Players(desk, self._qtbot)

    def _desks(self) -> list[DeskWindow]:
        windows = self._program.windows
        return [each for each in windows if isinstance(each, DeskWindow) and each.isVisible()]

    def practise(self) -> None:
        """A practice turn, in which one seat changes hands; nothing else of it stays."""
        desk, entries = self.here, len(self.here.session.entries)
        self.us.press(desk.page.top.practice)
        self._qtbot.wait_until(lambda: self._desks() != [desk] and len(self._desks()) == 1)
        self.take(self._desks()[0])
        self.us.next("Practice: Start turn 1")
        self.us.next("Practice: Open talks")
        self.us.next("Practice: Open orders")
        self.us.hand_round()
        self.them.seal("russia")
        self.us.take_back()
        self.us.next("Practice: Adjudicate turn 1")
        self.us.next("Practice: Close turn 1")
        self.us.next("End the practice turn")
        self._qtbot.wait_until(lambda: self._desks() == [desk])
        self.take(desk)
        kinds = [entry.kind for entry in desk.session.entries[entries:]]
        assert set(kinds) <= {"brief_read", "first_look", "seat_pin", "day_planned"}

    def kill(self) -> None:
        """The program dies, and the exercise is opened again as the disk has it."""
        path, dead = self.here.session.path, self.here
        assert path is not None
        copies = self._folder / "after"
        copies.mkdir()
        for file in path.parent.glob(f"{path.name}*"):
            shutil.copy(file, copies / file.name)
        entries = [entry.digest for entry in dead.session.entries]
        dead.leaving._agreed = True  # nobody is asked when a program dies
        dead.close()
        self._qtbot.wait_until(lambda: dead not in self._program.windows)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.open(copies / path.name)
        assert [entry.digest for entry in self.here.session.entries[: len(entries)]] == entries

    def note(self, text: str) -> None:
        """A note by its key, from wherever the keys are."""
        self.us.key(Qt.Key.Key_N, CTRL)
        QTest.keyClicks(self.here.page.note.text, text)
        self.us.key(Qt.Key.Key_Return, where=self.here.page.note.text)

    def watch(self, name: str, text: str) -> ObserverWindow:
        """An observer has the laptop, and writes something down."""
        self.here.handover.open_observer(name)
        window = self.here.handover.watchers[name]
        window.lift()
        window.take_note()
        QTest.keyClicks(window.note.text, text)
        click(window.note.keep)
        return window

    def let_in(self, name: str, sees: str) -> None:
        """Somebody observes from now on."""
        people = self.here.page.seats.people
        self.us.press(people.add)
        form = people.form
        assert form is not None
        QTest.keyClicks(form.name, name)
        form.sees.setCurrentIndex(form.sees.findData(sees))
        self.us.press(form.go)

    def seat_anew(self, seat: str, names: str) -> None:
        """Somebody comes late, or takes over."""
        row = self.here.page.seats.rows[seat]
        self.us.press(row.reseat)
        assert row.form is not None
        row.form.people.clear()
        QTest.keyClicks(row.form.people, names)
        self.us.key(Qt.Key.Key_Return, where=row.form.people)

    def turn(self, number: int, through_windows: list[str]) -> None:
        """A turn from its first phase to its report; the other seats only draft their orders."""
        self.us.next(f"Start turn {number}")
        self.us.next("Open talks")
        self.us.next("Open orders")
        session = self.here.session
        for seat in self.seats:
            if seat not in through_windows:
                option = next(
                    each for each in seat_door(session, seat).view().options if each.legal
                )
                draft = DraftOrders(seat, (option.wish._replace(why=f"SECRET-WHY of {seat}"),))
                session.submit(draft, seat)
        self.us.hand_round()
        for seat in through_windows:
            self.them.seal(seat)
        self.us.take_back()
        self.us.press(self.here.page.top.next)
        if self.here.page.question.isVisible():
            self.us.press(self.here.page.question.other)
        assert session.play.phase == "adjudication"
        self.us.next(f"Close turn {number}")
        assert session.play.phase == "report"


def texts_of_seats(seminar: Seminar) -> Iterator[tuple[str, str]]:
    """All that each seat's window shows, page by page."""
    seminar.us.hand_round()
    for seat in seminar.seats:
        window = seminar.them.sit_down(seat)
        for page in range(window.pages.count()):
            if not window.pages.isTabVisible(page):
                continue
            window.pages.setCurrentIndex(page)
            yield seat, shown_text(window)
        seminar.them.stand_up(window)
    seminar.us.take_back()


def read_by_room(desk: DeskWindow) -> str:
    """What the room's screen says now; it is painted, and this is what it was painted from."""
    assert desk.handover.room is not None
    return desk.handover.room.screen_of_room.accessibleDescription()


def texts_of_room(desk: DeskWindow) -> Iterator[str]:
    """All that the room's screen shows, scene by scene and page by page."""
    show = desk.room.show
    for scene in show.view.choices:
        desk.room.choose(scene)
        for _page in range(8):
            yield read_by_room(desk)
            show.next()
    desk.room.choose(None)


@pytest.mark.thorough
def test_a_seminar_from_practice_to_the_report_of_the_third_turn(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    """Six seats, a kill in the lunch break, people who come late, and everything is as it was."""
    seminar = Seminar(program, qtbot, tmp_path)
    seminar.practise()
    us = seminar.us
    us.press(seminar.here.room.panel.open)
    assert seminar.here.handover.room is not None
    assert not seminar.here.handover.is_covered  # the projector is another screen
    seminar.turn(1, seminar.seats)
    in_first_turn = us.presses
    seminar.note("SECRET-DESK-NOTE")
    seminar.let_in("Olga", "room")
    seminar.let_in("Paul", "russia")
    for name, text in (("Olga", "SECRET-OLGA"), ("Paul", "SECRET-PAUL")):
        seminar.watch(name, text).close()
        click(seminar.here.handover.cover.button)

    # Lunch. The clock stands, the program dies, and it stands still.
    seminar.here.time.take_break(45, "Lunch")
    seminar.kill()
    session, us = seminar.here.session, seminar.us
    assert session.play.on_break is not None
    assert session.play.timer.state is TimerState.PAUSED
    us.press(seminar.here.page.top.timer.pause)
    assert session.play.on_break is None
    us.press(seminar.here.room.panel.open)

    # Somebody comes late, somebody takes over, and no undo of the game touches that.
    seminar.seat_anew("turkey", "Of turkey; Late")
    seminar.seat_anew("iran", "Another")
    seminar.turn(2, ["russia", "turkey"])
    seminar.here.page.report.waits.click()
    before = session.play
    us.key(Qt.Key.Key_Z, CTRL)
    us.press(seminar.here.page.question.yes)
    assert session.play.phase == "adjudication"
    us.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    us.press(seminar.here.page.question.yes)
    assert session.play.closed == before.closed
    seminar.here.ask_reopen()
    us.press(seminar.here.page.question.yes)
    assert session.play.phase == "orders"
    us.key(Qt.Key.Key_Z, CTRL)
    us.press(seminar.here.page.question.yes)
    assert session.play.closed == before.closed
    assert session.play.setup.of("turkey").people == ("Of turkey", "Late")
    assert session.play.setup.of("iran").people == ("Another",)

    # The third turn's report waits, is worded anew, and is released.
    session.submit(SendMessage(("turkey",), IN_PRIVATE), FACILITATOR)
    seminar.turn(3, ["russia"])
    assert 3 not in session.play.released
    report = seminar.here.page.report
    seminar.here.turning.show_report()
    us.press(report.edit)
    report.editor.text.setPlainText("# The third week\n\nAll is calm.")
    us.press(report.editor.keep)
    report.readers.setCurrentIndex(report.readers.findData("facilitator"))
    us.press(report.edit)
    report.editor.text.setPlainText("SECRET-CONTROL-REPORT")
    us.press(report.editor.keep)
    us.press(report.release)
    room = ReportText(3, "room", Length.PAGE)
    assert session.play.reports[room].startswith("# The third week")

    # The room is blanked while its scene changes, and shows the worded report after.
    seminar.here.room.blank()
    seminar.here.room.choose(Scene.REPORT)
    assert "All is calm." not in read_by_room(seminar.here)
    seminar.here.room.blank()
    assert "All is calm." in read_by_room(seminar.here)

    _nothing_was_told(seminar)
    _the_record_is_what_was_done(seminar, in_first_turn)


def _nothing_was_told(seminar: Seminar) -> None:
    looked: Counter[str] = Counter()
    for seat, text in texts_of_seats(seminar):
        looked[seat] += 1
        others = [secret for secret in SECRETS if secret != "SECRET-WHY"]
        assert not [secret for secret in others if secret in text], seat
        reasons = [f"SECRET-WHY of {other}" for other in seminar.seats if other != seat]
        assert not [reason for reason in reasons if reason in text], seat
        assert seat == "turkey" or IN_PRIVATE not in text
    assert set(looked) == set(seminar.seats)
    for text in texts_of_room(seminar.here):
        looked["room"] += 1
        assert not [secret for secret in (*SECRETS, IN_PRIVATE) if secret in text]
    assert looked["room"] > 12


def _the_record_is_what_was_done(seminar: Seminar, in_first_turn: int) -> None:
    session = seminar.here.session
    kinds = Counter(entry.kind for entry in session.entries)
    done = {
        "adjudicated": 3, "closed": 3, "note": 3, "observer_seated": 2, "break_begun": 1,
        "reseated": 2, "undone": 2, "redone": 1, "reopened": 1, "report_edited": 2,
        "report_released": 1, "by_hand": 1, "message_sent": 1,
    }  # fmt: skip
    assert {kind: kinds[kind] for kind in done} == done
    notes = [(note.author, note.text) for note in latest_notes(session.play).values()]
    assert notes == [("", SECRETS[0]), ("Olga", SECRETS[1]), ("Paul", SECRETS[2])]
    assert in_first_turn <= 12 + 1  # and one to open the room's screen
    assert session.path is not None
    verdict = verify(session.path)
    assert verdict.well, [check for check in verdict.checks if not check.well]
