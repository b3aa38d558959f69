"""What an order would come to, result by result, and who else must give it: told before it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed, series
from idlib_wargame.words.movements import change_words

BEST_FIRST = (Band.STRONG, Band.SUCCESS, Band.PARTIAL, Band.FAILURE, Band.BACKFIRE)


def outcome_lines(
    scenario: Scenario,
    effects: Mapping[Band, Effects],
    means: Mapping[Band, str],
    known: Collection[str],
    numbers: bool,
) -> tuple[str, ...]:
    """ "On success: Calm on the bank +2", a line a result, best first; like ones share a line.

    Only what moves the tracks in ``known`` is told, so that a line says no more than the seat may
    know; and what the pack says that a result means.
    """
    runs: list[tuple[str, list[Band]]] = []
    for band in BEST_FIRST:
        told = _told(scenario, effects[band], means.get(band, ""), known, numbers)
        if runs and runs[-1][0] == told:
            runs[-1][1].append(band)
        else:
            runs.append((told, [band]))
    return tuple(fill(_on(bands[0], bands[-1]), effects=told) for told, bands in runs)


def _told(
    scenario: Scenario, effects: Effects, means: str, known: Collection[str], numbers: bool
) -> str:
    added: dict[str, int] = {}
    for each in effects:
        if each.track in known:
            added[each.track] = added.get(each.track, 0) + each.by
    moved = series(
        [change_words(scenario, track, by, numbers) for track, by in added.items() if by]
    )
    if means:
        return fill(_("{meaning} {effects}"), meaning=means, effects=moved) if moved else means
    return moved or _("nothing moves that you know of")


def _on(best: Band, worst: Band) -> str:
    """The start of the line about all results from one to another."""
    return {
        (Band.STRONG, Band.STRONG): _("On strong success: {effects}"),
        (Band.STRONG, Band.SUCCESS): _("On success or strong success: {effects}"),
        (Band.STRONG, Band.PARTIAL): _("On partial or better: {effects}"),
        (Band.STRONG, Band.FAILURE): _("On anything but a backfire: {effects}"),
        (Band.STRONG, Band.BACKFIRE): _("However it comes out: {effects}"),
        (Band.SUCCESS, Band.SUCCESS): _("On success: {effects}"),
        (Band.SUCCESS, Band.PARTIAL): _("On success or partial: {effects}"),
        (Band.SUCCESS, Band.FAILURE): _("On success, partial or failure: {effects}"),
        (Band.SUCCESS, Band.BACKFIRE): _("On anything but strong success: {effects}"),
        (Band.PARTIAL, Band.PARTIAL): _("On partial: {effects}"),
        (Band.PARTIAL, Band.FAILURE): _("On partial or failure: {effects}"),
        (Band.PARTIAL, Band.BACKFIRE): _("On anything less: {effects}"),
        (Band.FAILURE, Band.FAILURE): _("On failure: {effects}"),
        (Band.FAILURE, Band.BACKFIRE): _("On failure or backfire: {effects}"),
        (Band.BACKFIRE, Band.BACKFIRE): _("On backfire, two ones: {effects}"),
    }[best, worst]


def others_words(actors: Sequence[str], why: str) -> str:
    """That a move wants others' order too; who they are is left out where it may not be known."""
    if not actors:
        said = _("Not rolled unless another seat orders it in the same turn too. {why}")
        return fill(said, why=why)
    said = _("Not rolled unless {others} orders it in the same turn too. {why}")
    if len(actors) > 1:
        said = _("Not rolled unless {others} order it in the same turn too. {why}")
    return fill(said, others=listed(actors), why=why)


def with_others_words(actors: Sequence[str]) -> str:
    """The same beside a move's odds: "only with Borea"."""
    if not actors:
        return _("only with another seat")
    return fill(_("only with {others}"), others=listed(actors))
