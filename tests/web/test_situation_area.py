"""Where things stand, on a seat's page: tracks, map, clocks and charts, as far as it may know."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.charts import charts_of, clocks_told
from idlib_wargame.views.online.maps import map_of
from idlib_wargame.views.online.seat_seen import SeatSeen, seat_seen
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.web.areas.situation import parts
from tests.harbour_exercise import begin
from tests.secret_session import play_with_secrets
from tests.tries import tries
from tests.twins.acts import Twins
from tests.twins.packs import PACKS, RANDOM, veiled
from tests.views import silent_nets
from tests.web.areas.page import Reading
from tests.web.svg.reading import SVG, read

SETTINGS = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


def seen_by(session: Session, seat: str) -> SeatSeen:
    """What a seat sees now."""
    return seat_seen(seat_door(session, seat))


def pictures(html: str) -> list[str]:
    """The pictures with words of their own in a piece of a page."""
    return re.findall(r"<svg xmlns=.*?</svg>(?=\n| *<|$)", html, re.DOTALL)


@pytest.mark.parametrize("seat", ["astra", "borea", "press"])
@pytest.mark.parametrize("numbers", [True, False])
def test_every_track_stands_there_in_its_words_and_opens_its_account(
    seat: str, numbers: bool
) -> None:
    """Name, reading and every row of the account, each track by an id of its own."""
    seen = seen_by(silent_nets.played(numbers), seat)
    html = parts(seen)["situation.tracks"]
    said = Reading(html).text
    for line in seen.view.tracks:
        assert f'id="track-{line.id}"' in html
        assert " ".join(line.words.split()) in said
        assert line.account is not None
        for row in line.account.rows:
            assert " ".join(row.reads.split()) in said
    assert len(seen.view.tracks) == html.count('<details class="track"')


def test_a_track_that_moved_has_an_arrow_which_is_heard_too() -> None:
    """Up or down, and by how much."""
    seen = seen_by(silent_nets.played(), "borea")
    html = parts(seen)["situation.tracks"]
    moved = [line for line in seen.view.tracks if line.way]
    assert moved
    assert html.count('class="moved"') == len(moved)
    for line in moved:
        (row,) = re.findall(rf'id="track-{line.id}".*?</summary>', html, re.DOTALL)
        assert line.change in row
        assert ("up " if line.way > 0 else "down ") in row


def test_the_map_tells_each_place_by_the_id_that_its_sign_opens() -> None:
    """Nothing on it opens what is not there."""
    seen = seen_by(silent_nets.played(), "borea")
    html = parts(seen)["situation.map"]
    opened = set(re.findall(r'data-tells="([^"]+)"', html))
    assert opened
    assert opened <= set(re.findall(r'<details class="place" id="([^"]+)"', html))
    shown = map_of(seen.drawing)
    assert shown is not None
    for place in shown.places.values():
        assert place.name in Reading(html).text


def test_a_pack_without_a_map_or_clocks_shows_none(harbour: PackReading, tmp_path: Path) -> None:
    """The parts are there all the same, and empty."""
    session = begin(harbour, tmp_path / "bare.wargame")
    made = parts(seen_by(session, "astra"))
    session.close()
    assert made["situation.map"] == ""
    assert made["situation.tracks"]


def test_the_bars_have_the_numbers_of_the_view() -> None:
    """Each turn's severity by seat, and hostility, which is the Goldstein flow upside down."""
    seen = seen_by(silent_nets.played(), "astra")
    charts = charts_of(seen.drawing)
    html = parts(seen)["situation.charts"]
    root = read(f"<div>{''.join(pictures(html))}</div>")
    _ladder, severity, worse = root.iter(f"{SVG}svg")
    shown = [float(e.get("data-value", "0")) for e in severity.iter(f"{SVG}rect")]
    assert shown == [value for each in charts.severity for value in each.points if value]
    found = [float(e.get("data-value", "0")) for e in worse.iter(f"{SVG}rect")]
    assert found == [value for value in charts.worse if value]
    assert charts.worse[0] == -sum(
        turn.result.goldstein.get(seat, 0) for turn in seen.drawing.play.closed for seat in
         turn.result.goldstein
    ) / 100  # fmt: skip


def test_each_turn_names_what_moved_it(full: PackReading) -> None:
    """Most first, with what the turn came to in words."""
    seen = seen_by(silent_nets.played(), "astra")
    charts = charts_of(seen.drawing)
    said = Reading(parts(seen)["situation.charts"]).text
    assert charts.told
    for turn in charts.told:
        for words in (turn.title, turn.rung, turn.flows, *(each.words for each in turn.moved)):
            assert " ".join(words.split()) in said


def test_in_words_alone_no_figure_of_ours_stands_on_the_charts() -> None:
    """No flows in points, and no scale."""
    seen = seen_by(silent_nets.played(numbers=False), "astra")
    assert all(not each.flows for each in charts_of(seen.drawing).told)
    html = parts(seen)["situation.charts"]
    numbers = re.findall(r'class="l-number"[^>]*>([^<]+)<', html)
    assert set(numbers) <= {"Turn", "A", "B", "C", "1", "2", "3", "4"}


def test_a_clock_says_what_it_has_left_and_why_it_matters() -> None:
    """With its day and its account."""
    seen = seen_by(silent_nets.played(), "borea")
    told = clocks_told(seen.drawing)
    said = Reading(parts(seen)["situation.clocks"]).text
    assert told
    for clock in told:
        assert clock.name in said
        assert clock.left in said
        assert clock.day in said


def test_every_field_and_row_has_an_id_of_its_own() -> None:
    """Or what a reader opened would be lost, or another opened, as the page changes."""
    made = parts(seen_by(silent_nets.played(), "borea"))
    ids = re.findall(r' id="([^"]+)"', "".join(made.values()))
    assert len(ids) == len(set(ids))


def test_no_secret_of_another_seat_stands_there(tmp_path: Path) -> None:
    """Borea and the press know of no hidden track, order, place or flag; Astra knows its own."""
    session = Session.open(play_with_secrets(tmp_path))
    for seat in ("borea", "caldis", "press"):
        assert "SECRET" not in "".join(parts(seen_by(session, seat)).values())
    own = "".join(parts(seen_by(session, "astra")).values())
    session.close()
    assert "SECRET-TRACK" in own
    assert not re.findall("SECRET-(?:MESSAGE|NOTE|RULING|LETTER|STRUCK|OF-THE-SEAT)", own)


@pytest.mark.parametrize("name", [RANDOM, *(each for each in PACKS if "harbour" in each)])
@settings(SETTINGS, max_examples=tries(4))
@given(seed=st.integers(0, 10**9))
def test_two_exercises_that_look_the_same_to_a_seat_have_equal_parts(name: str, seed: int) -> None:
    """Whatever else differs: hidden tracks, covert orders, messages to others, rulings."""
    rng = Random(seed)
    pack = veiled(name, rng)
    twins = Twins(pack, rng.choice([seat.id for seat in pack.seats]), rng)
    for _step in twins.play():
        if not twins.look_the_same():
            break
        one, other = (parts(seen_by(session, twins.seat)) for session in twins.sessions)
        assert one == other
