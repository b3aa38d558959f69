"""How results are decided: each method with a line that says what it means."""

from __future__ import annotations

from idlib_wargame.windows.setup.choice_list import ChoiceList
from idlib_wargame.words.language import _
from idlib_wargame.words.methods import METHODS, method_name, method_words


def method_list() -> ChoiceList[str]:
    """One of the methods, to be picked."""
    rows = [(method, method_name(method), method_words(method)) for method in METHODS]
    return ChoiceList(_("Method"), rows)
