"""How the program looks: colours, type and spacing, light and dark, at any size of text.

``apply(app)`` once at the start; after that everything follows the system's scheme. Widgets ask
for a style by the dynamic property "role" (see ``stylesheet``) and for a size by "text_size".
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from idlib_wargame.views.look.colours import (
    BANDS,
    DARK,
    LIGHT,
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    Colours,
    contrast,
    mixed,
    readable,
)
from idlib_wargame.views.look.typefaces import assets
from idlib_wargame.windows.look import fonts
from idlib_wargame.windows.look.stylesheet import stylesheet

__all__ = [
    "BANDS",
    "SIZES",
    "SPACE",
    "TEXT_SCALES",
    "Colours",
    "apply",
    "changes",
    "choose_scheme",
    "choose_text_scale",
    "colours",
    "contrast",
    "dressed_once",
    "font",
    "mixed",
    "readable",
    "scaled",
    "scheme",
    "seat_colour",
    "seat_text",
    "set_scheme",
    "set_text_scale",
    "style",
    "text_scale",
]

SPACE = 8
SIZES = (11, 13, 16, 20, 28)
TEXT_SCALES = (100, 125, 150)


_SCHEMES = {
    None: Qt.ColorScheme.Unknown,  # which is the system's
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Changes(QObject):
    """``changed`` tells whoever draws by hand that the colours or the size of text changed.

    ``chosen`` tells whoever remembers it that somebody has chosen another look.
    """

    changed = Signal()
    chosen = Signal()


class _Look:
    """What is in force: the scheme asked for (None follows the system), and the size of text."""

    scheme: str | None = None
    scale: int = 100
    following: bool = False
    worn: tuple[Colours, int] | None = None
    sheet: str = ""
    undressed: int = 0  # how many that are being put together wait to be dressed


@cache
def changes() -> Changes:
    """The one notifier; its ``changed`` comes after the new look is in force."""
    return Changes()


def apply(app: QApplication) -> None:
    """Dress the application, and follow the system's light and dark from now on."""
    if not _Look.following:
        _Look.following = True
        _Look.scale = _scale_of_system()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(_follow)
    if not app.styleSheet():
        _Look.worn = None  # it may have worn one before, and somebody took it off
    _dress(app)


@contextmanager
def dressed_once() -> Iterator[None]:
    """What is put together inside is dressed once it is whole; good as a decorator too.

    Put together under a stylesheet, each part is dressed anew whenever what it lies in is put into
    something else, which takes longer than all the rest. Every other window is undressed and
    dressed with it, which is worth it for a whole window and not for a part of one. Where nothing
    is worn, nothing is put on.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication) or not (_Look.undressed or app.styleSheet()):
        yield
        return
    if not _Look.undressed:
        app.setStyleSheet("")
    _Look.undressed += 1
    try:
        yield
    finally:
        _Look.undressed -= 1
        if not _Look.undressed:
            app.setStyleSheet(_Look.sheet)


def scheme() -> str | None:
    """The scheme that the look is held at; None while it follows the system."""
    return _Look.scheme


def set_scheme(scheme: str | None) -> None:
    """Hold the look at "light" or "dark"; None follows the system again.

    The system draws title bars and its own dialogs, and is asked for the same.
    """
    _Look.scheme = scheme
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        app.styleHints().setColorScheme(_SCHEMES[scheme])
    _dress_running()


def set_text_scale(percent: int) -> None:
    """Set all text at so many hundredths of its usual size."""
    _Look.scale = percent
    _dress_running()


def choose_scheme(scheme: str | None) -> None:
    """Somebody wants that scheme from now on; None is the system's."""
    set_scheme(scheme)
    changes().chosen.emit()


def choose_text_scale(percent: int) -> None:
    """Somebody wants text of that size from now on."""
    set_text_scale(percent)
    changes().chosen.emit()


def text_scale() -> int:
    """The size of text in hundredths of the usual."""
    return _Look.scale


def colours() -> Colours:
    """The colours in force."""
    if _Look.scheme is not None:
        return DARK if _Look.scheme == "dark" else LIGHT
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return LIGHT


def scaled(pixels: int) -> int:
    """So many pixels at the size of text in force: for widths that must hold words."""
    return round(pixels * _Look.scale / 100)


def font(size: int, bold: bool = False, tabular: bool = True) -> QFont:
    """The text typeface at one of SIZES, for what is drawn by hand."""
    return fonts.sized(scaled(size), bold, tabular)


def seat_colour(colour: str) -> str:
    """A seat's colour, made to stand out as a shape on a sheet of the scheme in force."""
    return readable(colour, colours().panel, SHAPE_CONTRAST)


def seat_text(colour: str) -> str:
    """A colour, made readable as text on every fill of the scheme in force."""
    return readable(colour, colours().raised, TEXT_CONTRAST)


def style(widget: QWidget, role: str = "", size: int = 0, bold: bool | None = None) -> None:
    """Give a widget its role, size and weight, and have it redrawn so."""
    if role:
        widget.setProperty("role", role)
    if size:
        widget.setProperty("text_size", size)
    if bold is not None:
        widget.setProperty("bold", bold)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _follow() -> None:
    if _Look.scheme is None:
        _dress_running()


def _dress_running() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and _Look.following:
        _dress(app)


def _dress(app: QApplication) -> None:
    now = colours()
    if _Look.worn == (now, _Look.scale):
        return
    _Look.worn = (now, _Look.scale)
    app.setFont(font(13))
    app.setPalette(_palette(now))
    _Look.sheet = stylesheet(now, _Look.scale, assets() / "icons")
    # A sheet in place of another is given to each widget as often as it lies deep; in place of none
    # it is given to each once.
    app.setStyleSheet("")
    if not _Look.undressed:
        app.setStyleSheet(_Look.sheet)
    changes().changed.emit()


def _palette(now: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for part, colour in {
        role.Window: now.window,
        role.WindowText: now.text,
        role.Base: now.panel,
        role.AlternateBase: now.raised,
        role.Text: now.text,
        role.PlaceholderText: now.muted,
        role.Button: now.panel,
        role.ButtonText: now.text,
        role.BrightText: now.danger,
        role.Highlight: now.accent,
        role.HighlightedText: now.on_accent,
        role.Accent: now.accent,
        role.Link: now.focus,
        role.ToolTipBase: now.panel,
        role.ToolTipText: now.text,
        role.Light: now.raised,
        role.Midlight: now.line,
        role.Mid: now.border,
        role.Dark: now.border,
    }.items():
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(now.disabled))
    return palette


def _scale_of_system() -> int:
    """The nearest of our sizes to what the system asks of text; macOS scales by itself."""
    screen = QGuiApplication.primaryScreen()
    if screen is None or sys.platform == "darwin":
        return 100
    asked = screen.logicalDotsPerInch() / 96 * 100
    return min(TEXT_SCALES, key=lambda scale: abs(scale - asked))
