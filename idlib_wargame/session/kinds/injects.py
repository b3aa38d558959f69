"""What acts about an inject of the pack share: it must be the pack's, not sent, and in time.

What the facilitator decides about one is made by ``decision_kind``: to hold it back, to drop it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from idlib_wargame.record.entry import Body, Entry
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.injects_due import sent_in
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import Shape, inject, row, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill

A = TypeVar("A", bound=Act)


def decision_kind(
    name: str,
    act: type[A],
    find: Callable[[A, Position], Inject],
    fold: Callable[[Play, Entry], Play],
    line: Callable[[Body], str],
    says: Callable[[A], Json] = lambda decision: {},
    **shapes: Shape,
) -> ActKind[A]:
    """The kind of a decision about an inject: its turn and the inject's id, told to control alone.

    ``find`` gives the inject or raises Refused; ``line`` is a sentence with a place for its
    ``title``. ``says`` is what else the decision says, of those ``shapes``. In a report it is
    decided for the next turn, whose injects go out as it begins.
    """

    def body(decision: A, by: str, at: Position) -> Json:
        found = find(decision, at)
        return {"turn": turn_decided_for(at.play), "inject": found.id, **says(decision)}

    def folded(play: Play, entry: Entry, folding: Folding) -> Play:
        return fold(play, entry)

    def told(scenario: Scenario, entry: Entry) -> str:
        body = entry.body
        found = scenario.inject_by_id.get(body["inject"])
        title = found.title if found is not None else body["inject"]
        return fill(line(body), **{**{name: body[name] for name in shapes}, "title": title})

    return ActKind(
        name=name,
        shape=row(turn=turn, inject=inject, **shapes),
        act=act,
        body=body,
        fold=folded,
        line=told,
        audience=only_control,
        undoable=True,
        goes_with_turn=True,
        ends_redo=True,
    )


def turn_decided_for(play: Play) -> int:
    """The turn for which it may be decided now what becomes of an inject."""
    return min(play.turn + (play.phase == REPORT), play.setup.turns)


def inject_to_hold(named: str, at: Position) -> Inject:
    """The inject of that id, where a turn is left in which it could go. Raises Refused."""
    found = inject_to_come(named, at)
    if at.play.phase == ADJUDICATION:
        raise Refused(_("Orders have been opened; hold it back once the turn is closed."))
    if at.play.phase == REPORT and at.play.turn >= at.play.setup.turns:
        raise Refused(_("This was the last turn, so nothing goes out any more."))
    return found


def known_inject(named: str, at: Position) -> Inject:
    """The inject of that id, of the pack or written since. Raises Refused."""
    found = at.scenario.inject_by_id.get(named)
    if found is None:
        raise Refused(no_such_inject(named))
    return found


def inject_to_come(named: str, at: Position) -> Inject:
    """The inject of that id, which was not sent yet. Raises Refused."""
    found = known_inject(named, at)
    sent = sent_in(at.play, named)
    if sent:
        raise Refused(fill(_("“{title}” was sent in turn {turn}."), title=found.title, turn=sent))
    return found


def no_such_inject(named: str) -> str:
    """A sentence for an inject that is neither the pack's nor was written."""
    return fill(_("There is no inject “{inject}” in this pack."), inject=named)


def unsent_inject(named: str, at: Position) -> Inject:
    """The inject of that id, where it may still be sent this turn. Raises Refused."""
    found = inject_to_come(named, at)
    if at.play.phase in (ADJUDICATION, REPORT):
        raise Refused(_("Orders have been opened; send it in the next turn."))
    return found
