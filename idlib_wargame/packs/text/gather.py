"""The files of a pack as text, from a folder or a zip, within limits and without surprises."""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from idlib_wargame.packs.problem import Problem, nearest
from idlib_wargame.packs.registry import TABLES, is_table
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import either

KEPT = (".yaml", ".md", ".geojson")
MOST_BYTES_A_FILE = 2_000_000
MOST_BYTES_A_PACK = 20_000_000
MOST_FILES = 1_000
BALANCE = "balance.yaml"  # what its designer wants play to come to: beside the pack, not of it
UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

Gathered = tuple[dict[str, str], list[Problem]]


def _a_pack() -> str:
    return _("a pack: a folder that holds pack.yaml, or a .zip of one")


def gather(path: Path) -> Gathered:
    """The text of every file that counts, by its name within the pack, and what is wrong."""
    if path.name == "pack.yaml" and path.is_file():
        path = path.parent
    try:
        if path.is_dir():
            found, problems = _from_folder(path)
        elif path.is_file():
            found, problems = _from_zip(path)
        else:
            return {}, [Problem(str(path), 0, 0, _("nothing of that name"), _a_pack())]
    except OSError as fault:
        reason = (fault.strerror or _("it cannot be read")).lower()
        return {}, [
            Problem(
                str(path),
                0,
                0,
                fill(_("a pack that cannot be read ({reason})"), reason=reason),
                _a_pack(),
            )
        ]
    if not any(map(is_table, found)) and not problems:
        return {}, [Problem(str(path), 0, 0, _("no pack.yaml"), _a_pack())]
    files = {}
    for name in sorted(found):
        problems.extend(_check_letters(name))
        text, problem = decode(name, found[name])
        files[name] = text
        problems.extend(problem)
    return files, problems


