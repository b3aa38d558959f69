"""Several things in one sentence, joined as the language of the screen joins them."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.words.language import _, fill, isolated, pgettext, phrase


def listed(names: Sequence[str]) -> str:
    """``Astra``, ``Astra and Borea``, ``Astra, Borea and Caldis``; at least one.

    Names that hold commas themselves are kept apart as by ``apart``: ``Lind, Ana; Berg, Bo``.
    """
    *most, last = names
    if not most:
        return last
    if _hold_commas(names):
        return apart(names)
    return fill(_("{first} and {last}"), first=series(most), last=last)


def series(names: Sequence[str]) -> str:
    """``The coast, The hills``: things side by side, none of them called the last.

    Where one of them holds a comma itself, they are kept apart as by ``apart``.
    """
    if _hold_commas(names):
        return apart(names)
    return _chained(names, _("{first}, {rest}"))


def either(names: Sequence[str]) -> str:
    """``partial or failure``: one of some names."""
    return _chained(names, _("{first} or {rest}"))


def apart(reasons: Sequence[str]) -> str:
    """``The fleets fish on; the scale ends here``: things that may hold commas themselves."""
    return _chained(reasons, _("{first}; {rest}"))


def facts(said: Sequence[str]) -> str:
    """``Turn 3 of 8 · Orders``: short facts on one line; none where there are none."""
    return _chained(said, pgettext("facts on one line", "{first} · {rest}"))


def _hold_commas(names: Sequence[str]) -> bool:
    return any(comma in name for name in names for comma in ",،、")


def _chained(parts: Sequence[str], template: str) -> str:
    """The parts by pairs from the end, so that a translation may set each pair as it must."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    joined = isolated(parts[-1])
    for part in reversed(parts[:-1]):
        # Only the parts are isolated: isolates may not stand deeper than 125 in each other.
        joined = template.format(first=isolated(part), rest=joined)
    return phrase(joined)
