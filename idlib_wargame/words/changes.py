"""Why a track stands elsewhere than before, in short: who did it, what followed by itself."""

from __future__ import annotations

from idlib_wargame.rules.pack.row_names import HIDDEN
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import Card
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.movements import change_by
from idlib_wargame.words.results import seat_names
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import move_words


def order_moved_words(
    scenario: Scenario, card: Card, track: Track, by: int, numbers: bool = True
) -> str:
    """ "Astra: Send patrols (+1)"; in words alone "Astra: Send patrols"."""
    said = _("{seats}: {order} ({by})") if numbers else _("{seats}: {order}")
    return fill(
        said,
        seats=seat_names(scenario, card.seats),
        order=move_words(scenario, card.order.move, card.order.choice),
        by=change_by(track, by),
    )


def row_moved_words(
    scenario: Scenario, row: str, track: Track, by: int, numbers: bool = True
) -> str:
    """ "The fleets fish on (−1)", for what followed by itself."""
    if row == HIDDEN:
        return unknown_moved_words(track, by, numbers)
    said = _("{why} ({by})") if numbers else _("{why}")
    return fill(said, why=why_words(scenario, row), by=change_by(track, by))


def message_moved_words(sender: str, title: str, track: Track, by: int, numbers: bool) -> str:
    """ "News from Coastguard: A wreck on the bank (−1)"; without a title its sender alone."""
    places = {"sender": sender, "title": title, "by": change_by(track, by)}
    if title:
        with_by = _("News from {sender}: {title} ({by})")
        return fill(with_by if numbers else _("News from {sender}: {title}"), **places)
    return fill(_("News from {sender} ({by})") if numbers else _("News from {sender}"), **places)


def unknown_moved_words(track: Track, by: int, numbers: bool = True) -> str:
    """For what the reader may not know of, and sees the track moved by."""
    if not numbers:
        return _("For a reason not known to you")
    return fill(_("For a reason not known to you ({by})"), by=change_by(track, by))
