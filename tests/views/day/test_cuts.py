"""What could be cut so that the day ends when it should."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.offer import Secrecy
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.day import PlannedBreak
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.kinds.shortened import ShortenTo
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.day.cuts import cuts
from idlib_wargame.views.day.finishing_early import lost_by
from idlib_wargame.views.day.reckoning import reckoned
from idlib_wargame.views.desk.inject_list import injects_now
from idlib_wargame.words.dates import hour_words
from tests.session.bargains import NO_RAIDS, OFFER, sign
from tests.session.exercises import begun
from tests.views.day.days import at, played, turns

TEA = PlannedBreak(3, 15, "Tea")


@pytest.fixture
def six(harbour: PackReading) -> Session:
    """An exercise of six turns, which the pack has in four like them, too."""
    return begun(harbour, turns=6)


def _after(session: Session, play: Play, hour: str, **day: object) -> Play:
    """One turn of half an hour is over; a second has just begun."""
    gone = [*turns("09:00", 30), *turns("09:30", 30, first=2)[:1]]
    return played(play, gone, ends_at=hour, **day)


def _said(session: Session, play: Play, used: int = 0) -> list[tuple[str, bool]]:
    found = cuts(session.scenario, play, at("09:30"), used)
    return [(each.words, each.is_enough) for each in found]


def test_whoever_is_not_late_is_told_to_cut_nothing(six: Session) -> None:
    """Five turns of half an hour and the hot wash are over at 12:20."""
    assert _said(six, _after(six, six.play, "12:20", breaks=())) == []
    assert _said(six, _after(six, six.play, "12:18")) == []
    assert _said(six, _after(six, six.play, "")) == []


def test_each_way_says_when_the_day_would_end(six: Session) -> None:
    """Twenty-five minutes late: what is enough comes first, what is not is offered too."""
    play = _after(six, six.play, "12:10", breaks=(TEA,))
    assert _said(six, play) == [
        ("Shorten talks to 5 minutes from now on: ends about 12:10", True),
        ("Shorten every phase to 85% of its minutes from now on: ends about 12:10", True),
        ("Finish after turn 4: ends about 11:35", True),
        ("Shorten orders to 4 minutes from now on: ends about 12:15", False),
        ("Skip Tea after turn 3: ends about 12:20", False),
        ("Finish early, after turn 5: ends about 12:05", True),
    ]


def test_what_is_offered_as_enough_tells_no_later_hour_than_planned(six: Session) -> None:
    """Whichever second of the minute it is."""
    play = _after(six, six.play, "12:10", breaks=(TEA,))
    found = [
        each.words
        for second in range(0, 60, 5)
        for each in cuts(six.scenario, play, at("09:30", second), second)
        if each.is_enough
    ]
    assert len(found) >= 12
    assert max(words[-5:] for words in found) == "12:10"


def test_a_way_does_what_it_says(six: Session) -> None:
    """Each, once it is done, has the day end at the hour it names; none touches the hot wash."""
    play = _after(six, six.play, "12:10", breaks=(TEA,))
    tried = 0
    for each in cuts(six.scenario, play, at("09:30"), 0):
        if isinstance(each.act, PlanDay):
            assert each.act.day.hot_wash == 20
            then = replace(play, day=each.act.day)
        else:
            assert isinstance(each.act, ShortenTo)
            then = replace(play, setup=replace(play.setup, turns=each.act.turns))
        ends = reckoned(six.scenario, then, at("09:30"), 0).ends
        assert each.words.endswith(f"ends about {hour_words(ends)}")
        tried += 1
    assert tried == 6


@pytest.mark.parametrize(
    ("hour", "used", "words"),
    [
        ("12:10", 0, "Shorten talks to 8 minutes from now on: ends about 12:10"),
        ("12:01", 9 * 60, "Shorten talks to 9 minutes from now on: ends about 12:06"),
    ],
)
def test_the_phase_in_play_is_not_cut_below_what_it_had(
    six: Session, hour: str, used: int, words: str
) -> None:
    """Talks that have had nine minutes would be over the moment they were cut to eight."""
    assert words in [said for said, _is_enough in _said(six, _after(six, six.play, hour), used)]


def test_no_phase_is_cut_below_half_of_its_minutes(six: Session) -> None:
    """An hour and a half late, with only the phases to cut: said as it is."""
    found = _said(six, _after(six, six.play, "11:00"))
    assert ("Shorten talks to 5 minutes from now on: ends about 11:55", False) in found
    assert (
        "Shorten every phase to 50% of its minutes from now on: ends about 11:05",
        False,
    ) in found


def test_the_exercise_may_finish_early_and_it_is_said_what_is_lost(
    full: PackReading,
) -> None:
    """Of four turns there is no edition of three: what that costs is told beside the button, and
    nobody is offered the edition of two, whose turns are longer."""
    session = begun(full, turns=4)
    play = _after(session, session.play, "10:40")
    found = [each for each in cuts(session.scenario, play, at("09:30"), 0) if each.loses]
    (early,) = found
    assert early.act == ShortenTo(2, early=True)
    assert early.words == "Finish early, after turn 2: ends about 10:20"
    assert early.is_enough
    assert early.loses == (
        "The pack has no edition of that length: aims and the ending are read after turn 2, "
        "though the pack sets them for 4 turns. An undo takes it back."
    )
    assert "1 inject that waits for turn 2 or later falls away." in lost_by(
        session.scenario, play, 1
    )
    named = {each.id: each for each in session.scenario.injects}
    late = replace(
        session.scenario,
        injects=(replace(named["cold_spring"], when=parse("days_left.season <= 20")),),
    )
    assert "1 inject that waits for turn 3 or later" in lost_by(late, play, 2)


def test_an_inject_of_a_turn_that_is_not_played_comes_no_more(full: PackReading) -> None:
    """Once the exercise is to finish early, the desk lists it with those of other lengths."""
    session = begun(full, turns=4)
    before = injects_now(session)
    session.submit(ShortenTo(1, early=True), FACILITATOR)
    now = injects_now(session)
    gone = [each.id for each in before.coming if each not in now.coming]
    assert gone == ["cold_spring"]
    assert [each.id for each in now.other_lengths if each not in before.other_lengths] == gone


def test_agreements_are_told_whose_terms_fall_after_the_new_end(full: PackReading) -> None:
    """A public one by its name, a secret one as one of so many; none that ends by then."""
    session = begun(full, turns=4)
    sign(session)
    sign(session, OFFER._replace(secrecy=Secrecy.PUBLIC))
    sign(session, OFFER._replace(terms=(NO_RAIDS._replace(by=2),), until=2))
    said = lost_by(session.scenario, session.play, 2)
    assert (
        "Terms run beyond turn 2 and stay open: the agreement of Astra and Borea. "
        "Terms of 1 secret agreement run beyond turn 2 and stay open. An undo takes it back."
    ) in said
    assert "run beyond" not in lost_by(session.scenario, session.play, 4)


def test_where_no_turn_can_go_nothing_is_said_of_it(session: Session) -> None:
    """In the last turn there is none to leave out."""
    gone = [*turns("09:00", 30, 30, 30), *turns("10:30", 30, first=4)[:1]]
    play = played(session.play, gone, ends_at="10:30")
    found = cuts(session.scenario, play, at("10:30"), 0)
    assert found
    assert not [each for each in found if isinstance(each.act, ShortenTo)]
