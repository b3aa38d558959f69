"""Two seats talk in two browsers, with a real server between them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.before_roll import AskedFor, Said
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.pick_added import AddPick
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.play import Judgement, Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from tests.harbour_exercise import open_orders
from tests.web.home import PATIENCE, Home, at_home, wait_for
from tests.web.phone import Phone

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

SETUP = Setup(
    "Group B", "", 3, seating=(Seating("astra", ("Olga", "Piet")), Seating("borea", ("Sami",)))
)
CREWS = Order("borea", "free_crews")
Opener = Callable[[str], "Page"]


@pytest.fixture
def home(full: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour in a file, with its room open; everybody has looked round."""
    with at_home(full, SETUP, tmp_path / "a.wargame") as home:
        for seat in ("astra", "borea"):
            do(home, EndFirstLook(seat), by=seat)
        yield home


@pytest.fixture
def opened(home: Home, browser: Browser) -> Iterator[Opener]:
    """Opens somebody's page in a browser of their own, as wide as a phone; no script may fail."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_one(person: str) -> Page:
        phone = Phone(home.port)
        asked = phone.join(home.word, person)
        if 'action="/ask"' in asked.text:
            let_in(home, phone, person)
        context = browser.new_context(viewport={"width": 360, "height": 740})
        contexts.append(context)
        phone.goes_on_in(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"http://{phone.host}/seat")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


def let_in(home: Home, phone: Phone, person: str) -> None:
    """Let somebody in beside whoever sits there already."""
    key = phone.key_of(phone.get(f"/?w={home.word}"), person)
    phone.form("/ask", who=key)
    wait_for(lambda: bool(home.call(home.room.state).asking))
    (asks,) = home.call(home.room.state).asking
    home.call(lambda: home.room.let_in(asks.key, asks.seat))
    wait_for(lambda: 'action="/first-pin"' in phone.get("/waiting").text)
    phone.form("/first-pin", who=key, pin="1111", again="1111")


def do(home: Home, *acts: Act, by: str = FACILITATOR) -> None:
    """Do that as the facilitator, or a seat."""
    for act in acts:
        home.call(lambda act=act: home.session.submit(act, by))  # type: ignore[misc]


def wait_until(page: Page, home: Home, asks: Callable[[Session], bool]) -> None:
    """Wait until that is so in the session."""
    until = time.monotonic() + PATIENCE
    while not home.call(lambda: asks(home.session)):
        assert time.monotonic() < until, "it never came to be so"
        page.wait_for_timeout(50)


def news(page: Page, home: Home, text: str) -> None:
    """Wait until all that has happened is on a page: what is told last comes last."""
    do(home, Tell((), "", text))
    page.locator(".letter-card .written", has_text=text).wait_for(state="attached")


def why(session: Session) -> str:
    """Why Astra's one order is picked, as the record has it."""
    return session.play.drafts["astra"][0].why


def odds_given(session: Session) -> tuple[Said, ...]:
    """What is said so far to how likely it is."""
    before = session.play.before_roll
    asking = before.asked(CREWS, AskedFor.ODDS) if before is not None else None
    return asking.said if asking is not None else ()


def test_a_message_goes_from_one_phone_to_another(home: Home, opened: Opener) -> None:
    """Sent, told of, read, and answered under what it answers."""
    olga, sami = opened("Olga"), opened("Sami")
    olga.click("#tab-messages")
    olga.click("label[for=letter-to-borea]")
    olga.fill("#letter-text", "Were those yours?")
    olga.get_by_role("button", name="Send to Borea").click()
    sami.get_by_text("A message has come from Astra.").wait_for()
    olga.get_by_role("button", name="Send", exact=True).wait_for()
    assert olga.input_value("#letter-text") == ""
    assert not olga.is_checked("#letter-to-borea")
    sami.get_by_role("button", name="Read it").click()
    wait_until(sami, home, lambda s: len(s.play.read_marks) == 1)
    sami.get_by_text("A message has come from Astra.").wait_for(state="detached")
    assert sami.locator(".letters .new").is_visible(), "it is new for as long as one looks"
    sami.click(".answer > summary")
    assert sami.evaluate("document.activeElement.matches('.answer[open] textarea')")
    sami.keyboard.type("No.")
    sami.get_by_role("button", name="Send to Astra").click()
    olga.get_by_text("Answers “Were those yours?”").wait_for()
    sami.locator(".answer:not([open])").wait_for()
    assert sami.input_value(".answer textarea") == ""
    assert sami.evaluate("document.activeElement.matches('.answer > summary')")
    sami.click("#tab-now")
    sami.click("#tab-messages")
    assert not sami.locator(".letters .new").first.is_visible()


