"""Read-aheads are written file by file: watched, stopped, printed, and told of in one sentence."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.views.papers import Paper, readers
from idlib_wargame.windows.parts.paper_printing import print_papers
from idlib_wargame.windows.parts.papers_form import PapersForm, PaperSource
from tests.exports.conftest import papers_of
from tests.exports.reading import Pdf
from tests.windows.dress import dress


class FullDisk(TypesetPapers):
    """Writes one paper; for the next there is no room."""

    def write(self, papers: Sequence[Paper], folder: Path) -> Iterator[Path]:
        """One file, and then what the system says of a full disk."""
        yield from super().write(papers[:1], folder)
        raise OSError(errno.ENOSPC, "No space left on device", str(folder))


class Coarse(TypesetPapers):
    """Draws few dots, which is quick."""

    def pictures(self, paper: Paper, dots_an_inch: int) -> list[bytes]:
        """The same sides, whatever the printer could do."""
        return super().pictures(paper, 20)


def shown(qtbot: QtBot, full: PackReading, tmp_path: Path, maker: TypesetPapers) -> PapersForm:
    """The form with the seats of the harbour pack, in a window."""
    assert full.scenario is not None
    scenario = full.scenario
    form = PapersForm(maker)
    qtbot.addWidget(form)
    form.show_source(
        PaperSource(
            readers(scenario),
            lambda seat, handling: papers_of(scenario, seat, handling),
            lambda: tmp_path,
            "Chatham House rule",
        )
    )
    with qtbot.wait_exposed(form):
        form.show()
    return form


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, full: PackReading, tmp_path: Path) -> PapersForm:
    """The form, ready to write."""
    dress(qapp)
    return shown(qtbot, full, tmp_path, TypesetPapers())


@pytest.fixture
def printing(qtbot: QtBot, qapp: QApplication, full: PackReading, tmp_path: Path) -> PapersForm:
    """The form, ready to print."""
    dress(qapp)
    return shown(qtbot, full, tmp_path, Coarse())


def test_it_says_how_far_it_is_and_what_came_of_it(
    form: PapersForm, qtbot: QtBot, tmp_path: Path
) -> None:
    """A bar and a count while it writes, one sentence at the end."""
    form.save_to(tmp_path)
    assert form.far.text() == "Writing file 1 of 6"
    assert form.bar.isVisible()
    assert form.stop.hasFocus()
    assert not form.save.isEnabled()
    qtbot.waitUntil(lambda: not form.is_writing)
    assert not form.bar.isVisible()
    assert form.save.isEnabled()
    assert form.told.text() == f"6 files written to {tmp_path}."


def test_stopped_it_leaves_whole_files_alone(
    form: PapersForm, qtbot: QtBot, tmp_path: Path
) -> None:
    """Whoever stops it is told how many there are, and each can be read."""
    form.save_to(tmp_path)
    qtbot.waitUntil(lambda: form.bar.value() >= 2)
    QTest.mouseClick(form.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not form.is_writing)
    files = sorted(tmp_path.rglob("*.*"))
    assert 2 <= len(files) < 6
    assert all(len(Pdf(file.read_bytes()).reader.pages) for file in files)
    assert form.told.text() == (
        f"Stopped after {len(files)} of 6 files. What is in {tmp_path} is whole."
    )


def test_the_line_that_will_be_printed_stands_in_the_field(
    form: PapersForm, full: PackReading, tmp_path: Path
) -> None:
    """The exercise's own, and as it is changed there; what somebody typed for the papers stays, an
    empty field means none."""
    asked: list[str] = []

    def made_for(_seat: str, line: str) -> list[Paper]:
        asked.append(line)
        return []

    def offer(line: str) -> None:
        assert full.scenario is not None
        form.show_source(PaperSource(readers(full.scenario), made_for, lambda: tmp_path, line))

    assert form.handling.text() == "Chatham House rule"
    offer("Exercise only")
    assert form.handling.text() == "Exercise only"
    form.handling.clear()
    offer("Chatham House rule")
    assert form.handling.text() == ""
    form.save_to(tmp_path)
    assert asked == [""]


def test_one_seat_alone(form: PapersForm, qtbot: QtBot, tmp_path: Path) -> None:
    """The seat that is picked, and nobody else's."""
    form.whose.setCurrentIndex(form.whose.findText("Borea"))
    form.save_to(tmp_path)
    qtbot.waitUntil(lambda: not form.is_writing)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "Borea, moves, Spring course, Group B.pdf",
        "Borea, read-ahead, Spring course, Group B.pdf",
    ]


