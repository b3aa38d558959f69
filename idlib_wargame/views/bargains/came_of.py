"""What signing, keeping, breaking or declaring agreements moved in a turn, as one reader knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.pack.bargain import Consequence, On
from idlib_wargame.rules.pack.row_names import HIDDEN
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After, EffectLine
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Turn
from idlib_wargame.views.account import Account
from idlib_wargame.views.order_accounts import effect_accounts
from idlib_wargame.words.bargains import case_heading, happened_words, terms_words
from idlib_wargame.words.language import _, isolated
from idlib_wargame.words.lists import facts, listed
from idlib_wargame.words.movements import (
    change_words,
    is_stopped,
    nothing_moved,
    stopped_words,
)
from idlib_wargame.words.rows import why_words


class CameOf(NamedTuple):
    """What moved at a turn's close beside the orders.

    ``happened`` says what was done to which agreement, ``why`` is the pack's reason. Where the
    reader may know neither, ``happened`` says so and ``why`` is empty: that it was an agreement at
    all is not told then. ``accounts`` say of each track what was asked and what held it.
    """

    happened: str
    why: str
    moved: str
    accounts: tuple[Account, ...] = ()


def came_of(sight: Sight, turn: Turn, numbers: bool = True) -> tuple[CameOf, ...]:
    """What came of agreements in a turn that is cut to what the reader may know.

    Last, in one line, what they saw move by itself for a reason that they may not know.
    """
    return _lines(sight, turn, turn.result.after, numbers)


def came_of_own(sight: Sight, turn: Turn, numbers: bool = True) -> tuple[CameOf, ...]:
    """The same of agreements alone that the reader's actor signed."""
    own = {key for key, case in turn.tested.cases.items() if sight.actors & {*case.offer.signers}}
    cut = (
        row._replace(agreements=tuple(w for w in row.agreements if w.partition("#")[0] in own))
        for row in turn.result.after
    )
    return _lines(sight, turn, [row for row in cut if row.agreements], numbers)


def _lines(sight: Sight, turn: Turn, after: Sequence[After], numbers: bool) -> tuple[CameOf, ...]:
    found: dict[tuple[str, tuple[str, ...]], list[EffectLine]] = {}
    for each in after:
        if _consequence(sight.scenario, each.row):
            found.setdefault((each.row, each.agreements), []).extend(each.effects)
    told = [
        _line(sight, turn.tested, row, where, effects, numbers)
        for (row, where), effects in found.items()
    ]
    return (*told, *_unknown(sight.scenario, after, numbers))


def _unknown(scenario: Scenario, after: Sequence[After], numbers: bool) -> Iterator[CameOf]:
    """All of it in one line, and only what moved: what was asked and held is not theirs to know."""
    by = _sums(line for each in after if each.row == HIDDEN for line in each.effects)
    if any(by.values()):
        moved = [change_words(scenario, track, far, numbers) for track, far in by.items() if far]
        yield CameOf(_("For a reason that is not public"), "", facts(moved))


def _sums(effects: Iterable[EffectLine]) -> dict[str, int]:
    """How far each track went, in the order in which they were first moved."""
    by: dict[str, int] = {}
    for line in effects:
        by[line.track] = by.get(line.track, 0) + line.through
    return by


def _consequence(scenario: Scenario, row: str) -> Consequence | None:
    found = scenario.rows.get(row)
    return found if isinstance(found, Consequence) else None


def _line(
    sight: Sight,
    agreed: Ledger,
    row: str,
    where: Sequence[str],
    effects: Sequence[EffectLine],
    numbers: bool,
) -> CameOf:
    scenario = sight.scenario
    known = {track.id for track in sight.tracks}
    consequence = _consequence(scenario, row)
    assert consequence is not None, "only what came of agreements is told in a line of its own"
    asked = {each.track for each in consequence.effects}
    unseen = any(track in scenario.track_by_id and track not in known for track in asked)
    return CameOf(
        _happened(scenario, consequence.on, agreed, where, numbers),
        isolated(why_words(scenario, row)),
        _moved(scenario, effects, numbers, unseen),
        effect_accounts(scenario, effects, numbers=numbers),
    )


def _happened(
    scenario: Scenario, on: On, agreed: Ledger, where: Sequence[str], numbers: bool
) -> str:
    """ "Broken: Agreement of Astra and Borea, term 1"; in words alone without the term."""
    terms: dict[str, list[int]] = {}
    for key, _sign, term in (each.partition("#") for each in where):
        terms.setdefault(key, []).extend([int(term) + 1] if term and numbers else [])
    names = [
        terms_words(case_heading(scenario, agreed[key].offer, True), places)
        for key, places in terms.items()
    ]
    return happened_words(on, listed(names))


def _moved(scenario: Scenario, effects: Sequence[EffectLine], numbers: bool, unseen: bool) -> str:
    """Each track once, with how far all of it took the track, and what was held."""
    by = _sums(effects)
    if not any(by.values()):
        return nothing_moved(scenario, effects, numbers, unseen)
    return facts(list(_changes(scenario, effects, by, numbers)))


def _changes(
    scenario: Scenario, effects: Sequence[EffectLine], by: dict[str, int], numbers: bool
) -> Iterator[str]:
    for track, moved in by.items():
        if moved:
            yield change_words(scenario, track, moved, numbers)
    held = [line for line in effects if is_stopped(line) and not by[line.track]]
    yield from dict.fromkeys(stopped_words(scenario, line, numbers) for line in held)
