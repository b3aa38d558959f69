"""The files of a pack as text, from a folder or a zip, within limits and without surprises."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from idlib_wargame.packs.problem import FIRST, Fault, Problem
from idlib_wargame.packs.registry import TABLES, is_table
from idlib_wargame.packs.text.file_names import (
    KEPT,
    is_backup,
    is_for_people,
    is_kept,
    is_left_behind,
    may_be_text,
    meant_by,
    wanted_briefs,
    written_our_way,
)
from idlib_wargame.packs.text.misnamed import beside, check_name, not_read, whole
from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill, ngettext

MOST_BYTES_A_FILE = 2_000_000
MOST_BYTES_A_PACK = 20_000_000
MOST_FILES = 1_000
UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# Each turns what follows it round, to the end of the line or of another such sign.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Gathered(NamedTuple):
    """The texts of a pack's files by name, what is wrong with them, and the files not read.

    ``passed_over`` leaves out what systems and editors leave in any folder.
    """

    files: dict[str, str]
    problems: list[Problem]
    passed_over: tuple[str, ...] = ()


def a_pack() -> str:
    """What a path should lead to."""
    return _("a pack: a folder that holds pack.yaml, or a .zip of one")


def a_file() -> str:
    """What a name in a pack should stand for."""
    return _("a file")


class _Other(NamedTuple):
    """A file that is not read: its name, how it begins, and the folder of the pack beside it."""

    name: str
    text: str
    top: str = ""


def _beginning(raw: bytes | Problem, most: int | None = 20_000) -> str:
    text = "" if isinstance(raw, Problem) else raw[:most].decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


class FoundFiles:
    """What was found under the names of a pack: bytes to be read, problems, and what is not read.

    Folders and zips are read alike: each file is offered by its name, as it stands there.
    """

    def __init__(self) -> None:
        self.raw: dict[str, bytes] = {}
        self.problems: list[Problem] = []
        self._others: list[_Other] = []
        self._written: dict[str, str] = {}

    def offer(self, written: str, read: Callable[[str], bytes | Problem]) -> None:
        """Take in a file if it is one of a pack's; ``read`` is given its name in the pack."""
        name = written_our_way(written)
        if is_left_behind(name):
            return
        if not is_kept(name):
            self._pass_over(name, _beginning(read(name)) if may_be_text(name) else "")
        elif name in self._written:
            self.problems.append(_second(name, written, self._written[name]))
        else:
            self._written[name] = written
            raw = read(name)
            if isinstance(raw, Problem):
                self.problems.append(raw)
            else:
                self.raw[name] = raw

    def size(self) -> int:
        """Bytes taken in so far."""
        return sum(map(len, self.raw.values()))

    def _pass_over(self, name: str, text: str) -> None:
        suffix = PurePosixPath(name).suffix
        if suffix.lower() in (".yml", ".yaml") and suffix != ".yaml":
            # A table saved as .yml would otherwise be passed over in silence.
            found = fill(_("the ending {suffix}"), suffix=suffix)
            ours = str(PurePosixPath(name).with_suffix(".yaml"))
            near = meant_by(name, text) or ours
            self.problems.append(whole(name, found, _("a name that ends in .yaml"), near))
        else:
            self._others.append(_Other(name, text))

    def leave(self, name: str, top: str) -> None:
        """Do not read a file that lies beside the folder of the pack, ``top``, and not in it."""
        self._others.append(_Other(name, "", top))

    def gathered(self) -> Gathered:
        """The texts, everything that is wrong with them, and the names that were passed over."""
        problems, files, passed_over = [*self.problems], {}, []
        wanted = wanted_briefs({name: _beginning(raw, None) for name, raw in self.raw.items()})
        for name, text, top in self._others:
            own = name.removeprefix(top.rpartition("/")[0].rpartition("/")[0]).lstrip("/")
            meant = meant_by(own, text, wanted) or (own if top and is_table(own) else "")
            is_there = not meant or meant in self.raw
            if not is_there and top and not is_backup(name):
                problems.append(beside(name, top, meant))
            elif not is_there and not is_backup(name):
                problems.append(not_read(name, meant))
            elif not ((is_backup(name) and is_there) or is_for_people(name)):
                passed_over.append(name)
        for name in sorted(self.raw):
            problems.extend(_check_letters(name))
            files[name], unread = decode(name, self.raw[name])
            problems.extend(unread)
        return Gathered(files, problems, tuple(sorted(passed_over)))


