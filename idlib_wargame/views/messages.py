"""A message from control as its reader sees it, and which of them are new to them."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Message
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.movements import effect_words


class MessageView(NamedTuple):
    """``sender`` says who and by what means ("Coastguard · Radio"); ``did`` what it moved."""

    at: str
    turn: int
    sender: str
    title: str
    text: str
    did: str
    arrival: str

    @property
    def spoken(self) -> str:
        """The message in a line, for a screen reader."""
        return fill(_("{title}, {sender}"), title=self.title or self.text, sender=self.sender)


def message_view(scenario: Scenario, message: Message, numbers: bool = True) -> MessageView:
    """A message with its words; what it did to hidden tracks is taken out before.

    ``numbers`` is False for players of an exercise that is told in words alone.
    """
    return MessageView(
        at=message.at,
        turn=message.turn,
        sender=sender_words(message),
        title=message.title,
        text=message.text,
        did=_taken_back() if message.taken_back else _did(scenario, message, numbers),
        arrival=_arrival(message),
    )


def _did(scenario: Scenario, message: Message, numbers: bool) -> str:
    return facts([effect_words(scenario, line, numbers) for line in message.effects])


def _taken_back() -> str:
    return _("Its turn was re-opened: what it did no longer counts.")


def sender_words(message: Message) -> str:
    """ "Coastguard · Radio"; control itself where no sender was given."""
    return facts([part for part in (message.sender or _("Facilitator"), message.means) if part])


def _arrival(message: Message) -> str:
    """What tells a seat at work that a message has come."""
    places = {"sender": message.sender, "title": message.title}
    if message.sender and message.title:
        return fill(_("A message has come from {sender}: {title}"), **places)
    if message.sender:
        return fill(_("A message has come from {sender}."), **places)
    if message.title:
        return fill(_("A message has come from the facilitator: {title}"), **places)
    return _("A message has come from the facilitator.")


class Inbox:
    """Which of a seat's messages its people have seen, and which came since they last looked.

    One look lasts from the lifting of the curtain until it is closed. ``seen`` are those of earlier
    looks; None where nobody remembers, and then those of earlier turns count as seen.
    """

    def __init__(
        self,
        messages: tuple[MessageView, ...],
        turn: int,
        seen: Collection[MessageView] | None = None,
    ) -> None:
        if seen is None:
            seen = [each for each in messages if each.turn < turn]
        self._before = self.seen = frozenset(seen)
        self.messages = messages

    def take(self, messages: tuple[MessageView, ...]) -> MessageView | None:
        """Take up the messages as they stand; the newest of those that have just come."""
        known = frozenset(self.messages)
        came = [each for each in messages if each not in known]
        self.messages = messages
        return came[-1] if came else None

    @property
    def new(self) -> frozenset[MessageView]:
        """What came since the last look; it counts as new until this look is over."""
        return frozenset(self.messages) - self._before

    @property
    def unseen(self) -> int:
        """How many have not been on screen yet."""
        return len(frozenset(self.messages) - self.seen)

    def look(self) -> None:
        """They are on screen."""
        self.seen |= frozenset(self.messages)
