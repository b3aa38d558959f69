"""What is half written."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL, FACILITATOR
from idlib_wargame.session.kinds.letters import MOST, MOST_DRAFTED
from idlib_wargame.session.kinds.message_draft import MESSAGE_DRAFT, DraftMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.letters import LetterDraft
from idlib_wargame.session.session import Session
from tests.session.exercises import READERS, do, last_line, read_back, refusal, texts


def test_the_last_that_was_written_is_kept(session: Session) -> None:
    """Each writer's own, control's too; to nobody yet, or with nothing in it, as it is."""
    session.submit(SendMessage(("astra",), "Well?"), "borea")
    session.submit(DraftMessage(("borea",), "Be", "borea>astra#1"), "astra")
    session.submit(DraftMessage(("borea",), "Because ", "borea>astra#1"), "astra")
    do(session, DraftMessage((), "To all of you"))
    assert session.play.letter_drafts == {
        "astra": LetterDraft(("borea",), "Because ", "borea>astra#1"),
        FACILITATOR: LetterDraft((), "To all of you"),
    }
    assert read_back(session) == session.play
    session.submit(DraftMessage(), "astra")
    assert list(session.play.letter_drafts) == [FACILITATOR]


def test_what_is_too_long_to_be_sent_is_kept_all_the_same(session: Session) -> None:
    """As a pasted text may be, which somebody means to shorten."""
    session.submit(DraftMessage(("borea",), "x" * (MOST + 1)), "astra")
    assert len(session.play.letter_drafts["astra"].text) == MOST + 1
    assert (
        refusal(session, DraftMessage(("borea",), "x" * (MOST_DRAFTED + 1)), "astra")
        == "The message has 100001 characters and may have 100000 at most; make it shorter."
    )


def test_a_draft_names_what_is_there(session: Session) -> None:
    """A message between others is as if it were not there."""
    session.submit(SendMessage(("caldis",), "Between us"), "borea")
    assert (
        refusal(session, DraftMessage(("nowhere",), "", "borea>caldis#1"), "astra")
        == "There is no seat “nowhere” in this exercise. "
        "Nobody has sent you the message that this answers."
    )


def test_no_log_tells_of_a_draft(session: Session) -> None:
    """It only guards against loss; no undo touches it."""
    before = texts(session, CONTROL)
    session.submit(DraftMessage(("borea",), "Wor"), "astra")
    assert [last_line(session, reader) for reader in READERS] == [""] * len(READERS)
    assert texts(session, CONTROL) == before
    assert not MESSAGE_DRAFT.undoable