def test_one_seat_is_taken_out_of_all(home: Home, opened: Opener) -> None:
    """A press on one of all leaves the others, and the button says whom it goes to."""
    olga = opened("Olga")
    olga.click("#tab-messages")
    send = olga.locator("#letter .send")
    expect(send).to_have_text("Send")
    olga.click("label[for=letter-to-all]")
    expect(send).to_have_text("Send to all seats")
    expect(send).to_have_attribute("aria-label", re.compile("Send to Borea, Caldis and "))
    olga.click("label[for=letter-to-caldis]")
    expect(send).to_have_text(re.compile("^Send to Borea and "))
    assert not olga.is_checked("#letter-to-all")
    assert olga.is_checked("#letter-to-press")
    olga.click("label[for=letter-to-all]")
    assert not olga.is_checked("#letter-to-press")
    olga.click("label[for=letter-to-all]")
    olga.click(f"label[for=letter-to-{FACILITATOR}]")
    expect(send).to_have_text("Ask the facilitator")
    olga.fill("#letter-text", "How many boats?")
    send.click()
    wait_until(olga, home, lambda s: [each.request for each in s.play.letters] == [True])
    expect(send).to_have_text("Send")


def test_two_people_of_one_seat_each_write_their_own(home: Home, opened: Opener) -> None:
    """Neither sees what the other has half written, whatever each picks, answers and sends."""
    do(home, SendMessage(("astra",), "Were those yours?"), by="borea")
    olga, piet = opened("Olga"), opened("Piet")
    for page in (olga, piet):
        page.click("#tab-messages")
    olga.click("label[for=letter-to-caldis]")
    olga.fill("#letter-text", "For Caldis al")
    piet.click(".answer > summary")
    piet.keyboard.type("No, they w")
    news(olga, home, "Fog")
    assert olga.input_value("#letter-text") == "For Caldis al"
    assert olga.is_checked("#letter-to-caldis")
    assert olga.input_value(".answer textarea") == ""
    assert piet.input_value("#letter-text") == ""
    assert not piet.is_checked("#letter-to-caldis")
    piet.keyboard.type("ere not")
    piet.get_by_role("button", name="Send to Borea").click()
    piet.locator(".answer:not([open])").wait_for()
    news(olga, home, "Wind")
    olga.locator("#letter-text").press_sequentially("one")
    olga.get_by_role("button", name="Send to Caldis").click()
    wait_until(olga, home, lambda s: len(s.play.letters) == 3)
    sent = [(each.to, each.text, each.answers) for each in home.session.play.letters[1:]]
    assert sent == [
        (("borea",), "No, they were not", "borea>astra#1"),
        (("caldis",), "For Caldis alone", ""),
    ]


def test_what_is_half_written_comes_back_after_a_refresh(home: Home, opened: Opener) -> None:
    """To whom, what, and an answer, which lies open; and once sent it does not."""
    do(home, SendMessage(("astra",), "Were those yours?"), by="borea")
    olga = opened("Olga")
    olga.click("#tab-messages")
    olga.click(".answer > summary")
    olga.keyboard.type("No, they w")
    olga.fill("#letter-text", "For Caldis al")
    olga.click("label[for=letter-to-caldis]")
    typed = ["1", "For Caldis al", "No, they w"]
    wait_for(lambda: sorted(home.typed("Olga").values()) == typed)
    olga.reload()
    assert olga.input_value("#letter-text") == "For Caldis al"
    assert olga.is_checked("#letter-to-caldis")
    assert olga.input_value(".answer[open] textarea") == "No, they w"
    olga.get_by_role("button", name="Send to Caldis").click()
    wait_until(olga, home, lambda s: len(s.play.letters) == 2)
    wait_for(lambda: list(home.typed("Olga").values()) == ["No, they w"])
    olga.reload()
    assert olga.input_value("#letter-text") == ""
    assert not olga.is_checked("#letter-to-caldis")
    assert olga.input_value(".answer[open] textarea") == "No, they w"


def test_a_field_in_use_is_never_replaced(home: Home, opened: Opener) -> None:
    """Two of one seat give the same reason: each is told of the other before the last counts."""
    home.call(lambda: open_orders(home.session))
    do(home, AddPick("astra", Wish("silent_nets")), by="astra")
    olga, piet = opened("Olga"), opened("Piet")
    for page in (olga, piet):
        page.click("#tab-moves")
    field = "textarea[data-keeps^=reason]"
    olga.locator(field).press_sequentially("Because")
    wait_until(olga, home, lambda s: why(s) == "Because")
    expect(piet.locator(field)).to_have_value("Because")
    piet.fill(field, "Since")
    wait_until(piet, home, lambda s: why(s) == "Since")
    news(olga, home, "Fog")
    assert olga.input_value(field) == "Because", "Olga is in it still"
    olga.keyboard.type(" it")
    olga.get_by_text("Somebody else at your seat wrote here meanwhile").wait_for()
    assert home.call(lambda: why(home.session)) == "Since"
    olga.keyboard.type(" must")
    wait_until(olga, home, lambda s: why(s) == "Because it must")
    news(piet, home, "Wind")
    assert piet.input_value(field) == "Since", "Piet is in it still"
    piet.locator(field).blur()
    expect(piet.locator(field)).to_have_value("Because it must")
    assert home.call(lambda: why(home.session)) == "Because it must"


