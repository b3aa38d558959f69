"""A record as long as is asked for: what one act more takes, the desk on it, and its memory.

Arguments: what to measure, and then the numbers of entries, or a file. Each answer of "act",
"shown", "read" and "built" is a pair of milliseconds, at the longer record and at the shorter, and
of "injects" on a desk with so many injects and with the pack's own;
"memory" and "growth" answer with bytes a note and what they are compared with; "adjudicated" and
"injected" with the bytes that such an entry takes up and those of its body; "open" with seconds.
"write" writes a file of so many entries.
"""

from __future__ import annotations

import gc
import random
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import mean

from benchmarks.random_orders import players, random_orders, the_pack
from benchmarks.worker import serve
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session

WORDS = "Note {number}: the delegations met again, and nobody would say what had been agreed."
FOUR_KB = 4096
TURNS = 8
HEAVY: dict[str, type[Act]] = {"adjudicated": Adjudicate, "injected": SendInject}


def begun(injects: int = 0) -> Session:
    """A new exercise, in memory; with so many injects, or the pack's own."""
    reading = the_pack()
    scenario = reading.scenario
    if scenario is None:
        raise SystemExit("the pack has problems; check it first")
    if injects:
        scenario = replace(scenario, injects=repeated(scenario.injects, injects))
        reading = replace(reading, scenario=scenario)
    seating = tuple(Seating(seat) for seat in players(scenario))
    setup = Setup("Long", "", TURNS, seating=seating)
    return Session.create(None, reading, setup, seed_from_number(1))


def repeated(injects: Sequence[Inject], count: int) -> tuple[Inject, ...]:
    """The pack's injects, and again under other names until there are so many."""
    return tuple(
        each if number < len(injects) else replace(each, id=f"{each.id}_{number}")
        for number, each in zip(range(count), cycle(injects), strict=False)
    )


def lengthen(session: Session, count: int) -> None:
    """Notes, until there are so many entries."""
    for number in range(len(session.entries), count):
        session.submit(TakeNote(WORDS.format(number=number)), FACILITATOR)


def long_session(count: int) -> Session:
    """An exercise in memory with so many entries."""
    session = begun()
    lengthen(session, count)
    return session


def milliseconds(act: Callable[[], object]) -> float:
    """How long something takes."""
    begun_at = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - begun_at)


def in_turns(long: Callable[[], float], short: Callable[[], float]) -> Callable[[str], object]:
    """Measures both, now the one first and now the other."""
    asked = 0

    def both(_: str) -> tuple[float, float]:
        nonlocal asked
        asked += 1
        if asked % 2:
            first = long()
            return first, short()
        second = short()
        return long(), second

    return both


def acts(short: int, long: int) -> Callable[[str], object]:
    """One note more, without any window."""
    sessions = [long_session(count) for count in (long, short)]
    timed = [lambda each=each: milliseconds(lambda: one_more(each)) for each in sessions]
    return in_turns(*timed)


def one_more(session: Session) -> None:
    """One note more."""
    lengthen(session, len(session.entries) + 1)


def shown(short: int, long: int, with_log: bool) -> Callable[[str], object]:
    """One note more until a desk has shown it, with the log in front or the situation."""
    from PySide6.QtWidgets import QApplication

    from idlib_wargame.windows.desk.window import DeskWindow

    dressed()
    desks = [DeskWindow(long_session(count)) for count in (long, short)]
    for desk in desks:
        desk.show()
        QApplication.processEvents()
        (desk.turning.show_log if with_log else desk.turning.show_situation)()
        QApplication.processEvents()

    def more(desk: DeskWindow) -> None:
        one_more(desk.session)
        QApplication.processEvents()

    return in_turns(*(lambda desk=desk: milliseconds(lambda: more(desk)) for desk in desks))


