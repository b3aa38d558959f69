"""What a seat has picked so far: kept, so that nothing is lost, and not yet binding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.orders import (
    SHEET,
    check_legal,
    check_length,
    check_may_write,
    in_their_own_names,
    was_opened,
    wishes_from_body,
    wishes_to_body,
    with_sheet,
)
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class DraftOrders(Act):
    """What a seat has picked so far. Kept, so that nothing is lost; not yet binding."""

    seat: str
    wishes: tuple[Wish, ...]


def _body(act: DraftOrders, by: str, at: Position) -> Json:
    check_may_write(act.seat, by, at)
    if act.seat in at.play.sealed:
        raise Refused(_("These orders are sealed; unseal them to change them."))
    wishes = in_their_own_names(act.seat, act.wishes, at)
    # Only what the pack does not have: what is not open yet may be by the time of sealing.
    strange = [each for each in wishes if each.free is None and not _is_known(act.seat, each, at)]
    if strange:
        check_legal(act.seat, strange, at)
    check_length(wishes)
    return wishes_to_body(at.play.turn, act.seat, wishes)


def _is_known(seat: str, wish: Wish, at: Position) -> bool:
    """Whether the seat may know of such a move: of a row of the exercise, if it may order it."""
    rule = at.referee.book.rules.get((wish.move, wish.choice))
    return rule is not None and (not rule.move.own or at.seat(seat).actor in rule.move.seats)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    wishes = wishes_from_body(entry.body)
    turn, seat = entry.body["turn"], entry.body["seat"]
    if was_opened(play, turn):
        return play
    return replace(
        play,
        drafts_by_turn=with_sheet(play.drafts_by_turn, turn, seat, wishes),
        writing_since=_since(play, turn, seat, entry.at),
    )


def _since(play: Play, turn: int, seat: str, at: str) -> Mapping[int, Mapping[str, str]]:
    began = play.writing_since.get(turn, {})
    if seat in began:
        return play.writing_since
    return {**play.writing_since, turn: {**began, seat: at}}


DRAFT = ActKind(
    name="draft",
    shape=SHEET,
    act=DraftOrders,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
