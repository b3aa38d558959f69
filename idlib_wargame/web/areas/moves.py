"""A seat's moves: what it picked and why, what it may pick, orders of its own, and the seal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from gettext import NullTranslations
from typing import NamedTuple

from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.orders import MOST_CHARACTERS
from idlib_wargame.views.cards import NO_TABLE, TableHead
from idlib_wargame.views.free_orders import MOST_REASONS, FreeOrder, FreeSheet, free_sheet
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.seat import MoveOption, SeatView, Wish, unseal_words, why_not_picked
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.areas.written import free_together, text_together
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.fields import Fields
from idlib_wargame.web.pieces import Pieced
from idlib_wargame.words.language import _, fill, spoken

LIST = "moves.list"
MOST_OF_ID = 200  # characters
_BETWEEN = " "  # a move and its choice, as a page sends what it saw; neither id holds one


class Picked(NamedTuple):
    """An order in its place: of a move, or of the seat's own, or None for one still to come."""

    place: int
    wish: Wish | None = None
    option: MoveOption | None = None
    free: FreeOrder | None = None
    sheet: FreeSheet | None = None

    @property
    def number(self) -> int:
        """Its number as people count."""
        return self.place + 1


class Choice(NamedTuple):
    """One way to play a move: whether it is picked, and what is said of it beside the others."""

    option: MoveOption
    is_picked: bool
    own_hint: str

    @property
    def key(self) -> str:
        """What it is known by on the page."""
        return key_of(self.option.wish)


class MoveCard(NamedTuple):
    """A move with every way to play it; ``hint`` is what holds for most of them."""

    name: str
    code: str
    hint: str
    choices: tuple[Choice, ...]

    @property
    def id(self) -> str:
        """The move's."""
        return self.choices[0].option.wish.move

    @property
    def part(self) -> str:
        """Where on the page it stands."""
        return f"{LIST}.{self.id}"

    @property
    def is_open(self) -> bool:
        """Whether the seat may seal it some way now."""
        return any(each.option.legal for each in self.choices)

    @property
    def is_one_way(self) -> bool:
        """Whether there is no choice to be made."""
        return not self.choices[0].option.choice

    @property
    def sought(self) -> str:
        """What it is found by."""
        return " ".join(dict.fromkeys(each.option.sought for each in self.choices))


class Place(NamedTuple):
    """Where a move stands on the page, and what it is found by there."""

    id: str
    part: str
    sought: str
    is_open: bool


class Table(NamedTuple):
    """A rule table with the seat's moves: those that are open, and the others."""

    head: TableHead
    open_now: tuple[MoveCard, ...]
    closed: tuple[MoveCard, ...]


def key_of(wish: Wish) -> str:
    """What an order is known by on a page."""
    return f"{wish.move}.{wish.choice}" if wish.choice else wish.move


def _parts(seen: SeatSeen) -> Mapping[str, str]:
    view = seen.view
    picked = tuple(_picked(view))
    return {
        "moves.picked": draw(
            "areas/orders.html",
            view=view,
            picked=picked,
            most=MOST_REASONS,
            most_text=MOST_CHARACTERS,
            grey=NO_TABLE.colour,
            unseal=unseal_words(len(picked)),
        ),
        "moves.find": draw("areas/find.html") if view.options else "",
        LIST: _list(view),
    }


def _list(view: SeatView) -> Pieced:
    """Every move, each a piece of its own: a pick changes one or two of them."""
    tables = tuple(_tables(view))
    pieces = {
        card.part: _move(card, table.head.colour, view.may_pick, view.may_unseal, spoken())
        for table in tables
        for card in (*table.open_now, *table.closed)
    }
    places = tuple((table.head, _places(table.open_now), _places(table.closed)) for table in tables)
    return Pieced(_around(places, spoken()), pieces)


def _places(cards: Sequence[MoveCard]) -> tuple[Place, ...]:
    return tuple(Place(card.id, card.part, card.sought, card.is_open) for card in cards)


# Few of them change at once, and what did not is not drawn again.
@lru_cache(maxsize=256)
def _around(
    tables: tuple[tuple[TableHead, tuple[Place, ...], tuple[Place, ...]], ...],
    _language: NullTranslations,
) -> str:
    return draw("areas/moves.html", part="list", tables=tables)


