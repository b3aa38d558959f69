"""What was sent from a page is answered by one entry, which is found again by its id."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.entry import encode
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.sent import MOST_OF_ID, Sent
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.session.verifying import verify
from tests.attack.bodies import Forgery, forged
from tests.docs.pages import page
from tests.session.exercises import (
    ASTRA,
    BOREA,
    PROTEST,
    altered,
    begun,
    do,
    folded,
    read_back,
    texts,
    to_orders,
)

ADA = Sent("page-1/7", "Ada")


def test_the_entry_keeps_what_it_answers(session: Session) -> None:
    """The id of the page and who it was, beside all that the kind writes."""
    with session.sending(ADA):
        session.submit(SendMessage(("borea",), "Good morning"), "astra")
    assert session.entries[-1].body["sent"] == {"id": "page-1/7", "person": "Ada"}
    assert session.entries[-1].body["text"] == "Good morning"
    assert session.answered("page-1/7") == session.entries[-1].number
    assert session.answered("page-1/8") is None
    assert read_back(session) == session.play


def test_only_the_next_entry_answers(session: Session) -> None:
    """What else is done in the block, or after it, was not sent."""
    with session.sending(ADA):
        do(session, TakeNote("One"), TakeNote("Two"))
    do(session, TakeNote("Three"))
    assert ["sent" in entry.body for entry in session.entries[-3:]] == [True, False, False]


def test_what_is_refused_leaves_nothing_behind(session: Session) -> None:
    """The next act of somebody else does not answer for it."""
    with session.sending(ADA), pytest.raises(Refused):
        session.submit(SealOrders("astra", PROTEST), "astra")
    do(session, TakeNote("Later"))
    assert "sent" not in session.entries[-1].body
    assert session.answered(ADA.id) is None


def test_one_who_listens_does_not_answer_in_the_place_of_the_act(session: Session) -> None:
    """A listener may act at once, also for something that it was sent itself."""

    def look(change: object) -> None:
        stop()
        with session.sending(Sent("inner")):
            do(session, TakeNote("By the listener"))

    stop = session.subscribe(look)
    with session.sending(ADA):
        do(session, TakeNote("Sent"))
    assert session.answered(ADA.id) == session.entries[-2].number
    assert session.answered("inner") == session.entries[-1].number


def test_the_act_answers_and_not_what_goes_before_it_by_itself(session: Session) -> None:
    """Moving on from a break has people come back first, by an entry of its own."""
    do(session, SetTimer(TimerState.RUNNING, 0))
    do(session, TakeBreak(10, 0))
    with session.sending(ADA):
        do(session, MoveOn())
    back, *_between, moved = session.entries[-2:]
    assert (back.kind, "sent" in back.body) == ("timer", False)
    assert (moved.kind, "sent" in moved.body) == ("phase", True)


def test_an_answer_stays_though_it_was_undone(session: Session) -> None:
    """A page that asks again is told what became of it, and does it no second time."""
    with session.sending(ADA):
        do(session, MoveOn())
    number = session.entries[-1].number
    do(session, Undo())
    assert number in session.struck
    assert session.answered(ADA.id) == number


def test_the_first_of_two_answers_counts(session: Session) -> None:
    """The same id gets the first answer."""
    for text in ("One", "Two"):
        with session.sending(ADA):
            do(session, TakeNote(text))
    assert session.answered(ADA.id) == session.entries[-2].number


def test_an_id_that_no_page_makes_is_refused(session: Session) -> None:
    """Too long, empty, or not to be read: nothing is recorded."""
    head = session.saved.head
    for id in ("", "x" * (MOST_OF_ID + 1), "a\nb"):
        with session.sending(Sent(id)), pytest.raises(Refused, match="did not say"):
            do(session, TakeNote("Never"))
    assert session.saved.head == head


def test_who_sent_it_is_kept_without_signs_that_steer(session: Session) -> None:
    """As every text of an act is."""
    with session.sending(Sent("1", "Ada\x1b[2J")):
        do(session, TakeNote("Sent"))
    assert "\x1b" not in encode(session.entries[-1].body["sent"])


@pytest.fixture
def path(full: PackReading, tmp_path: Path) -> Path:
    """A turn whose seals and whose adjudication were sent from pages."""
    path = tmp_path / "sent.wargame"
    session = begun(full, path)
    to_orders(session)
    for number, seat in enumerate(("astra", "borea")):
        with session.sending(Sent(f"page-{number}", f"SECRET of {seat}")):
            session.submit(SealOrders(seat, PROTEST if seat == "astra" else ()), seat)
    with session.sending(Sent("page-2")):
        do(session, Adjudicate())
    session.close()
    return path


def test_answers_are_known_after_a_restart(path: Path) -> None:
    """The file holds them, and the exercise goes on."""
    session = Session.open(path)
    numbers = [session.answered(f"page-{each}") for each in range(4)]
    kinds = [session.entries[number - 1].kind for number in numbers if number]
    assert kinds == ["sealed", "sealed", "adjudicated"]
    assert numbers[3] is None
    assert not any("SECRET" in line for who in (ASTRA, BOREA) for line in texts(session, who))
    session.close()


def test_a_record_of_what_was_sent_verifies(path: Path) -> None:
    """Each entry is written once more as it stands, what it answers included."""
    assert [check.text for check in verify(path).checks if not check.well] == []


def test_others_read_who_sent_what_with_sql(path: Path) -> None:
    """By the query of docs/record.md; the views tell each order as ever."""
    _before, _line, after = page("record.md").partition("who sent what:\n\n")
    query = after.partition(";")[0]
    with closing(sqlite3.connect(path)) as db:
        sent = db.execute(query).fetchall()
        orders = db.execute("SELECT seat, move FROM orders WHERE seat = 'astra'").fetchall()
    assert [(kind, by, person) for _number, kind, by, person in sent] == [
        ("sealed", "astra", "SECRET of astra"),
        ("sealed", "borea", "SECRET of borea"),
        ("adjudicated", "facilitator", ""),
    ]
    assert orders == [("astra", "protest")]


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        (("sent", "id"), 7, "a text"),
        (("sent", "id"), "x" * 101, "a text of 1 to 100 characters"),
        (("sent", "person"), None, "a text"),
        (("sent",), "page-1", "keys and values"),
    ],
    ids=["no text", "too long", "nobody", "no keys"],
)
def test_a_forged_answer_is_named_and_passed_over(
    path: Path, place: tuple[str, ...], value: object, expected: str
) -> None:
    """The digests are right, and the entry still counts for nothing."""
    number = next(e.number for e in read_session(path).entries if e.kind == "sealed")
    saved = read_session(forged(Forgery(path, number, "sealed", place, value)))
    (said,) = saved.strange
    assert f"as “{'.'.join(place)}”; expected: {expected}" in said


def test_an_answer_that_holds_more_is_not_what_play_wrote(path: Path) -> None:
    """Somebody added to it: verifying says so."""
    number = next(e.number for e in read_session(path).entries if e.kind == "sealed")
    false = forged(Forgery(path, number, "sealed", ("sent", "more"), True))
    assert not verify(false).well


def test_what_a_later_program_wrote_may_hold_anything(session: Session) -> None:
    """An entry of an unknown kind changes nothing, whatever it has under that key."""
    do(session, TakeNote("Begun"))
    later = altered(session.entries[-1], sent=["what", "not"])._replace(kind="negotiated")
    assert folded(session, (*session.entries[:-1], later)).phase == session.play.phase
