"""Seats and control write to each other."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import CONTROL, FACILITATOR, ROOM, Reader
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.letters import MOST
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_sent import MESSAGE_SENT, SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.letters import Letter, LetterDraft
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    ASTRA,
    BOREA,
    CALDIS,
    PRESS,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_results,
    told_to,
)

CONTROL_ALONE = (FACILITATOR,)


def test_a_message_goes_to_those_it_names(session: Session) -> None:
    """In the pack's order and each once, however they were picked; no track moves."""
    before = session.play.state
    session.submit(SendMessage(("caldis", "borea", "caldis"), " Fish is short. "), "astra")
    assert session.play.letters == (
        Letter(
            key="astra>borea+caldis#1",
            at=session.entries[-1].at,
            turn=1,
            phase="talks",
            sender="astra",
            to=("borea", "caldis"),
            text="Fish is short.",
        ),
    )
    assert session.play.state == before
    assert read_back(session) == session.play


def test_a_key_counts_only_what_went_between_the_same(session: Session) -> None:
    """Nobody learns from the key of a message how many others were written."""
    for to in (("borea",), ("caldis",), ("caldis",), ("borea",)):
        session.submit(SendMessage(to, "Word"), "astra")
    session.submit(SendMessage(("astra",), "Word"), "borea")
    do(session, SendMessage(("astra",), "Word"))
    assert [letter.key for letter in session.play.letters] == [
        "astra>borea#1",
        "astra>caldis#1",
        "astra>caldis#2",
        "astra>borea#2",
        "borea>astra#1",
        "facilitator>astra#1",
    ]


@pytest.mark.parametrize(
    ("act", "by", "said"),
    [
        (SendMessage(("borea",), " \n"), "astra", "The message is empty; write a few words first."),
        (
            SendMessage((), "Word"),
            "astra",
            "The message is to nobody; pick at least one to write to.",
        ),
        (
            SendMessage(("astra", "borea"), "Word"),
            "astra",
            "The message is to its own writer; pick others to write to.",
        ),
        (
            SendMessage(("nowhere",), "Word"),
            "astra",
            "There is no seat “nowhere” in this exercise.",
        ),
        (
            SendMessage(("astra",), "Word"),
            "nowhere",
            "There is no seat “nowhere” in this exercise.",
        ),
        (
            SendMessage(("borea",), "x" * (MOST + 1)),
            "astra",
            "The message has 10001 characters and may have 10000 at most; make it shorter.",
        ),
        (
            SendMessage(("borea",), "Word", request=True),
            "astra",
            "Only a seat asks for information, and only of the facilitator.",
        ),
        (
            SendMessage(("borea",), "Word", request=True),
            FACILITATOR,
            "Only a seat asks for information, and only of the facilitator.",
        ),
        (
            SendMessage(("borea",), "Word", answers="borea>caldis#1"),
            "astra",
            "Nobody has sent you the message that this answers.",
        ),
        (
            SendMessage(("borea",), "Word", answers="borea>caldis#9"),
            "astra",
            "Nobody has sent you the message that this answers.",
        ),
        (
            SendMessage(("caldis",), "Word", answers="borea>astra#1"),
            "astra",
            "An answer goes to Borea too, who wrote what it answers.",
        ),
    ],
)
def test_what_cannot_be_sent_is_refused_in_one_sentence(
    session: Session, act: SendMessage, by: str, said: str
) -> None:
    """And of a message between others no seat is told if there is one."""
    session.submit(SendMessage(("caldis",), "Between us"), "borea")
    session.submit(SendMessage(("astra",), "To you"), "borea")
    assert refusal(session, act, by) == said


def test_as_much_as_may_be_sent_is_sent(session: Session) -> None:
    """Spaces around it do not count."""
    session.submit(SendMessage(("borea",), f"  {'x' * MOST}\n"), "astra")
    assert len(session.play.letters[0].text) == MOST
    assert len(last_line(session)) < 300


def test_everything_that_is_wrong_is_told_at_once(session: Session) -> None:
    """So that one mending is enough."""
    with pytest.raises(Refused) as refused:
        session.submit(SendMessage((), ""), "astra")
    assert len(refused.value.reasons) == 2


