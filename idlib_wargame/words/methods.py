"""The ways in which results are decided, as people read them."""

from __future__ import annotations

from idlib_wargame.words.language import _

METHODS = ("semi_rigid", "rigid", "free", "expected")


def method_name(method: str) -> str:
    """A method of METHODS by its name: "Semi-rigid"."""
    names = {
        "semi_rigid": _("Semi-rigid"),
        "rigid": _("Rigid"),
        "free": _("Free"),
        "expected": _("Expected"),
    }
    return names[method]


def method_words(method: str) -> str:
    """What a method of METHODS means for those who play, in one line."""
    words = {
        "semi_rigid": _("Dice decide; the facilitator may rule otherwise and says why"),
        "rigid": _("Dice decide; no rulings"),
        "free": _("The facilitator decides each order; the dice are shown for information"),
        "expected": _("No dice: every order gets its likeliest result"),
    }
    return words[method]
