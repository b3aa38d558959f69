"""Small files of the user's, such as the list of recent sessions, that no exercise depends on."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)


def read_settings(file: Path, most_bytes: int) -> Any:
    """The JSON that a file holds; None where there is none. Whatever lies there, we start.

    What is no file, larger than anything of ours, no JSON or nested without end is set aside under
    another name, so that the next one can be written and whoever looks finds what it was.
    """
    try:
        return _read(file, most_bytes) if file.exists() else None
    except (OSError, ValueError, RecursionError) as fault:
        _log.warning("%s could not be read and is set aside: %s", file.name, fault)
        _set_aside(file)
        return None


def _read(file: Path, most_bytes: int) -> Any:
    # Asked before it is opened: a pipe would keep us waiting.
    if not file.is_file():
        raise ValueError("found something else, expected a file")
    if file.stat().st_size > most_bytes:
        raise ValueError(f"found more than {most_bytes} bytes")
    return json.loads(file.read_text(encoding="utf-8"))


def _set_aside(file: Path) -> None:
    try:
        file.replace(file.with_suffix(".unreadable"))
    except OSError as fault:
        _log.warning("%s could not be set aside either: %s", file.name, fault)
