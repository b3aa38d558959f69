"""Writes a picture of every window, light and dark, at two sizes: ``make screens``.

Offscreen, with real content, and the same each time. ``--readme`` writes those that the README
shows, to docs/pictures; ``--language xa`` shows them in another language.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # Qt's own offscreen screen is smaller than any picture, and windows open within their screen.
    _screen = Path(__file__).with_name("large_screen.json")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen}"
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from sample import PACK, ROOT, SAMPLE
from staging import ADJUDICATION, ORDERS, REPORT, TALKS, Stage, seating

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.packs.reader import read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.agreements.templates import offer_from
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.views.recent import Recent
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.room.window import RoomWindow
from idlib_wargame.windows.seat.window import SeatWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.start.window import StartWindow
from idlib_wargame.words.language import is_right_to_left
from idlib_wargame.words.languages import ENGLISH, use_language

SIZES = ((1366, 768), (1920, 1080))
ROOM_SIZES = ((1920, 1080), (3840, 2160))
FOLDER = ROOT / "screens"
PICTURES = ROOT / "docs" / "pictures"
IN_README = {"desk": "desk-adjudication", "seat": "seat-orders", "replay": "replay"}
SESSIONS = Path("/home/facilitator/Documents/Wargames")
SETTLED = 12  # rounds of the event loop after which nothing moves any more


class Screens:
    """Makes each window as it is at a moment of an exercise. A method a picture."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._reading = read_pack(PACK)
        self._count = 0

    def start_empty(self) -> QWidget:
        """The first thing that a new user sees."""
        return StartWindow(SESSIONS)

    def start_recent(self) -> QWidget:
        """The start window of somebody who has used it."""
        window = StartWindow(SESSIONS)
        window.show_recent(self._recents())
        return window

    def start_fault(self) -> QWidget:
        """A file that is no session."""
        window = StartWindow(SESSIONS)
        window.show_recent(self._recents())
        window.say("Nothing in “notes.wargame” can be read, because it is not a session file.")
        return window

    def setup_1_pack(self) -> QWidget:
        """Which conflict?"""
        return self._assistant(0)

    def setup_1_problems(self) -> QWidget:
        """A pack that has to be mended first."""
        broken = self._scratch / "draft-pack"
        if not broken.exists():
            shutil.copytree(PACK, broken)
            (broken / "outcomes.yaml").write_text("outcomes: 7\n", encoding="utf-8")
            text = (broken / "seats.yaml").read_text(encoding="utf-8")
            (broken / "seats.yaml").write_text(text.replace("russia", "rusia", 1), encoding="utf-8")
        window = self._assistant(0)
        window.open_pack(broken)
        return window

    def setup_2_exercise(self) -> QWidget:
        """What is it called, and how is it played?"""
        return self._assistant(1)

    def setup_3_seats(self) -> QWidget:
        """Who sits where?"""
        return self._assistant(2)

    def setup_3_shared(self) -> QWidget:
        """The seats shared out in the last way that the pack offers."""
        window = self._assistant(2)
        if window.seats_page.arrangements is not None:
            window.seats_page.arrangements.buttons()[-1].click()
        return window

    def setup_4_begin(self) -> QWidget:
        """What happens now?"""
        return self._assistant(3)

    def desk_injects(self) -> QWidget:
        """The first minute of an exercise."""
        return self._desk(self._stage().session)

    def desk_talks(self) -> QWidget:
        """The seats bargain."""
        return self._desk(self._stage().go_to(1, TALKS))

    def desk_orders(self) -> QWidget:
        """Most seats have sealed, one is writing, one has not begun."""
        return self._desk(self._in_orders().session)

    def desk_adjudication(self) -> QWidget:
        """A turn's orders as cards."""
        return self._desk(self._stage().go_to(3, ADJUDICATION))

    def desk_report(self) -> QWidget:
        """The situation report of a turn."""
        return self._desk(self._stage().go_to(4, REPORT))

    def desk_finished(self) -> QWidget:
        """The end of an exercise."""
        return self._desk(self._stage().finish())

    def desk_covered(self) -> QWidget:
        """The desk while a seat's window is open."""
        window = self._desk(self._stage().session)
        window.handover.open_seat(window.session.scenario.seats[0].id)
        return window

    def desk_locked(self) -> QWidget:
        """The desk when it waits for the facilitator's PIN."""
        window = DeskWindow(self._in_orders().session, PinLock("of a PIN"), covered=True)
        _stop_clock(window)
        return window

    def desk_without_pin(self) -> QWidget:
        """The desk when it waits for the facilitator, and no PIN was set."""
        window = self._desk(self._in_orders().session)
        window.cover_desk()
        return window

    def room_welcome(self) -> QWidget:
        """What those who come in read."""
        return self._room(self._stage().session, Scene.JOIN)

    def room_news(self) -> QWidget:
        """What everybody was told."""
        return self._room(self._stage().go_to(3, TALKS), Scene.NEWS)

    def room_map(self) -> QWidget:
        """Who holds what, after a turn in which something changed."""
        return self._room(self._stage().go_to(5, TALKS), Scene.MAP)

    def room_ladder(self) -> QWidget:
        """How far it has come."""
        return self._room(self._stage().go_to(5, ORDERS), Scene.LADDER)

    def room_waiting(self) -> QWidget:
        """The orders are open and not yet decided."""
        return self._room(self._stage().go_to(3, ADJUDICATION), None)

    def room_result(self) -> QWidget:
        """One order of the last turn."""
        return self._room(self._stage().go_to(4, REPORT), Scene.RESULTS, presses=2)

    def room_agreements(self) -> QWidget:
        """What everybody knows to be agreed."""
        return self._room(self._bargained(), Scene.AGREEMENTS)

    def room_report(self) -> QWidget:
        """The situation report as it was released."""
        return self._room(self._stage().go_to(4, REPORT), Scene.REPORT)

    def room_break(self) -> QWidget:
        """Until when."""
        session = self._stage().go_to(3, TALKS)
        session.submit(TakeBreak(45, 600, "Lunch"), FACILITATOR)
        return self._room(session, None)

    def desk_with_room(self) -> QWidget:
        """The desk with a picture of what the room sees."""
        window = self._desk(self._stage().go_to(4, REPORT))
        window.room.panel.fold.setChecked(True)
        return window

    def curtain(self) -> QWidget:
        """The laptop on its way to a seat."""
        return self._seat(self._in_orders().session, place=1)

    def seat_first_look(self) -> QWidget:
        """What a newcomer is shown of a seat, once."""
        window = self._seat(self._in_orders().session, place=1, first_look=True)
        window.lift()
        return window

    def seat_situation(self) -> QWidget:
        """The situation as a seat knows it."""
        window = self._seat(self._stage().go_to(3, ORDERS), place=0)
        window.lift()
        window.turn_to("situation")
        return window

    def seat_deals(self) -> QWidget:
        """Offers and agreements, as a seat knows them."""
        window = self._seat(self._bargained(), place=1)
        window.lift()
        window.turn_to("deals")
        return window

    def seat_orders(self) -> QWidget:
        """A seat that has picked one of its orders."""
        window = self._seat(self._in_orders().session, place=1)
        window.lift()
        window.turn_to("orders")
        return window

    def seat_messages(self) -> QWidget:
        """What control has told a seat, opened first where it is new."""
        window = self._seat(self._in_orders().session, place=1)
        window.lift()
        return window

    def seat_results(self) -> QWidget:
        """What a seat may know of a turn that is closed."""
        window = self._seat(self._stage().go_to(3, REPORT), place=0)
        window.lift()
        window.turn_to("results")
        return window

    def replay(self) -> QWidget:
        """The sample session, stopped at a ruling."""
        saved = read_session(SAMPLE)
        window = ReplayWindow(saved)
        ruled = next(n for n, moment in enumerate(saved.moments) if moment.kind.name == "ruling")
        window.player.seek(ruled)
        return window

    def replay_pin(self) -> QWidget:
        """A replay before it is shown for control, after wrong tries."""
        lock = PinLock("of a PIN", clock=lambda: 0.0)
        window = ReplayWindow(read_session(SAMPLE), lock=lock)
        for _ in range(4):
            lock.opens("wrong")
        window.readers.control.click()
        return window

    def replay_end(self) -> QWidget:
        """The sample session at its end."""
        saved = read_session(SAMPLE)
        window = ReplayWindow(saved)
        window.player.seek(len(saved.moments) - 1)
        return window

    def chart(self) -> QWidget:
        """The escalation of the sample session, a turn chosen."""
        saved = read_session(SAMPLE)
        panel = EscalationPanel(saved.scenario)
        panel.show_play(saved.last)
        panel.set_cursor(4)
        return panel

    def _stage(self) -> Stage:
        self._count += 1
        path = self._scratch / f"{self._count}" / "The Idlib deal, Group B.wargame"
        path.parent.mkdir()
        return Stage(self._reading, path)

    def _in_orders(self) -> Stage:
        stage = self._stage()
        stage.go_to(3, ORDERS)
        players = [seat.id for seat in self._scenario().seats if not seat.control]
        stage.seal(but={players[1]: 1, players[4]: 0})
        return stage

    def _desk(self, session: Session) -> DeskWindow:
        window = DeskWindow(session, maker=TypesetPapers())
        _stop_clock(window)
        return window

    def _seat(self, session: Session, place: int, first_look: bool = False) -> SeatWindow:
        desk = self._desk(session)
        seat = self._scenario().seats[place].id
        if not first_look and seat not in session.play.looked_round:
            session.submit(EndFirstLook(seat), seat)
        window = SeatWindow(seat_door(session, seat), desk.timer)
        window.destroyed.connect(desk.deleteLater)
        return window

    def _room(self, session: Session, scene: Scene | None, presses: int = 0) -> RoomWindow:
        session.submit(SetHandling("Exercise. Chatham House rule"), FACILITATOR)
        desk = self._desk(session)
        show = desk.room.show
        show.choose(scene)
        for _press in range(presses):
            show.next()
        window = RoomWindow(show)
        window.destroyed.connect(desk.deleteLater)
        return window

    def _bargained(self) -> Session:
        """A turn in which something is in force, something is broken and something waits."""
        session = self._stage().go_to(3, TALKS)
        scenario = session.scenario
        assert scenario.bargain is not None
        for template in scenario.bargain.templates[:2]:
            maker = template.parties[0]
            turn = session.play.bargaining_turn
            session.submit(TableOffer(maker, offer_from(scenario, template, maker, turn)), maker)
        return session

    def _assistant(self, page: int) -> SetupAssistant:
        window = SetupAssistant(shipped_packs(), SESSIONS, TypesetPapers())
        for number in range(page):
            window.go_to(number + 1)
            if number + 1 == 2:
                for card, each in zip(window.seats_page.cards, seating(self._reading), strict=True):
                    card.show_seating(each)
                habit = window.seats_page.cards[3]
                named = f"habit:{self._scenario().habits[0].id}"
                habit.show_seating(habit.seating()._replace(played_by=named))
                habit.changed.emit()
        return window

    def _scenario(self) -> Scenario:
        assert self._reading.scenario is not None
        return self._reading.scenario

    def _recents(self) -> list[Recent]:
        there = self._scratch / "there.wargame"
        there.touch()
        in_play = self._stage().go_to(5, ORDERS).play
        over, young = read_session(SAMPLE).last, self._stage().go_to(2, REPORT).play
        rows = (
            (there, "Staff course · Group B", in_play, "2020-02-04T09:12:00+00:00"),
            (there, "Staff course · Group A", over, "2020-02-03T16:40:00+00:00"),
            (there, "A first try, with the whole office looking on", young, "2020-01-30T11:05:00Z"),
            (SESSIONS / "Old.wargame", "Rehearsal", over, "2020-01-28T14:20:00Z"),
        )
        return [
            replace(Recent.of(path, self._scenario(), play, when), title=title)
            for path, title, play, when in rows
        ]


