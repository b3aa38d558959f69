"""Several pictures on one, to look at many in little time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

ACROSS, DOWN = 2, 2
WIDE, HIGH, HEAD = 960, 540, 22  # pixels of each picture, and of its name over it
GROUND = 0x808080


def sheets_of(pictures: Sequence[Path], folder: Path) -> list[Path]:
    """Sheets of them, those of one scheme and width together, in the order of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds: dict[str, list[Path]] = {}
    for each in pictures:
        kinds.setdefault(f"{each.parent.name}-{each.stem.rpartition('-')[2]}", []).append(each)
    written = []
    for kind, alike in kinds.items():
        for place in range(0, len(alike), ACROSS * DOWN):
            path = folder / f"{kind}-{place // (ACROSS * DOWN) + 1:02}.png"
            _sheet(alike[place : place + ACROSS * DOWN]).save(str(path))
            written.append(path)
    return written


def _sheet(pictures: Sequence[Path]) -> QImage:
    sheet = QImage(ACROSS * WIDE, DOWN * (HIGH + HEAD), QImage.Format.Format_RGB32)
    sheet.fill(GROUND)
    painter = QPainter(sheet)
    for place, path in enumerate(pictures):
        left, top = place % ACROSS * WIDE, place // ACROSS * (HIGH + HEAD)
        painter.drawText(left + 6, top + HEAD - 6, path.stem)
        image = QImage(str(path)).scaled(
            WIDE - 4,
            HIGH,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(QRect(left, top + HEAD, image.width(), image.height()), image)
    painter.end()
    return sheet


__all__ = ["sheets_of"]
