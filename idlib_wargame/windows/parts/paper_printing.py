"""Papers on a printer: each side as the PDF has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from idlib_wargame.views.papers import Paper, PaperMaker
from idlib_wargame.words.language import _

_DOTS_AN_INCH = 300


def print_papers(
    papers: Sequence[Paper], maker: PaperMaker, device: QPagedPaintDevice
) -> Iterator[Paper]:
    """Puts every side of each paper on a sheet of A4 of its own, and says so paper by paper.

    Asked no further, it prints no more than it has. Raises OSError where the printer takes nothing.
    """
    layout = device.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setPageSize(QPageSize(QPageSize.PageSizeId.A4), QMarginsF())
    layout.setMargins(QMarginsF())
    device.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(_("the printer does not answer"))
    try:
        is_first = True
        for paper in papers:
            for picture in maker.pictures(paper, _DOTS_AN_INCH):
                if not is_first:
                    device.newPage()
                is_first = False
                painter.drawImage(QRectF(painter.viewport()), QImage.fromData(picture))
            yield paper
    finally:
        painter.end()
