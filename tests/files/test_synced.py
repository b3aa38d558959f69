"""Folders that are copied to other computers, on made-up ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from idlib_wargame.files.synced import SyncedFolders, service_of

WINDOWS, MAC, LINUX = (
    PureWindowsPath(r"C:\Users\Ana"),
    PurePosixPath("/Users/ana"),
    PurePosixPath("/home/ana"),
)


def nothing_found(_path: PurePath) -> str | None:
    """A computer without any service's own files."""
    return None


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (WINDOWS / "OneDrive" / "Documents" / "Wargames", "OneDrive"),
        (WINDOWS / "OneDrive - Staff College" / "Desktop", "OneDrive"),
        (WINDOWS / "iCloudDrive" / "Wargames", "iCloud Drive"),
        (WINDOWS / "Dropbox (Staff College)", "Dropbox"),
        (WINDOWS / "dropbox" / "a", "Dropbox"),
        (PureWindowsPath(r"G:\My Drive\Wargames"), "Google Drive"),
        (PureWindowsPath(r"G:\Shared drives\Course"), "Google Drive"),
        (MAC / "Library/Mobile Documents/com~apple~CloudDocs/Wargames", "iCloud Drive"),
        (MAC / "Library/CloudStorage/OneDrive-StaffCollege/Wargames", "OneDrive"),
        (MAC / "Library/CloudStorage/GoogleDrive-ana@example.org/My Drive", "Google Drive"),
        (MAC / "Library/CloudStorage/Dropbox/Wargames", "Dropbox"),
        (MAC / "Library/CloudStorage/Box-Box/Wargames", "Box"),
        (MAC / "Google Drive", "Google Drive"),
        (LINUX / "Dropbox" / "Wargames", "Dropbox"),
        (LINUX / "OneDrive", "OneDrive"),
        (WINDOWS / "Documents" / "Wargames", ""),
        (WINDOWS / "Documents" / "OneDriven by events", ""),
        (WINDOWS / "Documents" / "My Drive", ""),
        (MAC / "Documents" / "Wargames", ""),
        (LINUX / "Dropboxes", ""),
        (LINUX / "CloudStorage.txt", ""),
    ],
    ids=str,
)
def test_a_folder_is_known_by_what_services_call_theirs(folder: PurePath, service: str) -> None:
    """Wherever nothing else tells it."""
    home = next(each for each in (WINDOWS, MAC, LINUX) if type(each) is type(folder))
    assert SyncedFolders.of({}, home, nothing_found).service_of(folder) == service


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_windows_says_where_onedrive_is(name: str) -> None:
    """By whatever name, in capitals or not; and Documents are within it where they were moved."""
    known = SyncedFolders.of({name: r"D:\Files of Ana"}, WINDOWS, nothing_found)
    assert known.service_of(PureWindowsPath(r"d:\files of ana\Documents\Wargames")) == "OneDrive"
    assert known.service_of(PureWindowsPath(r"D:\Files of Ana 2")) == ""
    assert known.service_of(WINDOWS / "Documents") == ""


@pytest.mark.parametrize(
    ("home", "place", "environment"),
    [
        (WINDOWS, r"C:\Local\Dropbox\info.json", {"LOCALAPPDATA": r"C:\Local"}),
        (WINDOWS, r"C:\Roaming\Dropbox\info.json", {"APPDATA": r"C:\Roaming"}),
        (MAC, "/Users/ana/.dropbox/info.json", {}),
        (LINUX, "/home/ana/.dropbox/info.json", {}),
    ],
)
def test_dropbox_says_where_its_folders_are(
    home: PurePath, place: str, environment: Mapping[str, str]
) -> None:
    """In a file of its own, for a person and for a firm."""
    roots = [str(home / "Mine"), str(home / "Ours")]
    told = json.dumps({"personal": {"path": roots[0]}, "business": {"path": roots[1], "host": 1}})
    known = SyncedFolders.of(environment, home, lambda at: told if str(at) == place else None)
    for root in roots:
        assert known.service_of(type(home)(root) / "Wargames") == "Dropbox"
    assert known.service_of(home / "Other") == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"personal": 3}', '{"personal": {"path": null}}'])
def test_a_file_of_dropbox_that_says_nothing_is_passed_over(text: str) -> None:
    """It is not ours, and may change."""
    known = SyncedFolders.of({}, LINUX, lambda _path: text)
    assert known.service_of(LINUX / "Wargames") == ""


def test_desktop_and_documents_of_a_mac_may_be_icloud_s() -> None:
    """Once they were given over to it, which shows among its own folders."""
    given = MAC / "Library/Mobile Documents/com~apple~CloudDocs/Documents"
    known = SyncedFolders.of({}, MAC, lambda path: "" if path == given else None)
    assert known.service_of(MAC / "Documents" / "Wargames") == "iCloud Drive"
    assert known.service_of(MAC / "Desktop") == ""


def test_a_folder_of_this_computer_is_asked_by_its_own_path(tmp_path: Path) -> None:
    """One that is not there yet, too; and by the path behind a link."""
    synced = tmp_path / "Dropbox" / "Wargames"
    assert service_of(synced) == "Dropbox"
    assert service_of(tmp_path / "Wargames") == ""
    synced.mkdir(parents=True)
    link = tmp_path / "Course"
    try:
        link.symlink_to(synced)
    except OSError:
        pytest.skip("this system lets nobody make a link")
    assert service_of(link) == "Dropbox"
