"""A timer is what people played: paused, closed over lunch, killed, asleep, opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.file import Record
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from idlib_wargame.windows.desk.window import DeskWindow
from tests.clocks import Stopwatch
from tests.harbour_exercise import SEED, adjudicated, begin
from tests.program_on_screen import paths_in, program_on_screen
from tests.windows.dress import dress

Opener = Callable[..., DeskWindow]


@pytest.fixture
def watch() -> Stopwatch:
    """A clock that goes on when it is told to."""
    return Stopwatch()


@pytest.fixture
def desk_of(qtbot: QtBot, qapp: QApplication, watch: Stopwatch) -> Opener:
    """A desk on a session, covered where it is opened from a file."""
    dress(qapp)

    def opened(session: Session, covered: bool = False) -> DeskWindow:
        desk = DeskWindow(session, covered=covered, seconds=watch)
        qtbot.addWidget(desk)
        desk.show()
        return desk

    return opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session is."""
    return tmp_path / "a.wargame"


def reopened(desk: DeskWindow, desk_of: Opener) -> DeskWindow:
    """Close desk and session, and open both again: what a person sees before lifting the cover."""
    path = desk.session.path
    assert path is not None
    desk.close()
    desk.session.close()
    return desk_of(Session.open(path), covered=True)


def lift(desk: DeskWindow) -> None:
    """The facilitator is back. No PIN was set."""
    desk.handover.cover.button.click()
    assert not desk.handover.is_covered


def shown(desk: DeskWindow) -> tuple[str, str]:
    """What the strip along the top says, and what its button would do."""
    timer = desk.page.top.timer
    return timer.words.text(), timer.pause.accessibleName()


def log(session: Session) -> list[str]:
    """What the log tells of the timer."""
    begun, *others = [line.text for line in session.log() if line.kind == "timer"]
    assert begun == "The exercise begins."
    return others


GO_ON, PAUSE = "Go on with the timer", "Pause the timer"


def test_paused_for_lunch_and_opened_again(
    harbour: PackReading, path: Path, desk_of: Opener, watch: Stopwatch
) -> None:
    """Left open or closed and opened half an hour on: eight minutes are left, paused."""
    desk = desk_of(begin(harbour, path))
    watch.run(120, desk.timer.beat)
    desk.page.top.timer.pause.click()
    watch.run(1800, desk.timer.beat)
    assert shown(desk) == ("8:00", GO_ON)
    again = reopened(desk, desk_of)
    lift(again)
    watch.run(1800, again.timer.beat)
    assert shown(again) == ("8:00", GO_ON)
    assert again.timer.words_left == "8:00 left"
    assert log(again.session) == ["Timer paused with 8:00 left."]
    again.time.pause_timer()
    watch.run(60, again.timer.beat)
    assert shown(again) == ("7:00", PAUSE)
    again.close()
    again.session.close()
    assert verify(path).well


def test_closed_over_lunch_while_it_ran(
    harbour: PackReading, path: Path, desk_of: Opener, watch: Stopwatch
) -> None:
    """Lunch is no playing time, nor is what passes before the facilitator lifts the cover."""
    desk = desk_of(begin(harbour, path))
    watch.run(180, desk.timer.beat)
    again = reopened(desk, desk_of)
    watch.run(900, again.timer.beat)
    assert again.timer.words == "7:00"
    lift(again)
    watch.run(60, again.timer.beat)
    assert shown(again) == ("6:00", PAUSE)
    assert log(again.session) == [
        "Desk closed while the timer ran, with 7:00 left.",
        "Timer goes on with 7:00 left.",
    ]


def test_opened_and_closed_again_under_its_cover(
    harbour: PackReading, path: Path, desk_of: Opener, watch: Stopwatch
) -> None:
    """Whoever could not lift the cover has used no time, and has written nothing."""
    desk = desk_of(begin(harbour, path))
    watch.run(180, desk.timer.beat)
    covered = reopened(desk, desk_of)
    entries = len(covered.session.entries)
    watch.run(60, covered.timer.beat)
    covered.time.pause_timer()
    again = reopened(covered, desk_of)
    assert len(again.session.entries) == entries
    assert again.timer.words == "7:00"


