"""What a seat's map and chart are drawn from: pack and exercise, cut to what it may know."""

from __future__ import annotations

from dataclasses import fields, replace

from idlib_wargame.rules.pack.own_rows import NO_ROWS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session.play import Play
from idlib_wargame.views.known_play import KnownPlay, known_pack

# What people write and pick moves nothing on a map or a chart, and changes all the time.
_NOT_DRAWN = frozenset(
    {
        *("letters", "letter_drafts", "unanswered", "read_marks", "seat_notes", "offer_drafts"),
        *("allegation_drafts", "drafts_by_turn", "sealed_by_turn", "sealed_for", "pins"),
        *("judgement_drafts", "judged", "joined", "muted", "at_laptop", "phase_since"),
        "phase",
        *("looked_round", "briefs_read", "signed_by", "hands"),
    }
)
_DRAWN = tuple(each.name for each in fields(Play) if each.name not in _NOT_DRAWN)


class Drawing:
    """One seat's, as the exercise stood when it was asked for.

    ``pack`` has neither briefs nor habits nor injects, and nothing else that the seat may not
    know. ``play`` has every closed turn as far as the seat learns of it. Two are equal where
    nothing is drawn differently.
    """

    def __init__(self, pack: Scenario, play: Play) -> None:
        self.pack, self.play = pack, play

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Drawing)
            and self.pack is other.pack
            and all(getattr(self.play, name) == getattr(other.play, name) for name in _DRAWN)
        )

    __hash__ = None  # type: ignore[assignment]


class Drawings:
    """Makes them for one seat. A turn is cut once, and the pack too."""

    def __init__(self, scenario: Scenario, sight: Sight) -> None:
        self._known = KnownPlay(scenario, sight)
        self.pack = replace(
            known_pack(scenario, sight),
            seats=tuple(replace(seat, brief="") for seat in scenario.seats),
            habits=(),
            injects=(),
        )

        self._rows, self._shown = NO_ROWS, self.pack

    def of(self, play: Play) -> Drawing:
        """What is to be drawn where an exercise stands so."""
        known = self._known.of(play)
        if known.own != self._rows:
            self._rows, self._shown = known.own, known.own.added_to(self.pack)
        return Drawing(self._shown, known)
