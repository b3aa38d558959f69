"""What somebody is asked before something that cannot be taken for granted."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Question(NamedTuple):
    """What would happen, and the words of the buttons: to do it, and to leave it (``no``).

    ``other`` is a third way, where there is one.
    """

    text: str
    yes: str
    no: str
    other: str = ""


class Choice(NamedTuple):
    """One turn to pick: what the list says, and what the button says once it is picked.

    ``also`` gives what is said after the question while it is; of many turns one is asked for.
    """

    turn: int
    words: str
    yes: str
    also: Callable[[], str] = str
