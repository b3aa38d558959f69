"""Numbers as people read them: signs, thousands, decimals and shares."""

from __future__ import annotations

import unicodedata

from idlib_wargame.words.language import _, figures, fill, pgettext


def signed(number: int) -> str:
    """+2, −1 or 0, with a real minus sign."""
    return figures(f"+{number}") if number > 0 else plain(number)


def plain(number: int) -> str:
    """2, −1 or 0, with a real minus sign."""
    return figures(f"−{-number}") if number < 0 else str(number)


def from_to(before: int, after: int) -> str:
    """4 → 5, in that order on every screen."""
    return figures(f"{plain(before)} → {plain(after)}")


def grouped(number: int) -> str:
    """10,000: a large count that can be read at a glance."""
    return f"{number:,}".replace(",", pgettext("between thousands", ","))


def decimal(number: float, places: int = 1) -> str:
    """2.5 or −0.4, to so many places."""
    text = f"{abs(number):.{places}f}".replace(".", pgettext("before decimals", "."))
    return figures(f"−{text}") if number < 0 and float(f"{number:.{places}f}") else text


def percent(share: float) -> str:
    """58%: a share, 0 to 1, to the whole hundredth."""
    return fill(_("{number}%"), number=round(100 * share))


def rough_percent(share: float) -> str:
    """58%, or "under 1%": a share, 0 to 1, never rounded to none or to all."""
    if 0 < share < 0.005:
        return fill(_("under {number}%"), number=1)
    if 0.995 <= share < 1:
        return fill(_("over {number}%"), number=99)
    return percent(share)


def fine_percent(share: float) -> str:
    """57.5%: a share, 0 to 1, to the tenth of a hundredth."""
    return fill(_("{number}%"), number=decimal(100 * share))


def shortest(number: float) -> str:
    """10 or 10.5: no more places than it needs."""
    return f"{number:g}".replace(".", pgettext("before decimals", "."))


def own_digits(typed: str) -> str:
    """What was typed with 0 to 9 for digits of any script: keyboards of some languages have others.

    "16:30" for "١٦:٣٠".
    """
    if typed.isascii():
        return typed
    return "".join(str(unicodedata.decimal(each, each)) for each in typed)
