"""The codes on the room's screen: first, large, sharp, and black on white in the dark too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from idlib_wargame.views.online.codes import QUIET, Code, code_of
from idlib_wargame.views.online.joining import joining
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.online.wifi import Wifi
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.welcome import Welcome
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.code_picture import paint_code
from idlib_wargame.windows.room.join_page import JoinDrawing
from idlib_wargame.windows.room.rows import height_of
from idlib_wargame.windows.room.scene_pages import pages_of
from tests.windows.dress import dressed
from tests.windows.room.long_scenes import LONG, SHOWN

OPEN = RoomState(True, 8080, "lantern", "192.0.2.7")


def a_welcome(wifi: Wifi, exercise: str = "Night watch") -> Welcome:
    """What is said to those who come in, with the codes."""
    shown = SHOWN[Scene.JOIN]
    assert isinstance(shown, Welcome)
    return shown._replace(exercise=exercise, joining=joining(OPEN, wifi))


@pytest.mark.parametrize("exercise", ["Night watch", LONG])
def test_the_codes_stand_on_a_page_before_the_seats(qapp: QApplication, exercise: str) -> None:
    """With what is typed instead; and however long the name is, they keep their room."""
    pages = pages_of(a_welcome(Wifi("Seminar", "correct horse"), exercise), 1792, 820)
    first, *others = pages
    assert first.place == f"1 of {len(pages)}"
    assert "Then scan to open the page" in first.said
    assert first.said.endswith(f"Room word: lantern\n1 of {len(pages)}")
    assert height_of(first.head) <= 0.2 * 820
    assert others
    assert not any("lantern" in page.said for page in others)
    alone = pages_of(a_welcome(Wifi()), 1792, 820)[0]
    assert "Scan with the camera of your phone" in alone.said
    assert "Wi-Fi" not in alone.said


@dressed
@pytest.mark.parametrize("password", ["correct horse", "x" * 40, "Wn4" * 21])
def test_a_password_stands_whole_in_one_line(qapp: QApplication, password: str) -> None:
    """Smaller if it must be: nobody types it rightly from two."""
    now = joining(OPEN, Wifi("A seminar of thirty-two letters.", password))
    assert now is not None
    foot = JoinDrawing(now).foot(1792)
    assert any(password in row.said for row in foot)
    assert all(row.said for row in foot), "a line that goes on from another says nothing itself"


def _read(image: QImage, code: Code) -> list[list[str]]:
    """The colours of a picture, looked at once a module, of the white edge too."""
    white = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).name() in ("#ffffff", "#000000")
    ]
    left, top = min(x for x, _ in white), min(y for _, y in white)
    right = max(x for x, _ in white) + 1
    module, rest = divmod(right - left, code.size)
    assert rest == 0, "modules are whole pixels"
    colours = {
        image.pixelColor(x, y).name() for x in range(left, right) for y in (top, top + module)
    }
    assert colours <= {"#ffffff", "#000000"}, "no edge is smoothed"
    half = module // 2
    return [
        [
            image.pixelColor(left + column * module + half, top + row * module + half).name()
            for column in range(code.size)
        ]
        for row in range(code.size)
    ]


@pytest.mark.parametrize("scale", [1.0, 1.5, 0.7114])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_code_is_painted_module_by_module_at_any_scale(
    qapp: QApplication, scale: float, ratio: float
) -> None:
    """Black on white over a dark ground, with four modules of white on every side."""
    code = code_of("http://192.0.2.7:8080/?w=lantern", "The page")
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill("#202020")
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(3.3, 2.7)
        painter.scale(scale, scale)
        paint_code(painter, QRectF(0, 0, 250 / scale / ratio, 280 / scale / ratio), code)
    image.setDevicePixelRatio(1)
    read = _read(image, code)
    inside = [row[QUIET:-QUIET] for row in read[QUIET:-QUIET]]
    assert inside == [["#000000" if dark else "#ffffff" for dark in row] for row in code.rows]
    edge = {*read[0], *read[QUIET - 1], *read[-1], *(row[QUIET - 1] for row in read)}
    assert edge == {"#ffffff"}
