"""How results are decided: each method with a line that says what it means."""

from __future__ import annotations

from idlib_wargame.session.play import METHODS
from idlib_wargame.windows.setup.choice_list import ChoiceList


def method_name(method: str) -> str:
    """A method as people read it: "Semi-rigid"."""
    return method.replace("_", "-").capitalize()


def method_list() -> ChoiceList[str]:
    """One of the methods, to be picked."""
    return ChoiceList(
        "Method", [(method, method_name(method), words) for method, words in METHODS.items()]
    )