def decode(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    """A file's text with line feeds for line ends, and what keeps it from being text."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8-sig")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        found = fill(_("a byte that is not UTF-8 (0x{raw:02x})"), raw=raw[fault.start])
        return "", [Problem(name, line, column, found, _("a file saved as UTF-8"))]
    return text, []


def check_files(files: Mapping[str, str], spoilt: Collection[str] = ()) -> list[Problem]:
    """What is wrong with a pack's files before any is read; ``spoilt`` ones are known already."""
    problems = [*_missing(files, spoilt)]
    for name, text in files.items():
        problems.extend(_check_name(name))
        problems.extend(_check_text(name, text))
    if sum(map(len, files.values())) > MOST_BYTES_A_PACK:
        problems.append(_too_large_a_pack())
    return problems


def _missing(files: Mapping[str, str], spoilt: Collection[str]) -> Iterator[Problem]:
    for table in TABLES:
        if not table.needed or any(table.holds(name) for name in (*files, *spoilt)):
            continue
        if table.is_folder:
            folder = table.file.rstrip("/")
            yield Problem(
                folder,
                0,
                0,
                _("no .yaml file"),
                fill(_("at least one table of {folder}"), folder=folder),
            )
        else:
            yield Problem(table.file, 0, 0, _("no such file"), _("every pack to have one"))


def _check_name(name: str) -> Iterator[Problem]:
    if name.endswith(".yaml") and not is_table(name):
        folders = either([table.file for table in TABLES if table.is_folder])
        expected = fill(_("one of the tables of a pack, or a table in {folders}"), folders=folders)
        near = nearest(name, (table.file for table in TABLES if table.file.endswith(".yaml")))
        yield Problem(name, 0, 0, _("a table of no known name"), expected, near)


def _check_letters(name: str) -> Iterator[Problem]:
    """A name in no encoding, or with signs that nobody sees, could not be typed in another file."""
    if not name.isprintable():
        found = _("a name with letters that cannot be shown")
        yield Problem(name, 0, 0, found, _("a name that can be typed"))


def _check_text(name: str, text: str) -> Iterator[Problem]:
    if len(text) > MOST_BYTES_A_FILE:
        yield _too_large(name)
        return
    bad = UNPRINTABLE.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        found = fill(_("a control character (U+{group:04X})"), group=ord(bad.group()))
        yield Problem(name, line, column, found, _("printable text"))


def _kept(name: PurePosixPath) -> bool:
    hidden = any(_hidden(part) for part in name.parts)
    return name.suffix in KEPT and not hidden and str(name) != BALANCE


def _hidden(part: str) -> bool:
    return part.startswith(".") or part == "__MACOSX"


def _misspelt_ending(name: PurePosixPath) -> Iterator[Problem]:
    """A table saved as .yml would otherwise be passed over in silence."""
    if name.suffix.lower() in (".yml", ".yaml") and name.suffix != ".yaml":
        expected = _("a name that ends in .yaml")
        yield Problem(
            str(name),
            0,
            0,
            fill(_("the ending {suffix}"), suffix=name.suffix),
            expected,
            f"{name.with_suffix('.yaml')}",
        )


def _too_large(name: str) -> Problem:
    return Problem(name, 0, 0, _("a file of more than 2 MB"), _("a smaller file"))


def _too_large_a_pack() -> Problem:
    return Problem("pack.yaml", 0, 0, _("a pack of more than 20 MB"), _("smaller files"))


def _from_folder(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    seen = total = 0
    home = folder.resolve()
    for name, path in _walk(folder):
        seen += 1
        if seen > MOST_FILES or total > MOST_BYTES_A_PACK:
            problems.append(_too_many(str(folder)) if seen > MOST_FILES else _too_large_a_pack())
            break
        problems.extend(_misspelt_ending(name))
        if not _kept(name):
            continue
        unfit = _unfit(str(name), path, home)
        if unfit:
            problems.append(unfit)
        else:
            found[str(name)] = path.read_bytes()
            total += len(found[str(name)])
    return found, problems


def _unfit(name: str, path: Path, home: Path) -> Problem | None:
    """What keeps a file of that name from being read. Asked before it is opened: a pipe waits."""
    try:
        place = Path(os.path.realpath(path, strict=True))
    except OSError:
        return Problem(name, 0, 0, _("a link that leads to no file"), _a_file())
    if not place.is_relative_to(home):
        return _outside(name)
    if not place.is_file():
        return Problem(name, 0, 0, _("something that is no file"), _a_file())
    return _too_large(name) if place.stat().st_size > MOST_BYTES_A_FILE else None


def _walk(folder: Path) -> Iterator[tuple[PurePosixPath, Path]]:
    """What lies under a folder, hidden things left out, in the order of their names.

    A folder is gone into, unless it is called like a file of a pack.
    """
    for here, folders, names in os.walk(folder):
        files = [*names, *(each for each in folders if each.endswith(KEPT))]
        folders[:] = sorted(each for each in folders if not _hidden(each) and each not in files)
        for name in sorted(files):
            path = Path(here, name)
            yield PurePosixPath(path.relative_to(folder).as_posix()), path


def _too_many(place: str) -> Problem:
    return Problem(
        place,
        0,
        0,
        fill(
            ngettext("more than {count} file", "more than {count} files", MOST_FILES),
            count=MOST_FILES,
        ),
        _a_pack(),
    )


def _a_file() -> str:
    return _("a file")


def _outside(name: str) -> Problem:
    return Problem(
        name, 0, 0, _("a file that lies outside the pack"), _("files within the pack only")
    )


def _from_zip(path: Path) -> tuple[dict[str, bytes], list[Problem]]:
    not_a_zip = Problem(str(path), 0, 0, _("a file that is not a zip"), _a_pack())
    try:
        with zipfile.ZipFile(path) as archive:
            return _from_archive(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, ValueError):
        return {}, [not_a_zip]
    except (RuntimeError, NotImplementedError):
        locked = Problem(
            str(path), 0, 0, _("a zip with a password or of an unusual kind"), _a_pack()
        )
        return {}, [locked]


def _from_archive(path: Path, archive: zipfile.ZipFile) -> tuple[dict[str, bytes], list[Problem]]:
    entries = [each for each in archive.infolist() if not each.is_dir()]
    if len(entries) > MOST_FILES:
        return {}, [_too_many(str(path))]
    if sum(each.file_size for each in entries) > MOST_BYTES_A_PACK:
        return {}, [_too_large_a_pack()]
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    top = _top_folder([each.filename for each in entries])
    for entry in entries:
        if _escapes(entry.filename):
            problems.append(_outside(entry.filename))
            continue
        name = PurePosixPath(entry.filename.removeprefix(top))
        problems.extend(_misspelt_ending(name))
        if not _kept(name):
            continue
        if not _is_file_in_zip(entry):
            problems.append(Problem(str(name), 0, 0, _("something that is no file"), _a_file()))
            continue
        if str(name) in found:
            said = _("a second file of that name")
            problems.append(Problem(str(name), 0, 0, said, _("each file once")))
            continue
        with archive.open(entry) as stream:
            # The size that the zip states need not be true.
            raw = stream.read(MOST_BYTES_A_FILE + 1)
        if len(raw) > MOST_BYTES_A_FILE:
            problems.append(_too_large(str(name)))
        else:
            found[str(name)] = raw
    return found, problems


def _is_file_in_zip(entry: zipfile.ZipInfo) -> bool:
    """Whether it is no link or pipe: Unix keeps what a thing is in the upper half."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return kind in (0, stat.S_IFREG)


def _escapes(name: str) -> bool:
    parts = re.split(r"[/\\]", name)
    return name.startswith("/") or "\\" in name or ".." in parts or ":" in parts[0]


def _top_folder(names: list[str]) -> str:
    """The one folder that a zip of a folder wraps its files in, with its slash, or ""."""
    if "pack.yaml" in names:
        return ""
    tops = [name.removesuffix("pack.yaml") for name in names if name.endswith("/pack.yaml")]
    tops = [top for top in tops if top.count("/") == 1]
    return tops[0] if len(tops) == 1 else ""
