"""What a seat is asked about orders that lie open: reasons against, odds, how they come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order as Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.before_roll import Argument, Asking, BeforeRoll, PlayedOrder
from idlib_wargame.session.before_roll import AskedFor as AskedFor
from idlib_wargame.session.play import Play
from idlib_wargame.views.free_orders import free_sheet
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import SET_BY_WORD, band_title, odds_word
from idlib_wargame.words.situation import move_words


class OrderAsked(NamedTuple):
    """A question about one order, and what the seat has said to it.

    ``title`` is what the order is, ``whose`` who gave it, ``lines`` what is said of it so far.
    ``choices`` are numbers with their words, none where reasons are asked; ``given`` is the one
    that was chosen, ``reasons`` those that the seat gave. ``is_open`` while answers count.
    """

    order: Order
    what: AskedFor
    whose: str
    colour: str
    is_free: bool
    title: str
    lines: tuple[str, ...]
    asks: str
    remark: str
    choices: tuple[tuple[int, str], ...] = ()
    given: int | None = None
    reasons: tuple[str, ...] = ()
    is_open: bool = True

    @property
    def key(self) -> str:
        """Which question it is, for as long as its order lies open."""
        return "/".join((*self.order, self.what.value))

    @property
    def waits(self) -> bool:
        """Whether it is to be answered, and nothing was said to it yet."""
        return self.is_open and self.given is None and not self.reasons


def orders_asked(scenario: Scenario, play: Play, seat: str) -> tuple[OrderAsked, ...]:
    """Every question to a seat about orders that lie open; ``play`` is cut to what it may know."""
    before = play.before_roll
    return () if before is None else tuple(_asked(scenario, before, seat))


def _asked(scenario: Scenario, before: BeforeRoll, seat: str) -> Iterator[OrderAsked]:
    for played in before.orders:
        for asking in before.asking.get(played.order, {}).values():
            if seat in asking.seats:
                yield _row(scenario, before, played, asking, seat)


def _row(
    scenario: Scenario, before: BeforeRoll, played: PlayedOrder, asking: Asking, seat: str
) -> OrderAsked:
    order, arguments = played.order, before.arguments.get(played.order, ())
    doer = scenario.seat_by_id[order.seat]
    said = next((each.number for each in asking.said if each.who == seat), None)
    own = tuple(each.text for each in arguments if each.by == seat and not each.is_for)
    asks, remark = _asks(asking.what)
    return OrderAsked(
        order=order,
        what=asking.what,
        whose=doer.name,
        colour=doer.colour,
        is_free=played.free is not None,
        title=_title(scenario, played),
        lines=tuple(_lines(scenario, played, arguments)),
        asks=asks,
        remark=_("Counted; nothing can be changed any more.") if asking.counted else remark,
        choices=_choices(asking.what),
        given=said,
        reasons=own if asking.what is AskedFor.AGAINST else (),
        is_open=not asking.counted,
    )


def _title(scenario: Scenario, played: PlayedOrder) -> str:
    if played.free is not None:
        return played.free.what
    return move_words(scenario, played.order.move, played.order.choice)


def _lines(
    scenario: Scenario, played: PlayedOrder, arguments: tuple[Argument, ...]
) -> Iterator[str]:
    """To what end and why it is given; then what others say for it and against it."""
    if played.free is not None:
        yield from free_sheet(played.free).lines
    yield from argued_words(scenario, arguments)


def argued_words(scenario: Scenario, arguments: Iterable[Argument]) -> Iterator[str]:
    """What was said for an order and against it, a line each."""
    for each in arguments:
        seat = scenario.seat_by_id.get(each.by)
        if seat is None:
            said = _("For it: {reason}") if each.is_for else _("Against it: {reason}")
            yield fill(said, reason=each.text)
        else:
            said = (
                _("For it, {seat}: {reason}") if each.is_for else _("Against it, {seat}: {reason}")
            )
            yield fill(said, seat=seat.name, reason=each.text)


def _asks(what: AskedFor) -> tuple[str, str]:
    """What is asked, and what becomes of the answer."""
    return {
        AskedFor.AGAINST: (
            _("Why might it not come off?"),
            _("Give a reason against it, or several. Whoever knows of the order may read them."),
        ),
        AskedFor.ODDS: (
            _("How likely is it to come off?"),
            _(
                "Nobody reads your word before all are counted. The one in the middle counts, of "
                "two in the middle the less likely."
            ),
        ),
        AskedFor.BAND: (
            _("How does it come out?"),
            _(
                "Where all who are asked say the same, that is the result; else the facilitator "
                "decides."
            ),
        ),
    }[what]


def _choices(what: AskedFor) -> tuple[tuple[int, str], ...]:
    if what is AskedFor.ODDS:
        return tuple((need, odds_word(need)) for need in SET_BY_WORD)
    if what is AskedFor.BAND:
        return tuple((int(band), band_title(band)) for band in reversed(Band))
    return ()
