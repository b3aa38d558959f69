"""What a seat has begun to say of a breach."""

from __future__ import annotations

from idlib_wargame.session.kinds.allegation_draft import DraftAllegation
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat import seat_view
from tests.session.bargains import sign, strange_steps
from tests.session.exercises import READERS, last_line, read_back, refusal


def test_it_is_kept_until_it_is_said_or_let_go(full_session: Session) -> None:
    """Each term by itself, however long; saying it of one leaves the other."""
    key = sign(full_session)
    full_session.submit(DraftAllegation("borea", key, 0, "x" * 10_000), "borea")
    full_session.submit(DraftAllegation("borea", key, 1, "So"), "borea")
    full_session.submit(AllegeBreach("borea", key, 0, "They fish"), "borea")
    assert full_session.play.allegation_drafts == {"borea": {(key, 1): "So"}}
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []
    full_session.submit(DraftAllegation("borea", key, 1), "borea")
    assert full_session.play.allegation_drafts == {"borea": {}}


def test_nobody_reads_of_it(full_session: Session) -> None:
    """It has no line, and no other seat's view has it."""
    key = sign(full_session)
    full_session.submit(DraftAllegation("borea", key, 0, "SECRET-HALF"), "borea")
    assert {last_line(full_session, reader) for reader in READERS} == {""}
    assert "SECRET-HALF" in repr(seat_view(full_session, "borea"))
    assert "SECRET-HALF" not in repr(seat_view(full_session, "astra"))


def test_no_other_seat_writes_it(full_session: Session) -> None:
    """Nor of what a seat may not know, nor of a term that there is not, nor without end."""
    key = sign(full_session)
    assert refusal(full_session, DraftAllegation("borea", key, 0, "x"), "astra")
    hidden = refusal(full_session, DraftAllegation("caldis", key, 0, "x"))
    assert hidden.startswith("There is no such offer any more.")
    none = refusal(full_session, DraftAllegation("borea", key, 9, "x"), "borea")
    assert none == "It has no term 10."
    endless = refusal(full_session, DraftAllegation("borea", key, 0, "x" * 100_001), "borea")
    assert endless.startswith("The draft has 100001 characters")
