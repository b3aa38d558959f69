"""A seat reads what it is written and writes to others, on a page."""

from __future__ import annotations

import json
import re

import pytest

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.sent import Sent
from idlib_wargame.session.session import Session
from idlib_wargame.views.correspondence import LetterDraft
from idlib_wargame.views.look.glyphs import GLYPHS
from idlib_wargame.web.fields import Amiss
from tests.harbour_exercise import open_orders
from tests.web.areas.page import Page

SEND, ANSWER, READ = "send_message", "answer_message", "read_messages"


def words_of(page: Page) -> dict[str, list[str]]:
    """What the button may come to say."""
    (form,) = page.forms(SEND)
    found: dict[str, list[str]] = json.loads(form.attributes["data-words"])
    return found


def test_a_message_is_sent_to_whom_it_was_picked_for(session: Session) -> None:
    """The others do not have it, and the form is as it was."""
    astra, borea = Page(session, "astra"), Page(session, "borea")
    assert astra.press(SEND, to=("borea",), text="We hear you") == "The message is sent."
    assert "We hear you" in borea.text("messages.list")
    assert "We hear you" not in Page(session, "caldis").text("")
    assert "To Astra" not in astra.text("messages.list")
    (form,) = astra.forms(SEND)
    assert form.values("text") == [""]
    assert form.values("to") == []


def test_what_is_half_written_is_on_one_page_alone(session: Session) -> None:
    """Each field is kept for whoever types in it, and no other page of the seat shows it."""
    Page(session, "borea").press(SEND, to=("astra",), text="Were those yours?")
    astra = Page(session, "astra")
    (form,) = astra.forms(SEND)
    (answer,) = astra.forms(ANSWER)
    assert "data-drafts" not in form.attributes
    assert "data-drafts" not in answer.attributes
    fields = [given for tag, given in astra.reading("messages").tags if "data-keeps" in given]
    names = [given["data-keeps"] for given in fields]
    assert names[:-1] == [
        *(f"message.to.{each}" for each in ("*", "borea", "caldis", "press", FACILITATOR)),
        "message.text",
    ]
    assert re.fullmatch("message[.]answer[.][0-9a-f]{16}", names[-1])
    assert all("data-clears" in given for given in fields)


def test_the_laptops_own_draft_is_nothing_to_a_page(session: Session) -> None:
    """No page shows it, and one that sends a message leaves it where it is."""
    draft = LetterDraft(("caldis",), "Half a line")
    session.submit(DraftMessage(*draft), "astra")
    astra = Page(session, "astra")
    assert "Half a line" not in "".join(astra.parts().values())
    (form,) = astra.forms(SEND)
    assert form.values("to") == []
    with session.sending(Sent("an-id-of-a-page", "Olga")):
        astra.press(SEND, to=("borea",), text="Another")
    assert session.play.letter_drafts["astra"] == draft
    session.submit(SendMessage(("caldis",), "Half a line and the rest"), "astra")
    assert "astra" not in session.play.letter_drafts, "sent from the laptop, it is written"


def test_one_chip_stands_for_all_seats(session: Session) -> None:
    """It picks every seat and not the facilitator."""
    astra = Page(session, "astra")
    astra.press(SEND, to=("*",), text="To all")
    astra.press(SEND, to=("*", FACILITATOR), text="To all")
    seats = ("borea", "caldis", "press")
    assert [each.to for each in session.play.letters] == [seats, (*seats, FACILITATOR)]


def test_the_button_has_words_for_whomever_it_goes_to(session: Session) -> None:
    """Without script it says no more than that it sends."""
    astra = Page(session, "astra")
    (form,) = astra.forms(SEND)
    assert form.button().words == "Send"
    words = {key: short for key, (short, _whole) in words_of(astra).items()}
    assert words == {
        "0": "Send",
        "0+": "Ask the facilitator",
        "1": "Send to {1}",
        "1+": "Send to {1} and the facilitator",
        "2": "Send to {1} and {2}",
        "2+": "Send to {1}, {2} and the facilitator",
        "3": "Send to all seats",
        "3+": "Send to all seats and the facilitator",
    }
    assert words_of(astra)["3"][1] == "Send to {1}, {2} and {3}"


def test_what_is_asked_of_the_facilitator_alone_is_a_request(session: Session) -> None:
    """The card tells that it waits, until it is answered."""
    astra = Page(session, "astra")
    astra.press(SEND, to=(FACILITATOR,), text="How many boats?")
    said = "A request for information, not answered yet"
    assert said in astra.text("messages.list")
    asked = session.play.letters[-1].key
    session.submit(SendMessage(("astra",), "Nine.", answers=asked), FACILITATOR)
    text = astra.text("messages.list")
    assert said not in text
    assert "Answers “How many boats?”" in text


