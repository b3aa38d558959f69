"""Whatever is grey on the desk and its forms says why, in a line beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from tests.windows.desk.conftest import Opener
from tests.windows.greyed import reasons_of_grey
from tests.windows.play_harbour import adjudicated, begin


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A harbour exercise in its first phase."""
    session = begin(harbour, tmp_path / "night.wargame")
    yield session
    session.close()


def test_the_facilitator_is_told_why_a_form_cannot_be_sent_yet(
    desk_of: Opener, session: Session
) -> None:
    """Words to the seats, a note, an observer, a message, a ruling; filled in, they say no more."""
    desk = desk_of(session)
    page = desk.page
    desk.tell_seats()
    assert reasons_of_grey(page.tell) == {"Tell all seats": "Write what they are told first."}
    QTest.keyClicks(page.tell.text, "Fog")
    assert reasons_of_grey(page.tell) == {}
    desk.take_note()
    assert reasons_of_grey(page.note) == {"Keep the note": "Write the note first."}
    desk.add_observer()
    assert page.seats.people.form is not None
    assert reasons_of_grey(page.seats.people.form) == {"Let in": "Type a name first."}
    desk.turning.show_letters()
    assert reasons_of_grey(page.messages) == {"Send": "Pick whom it goes to, and write it."}
    adjudicated(session)
    desk.turning.show_orders()
    card = next(iter(page.orders.cards.values()))
    card.open_form()
    form = card.form
    assert form is not None
    QApplication.processEvents()
    assert reasons_of_grey(form) == {"Rule": "Pick a result first."}
    next(each for each in form.bands.buttons() if each.isEnabled()).click()
    assert [*reasons_of_grey(form).values()] == [
        "A ruling needs a reason: a few words for the record."
    ]
    form.why.setText("So it was")
    assert reasons_of_grey(form) == {}
