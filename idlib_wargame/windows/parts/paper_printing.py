"""Papers on a printer: each side as the PDF has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from idlib_wargame.views.papers import Paper, PaperMaker

_DOTS_AN_INCH = 300


def print_papers(papers: Sequence[Paper], maker: PaperMaker, device: QPagedPaintDevice) -> None:
    """Puts every side of the papers on a sheet of A4 of its own."""
    layout = device.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setPageSize(QPageSize(QPageSize.PageSizeId.A4), QMarginsF())
    layout.setMargins(QMarginsF())
    device.setPageLayout(layout)
    painter = QPainter(device)
    try:
        for number, side in enumerate(_sides(papers, maker)):
            if number:
                device.newPage()
            painter.drawImage(QRectF(painter.viewport()), side)
    finally:
        painter.end()


def _sides(papers: Sequence[Paper], maker: PaperMaker) -> Iterator[QImage]:
    for paper in papers:
        for picture in maker.pictures(paper, _DOTS_AN_INCH):
            yield QImage.fromData(picture)
