"""Wherever the program was started, whoever looks for a file begins where files are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame import windows
from idlib_wargame.files import places
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.parts.file_asking import ask_for_folder, ask_to_open, ask_to_save
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.start.window import StartWindow
from tests.conftest import HARBOUR
from tests.harbour_exercise import begin
from tests.windows.asking import asked
from tests.windows.desk.conftest import Opener, desk_of

__all__ = ["desk_of"]

_DIALOGS = re.compile(r"\bQ(File|Print)Dialog\b")


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The documents of whoever is there; the program was started somewhere else."""
    documents, elsewhere = tmp_path / "Documents", tmp_path / "elsewhere"
    documents.mkdir()
    elsewhere.mkdir()
    monkeypatch.setenv(places.VARIABLE, str(documents))
    monkeypatch.chdir(elsewhere)
    return documents


def opens_in(window: QWidget) -> Path:
    """The folder of the dialog that stands before a window; it is closed then."""
    dialog = asked(window)
    folder = Path(dialog.directory().absolutePath())
    dialog.reject()
    dialog.setParent(None)
    return folder


def test_files_and_printers_are_asked_for_in_one_place() -> None:
    """Which sees to it that each dialog opens in a folder that is there."""
    root = Path(windows.__path__[0])
    files = {path: path.read_text(encoding="utf-8") for path in root.rglob("*.py")}
    found = {path.name for path, text in files.items() if _DIALOGS.search(text)}
    assert found == {"file_asking.py"}


def _ask_for_read_aheads(desk: DeskWindow) -> None:
    desk.show_read_aheads()
    assert desk.page.papers is not None
    desk.page.papers.form.save.click()


def _ask_for_card(desk: DeskWindow) -> None:
    assert desk.page.card is not None
    desk.page.card.save.click()


ON_THE_DESK: dict[str, Callable[[DeskWindow], None]] = {
    "copy": lambda desk: desk.save_elsewhere(),
    "list in": lambda desk: desk.page.injects_tab.board.taking.emit(),
    "list out": lambda desk: desk.page.injects_tab.board.giving.emit(),
    "read-aheads": _ask_for_read_aheads,
    "card": _ask_for_card,
    "report": lambda desk: desk.page.report.papers.pdf.click(),
    "report as text": lambda desk: desk.page.report.papers.markdown.click(),
    "chart": lambda desk: desk.page.outcome.onward.chart.click(),
}


@pytest.mark.parametrize("what", ON_THE_DESK)
def test_the_desk_opens_them_in_the_exercises_folder(
    what: str, desk_of: Opener, harbour: PackReading, tmp_path: Path
) -> None:
    """What is saved of an exercise is found beside it."""
    folder = tmp_path / "Course"
    folder.mkdir()
    session = begin(harbour, folder / "course.wargame")
    desk = desk_of(session)
    ON_THE_DESK[what](desk)
    assert opens_in(desk) == folder
    session.close()


def test_an_exercise_in_memory_is_saved_among_the_documents(
    desk_of: Opener, harbour: PackReading, documents: Path
) -> None:
    """In the folder of all exercises, once there is one."""
    desk = desk_of(begin(harbour))
    desk.save_elsewhere()
    assert opens_in(desk) == documents
    (documents / "Wargames").mkdir()
    desk.save_elsewhere()
    assert opens_in(desk) == documents / "Wargames"


def test_the_start_window_opens_them_where_exercises_are(
    qtbot: QtBot, documents: Path, tmp_path: Path
) -> None:
    """Before the first there is no folder of them; then where the last was opened."""
    start = StartWindow(documents / "Wargames")
    qtbot.add_widget(start)
    start.show()
    for tile in start.tiles[1:]:
        tile.click()
        assert opens_in(start) == documents
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "a.wargame").touch()
    start.tiles[1].click()
    asked(start).fileSelected.emit(str(stick / "a.wargame"))
    opens_in(start)
    start.tiles[2].click()
    assert opens_in(start) == stick


def test_setup_looks_for_packs_among_the_documents_and_then_where_the_last_was(
    qtbot: QtBot, documents: Path
) -> None:
    """And it asks where the exercise is saved in the folder of exercises."""
    assistant = SetupAssistant([HARBOUR], documents / "Wargames")
    qtbot.add_widget(assistant)
    assistant.show()
    folder, zipped = assistant.pack_page.other.menu().actions()
    folder.trigger()
    assert opens_in(assistant) == documents
    zipped.trigger()
    asked(assistant).fileSelected.emit(str(HARBOUR))
    opens_in(assistant)
    folder.trigger()
    assert opens_in(assistant) == HARBOUR.parent
    assistant.go_on()
    assistant.exercise_page.file.change.click()
    assert opens_in(assistant) == documents / "Wargames"


@pytest.mark.parametrize("kind", ["save", "open", "folder"])
def test_a_folder_that_has_gone_is_looked_for_above(
    kind: str, qtbot: QtBot, tmp_path: Path
) -> None:
    """A stick was pulled out, or a folder renamed."""
    window = QWidget()
    qtbot.add_widget(window)
    window.show()
    gone = tmp_path / "gone" / "further"
    if kind == "save":
        ask_to_save(window, "Save", gone / "a.wargame", "All files (*)", print)
        assert Path(asked(window).selectedFiles()[0]).name == "a.wargame"
    elif kind == "open":
        ask_to_open(window, "Open", gone, "All files (*)", print)
    else:
        ask_for_folder(window, "Folder", gone, print)
    assert opens_in(window) == tmp_path
