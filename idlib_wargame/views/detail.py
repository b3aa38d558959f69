"""A line behind a result, shown when somebody asks for details."""

from __future__ import annotations

from typing import NamedTuple


class Detail(NamedTuple):
    """A line behind a result: a heading and what it says; ``is_aside`` is only for the curious."""

    heading: str
    text: str
    is_aside: bool = False
