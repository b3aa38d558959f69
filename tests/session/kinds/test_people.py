"""Who watches, who has read the brief, when a seat did something last; none of it is undone."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.brief_read import ReadBrief
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.note import TakeNote, latest_notes
from idlib_wargame.session.kinds.observer_left import LetObserverGo
from idlib_wargame.session.kinds.observer_pin import TellOfObserverPin
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.notes import About, Note, Tie
from idlib_wargame.session.play import Wish
from idlib_wargame.session.seat_pins import ObserverPins
from idlib_wargame.session.seating import Observer, PinState, Watching
from idlib_wargame.session.session import Session
from idlib_wargame.views.notes.door import note_door
from tests.session.exercises import (
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)

OLGA = Observer("Olga")


@pytest.mark.parametrize(
    ("observer", "line"),
    [
        (OLGA, "Olga observes, and sees what the room sees."),
        (Observer("Olga", sees="all"), "Olga observes, and sees everything."),
        (Observer("Olga", sees="astra"), "Olga observes, and sees what Astra sees."),
        (
            Observer("Olga", Watching.ASSISTANT, "all"),
            "Olga helps the facilitator, and sees everything.",
        ),
        (
            Observer("Olga", Watching.ASSISTANT),
            "Olga helps the facilitator, and sees what the room sees.",
        ),
        (
            Observer("Olga", Watching.ASSISTANT, "borea"),
            "Olga helps the facilitator, and sees what Borea sees.",
        ),
    ],
)
def test_the_facilitator_says_who_watches_and_what(
    session: Session, observer: Observer, line: str
) -> None:
    """No player reads of it."""
    do(session, SeatObserver(observer))
    assert last_line(session) == line
    assert told_to(session) == {CONTROL}
    since = session.entries[-1].number
    assert session.play.observers == {"Olga": observer._replace(since=since)}
    assert read_back(session) == session.play


def test_whoever_leaves_takes_no_note_along(session: Session) -> None:
    """What they wrote stays, and they write no more."""
    do(session, SeatObserver(OLGA))
    session.submit(TakeNote("They whisper"), OLGA.by)
    assert last_line(session) == "Note by Olga: They whisper"
    do(session, LetObserverGo("Olga"))
    assert refusal(session, TakeNote("Still here"), OLGA.by) == (
        "Notes for the record are the facilitator’s and the observers’."
    )
    assert refusal(session, LetObserverGo("Olga")) == "Nobody called Olga observes or helps."
    assert [note.author for note in session.play.notes] == ["Olga"]
    assert read_back(session) == session.play


def test_a_later_person_of_the_same_name_starts_empty(session: Session) -> None:
    """Neither the notes of who came before are theirs, nor the PIN; whoever stays keeps both."""
    do(session, SeatObserver(OLGA))
    first = session.play.observers["Olga"]
    ObserverPins(session, first).set("olga ", "a grey gull")
    session.submit(TakeNote("They whisper"), OLGA.by)
    do(session, SeatObserver(Observer("Olga", sees="all"), changes=True))
    assert session.play.observers["Olga"] == first._replace(sees="all")
    assert ObserverPins(session, first).lock.owner_of("a grey gull") == "Olga"
    assert [row.text for row in note_door(session, first).rows()] == ["They whisper"]
    note_door(session, first).write("note", "And th")
    do(session, LetObserverGo("OLGA"), SeatObserver(OLGA))
    later = session.play.observers["Olga"]
    door = note_door(session, later)
    assert (door.rows(), door.counts(), door.of("note")) == ((), {}, "")
    assert refusal(session, TakeNote("Mine", number=1), OLGA.by) == (
        "Note 1 is Olga’s; only whoever wrote it may change it."
    )
    assert not ObserverPins(session, later).lock.is_set
    assert not ObserverPins(session, first).lock.is_set, "nobody sits behind that curtain now"
    with pytest.raises(Refused, match="You no longer observe"):
        note_door(session, first).take(TakeNote("Still here"))
    assert [row.author for row in note_door(session).rows()] == ["Olga"]
    assert read_back(session) == session.play


@pytest.mark.parametrize("name", ["Olga", "olga ", " OLGA", "Ol\u200bga\u00ad"])
def test_one_name_is_one_person_however_it_is_typed(session: Session, name: str) -> None:
    """Who is here already is not let in again, and is found by any spelling."""
    do(session, SeatObserver(OLGA))
    assert refusal(session, SeatObserver(Observer(name))) == (
        "Olga observes or helps already. Change what they see there; somebody else of that name "
        "needs a surname or a letter beside it."
    )
    do(session, SeatObserver(Observer(name, sees="all"), changes=True))
    assert {each.name: each.sees for each in session.play.observers.values()} == {"Olga": "all"}
    assert refusal(session, SeatObserver(Observer("Oleg"), changes=True)) == (
        "Nobody called Oleg observes or helps."
    )


def test_an_observer_sets_a_pin_and_the_facilitator_resets_it(session: Session) -> None:
    """As people of seats do: told to control alone, and undone by nothing."""
    do(session, SeatObserver(OLGA), SeatObserver(Observer("Otto")))
    pins = ObserverPins(session, session.play.observers["Olga"])
    pins.set("Olga", "a grey gull")
    assert (last_line(session), told_to(session)) == ("Olga has set a PIN.", {CONTROL})
    with pytest.raises(Refused, match="That is not the PIN that you have now"):
        pins.set("Olga", "another one", "guessed")
    assert refusal(session, TellOfObserverPin("Olga", PinState.RESET), OLGA.by) == (
        "Only the facilitator resets the PIN of an observer."
    )
    assert refusal(session, TellOfObserverPin("Olga", PinState.SET), "observer:Otto") == (
        "Only Olga sets a PIN of Olga."
    )
    pins.reset("Olga")
    assert last_line(session) == "The facilitator has reset the PIN of Olga."
    assert not pins.lock.is_set
    pins.go_without("Olga")
    assert last_line(session) == "Olga goes without a PIN."
    assert read_back(session) == session.play


@pytest.mark.parametrize(
    ("observer", "said"),
    [
        (Observer(" "), "An observer needs a name; type one first."),
        (Observer("Olga", sees="nowhere"), "There is no seat “nowhere” in this exercise."),
    ],
)
def test_nobody_watches_nothing(session: Session, observer: Observer, said: str) -> None:
    """A name, and something to see."""
    assert refusal(session, SeatObserver(observer)) == said


def test_an_undo_of_the_facilitator_leaves_an_observers_note(session: Session) -> None:
    """It takes back what the facilitator wrote before it."""
    do(session, SeatObserver(OLGA), TakeNote("Mine"))
    session.submit(TakeNote("Theirs"), OLGA.by)
    do(session, Undo())
    assert [note.text for note in latest_notes(session.play).values()] == ["Theirs"]
    assert session.undoable() is None


def test_a_note_is_tied_tagged_and_written_anew(session: Session) -> None:
    """It keeps the moment in which it was begun, and only its author changes it."""
    ties = (Tie(About.SEAT, "astra"), Tie(About.PERSON, "borea", "Bo"))
    do(session, SeatObserver(OLGA))
    do(session, TakeNote("They stall", (" talks ", "talks", ""), ties, True, True))
    first = session.entries[-1]
    do(session, TakeNote("They stalled", ("talks",), ties, number=1))
    whole = Note(1, first.at, 1, "talks", "They stalled", ("talks",), ties)
    assert latest_notes(session.play) == {1: whole}
    assert session.play.notes[0] == whole._replace(
        text="They stall", for_report=True, important=True
    )
    assert refusal(session, TakeNote("No", number=1), OLGA.by) == (
        "Note 1 is the facilitator’s; only whoever wrote it may change it."
    )
    assert refusal(session, TakeNote("No", number=7)) == "There is no note 7."
    do(session, TakeNote("", number=1))
    assert (latest_notes(session.play), last_line(session)) == ({}, "Note 1 was taken away.")
    do(session, TakeNote("Another"))
    assert list(latest_notes(session.play)) == [2]
    assert read_back(session) == session.play


def test_no_number_of_a_note_is_given_twice(session: Session) -> None:
    """One that was undone and comes back finds nobody in its place."""
    do(session, TakeNote("A"), Undo(), TakeNote("B"), Redo())
    texts = {note.number: note.text for note in latest_notes(session.play).values()}
    assert texts == {1: "A", 2: "B"}
    assert read_back(session) == session.play


def test_a_name_is_one_line_of_some_letters(session: Session) -> None:
    """Whatever is pasted into its field."""
    do(session, SeatObserver(Observer(f" Olga\n {'x' * 200}")))
    [name] = session.play.observers
    assert len(name) == 80
    assert name.startswith("Olga x")


def test_a_seat_reads_its_brief_once(session: Session) -> None:
    """The board knows whom to wait for; the log says nothing of it."""
    assert refusal(session, ReadBrief("astra"), "borea") == "This brief is for Astra alone."
    session.submit(ReadBrief("astra"), "astra")
    assert session.play.briefs_read == {"astra"}
    assert refusal(session, ReadBrief("astra"), "astra") == "Astra has read its brief."
    assert session.play.last_acts == {"astra": session.entries[-1].at}
    assert read_back(session) == session.play


def test_a_seat_writes_since_its_first_draft(session: Session) -> None:
    """Later drafts of the turn change nothing of that; a re-opening keeps it."""
    session.submit(DraftOrders("astra", (Wish("protest"),)), "astra")
    began = session.entries[-1].at
    session.submit(DraftOrders("astra", ()), "astra")
    assert session.play.writing_since == {1: {"astra": began}}
    assert session.play.last_acts["astra"] == session.entries[-1].at
    to_results(session)
    do(session, Reopen(1))
    assert session.play.writing_since == {1: {"astra": began}}


def test_only_the_facilitators_acts_are_nobodys(session: Session) -> None:
    """Sealing for a seat is no act of that seat's."""
    session.submit(TakeNote("Quiet"), FACILITATOR)
    assert session.play.last_acts == {}