def test_messages_are_sent_in_every_phase_until_the_finish(session: Session) -> None:
    """Results on the table are a good reason to write; an exercise that is over has none."""
    session.submit(SendMessage(("borea",), "In the talks"), "astra")
    to_results(session)
    session.submit(SendMessage(("borea",), "Over the results"), "astra")
    do(session, CloseTurn())
    session.submit(SendMessage(("borea",), "After the turn"), "astra")
    assert [each.phase for each in session.play.letters] == ["talks", "adjudication", "report"]
    do(session, Finish())
    late = SendMessage(("borea",), "Too late")
    assert "can be replayed but not changed" in refusal(session, late, "astra")


def test_an_answer_is_tied_to_the_request(session: Session) -> None:
    """Control may let others have the answer too, where the asker has it."""
    session.submit(SendMessage(CONTROL_ALONE, "How deep is it?", request=True), "astra")
    (asked,) = session.play.letters
    do(session, SendMessage(("astra", "borea"), "Nine fathoms", answers=asked.key))
    answer = session.play.letters[-1]
    assert (asked.request, answer.answers) == (True, "astra>facilitator#1")
    assert read_back(session) == session.play


def test_what_was_leaked_to_everybody_may_be_answered(session: Session) -> None:
    """The copy is from the facilitator, so the answer goes there."""
    session.submit(SendMessage(("borea",), "Between us"), "astra")
    do(session, LeakMessage("astra>borea#1"))
    copy = session.play.letters[-1]
    session.submit(SendMessage(CONTROL_ALONE, "Is that so?", answers=copy.key), "caldis")
    assert session.play.letters[-1].answers == copy.key


@pytest.mark.parametrize(
    ("act", "by", "line", "readers"),
    [
        (
            SendMessage(("borea",), "Meet\nme"),
            "astra",
            "Astra writes to Borea: Meet me",
            {CONTROL, ASTRA, BOREA},
        ),
        (
            SendMessage(("caldis", FACILITATOR), "Word"),
            "astra",
            "Astra writes to Caldis and the facilitator: Word",
            {CONTROL, ASTRA, CALDIS},
        ),
        (
            SendMessage(CONTROL_ALONE, "How deep?", request=True),
            "astra",
            "Astra asks the facilitator: How deep?",
            {CONTROL, ASTRA},
        ),
        (
            SendMessage(("borea",), "Word"),
            FACILITATOR,
            "The facilitator writes to Borea: Word",
            {CONTROL, BOREA},
        ),
        (
            SendMessage(("borea", "caldis", "press"), "Word"),
            "astra",
            "Astra writes to all seats: Word",
            {CONTROL, ASTRA, BOREA, CALDIS, PRESS},
        ),
        (
            SendMessage(("astra", "borea", "caldis", "press"), "Word"),
            FACILITATOR,
            "The facilitator writes to all seats: Word",
            {ROOM, CONTROL, ASTRA, BOREA, CALDIS, PRESS},
        ),
    ],
)
def test_those_concerned_read_it_and_nobody_else_that_it_was_sent(
    session: Session, act: SendMessage, by: str, line: str, readers: set[Reader]
) -> None:
    """The room, which is the wall, only what the facilitator writes to all of them."""
    before = len(texts(session, PRESS))
    session.submit(act, by)
    assert last_line(session) == line
    assert told_to(session) == readers
    assert len(texts(session, PRESS)) == before + (PRESS in readers)


def test_an_undo_leaves_what_was_sent(session: Session) -> None:
    """It takes back what the facilitator did before, and the message stands."""
    do(session, TakeNote("They whisper"))
    session.submit(SendMessage(("borea",), "Word"), "astra")
    do(session, Undo())
    assert (len(session.play.notes), len(session.play.letters)) == (0, 1)
    assert refusal(session, Undo()) == "There is nothing to undo."
    assert not MESSAGE_SENT.undoable


def test_a_reopening_leaves_messages_where_they_are(session: Session) -> None:
    """What was written over the results of a turn was read, though they no longer count."""
    session.submit(SendMessage(("borea",), "Before"), "astra")
    to_results(session)
    session.submit(SendMessage(("borea",), "Over the results"), "astra")
    before = session.play.letters
    do(session, CloseTurn(), Reopen(1))
    assert session.play.letters == before
    assert read_back(session) == session.play


def test_what_was_half_written_is_gone_once_it_is_sent(session: Session) -> None:
    """Its writer's alone: another's draft stays."""
    for seat in ("astra", "borea"):
        session.submit(DraftMessage(("press",), "Wor"), seat)
    session.submit(SendMessage(("press",), "Word"), "astra")
    assert session.play.letter_drafts == {"borea": LetterDraft(("press",), "Wor")}
