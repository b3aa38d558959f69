"""The minutes that were kept for the hot wash."""

from __future__ import annotations

import pytest

from idlib_wargame.session.day import Going
from idlib_wargame.session.session import Session
from idlib_wargame.views.day.hot_wash import hot_wash_words
from tests.views.day.days import at, played, turns

FINISHED = [*turns("09:00", 30), (1, "finished", "09:30", Going.PLAYED)]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("09:30", "Hot wash: 20 minutes left"),
        ("09:32", "Hot wash: 18 minutes left"),
        ("09:49", "Hot wash: 1 minute left"),
        ("09:50", "Hot wash: its minutes are up."),
        ("10:49", "Hot wash: its minutes are up."),
        ("10:50", ""),
    ],
)
def test_it_counts_down_from_the_finish(session: Session, now: str, said: str) -> None:
    """It has the minutes that were kept for it, however late it began. The next morning nobody asks
    for it any more."""
    assert hot_wash_words(played(session.play, FINISHED, ends_at="09:00"), at(now)) == said


def test_it_counts_nothing_before_the_finish_or_where_none_was_kept(session: Session) -> None:
    """No line at all."""
    assert hot_wash_words(played(session.play, turns("09:00", 30)), at("09:10")) == ""
    assert hot_wash_words(played(session.play, FINISHED, hot_wash=0), at("09:30")) == ""
