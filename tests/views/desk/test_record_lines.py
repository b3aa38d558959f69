"""Is it saved, is it sound, which record is it?"""

from __future__ import annotations

import re
from pathlib import Path

from idlib_wargame.session.session import Saved
from idlib_wargame.views.desk.record_lines import record_lines

AT, HEAD = "2031-03-03T09:00:00+00:00", "7f3a91c204d855be" + "f" * 48
FILE = Path("course.wargame")


def test_on_disk_it_is_saved_and_sound() -> None:
    """The time of the last entry, and the head of the whole record."""
    lines = record_lines(Saved(FILE, AT, False, HEAD, ""))
    assert re.fullmatch(
        r"Saved \d\d:00:00 · record sound · record fingerprint 7f3a 91c2 04d8 55be", lines.words
    )
    assert (lines.safe, lines.place, lines.fault) == (True, "course.wargame", "")


def test_in_a_synced_folder_it_says_what_to_do_with_other_laptops() -> None:
    """By which service in the line, and why in what explains it."""
    lines = record_lines(Saved(Path("/home/ana/Dropbox/course.wargame"), AT, False, HEAD, ""))
    assert re.fullmatch(r"Saved \d\d:00:00, synced by Dropbox · record sound · .*", lines.words)
    assert lines.safe
    assert lines.about[-1] == (
        "Dropbox copies this folder to other computers: two laptops with the exercise open would "
        "make two of it, so keep it closed on every other one until the day is over."
    )


def test_in_memory_it_says_so() -> None:
    """Nothing is promised that is not so."""
    lines = record_lines(Saved(None, AT, True, HEAD, ""))
    assert not lines.safe
    assert lines.words == "In memory only · record fingerprint 7f3a 91c2 04d8 55be"
    assert (lines.place, lines.fault) == ("", "")


def test_a_fault_of_the_disk_is_told_calmly() -> None:
    """Since when, why, and that play goes on."""
    lines = record_lines(Saved(None, AT, True, HEAD, "The stick is gone."))
    assert re.fullmatch(
        r"Not on disk since \d\d:00:00 · record fingerprint 7f3a 91c2 04d8 55be", lines.words
    )
    assert lines.fault == (
        "The stick is gone. Play goes on in memory; nothing is lost while the program is open."
    )
    assert not lines.safe