def test_a_full_disk_is_told_calmly(
    qtbot: QtBot, qapp: QApplication, full: PackReading, tmp_path: Path
) -> None:
    """What fitted is there; the sentence says how much, why no more, and what to do."""
    dress(qapp)
    form = shown(qtbot, full, tmp_path, FullDisk())
    form.save_to(tmp_path)
    qtbot.waitUntil(lambda: not form.is_writing)
    assert len(list(tmp_path.iterdir())) == 1
    assert form.told.text() == (
        f"Only 1 file could be written to {tmp_path} (the disk is full). Choose another folder."
    )


def test_a_missing_folder_that_cannot_be_made_is_told_calmly(
    form: PapersForm, qtbot: QtBot, tmp_path: Path
) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").touch()
    form.save_to(tmp_path / "file" / "papers")
    qtbot.waitUntil(lambda: not form.is_writing)
    assert "could not be written to" in form.told.text()
    assert "Choose another folder." in form.told.text()


def test_a_printer_is_given_each_side_once(full: PackReading, tmp_path: Path) -> None:
    """On paper there are as many sides as in the PDFs."""
    assert full.scenario is not None
    maker = Coarse()
    papers = papers_of(full.scenario, "astra")
    device = QPdfWriter(str(tmp_path / "printed.pdf"))
    device.setResolution(60)
    assert list(print_papers(papers, maker, device)) == papers
    del device
    sides = [len(Pdf(maker.pdf(paper)).reader.pages) for paper in papers]
    printed = Pdf((tmp_path / "printed.pdf").read_bytes()).reader.pages
    assert len(printed) == sum(sides)
    width, height = (float(side) for side in printed[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)


def test_printing_says_how_far_it_is_and_what_came_of_it(
    printing: PapersForm, qtbot: QtBot, tmp_path: Path
) -> None:
    """The window answers between two papers, as it does when files are written."""
    device = QPdfWriter(str(tmp_path / "printed.pdf"))
    printing.whose.setCurrentIndex(printing.whose.findText("Borea"))
    printing.print_on(device, "Corridor")
    assert printing.far.text() == "Printing paper 1 of 2"
    assert printing.bar.isVisible()
    assert printing.stop.hasFocus()
    assert not printing.print.isEnabled()
    qtbot.waitUntil(lambda: printing.far.text() == "Printing paper 2 of 2")
    qtbot.waitUntil(lambda: not printing.is_writing)
    assert not printing.bar.isVisible()
    assert printing.told.text() == "2 papers sent to Corridor."


def test_printing_is_stopped_between_two_papers(
    printing: PapersForm, qtbot: QtBot, tmp_path: Path
) -> None:
    """What the printer had by then is printed whole, and the sentence says how much."""
    device = QPdfWriter(str(tmp_path / "printed.pdf"))
    device.setResolution(60)
    printing.print_on(device)
    qtbot.waitUntil(lambda: printing.bar.value() >= 1)
    QTest.mouseClick(printing.stop, Qt.MouseButton.LeftButton)
    assert not printing.is_writing
    printed = printing.bar.value()
    told = f"Stopped after {printed} of 6 papers. What was sent to the printer is printed."
    assert printing.told.text() == told
    assert len(Pdf((tmp_path / "printed.pdf").read_bytes()).reader.pages) >= printed


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_calmly(
    printing: PapersForm, qtbot: QtBot, tmp_path: Path
) -> None:
    """It is told, with what to do, and the form can be used again."""
    printing.print_on(QPdfWriter(str(tmp_path / "no" / "such" / "printer.pdf")))
    qtbot.waitUntil(lambda: not printing.is_writing)
    assert printing.told.text() == (
        "The read-aheads could not be printed (the printer does not answer). "
        "Choose another printer."
    )
    assert printing.print.isEnabled()