def gather(path: Path) -> Gathered:
    """The text of every file that counts, by its name within the pack, and what is wrong."""
    # Only a pack that comes in a zip needs it.
    from idlib_wargame.packs.text.zips import from_zip

    if path.name == "pack.yaml" and path.is_file():
        path = path.parent
    try:
        if path.is_dir():
            found = _from_folder(path)
        elif path.is_file():
            found = from_zip(path)
        else:
            return Gathered({}, [whole(str(path), _("nothing of that name"), a_pack())])
    except OSError as fault:
        said = fill(_("a pack that cannot be read ({reason})"), reason=disk_reason(fault))
        return Gathered({}, [whole(str(path), said, a_pack())])
    gathered = found.gathered()
    if any(map(is_table, gathered.files)) or gathered.problems:
        return gathered
    return Gathered({}, [whole(str(path), _("no pack.yaml"), a_pack())])


def decode(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    """A file's text with line feeds for line ends, and what keeps it from being text."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8-sig")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        found = fill(_("a byte that is not UTF-8 (0x{raw:02x})"), raw=raw[fault.start])
        expected = _("a file saved as UTF-8")
        return "", [Problem(name, line, column, found, expected, rank=FIRST)]
    return text, []


def check_files(files: Mapping[str, str], spoilt: Collection[str] = ()) -> list[Problem]:
    """What is wrong with a pack's files before any is read; ``spoilt`` ones are known already."""
    problems: list[Problem] = []
    wanted = wanted_briefs(files)
    for name, text in files.items():
        problems.extend(check_name(name, files, wanted))
        problems.extend(_check_text(name, text))
    misnamed = {problem.nearest for problem in problems}
    problems.extend(_missing(files, {*spoilt, *misnamed}))
    if sum(map(len, files.values())) > MOST_BYTES_A_PACK:
        problems.append(too_large_a_pack())
    return problems


def _missing(files: Mapping[str, str], spoilt: Collection[str]) -> Iterator[Problem]:
    """Tables that a pack needs; those that stand there under a wrong name are told as that."""
    for table in TABLES:
        if not table.needed or any(table.holds(name) for name in (*files, *spoilt)):
            continue
        if table.is_folder:
            folder = table.file.rstrip("/")
            expected = fill(_("at least one table of {folder}"), folder=folder)
            yield whole(folder, _("no .yaml file"), expected)
        else:
            yield whole(table.file, _("no such file"), _("every pack to have one"))


def _second(name: str, written: str, first: str) -> Problem:
    if written == first:
        return whole(name, _("a second file of that name"), _("each file once"))
    expected = _("names that differ in more than how a system writes their letters")
    return whole(name, _("two files that come to one name"), expected)


def _check_letters(name: str) -> Iterator[Problem]:
    """A name in no encoding, or with signs that nobody sees, could not be typed in another file."""
    if not name.isprintable():
        found = _("a name with letters that cannot be shown")
        yield whole(name, found, _("a name that can be typed"))


def _check_text(name: str, text: str) -> Iterator[Problem]:
    if len(text) > MOST_BYTES_A_FILE:
        yield too_large(name)
        return
    bad = UNPRINTABLE.search(text)
    if bad:
        found = fill(_("a control character (U+{group:04X})"), group=ord(bad.group()))
        yield _at(bad, name, found, _("printable text"))
    turning = TURNING.search(text) if name.endswith(".md") else None  # tables are read by the cell
    if turning:
        fault = turning_fault(turning)
        yield _at(turning, name, fault.found, fault.expected)


def _at(sign: re.Match[str], name: str, found: str, expected: str) -> Problem:
    line = sign.string.count("\n", 0, sign.start()) + 1
    column = sign.start() - sign.string.rfind("\n", 0, sign.start())
    return Problem(name, line, column, found, expected, rank=FIRST)


def turning_fault(sign: re.Match[str]) -> Fault:
    """What is told of a sign that ``TURNING`` found in somebody's text."""
    found = fill(_("a sign that turns letters round (U+{code:04X})"), code=ord(sign.group()))
    expected = _("text without it: each line runs the way of its own letters")
    return Fault(found, expected, offset=sign.start())


def too_large(name: str) -> Problem:
    """A file past the limit."""
    return whole(name, _("a file of more than 2 MB"), _("a smaller file"))


def too_large_a_pack() -> Problem:
    """Files that are too large together."""
    return whole("pack.yaml", _("a pack of more than 20 MB"), _("smaller files"))


def too_many(place: str) -> Problem:
    """More files than any pack has: somebody has pointed at another folder."""
    many = ngettext("more than {count} file", "more than {count} files", MOST_FILES)
    return whole(place, fill(many, count=MOST_FILES), a_pack())


def outside(name: str) -> Problem:
    """A file that is not within the pack."""
    said = _("a file that lies outside the pack")
    return whole(name, said, _("files within the pack only"))


def no_file(name: str) -> Problem:
    """A link or a pipe in place of a file."""
    return whole(name, _("something that is no file"), a_file())


def _from_folder(folder: Path) -> FoundFiles:
    outer, folder = folder, _inner(folder)
    found = FoundFiles()
    if folder != outer:
        for each in sorted(outer.iterdir()):
            if each.is_file() and not is_left_behind(each.name):
                found.leave(each.name, f"{folder.name}/")
    home = folder.resolve()
    for seen, (written, path) in enumerate(_walk(folder), start=1):
        if seen > MOST_FILES or found.size() > MOST_BYTES_A_PACK:
            said = too_many(str(folder)) if seen > MOST_FILES else too_large_a_pack()
            found.problems.append(said)
            break
        found.offer(written, partial(_read, path, home))
    return found


def _read(path: Path, home: Path, name: str) -> bytes | Problem:
    return _unfit(name, path, home) or path.read_bytes()


def _inner(folder: Path) -> Path:
    """The folder itself, or the one folder in it that is a pack: unpacking often makes two."""
    packs = [each.parent for each in folder.glob("*/pack.yaml")]
    packs = [each for each in packs if not is_left_behind(each.name)]
    if (folder / "pack.yaml").is_file() or len(packs) != 1:
        return folder
    # A table or two may have been left beside it.
    return packs[0] if _tables_in(packs[0]) > _tables_in(folder) else folder


def _tables_in(folder: Path) -> int:
    return sum(is_table(each.name) for each in folder.iterdir())


def _unfit(name: str, path: Path, home: Path) -> Problem | None:
    """What keeps a file of that name from being read. Asked before it is opened: a pipe waits."""
    try:
        place = Path(os.path.realpath(path, strict=True))
    except OSError:
        return whole(name, _("a link that leads to no file"), a_file())
    if not place.is_relative_to(home):
        return outside(name)
    if not place.is_file():
        return no_file(name)
    return too_large(name) if place.stat().st_size > MOST_BYTES_A_FILE else None


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """What lies under a folder, in the order of its names; what systems leave is not gone into.

    A folder is gone into, unless it is called like a file of a pack.
    """
    for here, folders, names in os.walk(folder):
        files = [*names, *(each for each in folders if each.endswith(KEPT))]
        folders[:] = sorted(
            each for each in folders if not is_left_behind(each) and each not in files
        )
        for name in sorted(files):
            path = Path(here, name)
            yield path.relative_to(folder).as_posix(), path
