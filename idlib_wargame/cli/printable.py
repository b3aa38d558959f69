"""Text as a terminal, a pipe or a file can take it, whoever wrote it.

A name in a pack or in a record may hold anything: codes that steer a terminal, marks that turn a
line around, half of a character. None of it reaches the stream raw; each shows as what it is,
``\\x1b`` or ``\\u202e``. A stream that knows few characters (an old terminal) gets the nearest sign
that it has for those of our own typography, and the same escapes for the rest.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TextIO

from idlib_wargame.words.language import unmarked

# Controls; what embeds, overrides or isolates directions; the two that break lines unseen; halves
# of characters; marks of annotations and what Unicode says is no character. A mark that only says
# how its neighbours run (U+200E, U+200F, U+061C) belongs to right-to-left text, and stays.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# What our own sentences and figures are set with, and what rules and bars are drawn with.
_NEAREST = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "‚": "'", "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "−": "-", "·": "-", "•": "*", "…": "...", "→": "->", "←": "<-",
    "×": "x", "±": "+-", "≤": "<=", "≥": ">=", "≠": "!=", "¶": "p", "§": "S", "\xa0": " ",
    "\u202f": " ", "\u2009": " ", "\u2060": "", "\u200e": "", "\u200f": "", "\u061c": "",
    "─": "-", "━": "=", "╸": "=", "╺": " ",
}  # fmt: skip
# What a stream does with a character that it does not know.
BY_NEAREST = "idlib-wargame.nearest"


def printable(text: str) -> str:
    """One line that does nothing but stand there, without our own marks of direction."""
    return _UNSAFE.sub(_shown, unmarked(text))


def fitting(text: str, stream: TextIO | None) -> str:
    """``printable``, in the characters that the stream knows."""
    encoding = _encoding_of(stream)
    return printable(text).encode(encoding, BY_NEAREST).decode(encoding)


def json_for(value: object, stream: TextIO | None) -> str:
    """JSON on one line; what the stream does not know or a terminal should not get is escaped."""
    plain = not _encoding_of(stream).startswith("utf")
    return _UNSAFE.sub(_in_json, json.dumps(value, ensure_ascii=plain))


def _encoding_of(stream: TextIO | None) -> str:
    named = getattr(stream, "encoding", None) or "utf-8"
    try:
        return codecs.lookup(named).name
    except LookupError:
        return "utf-8"


def _shown(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape").decode("ascii")


def _in_json(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def _nearest(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    letters = fault.object[fault.start : fault.end]
    return "".join(_NEAREST.get(letter, ascii(letter)[1:-1]) for letter in letters), fault.end


codecs.register_error(BY_NEAREST, _nearest)
