"""What the kinds of drafts share: who may change one, and how it is kept as it grows pick by pick.

Two people of one seat may pick at once, each on a device of their own: what changes one pick leaves
the others as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.kinds.kind import Position
from idlib_wargame.session.kinds.orders import (
    check_legal,
    check_length,
    check_may_write,
    in_their_own_names,
    was_opened,
    with_sheet,
)
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.language import _
from idlib_wargame.words.sheets import (
    no_own_words,
    own_full_words,
    sheet_full_words,
    table_full_words,
)

Sheet = tuple[Wish, ...]


def check_may_draft(seat: str, by: str, at: Position) -> None:
    """A draft changes as orders do, and not once it is sealed."""
    check_may_write(seat, by, at)
    if seat in at.play.sealed:
        raise Refused(_("These orders are sealed; unseal them to change them."))


def check_known(seat: str, wishes: Sequence[Wish], at: Position) -> None:
    """Refuse only what the pack does not have: what is not open yet may be by the time of sealing.

    Of a row of the exercise, that the seat may order it.
    """
    strange = [each for each in wishes if each.free is None and not _is_known(seat, each, at)]
    if strange:
        check_legal(seat, strange, at)


def _is_known(seat: str, wish: Wish, at: Position) -> bool:
    rule = at.referee.book.rules.get((wish.move, wish.choice))
    return rule is not None and (not rule.move.own or at.seat(seat).actor in rule.move.seats)


def place_of(sheet: Sheet, move: str, choice: str) -> int | None:
    """Where a pick stands on a sheet; None where it does not."""
    return next((n for n, each in enumerate(sheet) if each[:2] == (move, choice)), None)


def with_pick(sheet: Sheet, wish: Wish) -> Sheet:
    """A sheet with that pick. What is picked already takes on what is said of it now, if anything:
    two people may pick one move, and one of them has written why.
    """
    place = place_of(sheet, *wish[:2])
    if place is None:
        return (*sheet, wish)
    was = sheet[place]
    says = None not in (was.free, wish.free) and wish.free != FreeOrder("")
    now = was._replace(why=wish.why or was.why, free=wish.free if says else was.free)
    return (*sheet[:place], now, *sheet[place + 1 :])


def without_pick(sheet: Sheet, move: str, choice: str) -> Sheet:
    """A sheet without that pick."""
    return tuple(each for each in sheet if each[:2] != (move, choice))


def explained(sheet: Sheet, told: Wish) -> Sheet:
    """A sheet with that reason for a pick, or that text for one of the seat's own."""
    return tuple(told if each[:2] == told[:2] else each for each in sheet)


def added(seat: str, wish: Wish, at: Position) -> Wish:
    """The pick as it is kept, one of the seat's own by a name that no other has.

    Raises Refused where it cannot be on the sheet.
    """
    sheet = at.play.drafts.get(seat, ())
    if wish.free is not None:
        wish = _in_its_own_name(seat, sheet, wish, at)
    else:
        check_known(seat, (wish,), at)
    if place_of(sheet, *wish[:2]) is None:
        why_not = _why_not(seat, sheet, wish, at)
        if why_not:
            raise Refused(why_not)
    check_length(with_pick(sheet, wish))
    return wish


def _in_its_own_name(seat: str, sheet: Sheet, wish: Wish, at: Position) -> Wish:
    """One without a name is new, whatever others at the seat have begun meanwhile."""
    own = tuple(each for each in sheet if each.free is not None)
    if place_of(own, wish.move, "") is not None:
        return wish._replace(choice="")
    return in_their_own_names(seat, (*own, wish), at)[-1]


def _why_not(seat: str, sheet: Sheet, wish: Wish, at: Position) -> str:
    """Why another pick cannot be on the sheet; "" where it can."""
    most = at.scenario.orders_of(seat)
    if wish.free is not None:
        own = at.play.setup.free_orders.allowed_to(seat)
        if not own:
            return no_own_words()
        if sum(each.free is not None for each in sheet) >= own:
            return own_full_words(own)
    if len(sheet) >= most:
        return sheet_full_words(most)
    return _table_full(sheet, wish, at) if wish.free is None else ""


def _table_full(sheet: Sheet, wish: Wish, at: Position) -> str:
    moves = at.scenario.move_by_id
    table = at.scenario.table_by_id[moves[wish.move].table]
    mine = sum(each.move in moves and moves[each.move].table == table.id for each in sheet)
    if table.most_orders is None or mine < table.most_orders:
        return ""
    return table_full_words(table.name, table.most_orders)


def drafted(play: Play, entry: Entry, sheet: Sheet) -> Play:
    """The exercise with that draft of the seat and turn that an entry is of."""
    turn, seat = entry.body["turn"], entry.body["seat"]
    if was_opened(play, turn):
        return play
    return replace(
        play,
        drafts_by_turn=with_sheet(play.drafts_by_turn, turn, seat, sheet),
        writing_since=_since(play, turn, seat, entry.at),
    )


def draft_before(play: Play, entry: Entry) -> Sheet:
    """What the seat that an entry is of had picked for its turn before it."""
    return play.drafts_by_turn.get(entry.body["turn"], {}).get(entry.body["seat"], ())


def _since(play: Play, turn: int, seat: str, at: str) -> Mapping[int, Mapping[str, str]]:
    began = play.writing_since.get(turn, {})
    if seat in began:
        return play.writing_since
    return {**play.writing_since, turn: {**began, seat: at}}
