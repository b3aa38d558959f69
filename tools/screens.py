"""Writes a picture of every window in every state, light and dark, at each size: ``make screens``.

Offscreen, with real content, and the same each time. ``--readme`` writes those that the README
shows and ``--docs`` those of the facilitator's guide, to docs/pictures; ``--sheets`` lays the
pictures of each size on sheets to be looked at; ``--language xa`` shows them in another language.
Names of states, or how they begin, choose which are drawn: ``page`` those of pages in a browser.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

sys.path.append(str(Path(__file__).parents[1]))
from tests.no_screen import platform_of_qt

# Qt's own offscreen screen is smaller than any picture, and windows open within their screen.
os.environ |= platform_of_qt(Path(__file__).with_name("large_screen.json"))
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()

from beside_states import BESIDE
from desk_asked import ASKED
from desk_states import DESK
from device_states import DEVICES
from few_colours import with_few_colours
from made_up_time import made_up_time
from pages import PAGES, PHONE, photographer
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from room_states import ROOM
from sample import ROOT
from seat_states import SEATS
from sheets import sheets_of
from studio import State, Studio, settle

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.own_language import speak_own_language
from idlib_wargame.words.languages import ENGLISH, use_language

Size = tuple[int, int]

SIZES: tuple[Size, ...] = ((1280, 720), (1366, 768), (1920, 1080))
ROOM_SIZES: tuple[Size, ...] = ((1920, 1080), (3840, 2160))
SCHEMES = ("light", "dark")
STATES: Mapping[str, State] = {**BESIDE, **DESK, **ASKED, **DEVICES, **SEATS, **ROOM}
FOLDER = ROOT / "screens"
PICTURES = ROOT / "docs" / "pictures"
IN_README = {"desk": "desk-adjudication", "seat": "seat-orders", "replay": "replay"}
IN_DOCS = {
    "day-waiting": "desk-waiting",
    "day-hand-round": "desk-hand-round",
    "day-orders": "desk-question-three-ways",
    "day-report": "desk-report-held",
    "day-room": "room-ladder",
    "day-devices": "devices-people",
}
PAGES_IN_README = {"phone": "page-seat-orders-moves"}
DOCS_SIZE: Size = (1280, 720)


@contextmanager
def _known_seed() -> Iterator[None]:
    """The setup assistant throws a seed; a picture wants the same one each time."""
    with patch("secrets.token_bytes", lambda count: bytes(range(count))):
        yield


def _let_go(window: QWidget) -> None:
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def sizes_of(name: str) -> tuple[Size, ...]:
    """The sizes at which a state is looked at."""
    return ROOM_SIZES if name in ROOM else SIZES


@contextmanager
def window_in(name: str) -> Iterator[QWidget]:
    """A window in that state, for as long as its pictures are taken."""
    with tempfile.TemporaryDirectory() as scratch, _known_seed():
        studio = Studio(Path(scratch))
        with made_up_time(studio.time, studio.stamp):
            window = STATES[name](studio)
            yield window
            _let_go(window)


def picture(window: QWidget, size: Size) -> QImage:
    """It as it is painted at that size in the scheme in force."""
    window.resize(*size)
    window.show()
    settle()
    return window.grab().toImage()


def draw(name: str, schemes: Sequence[str] = SCHEMES) -> list[Path]:
    """A state in each scheme and at each of its sizes; the pictures written."""
    written = []
    with window_in(name) as window:
        for scheme in schemes:
            theme.set_scheme(scheme)
            for size in sizes_of(name):
                path = FOLDER / scheme / f"{name}-{size[0]}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                picture(window, size).save(str(path))
                written.append(path)
    return written


def draw_for_readme() -> None:
    """The pictures in the README, light, 1366 pixels wide."""
    theme.set_scheme("light")
    for file, name in IN_README.items():
        with window_in(name) as window:
            picture(window, (1366, 768)).save(str(PICTURES / f"{file}.png"))
    with photographer() as taker:
        for file, name in PAGES_IN_README.items():
            if taker is not None:
                path = PICTURES / f"{file}.png"
                taker.draw_on(PAGES[name], PHONE, {"light": path})
                with_few_colours(QImage(str(path))).save(str(path), quality=0)


def draw_for_docs() -> None:
    """The pictures in the facilitator's guide, light, small enough to be kept with it."""
    theme.set_scheme("light")
    for file, name in IN_DOCS.items():
        with window_in(name) as window:
            small = with_few_colours(picture(window, DOCS_SIZE))
            small.save(str(PICTURES / f"{file}.png"), quality=0)


def main() -> None:
    """Writes the pictures that were asked for, and says how many and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", help="names of states, or how they begin; else all")
    parser.add_argument("--readme", action="store_true", help="the README's pictures only")
    parser.add_argument("--docs", action="store_true", help="the guide's pictures only")
    parser.add_argument("--sheets", action="store_true", help="lay them on sheets, too")
    parser.add_argument("--text", type=int, default=100, help="size of text in hundredths")
    parser.add_argument("--language", default=ENGLISH, help="its code; xa and xr are made up")
    asked = parser.parse_args()
    wanted = [
        name for name in (*STATES, *PAGES) if not asked.only or name.startswith(tuple(asked.only))
    ]
    app = QApplication([])
    use_language(asked.language)
    speak_own_language(app)
    theme.apply(app)
    theme.set_text_scale(asked.text)
    if asked.readme or asked.docs:
        draw_for_readme() if asked.readme else draw_for_docs()
        return
    _draw_all(wanted, asked.sheets)


def _draw_pages(wanted: Sequence[str]) -> list[Path]:
    if not wanted:
        return []
    with photographer() as taker:
        return [path for name in wanted for path in taker.draw(name, FOLDER)] if taker else []


def _draw_all(wanted: Sequence[str], on_sheets: bool) -> None:
    began = time.monotonic()
    written = [path for name in wanted if name in STATES for path in draw(name)]
    written += _draw_pages([name for name in wanted if name in PAGES])
    took = time.monotonic() - began
    where = FOLDER.relative_to(ROOT)
    print(f"{len(written)} pictures of {len(wanted)} states in {where}/, in {took:.0f} s")
    if on_sheets:
        sheets = sheets_of(written, FOLDER / "sheets")
        print(f"{len(sheets)} sheets in {where}/sheets/")


if __name__ == "__main__":
    main()
