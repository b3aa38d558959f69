"""The door, whatever the act: one turn after another, who is told, and what the disk may do."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import play_on
from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Change, Session
from idlib_wargame.session.verifying import verify
from tests.session.exercises import PROTEST, READERS, SEED, begun, do


def test_a_turn_goes_from_talks_to_the_next(session: Session) -> None:
    """Every phase follows from the facilitator's next act, and each button says what it does."""
    words, phases = [], [session.play.phase]
    for _ in range(5):
        following = session.next_act()
        assert following is not None
        words.append(following[1])
        do(session, following[0])
        phases.append(session.play.phase)
    assert words == [
        "Open orders",
        "Adjudicate turn 1",
        "Close turn 1",
        "Start turn 2",
        "Open orders",
    ]
    assert phases == ["talks", "orders", "adjudication", "report", "talks", "orders"]
    assert (session.play.turn, len(session.play.closed)) == (2, 1)


def test_the_buttons_of_the_other_acts(full: PackReading) -> None:
    """An inject that is due is sent by its title; after the last turn the exercise is finished."""
    session = begun(full, turns=2)
    words = []
    while (following := session.next_act()) is not None:
        words.append(following[1])
        do(session, following[0])
    assert words[0] == "Open talks"
    assert words[-1] == "Finish the exercise"
    assert "Send “A cold spring”" in words


def test_waiting_for_names_the_people_who_have_not_sealed(session: Session) -> None:
    """Seats of people are waited for until they seal; habits and control's press are not."""
    assert session.waiting_for() == ()
    do(session, MoveOn())
    assert session.waiting_for() == ("astra", "borea")
    session.submit(SealOrders("astra", PROTEST), "astra")
    assert session.waiting_for() == ("borea",)


def test_a_change_is_announced_once_to_all_who_listen(session: Session) -> None:
    """Listeners get the act, who did it and both plays; one that left hears no more."""
    heard: list[Change] = []
    leave = session.subscribe(heard.append)
    change = session.submit(TakeNote("The room is quiet"), FACILITATOR)
    leave()
    do(session, TakeNote("Still quiet"))
    assert heard == [change]
    assert [note.text for note in change.after.notes] == ["The room is quiet"]
    assert change.before.notes == ()


def test_what_a_listener_does_is_told_after_what_it_heard(session: Session) -> None:
    """Nobody hears of the later change first, and so is left with the older one."""
    heard: list[int] = []

    def answers(change: Change) -> None:
        if change.act == TakeNote("A question"):
            session.submit(TakeNote("An answer"), FACILITATOR)

    session.subscribe(answers)
    session.subscribe(lambda change: heard.append(change.number))
    change = session.submit(TakeNote("A question"), FACILITATOR)
    assert heard == [change.number, change.number + 1]
    assert [note.text for note in session.play.notes] == ["A question", "An answer"]


def test_a_listener_that_fails_harms_nobody(session: Session, our_faults: list[str]) -> None:
    """The act stands, the others are told, its doer gets the change; the log has the traceback."""

    def fails(change: Change) -> None:
        raise KeyError("a mistake of a window")

    heard: list[Change] = []
    session.subscribe(fails)
    session.subscribe(heard.append)
    change = session.submit(TakeNote("The room is quiet"), FACILITATOR)
    assert heard == [change]
    assert session.play == change.after
    (fault,) = our_faults
    assert fault.startswith(f"A listener failed on entry {change.number}\nTraceback")
    assert "a mistake of a window" in fault
    our_faults.clear()


def test_a_closed_program_loses_nothing(harbour: PackReading, tmp_path: Path) -> None:
    """Opening the file again gives the same play, drafts included."""
    path = tmp_path / "bank.wargame"
    session = begun(harbour, path)
    do(session, MoveOn())
    session.submit(SealOrders("borea", ()), "borea")
    session.submit(DraftOrders("astra", PROTEST), "astra")
    play, head = session.play, session.saved.head
    session.close()
    again = Session.open(path)
    assert (again.play, again.saved.head) == (play, head)
    to_results_again = again.submit(Adjudicate(), FACILITATOR)
    assert to_results_again.after.phase == "adjudication"
    again.close()


def test_when_the_folder_is_gone_play_goes_on_in_memory(
    harbour: PackReading, tmp_path: Path
) -> None:
    """A disk that fails costs one calm sentence; nothing is lost and it can be saved elsewhere."""
    folder = tmp_path / "stick"
    folder.mkdir()
    session = begun(harbour, folder / "bank.wargame")
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    do(session, MoveOn(), TakeNote("kept"))
    assert session.saved.in_memory
    assert session.saved.fault
    assert "Traceback" not in session.saved.fault
    elsewhere = tmp_path / "elsewhere.wargame"
    session.save_as(elsewhere)
    assert (session.saved.fault, session.saved.in_memory) == ("", False)
    do(session, Adjudicate())
    play = session.play
    session.close()
    again = Session.open(elsewhere)
    assert again.play == play
    again.close()


def test_a_pack_with_problems_begins_no_exercise(harbour: PackReading) -> None:
    """A session cannot begin on a pack that does not read."""
    broken = replace(harbour, scenario=None)
    with pytest.raises(SessionFault, match="no exercise can begin with it"):
        Session.create(None, broken, Setup("X", "", 4), SEED)


def test_a_choice_the_pack_does_not_have_is_told_calmly(full: PackReading) -> None:
    """A setup that asks for what the pack lacks begins nothing."""
    with pytest.raises(SessionFault, match="which the pack does not have"):
        begun(full, start="nowhere")


def test_a_setup_with_choices_reads_back_and_verifies(full: PackReading, tmp_path: Path) -> None:
    """Start, options and arrangement are kept in the file, and its results can be checked."""
    assert full.scenario is not None
    path = tmp_path / "full.wargame"
    start = full.scenario.starts[0].id
    choices = {"start": start, "options": {"season": "treaty"}, "arrangement": "four"}
    session = begun(full, path, **choices)
    assert [seat.id for seat in session.scenario.seats][:2] == ["astra_court", "astra_navy"]
    do(session, SendInject("cold_spring"), SendInject("wreck"))
    do(session, Reseat("borea", (), "habit:random"))
    for _ in play_on(session):
        pass
    play, logs = session.play, [session.log(reader) for reader in READERS]
    session.close()
    saved = read_session(path)
    assert saved.last == play
    assert saved.last.setup.options == {"season": "treaty"}
    assert [saved.log_for(reader) for reader in READERS] == logs
    assert saved.log == logs[0]
    verdict = verify(path)
    assert verdict.well, verdict.checks


def test_nothing_is_done_once_a_session_is_closed(harbour: PackReading, tmp_path: Path) -> None:
    """It would stand in memory alone; whatever others act through is closed before the file."""
    session = Session.create(tmp_path / "a.wargame", harbour, Setup("Group B", "", 3))
    told: list[str] = []

    def close_room() -> None:
        session.submit(TakeNote("As the room closes"), FACILITATOR)
        told.append("closed")

    session.close_first(close_room)
    session.close()
    session.close()
    assert told == ["closed"]
    count = len(session.entries)
    with pytest.raises(Refused, match="has been closed"):
        session.submit(TakeNote("Late"), FACILITATOR)
    with pytest.raises(Refused, match="has been closed"):
        session.keep({("web.unsent.a", "b"): "Late"})
    assert len(session.entries) == count
    assert not session.saved.in_memory
    with closing(Session.open(tmp_path / "a.wargame")) as again:
        assert len(again.entries) == count
