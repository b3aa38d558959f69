"""Words that mean two things at once are refused where they are given."""

from __future__ import annotations

from idlib_wargame.packs.reader import read_files
from tests.packs.harbour import FILES, FULL, changed, told


def test_no_seat_can_throw_the_dice_of_chances() -> None:
    """A seat's rolls are addressed by its id, and those of chances by the word "chance"."""
    files = {name: text.replace("astra", "chance") for name, text in FILES.items()}
    files["briefs/chance.md"] = files.pop("briefs/astra.md")
    assert told(read_files(files)) == [
        "seats.yaml:2:9: found a seat called 'chance', as rolls of chance are, "
        "expected an id of its own"
    ]


def test_no_part_of_an_actor_can_either() -> None:
    """A part sits at the table as a seat does."""
    part = FULL["pack.yaml"].split("parts:")[1].split("id: ")[1].split(",")[0]
    files = changed("pack.yaml", f"id: {part}", "id: chance", FULL)
    assert [line.split(": ", 1)[1] for line in told(read_files(files))] == [
        "found a seat called 'chance', as rolls of chance are, expected an id of its own"
    ]


def test_no_seat_can_act_as_the_facilitator() -> None:
    """What control does is recorded as the facilitator's, and only that name may do it."""
    files = {name: text.replace("astra", "facilitator") for name, text in FILES.items()}
    files["briefs/facilitator.md"] = files.pop("briefs/astra.md")
    assert told(read_files(files)) == [
        "seats.yaml:2:9: found a seat called 'facilitator', as who runs the exercise is, "
        "expected an id of its own"
    ]
