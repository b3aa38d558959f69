"""The room's Wi-Fi as it was typed on this computer: for its code, and the next session's."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any, NamedTuple

from idlib_wargame.files.settings import read_settings
from idlib_wargame.files.whole import write_whole
from idlib_wargame.words.language import _, fill

MOST_NAME, MOST_PASSWORD = 32, 64  # bytes and signs that the standard of Wi-Fi has room for
LEAST_PASSWORD = 8
_MOST_BYTES = 4096
_log = logging.getLogger(__name__)


class Wifi(NamedTuple):
    """``name`` is "" where none was typed, ``password`` where the network is open to all.

    The room reads both in words beside the code, for laptops and for cameras that fail; unless it
    is ``told``, the password stands in the code alone.
    """

    name: str = ""
    password: str = ""
    told: bool = True

    @property
    def lines(self) -> tuple[str, ...]:
        """What the room reads of it; nothing of one that no device could join by."""
        if not self.name or self.amiss:
            return ()
        said = [fill(_("Wi-Fi: {name}"), name=self.name)]
        if self.password and self.told:
            said.append(fill(_("Its password: {password}"), password=self.password))
        return tuple(said)

    @property
    def amiss(self) -> str:
        """Why no phone could join by this; "" if one can, or nothing was typed."""
        if not self.name:
            if self.password:
                return _("A password alone makes no code. Type the name of the Wi-Fi too.")
            return ""
        if len(self.name.encode()) > MOST_NAME:
            return _("The name of a Wi-Fi has 32 letters at most. Look at how it is written.")
        if self.password and not LEAST_PASSWORD <= len(self.password) <= MOST_PASSWORD:
            return _("The password of a Wi-Fi has 8 to 64 letters. Look at how it is written.")
        return ""


NO_WIFI = Wifi()


def read_wifi(file: Path | None) -> Wifi:
    """What was typed last on this computer; nothing where nothing was."""
    found: Any = read_settings(file, _MOST_BYTES) if file is not None else None
    if not isinstance(found, dict):
        return Wifi()
    name, password = found.get("name"), found.get("password")
    if not isinstance(name, str) or not isinstance(password, str):
        return Wifi()
    return Wifi(name, password, found.get("told") is not False)


def keep_wifi(file: Path | None, wifi: Wifi) -> None:
    """Keep it for the next session. Where that fails, it is typed again then."""
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps(wifi._asdict()).encode())
    except OSError as fault:
        _log.warning("%s could not be written: %s", file.name, fault)
