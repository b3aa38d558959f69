"""What a person reads in a PDF, and what a reading aid is told of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pypdf import PdfReader

# Where a line is broken, and marks that nobody sees.
_UNSEEN = re.compile(r"[\s\u200b\u200e\u200f\u2066-\u2069\u202a-\u202e]+")
_FOOT = re.compile(r"^.*· side \d+ of \d+$", re.MULTILINE)


def letters(text: str) -> str:
    """A text without spaces, as lines are broken anywhere."""
    return _UNSEEN.sub("", text)


class Pdf:
    """A PDF that was made."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content))

    @cached_property
    def sides(self) -> list[str]:
        """What is read on each side."""
        return [page.extract_text() for page in self.reader.pages]

    @property
    def read(self) -> str:
        """All that is read on it."""
        return letters("".join(self.sides))

    @property
    def body(self) -> str:
        """The same without what stands at the foot of the sides, which parts a long text."""
        return letters(_FOOT.sub("", "\n".join(self.sides)))

    @property
    def title(self) -> str:
        """What a list of files calls it."""
        return str(self.reader.metadata and self.reader.metadata.title)

    @property
    def root(self) -> Any:
        """What it says of itself."""
        return self.reader.trailer["/Root"]

    @property
    def everything(self) -> str:
        """Also what stands beside the sides: title, bookmarks, and what is said of it all."""
        xmp = self.root["/Metadata"].get_object().get_data().decode("utf-8", "replace")
        beside = [str(self.reader.metadata), str(self.reader.outline), xmp]
        return self.read + letters("".join(beside))

    def tags(self) -> list[str]:
        """What each part is said to be, for whoever has it read aloud."""
        return list(_tags(self.root["/StructTreeRoot"]))


def _tags(node: Any) -> Iterator[str]:
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]).removeprefix("/")
        if "/K" in node:
            yield from _tags(node["/K"])
