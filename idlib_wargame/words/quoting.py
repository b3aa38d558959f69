"""What somebody wrote, in a sentence of ours or as one: with one stop, never two."""

from __future__ import annotations

from idlib_wargame.words.language import _, fill

_STOPS = ".。۔"
_ENDS = ".!?…。！？؟۔"


def ended(written: str) -> str:
    """As a sentence of its own: with an end, which an author may set or not."""
    said = " ".join(written.split())
    return said if not said or said[-1] in _ENDS else fill(_("{sentence}."), sentence=said)


def quotable(written: str) -> str:
    """As it is quoted within a sentence, which sets the stop; an ellipsis or a mark stays."""
    said = written.rstrip()
    if said.endswith("..") or said[-1:] not in tuple(_STOPS):
        return said
    return said[:-1].rstrip()
