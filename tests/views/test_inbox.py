"""Which messages are new to a seat's people."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.message_read import ReadMessages
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.session import Session
from idlib_wargame.views.messages import Inbox
from idlib_wargame.views.seat import seat_view
from tests.session.exercises import begun, to_results

KEY = "borea>astra#1"


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """An exercise in memory."""
    return begun(harbour)


def test_what_a_seat_wrote_itself_is_never_new(session: Session) -> None:
    """Nor does its own window tell that it has come."""
    inbox = Inbox(seat_view(session, "astra").messages, 1)
    session.submit(SendMessage(("borea",), "Mine"), "astra")
    assert inbox.take(seat_view(session, "astra").messages) is None
    assert (inbox.unseen, inbox.new, inbox.unread) == (0, frozenset(), ())


def test_a_message_is_new_once_whatever_becomes_of_it(session: Session) -> None:
    """That it was read, and by whom, makes no other message of it."""
    inbox = Inbox(seat_view(session, "astra").messages, 1)
    session.submit(SendMessage(("astra",), "Theirs"), "borea")
    came = inbox.take(seat_view(session, "astra").messages)
    assert came is not None
    assert (came.text, inbox.unseen, inbox.unread) == ("Theirs", 1, ())
    inbox.look()
    assert (inbox.unseen, inbox.unread) == (0, (KEY,))
    session.submit(ReadMessages((KEY,)), "astra")
    assert inbox.take(seat_view(session, "astra").messages) is None
    assert (inbox.unseen, len(inbox.new), inbox.unread) == (0, 1, ())


def test_what_the_record_says_was_read_is_not_new(session: Session) -> None:
    """And what it does not, is new in whatever turn it was sent."""
    for text in ("read", "not read"):
        session.submit(SendMessage(("astra",), text), "borea")
    session.submit(ReadMessages((KEY,)), "astra")
    to_results(session)
    inbox = Inbox(seat_view(session, "astra").messages, 2)
    assert [message.text for message in inbox.new] == ["not read"]
