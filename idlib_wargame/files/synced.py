"""Which folders are copied to other computers by a service that syncs them.

Two laptops that have one exercise open in such a folder make two of it. What a service says of its
folders counts, and what they are called.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePath
from typing import NamedTuple

ONEDRIVE, ICLOUD, DROPBOX, GOOGLE = "OneDrive", "iCloud Drive", "Dropbox", "Google Drive"

Found = Callable[[PurePath], str | None]  # the text of a file, "" of a folder; None without one

# A firm's name or the account's may follow: "OneDrive - Staff College", "Dropbox (Personal)".
_CALLED = {
    ONEDRIVE: re.compile(r"onedrive( ?- ?.+)?", re.IGNORECASE),
    ICLOUD: re.compile(r"icloud ?drive", re.IGNORECASE),
    DROPBOX: re.compile(r"dropbox( ?[-(].+)?", re.IGNORECASE),
    GOOGLE: re.compile(r"google ?drive( ?[-(].+)?", re.IGNORECASE),
}
_OF_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # in the environment
_ON_A_DRIVE_OF_ITS_OWN = ("My Drive", "Shared drives")  # Google's, on Windows
# In a home folder of macOS.
_LIBRARY, _CLOUDS, _ICLOUDS = "Library", "CloudStorage", "Mobile Documents"
_REDIRECTED = ("Desktop", "Documents")


class SyncedFolders(NamedTuple):
    """Each folder that a service has named as its own, with the service."""

    roots: tuple[tuple[PurePath, str], ...]

    @classmethod
    def of(cls, environment: Mapping[str, str], home: PurePath, found: Found) -> SyncedFolders:
        """What the environment and the services' own files say, on any of the three systems."""
        onedrive = (environment.get(name, "") for name in _OF_ONEDRIVE)
        return cls(
            (
                *((type(home)(root), ONEDRIVE) for root in onedrive if root),
                *((type(home)(root), DROPBOX) for root in _dropbox(environment, home, found)),
                *((root, ICLOUD) for root in _icloud(home, found)),
            )
        )

    def service_of(self, folder: PurePath) -> str:
        """The service that syncs a folder; "" where none is known to."""
        named = (service for root, service in self.roots if folder.is_relative_to(root))
        return next(named, "") or _by_names(folder)


@lru_cache(maxsize=16)  # the desk asks after every act
def service_of(folder: Path) -> str:
    """The service that syncs a folder of this computer; "" where none is known to."""
    try:
        real = folder.resolve()
    except OSError:
        real = folder.absolute()
    known = _here()
    return known.service_of(folder.absolute()) or known.service_of(real)


@lru_cache(maxsize=1)
def _here() -> SyncedFolders:
    return SyncedFolders.of(os.environ, Path.home(), _found)


def _found(path: PurePath) -> str | None:
    try:
        return "" if Path(path).is_dir() else Path(path).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def _dropbox(environment: Mapping[str, str], home: PurePath, found: Found) -> Iterator[str]:
    """Where Dropbox says that its folders are: one of a person, one of a firm."""
    local = [environment.get(name, "") for name in ("APPDATA", "LOCALAPPDATA")]
    places = [*(type(home)(each) / DROPBOX for each in local if each), home / ".dropbox"]
    for place in places:
        try:
            accounts = json.loads(found(place / "info.json") or "{}")
        except ValueError:
            continue
        for account in accounts.values() if isinstance(accounts, dict) else ():
            root = account.get("path") if isinstance(account, dict) else None
            if isinstance(root, str) and root:
                yield root


def _icloud(home: PurePath, found: Found) -> Iterator[PurePath]:
    """What iCloud has of a home folder, and what of it was given over to iCloud."""
    library = home / _LIBRARY / _ICLOUDS
    yield library
    for name in _REDIRECTED:
        if found(library / "com~apple~CloudDocs" / name) is not None:
            yield home / name


def _by_names(folder: PurePath) -> str:
    parts = folder.parts
    if folder.drive and len(parts) > 1 and parts[1] in _ON_A_DRIVE_OF_ITS_OWN:
        return GOOGLE
    for part, above in zip(parts, ("", *parts), strict=False):
        for service, called in _CALLED.items():
            if called.fullmatch(part):
                return service
        if above == _CLOUDS:  # where macOS keeps what any service syncs
            return part.partition("-")[0]
    return ""
