"""The pack that an exercise is played with."""

from __future__ import annotations

from idlib_wargame.packs.fingerprint import fingerprint
from idlib_wargame.packs.reader import PackReading, read_files
from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.session.log import line_for
from idlib_wargame.session.session import Session


def test_the_entry_holds_the_whole_pack(session: Session, harbour: PackReading) -> None:
    """The pack reads back from the entry, and its fingerprint stands beside it."""
    body = session.entries[0].body
    assert read_files(body["files"]).scenario == harbour.scenario
    assert body["fingerprint"] == fingerprint(harbour.files)


def test_its_line_names_the_pack_for_everyone(session: Session) -> None:
    """The room reads what control reads."""
    said = [line_for(session.scenario, session.entries[0], each) for each in (CONTROL, ROOM)]
    assert said == ["Pack loaded: The Grey Bank, version 1.0."] * 2
