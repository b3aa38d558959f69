"""A handful of each attack; ``python -m tests.attack`` is the long form."""

from __future__ import annotations

import os
import statistics
from pathlib import Path

import pytest

from idlib_wargame.session.kinds.registry import KINDS
from tests.attack import bodies, crowd, damage, disks, kills, open_file, room_kills, sessions
from tests.tries import is_quick, some_of

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="killing a forked program needs fork")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole exercise on the small pack, closed."""
    path = tmp_path_factory.mktemp("finished") / "finished.wargame"
    return sessions.played(path, sessions.harbour())


@forks
def test_kills_in_play_lose_nothing(tmp_path: Path) -> None:
    """Whatever was acknowledged is in the file, which opens and goes on."""
    done = list(kills.kills_in_play(tmp_path, sessions.harbour(), 6))
    assert {kill.fault for kill in done} == {""}
    assert sum(kill.amid for kill in done) >= 3  # on a busy machine some come too soon or late
    assert sum(kill.acknowledged for kill in done) > 6


@forks
def test_kills_while_settling_lose_nothing(tmp_path: Path) -> None:
    """Also where the journal is just being brought home, or the file closed."""
    done = list(kills.kills_while_settling(tmp_path, 6))
    assert {kill.fault for kill in done} == {""}
    assert sum(kill.amid for kill in done) >= 3  # on a busy machine some come too soon or late
    assert all(kill.acknowledged >= 40 for kill in done)


def test_a_flipped_bit_costs_an_entry_at_most(finished: Path) -> None:
    """Every other is still read, none is false, and the file still opens for replay."""
    done = list(damage.flips(finished, 20))
    assert len(done) == 20
    assert statistics.median(flip.readable for flip in done) >= 0.95
    assert min(flip.readable for flip in done) >= 0.8
    assert sum(flip.false for flip in done) == 0
    assert all(flip.replays for flip in done)


def test_a_cut_leaves_every_entry_before_it(finished: Path) -> None:
    """What is still whole in the file is read, though a branch of the tree may be gone."""
    done = list(damage.cuts(finished, 6))
    assert len(done) in (9, 10)  # two steps may fall on one place
    assert [sorted(cut.held - cut.read) for cut in done] == [[]] * len(done)
    assert len({len(cut.held) for cut in done if cut.held}) >= 3
    assert max(len(cut.held) for cut in done) > 10


@pytest.mark.skipif("os.name == 'nt'", reason="Windows does not let an open file be cut")
def test_a_file_cut_short_in_play_is_noticed(tmp_path: Path) -> None:
    """At the next act, and the exercise keeps every entry."""
    done = list(open_file.truncations(tmp_path, 6))
    assert [each.fault for each in done] == [""] * 6


def test_play_goes_on_where_files_are_numbered_anew(tmp_path: Path) -> None:
    """In the file, which nobody else opens meanwhile."""
    assert open_file.played_on_such_a_share(tmp_path / "share.wargame", 12) == ""


@pytest.mark.skipif(bool(disks.why_not()), reason=disks.why_not() or "a disk can be mounted")
def test_full_and_read_only_disks(tmp_path: Path, finished: Path) -> None:
    """A full disk loses nothing, and a finished file is read where nothing may be written."""
    try:
        with disks.small_disk(tmp_path / "may we", 100):
            pass
    except OSError as error:
        pytest.skip(f"mounting a small disk is not allowed here ({error})")
    done = list(disks.full_disks(tmp_path, range(400, 600, 100)))
    assert [each.fault for each in done] == [""] * 2
    assert all(each.acknowledged > 20 for each in done)
    rooms = list(disks.temporary_folders(tmp_path, range(100, 1000, 300)))
    assert [(each.told, each.fault) for each in rooms] == [(True, ""), (True, ""), (False, "")]
    assert disks.opened_where_nothing_may_be_written(tmp_path, finished) == ""


def test_forged_bodies_are_told_calmly(tmp_path: Path) -> None:
    """Right digests, strange bodies: no traceback, whatever stands there, for any reader."""
    paths = bodies.true_files(tmp_path, sessions.full())
    every = list(bodies.forgeries(paths))
    assert {each.kind for each in every} == {kind.name for kind in KINDS}
    some = some_of(every, 36)
    assert len(some) >= 7
    assert [fault for each in some if (fault := bodies.fault_of(each))] == []


def test_an_open_room_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    """What was acknowledged is there once, what was typed too, and every page comes back."""
    done = list(room_kills.killed_rooms(tmp_path, 3, 6))
    assert [kill.faults for kill in done] == [()] * 3
    assert all(kill.acknowledged > 3 for kill in done)
    assert any(kill.under_way for kill in done)
    assert all(kill.typed > 3 for kill in done)


def test_a_crowd_loses_nothing(tmp_path: Path) -> None:
    """Nothing is done twice either, and every page ends as one that is loaded anew."""
    many, screens, seconds, pause = (8, 3, 8.0, 0.5) if is_quick() else (40, 10, 60.0, 3.0)
    done = crowd.crowded(tmp_path / "crowd.wargame", seconds, many, screens, pause)
    assert done.faults == ()
    assert done.acts > many / 2
    assert done.changes > 0
