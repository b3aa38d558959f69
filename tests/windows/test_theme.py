"""The look: contrast, light and dark, sizes of text, icons and typefaces."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import combinations, product

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.table_colours import TABLE_COLOURS
from idlib_wargame.views.look.colours import (
    DARK,
    LIGHT,
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    Colours,
    channels,
)
from idlib_wargame.views.look.glyphs import GLYPHS
from idlib_wargame.windows.look import fonts, icons, theme
from idlib_wargame.windows.parts.labels import label

SCHEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
SHEETS = ("window", "panel", "raised", "picked")
ON_THEIR_OWN = (
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("warning", "warning_fill"),
    ("danger", "danger_fill"),
    ("good", "good_fill"),
    *product(("warning", "danger", "good"), ("panel", "raised", "window")),
)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the application, and leave it as the system asks afterwards."""
    theme.apply(qapp)
    yield
    theme.set_scheme(None)
    theme.set_text_scale(100)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("ink", "paper"), [*product(("text", "muted"), SHEETS), *ON_THEIR_OWN], ids="-on-".join
)
def test_text_stands_out_from_what_is_behind_it(scheme: Colours, ink: str, paper: str) -> None:
    """Every pair of text and background reaches what WCAG AA asks of body text."""
    assert theme.contrast(getattr(scheme, ink), getattr(scheme, paper)) >= TEXT_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("edge", ["border", "focus", "accent"])
@pytest.mark.parametrize("paper", ["window", "panel"])
def test_edges_of_controls_stand_out(scheme: Colours, edge: str, paper: str) -> None:
    """Where a control ends, and which has the focus, can be seen."""
    assert theme.contrast(getattr(scheme, edge), getattr(scheme, paper)) >= SHAPE_CONTRAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "colour",
    [
        *TABLE_COLOURS.values(),
        *(colour for colour, _ in theme.BANDS.values()),
        "#FFEE00",
        "#101010",
    ],
)
def test_colours_with_a_meaning_can_be_read(scheme: str, colour: str) -> None:
    """Tables, results and seats are brought to a shade that stands out, as text and as shapes."""
    theme.set_scheme(scheme)
    now = theme.colours()
    assert theme.contrast(theme.seat_colour(colour), now.panel) >= SHAPE_CONTRAST
    assert theme.contrast(theme.seat_text(colour), now.panel) >= TEXT_CONTRAST
    assert theme.contrast(theme.seat_text(colour), now.raised) >= TEXT_CONTRAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("shade", [theme.seat_colour, theme.seat_text])
def test_tables_stay_apart_in_the_shades_that_can_be_read(
    scheme: str, shade: Callable[[str], str]
) -> None:
    """Made darker or lighter, no two colours of tables come near enough to be taken for one."""
    theme.set_scheme(scheme)
    shades = [channels(shade(colour)) for colour in TABLE_COLOURS.values()]
    apart = [math.dist(one, other) for one, other in combinations(shades, 2)]
    assert len(apart) == 10
    assert min(apart) > 0.15


def test_a_colour_that_stands_out_already_is_left_alone() -> None:
    """A pack's colour is shown as the pack gives it wherever it can be."""
    theme.set_scheme("light")
    assert theme.seat_colour("#4E79A7") == "#4E79A7"


def test_contrast_is_measured_as_published() -> None:
    """Black on white is 21; a colour on itself is 1."""
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#4e79a7", "#4e79a7") == pytest.approx(1)


def test_results_differ_in_shape_as_well_as_colour() -> None:
    """Nobody has to tell results apart by colour."""
    assert set(theme.BANDS) == set(Band)
    assert len({shape for _, shape in theme.BANDS.values()}) == len(Band)


def test_scheme_changes_what_is_on_screen(qapp: QApplication) -> None:
    """Dark and light are announced, and the application's own colours follow."""
    heard: list[bool] = []
    theme.set_scheme("light")
    theme.changes().changed.connect(lambda: heard.append(theme.colours().dark))
    theme.set_scheme("dark")
    assert heard == [True]
    assert qapp.palette().window().color().name() == DARK.window
    theme.set_scheme("light")
    assert qapp.palette().window().color().name() == LIGHT.window


def test_text_grows_everywhere(qapp: QApplication) -> None:
    """At 150% a label's letters and the widths made for words grow by half."""
    title = QLabel("Turn 3 of 8")
    title.setProperty("role", "title")
    title.ensurePolished()
    assert title.font().pixelSize() == 28
    theme.set_text_scale(150)
    title.ensurePolished()
    assert title.font().pixelSize() == 42
    assert theme.scaled(200) == 300
    assert theme.font(13).pixelSize() == 20


