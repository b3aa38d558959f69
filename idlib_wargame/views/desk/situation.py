"""Where things stand on the desk: the rung, the moment shown, and every track with its change."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.names import RUNG
from idlib_wargame.rules.pack.phases import ADJUDICATION
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.state import State
from idlib_wargame.session.play import Play
from idlib_wargame.views.account import Account, Accounts
from idlib_wargame.views.tracks import TrackLine, track_line
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


class Situation(NamedTuple):
    """``caption`` says which moment this is.

    ``rung_account`` is how the ladder came to stand there.
    """

    rung: str
    rung_account: Account
    caption: str
    tracks: tuple[TrackLine, ...]


def situation(scenario: Scenario, play: Play) -> Situation:
    """The situation as it stands, or as the results on the table would leave it."""
    before, now = _span(play)
    accounts = Accounts(scenario, play, shared=True)
    rung = scenario.rung_by_number[now[RUNG]]
    return Situation(
        fill(_("Level {number}: {rung}"), number=rung.number, rung=rung.name),
        accounts.rung(),
        _caption(play, marks=any(now[each] != before[each] for each in _marked(scenario))),
        tuple(
            track_line(
                track,
                now[track.id],
                now[track.id] - before[track.id],
                play.setup.numbers,
                _only(scenario, track),
                accounts.track(track),
            )
            for track in scenario.tracks
            if not track.counter
        ),
    )


def _span(play: Play) -> tuple[State, State]:
    """The state before and after what the page marks as changed."""
    if play.pending is not None:
        return play.pending.opening, play.pending.result.state
    return (play.last.opening if play.last else play.state), play.state


def _marked(scenario: Scenario) -> tuple[str, ...]:
    """The cells of which the page says that they changed."""
    return (RUNG, *(track.id for track in scenario.tracks if not track.counter))


def _only(scenario: Scenario, track: Track) -> str:
    if track.seen_by is None:
        return ""
    names = series([seat.name for seat in scenario.seats if seat.actor in track.seen_by])
    return names or _("the facilitator")


def _caption(play: Play, marks: bool) -> str:
    """Which moment this is; ``marks`` says whether anything is marked as changed."""
    turn, last = play.turn, play.last
    if play.phase == ADJUDICATION:
        words = (
            _("As turn {turn} leaves it, if these results stand; marked: what it changed.")
            if marks
            else _("As turn {turn} leaves it, if these results stand. It changed nothing here.")
        )
    elif last is None:
        words = _("As the exercise begins. What a turn changes will be marked.")
    elif not marks:
        words = _("As turn {turn} finds it. Turn {last} changed nothing here.")
        if last.number == turn:
            words = _("As turn {turn} left it. It changed nothing here.")
    elif last.number == turn:
        words = _("As turn {turn} left it; marked: what it changed.")
    elif any(message.turn == turn and message.effects for message in play.messages):
        words = _(
            "As turn {turn} finds it; marked: what turn {last} and the injects since changed."
        )
    else:
        words = _("As turn {turn} finds it; marked: what turn {last} changed.")
    return fill(words, turn=turn, last=last.number if last else 0)
