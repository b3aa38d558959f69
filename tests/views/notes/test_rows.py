"""Notes are found by what they say and what they are about, and read by whom they are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.seating import Observer, Watching
from idlib_wargame.session.session import Session
from idlib_wargame.views.notes.door import note_door
from idlib_wargame.views.notes.rows import OWN, NotesSought, found_among, note_rows
from idlib_wargame.views.notes.ties import tie_from, tie_text
from tests.harbour_exercise import adjudicated, begin

OLGA = Observer("Olga", Watching.ASSISTANT, "room")
ASTRA, ANA = Tie(About.SEAT, "astra"), Tie(About.PERSON, "astra", "Ana")


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Session:
    """Three notes of the facilitator's and one of an assistant's."""
    session = begin(full, tmp_path / "night.wargame")
    session.submit(SeatObserver(OLGA), FACILITATOR)
    session.submit(TakeNote("The nets were torn", ("nets",), (ASTRA,)), FACILITATOR)
    session.submit(TakeNote("Ana stalls", (), (ANA,), True, True), FACILITATOR)
    session.submit(TakeNote("They laughed", ("mood",)), OLGA.by)
    adjudicated(session)
    session.submit(TakeNote("Fog", ("nets", "fog")), FACILITATOR)
    return session


def _olga(session: Session) -> Observer:
    return session.play.observers["Olga"]


def _texts(session: Session, sought: NotesSought, reader: Observer | None = None) -> list[str]:
    rows = note_rows(session.scenario, session.play, reader)
    return [row.text for row in found_among(rows, sought)]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (NotesSought(), ["Fog", "They laughed", "Ana stalls", "The nets were torn"]),
        (NotesSought("net"), ["Fog", "The nets were torn"]),
        (NotesSought("astra"), ["Ana stalls", "The nets were torn"]),
        (NotesSought("olga"), ["They laughed"]),
        (NotesSought("walrus"), []),
        (NotesSought(tag="nets"), ["Fog", "The nets were torn"]),
        (NotesSought(for_report=True), ["Ana stalls"]),
        (NotesSought(important=True), ["Ana stalls"]),
        (NotesSought(whose=OWN), ["Fog", "Ana stalls", "The nets were torn"]),
        (NotesSought(whose="Olga, assistant"), ["They laughed"]),
        (NotesSought(tie=ASTRA), ["The nets were torn"]),
        (NotesSought(turn=2), []),
    ],
)
def test_a_note_is_found_by_what_it_says_and_is_about(
    session: Session, sought: NotesSought, found: list[str]
) -> None:
    """Words, tags, ties, author, and each of the switches; newest first."""
    assert _texts(session, sought) == found


def test_an_observer_reads_and_changes_their_own_notes_only(session: Session) -> None:
    """The facilitator's are private; the facilitator reads theirs, and cannot change them."""
    assert _texts(session, NotesSought(), _olga(session)) == ["They laughed"]
    door = note_door(session, _olga(session))
    (row,) = door.rows()
    assert (row.author, row.may_change) == ("", True)
    with pytest.raises(Refused, match="only whoever wrote it"):
        door.take(TakeNote("Mine", number=1))
    whole = {row.text: row for row in note_door(session).rows()}
    assert not whole["They laughed"].may_change
    assert whole["They laughed"].author == "Olga, assistant"


def test_what_an_observer_may_tie_a_note_to_tells_no_secret(session: Session) -> None:
    """Seats and people, whom everybody sees; one who sees everything may tie to an order too."""
    headings = [group.heading for group in note_door(session, _olga(session)).ties()]
    assert headings == ["Seat", "Person"]
    session.submit(SeatObserver(OLGA._replace(sees="all"), changes=True), FACILITATOR)
    headings = [group.heading for group in note_door(session, _olga(session)).ties()]
    assert headings[0] == "Order of this turn"


def test_a_tie_to_something_private_is_not_named_while_it_is_covered(session: Session) -> None:
    """A projector may show the desk."""
    scenario = session.scenario
    private = next(each for each in scenario.injects if each.to)
    tie = Tie(About.INJECT, private.id)
    session.submit(TakeNote("About that", (), (tie,)), FACILITATOR)
    covered = note_door(session, uncovered=lambda: False).rows()[0]
    assert private.title not in covered.ties[0].words
    assert private.title not in covered.sought
    assert note_door(session).rows()[0].ties[0].words == private.title


def test_a_tie_to_a_message_says_between_whom_it_went(session: Session) -> None:
    """And while private messages are covered, only that there was one."""
    session.submit(SendMessage(("borea",), "Meet me by the window"), "astra")
    (letter,) = session.play.letters
    session.submit(TakeNote("About that", (), (Tie(About.MESSAGE, letter.key),)), FACILITATOR)
    assert note_door(session).rows()[0].ties[0].words == "Astra to Borea, turn 1"
    covered = note_door(session, uncovered=lambda: False).rows()[0]
    assert covered.ties[0].words == "A private message, turn 1"
    assert "Borea" not in covered.sought
    assert "Message" in [group.heading for group in note_door(session).ties()]


def test_a_tie_to_a_message_to_all_seats_says_so_though_others_are_covered(
    session: Session,
) -> None:
    """It is no secret among them."""
    every = tuple(seat.id for seat in session.scenario.seats)
    session.submit(SendMessage(every, "Five minutes"), FACILITATOR)
    tie = Tie(About.MESSAGE, session.play.letters[-1].key)
    session.submit(TakeNote("Time call given", (), (tie,)), FACILITATOR)
    covered = note_door(session, uncovered=lambda: False).rows()[0]
    assert covered.ties[0].words == "Facilitator to all seats, turn 1"


def test_what_is_no_longer_there_still_reads(session: Session) -> None:
    """As a file may tie a note to anything."""
    for about in About:
        odd = Tie(about, "walrus" if about is not About.PERSON else "", "Nobody")
        session.submit(TakeNote("Odd", (), (odd,)), FACILITATOR)
        assert note_door(session).rows()[0].ties[0].words
        assert tie_from(tie_text(odd)) == odd
    assert tie_from("walrus\tx\t") is None
