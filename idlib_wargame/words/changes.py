"""Why a track stands elsewhere than before, in short: who did it, what followed by itself."""

from __future__ import annotations

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.results import seat_names
from idlib_wargame.words.situation import move_words


def order_moved_words(scenario: Scenario, card: Card) -> str:
    """ "Astra: Send patrols"."""
    return fill(
        _("{seats}: {order}"),
        seats=seat_names(scenario, card.seats),
        order=move_words(scenario, card.order.move, card.order.choice),
    )


def completed_words(scenario: Scenario, card: Card) -> str:
    """ "Completed by Astra: Send patrols", where several small gains became one."""
    return fill(
        _("Completed by {seats}: {order}"),
        seats=seat_names(scenario, card.seats),
        order=move_words(scenario, card.order.move, card.order.choice),
    )


def message_moved_words(sender: str, title: str) -> str:
    """ "News from Coastguard: A wreck on the bank"; without a title its sender alone."""
    if title:
        return fill(_("News from {sender}: {title}"), sender=sender, title=title)
    return fill(_("News from {sender}"), sender=sender)


def private_moved_words() -> str:
    """For news that went to some alone, where others may look on."""
    return _("Something that some were told in private")


def agreed_moved_words() -> str:
    """For what came of an agreement, where others may look on."""
    return _("Something that was agreed")


def unknown_moved_words() -> str:
    """For what the reader may not know of, and sees the track moved by."""
    return _("For a reason that is not public")
