"""A seat's window shows the tables that its pack has: two to five, named and coloured as there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading, read_files
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.marks import Stripe
from idlib_wargame.windows.seat.window import SeatWindow
from tests.packs.harbour import changed
from tests.packs.other_tables import five_tables, two_tables
from tests.windows.play_harbour import begin, open_orders, shown_text
from tests.windows.seat.conftest import Opener

WindowOf = Callable[[PackReading], SeatWindow]


@pytest.fixture
def opened(seat_of: Opener) -> Iterator[WindowOf]:
    """Opens a seat in its first orders, on the smallest screen that is promised."""
    sessions = []

    def window_of(reading: PackReading) -> SeatWindow:
        session = begin(reading)
        sessions.append(session)
        open_orders(session)
        window = seat_of(session)
        window.resize(1280, 720)
        QApplication.processEvents()
        return window

    yield window_of
    for session in sessions:
        session.close()


@pytest.mark.parametrize("pack", [two_tables, five_tables])
def test_every_table_has_its_column_within_the_window(
    opened: WindowOf, pack: Callable[[], PackReading]
) -> None:
    """At 1280 by 720 the columns stand side by side, as wide as each other, none cut off."""
    reading = pack()
    window = opened(reading)
    assert reading.scenario is not None
    columns = list(window.moves.columns.values())
    assert len(columns) == len(reading.scenario.tables)
    assert (window.width(), window.height()) == (1280, 720)
    lefts = [column.mapTo(window.pages, column.rect().topLeft()).x() for column in columns]
    assert lefts == sorted(lefts)
    assert lefts[-1] + columns[-1].width() <= window.pages.width()
    widths = [column.width() for column in columns]
    assert max(widths) - min(widths) <= 1
    assert min(widths) >= 120


def test_heads_of_columns_are_the_authors_names(opened: WindowOf) -> None:
    """Capitals stay where the author put them."""
    window = opened(five_tables())
    heads = [shown_text(column).splitlines()[0] for column in window.moves.columns.values()]
    assert heads == [
        "Concessions",
        "NATO moves",
        "Diplomatic actions",
        "Newspapers and broadcasters",
        "iBank",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_columns_carry_the_colours_of_the_pack(
    opened: WindowOf, qapp: QApplication, scheme: str
) -> None:
    """Five columns have five colours, each the pack's, made to stand out in either scheme."""
    theme.set_scheme(scheme)
    theme.apply(qapp)
    reading = five_tables()
    window = opened(reading)
    assert reading.scenario is not None
    painted = []
    for column in window.moves.columns.values():
        stripe = column.findChildren(Stripe)[0]
        middle = stripe.rect().center()
        painted.append(QColor(stripe.grab().toImage().pixel(middle)).name())
    expected = [theme.seat_colour(table.colour).lower() for table in reading.scenario.tables]
    assert painted == expected
    assert len(set(painted)) == 5


def test_a_hint_begins_with_the_tracks_own_name(opened: WindowOf) -> None:
    """What a closed move waits for does not turn “iPhone sales” into “IPhone sales”."""
    files = changed("tracks.yaml", "name: Stage of the talks", "name: iPhone sales")
    window = opened(read_files(files))
    shown = shown_text(window.moves)
    assert "iPhone sales must be “draft” or more" in shown
    assert "IPhone" not in shown
