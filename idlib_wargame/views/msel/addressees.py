"""To whom an inject goes, as people write it in a list: two names, or "All players"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.finding import words_of
from idlib_wargame.views.msel.known_words import known_words
from idlib_wargame.words.language import _

_BETWEEN = re.compile(r"\s*(?:[;,/|+&\n•]|\band\b|\bund\b|\bet\b|\by\b|\bve\b)\s*", re.IGNORECASE)

Names = Mapping[str, tuple[str, ...]]  # by a name as ``name_key`` has it, the actors; () for all


def name_key(name: str) -> str:
    """A name as it is compared: small words without accents or signs."""
    return " ".join(words_of(name))


def known_names(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Every name by which an actor may be called, and the actor; those of two actors are none."""
    found: dict[str, set[str]] = {}
    for actor in scenario.actors:
        names = {actor, scenario.actor_name(actor)}
        for seat in scenario.seats:
            if seat.actor == actor:
                names |= {seat.id, seat.name}
        for name in names:
            key = name_key(name)
            for alias in known_words(f"actor {key}"):
                found.setdefault(alias, set()).add(actor)
            short = "".join(word[0] for word in key.split()) if " " in key else ""
            for each in {key, key.removeprefix("the "), short} - {""}:
                found.setdefault(each, set()).add(actor)
    return {name: tuple(actors) for name, actors in found.items() if len(actors) == 1}


def read_addressees(scenario: Scenario, cell: str, mapped: Names) -> tuple[str, ...] | str:
    """The actors that a cell names, none of them for all; or the first name that nobody has.

    ``mapped`` are names that the facilitator has said who they are.
    """
    known: dict[str, tuple[str, ...]] = {**known_names(scenario), **mapped}
    if _is_everybody(cell, known):
        return ()
    if (whole := known.get(name_key(cell))) is not None:  # a name may hold an "and"
        return whole
    found: list[str] = []
    for part in _BETWEEN.split(cell.strip()):
        if not part.strip(" .()"):
            continue
        actors = () if _is_everybody(part, known) else known.get(name_key(part))
        if actors is None:
            return part.strip()
        if not actors:
            return ()
        found += actors
    return in_order(scenario, found)


def strangers_in(scenario: Scenario, cell: str, mapped: Names) -> tuple[str, ...]:
    """Every name in a cell that nobody has, so that all of them are asked about at once."""
    parts = [part.strip() for part in _BETWEEN.split(cell.strip()) if part.strip(" .()")]
    known = {**known_names(scenario), **mapped}
    strangers = (p for p in parts if name_key(p) not in known and not _is_everybody(p, known))
    return tuple(dict.fromkeys(strangers))


def _is_everybody(cell: str, known: Names) -> bool:
    key = name_key(cell)
    return ((not key or key in known_words("everybody")) and key not in known) or key == name_key(
        _("All seats")
    )


def in_order(scenario: Scenario, to: Sequence[str]) -> tuple[str, ...]:
    """Each actor once, in the pack's order; none where it is every one of them, as that is all."""
    named = tuple(actor for actor in scenario.actors if actor in to)
    return () if len(named) == len(scenario.actors) else named


def addressees_cell(scenario: Scenario, to: Sequence[str]) -> str:
    """The actors as a cell; ``read_addressees`` reads it again."""
    if not to:
        return _("All seats")
    return "; ".join(scenario.actor_name(actor) for actor in to)
