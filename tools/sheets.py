"""Several pictures on one, to look at many in little time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

GROUND = 0x808080


class _Laid(NamedTuple):
    """How many pictures a sheet has, and the pixels of each."""

    across: int
    down: int
    wide: int
    high: int


LYING, STANDING = _Laid(2, 2, 960, 540), _Laid(5, 1, 384, 790)
HEAD = 22  # pixels of a picture's name over it


def sheets_of(pictures: Sequence[Path], folder: Path) -> list[Path]:
    """Sheets of them, those of one scheme and width together, in the order of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds: dict[str, list[Path]] = {}
    for each in pictures:
        kinds.setdefault(f"{each.parent.name}-{each.stem.rpartition('-')[2]}", []).append(each)
    written = []
    for kind, alike in kinds.items():
        first = QImage(str(alike[0]))
        laid = STANDING if first.height() > first.width() else LYING
        many = laid.across * laid.down
        for place in range(0, len(alike), many):
            path = folder / f"{kind}-{place // many + 1:02}.png"
            _sheet(alike[place : place + many], laid).save(str(path))
            written.append(path)
    return written


def _sheet(pictures: Sequence[Path], laid: _Laid) -> QImage:
    across, down, wide, high = laid
    sheet = QImage(across * wide, down * (high + HEAD), QImage.Format.Format_RGB32)
    sheet.fill(GROUND)
    painter = QPainter(sheet)
    for place, path in enumerate(pictures):
        left, top = place % across * wide, place // across * (high + HEAD)
        painter.drawText(left + 6, top + HEAD - 6, path.stem)
        image = QImage(str(path)).scaled(
            wide - 4,
            high,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(QRect(left, top + HEAD, image.width(), image.height()), image)
    painter.end()
    return sheet


__all__ = ["sheets_of"]
