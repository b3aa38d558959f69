"""A seat answers an inject: the facilitator reads which; what others never had, none learn of."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.session import Session
from idlib_wargame.views.correspondence import messages_of
from idlib_wargame.views.desk.letters import letter_list
from idlib_wargame.views.known_play import known_play
from tests.session.exercises import do, read_back, refusal

TO_CONTROL = (FACILITATOR,)
WRECK = SendMessage(TO_CONTROL, "It is not ours.", answers="inject.wreck")


def test_a_seat_answers_what_it_was_sent(full_session: Session) -> None:
    """Its answer says so to itself and to control."""
    do(full_session, SendInject("wreck"))
    scenario, referee = full_session.scenario, full_session.referee
    known = known_play(full_session.play, referee.sight("astra"))
    [told] = messages_of(scenario, known, "astra")
    assert (told.answer_to, told.answers_as) == (FACILITATOR, "inject.wreck")
    full_session.submit(DraftMessage(TO_CONTROL, "It is", "inject.wreck"), "astra")
    full_session.submit(WRECK, "astra")
    known = known_play(full_session.play, referee.sight("astra"))
    assert messages_of(scenario, known, "astra")[-1].notes == ("Answers “A wreck on the bank”",)
    [section] = letter_list(full_session).sections
    assert "Answers “A wreck on the bank”" in section.rows[0].notes
    assert read_back(full_session) == full_session.play


def test_nobody_answers_what_they_were_not_sent(full_session: Session) -> None:
    """Neither before it goes out, nor what went to others: to them there is none."""
    nobody = "Nobody has sent you the message that this answers."
    assert refusal(full_session, WRECK, "astra") == nobody
    do(full_session, SendInject("wreck"))
    assert refusal(full_session, WRECK, "borea") == nobody
    assert refusal(full_session, DraftMessage((), "x", "inject.wreck"), "borea") == nobody


def test_an_answer_goes_to_the_facilitator_too(full_session: Session) -> None:
    """And what others read of it does not say what it answers."""
    do(full_session, SendInject("wreck"))
    alone = SendMessage(("borea",), "Is it yours?", answers="inject.wreck")
    assert refusal(full_session, alone, "astra") == (
        "An answer to what the facilitator sent goes to the facilitator too."
    )
    full_session.submit(replace(alone, to=("borea", FACILITATOR)), "astra")
    known = known_play(full_session.play, full_session.referee.sight("borea"))
    assert known.letters[-1].answers == ""
