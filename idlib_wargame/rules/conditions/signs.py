"""Signs that stand in a pasted text for those that numbers and conditions are made of."""

from __future__ import annotations

import re
import unicodedata

# One for one, so that places in the text stay. Word processors and web pages set these; none of
# them can mean anything else where a number or a comparison stands.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MINUSES = dict.fromkeys((0x2212, 0xFE63), ord("-"))
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), ord(" "))
_PLAIN = {**_FULL_WIDTH, **_MINUSES, **_SPACES}
# A comparison in one sign: what it is called here.
COMPARISONS = {"≥": ">=", "≤": "<=", "≠": "!=", "⩾": ">=", "⩽": "<=", "≧": ">=", "≦": "<="}


# Between two terms a dash might mean "from … to …"; where a term begins it is a minus sign.
_DASH_BEFORE_A_NUMBER = re.compile(r"((?:^|[<>=(]|\b(?:and|or|not)\b)\s*)[\u2010-\u2013](?=[0-9])")
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013), ord("-"))


def plain(text: str) -> str:
    """The text with plain digits, minus signs and blanks; each sign stays in its place."""
    if text.isascii():
        return text
    text = "".join(map(_plain_sign, text.translate(_PLAIN)))
    return _DASH_BEFORE_A_NUMBER.sub(r"\1-", text)


def plain_number(text: str) -> str:
    """The same for a cell that holds a number or a day alone, where any dash is a minus sign."""
    return plain(text).translate(_DASHES).strip()


def _plain_sign(sign: str) -> str:
    """A digit of any script as the digit that it is."""
    return sign if sign.isascii() else str(unicodedata.decimal(sign, sign))
