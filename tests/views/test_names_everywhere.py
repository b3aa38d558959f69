"""Whatever an exercise, a group or a seat is called: its files have names that Windows, macOS and
Linux all take.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import idlib_wargame
from idlib_wargame.views.file_names import file_name, folder_name, free_path, paper_name

DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}
ENCRYPTED = 143  # bytes that a name has in a home that eCryptfs keeps
NAMES = (
    "Ankara / Moscow: round 2",
    "Round 2. . ",
    "NUL",
    "CON.txt",
    "com1",
    "Lpt¹.x",
    "aux .x",
    "CONOUT$",
    "x" * 300,
    "é" * 150,
    "e\u0301" * 150,
    "a" + "\u0301" * 300,
    "漢字" * 75,
    "👩\u200d👩\u200d👧\u200d👦" * 12,
    "👍🏽" * 40,
    "evil\u202egnp.exe",
    "\u200fשלום\u200f",
    "ردّ\u200cپا",
    "Ver\xadwaltung\ufeff",
    "tab\tnew\nline\x00\x07",
    "half \ud800 of one",
    "\u200d",
    " ",
    "...",
    '<>:"/\\|?*',
)
# What people type, and what nobody should.
anything = st.one_of(
    st.sampled_from(NAMES),
    st.text(st.characters(), max_size=120),
    st.text("conaux. /:\u0301\u200d👩é", max_size=120),
)


def assert_every_system_takes(name: str) -> None:
    """What the three of them say of a name, and of a number and a journal's ending behind it."""
    assert name
    assert not set(name) & set('<>:"/\\|?*'), "Windows has other uses for it"
    assert all(ord(each) >= 32 and each != "\x7f" for each in name), "Windows"
    assert name == name.strip(" ."), "Windows takes these away"
    assert re.split(r" *\.", name, maxsplit=1)[0].casefold() not in DEVICES, "Windows"
    assert unicodedata.normalize("NFC", name) == name, "macOS may show it twice"
    assert all(unicodedata.category(each) not in ("Cn", "Cs") for each in name), "macOS"
    assert len(unicodedata.normalize("NFD", name).encode("utf-16-le")) <= 2 * 255, "older macOS"
    assert len(name.encode()) <= ENCRYPTED - len(" (2)-journal"), "Linux"


@given(anything, anything, anything)
def test_any_exercise_group_and_seat_make_names_that_every_system_takes(
    exercise: str, group: str, seat: str
) -> None:
    """Of the session, its copies and pictures, of each seat's papers, and of the seats' folders."""
    for name in (
        free_path(Path("nowhere"), exercise).name,
        free_path(Path("nowhere"), file_name(exercise, group)).name,
        f"{file_name(exercise, group, 'escalation', 'turn 03')}.png",
        f"{file_name(exercise, group, seat, 'minute-12')}.md",
        f"{paper_name(exercise, group, seat, 'read-ahead')}.pdf",
        folder_name(seat),
    ):
        if not name.startswith("."):  # a suffix alone: nothing was typed at all
            assert_every_system_takes(name)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_file_is_really_made_and_found_by_its_name(tmp_path: Path, name: str) -> None:
    """With a journal beside it; the second of the name has one of its own."""
    for _time in range(2):
        path = free_path(tmp_path, name)
        path.touch(exist_ok=False)
        path.with_name(f"{path.name}-journal").touch(exist_ok=False)
        assert path.name in {each.name for each in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("there", "name"),
    [
        ("Spring course.wargame", "SPRING Course"),
        ("STRASSE.wargame", "Straße"),
        (unicodedata.normalize("NFD", "Übung é.wargame"), "Übung é"),
    ],
)
def test_names_that_some_system_takes_for_one_are_kept_apart(
    tmp_path: Path, there: str, name: str
) -> None:
    """The folder may go to another computer, where the one would be written over the other."""
    (tmp_path / there).touch()
    assert free_path(tmp_path, name).stem == f"{name} (2)"


def test_a_name_is_cut_between_what_is_read_as_one() -> None:
    """No accent goes without its letter, and no picture falls into its parts."""
    family = "👩\u200d👩\u200d👧\u200d👦"
    assert free_path(Path("nowhere"), family * 12).stem == family * 4
    thumbs = free_path(Path("nowhere"), "a" + "👍🏽" * 40).stem
    assert thumbs == "a" + "👍🏽" * ((len(thumbs) - 1) // 2)
    kha = "ख\u0947"  # has no letter of its own for both
    assert set(free_path(Path("nowhere"), kha * 60).stem[1::2]) == {"\u0947"}


def test_nothing_unseen_is_left_in_a_name() -> None:
    """What makes room goes away; what divides words or turns them about divides them."""
    assert file_name("Ver\xadwal\u200btung\ufeff", "") == "Verwaltung"
    assert file_name("evil\u202egnp\x07", "\u200fא\u200e") == "evil gnp, א"
    assert file_name("نیم\u200cفاصله", "") == "نیم\u200cفاصله"


def test_names_are_made_of_words_in_one_place() -> None:
    """Elsewhere an ending is put behind what that place has made, and behind nothing else."""
    root = Path(idlib_wargame.__path__[0])
    behind = re.compile(r'f"([^"]*)\.(?:wargame|pdf|png|csv|md)"')
    found = {
        stem
        for path in root.rglob("*.py")
        for stem in behind.findall(path.read_text(encoding="utf-8"))
        if "{" in stem
    }
    # The others look in a pack for what somebody may have meant, and name the program's icons.
    icons = {"{PROGRAM_ID}", "{_ICON_OF_TYPE}", "{PROGRAM_ID}-{side}"}
    assert found == {"{paper.head.file}", "{stem}", *icons}
