"""What has changed since the last turn's orders were opened, and who did it, as far as known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.names import RUNG
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Play
from idlib_wargame.views.account import Account, Accounts, Change
from idlib_wargame.views.tracks import TrackLine, track_line
from idlib_wargame.words.escalation import moved_words, standing_words
from idlib_wargame.words.language import _, fill


class TrackChange(NamedTuple):
    """A track that moved, and each thing that moved it, a short sentence each; never none."""

    line: TrackLine
    because: tuple[str, ...]


class Situation(NamedTuple):
    """Where things stand for one seat, in words: the ladder, since when, and what moved."""

    rung: str
    rung_account: Account
    caption: str
    changes: tuple[TrackChange, ...]


def situation_of(sight: Sight, play: Play, accounts: Accounts) -> Situation:
    """The situation as one seat knows it; ``play``, and the accounts of it, are cut to that."""
    changes = tuple(_changes(sight, play, accounts))
    return Situation(_rung(sight.scenario, play), accounts.rung(), _caption(play), changes)


def _rung(scenario: Scenario, play: Play) -> str:
    now, numbers = play.state[RUNG], play.setup.numbers
    rung = scenario.rung_by_number[now]
    if play.last is None:
        return standing_words(rung, numbers)
    return moved_words(rung, now - play.last.opening[RUNG], numbers)


def _caption(play: Play) -> str:
    last = play.last
    if last is None:
        return _("As the exercise begins. After each turn this says what moved, and why.")
    if last.number == play.turn:
        return fill(_("As turn {turn} left it, as far as you know."), turn=play.turn)
    said = _("As turn {turn} finds it, as far as you know; marked: what turn {last} changed.")
    return fill(said, turn=play.turn, last=last.number)


def _changes(sight: Sight, play: Play, accounts: Accounts) -> Iterator[TrackChange]:
    if play.last is None:
        return
    for track in sight.tracks:
        value = play.state[track.id]
        moved = value - play.last.opening[track.id]
        if moved:
            account = accounts.track(track)
            line = track_line(track, value, moved, play.setup.numbers, account=account)
            yield TrackChange(line, tuple(_because(account, play)))


def _because(account: Account, play: Play) -> Iterator[str]:
    """Each known reason since orders were opened; last, if they do not add up, one not known."""
    for change in account.since_opened:
        yield reason_words(change, play.setup.numbers)


def reason_words(change: Change, numbers: bool) -> str:
    """What moved a number, in a line: "Astra: Send patrols (+1)"."""
    said = _("{why} ({by})") if numbers else _("{why}")
    return fill(said, why=change.why, by=change.reads)
