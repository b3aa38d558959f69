"""What a seat reads of messages, and what it may write."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_read import ReadMessages
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.letters import LetterDraft
from idlib_wargame.session.session import Session
from idlib_wargame.views.correspondence import Correspondent, send_all_words, send_words
from idlib_wargame.views.messages import MessageView
from idlib_wargame.views.seat import SeatView, seat_view
from idlib_wargame.views.seat_door import seat_door
from tests.session.exercises import begun, do

BOREA, CALDIS, PRESS = (Correspondent(each, each.title()) for each in ("borea", "caldis", "press"))
CONTROL = Correspondent(FACILITATOR, "Facilitator")


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """An exercise in which writers are told who has read."""
    return begun(harbour, read_marks=True)


def read_by(session: Session, seat: str) -> list[MessageView]:
    """The messages of a seat."""
    return list(seat_view(session, seat).messages)


def test_a_message_reads_to_both_as_it_was_sent(session: Session) -> None:
    """Between what the facilitator has told, in the order in which all of it came."""
    do(session, Tell((), "", "Good morning"))
    session.submit(SendMessage(("borea", "press"), "Word"), "astra")
    do(session, Tell((), "", "Good night"))
    for seat in ("astra", "borea"):
        first, message, last = read_by(session, seat)
        assert (first.text, last.text) == ("Good morning", "Good night")
        assert (message.sender, message.to, message.text) == ("Astra", "Borea and Press", "Word")
        assert (message.turn, message.phase, message.is_own) == (1, "Talks", seat == "astra")
    assert [message.text for message in read_by(session, "caldis")] == [
        "Good morning",
        "Good night",
    ]


def test_a_message_between_two_changes_nothing_for_a_third(session: Session) -> None:
    """Not even that something was sent; its window is not told to draw itself anew."""
    door = seat_door(session, "caldis")
    heard: list[SeatView] = []
    door.listen(heard.append)
    before = seat_view(session, "caldis")
    session.submit(DraftMessage(("borea",), "Wo"), "astra")
    session.submit(SendMessage(("borea",), "Word"), "astra")
    session.submit(ReadMessages(("astra>borea#1",)), "borea")
    do(session, LeakMessage("astra>borea#1", ("press",)))
    session.submit(SendMessage((FACILITATOR,), "Well?", request=True), "astra")
    do(session, SendMessage(("astra",), "Well.", answers="astra>facilitator#1"))
    assert seat_view(session, "caldis") == before
    assert heard == []


def test_a_request_is_tied_to_its_answer(session: Session) -> None:
    """The asker reads that it waits, and then which answer is to which question."""
    session.submit(SendMessage((FACILITATOR,), "How deep is it?", request=True), "astra")
    (asked,) = read_by(session, "astra")
    assert (asked.to, asked.notes) == (
        "the facilitator",
        ("A request for information, not answered yet",),
    )
    do(session, SendMessage(("astra", "borea"), "Nine", answers=asked.key))
    asked, answer = read_by(session, "astra")
    assert asked.notes == ("A request for information, answered",)
    assert (answer.sender, answer.notes) == ("Facilitator", ("Answers “How deep is it?”",))
    (heard,) = read_by(session, "borea")
    assert (heard.text, heard.notes) == ("Nine", ())


def test_a_leaked_copy_says_between_whom_it_was(session: Session) -> None:
    """And nothing of how much the two had written before."""
    for word in ("one", "two", "three"):
        session.submit(SendMessage(("borea",), word), "astra")
    do(session, LeakMessage("astra>borea#3", ("caldis",)))
    (copy,) = read_by(session, "caldis")
    assert (copy.sender, copy.title, copy.text, copy.notes) == (
        "Facilitator",
        "Leaked: from Astra to Borea",
        "three",
        (),
    )
    assert copy.key == "facilitator>caldis#1"


def test_writers_are_told_who_has_read_where_the_exercise_says_so(
    session: Session, harbour: PackReading
) -> None:
    """Of what they wrote; and else of nothing."""
    for each in (session, begun(harbour)):
        each.submit(SendMessage(("borea", "press"), "Word"), "astra")
        each.submit(SendMessage((FACILITATOR,), "To the facilitator"), "astra")
        notes = [message.notes for message in read_by(each, "astra")]
        assert notes == ([("Read by nobody yet",), ()] if each is session else [(), ()])
        each.submit(ReadMessages(("astra>borea+press#1",)), "press")
        told = ("Read by Press",) if each is session else ()
        assert read_by(each, "astra")[0].notes == told
        assert read_by(each, "borea")[0].notes == ()
        assert [read_by(each, seat)[0].is_read for seat in ("press", "borea")] == [True, False]


def test_a_seat_finds_what_it_had_half_written(session: Session) -> None:
    """With what it answers; whom it may write to are all others and the facilitator."""
    session.submit(SendMessage(("astra",), "Well?"), "borea")
    session.submit(DraftMessage(("borea",), "We ", "borea>astra#1"), "astra")
    writing = seat_view(session, "astra").writing
    assert writing.to == (BOREA, CALDIS, PRESS, CONTROL)
    assert writing.draft == LetterDraft(("borea",), "We ", "borea>astra#1")
    assert writing.answers == "Answering Borea: “Well?”"
    assert seat_view(session, "borea").writing.draft == LetterDraft()
    do(session, Finish())
    assert not seat_view(session, "astra").writing.is_open


def test_a_message_to_control_alone_asks_it(session: Session) -> None:
    """Unless it answers one, or others have it too."""
    door = seat_door(session, "astra")
    do(session, SendMessage(("astra",), "Ready?"))
    door.send_message(LetterDraft((FACILITATOR,), "How deep?"))
    door.send_message(LetterDraft((FACILITATOR,), "Yes", "facilitator>astra#1"))
    door.send_message(LetterDraft(("borea", FACILITATOR), "Word"))
    assert [each.request for each in session.play.letters[1:]] == [True, False, False]


@pytest.mark.parametrize(
    ("to", "asks", "words"),
    [
        ((), False, "Send"),
        ((CONTROL,), True, "Ask the facilitator"),
        ((CONTROL,), False, "Send to the facilitator"),
        ((BOREA, CALDIS), False, "Send to Borea and Caldis"),
        ((BOREA, CONTROL), False, "Send to Borea and the facilitator"),
        ((BOREA, CALDIS, PRESS), False, "Send to all seats"),
        ((BOREA, CALDIS, PRESS, CONTROL), False, "Send to all seats and the facilitator"),
    ],
)
def test_the_button_says_to_whom(to: tuple[Correspondent, ...], asks: bool, words: str) -> None:
    """Short where there are many."""
    assert send_words(to, 3, asks) == words
    assert len(send_all_words(to)) >= len("Send")


def test_many_are_counted_on_the_button() -> None:
    """Of a pack with more seats than a button has room for."""
    assert send_words((BOREA, CALDIS, PRESS, BOREA), 9, asks=False) == "Send to 4 seats"
    with_control = (BOREA, CALDIS, PRESS, CONTROL)
    assert send_words(with_control, 9, asks=False) == "Send to 3 seats and the facilitator"
