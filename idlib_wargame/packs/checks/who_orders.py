"""Who may order what: in the moves themselves, and wherever else a row has a seat order one."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import Problem, nearest, quoted
from idlib_wargame.packs.text.spots import (
    Documents,
    Row,
    Spot,
    habits_of,
    raw,
    rows_of,
    table_rows,
    twice,
    words,
)
from idlib_wargame.rules.pack.habits import ANY, PASS
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


def check_who_orders(documents: Documents, names: Names) -> Iterator[Problem]:
    """Every problem with who orders what."""
    yield from _seats_with_nothing_to_do(documents, names)
    yield from _moves(documents, names)
    yield from _principals(documents, names)
    yield from _picks(documents, names)
    yield from _orders_of_control(documents, names)


def _seats_with_nothing_to_do(documents: Documents, names: Names) -> Iterator[Problem]:
    if names.unread & {"seat", "move"}:
        return
    busy = {seat for move in names.moves.values() for seat in move.seats}
    players = [
        (place, raw(row, "id"))
        for place, row in rows_of(documents, "seats.yaml", "seats")
        if row.get("control") != "true"
    ]
    for place, seat in players:
        if seat in names.ids["seat"] and seat not in busy:
            found = fill(_("no move that seat {seat} may order"), seat=quoted(seat))
            yield place.problem(found, _("at least one for every player's seat"))
    if not players and names.ids["seat"]:
        place = Spot(documents["seats.yaml"], ("seats",))
        yield place.problem(_("seats of the facilitator only"), _("at least one player's seat"))


def _moves(documents: Documents, names: Names) -> Iterator[Problem]:
    for place, row in rows_of(documents, "moves/", "moves"):
        choices = enumerate(table_rows(row.get("choices")))
        cells = ((place / "choices" / at / "id", raw(choice, "id")) for at, choice in choices)
        yield from twice("choice", cells)
        may = list(words(row.get("seats")))
        by_seat = row.get("by_seat")
        for seat in by_seat if isinstance(by_seat, dict) else ():
            if may and seat not in may and seat in names.ids["seat"]:
                expected = fill(
                    _("one of the seats that may order {row}"), row=quoted(raw(row, "id"))
                )
                here = place / "by_seat" / seat
                yield here.problem(
                    fill(_("seat {seat}"), seat=quoted(seat)),
                    expected,
                    nearest(seat, may),
                    on_key=True,
                )


def _principals(documents: Documents, names: Names) -> Iterator[Problem]:
    for place, row in rows_of(documents, "interactions.yaml", "principals"):
        move = names.moves.get(raw(row, "move"))
        for at, seat in enumerate(words(row.get("seats"))):
            if move and move.seats and seat in names.ids["seat"] and seat not in move.seats:
                expected = fill(
                    _("one of the seats that may order {move}"), move=quoted(row["move"])
                )
                near = nearest(seat, move.seats)
                yield (place / "seats" / at).problem(
                    fill(_("seat {seat}"), seat=quoted(seat)), expected, near
                )


def _picks(documents: Documents, names: Names) -> Iterator[Problem]:
    defaults = []
    for document in habits_of(documents):
        if document.data.get("default") == "true":
            defaults.append(Spot(document, ("default",)))
        seats = document.data.get("seats")
        for seat, rows in seats.items() if isinstance(seats, dict) else ():
            for at, row in enumerate(rows if isinstance(rows, list) else ()):
                if isinstance(row, dict) and seat in names.ids["seat"]:
                    place = Spot(document, ("seats", seat, at))
                    yield from _no_choice(place, row)
                    yield from _pick(place, seat, row, names)
    for place in defaults[1:]:
        yield place.problem(
            _("a second default habit"),
            fill(_("one (the first is at {defaults})"), defaults=defaults[0]),
        )


def _no_choice(place: Spot, row: Row) -> Iterator[Problem]:
    """A pick that is of no one move has no choice either."""
    move = raw(row, "move")
    if move in (PASS, ANY) and "choice" in row:
        found = fill(_("a choice beside {word}"), word=quoted(move))
        yield (place / "choice").problem(found, fill(_("{word} alone"), word=quoted(move)))


def _pick(place: Spot, seat: str, row: Row, names: Names) -> Iterator[Problem]:
    move = names.moves.get(raw(row, "move"))
    if move is None:
        return
    if move.seats and seat in names.ids["seat"] and seat not in move.seats:
        own = [name for name, each in names.moves.items() if seat in each.seats]
        found = fill(_("move {move}"), move=quoted(row["move"]))
        expected = fill(_("a move that seat {seat} may order"), seat=quoted(seat))
        yield (place / "move").problem(found, expected, nearest(row["move"], own))
    choice = raw(row, "choice")
    if choice and choice not in move.choices:
        expected = fill(_("a choice of move {move}"), move=quoted(row["move"]))
        near = nearest(choice, move.choices)
        yield (place / "choice").problem(
            fill(_("choice {choice}"), choice=quoted(choice)), expected, near
        )
    elif seat in move.targets.get(choice, ()):
        found = fill(
            _("choice {choice}, which is aimed at seat {seat}"),
            choice=quoted(choice),
            seat=quoted(seat),
        )
        yield (place / "choice").problem(found, _("a choice that is not aimed at its own seat"))


def _orders_of_control(documents: Documents, names: Names) -> Iterator[Problem]:
    for place, inject in rows_of(documents, "injects.yaml", "injects"):
        for at, row in enumerate(table_rows(inject.get("orders"))):
            here = place / "orders" / at
            yield from _pick(here, raw(row, "seat"), row, names)
            move = names.moves.get(raw(row, "move"))
            if move and move.choices and "choice" not in row:
                found = fill(_("move {move} without a choice"), move=quoted(row["move"]))
                yield here.problem(
                    found, fill(_("one of {names}"), names=series(sorted(move.choices)))
                )
