"""The long form: ``python -m tests.attack`` runs all, ``python -m tests.attack flips cuts`` some.

Prints a line of figures for each attack, and ends with status 1 where anything was lost.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.attack import bodies, crowd, damage, disks, kills, open_file, room_kills, sessions

PLAY_KILLS, SETTLE_KILLS, FLIPS, STEPS, TRUNCATIONS, ACTS = 500, 200, 300, 50, 100, 60
ROOM_KILLS, CROWD_SECONDS = 40, 600
MOST_GROWN = 1.25  # times what the server held early on
DISKS, TEMPORARY = range(300, 1300, 50), range(40, 1000, 20)  # kilobytes


def attack_play(folder: Path) -> bool:
    """Kills in play."""
    return _killed("kills in play", kills.kills_in_play(folder, sessions.harbour(), PLAY_KILLS))


def attack_settling(folder: Path) -> bool:
    """Kills while settling and closing."""
    return _killed("kills while settling", kills.kills_while_settling(folder, SETTLE_KILLS))


def _killed(title: str, found: Iterable[kills.Kill]) -> bool:
    done = list(found)
    faults = [kill.fault for kill in done if kill.fault]
    acts, amid = sum(kill.acknowledged for kill in done), sum(kill.amid for kill in done)
    _say(f"{title}: {len(done)} ({amid} amid it), {acts} acknowledged, {len(faults)} faults")
    return _listed(faults)


def attack_flips(folder: Path) -> bool:
    """One flipped bit, over both packs."""
    well = True
    for number, reading in enumerate(sessions.shipped()):
        path = sessions.played(folder / f"flips{number}.wargame", reading)
        done = list(damage.flips(path, FLIPS // 2))
        shares = [flip.readable for flip in done]
        false, whole = sum(flip.false for flip in done), sum(flip.whole for flip in done)
        replays = sum(flip.replays for flip in done)
        median, worst = statistics.median(shares), min(shares)
        _say(
            f"flips, pack {number + 1} ({path.stat().st_size} bytes): {len(done)}, readable"
            f" {median:.1%} in the median and {worst:.1%} in the worst, {replays} replay,"
            f" {whole} whole, {false} false entries"
        )
        well &= median >= 0.95 and worst >= 0.8 and not false
    return well


def attack_cuts(folder: Path) -> bool:
    """Cuts at every 2% of the file and of what entries lie in, over all packs that ship."""
    faults = []
    for number, reading in enumerate(sessions.shipped()):
        path = sessions.played(folder / f"cuts{number}.wargame", reading)
        done = list(damage.cuts(path, STEPS))
        faults += [f"{cut.length} bytes: {sorted(cut.held - cut.read)}" for cut in done
                   if not cut.held <= cut.read]  # fmt: skip
        held, read = sum(len(cut.held) for cut in done), sum(len(cut.read) for cut in done)
        replays = sum(cut.replays for cut in done)
        _say(
            f"cuts, pack {number + 1}: {len(done)}, {held} entries held, {read} read,"
            f" {replays} replay"
        )
    return _listed(faults)


def attack_truncations(folder: Path) -> bool:
    """Files and journals cut short while they are open."""
    done = list(open_file.truncations(folder, TRUNCATIONS))
    faults = [each.fault for each in done if each.fault]
    lost = {what: [each.lost for each in done if each.what == what] for what in ("file", "journal")}
    told = ", ".join(f"{len(each)} of the {what}" for what, each in lost.items())
    _say(f"cut short while open: {told}, {len(faults)} faults")
    return _listed(faults)


def attack_numbers(folder: Path) -> bool:
    """A share that numbers files anew."""
    fault = open_file.played_on_such_a_share(folder / "share.wargame", ACTS)
    _say(f"numbered anew: {ACTS} acts, {'a fault' if fault else 'no fault'}")
    return _listed([fault] if fault else [])


def attack_disks(folder: Path) -> bool:
    """Full and read-only disks."""
    if reason := disks.why_not():
        _say(f"full and read-only disks: left out, as {reason}")
        return True
    done = list(disks.full_disks(folder, DISKS))
    faults = [f"{each.kilobytes} kB: {each.fault}" for each in done if each.fault]
    acts = sum(each.acknowledged for each in done)
    _say(f"full disks: {len(done)}, {acts} acknowledged, {len(faults)} faults")
    rooms = list(disks.temporary_folders(folder, TEMPORARY))
    faults += [f"{each.kilobytes} kB for a copy: {each.fault}" for each in rooms if each.fault]
    told = sum(each.told for each in rooms)
    _say(f"folders for temporary files: {len(rooms)}, too small {told}, {len(faults)} faults")
    finished = sessions.played(folder / "finished.wargame", sessions.harbour())
    fault = disks.opened_where_nothing_may_be_written(folder, finished)
    _say(f"read-only disk: {'a fault' if fault else 'no fault'}")
    return _listed([*faults, *([fault] if fault else [])])


def attack_bodies(folder: Path) -> bool:
    """Forged bodies with right digests: every key of every kind, missing, mistyped and absurd."""
    paths = bodies.true_files(folder, sessions.full())
    done = list(bodies.forgeries(paths))
    faults = [fault for each in done if (fault := bodies.fault_of(each))]
    kinds = len({each.kind for each in done})
    _say(f"forged bodies: {len(done)}, of {kinds} kinds of entry, {len(faults)} faults")
    return _listed(faults)


def attack_rooms(folder: Path) -> bool:
    """Kills while people type and seal at their phones."""
    done = list(room_kills.killed_rooms(folder, ROOM_KILLS))
    faults = [fault for kill in done for fault in kill.faults]
    acts, amid = sum(each.acknowledged for each in done), sum(each.under_way for each in done)
    back = statistics.median(each.seconds_back for each in done)
    _say(
        f"kills of an open room: {len(done)}, {acts} acts acknowledged, {amid} under way,"
        f" {sum(each.typed for each in done)} texts half typed, all back after {back:.1f} s,"
        f" {len(faults)} faults"
    )
    return _listed(faults)


def attack_crowd(folder: Path) -> bool:
    """Forty players and ten public screens against one session."""
    done = crowd.crowded(folder / "crowd.wargame", CROWD_SECONDS)
    _say(
        f"a crowd, {CROWD_SECONDS} s: {done.acts} acts done, {done.refused} refused,"
        f" {done.entries} entries, {len(done.faults)} faults; {done.changes} changes seen and"
        f" {done.unseen} not within {crowd.SEEN_WITHIN:.0f} s; of those seen, 95 of 100"
        f" within {done.p95:.0f} ms, the last after {done.worst:.0f} ms; the server held"
        f" {done.early / 1000:.0f} MB early on and {done.late / 1000:.0f} MB late"
    )
    is_flat = done.late <= MOST_GROWN * done.early
    return _listed([*done.faults, *([] if is_flat else ["what it holds grows"])])


ATTACKS: dict[str, Callable[[Path], bool]] = {
    "play": attack_play,
    "settling": attack_settling,
    "flips": attack_flips,
    "cuts": attack_cuts,
    "truncations": attack_truncations,
    "numbers": attack_numbers,
    "disks": attack_disks,
    "bodies": attack_bodies,
    "rooms": attack_rooms,
    "crowd": attack_crowd,
}


def _listed(faults: list[str]) -> bool:
    for fault in faults[:10]:
        _say(f"  {fault}")
    return not faults


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(names: list[str]) -> int:
    """Run the attacks of those names, or all of them; 0 where nothing was lost."""
    unknown = set(names) - set(ATTACKS)
    if unknown:
        _say(f"No attack is called {', '.join(sorted(unknown))}; there are {', '.join(ATTACKS)}.")
        return 2
    well = True
    for name in names or ATTACKS:
        with tempfile.TemporaryDirectory() as folder:
            well &= ATTACKS[name](Path(folder))
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
