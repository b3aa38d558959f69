"""The template of the situation report: what it may ask for, and what is told when it asks more."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import read_files, read_pack
from tests.conftest import HARBOUR


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Turn $turn of ${turns}\n\n$done, for $$5", []),
        ("One\n$date", ["sitrep.md:2:1: found '$date'", "did you mean '$dates'?"]),
        ("It costs 5 $ a day", ["sitrep.md:1:12: found '$' alone"]),
    ],
)
def test_a_template_may_ask_for_known_words_only(text: str, told: list[str]) -> None:
    """A word that cannot be filled in is told with its place and the nearest one."""
    files = {**read_pack(HARBOUR).files, "sitrep.md": text}
    reading = read_files(files)
    if told:
        assert len(reading.problems) == 1
        assert all(part in str(reading.problems[0]) for part in told)
    else:
        assert reading.problems == ()
        assert reading.scenario is not None
        assert reading.scenario.sitrep == text
