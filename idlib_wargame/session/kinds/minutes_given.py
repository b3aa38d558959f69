"""The phase in play is given minutes, or they are taken off it; no other phase changes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.phases import PHASES
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import MOST_MINUTES
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.shapes import among, row, turn, whole
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.phases import phase_name


@dataclass(frozen=True, slots=True)
class GiveMinutes(Act):
    """The phase in play has so many minutes more, or where they are below nought, fewer."""

    minutes: int


def _body(act: GiveMinutes, by: str, at: Position) -> Json:
    play = at.play
    planned = play.minutes + act.minutes
    if not act.minutes:
        raise Refused(_("No minutes were given, so the phase stays as long as it was."))
    if planned > MOST_MINUTES:
        said = _("A phase has {most} minutes at most.")
        raise Refused(fill(said, most=MOST_MINUTES))
    if planned < 1:
        said = ngettext(
            "The phase has {count} minute in all, and one must be left.",
            "The phase has {count} minutes in all, and one must be left.",
            play.minutes,
        )
        raise Refused(fill(said, count=play.minutes))
    return {"turn": play.turn, "phase": play.phase, "minutes": act.minutes}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    which = (entry.body["turn"], entry.body["phase"])
    given = play.minutes_given.get(which, 0) + entry.body["minutes"]
    return replace(play, minutes_given={**play.minutes_given, which: given})


def _line(scenario: Scenario, entry: Entry) -> str:
    minutes, phase = entry.body["minutes"], phase_name(entry.body["phase"])
    if minutes > 0:
        said = ngettext(
            "{phase} has {count} minute more.", "{phase} has {count} minutes more.", minutes
        )
    else:
        said = ngettext(
            "{phase} has {count} minute fewer.", "{phase} has {count} minutes fewer.", -minutes
        )
    return fill(said, phase=phase, count=abs(minutes))


MINUTES_GIVEN = ActKind(
    name="minutes_given",
    shape=row(
        turn=turn,
        phase=among(lambda ground: PHASES, lambda: _("a phase of a turn")),
        minutes=whole(-MOST_MINUTES, MOST_MINUTES),
    ),
    act=GiveMinutes,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
)
