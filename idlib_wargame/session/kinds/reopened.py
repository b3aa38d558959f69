"""A turn goes back to its orders, sealed as they were; what the game did since is struck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.kind import (
    MARKED,
    ActKind,
    Folding,
    Json,
    Marks,
    Moment,
    Position,
    marks_in_body,
    only_control,
)
from idlib_wargame.session.kinds.offer_tabled import OFFER_TABLED
from idlib_wargame.session.kinds.orders_opened import ORDERS_OPENED
from idlib_wargame.session.kinds.shapes import row, turn
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Timer, TimerState
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class Reopen(Act):
    """A turn goes back to its orders, sealed as they were; what the game did since is struck.

    Notes, words to the seats, who sits where and what seats have written stay as they are.
    """

    turn: int


def drafts_again(turn: int, moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """What would be a draft of its author again if that turn were re-opened, first to last."""
    first = _opening_of(turn, moments)
    if first is None:
        return ()
    return tuple(
        each for each in moments if each.kind is OFFER_TABLED and each.number >= first.number
    )


def openings(moments: Iterable[Moment]) -> Iterator[tuple[int, Moment]]:
    """Each turn whose orders were opened, as it stands, and where: in the order of the moments.

    The exercise as it stood then names the turn; the entry's body holds all that came of it.
    """
    for moment in moments:
        before, pending = moment.play.before_roll, moment.play.pending
        if moment.kind is ORDERS_OPENED and before is not None:
            yield before.turn, moment
        elif moment.kind is ADJUDICATED and pending is not None and pending.before is None:
            yield pending.number, moment


def _opening_of(turn: int, moments: Sequence[Moment]) -> Moment | None:
    """Where the orders of that turn were opened, as it stands."""
    found = openings(reversed(moments))
    return next((moment for number, moment in found if number == turn), None)


def _body(act: Reopen, by: str, at: Position) -> Json:
    first = _opening_of(act.turn, at.moments)
    if first is not None:
        return {"turn": act.turn, **_since(act.turn, first, at.moments).to_body()}
    said = _("Turn {turn} has not been adjudicated, so it cannot be re-opened.")
    raise Refused(fill(said, turn=act.turn))


def _since(turn: int, first: Moment, moments: Iterable[Moment]) -> Marks:
    """What was released or worded since of an earlier turn has nothing to do with this one."""
    went = (
        each
        for each in moments
        if each.kind.goes_with_turn
        and each.number >= first.number
        and each.entry.body["turn"] >= turn
    )
    return Marks(tuple(each.number for each in went))


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    """Who has a turn again has the time of its orders again. A break that is on goes on."""
    on = play.on_break
    timer = Timer(on.number, 0, TimerState.PAUSED) if on else Timer(entry.number)
    reopened = {**play.reopened, entry.body["turn"]: entry.at}
    return replace(play, phase_since=entry.at, timer=timer, reopened=reopened)


def _line(scenario: Scenario, entry: Entry) -> str:
    said = _("Turn {turn} re-opened; what the game did since its orders no longer counts.")
    return fill(said, turn=entry.body["turn"])


def _covered_line(scenario: Scenario, entry: Entry) -> str:
    return fill(_("Turn {turn} re-opened."), turn=entry.body["turn"])


REOPENED = ActKind(
    name="reopened",
    shape=row(turn=turn, **MARKED),
    act=Reopen,
    body=_body,
    fold=_fold,
    marks=marks_in_body,
    line=_line,
    covered_line=_covered_line,
    audience=only_control,
    undoable=True,
    ends_redo=True,
)
