"""A measured program in a process of its own, which takes one measurement each time it is asked.

Asked in turns, ours and theirs share whatever the machine is doing; one waits while the other runs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from benchmarks.report import Pair
from tests.no_screen import platform_of_qt

ROOT = Path(__file__).parent.parent


class Unmeasurable(Exception):
    """Something cannot be measured here; its text says why in one sentence."""


def warm_environment() -> dict[str, str]:
    """This process's environment, with leave to keep compiled modules, as users have it."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


class Worker:
    """A child that answers each line of its input with one line of JSON."""

    def __init__(
        self, name: str, command: Sequence[str | Path], env: Mapping[str, str] | None = None
    ) -> None:
        self.name = name
        self._errors = tempfile.TemporaryFile("w+")  # noqa: SIM115 (closed with the worker)
        self._process = subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env={**warm_environment(), **(env or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )

    def ask(self, word: str = "") -> Any:
        """One measurement. Raises Unmeasurable where the child has died."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(f"{word}\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise Unmeasurable(self._last_words()) from None
        answer = self._process.stdout.readline()
        if not answer:
            raise Unmeasurable(self._last_words())
        return json.loads(answer)

    def _last_words(self) -> str:
        self._process.wait()
        self._errors.seek(0)
        said = self._errors.read().strip().splitlines()
        return f"{self.name} stopped: {said[-1] if said else 'it said nothing'}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()
        self._errors.close()


def ours(name: str, module: str, *arguments: str | Path) -> Worker:
    """A program of benchmarks/children, run by this Python, its windows on no screen."""
    command = [sys.executable, "-m", f"benchmarks.children.{module}", *arguments]
    return Worker(name, command, platform_of_qt())


def in_turns(ours: Worker, theirs: Worker, repeats: int, word: str = "") -> tuple[Pair, ...]:
    """Each asked so often, in turns, after one answer each that does not count."""
    ours.ask(word)
    theirs.ask(word)
    pairs = []
    for repeat in range(repeats):
        # Whoever goes second may find the machine warmer, so they go first by turns.
        if repeat % 2:
            their_figure = theirs.ask(word)
            pairs.append((ours.ask(word), their_figure))
        else:
            pairs.append((ours.ask(word), theirs.ask(word)))
    return tuple(pairs)


def serve(measure: Callable[[str], Any]) -> None:
    """Answer every line of the input with a measurement, until there are no more."""
    for line in sys.stdin:
        print(json.dumps(measure(line.strip())), flush=True)
