"""Every command, redirected on a computer with another code page, shown on an old terminal, and
started where there is no stream at all.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from idlib_wargame.cli import main
from idlib_wargame.packs.reader import read_pack
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.reading import read_session
from tests.conftest import HARBOUR
from tests.session.exercises import begun, to_results
from tests.tries import is_quick, some_of

ROOT = HARBOUR.parents[2]
# Western, central European, Cyrillic, Turkish, Arabic and Japanese Windows.
PAGES = some_of(("cp1252", "cp1250", "cp1251", "cp1254", "cp1256", "cp932"))
OF_TERMINALS = some_of(("cp437", "cp1251"), 1 if is_quick() else 2)
# No page of these has all of it.
ODD = "Übung – “Фаза” 演習 −3 ½ şİ ﷲ"
# A file that is read or written by the system's code page is a fault as well.
STRICTLY = ("-X", "warn_default_encoding", "-W", "error::EncodingWarning")
# As on a computer that has another code page than the one that runs this.
ELSEWHERE = {"PYTHONIOENCODING": "cp932", "PYTHONUTF8": "0", "COLUMNS": "100"}
PIN = "şeal Фаза"
# What each command is asked, so that it answers and so that it refuses. Later ones of a page may
# use what earlier ones wrote; each page has a folder of its own, and they run there.
WAYS = {
    "": (["--version"], [ODD], [f"--{ODD}"]),
    "associate": ([], ["--undo"], ["Фаза"]),
    "play": (
        ["{pack}", "--turns", "1", "--seed", "1", "--out", "Фаза.wargame"],
        ["{pack}", "--habit", ODD],
    ),
    "check": (["{pack}"], ["{pack}", "--play", "5"], ["Фаза −3"]),
    "new-pack": (["Фаза"], ["Фаза"]),
    "read-aheads": (
        ["{pack}", "--to", ".", "--seat", "astra", "--group", ODD],
        ["{pack}", "--to", ".", "--seat", ODD],
    ),
    "trace": (["{pack}", "protest"], ["{pack}", "protest", "--json"], ["{pack}", ODD]),
    "show": (["{file}"], ["{file}", "--json"], ["нет −3.wargame"]),
    "verify": (["{file}"], ["{file}", "--json"], ["нет −3.wargame"]),
    "chart": (
        ["{file}", "--out", "Фаза −3.png"],
        ["нет −3.wargame", "--out", "a"],
    ),
    "reset-pin": (["Фаза.wargame"], ["нет −3.wargame"]),
    "open": (["{file}", "--port", "1"],),
}


class Turn(NamedTuple):
    """One command and what came of it. ``code`` is a traceback where a fault came out."""

    folder: Path
    words: list[str]
    code: int | str
    out: bytes
    err: bytes


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[Turn]]:
    """By kind of stream and code page, everything that the command line can be asked, in turn."""
    root = tmp_path_factory.mktemp("said")
    file = root / "a.wargame"
    session = begun(read_pack(HARBOUR), file, exercise=ODD, group=ODD)
    to_results(session)
    session.close()
    kinds = [
        *(("file", page) for page in ("utf-8", *PAGES)),
        *(("terminal", page) for page in OF_TERMINALS),
        ("none", ""),
    ]
    asked = {kind: list(_asked(*kind, root, file)) for kind in kinds}
    turns = root / "turns.json"
    turns.write_text(json.dumps([turn for each in asked.values() for turn in each]))
    done = subprocess.run(
        [sys.executable, *STRICTLY, "-m", "tests.cli.said_in_turn", str(turns)],
        cwd=ROOT,
        env={**os.environ, **ELSEWHERE, **_home(root / "home")},
        capture_output=True,
        start_new_session=True,  # or a PIN would be asked at the terminal of whoever tests
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    codes = iter(json.loads(turns.with_suffix(".codes").read_text(encoding="utf-8")))
    return {kind: [_came_of(turn, next(codes)) for turn in each] for kind, each in asked.items()}


def _home(folder: Path) -> dict[str, str]:
    """What commands keep for their user does not go to whoever tests."""
    folder.mkdir()
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR")
    return dict.fromkeys(names, str(folder))


def _asked(streams: str, page: str, root: Path, file: Path) -> Iterator[dict[str, object]]:
    folder = root / f"{streams}{page}"
    folder.mkdir()
    places = {"pack": HARBOUR, "file": file}
    for number, words in enumerate(_everything()):
        yield {
            "streams": streams,
            "page": page,
            "words": [word.format(**places) for word in words],
            "place": str(folder / f"{number}.said"),
            "typed": f"{PIN}\n{PIN}\n",
        }


def _everything() -> Iterator[list[str]]:
    for name in _names(main):
        command = [name] if name else []
        yield [*command, "--help"]
        for words in WAYS[name]:
            yield [*command, *words]


def _names(group: click.Group) -> list[str]:
    """The command line itself, and each command that click knows."""
    return ["", *group.commands]


def _came_of(turn: dict[str, object], code: int | str) -> Turn:
    place = Path(str(turn["place"]))
    out, err = (
        path.read_bytes() if (path := place.with_suffix(ending)).exists() else b""
        for ending in (".out", ".err")
    )
    words = turn["words"]
    assert isinstance(words, list)
    return Turn(place.parent, words, code, out, err)


def test_every_command_is_asked_here() -> None:
    """Whoever adds one says how it is asked, so that it answers and so that it refuses."""
    assert set(WAYS) == set(_names(main))
    assert not any(isinstance(each, click.Group) for each in main.commands.values())


def test_everything_asked_gets_its_code_in_every_code_page(
    said: dict[tuple[str, str], list[Turn]],
) -> None:
    """No character ends a command, or changes what it comes to."""
    wanted = [turn.code for turn in said["file", "utf-8"]]
    # A pack that is played five times leaves something of it out of reach.
    assert set(wanted) == {0, 1, 2}
    for (kind, page), turns in said.items():
        if kind != "none":
            assert [turn.code for turn in turns] == wanted, (kind, page)


def test_everything_asked_is_done_where_there_is_no_stream(
    said: dict[tuple[str, str], list[Turn]],
) -> None:
    """As where a program starts without a console; only a PIN has nobody who could type it."""
    for turn, meant in zip(said["none", ""], said["file", "utf-8"], strict=True):
        asks = turn.words[0] == "reset-pin" and "--help" not in turn.words
        assert turn.code == (1 if asks and meant.code == 0 else meant.code), turn


@pytest.mark.parametrize("page", PAGES)
def test_whoever_redirects_a_command_finds_utf_8_in_the_file(
    page: str, said: dict[tuple[str, str], list[Turn]]
) -> None:
    """To the letter what it is on a computer that has UTF-8 everywhere; refusals too."""
    told = 0
    for turn, meant in zip(said["file", page], said["file", "utf-8"], strict=True):
        for mine, theirs in ((turn.out, meant.out), (turn.err, meant.err)):
            text = mine.decode("utf-8")
            assert text == theirs.decode("utf-8"), turn.words
            told += bool(text)
    assert told >= len(said["file", page])


def test_a_redirected_session_has_its_title_to_the_letter(
    said: dict[tuple[str, str], list[Turn]],
) -> None:
    """Letters of every script and a true minus sign."""
    (turn,) = [each for each in said["file", PAGES[0]] if each.words[0] == "show"][1:2]
    assert turn.out.decode("utf-8").splitlines()[0].startswith(ODD)


@pytest.mark.parametrize("page", OF_TERMINALS)
def test_a_terminal_gets_the_nearest_sign_for_what_it_lacks(
    page: str, said: dict[tuple[str, str], list[Turn]]
) -> None:
    """Only letters that somebody typed are spelt out; lines and bars are drawn with what it has."""
    for turn in said["terminal", page]:
        for said_there in (turn.out, turn.err):
            text = said_there.decode(page)
            spelt = {chr(int(each, 16)) for each in re.findall(r"\\u([0-9a-f]{4})", text)}
            assert spelt <= set(ODD + PIN + "Фаза нет"), (turn.words, text)


@pytest.mark.parametrize("page", PAGES)
def test_a_pin_that_a_file_holds_is_read_as_utf_8(
    page: str, said: dict[tuple[str, str], list[Turn]]
) -> None:
    """Whoever has it typed for them gets the PIN that stands in the file."""
    (turn,) = [each for each in said["file", page] if each.words[0] == "reset-pin"][1:2]
    assert PinLock(read_session(turn.folder / turn.words[1]).pin_hash).opens(PIN)


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams as a shell of Linux does")
def test_an_exercise_is_played_whole_where_every_stream_was_closed(tmp_path: Path) -> None:
    """Its file does not take the place of a stream, where a library's words would end up in it."""
    file = tmp_path / "a.wargame"
    words = ["play", str(HARBOUR), "--turns", "1", "--seed", "1", "--out", str(file)]
    command = ["sh", "-c", 'exec "$0" -m idlib_wargame "$@" <&- >&- 2>&-', sys.executable]
    done = subprocess.run([*command, *words], cwd=ROOT, check=False)
    assert done.returncode == 0
    saved = read_session(file)
    assert saved.complete
    assert saved.last.finished
