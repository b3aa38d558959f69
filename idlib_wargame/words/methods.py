"""The ways in which results may be decided, as people read them."""

from __future__ import annotations

from idlib_wargame.words.language import _, pgettext


def method_name(method: str) -> str:
    """A method by name: "Semi-rigid"; one that the program does not know by its id."""
    match method:
        case "semi_rigid":
            return _("Semi-rigid")
        case "rigid":
            return _("Rigid")
        case "free":
            return pgettext("method", "Free")
        case "expected":
            return _("Expected value")
        case "consensual":
            return _("Consensual")
        case "vote":
            return _("Estimative vote")
    return method


def method_inside(method: str) -> str:
    """A method's name among other facts: "4 turns · semi-rigid"."""
    match method:
        case "semi_rigid":
            return pgettext("method, within a line", "semi-rigid")
        case "rigid":
            return pgettext("method, within a line", "rigid")
        case "free":
            return pgettext("method, within a line", "free")
        case "expected":
            return pgettext("method, within a line", "expected value")
        case "consensual":
            return pgettext("method, within a line", "consensual")
        case "vote":
            return pgettext("method, within a line", "estimative vote")
    return method


def method_line(method: str) -> str:
    """What a method means, in a line without its full stop."""
    match method:
        case "semi_rigid":
            return _("Dice decide; the facilitator may rule otherwise and says why")
        case "rigid":
            return _("Dice decide; no rulings")
        case "free":
            return _("The facilitator decides each order; the dice are shown beside it")
        case "expected":
            return _(
                "No dice: every order gets its likeliest result; the facilitator may rule "
                "otherwise and says why"
            )
        case "consensual":
            return _(
                "The tables agree on each result; where they do not, the facilitator decides, with "
                "the dice beside it"
            )
        case "vote":
            return _(
                "Each seat says how likely each order is; the dice are thrown at the median, of "
                "two in the middle at the less likely"
            )
    return ""
