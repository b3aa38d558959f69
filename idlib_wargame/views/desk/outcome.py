"""How the exercise ended, whose aims were met, and the seed to check its dice with."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.desk.rulings import Held, held, overruled_in_all
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


class Outcome(NamedTuple):
    """The ending by name and in words; ``aims`` is empty where the pack sets none.

    ``overruled`` says how often the facilitator ruled otherwise than the tables, ``held`` what of
    that nobody else has read yet.
    """

    name: str
    text: str
    aims: str
    seed: str
    overruled: str = ""
    held: Held = Held(())


def outcome(scenario: Scenario, play: Play) -> Outcome | None:
    """The ending; None while the exercise goes on."""
    if not play.finished:
        return None
    found = next((each for each in scenario.outcomes if each.id == play.outcome), None)
    return Outcome(
        fill(_("Outcome: {outcome}"), outcome=found.name) if found else _("The exercise is over"),
        found.text if found else _("No outcome of the pack fits."),
        _aims_words(scenario, play),
        fill(_("Seed of the dice, now open: {seed}"), seed=play.seed),
        overruled_in_all(play),
        held(scenario, play),
    )


def _aims_words(scenario: Scenario, play: Play) -> str:
    """ "Aims met: Astra 2 of 3 · Borea none of 2"."""
    actors = dict.fromkeys(aim.seat for aim in scenario.aims)
    said = [_aims_of(scenario, play, actor) for actor in actors]
    return fill(_("Aims met: {seats}"), seats=facts(said)) if said else ""


def _aims_of(scenario: Scenario, play: Play, actor: str) -> str:
    aims = [aim.id for aim in scenario.aims if aim.seat == actor]
    met = sum(aim in play.aims_met for aim in aims)
    words = _("{seat} {met} of {count}") if met else _("{seat} none of {count}")
    return fill(words, seat=scenario.actor_name(actor), met=met, count=len(aims))