def test_our_typeface_is_loaded() -> None:
    """The program brings its own typeface, so that it looks the same everywhere."""
    assert fonts.text_family() == "Inter"
    assert fonts.icon_family() == "Phosphor"


@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_every_icon_draws_something(name: str) -> None:
    """No icon of ours is an empty box."""
    picture = icons.icon(name).pixmap(24, 24).toImage()
    inked = sum(
        picture.pixelColor(x, y).alpha() > 0
        for x in range(picture.width())
        for y in range(picture.height())
    )
    assert 8 < inked < picture.width() * picture.height()


def test_icons_follow_the_scheme() -> None:
    """An icon made in the light is drawn light in the dark."""
    theme.set_scheme("light")
    square = icons.icon("square")
    in_light = square.pixmap(24, 24).toImage().pixelColor(12, 12)
    theme.set_scheme("dark")
    in_dark = square.pixmap(24, 24).toImage().pixelColor(12, 12)
    assert in_light.lightness() < in_dark.lightness()


@pytest.mark.parametrize("size", theme.SIZES)
def test_a_label_takes_the_size_it_asks_for(size: int) -> None:
    """Each of the sizes of type reaches the screen, wrapped or not."""
    for wrap in (False, True):
        made = label("Turn 3 of 8", size=size, wrap=wrap)
        made.ensurePolished()
        assert made.font().pixelSize() == size


class Told(QLabel):
    """A label that counts how often it is told of another style."""

    count = 0

    def changeEvent(self, event: QEvent) -> None:
        """Count."""
        super().changeEvent(event)
        self.count += event.type() == QEvent.Type.StyleChange


def test_a_change_dresses_each_widget_as_often_however_deep_it_lies(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """Windows are deep, and once each part was dressed again for every part that it lies in."""
    theme.apply(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    shallow, inside = Told("shallow", window), window
    for _ in range(12):
        inside = QWidget(inside)
    deep = Told("deep", inside)
    window.show()
    QApplication.processEvents()
    shallow.count = deep.count = 0
    theme.set_scheme("dark")
    told = (shallow.count, deep.count)
    theme.set_scheme(None)
    assert told[0] == told[1] > 0


def nested(told: Told) -> QWidget:
    """A title and a label, put into a part that is put into another, and so on."""
    inside: QWidget = label("words", "title")
    for part in (told, *(QWidget() for _ in range(12))):
        around = QWidget()
        column = QVBoxLayout(around)
        column.addWidget(inside)
        column.addWidget(part)
        inside = around
    return inside


def test_what_is_put_together_is_dressed_once(qtbot: QtBot, qapp: QApplication) -> None:
    """However often a part is put into another; and afterwards it wears what it would have worn."""
    theme.apply(qapp)
    plainly, once = Told("title"), Told("title")
    windows = [nested(plainly)]
    with theme.dressed_once():
        windows.append(nested(once))
    for window in windows:
        qtbot.addWidget(window)
        window.show()
    QApplication.processEvents()
    titles = [label for window in windows for label in window.findChildren(QLabel)]
    assert sorted(label.font().pixelSize() for label in titles) == [13, 13, 28, 28]
    assert once.count < plainly.count


def test_where_nothing_is_worn_nothing_is_put_on(qapp: QApplication) -> None:
    """Whoever took the look off has windows put together without it."""
    theme.apply(qapp)
    qapp.setStyleSheet("")
    with theme.dressed_once():
        pass
    assert qapp.styleSheet() == ""


def test_undressed_inside_undressed_is_dressed_at_the_end(qapp: QApplication) -> None:
    """Also where the look was changed meanwhile."""
    theme.apply(qapp)
    with theme.dressed_once():
        with theme.dressed_once():
            pass
        assert qapp.styleSheet() == ""
        theme.set_text_scale(150)
        assert qapp.styleSheet() == ""
    assert "font-size: 42px" in qapp.styleSheet()
    theme.set_text_scale(100)
    assert "font-size: 28px" in qapp.styleSheet()


def test_title_bars_and_dialogs_of_the_system_are_asked_to_follow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The system draws them: held dark, they are asked for dark, and let go with the rest."""
    asked: list[Qt.ColorScheme] = []
    monkeypatch.setattr(QStyleHints, "setColorScheme", lambda _hints, scheme: asked.append(scheme))
    for scheme in ("dark", "light", None):
        theme.choose_scheme(scheme)
    assert asked == [Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Unknown]
