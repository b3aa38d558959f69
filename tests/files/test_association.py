"""Sessions by double click: what the system is told, and told otherwise again."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

from idlib_wargame.files.association import opening_command
from idlib_wargame.files.association_linux import MEDIA_TYPE, LinuxAssociation
from idlib_wargame.files.association_windows import CLASSES, PROG_ID, WindowsAssociation
from idlib_wargame.packs.shelf import data_folder

ICONS = data_folder("assets") / "icons"
AWKWARD = ('/home/an a/50% of $it/`pyth"on\\', "-m", "idlib_wargame")
TYPES = "{http://www.freedesktop.org/standards/shared-mime-info}"


def on_linux(
    data: Path, command: Sequence[str] = AWKWARD, ran: list[Sequence[str]] | None = None
) -> LinuxAssociation:
    """The association of a user whose shared data is in that folder; no tool of the system runs."""
    calls = [] if ran is None else ran
    return LinuxAssociation(data, ICONS, command, "Wargame & co", "Session <saved>", calls.append)


def files_in(folder: Path) -> set[str]:
    """Every file below, by its path from there."""
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


def exec_line(data: Path) -> str:
    """What the menu's entry runs."""
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their letters
    entry.read(data / "applications" / "idlib-wargame.desktop", encoding="utf-8")
    return entry["Desktop Entry"]["Exec"]


def test_a_user_of_linux_gets_an_entry_a_type_and_icons(tmp_path: Path) -> None:
    """All in folders of their own; nothing needs an administrator."""
    ran: list[Sequence[str]] = []
    written = on_linux(tmp_path, ran=ran).make()
    assert {each.relative_to(tmp_path).as_posix() for each in written} == files_in(tmp_path)
    kind = ElementTree.parse(tmp_path / "mime" / "packages" / "idlib-wargame.xml").getroot()[0]
    assert kind.get("type") == MEDIA_TYPE
    assert kind.findtext(f"{TYPES}comment") == "Session <saved>"
    assert kind.find(f"{TYPES}glob[@pattern='*.wargame']") is not None
    assert [each[0] for each in ran] == ["update-mime-database", "update-desktop-database"]


def test_the_program_may_lie_in_a_folder_of_any_name(tmp_path: Path) -> None:
    """Blanks, quotes, dollars and percent signs in its path run nothing else."""
    on_linux(tmp_path).make()
    line = exec_line(tmp_path).replace("\\\\", "\\")  # as any value of such a file is read
    quoted, _blank, file = line.rpartition(" ")
    arguments = re.findall(r'"((?:[^"\\]|\\.)*)"', quoted.replace("%%", "%"))
    assert tuple(re.sub(r"\\(.)", r"\1", each) for each in arguments) == AWKWARD
    assert file == "%f"


def test_taken_back_nothing_of_ours_is_left_and_all_else_is(tmp_path: Path) -> None:
    """Also when it was never made, or is taken back twice."""
    other = tmp_path / "applications" / "other.desktop"
    other.parent.mkdir()
    other.write_text("[Desktop Entry]\n", encoding="utf-8")
    linux = on_linux(tmp_path)
    assert linux.undo() == []
    linux.make()
    linux.make()
    linux.undo()
    assert files_in(tmp_path) == {"applications/other.desktop"}


@pytest.mark.skipif(shutil.which("xdg-mime") is None, reason="needs the desktop's own tools")
@pytest.mark.skipif(
    shutil.which("update-mime-database") is None, reason="needs the desktop's own tools"
)
def test_the_desktop_itself_finds_who_opens_a_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked as a file manager asks: what kind of file is it, and what opens that kind."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    data = tmp_path / "share"
    LinuxAssociation(
        data, ICONS, (sys.executable, "-m", "idlib_wargame"), "Wargame", "Session"
    ).make()
    session = tmp_path / "an evening.wargame"
    session.write_bytes(b"SQLite format 3\0")

    def asked(*words: str | Path) -> str:
        command = ["xdg-mime", "query", *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()

    assert asked("default", MEDIA_TYPE) == "idlib-wargame.desktop"
    assert asked("filetype", session) == MEDIA_TYPE


class Classes(dict[tuple[str, str], str]):
    """A registry in memory, by key and name; ``announced`` counts."""

    announced = 0

    def read(self, key: str, name: str) -> str | None:
        """What that value says."""
        return self.get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        """Set that value."""
        self[key, name] = text

    def remove(self, key: str, name: str) -> None:
        """Remove that value."""
        self.pop((key, name), None)

    def remove_tree(self, key: str) -> None:
        """Remove the key and all below it."""
        for each in [(k, n) for k, n in self if k == key or k.startswith(f"{key}\\")]:
            del self[each]

    def announce(self) -> None:
        """Count it."""
        self.announced += 1


def on_windows(registry: Classes) -> WindowsAssociation:
    """The association of a user of Windows."""
    command = (r"C:\Users\An A\Scripts\idlib-wargame-window.exe",)
    return WindowsAssociation(registry, command, Path("icon.ico"), "Session")


def test_a_user_of_windows_opens_a_session_by_double_click() -> None:
    """The suffix leads to our kind of file, and that to the program, quoted."""
    registry = Classes()
    on_windows(registry).make()
    kind = registry[rf"{CLASSES}\.wargame", ""]
    assert kind == PROG_ID
    opens = registry[rf"{CLASSES}\{kind}\shell\open\command", ""]
    assert opens == r'"C:\Users\An A\Scripts\idlib-wargame-window.exe" "%1"'
    assert registry.announced == 1


def test_on_windows_another_program_keeps_what_it_took_since() -> None:
    """Taking ours back leaves the suffix with it."""
    registry = Classes()
    on_windows(registry).undo()
    on_windows(registry).make()
    registry[rf"{CLASSES}\.wargame", ""] = "Other.Program"
    on_windows(registry).undo()
    assert registry == {(rf"{CLASSES}\.wargame", ""): "Other.Program"}


@pytest.mark.parametrize(
    ("there", "runs"),
    [
        (("idlib-wargame-window.exe", "pythonw.exe"), ("idlib-wargame-window.exe",)),
        (("pythonw.exe",), ("pythonw.exe", "-m", "idlib_wargame")),
        ((), ("python", "-m", "idlib_wargame")),
    ],
)
def test_no_console_comes_up_where_the_program_can_do_without(
    there: tuple[str, ...], runs: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin command beside this Python, else Python's own, else Python itself."""
    for name in there:
        (tmp_path / name).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    program, *rest = opening_command()
    assert (Path(program).name, *rest) == runs
