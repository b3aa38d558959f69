"""Writes the program's picture in the sizes that systems want: ``python tools/icons.py``."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from idlib_wargame import PROGRAM_ID
from idlib_wargame.files.association_linux import ICON_SIDES
from idlib_wargame.packs.shelf import data_folder
from idlib_wargame.windows.parts import emblem

_ENTRY = struct.Struct("<BBBBHHII")


def main() -> int:
    """One .png for each side, and all of them in one .ico."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication([])
    folder = data_folder("assets") / "icons"
    pictures = [(side, as_png(side)) for side in ICON_SIDES]
    for side, png in pictures:
        (folder / f"{PROGRAM_ID}-{side}.png").write_bytes(png)
    (folder / f"{PROGRAM_ID}.ico").write_bytes(as_ico(pictures))
    return 0


def as_png(side: int) -> bytes:
    """It so many pixels wide and tall."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    emblem.picture(side).save(buffer, "PNG")
    return bytes(buffer.data().data())


def as_ico(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """Pictures by their sides in one file, each as PNG, as Windows reads them since Vista."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + _ENTRY.size * len(pictures)
    for side, png in pictures:
        head += _ENTRY.pack(side % 256, side % 256, 0, 0, 1, 32, len(png), at)
        at += len(png)
    return head + b"".join(png for _side, png in pictures)


if __name__ == "__main__":
    sys.exit(main())
