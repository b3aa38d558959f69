"""What the files of a pack are called, however a system or a program has written their names."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from idlib_wargame.packs.problem import nearest
from idlib_wargame.packs.registry import SITREP, TABLES, is_table

KEPT = (".yaml", ".md", ".geojson")
BALANCE = "balance.yaml"  # what its designer wants play to come to: beside the pack, not of it
# Endings that an editor or a mail program adds, and those that stand for one of ours.
_ADDED = (".txt", ".rtf", ".doc", ".docx", ".odt", ".htm", ".html")
_OTHER = {".yml": ".yaml", ".markdown": ".md", ".mdown": ".md", ".json": ".geojson"}
_BACKUPS = (".bak", ".orig", ".old", ".tmp", ".swp", ".swo", ".rej", "~")
# What systems and editors leave behind, and what tells people about a folder.
_LEFT_BEHIND = re.compile(
    r"\.|~\$|__MACOSX$|__pycache__$|thumbs\.db$|ehthumbs\.db$|desktop\.ini$|icon\r$|\$recycle\.bin$"
    r"|system volume information$|node_modules$|lost\+found$|#.*#$",
    re.IGNORECASE,
)
_COPY = re.compile(r"^copy of |\s*\(\d+\)$|[ _-]*copy( \d+)?$")
_FOR_PEOPLE = re.compile(r"(readme|licen[cs]e|copying|changelog|changes|authors)\b", re.IGNORECASE)


def written_our_way(name: str) -> str:
    """A name as packs write it: "/" between folders, and letters in one piece.

    Windows writes backslashes into some zips, and macOS writes "ö" as an "o" and two dots.
    """
    name = unicodedata.normalize("NFC", name.replace("\\", "/"))
    return name.removeprefix("./")


def is_kept(name: str) -> bool:
    """Whether a file of that name is carried with a pack."""
    return name.endswith(KEPT) and name != BALANCE and not is_left_behind(name)


def is_left_behind(name: str) -> bool:
    """Whether it is what a system or an editor leaves in folders, at any depth."""
    return any(_LEFT_BEHIND.match(part) for part in PurePosixPath(name).parts)


def is_backup(name: str) -> bool:
    """Whether it is a copy that an editor made of a file before it changed it."""
    return name.lower().endswith(_BACKUPS)


def is_for_people(name: str) -> bool:
    """Whether it tells people about the folder, as a README does, and nothing to the program."""
    return bool(_FOR_PEOPLE.match(PurePosixPath(name).name)) or name == BALANCE


def meant_by(name: str) -> str:
    """The file of a pack that one of another name was to be, such as "aims.yaml.txt"; else ""."""
    for spelt in (name, unicodedata.normalize("NFKC", name).casefold()):
        plain = _without_additions("/".join(part.strip() for part in spelt.split("/")))
        brief = plain.endswith(".md") and spelt == name
        if plain != name and (is_table(plain) or plain == SITREP or brief):
            return plain
        stem = spelt.removesuffix(".txt")
        for each in (f"{stem}.yaml", f"{stem}.md"):
            if "/" not in each and (is_table(each) or each == SITREP):
                return each
    return ""


def nearest_table(name: str) -> str:
    """The table that a file of nearly its name was to be; "" where none is near."""
    folder, _slash, last = name.rpartition("/")
    folders = {table.file.rstrip("/") for table in TABLES if table.is_folder}
    near = nearest(folder.casefold(), folders)
    if near and "/" not in folder:
        return f"{near}/{last.casefold()}"
    stems = [table.file.removesuffix(".yaml") for table in TABLES if table.file.endswith(".yaml")]
    stem = _COPY.sub("", last.casefold().removesuffix(".yaml"))
    near = nearest(stem, stems)
    return f"{near}.yaml" if near else ""


def _without_additions(name: str) -> str:
    while name.lower().endswith((*_ADDED, *_BACKUPS)):
        end = next(end for end in (*_ADDED, *_BACKUPS) if name.lower().endswith(end))
        name = name[: -len(end)].rstrip()
    for ending, ours in _OTHER.items():
        if name.lower().endswith(ending):
            return name[: -len(ending)] + ours
    return name
