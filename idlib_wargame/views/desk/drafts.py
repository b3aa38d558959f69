"""What is half typed in a place of the desk with more than one field, as the text that is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeVar

Value = TypeVar("Value", str, int, bool, "list[str]")


class Draft:
    """Reads such a text. A file may hold anything: what is not of its kind reads as the default."""

    def __init__(self, text: str) -> None:
        try:
            found = json.loads(text)
        except ValueError:
            found = None
        self._values: Mapping[str, object] = found if isinstance(found, dict) else {}

    def get(self, name: str, default: Value) -> Value:
        """What was typed or picked there."""
        found = self._values.get(name, default)
        if type(found) is not type(default):
            return default
        if isinstance(found, list) and not all(isinstance(each, str) for each in found):
            return default
        return found


def draft_text(**values: str | int | list[str]) -> str:
    """The text of these values; ``Draft`` reads it."""
    return json.dumps(values, ensure_ascii=False)
