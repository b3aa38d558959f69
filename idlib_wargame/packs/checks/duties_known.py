"""A duty tells by its coming that its condition holds: it may read only what its seats may know."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.problem import Problem, quoted
from idlib_wargame.packs.text.spots import Documents, rows_of
from idlib_wargame.rules.conditions.condition import names_in
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.language import _, fill


def check_duties_known(documents: Documents, scenario: Scenario) -> Iterator[Problem]:
    """Duties whose condition reads what one of their seats may not know.

    The rest of the pack is sound, so that what a seat may know can be worked out.
    """
    if not scenario.duties:
        return
    referee = Referee(scenario)
    known = {
        seat.actor: referee.sight(seat.id).known
        for seat in scenario.seats
        if any(seat.actor in duty.seats for duty in scenario.duties)
    }
    rows = rows_of(documents, "duties.yaml", "duties")
    for (place, _row), duty in zip(rows, scenario.duties, strict=True):
        read = set(names_in(duty.when))
        hidden = [(name, by) for by in duty.seats for name in sorted(read - known.get(by, read))]
        for name, seat in hidden[:1]:
            found = fill(
                _("{name}, which seat {seat} may not know"), name=quoted(name), seat=quoted(seat)
            )
            expected = _("a condition on what each of its seats may know, as they are told of it")
            yield (place / "when").problem(found, expected)
