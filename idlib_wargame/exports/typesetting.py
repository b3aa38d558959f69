"""Typst, which makes PDFs that are tagged and need no network. Loaded when it is first wanted.

What is printed goes in as JSON and is never read as markup. Our own letters come first; for scripts
that they lack, those of the typesetter and of the system.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from idlib_wargame.packs.shelf import data_folder
from idlib_wargame.words.language import is_right_to_left, language_code

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

Content = Mapping[str, Any]

_HERE = Path(__file__).parent


def sides_of(template: str, content: Content) -> int:
    """How many sides a document fills: ``template`` is one of ours, beside this file."""
    from typst import query

    found = query(
        _HERE / template,
        "<sides>",
        field="value",
        one=True,
        root=_HERE,
        font_paths=_fonts(),
        sys_inputs=_inputs(content),
    )
    return int(json.loads(found))


def pdf_of(template: str, content: Content) -> bytes:
    """The document as a tagged PDF: by PDF/UA-1, unless some letter is in no font that is there."""
    from typst import TypstError

    try:
        return _pdf(template, content, ["ua-1"])
    except TypstError:
        return _pdf(template, content, [])


def _pdf(template: str, content: Content, standards: list[PDFStandard]) -> bytes:
    from typst import compile as made

    return made(
        _HERE / template,
        root=_HERE,
        font_paths=_fonts(),
        sys_inputs=_inputs(content),
        format="pdf",
        pdf_standards=standards,
    )


def pictures_of(template: str, content: Content, dots_an_inch: int) -> list[bytes]:
    """Each side as a PNG."""
    from typst import compile as made

    # One side alone comes without a list around it.
    sides: bytes | list[bytes] = made(
        _HERE / template,
        root=_HERE,
        font_paths=_fonts(),
        sys_inputs=_inputs(content),
        format="png",
        ppi=dots_an_inch,
    )
    return [sides] if isinstance(sides, bytes) else sides


@cache
def _fonts() -> Fonts:
    from typst import Fonts

    return Fonts(font_paths=[data_folder("assets") / "fonts"])


def _inputs(content: Content) -> dict[str, str]:
    language, _, region = language_code().partition("_")
    spoken = {"language": language, "region": region, "rtl": is_right_to_left()}
    return {"paper": _whole(json.dumps({**spoken, **content}, ensure_ascii=False))}


def _whole(text: str) -> str:
    """Half of a character, which no document can hold, becomes the sign for one that was lost."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