def built(sessions: Sequence[Session]) -> Callable[[str], object]:
    """A desk opened on the longer and the shorter, with everything on it, and painted."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from idlib_wargame.windows.desk.window import DeskWindow

    dressed()

    def opened(session: Session) -> float:
        desks: list[DeskWindow] = []

        def open_it() -> None:
            desks.append(DeskWindow(session))
            desks[0].show()
            QApplication.processEvents()
            QApplication.processEvents()  # the chart comes after the first paint

        took = milliseconds(open_it)
        desks[0].close()
        desks[0].page.question.yes.click()  # it asks, as the session is in memory
        desks[0].deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return took

    return in_turns(*(lambda each=each: opened(each) for each in sessions))


def dressed() -> None:
    """An application as users have it."""
    from PySide6.QtWidgets import QApplication

    from idlib_wargame.windows.look import theme
    from idlib_wargame.windows.own_language import speak_own_language

    app = QApplication(sys.argv[:1])
    speak_own_language(app)
    theme.apply(app)


def taken_up(act: Callable[[], object]) -> int:
    """The bytes that are kept after something and were not before."""
    gc.collect()
    before, _peak = tracemalloc.get_traced_memory()
    act()
    gc.collect()
    return tracemalloc.get_traced_memory()[0] - before


def memory(count: int) -> tuple[float, float]:
    """The bytes that a note takes up, and as many as it may."""
    session = long_session(100)
    tracemalloc.start()
    return taken_up(lambda: lengthen(session, count)) / (count - 100), FOUR_KB


def growth(count: int) -> tuple[float, float]:
    """The bytes of a note in the second half of so many, and in the first."""
    session = long_session(100)
    tracemalloc.start()
    half = count // 2
    first = taken_up(lambda: lengthen(session, half)) / (half - 100)
    return taken_up(lambda: lengthen(session, count)) / (count - half), first


def heavy(kind: str) -> tuple[float, float]:
    """The bytes that an entry of a kind takes up, and those of its body, over an exercise."""
    session, rng = begun(), random.Random(1)
    found: list[tuple[int, int]] = []
    tracemalloc.start()
    while (following := session.next_act()) is not None:
        act = following[0]
        if session.play.phase == ORDERS:
            seal(session, rng)
        kept = taken_up(partial(session.submit, act, FACILITATOR))
        if isinstance(act, HEAVY[kind]):
            found.append((kept, len(session.entries[-1].body.text.encode())))
    # The first of a kind also fills what is kept for all of them.
    return mean(kept for kept, _ in found[1:]), mean(own for _, own in found[1:])


def seal(session: Session, rng: random.Random) -> None:
    """Random orders for every seat."""
    seats = players(session.scenario)
    orders = random_orders(session.referee, session.play.state, seats, rng)
    for seat in seats:
        mine = tuple(Wish(each.move, each.choice) for each in orders if each.seat == seat)
        session.submit(SealOrders(seat, mine), seat)


def opened(path: Path) -> float:
    """The seconds that opening takes."""
    begun_at = time.perf_counter()
    session = Session.open(path)
    took = time.perf_counter() - begun_at
    session.close()
    return took


def write(path: Path, count: int) -> None:
    """A file of so many entries."""
    session = long_session(count)
    session.save_as(path)
    session.close()


def main(what: str, *arguments: str) -> None:
    """Answer, each time somebody asks."""
    match what:
        case "act":
            serve(acts(*map(int, arguments)))
        case "shown" | "read":
            short, long = map(int, arguments)
            serve(shown(short, long, what == "read"))
        case "built":
            serve(built([long_session(int(count)) for count in reversed(arguments)]))
        case "injects":
            serve(built([begun(int(arguments[0])), begun()]))
        case "memory":
            serve(lambda _: memory(int(arguments[0])))
        case "growth":
            serve(lambda _: growth(int(arguments[0])))
        case "open":
            serve(lambda _: opened(Path(arguments[0])))
        case "write":
            write(Path(arguments[0]), int(arguments[1]))
        case _:
            serve(lambda _: heavy(what))


if __name__ == "__main__":
    main(*sys.argv[1:])
