"""The streams that the program was started with, made fit once, at its entrance.

Python takes the system's code page for whatever is no terminal, and has ``None`` for the streams of
a program that was started without a console. Here a file or a pipe is UTF-8 both ways, a terminal
keeps what it was given and gets the nearest sign for what it lacks, and where there is no stream
whatever is said goes nowhere.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from idlib_wargame.cli.printable import BY_NEAREST

_UTF_8 = "utf-8"


class Nowhere(io.TextIOWrapper):
    """Nobody reads it, and nothing comes from it.

    It holds a number of the system's own, so that no file gets that of a stream that was closed:
    libraries go on to write there.
    """

    def __init__(self, to_read: bool = False) -> None:
        number = os.open(os.devnull, os.O_RDONLY if to_read else os.O_WRONLY)
        held = io.FileIO(number, "r" if to_read else "w", closefd=False)
        binary = io.BufferedReader(held) if to_read else io.BufferedWriter(held)
        super().__init__(binary, _UTF_8, BY_NEAREST)

    def isatty(self) -> bool:
        """No; of the device behind it Windows says that it is a terminal."""
        return False


def settle() -> None:
    """Make all three fit: from here on no character and no missing stream can end the program."""
    if sys.stdin is None:
        sys.stdin = Nowhere(to_read=True)
    if sys.stdout is None:
        sys.stdout = Nowhere()
    if sys.stderr is None:
        sys.stderr = Nowhere()
    _hear(sys.stdin)
    _speak(sys.stdout)
    _speak(sys.stderr)


def _speak(stream: TextIO) -> None:
    if not isinstance(stream, io.TextIOWrapper):
        return  # somebody's own, who knows what it takes
    if stream.isatty():
        stream.reconfigure(errors=BY_NEAREST)
    else:
        stream.reconfigure(encoding=_UTF_8, errors=BY_NEAREST)


def _hear(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper) and not stream.isatty() and not _is_utf_8(stream):
        stream.reconfigure(encoding=_UTF_8, errors="surrogateescape")


def _is_utf_8(stream: TextIO) -> bool:
    return stream.encoding.lower().replace("_", "-") == _UTF_8