def test_a_list_in_use_is_not_set_by_another(home: Home, opened: Opener) -> None:
    """Two of one seat judge: what one picks is not unsaid by a list that the other has left."""
    do(home, AskJudgements())
    olga, piet = opened("Olga"), opened("Piet")
    olga.focus("#ending-0")
    olga.select_option("#ending-0", "unlikely")
    wait_until(olga, home, lambda s: words(s) == {"treaty": "unlikely"})
    expect(piet.locator("#ending-0")).to_have_value("unlikely")
    piet.select_option("#ending-0", "likely")
    wait_until(piet, home, lambda s: words(s) == {"treaty": "likely"})
    news(olga, home, "Fog")
    assert olga.input_value("#ending-0") == "unlikely", "Olga is in it still"
    olga.focus("#ending-1")
    expect(olga.locator("#ending-0")).to_have_value("likely")
    olga.select_option("#ending-1", "remote")
    wait_until(olga, home, lambda s: words(s) == {"treaty": "likely", "war": "remote"})


def words(session: Session) -> dict[str, str]:
    """What Astra has filled in so far."""
    return dict(session.play.judgement_drafts.get(1, {}).get("astra", Judgement()).endings)


def test_what_the_facilitator_tells_is_news_until_it_is_looked_at(
    home: Home, opened: Opener
) -> None:
    """Also after the page is loaded anew."""
    olga = opened("Olga")
    do(home, Tell((), "", "Good morning"))
    line = olga.get_by_text("A message has come from the facilitator.")
    line.wait_for()
    olga.get_by_role("button", name="Read it").click()
    olga.get_by_text("Good morning").wait_for()
    olga.click("#tab-now")
    assert not line.is_visible()
    assert not olga.locator("#tab-messages .badge").is_visible()
    olga.reload()
    assert not olga.locator("#tab-messages .badge").is_visible()
    assert not line.is_visible()
    do(home, Tell((), "", "And again"))
    line.wait_for()
    assert olga.locator("#tab-messages .badge").inner_text() == "1"


def test_a_judgement_is_picked_sealed_and_taken_back(home: Home, opened: Opener) -> None:
    """With the finger; the words add up as one goes."""
    do(home, AskJudgements())
    olga = opened("Olga")
    for place, word in enumerate(("unlikely", "remote", "likely")):
        olga.select_option(f"#ending-{place}", word)
    olga.get_by_text("1 is still to be chosen before you can seal.").wait_for()
    olga.get_by_role("button", name="Seal what you think").click()
    olga.get_by_text("Say first on which level the crisis stands.").wait_for()
    olga.select_option("#judged-rung", "3")
    olga.get_by_role("button", name="Seal what you think").click()
    olga.get_by_text("kept from everybody until the exercise is finished").wait_for()
    words = (("treaty", "unlikely"), ("war", "remote"), ("drift", "likely"))
    assert home.session.play.judged[1]["astra"] == Judgement(words, 3)
    olga.wait_for_timeout(1000)  # what comes under the finger is looked at before it is pressed
    olga.get_by_role("button", name="Take it back").click()
    olga.get_by_role("button", name="Seal what you think").wait_for()
    assert olga.input_value("#ending-0") == "unlikely"


def test_an_answer_waits_while_others_answer(home: Home, opened: Opener) -> None:
    """What is half typed stays as the card changes, and over a refresh; the word given is down."""
    home.call(lambda: open_orders(home.session))
    do(home, SealOrders("borea", (Wish("free_crews"),)), by="borea")
    do(home, OpenOrders(), AskOthers(CREWS, AskedFor.AGAINST, ("astra",)))
    olga = opened("Olga")
    field = "textarea[data-keeps^=asked]"
    olga.fill(field, "They will")
    do(home, GiveReason(CREWS, "It is dark", "astra"), by="astra")
    olga.get_by_text("Against it, Astra: It is dark").wait_for()
    assert olga.input_value(field) == "They will"
    wait_for(lambda: list(home.typed("Olga").values()) == ["They will"])
    olga.reload()
    assert olga.input_value(field) == "They will"
    do(home, AskOthers(CREWS, AskedFor.ODDS, ("astra",)))
    olga.get_by_role("button", name=": Unlikely").click()
    wait_until(olga, home, lambda s: odds_given(s) == (Said("astra", 9),))
    olga.locator("button[aria-pressed=true]").wait_for()
    assert olga.input_value(field) == "They will"
    olga.wait_for_timeout(700)  # it has come to stand under the finger, and waits for a new press
    olga.get_by_role("button", name="Give this reason").click()
    olga.get_by_text("Against it, Astra: They will").first.wait_for()
    assert olga.input_value(field) == ""


def test_a_note_is_written_and_taken_away(home: Home, opened: Opener) -> None:
    """It is asked before, and the safe answer has the focus."""
    olga = opened("Olga")
    olga.click("button.name")
    olga.fill("#note-new", "Ask Caldis")
    olga.get_by_role("button", name="Add the note").click()
    olga.locator(".note", has_text="Ask Caldis").wait_for()
    assert olga.input_value("#note-new") == ""
    olga.locator(".note summary").click()
    olga.get_by_role("button", name="Take away the note").click()
    assert olga.evaluate("document.activeElement.textContent") == "Keep it"
    olga.get_by_role("button", name="Take it away").click()
    olga.get_by_text("Notes that you put away stand here.").wait_for()
