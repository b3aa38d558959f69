"""Who may order what, wherever a row of a pack has a seat order something."""

from idlib_wargame.packs.reader import read_files
from tests.packs.harbour import FULL, changed, told


def test_a_seat_is_not_made_to_aim_at_itself() -> None:
    """A habit or an inject that names a choice aimed at its own seat is told so, with its line."""
    aimed = changed(
        "moves/concessions.yaml",
        "tags: [on_south], targets: [caldis]",
        "tags: [on_south], targets: [caldis, borea]",
        FULL,
    )
    said = told(read_files(aimed))
    assert said == [
        "injects.yaml:22:50: found choice 'south', which is aimed at seat 'borea', "
        "expected a choice that is not aimed at its own seat"
    ]
