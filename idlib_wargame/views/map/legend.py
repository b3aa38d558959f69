"""What the signs of a map mean: only what is on it now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.views.map.region import Holder
from idlib_wargame.views.map.standing import Change, Standing, read_by
from idlib_wargame.words.language import isolated
from idlib_wargame.words.mapping import (
    changed_sign_words,
    encircled_words,
    gone_sign_words,
    not_in_force_words,
    schematic_sign_words,
    short_name,
    sign_telling_words,
    sign_words,
)
from idlib_wargame.words.situation import reading

SIGNS = ("post", "camp", "base", "crossing")  # in the order of the legend


class Sample(Enum):
    """What is drawn beside the words of an entry."""

    HOLDER = auto()
    SIGN = auto()
    CUT_OFF = auto()
    PLAN = auto()
    CHANGED = auto()
    GONE = auto()
    SCHEMATIC = auto()
    AGREEMENT = auto()


class LegendEntry(NamedTuple):
    """A line of the legend. ``standing`` is one of those that a sign stands for.

    ``short`` are its words without what the sign's track stands at; "" where they are the same.
    """

    sample: Sample
    words: str
    holder: str = ""
    standing: Standing | None = None
    short: str = ""

    @property
    def shortened(self) -> LegendEntry:
        """The entry in its short words."""
        return self._replace(words=self.short) if self.short else self

    @property
    def is_written_on_map(self) -> bool:
        """Whether it is a sign that has its name beside it on the map, and needs no legend."""
        return self.standing is not None and self.standing.feature.kind in ("base", "crossing")


def legend_entries(
    scenario: Scenario,
    holders: Sequence[Holder],
    standings: Sequence[Standing],
    state: State,
    numbers: bool,
    since: int,
) -> Iterator[LegendEntry]:
    """What needs explaining, holders first; ``since`` as in ``changes_words``."""
    here = [each for each in standings if each.change is not Change.GONE]
    holding = {each.holder for each in here} | {each.owner for each in here if each.is_cut_off}
    for holder in holders:
        if holder.id in holding:
            yield LegendEntry(Sample.HOLDER, isolated(holder.name), holder.id)
    for kind in SIGNS:
        of_kind = [each for each in here if each.feature.kind == kind]
        if of_kind:
            yield from _signs(scenario, of_kind, state, numbers)
    if any(not each.holder and _is_plan(each) for each in here):
        yield LegendEntry(Sample.PLAN, not_in_force_words())
    if any(each.change is not Change.NONE for each in standings):
        yield LegendEntry(Sample.CHANGED, changed_sign_words(since))
    if any(each.change is Change.GONE and each.feature.kind in SIGNS for each in standings):
        yield LegendEntry(Sample.GONE, gone_sign_words(since))
    if any(each.feature.schematic for each in here):
        yield LegendEntry(Sample.SCHEMATIC, schematic_sign_words())


def _signs(
    scenario: Scenario, of_kind: Sequence[Standing], state: State, numbers: bool
) -> Iterator[LegendEntry]:
    """One kind of sign, with how its track stands where all of them tell of the same."""
    sign = said = _sign_words(of_kind)
    # Camps tell how many live in them; that some others stand for another track hides that not.
    telling = {each.feature.track for each in of_kind if not read_by(each.feature)}
    tracks = telling or {each.feature.track for each in of_kind}
    track = scenario.track_by_id.get(tracks.pop()) if len(tracks) == 1 else None
    if track is not None:
        said = sign_telling_words(sign, track.name, reading(track, state[track.id], numbers))
    short = sign if said != sign else ""
    yield LegendEntry(Sample.SIGN, said, standing=of_kind[0], short=short)
    cut_off = [each for each in of_kind if each.is_cut_off]
    if cut_off:
        yield LegendEntry(Sample.CUT_OFF, encircled_words(sign), standing=cut_off[0])


def _sign_words(of_kind: Sequence[Standing]) -> str:
    """What signs of a kind are called: their common name where the pack gives them one."""
    names = {short_name(each.feature.name) for each in of_kind}
    common = names.pop() if len(names) == 1 and len(of_kind) > 1 else ""
    return common or sign_words(of_kind[0].feature.kind)


def _is_plan(standing: Standing) -> bool:
    return standing.feature.kind == "area" and standing.feature.schematic
