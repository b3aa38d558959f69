"""Signs that look like others or like nothing at all, told by their numbers."""

from __future__ import annotations

import unicodedata

from idlib_wargame.rules.conditions.signs import COMPARISONS
from idlib_wargame.rules.unseen import is_unseen
from idlib_wargame.words.language import _, fill

QUOTATION_MARKS = "“”„‟‘’‚‛«»‹›′″＂＇`´"
DASHES = "‐‑‒–—―−"
COLONS = "：﹕ː∶"
BULLETS = "•‣▪◦●·∙"
_OTHERS = "×÷…⁄¬∧∨＝，、；。"
_ALIKE = dict(
    zip(
        "аеорсухіјѕһԁԛԝӏοναικρτυχıАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijshdqwlovaikptuxiABEKMHOPCTYXIJSABEZHIKMNOPTYX",
        strict=True,
    )
)


def is_strange(sign: str) -> bool:
    """Whether it may be taken for a plain sign, or for nothing."""
    if sign.isascii():
        return False
    known = QUOTATION_MARKS + DASHES + COLONS + BULLETS + _OTHERS
    return (
        sign in known
        or sign in COMPARISONS
        or sign in _ALIKE
        or is_unseen(sign)
        or sign.isspace()
        or 0xFF01 <= ord(sign) <= 0xFF5E
    )


def sign_words(sign: str) -> str:
    """What a sign is called in a message: itself where it can be seen, and its number."""
    code = f"{ord(sign):04X}"
    if is_unseen(sign):
        return fill(_("a sign that nobody sees (U+{code})"), code=code)
    if sign.isspace():
        return fill(_("a blank of another kind (U+{code})"), code=code)
    return fill(_("'{sign}' (U+{code})"), sign=sign, code=code)


def first_strange(text: str) -> str:
    """The first sign of a text that may be taken for another; "" where there is none."""
    return next((sign for sign in text if is_strange(sign)), "")


def as_it_looks(text: str) -> str:
    """What a text looks like: two names that come to the same cannot be told apart on a screen."""
    seen = "".join(sign for sign in text if not is_unseen(sign))
    alike = "".join(_ALIKE.get(sign, sign) for sign in unicodedata.normalize("NFKC", seen))
    return " ".join(alike.casefold().split())


def without_accents(text: str) -> str:
    """The text in plain letters as far as there are any: "göl" as "gol"."""
    alike = {**_ALIKE, "т": "t", "к": "k", "м": "m"}
    parts = unicodedata.normalize("NFKD", "".join(alike.get(sign, sign) for sign in text))
    return "".join(part for part in parts if not unicodedata.combining(part))