def test_the_program_quits_and_closes_no_window(
    qapp: QApplication, qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """Cmd+Q, the Dock or a log-off: the desk still tells how far the timer has run, once."""
    path = tmp_path / "a.wargame"
    begin(harbour, path).close()
    with program_on_screen(qapp, qtbot, paths_in(tmp_path)) as program:
        program.open_session(path)
        [desk] = program.windows
        assert isinstance(desk, DeskWindow)
        lift(desk)
        program.end()
    session = Session.open(path)
    told = [line.split(",")[0] for line in log(session)]
    assert told == ["Timer goes on with 10:00 left.", "Desk closed while the timer ran"]
    session.close()


def test_a_laptop_that_slept_in_a_phase(
    harbour: PackReading, desk_of: Opener, watch: Stopwatch
) -> None:
    """Its lid closed for two hours; then it is paused, and the record holds what was played."""
    desk = desk_of(begin(harbour))
    watch.run(60, desk.timer.beat)
    watch.sleep(7200)
    desk.timer.beat()
    watch.run(55, desk.timer.beat)
    desk.time.pause_timer()
    assert shown(desk) == ("8:00", GO_ON)
    assert log(desk.session) == ["Timer paused with 8:00 left."]


def told_at(reading: PackReading, session: Session, path: Path, *times: str) -> None:
    """A file of that session whose last entries were written at those times of one day.

    No desk was closed: the program was killed, or its computer.
    """
    entries = session.entries
    early = [times[0]] * (len(entries) - len(times))
    record = Record.create(path, SEED, (), reading.files)
    for entry, time in zip(entries, [*early, *times], strict=True):
        at = f"2031-03-03T{time}:00.000Z"
        record.append(entry.kind, entry.body.content, entry.by, at)
    record.close()


def noted(harbour: PackReading, notes: int) -> Session:
    """Talks with so many notes."""
    session = begin(harbour)
    for number in range(notes):
        session.submit(TakeNote(f"Note {number}"), FACILITATOR)
    return session


KILLED = [
    ("opened at once", ("09:00", "09:03", "09:04"), "6:00"),
    ("the clock set back an hour", ("09:00", "09:02", "08:02", "08:03"), "7:00"),
    ("the clock set forward a day's half", ("09:00", "09:01", "21:01"), "0:00"),
]


@pytest.mark.parametrize(
    ("times", "words"), [row[1:] for row in KILLED], ids=[r[0] for r in KILLED]
)
def test_killed_in_a_phase(
    harbour: PackReading, path: Path, desk_of: Opener, times: tuple[str, ...], words: str
) -> None:
    """What the record tells was played, and never so much that the phase is over."""
    told_at(harbour, noted(harbour, len(times) - 1), path, *times)
    desk = desk_of(Session.open(path), covered=True)
    assert desk.timer.words == words
    lift(desk)
    assert log(desk.session) == [f"Timer goes on with {words} left."]


def test_killed_again_after_a_break(
    harbour: PackReading, path: Path, desk_of: Opener, watch: Stopwatch
) -> None:
    """The break after the first kill is not played time at the second."""
    session = noted(harbour, 1)
    told_at(harbour, session, path, "09:00", "09:03")
    first = desk_of(Session.open(path), covered=True)
    lift(first)
    first.session.submit(TakeNote("Back"), FACILITATOR)
    second = path.with_name("b.wargame")
    told_at(harbour, first.session, second, "09:00", "09:03", "12:00", "12:01")
    desk = desk_of(Session.open(second), covered=True)
    assert desk.timer.words == "6:00"


def test_orders_opened_by_mistake(harbour: PackReading, desk_of: Opener, watch: Stopwatch) -> None:
    """An undo gives the talks back with the time they had, and takes no pause back."""
    desk = desk_of(begin(harbour))
    watch.run(420, desk.timer.beat)
    desk.session.submit(MoveOn(), FACILITATOR)
    watch.run(30, desk.timer.beat)
    assert shown(desk) == ("7:30", PAUSE)
    desk.time.pause_timer()
    desk.session.submit(Undo(), FACILITATOR)
    assert (desk.session.play.phase, shown(desk)) == ("talks", ("3:00", PAUSE))


def test_a_turn_that_is_re_opened(harbour: PackReading, desk_of: Opener, watch: Stopwatch) -> None:
    """Its orders have all of their minutes again, running, though they were paused before."""
    session = begin(harbour)
    desk = desk_of(session)
    adjudicated(session)
    watch.run(60, desk.timer.beat)
    desk.time.pause_timer()
    session.submit(Reopen(1), FACILITATOR)
    assert (session.play.phase, shown(desk)) == ("orders", ("8:00", PAUSE))
    session.submit(Undo(), FACILITATOR)
    assert (session.play.phase, shown(desk)) == ("adjudication", ("7:00", GO_ON))


def test_a_seat_reads_the_same_clock(
    harbour: PackReading, desk_of: Opener, watch: Stopwatch
) -> None:
    """While the desk is covered for it, too; and nothing else of the timer."""
    desk = desk_of(begin(harbour))
    watch.run(120, desk.timer.beat)
    desk.time.pause_timer()
    desk.handover.open_seat("astra")
    window = desk.handover.seat_window
    assert window is not None
    watch.run(60, desk.timer.beat)
    assert window.head.time.text() == "8:00 left"
    window.close()
    desk.handover.cover.button.click()
    desk.time.pause_timer()
    desk.handover.open_seat("astra")
    window = desk.handover.seat_window
    assert window is not None
    watch.run(60, desk.timer.beat)
    assert window.head.time.text() == "7:00 left"
    window.close()


def test_lifting_the_cover_in_play_tells_nothing(
    harbour: PackReading, desk_of: Opener, watch: Stopwatch
) -> None:
    """The timer runs on while a seat writes, so there is nothing to go on from."""
    desk = desk_of(begin(harbour))
    desk.cover_desk()
    watch.run(60, desk.timer.beat)
    lift(desk)
    assert (shown(desk), log(desk.session)) == (("9:00", PAUSE), [])