def _stop_clock(desk: DeskWindow) -> None:
    """The timer would show how long the picture took to make."""
    clock = desk.timer.clock
    clock.hold()
    minutes = desk.session.scenario.minutes.get(desk.session.play.phase, 0)
    clock._counted[clock._spell] = minutes * 60 * 0.37
    desk.timer.ticked.emit()


@contextmanager
def _known_seed() -> Iterator[None]:
    """The setup assistant throws a seed; a picture wants the same one each time."""
    with patch("secrets.token_bytes", lambda count: bytes(range(count))):
        yield


def _picture(window: QWidget, size: tuple[int, int], path: Path) -> None:
    window.resize(*size)
    window.show()
    for _ in range(SETTLED):
        QApplication.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(path))


def _let_go(window: QWidget) -> None:
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def names() -> list[str]:
    """Every picture, by the name of its method with dashes."""
    return [name.replace("_", "-") for name in vars(Screens) if not name.startswith("_")]


def draw(name: str, targets: Mapping[tuple[int, int], Path]) -> None:
    """One window in the scheme in force, at each of the sizes, to the file named for it."""
    with tempfile.TemporaryDirectory() as scratch, _known_seed():
        window: QWidget = getattr(Screens(Path(scratch)), name.replace("-", "_"))()
        for size, path in targets.items():
            _picture(window, size, path)
        _let_go(window)


