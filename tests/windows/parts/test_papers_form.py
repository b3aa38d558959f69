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
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.paper_printing import print_papers
from idlib_wargame.windows.parts.papers_form import PapersForm, PaperSource
from tests.exports.conftest import papers_of
from tests.exports.reading import Pdf


class FullDisk(TypesetPapers):
    """Writes one paper; for the next there is no room."""

    def write(self, papers: Sequence[Paper], folder: Path) -> Iterator[Path]:
        """One file, and then what the system says of a full disk."""
        yield from super().write(papers[:1], folder)
        raise OSError(errno.ENOSPC, "No space left on device", str(folder))


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
        )
    )
    with qtbot.wait_exposed(form):
        form.show()
    return form


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, full: PackReading, tmp_path: Path) -> PapersForm:
    """The form, ready to write."""
    theme.apply(qapp)
    return shown(qtbot, full, tmp_path, TypesetPapers())


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
    files = sorted(tmp_path.iterdir())
    assert 2 <= len(files) < 6
    assert all(len(Pdf(file.read_bytes()).reader.pages) for file in files)
    assert form.told.text() == (
        f"Stopped after {len(files)} of 6 files. What is in {tmp_path} is whole."
    )


def test_one_seat_alone(form: PapersForm, qtbot: QtBot, tmp_path: Path) -> None:
    """The seat that is picked, and nobody else's."""
    form.whose.setCurrentIndex(form.whose.findText("Borea"))
    form.save_to(tmp_path)
    qtbot.waitUntil(lambda: not form.is_writing)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "Spring course, Group B, borea, moves.pdf",
        "Spring course, Group B, borea, read-ahead.pdf",
    ]


def test_a_full_disk_is_told_calmly(
    qtbot: QtBot, qapp: QApplication, full: PackReading, tmp_path: Path
) -> None:
    """What fitted is there; the sentence says how much, why no more, and what to do."""
    theme.apply(qapp)
    form = shown(qtbot, full, tmp_path, FullDisk())
    form.save_to(tmp_path)
    qtbot.waitUntil(lambda: not form.is_writing)
    assert len(list(tmp_path.iterdir())) == 1
    assert form.told.text() == (
        f"Only 1 file could be written to {tmp_path} (No space left on device). "
        "Choose another folder."
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
    maker = TypesetPapers()
    papers = papers_of(full.scenario, "astra")
    device = QPdfWriter(str(tmp_path / "printed.pdf"))
    device.setResolution(60)
    print_papers(papers, maker, device)
    del device
    sides = [len(Pdf(maker.pdf(paper)).reader.pages) for paper in papers]
    printed = Pdf((tmp_path / "printed.pdf").read_bytes()).reader.pages
    assert len(printed) == sum(sides)
    width, height = (float(side) for side in printed[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)
