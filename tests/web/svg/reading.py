"""A picture on a page as a test reads it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def read(picture: str) -> ElementTree.Element:
    """The picture, which has to be well-formed XML."""
    return ElementTree.fromstring(picture)


def named(picture: str, name: str) -> Iterator[ElementTree.Element]:
    """Its elements of that name, in their order."""
    return read(picture).iter(f"{SVG}{name}")


def words(picture: str) -> list[str]:
    """What is written on it; a name that stands on several lines is one."""
    return [" ".join(each.itertext()).strip() for each in named(picture, "text")]


def styled(picture: str) -> list[str]:
    """Styles and scripts in it, which no page allows."""
    every = list(read(picture).iter())
    found = [each.tag for each in every if each.tag in (f"{SVG}style", f"{SVG}script")]
    names = (name for each in every for name in each.attrib)
    return found + [name for name in names if name.startswith(("style", "on"))]
