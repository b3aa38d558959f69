"""What people write with a stop of its own, quoted in sentences that have one too."""

from __future__ import annotations

import pytest

from idlib_wargame.views.account import Change
from idlib_wargame.words.quoting import ended, quotable


@pytest.mark.parametrize(
    ("written", "quoted", "whole"),
    [
        ("Keeps the road open.", "Keeps the road open", "Keeps the road open."),
        ("Keeps the road open", "Keeps the road open", "Keeps the road open."),
        ("Let them wait...", "Let them wait...", "Let them wait..."),
        ("Why not?", "Why not?", "Why not?"),
        ("打开道路。", "打开道路", "打开道路。"),
        (". ", "", "."),
        ("", "", ""),
    ],
)
def test_a_sentence_that_somebody_ended_themselves_gets_no_second_stop(
    written: str, quoted: str, whole: str
) -> None:
    """Whatever else it ends with stays."""
    assert quotable(written) == quoted
    assert ended(written) == whole


def test_whoever_reads_why_a_number_moved_hears_one_stop() -> None:
    """An author may have set one."""
    assert Change("The nets came in.", "", 0).spoken == "The nets came in."
    assert Change("The nets came in", "", 0).spoken == "The nets came in."
