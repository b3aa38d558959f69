"""A part of a page that has pieces: where only some of them changed, only those are sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

_PLACE = re.compile(r'id="part-([^"]*)">')


class Pieced(str):
    """The HTML of a part: ``around`` and, in it, ``pieces`` by the names of their places.

    A piece is all that an element holds whose last attribute is ``id="part-NAME"``. An open page
    takes it as it takes a part.
    """

    around: str
    pieces: Mapping[str, str]

    def __new__(cls, around: str, pieces: Mapping[str, str]) -> Pieced:
        """Put together."""
        whole = _PLACE.sub(lambda place: place[0] + pieces.get(unescape(place[1]), ""), around)
        made = super().__new__(cls, whole)
        made.around, made.pieces = around, pieces
        return made


def changed_pieces(before: str, after: str) -> Mapping[str, str] | None:
    """What changed between two states of a part, if nothing but pieces of it did."""
    if not isinstance(before, Pieced) or not isinstance(after, Pieced):
        return None
    if before.pieces.keys() != after.pieces.keys() or before.around != after.around:
        return None
    return {name: html for name, html in after.pieces.items() if before.pieces[name] != html}