def draw_all(wanted: Sequence[str]) -> int:
    """Each window, light and dark, at each size; how many pictures that made."""
    count = 0
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        for name in wanted:
            sizes = ROOM_SIZES if name.startswith("room-") else SIZES
            targets = {size: FOLDER / scheme / f"{name}-{size[0]}.png" for size in sizes}
            draw(name, targets)
            count += len(targets)
    return count


def draw_for_readme() -> None:
    """The pictures in the README, light, at the smaller size."""
    theme.set_scheme("light")
    for picture, name in IN_README.items():
        draw(name, {SIZES[0]: PICTURES / f"{picture}.png"})


def main() -> None:
    """Writes the pictures that were asked for, and says how many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", help="names of pictures; all where none is given")
    parser.add_argument("--readme", action="store_true", help="the README's pictures only")
    parser.add_argument("--text", type=int, default=100, help="size of text in hundredths")
    parser.add_argument("--language", default=ENGLISH, help="its code; xa and xr are made up")
    asked = parser.parse_args()
    use_language(asked.language)
    app = QApplication([])
    if is_right_to_left():
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.apply(app)
    theme.set_text_scale(asked.text)
    if asked.readme:
        draw_for_readme()
        print(f"{len(IN_README)} pictures in {PICTURES.relative_to(ROOT)}")
    else:
        print(f"{draw_all(asked.only or names())} pictures in {FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
