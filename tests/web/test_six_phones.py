"""Six phones play two turns beside the facilitator's desk; then the record equals what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.session.play import Play, Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.parts.one_press import Hand, use_hand
from tests.web.people import Desk, Someone, people_do
from tests.windows.seminar import Facilitator

SEATING = (
    Seating("astra", ("Olga", "Piet")),
    Seating("borea", ("Sami", "Tess")),
    Seating("caldis", ("Uri", "Vera")),
)
NAMES = ("Olga", "Piet", "Sami", "Tess", "Uri", "Vera")
HALF, REST = "We must be seen to act, or the qua", "ys will act without us."


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """An exercise in a file, with two people at each seat."""
    setup = Setup("Spring course", "Group B", 4, seating=SEATING)
    made = Session.create(tmp_path / "six.wargame", full, setup, b"s" * 32)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _quick_hand() -> Iterator[None]:
    """Every press on the desk counts, however soon it comes."""
    before = use_hand(Hand(tires=False))
    yield
    use_hand(before)


def test_six_phones_play_two_turns(qtbot: QtBot, session: Session, chromium_path: Path) -> None:
    """An agreement, a message, a lost connection amid a sentence, and two people in one seat."""
    window = DeskWindow(session)
    qtbot.addWidget(window)
    window.show()
    with Desk(session) as desk:
        game = Game(desk, Facilitator(window, qtbot))
        people_do(qtbot, chromium_path, game.play)
    window.close()
    assert_record_is_what_was_done(session)
    assert session.path is not None
    session.close()
    assert verify(session.path).well


def assert_record_is_what_was_done(session: Session) -> None:
    """Each act stands there once, with who did it."""
    told = Counter(
        (entry.kind, entry.by, entry.body["sent"]["person"])
        for entry in session.entries
        if "sent" in entry.body and entry.kind in ACTS
    )
    assert told == Counter(
        {
            ("offer_tabled", "astra", "Olga"): 1,
            ("offer_accepted", "borea", "Sami"): 1,
            ("offer_accepted", "caldis", "Uri"): 1,
            ("message_sent", "caldis", "Uri"): 1,
            ("pick_added", "astra", "Olga"): 2,
            ("pick_added", "astra", "Piet"): 1,
            ("pick_added", "borea", "Sami"): 2,
            ("sealed", "astra", "Piet"): 1,
            ("sealed", "astra", "Olga"): 1,
            ("sealed", "borea", "Sami"): 2,
            ("sealed", "caldis", "Vera"): 2,
        }
    )
    joined = Counter(entry.body["person"] for entry in session.entries if entry.kind == "joined")
    assert joined == Counter(NAMES)
    play = session.play
    assert [turn.number for turn in play.closed] == [1, 2]
    assert [letter.text for letter in play.letters] == ["Shall we meet at the pier?"]
    (case,) = play.ledger.cases.values()
    assert case.stage is Stage.IN_FORCE
    whys = {wish.why for wish in play.sealed_by_turn[1]["astra"]}
    assert HALF + REST in whys


ACTS = {
    "offer_tabled",
    "offer_accepted",
    "message_sent",
    "pick_added",
    "sealed",
}


class Game:
    """What the six do, and the facilitator between."""

    def __init__(self, desk: Desk, facilitator: Facilitator) -> None:
        self.desk, self.facilitator = desk, facilitator
        self.people: dict[str, Someone] = {}

    def at_desk(self, words: str) -> None:
        """The facilitator presses the next thing, which says so."""
        self.desk.call(lambda: self.facilitator.next(words))

    @property
    def now(self) -> Play:
        """Where the exercise stands."""
        return self.desk.call(lambda: self.desk.session.play)

    def play(self, browser: Browser) -> None:
        """Two turns."""
        self.people = {name: Someone(browser, self.desk, name) for name in NAMES}
        for each in self.people.values():
            each.join()
        self.at_desk("Start turn 1")
        self.at_desk("Open talks")
        self.agree()
        self.write()
        self.at_desk("Open orders")
        self.pick_together()
        self.seal_with_one_pick("Sami")
        self.seal_nothing("Vera")
        self.at_desk("Adjudicate turn 1")
        self.at_desk("Close turn 1")
        for each in self.people.values():
            each.sees("Read what came of turn 1.")
        self.at_desk("Start turn 2")
        self.at_desk("Open talks")
        self.at_desk("Open orders")
        for name in ("Olga", "Sami"):
            self.seal_with_one_pick(name)
        self.seal_nothing("Vera")
        self.at_desk("Adjudicate turn 2")
        self.at_desk("Close turn 2")
        for each in self.people.values():
            each.sees("Read what came of turn 2.")
            assert each.amiss == []

    def agree(self) -> None:
        """Astra offers, and the two others accept."""
        olga, sami, uri = (self.people[name] for name in ("Olga", "Sami", "Uri"))
        olga.turn_to("Deals")
        olga.page.locator("#deals-templates > summary").click()
        olga.press("Write from this: A quiet season")
        olga.press("Table offer")
        for other in (sami, uri):
            other.turn_to("Deals")
            other.press("Accept")
            other.answer_if_asked()
        olga.until(lambda: in_force(self.desk.session.play))
        for each in self.people.values():
            each.turn_to("Deals")
            each.sees("in force")

    def write(self) -> None:
        """Caldis writes to Astra, where both read it."""
        uri = self.people["Uri"]
        uri.turn_to("Messages")
        uri.page.locator("label[for=letter-to-astra]").click()
        uri.page.get_by_label("Your message").fill("Shall we meet at the pier?")
        uri.page.get_by_role("button", name="Send").first.click()
        for name in ("Olga", "Piet"):
            self.people[name].turn_to("Messages")
            self.people[name].sees("Shall we meet at the pier?")

    def pick_together(self) -> None:
        """Two people of one seat pick; one loses the network amid a sentence, and goes on."""
        olga, piet = self.people["Olga"], self.people["Piet"]
        olga.turn_to("Moves")
        piet.turn_to("Moves")
        first = olga.pick()
        piet.sees_picked(first)
        why = olga.page.get_by_placeholder("Why?").first
        why.press_sequentially(HALF, delay=5)
        olga.context.set_offline(True)
        second = piet.pick()
        piet.until(lambda: len(self.desk.session.play.drafts["astra"]) == 2)
        why.press_sequentially(REST, delay=5)
        assert why.input_value() == HALF + REST
        olga.context.set_offline(False)
        olga.sees_picked(second)
        assert why.input_value() == HALF + REST
        olga.until(
            lambda: HALF + REST in {wish.why for wish in self.desk.session.play.drafts["astra"]}
        )
        piet.press("Seal both orders")
        piet.answer_if_asked()
        olga.until(lambda: "astra" in self.desk.session.play.sealed)
        olga.sees("Sealed.")

    def seal_with_one_pick(self, name: str) -> None:
        """Somebody picks a move and seals it."""
        someone = self.people[name]
        someone.turn_to("Moves")
        someone.pick()
        someone.page.get_by_role("button", name="Seal").first.click()
        someone.answer_if_asked()
        someone.sees("Sealed.")

    def seal_nothing(self, name: str) -> None:
        """Somebody seals nothing, and says that they mean it."""
        someone = self.people[name]
        someone.turn_to("Moves")
        someone.page.get_by_role("button", name="Seal no orders").first.click()
        someone.answer_if_asked()
        someone.sees("Sealed.")


def in_force(play: Play) -> bool:
    """Whether what was offered is agreed."""
    return [case.stage for case in play.ledger.cases.values()] == [Stage.IN_FORCE]
