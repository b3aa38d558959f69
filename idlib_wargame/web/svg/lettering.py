"""About how much room words take in type, where the reader's browser decides the typeface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# Shares of the size of the type, a little more than most typefaces take: who reads decides which.
NARROW, USUAL, CAPITAL, WIDE = 0.34, 0.57, 0.70, 0.92
HIGH = 1.25


def size_of(text: str, size: float, bold: bool = False, spaced: float = 0.0) -> tuple[float, float]:
    """About how wide and high a line of words is in that type."""
    wide = sum(map(_share, text)) * size * (1.06 if bold else 1.0) + spaced * len(text)
    return wide, HIGH * size


def _share(character: str) -> float:
    if character in " .,:;'’|ijltfrI()-·":
        return NARROW
    if character in "mwMW—" or character > "\u2e80":
        return WIDE
    return CAPITAL if character.isupper() else USUAL


def wrapped(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """The words on as many lines as they need; one longer than a line has a line of its own."""
    return list(_lines(text.split(), size, width, bold))


def _lines(words: Sequence[str], size: float, width: float, bold: bool) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and size_of(longer, size, bold)[0] > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line