def test_one_message_is_answered_to_whoever_wrote_it(session: Session) -> None:
    """Also where others have it too; each message has a form of its own for that."""
    astra, borea = Page(session, "astra"), Page(session, "borea")
    borea.press(SEND, to=("astra", "caldis"), text="Were those yours?")
    borea.press(SEND, to=("astra",), text="Well?")
    assert [each.button().words for each in astra.forms(ANSWER)] == ["Send to Borea"] * 2
    first = session.play.letters[0].key
    assert astra.press(ANSWER, about=first, text="No.") == "The message is sent."
    sent = session.play.letters[-1]
    assert (sent.to, sent.text, sent.answers) == (("borea",), "No.", first)
    assert "Answers “Were those yours?”" in borea.text("messages.list")
    assert "No." not in Page(session, "caldis").text("messages.list")


def test_an_answer_stays_with_what_it_answers(session: Session) -> None:
    """Whatever comes above it, or is taken back below, its form is known by the message alone."""
    borea = Page(session, "borea")
    session.submit(SendInject("wreck"), FACILITATOR)
    borea.press(SEND, to=("astra",), text="One")
    one, wreck = answer_ids(session)
    borea.press(SEND, to=("astra",), text="Two")
    session.submit(Undo(), FACILITATOR)
    two, still = answer_ids(session)
    assert still == one
    assert len({one, two, wreck}) == 3


def answer_ids(session: Session) -> list[str]:
    """By what the forms that answer are known on Astra's page, the newest first."""
    tags = Page(session, "astra").reading("messages.list").tags
    return [given["id"] for tag, given in tags if given.get("class") == "answer"]


def test_an_inject_is_answered_to_the_facilitator(session: Session) -> None:
    """And what the facilitator merely says is not answered."""
    astra = Page(session, "astra")
    session.submit(Tell((), "", "Good morning"), FACILITATOR)
    assert astra.forms(ANSWER) == []
    session.submit(SendInject("wreck"), FACILITATOR)
    astra.press(ANSWER, "Send to the facilitator", text="We know nothing of it")
    assert session.play.letters[-1].answers == "inject.wreck"


def test_messages_are_read_once_they_were_on_the_screen(session: Session) -> None:
    """They are new until then; a second page of the seat that says so again does nothing."""
    astra, borea = Page(session, "astra"), Page(session, "borea")
    borea.press(SEND, to=("astra",), text="One")
    borea.press(SEND, to=("astra",), text="Two")
    (form,) = astra.forms(READ)
    assert "data-when-seen" in form.attributes
    keys = form.values("key")
    assert keys == ["borea>astra#1", "borea>astra#2"]
    assert astra.text("messages.list").count("New") == 2
    assert astra.send(READ, {"key": keys}) == ""
    assert astra.forms(READ) == []
    assert "New" not in astra.text("messages.list")
    assert astra.send(READ, {"key": keys}) == ""
    assert len(session.play.read_marks) == 2


def test_the_newest_stands_first(session: Session) -> None:
    """Told, written and sent, each with whom it is from, to whom, and when."""
    astra, borea = Page(session, "astra"), Page(session, "borea")
    session.submit(Tell((), "", "First of all"), FACILITATOR)
    borea.press(SEND, to=("astra", "caldis"), text="In between")
    astra.press(SEND, to=("borea",), text="Last of all")
    text = astra.text("messages.list")
    assert text.index("Last of all") < text.index("In between") < text.index("First of all")
    assert "Borea Turn 1 · Injects To Astra and Caldis In between" in text


def test_what_is_written_is_only_ever_text(session: Session) -> None:
    """Markup in a message, and in what is answered, stays as it was typed."""
    astra, borea = Page(session, "astra"), Page(session, "borea")
    text = "<script>\"</textarea><b>\n'&amp;"
    borea.press(SEND, to=("astra",), text=text)
    astra.press(ANSWER, text=text)
    html = "".join(astra.parts().values())
    assert "<script" not in html
    assert "<b>" not in html
    assert astra.text("messages.list").count("<script>\"</textarea><b> '&amp;") >= 2


