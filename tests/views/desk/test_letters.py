"""Messages of seats and control, as the desk lists them."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import CONTROL, FACILITATOR, ROOM
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_read import ReadMessages
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.log import log_lines
from idlib_wargame.session.session import Session
from idlib_wargame.views.correspondence import messages_of
from idlib_wargame.views.desk.covered_log import CoveredLog
from idlib_wargame.views.desk.letters import (
    LetterRow,
    leak_question,
    leak_words,
    letter_list,
    letters_tab,
    may_leak_to,
)
from tests.session.exercises import do

SENT, ASKED = "astra>borea+press#1", "astra>facilitator#1"


def write(session: Session) -> None:
    """Astra writes to two, and asks."""
    session.submit(SendMessage(("borea", "press"), "Between us"), "astra")
    session.submit(SendMessage((FACILITATOR,), "How deep is it?", request=True), "astra")


def rows(session: Session, uncovered: bool = True) -> list[tuple[str, list[LetterRow]]]:
    """The headings, each with what stands under it."""
    sections = letter_list(session, uncovered).sections
    return [(section.heading, list(section.rows)) for section in sections]


def test_nothing_is_listed_before_anything_was_written(session: Session) -> None:
    """The hint says what will stand there."""
    found = letter_list(session)
    assert (found.sections, found.has_private) == ((), False)
    assert found.hint.startswith("What seats write to each other and to you")
    assert letters_tab(session.play) == "Messages"


def test_requests_that_wait_come_first(session: Session) -> None:
    """Counted on the tab; answered, a request stands among the others, the newest first."""
    write(session)
    assert letters_tab(session.play) == "Messages (1 to answer)"
    (waiting, (asked,)), (others, (sent,)) = rows(session)
    assert (waiting, others) == ("Waiting for an answer", "All others, the newest first")
    assert (asked.head, asked.waits, asked.answer_to) == (
        "Astra to the facilitator",
        True,
        "astra",
    )
    assert (sent.head, sent.waits, sent.answer_to) == ("Astra to Borea and Press", False, "")
    hint = "1 of 2 messages asks for information and waits for your answer."
    assert letter_list(session).hint == hint
    do(session, SendMessage(("astra",), "Nine", answers=ASKED))
    ((heading, (answer, asked, sent)),) = rows(session)
    assert heading == "The newest first"
    assert answer.notes == ("Answers “How deep is it?”", "Read by nobody yet")
    assert asked.notes == ("A request for information, answered",)
    assert letters_tab(session.play) == "Messages"


def test_what_became_of_a_message_stands_with_it(session: Session) -> None:
    """Who has read it and to whom it was leaked; a copy is no message of its own."""
    write(session)
    session.submit(ReadMessages((SENT,)), "press")
    do(session, LeakMessage(SENT, ("caldis",)))
    (sent,) = rows(session)[1][1]
    assert sent.notes == ("Read by Press", "Leaked to Caldis, read by nobody yet")
    assert sent.may_leak
    session.submit(ReadMessages(("facilitator>caldis#1",)), "caldis")
    assert rows(session)[1][1][0].notes[1] == "Leaked to Caldis, read by Caldis"
    do(session, LeakMessage(SENT))
    (sent,) = rows(session)[1][1]
    assert not sent.may_leak


def test_covered_nothing_tells_who_wrote(session: Session) -> None:
    """On the page, in what is half answered, and in the log; the leak to all is no secret."""
    write(session)
    do(session, DraftMessage(("astra",), "Ni", ASKED))
    found = letter_list(session, uncovered=False)
    assert found.writing.answers == "Answering a private message"
    ((_waiting, (asked,)), (_others, (sent,))) = rows(session, uncovered=False)
    assert (asked.head, sent.head) == ("A private request", "A private message")
    for row in (asked, sent):
        assert (row.text, row.notes, row.answer_to, row.may_leak) == ("", (), "", False)
    do(session, LeakMessage(SENT))
    log = CoveredLog(session)
    log.catch_up(uncovered=False, messages=False)
    lines = [log[row] for row in range(len(log))]
    assert [(line.who, line.text) for line in lines[-3:]] == [
        ("", "A private message."),
        ("", "A private message."),
        ("Facilitator", "Leaked to everybody, from Astra to Borea and Press: Between us"),
    ]
    assert log.catch_up(uncovered=False, messages=True).changed
    told = [log[row].text for row in range(len(log))]
    assert told == [line.text for line in session.log(CONTROL)]


def test_a_message_is_leaked_to_those_who_do_not_have_it(session: Session) -> None:
    """And to nobody twice."""
    write(session)
    assert [each.id for each in may_leak_to(session.scenario, session.play, SENT)] == ["caldis"]
    asked = may_leak_to(session.scenario, session.play, ASKED)
    assert [each.name for each in asked] == ["Borea", "Caldis", "Press"]
    assert leak_words(asked, everybody=False) == "Leak to: Borea, Caldis and Press…"
    assert leak_question(asked).yes == "Leak it"
    assert leak_words((), everybody=True) == "Leak to everybody…"
    assert "the room too" in leak_question(()).text
    do(session, LeakMessage(SENT, ("caldis",)))
    assert may_leak_to(session.scenario, session.play, SENT) == ()


def test_after_the_finish_nothing_can_be_done(session: Session) -> None:
    """It is there to be read."""
    write(session)
    do(session, Finish())
    for _heading, found in rows(session):
        assert [(row.answer_to, row.may_leak) for row in found] == [("", False)]
    assert not letter_list(session).writing.is_open


def test_a_message_to_all_seats_is_no_secret_among_them(session: Session) -> None:
    """It is read though private ones are covered, says "all seats", and is nothing to leak."""
    every = tuple(seat.id for seat in session.scenario.seats)
    do(session, SendMessage(every, "Five minutes more"))
    ((_heading, (row,)),) = rows(session, uncovered=False)
    assert (row.head, row.text) == ("Facilitator to all seats", "Five minutes more")
    assert (row.covered, row.may_leak, letter_list(session, False).has_private) == (
        False,
        False,
        False,
    )
    line = "The facilitator writes to all seats: Five minutes more"
    log = CoveredLog(session)
    log.catch_up(uncovered=False, messages=False)
    assert log[len(log) - 1].text == line
    (read,) = log_lines(session.scenario, session.entries[-1:], set(), set(), ROOM)
    assert read.text == line
    (view,) = messages_of(session.scenario, session.play, "borea")
    assert view.to == "all seats"
    with pytest.raises(Refused, match="Everybody has this message already"):
        do(session, LeakMessage(row.key))


def test_what_a_seat_writes_to_all_others_is_covered_from_the_room_alone(session: Session) -> None:
    """Uncovered it says "all seats", and there is nobody to leak it to."""
    first, *others, last = (seat.id for seat in session.scenario.seats)
    session.submit(SendMessage((*others, last, FACILITATOR), "Hear, all"), first)
    ((_heading, (covered,)),) = rows(session, uncovered=False)
    assert (covered.head, covered.text) == ("A private message", "")
    ((_heading, (told,)),) = rows(session)
    assert (told.head, told.may_leak) == ("Astra to all seats and the facilitator", False)
