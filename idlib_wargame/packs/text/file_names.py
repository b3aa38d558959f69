"""What the files of a pack are called, however a system or a program has written their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from idlib_wargame.packs.problem import nearest
from idlib_wargame.packs.registry import SITREP, TABLES, TableEntry, is_table, table_of

MAP = "map.geojson"
KEPT = (".yaml", ".md", ".geojson")
BALANCE = "balance.yaml"  # what its designer wants play to come to: beside the pack, not of it
# Endings that an editor or a mail program adds, and those that stand for one of ours.
_ADDED = (".txt", ".rtf", ".doc", ".docx", ".odt", ".htm", ".html")
_OTHER = {".yml": ".yaml", ".markdown": ".md", ".mdown": ".md", ".json": ".geojson"}
# Those of programs that write tables in other ways, and of text that may be anything.
_SHEETS = (".csv", ".tsv", ".xls", ".xlsx", ".ods", ".json", ".toml")
_TEXTS = ("", ".txt", ".text", ".yaml", ".yml", ".json", ".geojson", ".conf", ".cfg")
_BACKUPS = (".bak", ".orig", ".old", ".tmp", ".swp", ".swo", ".rej", "~")
# What systems and editors leave behind, and what tells people about a folder.
_LEFT_BEHIND = re.compile(
    r"\.|~\$|__MACOSX$|__pycache__$|thumbs\.db$|ehthumbs\.db$|desktop\.ini$|icon\r$|\$recycle\.bin$"
    r"|system volume information$|node_modules$|lost\+found$|#.*#$",
    re.IGNORECASE,
)
_COPY = re.compile(r"^copy of |\s*\(\d+\)$|[ _-]*copy( \d+)?$")
# The key of a list of rows, and the first row under it.
_LIST = re.compile(r"^([a-z_]+):[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*[ \t]*- ", re.MULTILINE)
_KEY = re.compile(r"^[a-z_]+:(?=\s)", re.MULTILINE)
_FEWEST_KEYS = 3
_BRIEF = re.compile(r"brief:[ \t]+[\"']?([^\"'\n,{}#]+\.md)\b")
_FOR_PEOPLE = re.compile(r"(readme|licen[cs]e|copying|changelog|changes|authors)\b", re.IGNORECASE)


def written_our_way(name: str) -> str:
    """A name as packs write it: "/" between folders, and letters in one piece.

    Windows writes backslashes into some zips, and macOS writes "ö" as an "o" and two dots.
    """
    name = unicodedata.normalize("NFC", name.replace("\\", "/"))
    return name.removeprefix("./")


def is_kept(name: str) -> bool:
    """Whether a file of that name is carried with a pack."""
    if name.endswith(".geojson") and name != MAP:
        return False  # a pack has one map
    return name.endswith(KEPT) and name != BALANCE and not is_left_behind(name)


def may_be_text(name: str) -> bool:
    """Whether what is in the file may tell what it was to be; a picture tells nothing."""
    return PurePosixPath(name).suffix.lower() in _TEXTS


def is_left_behind(name: str) -> bool:
    """Whether it is what a system or an editor leaves in folders, at any depth."""
    return any(_LEFT_BEHIND.match(part) for part in PurePosixPath(name).parts)


def is_backup(name: str) -> bool:
    """Whether it is a copy that an editor made of a file before it changed it."""
    return name.lower().endswith(_BACKUPS)


def is_for_people(name: str) -> bool:
    """Whether it tells people about the folder, as a README does, and nothing to the program."""
    return bool(_FOR_PEOPLE.match(PurePosixPath(name).name)) or name == BALANCE


def meant_by(name: str, text: str = "", wanted: Collection[str] = ()) -> str:
    """The file of a pack that one of another name was to be, such as "aims.yaml.txt"; else "".

    ``text`` is what is in it, as far as that was read, and ``wanted`` are briefs that rows name and
    nobody finds.
    """
    return (
        _brief_elsewhere(name, wanted)
        or _spelt_otherwise(name)
        or _table_elsewhere(name)
        or _by_what_it_holds(name, text)
    )


def _spelt_otherwise(name: str) -> str:
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


def _brief_elsewhere(name: str, wanted: Collection[str]) -> str:
    """A brief in another folder, in other capitals or of another ending than a row says."""
    if PurePosixPath(name).suffix.lower() not in ("", ".md", *_ADDED, *_OTHER):
        return ""
    alike = [each for each in wanted if _stem(each) == _stem(name)]
    return alike[0] if len(alike) == 1 else ""


def _table_elsewhere(name: str) -> str:
    """A table or a map in a folder of its own, or as another program writes tables."""
    last = _without_additions(PurePosixPath(name).name.casefold())
    if is_table(last) or last == SITREP:
        return last if last != name else ""
    folder, _slash, _last = name.casefold().rpartition("/")
    for each in (f"{_stem(last)}.yaml", f"{folder}/{_stem(last)}.yaml"):
        if name.lower().endswith(_SHEETS) and is_table(each):
            return each
    return MAP if last.endswith(".geojson") and not name.lower().endswith(".json") else ""


def _by_what_it_holds(name: str, text: str) -> str:
    if is_table(name) or not may_be_text(name):
        return ""
    table = table_in(text)
    if table is not None:
        return file_of(table, name)
    # A habit has keys and no list of rows.
    beside = f"{PurePosixPath(name).parent}/{_stem(name)}.yaml"
    return beside if len(_KEY.findall(text)) >= _FEWEST_KEYS and is_table(beside) else ""


def file_of(table: TableEntry, name: str) -> str:
    """What a file of that table should be called that is called otherwise."""
    return f"{table.file}{_stem(name)}.yaml" if table.is_folder else table.file


def table_in(text: str) -> TableEntry | None:
    """The table whose rows a text holds: by the keys at the beginning of its lines."""
    if re.search(r'"type"\s*:\s*"FeatureCollection"', text):
        return table_of(MAP)
    return next((table for table in TABLES if has_rows_of(table, text)), None)


def has_rows_of(table: TableEntry, text: str) -> bool:
    """Whether a list of the table's rows begins in the text."""
    lists = {each for family in table.families for each in family.lists}
    return not lists.isdisjoint(_LIST.findall(text))


def wanted_briefs(files: Mapping[str, str]) -> frozenset[str]:
    """The briefs that rows of some files name and that are not among the files."""
    there = {name.casefold() for name in files}
    named = {
        written_our_way(brief.strip())
        for name, text in files.items()
        if is_table(name)
        for brief in _BRIEF.findall(text)
    }
    return frozenset(name for name in named if name.casefold() not in there)


def _stem(name: str) -> str:
    last = unicodedata.normalize("NFKC", PurePosixPath(name).name).casefold().strip()
    return _COPY.sub("", last.partition(".")[0]).strip()


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