def test_what_cannot_be_sent_is_refused(session: Session) -> None:
    """With every reason."""
    astra = Page(session, "astra")
    with pytest.raises(Refused) as refused:
        astra.press(SEND, to=(), text=" ")
    assert refused.value.reasons == (
        "The message is empty; write a few words first.",
        "The message is to nobody; pick at least one to write to.",
    )
    with pytest.raises(Refused, match="make it shorter"):
        astra.press(SEND, to=("borea",), text="x" * 10_001)
    Page(session, "borea").press(SEND, to=("astra",), text="Well?")
    with pytest.raises(Refused, match="The message is empty"):
        astra.press(ANSWER, text="")


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        (SEND, {}),
        (SEND, {"text": 1, "to": "borea"}),
        (SEND, {"text": "x", "to": ["borea", "nobody"]}),
        (SEND, {"text": "x", "to": {"a": 1}}),
        (SEND, {"text": "x" * 20_001, "to": "borea"}),
        (ANSWER, {"key": "borea>astra#1", "to": "nobody", "text": "x"}),
        (ANSWER, {"key": "borea>astra#1", "to": ["borea"], "text": "x"}),
        (ANSWER, {"key": "borea>astra#1", "to": "borea"}),
        (ANSWER, {"key": "", "to": "borea", "text": "x"}),
        (ANSWER, {"to": "borea", "text": "x"}),
        (READ, {"key": ["x"] * 201}),
        (READ, {"key": [1]}),
    ],
)
def test_fields_that_no_page_sends_do_nothing(
    session: Session, act: str, fields: dict[str, object]
) -> None:
    """They are amiss, and the record does not know of them."""
    before = len(session.entries)
    with pytest.raises(Amiss):
        Page(session, "astra").send(act, fields)
    assert len(session.entries) == before


def test_of_messages_to_others_nothing_is_told(session: Session) -> None:
    """One that went to others is refused as one that there is not, and cannot be read."""
    astra, borea = Page(session, "astra"), Page(session, "borea")
    borea.press(SEND, to=("caldis",), text="Between us")
    said = []
    for key in ("borea>caldis#1", "borea>caldis#7", "no key at all"):
        with pytest.raises(Refused) as refused:
            astra.send(ANSWER, {"key": key, "to": "borea", "text": "x"})
        said.append(str(refused.value))
        astra.send(READ, {"key": [key]})
    assert len(set(said)) == 1
    assert [*session.play.read_marks] == []


def test_nothing_is_written_once_it_is_over(session: Session) -> None:
    """What was written is still there to be read."""
    astra, borea = Page(session, "astra"), Page(session, "borea")
    borea.press(SEND, to=("astra",), text="Good bye")
    session.submit(Finish(), FACILITATOR)
    assert astra.parts()["messages.write"] == ""
    assert astra.forms(READ) == astra.forms(ANSWER) == []
    assert "Good bye" in astra.text("messages.list")


def test_it_says_what_will_stand_there(session: Session) -> None:
    """Before the first message."""
    assert "the newest first" in Page(session, "astra").text("messages.list")


def test_now_tells_of_what_has_come(session: Session) -> None:
    """The newest that was not read; of what the facilitator told, until orders are given."""
    astra, borea = Page(session, "astra"), Page(session, "borea")
    assert astra.parts()["arrival.came"] == ""
    session.submit(SendInject("wreck"), FACILITATOR)
    assert "A message has come from Coastguard: A wreck on the bank" in astra.text("arrival")
    borea.press(SEND, to=("astra",), text="One")
    assert astra.text("arrival") == f"{GLYPHS['circle']} A message has come from Borea. Read it"
    borea.press(SEND, to=("astra",), text="Two")
    assert "(2 new)" in astra.text("arrival")
    (form,) = astra.forms(READ)
    astra.send(READ, {"key": form.values("key")})
    assert "A wreck on the bank" in astra.text("arrival")
    assert astra.parts()["arrival.came"].count("messages.list") == 1


def test_what_one_wrote_is_no_news(session: Session) -> None:
    """Nor is what was told when orders are given."""
    astra = Page(session, "astra")
    astra.press(SEND, to=("borea",), text="One")
    assert astra.parts()["arrival.came"] == ""
    session.submit(Tell((), "", "Good morning"), FACILITATOR)
    open_orders(session)
    assert astra.parts()["arrival.came"] == ""


def test_older_messages_are_folded_away_and_stay_as_they_are(session: Session) -> None:
    """A new one draws a few anew, however many there were before."""
    astra, borea = Page(session, "astra"), Page(session, "borea")
    for number in range(45):
        borea.press(SEND, to=("astra",), text=f"Number {number} of many")
    before = astra.parts()
    borea.press(SEND, to=("astra",), text="The newest")
    after = astra.parts()
    assert after["messages.older"] == before["messages.older"]
    assert "20 older messages" in astra.text("messages.older")
    assert "Number 0 of many" in astra.text("messages.older")
    assert "Number 44 of many" in astra.text("messages.list")
    assert "Number 20 of many" in astra.text("messages.list")
    assert "Number 19 of many" not in astra.text("messages.list")
