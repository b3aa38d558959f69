"""Where somebody came, left or handed over, or a seat was played by somebody else from then on."""

from __future__ import annotations

from collections.abc import Iterable

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.naming import same_in
from idlib_wargame.session.seating import Reseating
from idlib_wargame.views.chart.turn_marks import Became, TurnMark
from idlib_wargame.views.desk.seat_lines import player_words
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


def seating_marks(scenario: Scenario, reseatings: Iterable[Reseating]) -> tuple[TurnMark, ...]:
    """The marks of who came and went, turn by turn, for whoever may know who plays."""
    return tuple(TurnMark(each.turn, Became.SEATED, _words(scenario, each)) for each in reseatings)


def _words(scenario: Scenario, change: Reseating) -> str:
    was, now = change.was, change.now
    seat = scenario.seat_by_id[now.seat].name
    if was.played_by != now.played_by:
        said = _("{seat} from now on: {player}")
        return fill(said, seat=seat, player=player_words(scenario, now))
    came = series([each for each in now.people if same_in(was.people, each) is None])
    went = series([each for each in was.people if same_in(now.people, each) is None])
    if came and went:
        return fill(_("{seat}: {came} for {went}"), seat=seat, came=came, went=went)
    if came:
        return fill(_("{seat}: {came} came"), seat=seat, came=came)
    return fill(_("{seat}: {went} left"), seat=seat, went=went)
