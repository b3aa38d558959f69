"""The situation report of a closed turn as one reader may have it: control, the room, or a seat."""

from __future__ import annotations

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Turn
from idlib_wargame.views.known_play import known_turn
from idlib_wargame.words.sitrep import sitrep


def situation_report(
    scenario: Scenario, turn: Turn, sight: Sight | None = None, numbers: bool = True, head: str = ""
) -> str:
    """What the turn led to, injects and all, in Markdown; ``sight`` None is control's.

    ``numbers`` where the exercise reads its tracks with numbers. ``head`` is the digest of the
    entry that closed the turn, for whoever keeps the page.
    """
    if sight is None:
        return sitrep(scenario, turn.began, turn.result, numbers=numbers, head=head)
    known = known_turn(turn, sight)
    return sitrep(
        scenario,
        known.began,
        known.result,
        numbers=numbers,
        sees=lambda track: track in sight.tracks,
        misses=sight.may_miss,
        head=head,
    )
