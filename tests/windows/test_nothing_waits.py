"""Play goes on while somebody looks for a folder or a printer."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog

from idlib_wargame import windows
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Wish
from tests.harbour_exercise import begin, open_orders, seal
from tests.windows.asking import asked, offered_place, take_what_is_offered
from tests.windows.desk.conftest import Opener, desk_of

__all__ = ["desk_of"]

# What waits inside a call until somebody has answered; a drag ends by itself when the hand lets go.
_WAITS = re.compile(
    r"(?<!drag)(?<!app)\.exec\(|QFileDialog\.get|QMessageBox|QInputDialog|QColorDialog|QFontDialog"
)


def test_no_window_waits_for_another() -> None:
    """Every one of the system's windows is opened, and answers by a signal."""
    files = sorted(Path(windows.__path__[0]).rglob("*.py"))
    found = [str(each) for each in files if _WAITS.search(each.read_text(encoding="utf-8"))]
    assert len(files) > 100
    assert found == []


def test_a_seat_seals_while_the_desk_looks_for_a_folder(
    desk_of: Opener, harbour: PackReading, tmp_path: Path
) -> None:
    """The desk shows it at once, and the copy has it too; what was typed there stays."""
    session = begin(harbour, tmp_path / "course.wargame")
    desk = desk_of(session)
    open_orders(session)
    desk.take_note()
    desk.page.note.text.setPlainText("Half a n")
    desk.save_elsewhere()
    assert asked(desk).isVisible()
    seal(session, "astra", Wish("call_talks"), Wish("protest"))
    assert desk.page.seats.rows["astra"].state.text().startswith("sealed 2 of 2")
    assert asked(desk).isVisible()
    copy = offered_place(desk)
    take_what_is_offered(desk)
    assert copy.stat().st_size > 0
    assert "A copy was written to" in desk.page.banner.words.text()
    assert desk.page.note.text.toPlainText() == "Half a n"
    session.close()


def test_a_seat_seals_while_the_desk_looks_for_a_printer(
    desk_of: Opener, harbour: PackReading
) -> None:
    """The same for what prints."""
    session = begin(harbour)
    desk = desk_of(session)
    open_orders(session)
    desk.show_read_aheads()
    assert desk.page.papers is not None
    desk.page.papers.form.print.click()
    (dialog,) = desk.findChildren(QPrintDialog)
    assert dialog.isVisible()
    seal(session, "astra", Wish("call_talks"))
    assert desk.page.seats.rows["astra"].state.text().startswith("sealed 1 of 2")
    dialog.reject()
