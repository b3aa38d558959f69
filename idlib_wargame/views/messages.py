"""A message from control as its reader sees it, and which of them are new to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.letters import shown
from idlib_wargame.session.letters import Message
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import facts
from idlib_wargame.words.movements import effect_words


class MessageView(NamedTuple):
    """``sender`` says who and by what means ("Coastguard · Radio"); ``did`` what it moved.

    A message of seats and control among each other has a ``key`` besides, by which it is answered
    and read, ``to`` in words, the ``phase`` in which it was sent and ``notes`` in sentences: what
    it answers, between whom it was before it was leaked, who has read it. ``answers_as`` is what
    an answer names it by, and ``answer_to`` whom that goes to.
    """

    at: str
    turn: int
    sender: str
    title: str
    text: str
    did: str
    arrival: str
    key: str = ""
    to: str = ""
    phase: str = ""
    notes: tuple[str, ...] = ()
    is_own: bool = False
    is_read: bool = False
    answer_to: str = ""
    answers_as: str = ""

    @property
    def spoken(self) -> str:
        """The message in a line, for a screen reader."""
        title = self.title or shown(self.text)
        return fill(_("{title}, {sender}"), title=title, sender=self.sender)

    @property
    def as_sent(self) -> MessageView:
        """The message without what may change of it, to know it again by."""
        return self._replace(notes=(), is_read=False, answer_to="", answers_as="")


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


def unread(messages: Iterable[MessageView]) -> tuple[MessageView, ...]:
    """Those of seats and control among each other that the record does not know to be read."""
    return tuple(each for each in messages if each.key and not each.is_own and not each.is_read)


def new_words(new: int, numbers: bool = True) -> str:
    """How many are new; in words alone, that some are; "" for none."""
    if not new:
        return ""
    return fill(ngettext("{new} new", "{new} new", new), new=new) if numbers else _("new")


class Inbox:
    """Which of a seat's messages its people have seen, and which came since they last looked.

    One look lasts from the lifting of the curtain until it is closed. ``seen`` are those of earlier
    looks; None where nobody remembers, and then those of earlier turns count as seen. What the
    record says was read counts too; what the seat wrote itself is never new.
    """

    def __init__(
        self,
        messages: tuple[MessageView, ...],
        turn: int,
        seen: Collection[MessageView] | None = None,
    ) -> None:
        if seen is None:
            seen = [each for each in messages if each.turn < turn and not each.key]
        read = [each for each in messages if each.is_read or each.is_own]
        self._before = self.seen = _as_sent((*seen, *read))
        self.messages = messages

    def take(self, messages: tuple[MessageView, ...]) -> MessageView | None:
        """Take up the messages as they stand; the newest of those that have just come."""
        known = _as_sent(self.messages)
        own = [each for each in messages if each.is_own]
        came = [each for each in messages if not each.is_own and each.as_sent not in known]
        self._before |= _as_sent(own)
        self.seen |= _as_sent(own)
        self.messages = messages
        return came[-1] if came else None

    @property
    def new(self) -> frozenset[MessageView]:
        """What came since the last look; it counts as new until this look is over."""
        return _as_sent(self.messages) - self._before

    @property
    def unseen(self) -> int:
        """How many have not been on screen yet."""
        return len(_as_sent(self.messages) - self.seen)

    @property
    def unread(self) -> tuple[str, ...]:
        """The keys of those that were on screen, and of which the record does not know it yet."""
        seen = (each for each in unread(self.messages) if each.as_sent in self.seen)
        return tuple(each.key for each in seen)

    def look(self) -> None:
        """They are on screen."""
        self.seen |= _as_sent(self.messages)


def _as_sent(messages: Collection[MessageView]) -> frozenset[MessageView]:
    return frozenset(each.as_sent for each in messages)
