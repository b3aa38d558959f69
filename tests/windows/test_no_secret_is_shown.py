"""All that a seat can reach is searched for words that it may not read: none is found.

What it may read is found, so that nothing is hidden by showing nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from idlib_wargame.cli import main
from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.rules.audience import ROOM, Reader
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.reports import latest_report
from idlib_wargame.views.map.shown import Maps
from idlib_wargame.views.papers import papers
from idlib_wargame.views.seat_door import SeatDoor, seat_door
from idlib_wargame.windows.replay.window import ReplayWindow
from tests.secret_bargains import (
    PEOPLE,
    SEATS,
    WORDS,
    bargained_in_secret,
    for_the_room,
    kept_from,
    read_by,
)
from tests.windows.all_that_is_shown import in_its_window, on_the_rooms_screen
from tests.windows.replay.everything_said import said_throughout


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The exercise in which everybody has secrets."""
    made = bargained_in_secret(tmp_path_factory.mktemp("secret"))
    yield made
    made.close()


def found_in(said: str) -> set[str]:
    """The words that stand there by themselves, and not as the beginning of another."""
    found = set()
    for word in sorted(WORDS, key=len, reverse=True):
        if word in said:
            found.add(word)
            said = said.replace(word, "")
    return found


def given(session: Session, seat: str) -> str:
    """All values that a seat is handed: its view, log, drawing, own things, reports, refusals."""
    door = seat_door(session, seat)
    own = door.own
    log = [line.text for line in session.log(Reader(seat))]
    drawing = door.drawing()
    pack = drawing.pack
    values: list[object] = [door.view(), drawing.play, log]
    values += [pack.map, pack.tracks, pack.flags, pack.outcomes, pack.aims]
    values += [Maps(pack, may_miss=True).of(drawing.play)]
    values += [own.curtain(), own.notes(), own.history(), own.first_look()]
    values += [latest_report(session, Reader(seat)), *refusals(session, door)]
    return "\n".join(map(repr, values))


def refusals(session: Session, door: SeatDoor) -> Iterator[str]:
    """What the door says to acts on each case that there is, also to those it knows nothing of."""
    tried = 0
    for key in session.play.ledger.cases:
        does: tuple[Callable[[], None], ...] = (
            partial(door.accept_offer, key, ""),
            partial(door.take_back_acceptance, key),
            partial(door.allege_breach, key, 9),
        )
        for act in does:
            with pytest.raises(Refused) as refused:
                act()
            tried += 1
            yield str(refused.value)
    assert tried > 20


def on_paper(session: Session, seat: str, folder: Path) -> str:
    """What is printed for a seat before it begins, and what its files are called."""
    said = []
    sheets = papers(session.referee, session.play.setup, seat)
    for path in TypesetPapers().write(sheets, folder):
        reader = PdfReader(path)
        said += [path.name, str(reader.metadata), *(page.extract_text() for page in reader.pages)]
    assert said
    return "".join("".join(said).split())


@pytest.mark.parametrize("seat", SEATS)
def test_a_seat_is_given_no_secret_of_others(session: Session, seat: str) -> None:
    """Not in its view, log, map, chart, notes, reports, nor in what its door refuses."""
    found = found_in(given(session, seat))
    assert found & kept_from(seat) == set()
    assert read_by(seat) - found == set()


@pytest.mark.parametrize("seat", PEOPLE)
def test_no_window_of_a_seat_shows_a_secret_of_others(
    session: Session, seat: str, qtbot: QtBot
) -> None:
    """On no page, in no tooltip, name for a reading aid, title, or copy."""
    if seat not in session.play.looked_round:
        session.submit(EndFirstLook(seat), seat)
    found = found_in(in_its_window(session, seat, qtbot))
    assert found & kept_from(seat) == set()
    assert read_by(seat) - found == set()


@pytest.mark.parametrize("seat", PEOPLE)
def test_no_paper_of_a_seat_holds_a_secret_of_others(
    session: Session, seat: str, tmp_path: Path
) -> None:
    """Its sheet, its list of moves, and what the files are called and say of themselves."""
    found = found_in(on_paper(session, seat, tmp_path))
    assert found & kept_from(seat) == set()
    assert ("SECRET-MOVE" in found) is (seat == "astra")


def test_no_scene_of_the_rooms_screen_shows_a_secret(session: Session, qtbot: QtBot) -> None:
    """By phase and chosen, on every page, on its picture, in what a reading aid is told."""
    said = on_the_rooms_screen(session, qtbot)
    found = found_in(said)
    assert found - for_the_room() == set()
    assert "SECRET-PUBLISHED" in found


def test_the_room_reads_what_everybody_may(session: Session, qtbot: QtBot) -> None:
    """In the replay from its first moment to its last, in the log, and on the command line."""
    assert session.path is not None
    window = ReplayWindow(read_session(session.path))
    qtbot.addWidget(window)
    window.show()
    qtbot.wait_exposed(window)
    assert window.retelling.reader == ROOM
    said = [said_throughout(window), *(line.text for line in session.log(ROOM))]
    assert found_in("\n".join(said)) == for_the_room()
    shown = CliRunner().invoke(main, ["show", str(session.path), "--room"])
    assert (shown.exit_code, found_in(shown.output) - for_the_room()) == (0, set())
