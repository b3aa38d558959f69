"""Programs that are killed while they play or settle, and what their files then hold.

A child is forked for each, which says on a pipe what was acknowledged; it is killed at a moment
that chance picks. Forking needs Linux or macOS.
"""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.file import Record
from idlib_wargame.record.salvage import salvage
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.autoplay import begin, play_on

Say = Callable[[str], None]
MOST_SECONDS = 30  # for a child that hangs


class Kill(NamedTuple):
    """One kill: how many acts were acknowledged, and what was wrong afterwards, if anything.

    ``amid`` says that it fell where it was meant to: before the play, or the settling, was over.
    """

    acknowledged: int
    amid: bool
    fault: str


def kills_in_play(folder: Path, reading: PackReading, count: int) -> Iterator[Kill]:
    """Exercises killed somewhere in play, until so many were before their last act was over."""
    yield from _kills(folder, count, lambda path: lambda say: _play(path, reading, say), wait_for=2)


def kills_while_settling(folder: Path, count: int) -> Iterator[Kill]:
    """Records killed while settling or closing, until so many were before that was over."""
    yield from _kills(folder, count, lambda path: lambda say: _settle(path, say), wait_for=0)


def _kills(
    folder: Path, count: int, child_of: Callable[[Path], Callable[[Say], None]], wait_for: int
) -> Iterator[Kill]:
    random, longest, amid = Random(count), 0.0, 0
    for number in range(4 * count):
        if amid == count:
            return
        path = folder / f"{number}.wargame"
        child = child_of(path)
        if number == 0:
            _, longest = _run(child, wait_for, None)  # how long it takes, unkilled
            _clear(path)
        said, _took = _run(child, wait_for, random.uniform(0, longest))
        kill = _judged(path, said)
        amid += kill.amid
        longest *= 1.05 if kill.amid else 0.9  # the load of a machine comes and goes
        yield kill
        _clear(path)


def _run(child: Callable[[Say], None], wait_for: int, delay: float | None) -> tuple[str, float]:
    """Runs a child, and kills it so long after it began in earnest.

    That is when it said "begin", or so many acknowledgements. What it said comes back, and how
    many seconds it ran from then on.
    """
    out, into = os.pipe()
    with warnings.catch_warnings():
        # A test runner has threads of its own. The child goes near nothing that they may hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        os.close(out)
        status = 1
        try:
            signal.alarm(MOST_SECONDS)
            child(lambda line: void(os.write(into, f"{line}\n".encode())))
            status = 0
        finally:
            os._exit(status)
    os.close(into)
    said = ""
    with os.fdopen(out, "rb", buffering=0) as pipe:
        while not _has_begun(said, wait_for) and (more := pipe.read(4096)):
            said += more.decode()
        began = time.monotonic()
        if delay is not None:
            time.sleep(delay)
            os.kill(pid, signal.SIGKILL)
        while more := pipe.read(65536):
            said += more.decode()
    os.waitpid(pid, 0)
    return said, time.monotonic() - began


def void(_value: object) -> None:
    """Makes a statement of an expression."""


def _has_begun(said: str, wait_for: int) -> bool:
    return "begin\n" in said or (wait_for > 0 and said.count("\n") >= wait_for)


def _play(path: Path, reading: PackReading, say: Say) -> None:
    assert reading.scenario is not None
    session = begin(path, reading, reading.scenario.habits[0].id, seed_from_number(5))
    say(session.saved.head)
    for _change in play_on(session):
        say(session.saved.head)
    say("over")


def _settle(path: Path, say: Say) -> None:
    record = Record.create(path, bytes(32), files={"pack.yaml": "id: harbour\n" * 500})
    for number in range(40):
        entry = record.append("note", {"text": "spoken " * (number * 37 % 900)}, "facilitator")
        say(entry.digest)
        if number == 20:
            record.settle()
    say("begin")
    record.settle()
    say(record.append("note", {"text": "after"}, "facilitator").digest)
    record.close()
    say("over")


def _judged(path: Path, said: str) -> Kill:
    """What the file holds against what was acknowledged; it must open for play and go on."""
    lines = [line for line in said.split("\n")[:-1] if line != "begin"]
    amid = "over" not in lines
    digests = [line for line in lines if line != "over"]
    # A session says its first digest when both of its first entries are in.
    found = salvage(path)
    held = [entry.digest for entry in found.entries]
    fault = ""
    if not found.complete:
        fault = f"not complete: {found.stopped}"
    elif not set(digests) <= set(held):
        fault = f"{len(set(digests) - set(held))} acknowledged entries are gone"
    else:
        with Record.open(path) as record:
            record.append("note", {"text": "on we go"}, "facilitator")
        again = salvage(path)
        if len(again.entries) != len(held) + 1 or again.remarks or not again.complete:
            fault = f"did not go on: {again.stopped}"
    return Kill(len(digests), amid, fault)


def _clear(path: Path) -> None:
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink()
