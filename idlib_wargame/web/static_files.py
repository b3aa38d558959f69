"""The files that any page may ask for: each by its name here, and nothing else by any name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from idlib_wargame.views.look.typefaces import ICON_FILE, assets
from idlib_wargame.web import colours

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
FOLDER = "/static/"


class StaticFile(NamedTuple):
    """``version`` changes with the content, so that a browser may keep the file for good."""

    content: bytes
    media_type: str
    version: str


@cache
def static_files() -> Mapping[str, StaticFile]:
    """Every file by its name ("base.css")."""
    ours = {
        each.name: _file(each.read_bytes(), _TYPES[each.name.rpartition(".")[2]])
        for each in files("idlib_wargame.web").joinpath("static").iterdir()
        if each.name.rpartition(".")[2] in _TYPES
    }
    icons = (assets() / "fonts" / ICON_FILE).read_bytes()
    return {
        **ours,
        "colours.css": _file(colours.stylesheet().encode(), _TYPES["css"]),
        "icons.ttf": _file(icons, "font/ttf"),
    }


def address_of(name: str) -> str:
    """Where a page asks for a file of that name: "/static/base.css?v=0a1b2c3d4e"."""
    return f"{FOLDER}{name}?v={static_files()[name].version}"


def _file(content: bytes, media_type: str) -> StaticFile:
    return StaticFile(content, media_type, sha256(content).hexdigest()[:10])
