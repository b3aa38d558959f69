"""A seat goes back to the laptop under its curtain, or to the devices of its people again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.orders import seat_name
from idlib_wargame.session.kinds.shapes import row, seat, yes_or_no
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class PutAtLaptop(Act):
    """The seat is played at the laptop; or where ``is_at`` is False, on devices again."""

    seat: str
    is_at: bool = True


def _body(act: PutAtLaptop, by: str, at: Position) -> Json:
    if (at.seat(act.seat).id in at.play.at_laptop) == act.is_at:
        raise Refused(_("It is so already."))
    return {"seat": act.seat, "is_at": act.is_at}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    seat = {entry.body["seat"]}
    is_at = entry.body["is_at"]
    return replace(play, at_laptop=play.at_laptop | seat if is_at else play.at_laptop - seat)


def _line(scenario: Scenario, entry: Entry) -> str:
    at, away = _("{seat} is played at the laptop."), _("{seat} may be played on devices again.")
    return fill(at if entry.body["is_at"] else away, seat=seat_name(scenario, entry))


AT_LAPTOP = ActKind(
    name="at_laptop",
    shape=row(seat=seat, is_at=yes_or_no),
    act=PutAtLaptop,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    after_finish=True,
)
