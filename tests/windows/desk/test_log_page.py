"""The log on the desk: whole where somebody looks, kept to the newest line, and never slow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.registry import kind_named
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.log import LogLine
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.covered_log import CoveredLog
from idlib_wargame.windows.desk.log_page import BY, WORDS, LogPage
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from tests.windows.desk.conftest import Opener
from tests.windows.dress import dress, dressed
from tests.windows.play_harbour import begin

LONG = "the ministers spoke of fish, of boats and of each other, and nobody wrote it down. "


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise with sixty notes, some of which need several lines."""
    session = begin(harbour, tmp_path / "long.wargame")
    for number in range(60):
        note(session, f"{number}: {LONG * (1 + number % 4)}")
    yield session
    session.close()


def note(session: Session, text: str) -> None:
    """One more line."""
    session.submit(TakeNote(text), FACILITATOR)
    QApplication.processEvents()


def log_of(desk: DeskWindow) -> LogPage:
    """The log, looked at."""
    desk.turning.show_log()
    QApplication.processEvents()
    return desk.page.log


def seen(log: LogPage) -> range:
    """The rows that can be seen, in part or whole."""
    first, last = log.rowAt(0), log.rowAt(log.viewport().height() - 1)
    return range(first, (last if last >= 0 else log.lines.rowCount() - 1) + 1)


def cut(log: LogPage) -> list[int]:
    """The rows that can be seen and have less room than their words need."""
    metrics, short = log.fontMetrics(), []
    for row in seen(log):
        index = log.lines.index(row, WORDS)
        room = QRect(0, 0, log.columnWidth(WORDS), 10_000)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, index.data()).height()
        if log.rowHeight(row) < needed:
            short.append(row)
    return short


def at_end(log: LogPage) -> bool:
    """Whether the newest line is in view, wholly."""
    bar = log.verticalScrollBar()
    return bar.value() == bar.maximum() > 0


def test_every_line_that_is_seen_is_seen_whole(desk_of: Opener, session: Session) -> None:
    """At the end, on the way up, in a narrower window, and with larger text."""
    desk = desk_of(session)
    log = log_of(desk)
    assert (at_end(log), cut(log)) == (True, [])
    bar = log.verticalScrollBar()
    for share in (4, 3, 2, 1, 0):
        bar.setValue(bar.maximum() * share // 5)
        QApplication.processEvents()
        assert cut(log) == []
    desk.resize(1100, 700)
    QApplication.processEvents()
    assert cut(log) == []
    desk.looks.set_text(150)
    QApplication.processEvents()
    assert cut(log) == []
    assert len(seen(log)) > 2


def test_the_newest_line_stays_in_view(desk_of: Opener, session: Session) -> None:
    """Whatever its length, and however the window changes, until somebody scrolls away."""
    desk = desk_of(session)
    log = log_of(desk)
    note(session, LONG * 9)
    assert at_end(log)
    desk.resize(1000, 640)
    QApplication.processEvents()
    assert at_end(log)
    desk.turning.show_situation()
    note(session, LONG * 6)
    assert at_end(log_of(desk))


def test_a_reader_who_scrolled_away_is_left_alone(desk_of: Opener, session: Session) -> None:
    """New lines and an undo change neither what is in view nor what is picked out."""
    log = log_of(desk_of(session))
    bar = log.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    QApplication.processEvents()
    picked = seen(log)[2]
    log.selectRow(picked)
    place, in_view = bar.value(), seen(log)
    note(session, LONG)
    session.submit(Undo(), FACILITATOR)
    QApplication.processEvents()
    assert (bar.value(), seen(log)) == (place, in_view)
    assert [index.row() for index in log.selectionModel().selectedRows()] == [picked]
    struck = log.lines.index(log.lines.rowCount() - 2, WORDS)
    assert struck.data(Qt.ItemDataRole.FontRole).strikeOut()


class Counted(CoveredLog):
    """A log that counts how many lines were worked out."""

    looked_at = 0

    def __getitem__(self, row: int) -> LogLine:
        self.looked_at += 1
        return super().__getitem__(row)


def test_a_long_record_is_not_gone_through(
    qtbot: QtBot, qapp: QApplication, harbour: PackReading
) -> None:
    """Of a thousand lines those in view are worked out, and for one more no more than that."""
    dress(qapp)
    session = begin(harbour)
    for number in range(1000):
        session.submit(TakeNote(f"{number}"), FACILITATOR)
    lines = Counted(session)
    log = LogPage(lines)
    qtbot.addWidget(log)
    log.resize(600, 400)
    log.catch_up(uncovered=False)
    assert lines.looked_at == 0
    log.show()
    QApplication.processEvents()
    assert at_end(log)
    assert 0 < lines.looked_at < 100
    before = lines.looked_at
    session.submit(TakeNote("One more"), FACILITATOR)
    log.catch_up(uncovered=False)
    QApplication.processEvents()
    # Whoever looked round first is in the record, and has no line in the log.
    told = [entry for entry in session.entries if kind_named(entry.kind).has_line]
    assert log.lines.rowCount() == len(told)
    assert lines.looked_at - before < 5


@dressed
def test_in_a_narrow_log_words_have_the_room_of_the_names(
    desk_of: Opener, session: Session
) -> None:
    """At 150% on a small screen: who it was stands in the tooltip, and comes back with the room."""
    desk = desk_of(session)
    log = log_of(desk)
    assert not log.isColumnHidden(BY)
    desk.looks.set_text(150)
    desk.resize(1272, 684)
    QApplication.processEvents()
    assert log.isColumnHidden(BY)
    assert log.columnWidth(WORDS) >= theme.scaled(180)
    told = log.lines.index(0, WORDS).data(Qt.ItemDataRole.ToolTipRole)
    assert told.startswith("Facilitator\n")
    desk.resize(1900, 1000)
    QApplication.processEvents()
    assert not log.isColumnHidden(BY)
