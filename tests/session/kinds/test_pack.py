"""The pack that an exercise is played with."""

from __future__ import annotations

import hashlib

from idlib_wargame.packs.fingerprint import fingerprint
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.session.log import line_for
from idlib_wargame.session.session import Session


def test_the_entry_names_every_text_of_the_pack(session: Session, harbour: PackReading) -> None:
    """By its digest; with the fingerprint of them all."""
    body = session.entries[0].body
    assert body["fingerprint"] == fingerprint(harbour.files)
    assert body["files"] == {
        path: hashlib.sha256(text.encode()).hexdigest() for path, text in harbour.files.items()
    }


def test_its_line_names_the_pack_for_everyone(session: Session) -> None:
    """The room reads what control reads."""
    said = [line_for(session.scenario, session.entries[0], each) for each in (CONTROL, ROOM)]
    assert said == ["Pack loaded: The Grey Bank, version 1.0."] * 2
