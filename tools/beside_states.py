"""The windows before and after an exercise, in every state, each by its name."""

from __future__ import annotations

import shutil
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from sample import PACK, SAMPLE
from staging import seating
from studio import ORDERS, REPORT, SESSIONS, States, Studio, on_screen

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.reading import read_session
from idlib_wargame.views.recent import Recent
from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.start.window import StartWindow


def start_empty(studio: Studio) -> QWidget:
    """The first thing that a new user sees."""
    return StartWindow(SESSIONS)


def start_recent(studio: Studio) -> QWidget:
    """The start window of somebody who has used it."""
    window = StartWindow(SESSIONS)
    window.show_recent(_recents(studio))
    return window


def start_fault(studio: Studio) -> QWidget:
    """A file that is no session."""
    window = StartWindow(SESSIONS)
    window.show_recent(_recents(studio))
    window.say("Nothing in “notes.wargame” can be read, because it is not a session file.")
    return window


def setup_1_pack(studio: Studio) -> QWidget:
    """Which conflict?"""
    return _assistant(studio, 0)


def setup_1_problems(studio: Studio) -> QWidget:
    """A pack that has to be mended first."""
    broken = studio.scratch / "draft-pack"
    shutil.copytree(PACK, broken)
    (broken / "outcomes.yaml").write_text("outcomes: 7\n", encoding="utf-8")
    text = (broken / "seats.yaml").read_text(encoding="utf-8")
    (broken / "seats.yaml").write_text(text.replace("russia", "rusia", 1), encoding="utf-8")
    window = _assistant(studio, 0)
    window.open_pack(broken)
    return window


def setup_2_exercise(studio: Studio) -> QWidget:
    """What is it called, and how is it played?"""
    return _assistant(studio, 1)


def setup_2_day(studio: Studio) -> QWidget:
    """How long is each part of the day, and how may what is seen be passed on?"""
    window = _assistant(studio, 1)
    on_screen(window)
    window.exercise_page.day.handling.setFocus()
    bar = window.exercise_page.verticalScrollBar()
    bar.rangeChanged.connect(lambda _least, most: bar.setValue(most))
    bar.setValue(bar.maximum())
    return window


def setup_3_seats(studio: Studio) -> QWidget:
    """Who sits where?"""
    return _assistant(studio, 2)


def setup_3_shared(studio: Studio) -> QWidget:
    """The seats shared out in the last way that the pack offers."""
    window = _assistant(studio, 2)
    if window.seats_page.arrangements is not None:
        window.seats_page.arrangements.buttons()[-1].click()
    return window


def setup_4_begin(studio: Studio) -> QWidget:
    """What happens now?"""
    return _assistant(studio, 3)


def replay(studio: Studio) -> QWidget:
    """The sample session, stopped at a ruling."""
    saved = read_session(SAMPLE)
    window = ReplayWindow(saved)
    ruled = next(n for n, moment in enumerate(saved.moments) if moment.kind.name == "ruling")
    window.player.seek(ruled)
    return window


def replay_pin(studio: Studio) -> QWidget:
    """A replay before it is shown for control, after wrong tries."""
    lock = PinLock("of a PIN", clock=lambda: 0.0)
    window = ReplayWindow(read_session(SAMPLE), lock=lock)
    for _ in range(4):
        lock.opens("wrong")
    window.readers.control.click()
    return window


def replay_end(studio: Studio) -> QWidget:
    """The sample session at its end."""
    saved = read_session(SAMPLE)
    window = ReplayWindow(saved)
    window.player.seek(len(saved.moments) - 1)
    return window


def chart(studio: Studio) -> QWidget:
    """The escalation of the sample session, a turn chosen."""
    saved = read_session(SAMPLE)
    panel = EscalationPanel(saved.scenario)
    panel.show_play(saved.last)
    panel.set_cursor(4)
    return panel


def _assistant(studio: Studio, page: int) -> SetupAssistant:
    window = SetupAssistant(shipped_packs(), SESSIONS, TypesetPapers())
    for number in range(page):
        window.go_to(number + 1)
        if number + 1 == 2:
            for card, each in zip(window.seats_page.cards, seating(studio.reading), strict=True):
                card.show_seating(each)
            habit = window.seats_page.cards[3]
            named = f"habit:{studio.scenario.habits[0].id}"
            habit.show_seating(habit.seating()._replace(played_by=named))
            habit.changed.emit()
    return window


def _recents(studio: Studio) -> list[Recent]:
    there = studio.scratch / "there.wargame"
    there.touch()
    in_play = studio.at(5, ORDERS).play
    over, young = read_session(SAMPLE).last, studio.at(2, REPORT).play
    rows = (
        (there, "Staff course · Group B", in_play, "2020-02-04T09:12:00+00:00"),
        (there, "Staff course · Group A", over, "2020-02-03T16:40:00+00:00"),
        (there, "A first try, with the whole office looking on", young, "2020-01-30T11:05:00Z"),
        (SESSIONS / "Old.wargame", "Rehearsal", over, "2020-01-28T14:20:00Z"),
    )
    return [
        replace(Recent.of(path, studio.scenario, play, when), title=title)
        for path, title, play, when in rows
    ]


BESIDE: States = {
    each.__name__.replace("_", "-"): each
    for each in (
        start_empty,
        start_recent,
        start_fault,
        setup_1_pack,
        setup_1_problems,
        setup_2_exercise,
        setup_2_day,
        setup_3_seats,
        setup_3_shared,
        setup_4_begin,
        replay,
        replay_pin,
        replay_end,
        chart,
    )
}
