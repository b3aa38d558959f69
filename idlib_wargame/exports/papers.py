"""Papers as PDFs and pictures. A sheet keeps to two sides as long as that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from idlib_wargame.exports.sheets import Sheet, sheet_of
from idlib_wargame.exports.typesetting import pdf_of, pictures_of, sides_of
from idlib_wargame.files.whole import write_whole
from idlib_wargame.views.desk_card import DeskCard
from idlib_wargame.views.papers import Paper
from idlib_wargame.views.read_ahead import ReadAhead
from idlib_wargame.views.report_paper import ReportPaper
from idlib_wargame.words.read_aheads import goes_on_words

SIDES = 2
# In points, largest first. What does not fit at the smallest gets a size that is good to read.
_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
_WHERE_NONE_FITS = 9.0
_OF_LISTS = 8.5
# A report of a page has one side where that can be read; one that goes on is set to be read.
_OF_REPORTS = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 10.0)
_OF_CARDS = (11.5, 11.0, 10.5, 10.0)


class TypesetPapers:
    """Puts papers on A4: what ``views.papers.PaperMaker`` asks for."""

    def write(self, papers: Sequence[Paper], folder: Path) -> Iterator[Path]:
        """Writes each as a PDF of its own and says so; asked no further, it writes no more.

        The same papers written again take the place of the old; others in the folder stay. Those
        of several seats have a folder each, which can be handed on as it is.
        """
        apart = len({paper.head.folder for paper in papers}) > 1
        for paper in papers:
            place = folder / paper.head.folder if apart else folder
            place.mkdir(parents=True, exist_ok=True)
            path = place / f"{paper.head.file}.pdf"
            write_whole(path, self.pdf(paper))
            yield path

    def pdf(self, paper: Paper) -> bytes:
        """One paper as a PDF."""
        sheet = sheet_of(paper)
        return pdf_of(sheet.template, _fitted(paper, sheet))

    def pictures(self, paper: Paper, dots_an_inch: int) -> list[bytes]:
        """Each side of it as a PNG."""
        sheet = sheet_of(paper)
        return pictures_of(sheet.template, _fitted(paper, sheet), dots_an_inch)


def _sizes(paper: Paper) -> tuple[float, ...]:
    """The sizes that are tried, the last of them for what fits in none."""
    if isinstance(paper, ReadAhead):
        return _SIZES
    if isinstance(paper, DeskCard):
        return _OF_CARDS
    return _OF_REPORTS if isinstance(paper, ReportPaper) else (_OF_LISTS,)


def _fitted(paper: Paper, sheet: Sheet) -> dict[str, Any]:
    """What is printed, at its size, with what stands at the foot of each side."""
    sides, content = 0, sheet.content
    for size in _sizes(paper):
        content = {**sheet.content, "size": size, "feet": []}
        sides = sides_of(sheet.template, content)
        if sides <= (1 if isinstance(paper, ReportPaper | DeskCard) else SIDES):
            break
    else:
        if isinstance(paper, ReadAhead):
            content |= {"size": _WHERE_NONE_FITS, "notice": goes_on_words(sides)}
            sides = sides_of(sheet.template, content)
            content |= {"notice": goes_on_words(sides)}
    feet = [sheet.foot(side, sides) for side in range(1, sides + 1)]
    return {**content, "feet": feet}
