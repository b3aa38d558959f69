"""The codes read as what they stand for, and the Wi-Fi's also with odd signs in its password."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.views.online.codes import QUIET, code_of, wifi_text
from idlib_wargame.views.online.joining import HowToJoin, joining
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.online.wifi import Wifi, keep_wifi, read_wifi

OPEN = RoomState(True, 8080, "harbour", "192.0.2.7")


@pytest.mark.parametrize(
    ("name", "password", "text"),
    [
        ("Seminar", "correct horse", "WIFI:T:WPA;S:Seminar;P:correct horse;;"),
        ("Open house", "", "WIFI:T:nopass;S:Open house;;"),
        ("a;b", 'x\\y:"z"', 'WIFI:T:WPA;S:a\\;b;P:x\\\\y\\:\\"z\\";;'),
    ],
)
def test_a_wifi_code_says_name_and_password_as_typed(name: str, password: str, text: str) -> None:
    """Signs that the form of such a code has a use for are marked."""
    assert wifi_text(name, password) == text


def test_a_code_has_the_three_corners_that_cameras_look_for() -> None:
    """And four modules of white around it."""
    code = code_of("http://192.0.2.7:8080/?w=harbour", "The page")
    rows = code.rows
    corner = [True] * 7
    assert list(rows[0][:7]) == list(rows[0][-7:]) == list(rows[-1][:7]) == corner
    assert list(rows[-1][-7:]) != corner
    assert (QUIET, code.size) == (4, len(rows) + 8)
    assert {len(row) for row in rows} == {len(rows)}


def test_the_room_joins_by_two_codes_or_by_what_is_typed() -> None:
    """The Wi-Fi's comes first where it was typed; the room word is in the page's code alone."""
    now = joining(OPEN, Wifi("Seminar", "correct horse"))
    assert now is not None
    assert [each.words for each in now.codes] == ["The Wi-Fi", "The page"]
    assert now.codes[1].rows == code_of("http://192.0.2.7:8080/?w=harbour", "").rows
    wifi = ("Wi-Fi: Seminar", "Its password: correct horse")
    assert now.steps == (*wifi, "http://192.0.2.7:8080", "Room word: harbour")
    alone = joining(OPEN, Wifi())
    assert alone is not None
    assert [each.words for each in alone.codes] == ["The page"]


@pytest.mark.parametrize("password", ["", "correct horse", "x" * 64])
def test_the_two_codes_are_of_one_size(password: str) -> None:
    """However much the one has to say; alone the page's is no larger than it must be."""
    now, alone = (
        joining(OPEN, Wifi("A seminar of thirty-two letters.", password)),
        joining(OPEN, Wifi()),
    )
    assert now is not None
    assert alone is not None
    assert len({code.size for code in now.codes}) == 1
    assert alone.codes[0].size < now.codes[0].size


def test_whoever_has_no_camera_reads_the_wifi_and_its_password_unless_that_is_hidden() -> None:
    """Hidden, or where there is none, the name alone; of what no device could join by, nothing."""
    word = "correct horse"
    for wifi, lines in (
        (Wifi("Seminar", word), ("Wi-Fi: Seminar", f"Its password: {word}")),
        (Wifi("Seminar", word, told=False), ("Wi-Fi: Seminar",)),
        (Wifi("Seminar"), ("Wi-Fi: Seminar",)),
        (Wifi("Seminar", "short"), ()),
    ):
        now = joining(OPEN, wifi)
        assert now is not None
        assert now.steps == (*lines, "http://192.0.2.7:8080", "Room word: harbour")


@pytest.mark.parametrize("state", [RoomState(), RoomState(True, 8080, "harbour", "")])
def test_nobody_joins_a_room_that_is_closed_or_on_no_network(state: RoomState) -> None:
    """There is no code then."""
    assert joining(state, Wifi("Seminar", "")) is None


def test_whoever_shows_the_codes_hears_of_new_ones() -> None:
    """Once for each; not of the same ones again, nor after they have stopped looking."""
    how, heard = HowToJoin(), []
    stop = how.watch(lambda: heard.append(how()))
    now = joining(OPEN, Wifi())
    how.become(now)
    how.become(joining(OPEN, Wifi()))
    assert heard == [now]
    stop()
    stop()
    how.become(None)
    assert (heard, how()) == ([now], None)


def test_the_wifi_is_remembered_on_this_computer(tmp_path: Path) -> None:
    """In a file of the user's own; whatever lies there instead, nothing breaks."""
    file = tmp_path / "data" / "wifi.json"
    assert read_wifi(file) == Wifi()
    keep_wifi(file, Wifi("Seminar", "çorrect hörse"))
    assert read_wifi(file) == Wifi("Seminar", "çorrect hörse")
    file.write_text('{"name": 3}')
    assert read_wifi(file) == Wifi()
    file.write_text("[")
    assert read_wifi(file) == Wifi()
    keep_wifi(None, Wifi("Seminar"))
    keep_wifi(tmp_path / "wifi.unreadable" / "x" / "y", Wifi("Seminar"))
    assert read_wifi(None) == Wifi()


def test_a_wifi_that_no_phone_could_join_is_said_to_be_amiss() -> None:
    """And makes no code."""
    assert "Type the name" in Wifi("", "correct horse").amiss
    assert "32" in Wifi("ö" * 17).amiss
    assert "8 to 64" in Wifi("Seminar", "short").amiss
    assert Wifi("Seminar", "").amiss == Wifi().amiss == ""
    shown = joining(OPEN, Wifi("Seminar", "short"))
    assert shown is not None
    assert len(shown.codes) == 1
