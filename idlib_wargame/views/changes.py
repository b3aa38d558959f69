"""What has changed since the last turn's orders were opened, and who did it, as far as known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.names import RUNG
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import EffectLine
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Play
from idlib_wargame.views.messages import sender_words
from idlib_wargame.views.tracks import TrackLine, track_line
from idlib_wargame.words.changes import (
    message_moved_words,
    order_moved_words,
    row_moved_words,
    unknown_moved_words,
)
from idlib_wargame.words.escalation import moved_words, standing_words
from idlib_wargame.words.language import _, fill


class TrackChange(NamedTuple):
    """A track that moved, and each thing that moved it, a short sentence each; never none."""

    line: TrackLine
    because: tuple[str, ...]


class Situation(NamedTuple):
    """Where things stand for one seat, in words: the ladder, since when, and what moved."""

    rung: str
    caption: str
    changes: tuple[TrackChange, ...]


def situation_of(sight: Sight, play: Play) -> Situation:
    """The situation as one seat knows it; ``play`` is cut to that."""
    return Situation(_rung(sight.scenario, play), _caption(play), tuple(_changes(sight, play)))


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


def _changes(sight: Sight, play: Play) -> Iterator[TrackChange]:
    if play.last is None:
        return
    for track in sight.tracks:
        value = play.state[track.id]
        moved = value - play.last.opening[track.id]
        if moved:
            line = track_line(track, value, moved, play.setup.numbers)
            yield TrackChange(line, tuple(_because(sight.scenario, play, track, moved)))


def _because(scenario: Scenario, play: Play, track: Track, moved: int) -> Iterator[str]:
    """Each known reason; last, where they do not add up, that there is one not known."""
    last, numbers = play.last, play.setup.numbers
    assert last is not None, "what a turn changed, before the first turn"
    left = moved
    for card in last.result.cards:
        if by := _by(card.effects, track):
            left -= by
            yield order_moved_words(scenario, card, track, by, numbers)
    for after in last.result.after:
        if by := _by(after.effects, track):
            left -= by
            yield row_moved_words(scenario, after.row, track, by, numbers)
    for message in play.messages:
        if message.turn > last.number and (by := _by(message.effects, track)):
            left -= by
            sender = sender_words(message)
            yield message_moved_words(sender, message.title, track, by, numbers)
    if left:
        yield unknown_moved_words(track, left, numbers)


def _by(effects: tuple[EffectLine, ...], track: Track) -> int:
    return sum(line.through for line in effects if line.track == track.id)