@lru_cache(maxsize=1024)
def _move(
    card: MoveCard, colour: str, may_pick: bool, is_sealed: bool, _language: NullTranslations
) -> str:
    values = {"card": card, "colour": colour, "may_pick": may_pick, "is_sealed": is_sealed}
    return draw("areas/moves.html", part="move", **values)


def _picked(view: SeatView) -> Iterator[Picked]:
    """What stands in each place; a move that is none of the seat's stands in none."""
    place = 0
    for at, wish in enumerate(view.wishes):
        option = view.order(at, wish)
        if wish.free is not None:
            sheet = free_sheet(wish.free, view.opened_hint(at))
            yield Picked(place, wish, free=wish.free, sheet=sheet)
        elif option is not None:
            yield Picked(place, wish, option)
        else:
            continue
        place += 1
    if view.may_pick:
        for empty in range(place, view.orders):
            yield Picked(empty)


def _tables(view: SeatView) -> Iterator[Table]:
    picked = {wish[:2] for wish in view.wishes}
    for head in view.tables:
        by_move: dict[str, list[MoveOption]] = {}
        for option in view.options:
            if option.table == head.id:
                by_move.setdefault(option.wish.move, []).append(option)
        cards = [_card(options, picked) for options in by_move.values()]
        yield Table(
            head,
            tuple(card for card in cards if card.is_open),
            tuple(card for card in cards if not card.is_open),
        )


def _card(options: Sequence[MoveOption], picked: Set[tuple[str, ...]]) -> MoveCard:
    said = [(option, option.hint) for option in options]
    hints = [hint for option, hint in said if option.legal] or [hint for _option, hint in said]
    hint = max(hints, key=hints.count)
    choices = tuple(
        Choice(each, each.wish[:2] in picked, own if own != hint else "") for each, own in said
    )
    return MoveCard(options[0].move, options[0].code, hint, choices)


def _wish(fields: Fields) -> Wish:
    return Wish(fields.text("move", MOST_OF_ID), fields.text("choice", MOST_OF_ID, or_none=""))


def _is_picked(view: SeatView, wish: Wish) -> bool:
    return any(each[:2] == wish[:2] for each in view.wishes)


def _pick(door: SeatDoor, fields: Fields) -> str:
    view, wish = door.view(), _wish(fields)
    if _is_picked(view, wish):
        return ""  # the other person of the seat was quicker
    if why_not := why_not_picked(view, view.wishes, wish):
        raise Refused(why_not)
    door.add_pick(wish)
    option = view.option(wish)
    return fill(_("Picked: {move}"), move=option.title) if option else ""


def _take_off(door: SeatDoor, fields: Fields) -> str:
    wish = _wish(fields)
    if _is_picked(door.view(), wish):
        door.take_pick_off(wish.move, wish.choice)
    return ""


def _explain(door: SeatDoor, fields: Fields) -> str:
    wish = _wish(fields)
    stands = next((each.why for each in door.view().wishes if each[:2] == wish[:2]), "")
    door.explain_pick(wish.move, wish.choice, text_together(fields, "why", stands))
    return ""


def _begin_own(door: SeatDoor, _fields: Fields) -> str:
    view = door.view()
    if why_not := view.free.why_not(view.wishes):
        raise Refused(why_not)
    door.add_pick(Wish("", free=FreeOrder("")))
    return ""


def _write_own(door: SeatDoor, fields: Fields) -> str:
    """What is written of an order of the seat's own, with what the other person of it wrote."""
    move = _wish(fields).move
    stands = (each.free for each in door.view().wishes if each.move == move)
    door.write_free(move, free_together(fields, next(stands, None) or FreeOrder("")))
    return ""


def _seal(door: SeatDoor, fields: Fields) -> str:
    """Seal what the page showed, if it is still what is picked; reasons may have been added."""
    seen = [each.partition(_BETWEEN)[::2] for each in fields.texts("seen")]
    wishes: Sequence[Wish] = door.view().wishes
    if [tuple(wish[:2]) for wish in wishes] != seen:
        wishes = [Wish(move, choice) for move, choice in seen]
    door.seal_as_seen(wishes)
    return _("Sealed.")


def _unseal(door: SeatDoor, _fields: Fields) -> str:
    door.unseal()
    return ""


MOVES = Area(
    "moves",
    Tab.MOVES,
    lambda: _("Your orders"),
    _parts,
    {
        "pick": _pick,
        "take_off": _take_off,
        "explain": _explain,
        "begin_own": _begin_own,
        "write_own": _write_own,
        "seal": _seal,
        "unseal": _unseal,
    },
)
