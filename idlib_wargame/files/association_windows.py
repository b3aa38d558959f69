"""Sessions by double click on Windows: keys under the user's own classes, no administrator needed.

Source: Microsoft, "File Types and File Associations" (per-user registration, ProgIDs).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from idlib_wargame.files.association import SUFFIX

CLASSES = r"Software\Classes"
PROG_ID = "IdlibWargame.Session"


class Registry(Protocol):
    """The user's own part of the registry (HKEY_CURRENT_USER), texts alone."""

    def read(self, key: str, name: str) -> str | None:
        """What that value says; None where there is none. "" names a key's own value."""
        ...

    def write(self, key: str, name: str, text: str) -> None:
        """Set that value, and make the key where there is none."""
        ...

    def remove(self, key: str, name: str) -> None:
        """Remove that value, if it is there."""
        ...

    def remove_tree(self, key: str) -> None:
        """Remove the key and all below it, if it is there."""
        ...

    def announce(self) -> None:
        """Tell the desktop, which shows icons anew."""
        ...


class WindowsAssociation:
    """``command`` comes before the file's name; ``icon`` is an .ico file."""

    def __init__(
        self, registry: Registry, command: Sequence[str], icon: Path, type_title: str
    ) -> None:
        self._registry = registry
        self._command = command
        self._icon = icon
        self._type_title = type_title

    def make(self) -> Sequence[Path]:
        """Say what a session is, and that we open it. What opened the suffix before is offered on.

        What the user has chosen by hand ("Always use this app") stays in force: Windows keeps
        that to itself.
        """
        ours = rf"{CLASSES}\{PROG_ID}"
        shown = f'{subprocess.list2cmdline(self._command)} "%1"'
        write = self._registry.write
        write(ours, "", self._type_title)
        write(rf"{ours}\DefaultIcon", "", f'"{self._icon}",0')
        write(rf"{ours}\shell\open\command", "", shown)
        write(_suffix(), "", PROG_ID)
        write(rf"{_suffix()}\OpenWithProgids", PROG_ID, "")
        self._registry.announce()
        return ()

    def undo(self) -> Sequence[Path]:
        """Remove our keys; the suffix stays with whoever else has taken it since."""
        self._registry.remove(rf"{_suffix()}\OpenWithProgids", PROG_ID)
        if self._registry.read(_suffix(), "") == PROG_ID:
            self._registry.remove(_suffix(), "")
        self._registry.remove_tree(rf"{CLASSES}\{PROG_ID}")
        self._registry.announce()
        return ()


def _suffix() -> str:
    return rf"{CLASSES}\{SUFFIX}"


if sys.platform == "win32":
    import ctypes
    import winreg

    _ASSOCIATIONS_CHANGED = 0x08000000
    _HERE = winreg.HKEY_CURRENT_USER

    class UserRegistry:
        """The registry of the user who runs the program."""

        def read(self, key: str, name: str) -> str | None:
            """What that value says."""
            try:
                with winreg.OpenKey(_HERE, key) as opened:
                    return str(winreg.QueryValueEx(opened, name)[0])
            except FileNotFoundError:
                return None

        def write(self, key: str, name: str, text: str) -> None:
            """Set that value."""
            with winreg.CreateKey(_HERE, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def remove(self, key: str, name: str) -> None:
            """Remove that value."""
            try:
                with winreg.OpenKey(_HERE, key, 0, winreg.KEY_SET_VALUE) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                return

        def remove_tree(self, key: str) -> None:
            """Remove the key and all below it."""
            try:
                with winreg.OpenKey(_HERE, key, 0, winreg.KEY_ALL_ACCESS) as opened:
                    while winreg.QueryInfoKey(opened)[0]:
                        self.remove_tree(rf"{key}\{winreg.EnumKey(opened, 0)}")
                winreg.DeleteKey(_HERE, key)
            except FileNotFoundError:
                return

        def announce(self) -> None:
            """Tell the desktop."""
            ctypes.windll.shell32.SHChangeNotify(_ASSOCIATIONS_CHANGED, 0, None, None)
