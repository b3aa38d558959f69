"""Whatever is grey in a seat's window says why, in a line beside it."""

from __future__ import annotations

from PySide6.QtTest import QTest

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.session import Session
from tests.windows.greyed import reasons_of_grey
from tests.windows.seat.conftest import Opener


def test_a_seat_is_told_why_it_cannot_send_yet(seat_of: Opener, session: Session) -> None:
    """Orders, messages, offers, judgements and notes; what is mended says nothing more."""
    session.submit(AskJudgements(), FACILITATOR)
    window = seat_of(session)
    told: dict[str, str] = {}
    for page in ("orders", "messages", "deals", "judgement", "notes"):
        window.turn_to(page)
        if page == "deals":
            window.deals.write.click()
        told |= reasons_of_grey(window)
    assert told["Seal no orders"].startswith("Orders open after the talks.")
    assert told["Send"] == "Pick whom it goes to, and write it."
    assert told["Table offer"]
    assert "still to be chosen before you can seal" in told["Seal what you think"]
    assert told["Add the note"] == "Write the note first."
    QTest.keyClicks(window.notes.field, "They bluff")
    assert reasons_of_grey(window) == {}
    window.turn_to("messages")
    QTest.keyClicks(window.messages.form.text, "Come to terms")
    assert list(reasons_of_grey(window).values()) == ["Pick whom it goes to."]
