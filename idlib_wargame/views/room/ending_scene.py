"""The end, for the hot wash: what it came to, as far as everybody may know, and what is to tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.room.agreements import Agreements
from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.words.language import _, fill, ngettext


class EndingScene(NamedTuple):
    """``name`` and ``text`` are the outcome's, ``told`` what else everybody knows by then."""

    name: str
    text: str
    told: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the exercise goes on."""
        return not self.name


def ending_scene(
    scenario: Scenario, play: Play, ladder: Ladder, agreements: Agreements, known: Sequence[Turn]
) -> EndingScene:
    """The ending of an exercise, which is told to all; ladder, agreements and turns are the room's.

    What each seat wanted is private, and stays so until its people tell it.
    """
    if not play.finished:
        return EndingScene("", "", ())
    found = next((each for each in scenario.outcomes if each.id == play.outcome), None)
    return EndingScene(
        found.name if found else _("The exercise is over"),
        found.text if found else _("No outcome of the pack fits."),
        (*_told(scenario, ladder, agreements), *_ruled_words(known)),
    )


def _told(scenario: Scenario, ladder: Ladder, agreements: Agreements) -> Iterator[str]:
    first, last = (ladder.rungs[ladder.line[place]] for place in (0, -1))
    if first == last:
        yield fill(_("The situation ladder opened and closed at “{rung}”."), rung=last)
    else:
        said = _("The situation ladder opened at “{first}” and closed at “{last}”.")
        yield fill(said, first=first, last=last)
    count = sum(each.in_force for each in agreements.agreements)
    if agreements.agreements:
        said = ngettext(
            "{count} agreement that everybody knows of is in force.",
            "{count} agreements that everybody knows of are in force.",
            count,
        )
        yield fill(said, count=count)
    if scenario.aims:
        yield _("What each seat wanted, and how much of it came, is theirs to tell now.")


def _ruled_words(known: Sequence[Turn]) -> Iterator[str]:
    """How many results the room knows to be the facilitator's own, without knowing why."""
    cards = [card for turn in known for card in turn.result.cards]
    count = sum(card.ruled is not None and card.ruled.is_withheld for card in cards)
    if count:
        said = ngettext(
            "{count} result was given by the facilitator, who has yet to tell why.",
            "{count} results were given by the facilitator, who has yet to tell why.",
            count,
        )
        yield fill(said, count=count)
