"""Has the command line say many things in one process, each to streams of its own.

``python -m tests.cli.said_in_turn TURNS`` reads from that JSON file what to say, and writes beside
each turn's streams the code that it ended with. A fault that comes out is its traceback instead.
"""

from __future__ import annotations

import io
import json
import os
import sys
import traceback
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from idlib_wargame.cli import main
from idlib_wargame.session.pins import HashWork, use_work


class Terminal(io.TextIOWrapper):
    """A file that says that somebody looks at it."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def say(turn: dict[str, Any]) -> int | str:
    """One command, in the folder of what it says; the code that it ended with, or a traceback.

    ``streams`` is "file", "terminal" or "none", and ``page`` what Python took for them.
    """
    kept = sys.stdin, sys.stdout, sys.stderr
    with ExitStack() as opened:
        try:
            os.chdir(Path(turn["place"]).parent)
            _use_streams(turn, opened)
            main(turn["words"], prog_name="idlib-wargame")
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 0
        except BaseException:
            return traceback.format_exc()
        finally:
            sys.stdin, sys.stdout, sys.stderr = kept
    return 0


def _use_streams(turn: dict[str, Any], opened: ExitStack) -> None:
    if turn["streams"] == "none":
        sys.stdin = sys.stdout = sys.stderr = None  # what a program without a console finds
        return
    kind = Terminal if turn["streams"] == "terminal" else io.TextIOWrapper
    place, page = Path(turn["place"]), turn["page"]
    sys.stdin = io.TextIOWrapper(io.BytesIO(turn["typed"].encode()), page)
    sys.stdout = opened.enter_context(kind(place.with_suffix(".out").open("wb"), page))
    sys.stderr = opened.enter_context(kind(place.with_suffix(".err").open("wb"), page))


if __name__ == "__main__":
    use_work(HashWork(rounds=1, memory=64))  # nobody guesses
    asked = Path(sys.argv[1])
    codes = [say(turn) for turn in json.loads(asked.read_text(encoding="utf-8"))]
    asked.with_suffix(".codes").write_text(json.dumps(codes), encoding="utf-8")
