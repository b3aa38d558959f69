"""Somebody who watched or helped does so no longer. What they wrote stays."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import row, text
from idlib_wargame.session.naming import same_in, told_apart_by
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class LetObserverGo(Act):
    """The observer or assistant of that name has gone."""

    name: str


def _body(act: LetObserverGo, by: str, at: Position) -> Json:
    there = same_in(at.play.observers, act.name)
    if there is None:
        raise Refused(fill(_("Nobody called {name} observes or helps."), name=act.name))
    return {"name": there}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    gone = entry.body["name"]
    left = {name: each for name, each in play.observers.items() if name != gone}
    key = ("", told_apart_by(gone))
    joined = {each: here for each, here in play.joined.items() if each != key}
    return replace(play, observers=left, joined=joined, muted=play.muted - {key})


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("{name} no longer observes or helps."), name=entry.body["name"])


OBSERVER_LEFT = ActKind(
    name="observer_left",
    shape=row(name=text),
    act=LetObserverGo,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    after_finish=True,
)
