"""The signs of comparisons: turned about, and told of whole numbers."""

from __future__ import annotations

# The comparison that holds when another does not.
OPPOSITE = {">=": "<", "<=": ">", ">": "<=", "<": ">=", "==": "!=", "!=": "=="}
# The comparison that says the same when both sides change their sign.
TURNED = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "==": "==", "!=": "!="}


def closed(op: str, bound: int) -> tuple[str, int]:
    """Of whole numbers, more than 3 is 4 or more: the comparison without ``<`` and ``>``."""
    match op:
        case ">":
            return ">=", bound + 1
        case "<":
            return "<=", bound - 1
    return op, bound
