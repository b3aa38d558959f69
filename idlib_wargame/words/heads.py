"""The record's head, as screens and reports show it and people type it back.

The digest of an entry stands for everything up to it. Its first 16 hexadecimal digits are enough to
find it by: a record that agrees in them by chance would take some 2⁶⁴ tries.
"""

from __future__ import annotations

import re

from idlib_wargame.words.language import _, figures, fill

SHOWN, GROUP, WHOLE = 16, 4, 64


class NoHead(ValueError):
    """What cannot be the head of a record. The text is a sentence."""


def head_words(digest: str) -> str:
    """ "3f9a 02bc 11de 77aa": one form wherever a head is shown, so that a photograph counts."""
    shown = digest[:SHOWN]
    return figures(" ".join(shown[at : at + GROUP] for at in range(0, len(shown), GROUP)))


def head_line(digest: str, number: int | None) -> str:
    """ "Record fingerprint after entry 57: 3f9a 02bc 11de 77aa"; for None, no entry is named."""
    if number is None:
        return fill(_("Record fingerprint: {head}"), head=head_words(digest))
    said = _("Record fingerprint after entry {number}: {head}")
    return fill(said, number=number, head=head_words(digest))


def closed_head_line(digest: str, turn: int) -> str:
    """ "Record fingerprint when turn 3 was closed: 3f9a 02bc 11de 77aa"."""
    said = _("Record fingerprint when turn {turn} was closed: {head}")
    return fill(said, turn=turn, head=head_words(digest))


def head_explained() -> tuple[str, ...]:
    """What a head is good for, to whoever sees one on a screen, sentence by sentence."""
    return (
        _("The record fingerprint changes with every entry."),
        _(
            "Noted down or photographed, it shows later that nothing before it was changed: "
            "“idlib-wargame verify --head” checks that."
        ),
    )


def head_given(text: str) -> str:
    """The digits of a head as somebody typed it, in groups or not. Raises NoHead."""
    digits = "".join(text.split()).lower()
    if not re.fullmatch(f"[0-9a-f]{{{SHOWN},{WHOLE}}}", digits):
        said = _(
            "Found “{head}”, expected the fingerprint of a record: at least {least} of the digits "
            "0 to 9 and a to f, in groups or not."
        )
        raise NoHead(fill(said, head=text, least=SHOWN))
    return digits
