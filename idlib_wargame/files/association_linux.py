"""Sessions by double click on Linux: an entry of the menu, a file type and icons (freedesktop.org).

Sources: Desktop Entry Specification 1.5, Shared MIME-info Database 0.22, Icon Theme 0.13.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from idlib_wargame import PROGRAM_ID
from idlib_wargame.files.association import SUFFIX
from idlib_wargame.files.whole import write_whole

MEDIA_TYPE = "application/x-wargame-session"
ICON_SIDES = (16, 32, 48, 64, 128, 256)
_ICON_OF_TYPE = MEDIA_TYPE.replace("/", "-")
_TOOL_SECONDS = 60
# Escaped inside the quotes of an Exec line; each backslash is doubled then, as in any value.
_QUOTED_IN_EXEC = '"`$\\'


class LinuxAssociation:
    """``data`` is the user's folder for what programs share; ``icons`` holds ours by their sides.

    ``command`` comes before the file's name. ``run`` starts one of the system's tools.
    """

    def __init__(
        self,
        data: Path,
        icons: Path,
        command: Sequence[str],
        title: str,
        type_title: str,
        run: Callable[[Sequence[str]], object] | None = None,
    ) -> None:
        self._data = data
        self._icons = icons
        self._command = command
        self._title = title
        self._type_title = type_title
        self._run = run or _run

    def make(self) -> Sequence[Path]:
        """Write the entry, the type and the icons, and have the system read them."""
        written = list(self._texts())
        for path, text in written:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode())
        copies = list(self._copies())
        for ours, path in copies:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ours, path)
        self._read_anew()
        return [*(path for path, _text in written), *(path for _ours, path in copies)]

    def undo(self) -> Sequence[Path]:
        """Remove the same files."""
        ours = [path for path, _text in self._texts()] + [path for _ours, path in self._copies()]
        there = [path for path in ours if path.exists()]
        for path in there:
            path.unlink()
        self._read_anew()
        return there

    def _texts(self) -> Iterator[tuple[Path, str]]:
        yield self._data / "applications" / f"{PROGRAM_ID}.desktop", self._entry()
        yield self._data / "mime" / "packages" / f"{PROGRAM_ID}.xml", self._type()

    def _copies(self) -> Iterator[tuple[Path, Path]]:
        """Each icon of ours, and where it goes: as the program's, and as its files'."""
        for side in ICON_SIDES:
            ours = self._icons / f"{PROGRAM_ID}-{side}.png"
            folder = self._data / "icons" / "hicolor" / f"{side}x{side}"
            yield ours, folder / "apps" / f"{PROGRAM_ID}.png"
            yield ours, folder / "mimetypes" / f"{_ICON_OF_TYPE}.png"

    def _entry(self) -> str:
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={self._title}",
            f"Exec={' '.join(_in_exec(part) for part in self._command)} %f",
            f"Icon={PROGRAM_ID}",
            f"MimeType={MEDIA_TYPE};",
            "Categories=Education;",
            f"StartupWMClass={PROGRAM_ID}",
            "Terminal=false",
        )
        return "\n".join(lines) + "\n"

    def _type(self) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
            f'  <mime-type type="{MEDIA_TYPE}">\n'
            f"    <comment>{escape(self._type_title)}</comment>\n"
            '    <sub-class-of type="application/vnd.sqlite3"/>\n'
            f'    <glob pattern="*{SUFFIX}" weight="80"/>\n'
            f'    <icon name="{_ICON_OF_TYPE}"/>\n'
            "  </mime-type>\n"
            "</mime-info>\n"
        )

    def _read_anew(self) -> None:
        """A desktop that lacks one of the tools reads the folders by itself, at the next log-in."""
        self._run(("update-mime-database", str(self._data / "mime")))
        self._run(("update-desktop-database", str(self._data / "applications")))


def _in_exec(part: str) -> str:
    """An argument as an Exec line quotes it; a percent sign would be a field."""
    quoted = "".join(f"\\{each}" if each in _QUOTED_IN_EXEC else each for each in part)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'


def _run(command: Sequence[str]) -> None:
    program = shutil.which(command[0])
    if program is None or not Path(command[-1]).is_dir():
        return
    subprocess.run(
        (program, *command[1:]),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_TOOL_SECONDS,
        check=False,
    )
