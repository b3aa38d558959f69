"""Three turns of a white cell at harbour, press by press, and what everybody could read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import ROOM, Reader
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.rules.result import Release
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.seating import Seating
from idlib_wargame.windows.desk.window import DeskWindow
from tests.session.exercises import begun
from tests.windows.all_that_is_shown import in_its_window, on_the_rooms_screen
from tests.windows.white_cell import Seats, WhiteCell, type_into

LIST = Path(__file__).parents[1] / "data" / "msel" / "spreadsheet_serials.csv"
SEATING = (
    Seating("astra", ("Ada",)),
    Seating("borea", ("Bo",)),
    Seating("caldis", (), "control"),
    Seating("press", (), "control"),
)
NETS, NIGHT = Order("astra", "F1_astra_1"), Order("borea", "F1_borea_1")
LIGHTS = Order("borea", "F3_borea_1")
TALKS, CREWS = Order("astra", "call_talks"), Order("borea", "free_crews")
SEATS = ("astra", "borea", "caldis", "press")

# Who reads a word, by the first letters of seats, before the hot wash; "r" is the room.
WORDS = {
    "PLANTED-WHAT": "ab",
    "PLANTED-AIM": "a",
    "PLANTED-BECAUSE": "ab",
    "PLANTED-AGAINST": "ab",
    "PLANTED-ODDS": "",
    "PLANTED-ROW": "ab",
    "PLANTED-HELD": "",
    "PLANTED-VOTER": "",
    "PLANTED-OWN-WHAT": "b",
    "PLANTED-OWN-AIM": "b",
    "PLANTED-OWN-BECAUSE": "b",
    "PLANTED-OWN-ODDS": "",
    "PLANTED-OWN-ROW": "b",
    "PLANTED-AGREED": "abcpr",
    "PLANTED-RULED": "abcpr",
    "PLANTED-COPY": "b",
}


NOT_YET = {"PLANTED-COPY"}  # it goes out in turn 2


def found_in(said: str) -> set[str]:
    """The words that stand there by themselves, and not as the beginning of another."""
    found = set()
    for word in sorted(WORDS, key=len, reverse=True):
        if word in said:
            found.add(word)
            said = said.replace(word, "")
    return found


class Exercise:
    """Three turns, and what everybody could read at some moments of them.

    ``said`` has that by the moment and the reader: a seat's id, or "room".
    """

    def __init__(self, full: PackReading, qtbot: QtBot, folder: Path) -> None:
        self.folder, self.qtbot = folder, qtbot
        free = FreeOrders(1, ("astra", "borea"))
        path = folder / "white.wargame"
        self.session = begun(full, path, seating=SEATING, turns=3, free_orders=free)
        desk = self.desk = DeskWindow(self.session)
        desk.resize(1600, 1000)
        desk.show()
        desk.activateWindow()
        qtbot.wait_until(lambda: QApplication.activeWindow() is desk)
        self.us, self.them = WhiteCell(desk, qtbot), Seats(desk, qtbot)
        self.said: dict[tuple[str, str], str] = {}
        self.would: dict[str, str] = {}
        self.presses: dict[str, int] = {}
        self.states: list[dict[str, str]] = []

    def play(self) -> None:
        """All three turns, and the hot wash."""
        self.first_turn()
        self.second_turn()
        self.third_turn()
        self.hot_wash()

    def first_turn(self) -> None:
        """A list comes in, a bargain is struck, and orders are looked at before they are rolled."""
        us, them = self.us, self.them
        us.next("Start turn 1")
        us.take_in(LIST)
        while us.desk.page.top.next.accessibleName().startswith("Send "):
            us.next()  # what is due as it is taken in waits for a hand
        self.write_fog()
        us.do_with("N1", "hold", "Till turn 3")
        self.edit_and_address()
        us.give_out(self.folder / "back.csv", LIST.name)
        self.states.append(us.states())
        us.next("Open talks")
        self.bargain()
        us.next("Open orders")
        us.turn_to(self.desk.page.orders)
        us.press(self.desk.page.orders.look_first)
        us.hand_round()
        astra = them.sit_down("astra")
        them.write_own(
            astra, "Cut the nets of Borea by night, PLANTED-WHAT", "PLANTED-AIM", "PLANTED-BECAUSE"
        )
        them.order(astra, "call_talks")
        them.seal_now(astra)
        them.stand_up(astra)
        borea = them.sit_down("borea")
        them.write_own(
            borea,
            "Fish at night, PLANTED-OWN-WHAT",
            "PLANTED-OWN-AIM",
            "PLANTED-OWN-BECAUSE",
        )
        them.order(borea, "free_crews")
        them.seal_now(borea)
        them.stand_up(borea)
        us.take_back()
        for seat in ("caldis", "press"):
            self.would[seat] = us.take_suggestion(f"orders/{seat}/")
        us.next("Open the orders of turn 1")
        self.before_the_roll()
        self.look("before the roll", "borea", "caldis")
        self.roll_and_rule()
        self.look("rolled", "borea")
        us.next("Close turn 1")
        self.look("closed", *SEATS)

    def write_fog(self) -> None:
        """An inject of the facilitator's own, that waits for a hand in turn 1."""
        board = self.us.board()
        self.us.press(board.new)
        form = board.form
        type_into(form.title, "Fog")
        type_into(form.text, "Nobody sees further than the bow.")
        self.us.pick_words(form.turn, "From turn 1")
        self.us.press(form.save)

    def edit_and_address(self) -> None:
        """A copy of the pack's first inject says more, and goes to Borea alone."""
        us = self.us
        us.do_with("I01", "edit")
        form = us.board().form
        type_into(form.title, "A late spring, PLANTED-COPY")
        us.press(form.save)
        us.do_with("I01a", "address")
        us.press(form.chips.chips["borea"])
        us.press(form.save)

    def bargain(self) -> None:
        """Two offers; control's seats answer theirs as their habits would."""
        us, them, session = self.us, self.them, self.session
        us.hand_round()
        astra = them.sit_down("astra")
        them.offer(astra, "ground_for_crews")
        them.stand_up(astra)
        (ground,) = session.play.ledger.cases
        borea = them.sit_down("borea")
        them.accept(borea, ground)
        them.offer(borea, "quiet_season")
        them.stand_up(borea)
        us.take_back()
        self.ground, self.quiet = session.play.ledger.cases
        self.would["ground"] = us.take_suggestion("answer/press/")
        self.would["quiet"] = us.take_suggestion("answer/caldis/")

    def before_the_roll(self) -> None:
        """Shown, argued against, given rows and odds, voted on, and agreed."""
        us, them = self.us, self.them
        us.turn_to(self.desk.page.orders)
        us.show_to(NETS, "borea")
        us.ask(NETS, AskedFor.AGAINST, ["borea"])
        us.ask(TALKS, AskedFor.ODDS, ["borea"], "Ann, PLANTED-VOTER")
        us.hand_round()
        borea = them.sit_down("borea")
        them.say_against(borea, "They would see you, PLANTED-AGAINST")
        them.vote(borea, 5)
        them.stand_up(borea)
        us.take_back()
        us.hear(TALKS, "Ann", 10)
        us.hear(TALKS, "PLANTED-VOTER", 9)
        us.count(TALKS)
        us.give_row(NETS, "Nets cut by night, PLANTED-ROW", "borea")
        us.set_odds(NETS, 9, "The moon is up, PLANTED-ODDS")
        us.give_row(NIGHT, "Night fishing, PLANTED-OWN-ROW")
        us.set_odds(NIGHT, 7, "PLANTED-OWN-ODDS")
        us.agree(CREWS, Band.SUCCESS, ["astra", "borea"], "PLANTED-AGREED")

    def roll_and_rule(self) -> None:
        """Step by step the first, all that is left at once, and two rulings."""
        us = self.us
        us.press(us.card(TALKS).roll)
        us.next()
        assert self.session.play.pending is not None
        us.rule(TALKS, Band.BACKFIRE, "The drafts were lost, PLANTED-RULED", Release.NOW)
        us.rule(NETS, Band.BACKFIRE, "They were seen, PLANTED-HELD", Release.HOT_WASH)
        us.keep_row(NETS, "astra")

    def second_turn(self) -> None:
        """The row is ordered again, from the list of moves."""
        us, them = self.us, self.them
        us.next("Start turn 2")
        self.states.append(us.states())
        us.next("Open talks")
        us.next("Open orders")
        us.hand_round()
        astra = them.sit_down("astra")
        them.order(astra, NETS.move)
        them.seal_now(astra)
        them.stand_up(astra)
        borea = them.sit_down("borea")
        them.seal_now(borea)
        them.stand_up(borea)
        us.take_back()
        for seat in ("caldis", "press"):
            us.take_suggestion(f"orders/{seat}/")
        us.next("Open the orders of turn 2")
        us.next()
        us.next("Close turn 2")

    def third_turn(self) -> None:
        """As short as a turn is with one free order, one vote and one ruling."""
        us, them = self.us, self.them
        before = us.presses
        us.next("Start turn 3")
        after = us.presses
        self.states.append(us.states())
        us.do_with("N1", "send")
        us.do_with("I01a", "repeat", "Now, without its effects")
        self.states.append(us.states())
        before += us.presses - after
        us.next("Open talks")
        us.next("Open orders")
        us.hand_round()
        borea = them.sit_down("borea")
        them.write_own(borea, "Light the bank at night", "", "")
        them.seal_now(borea)
        them.stand_up(borea)
        astra = them.sit_down("astra")
        them.order(astra, "protest")
        them.seal_now(astra)
        them.stand_up(astra)
        us.take_back()
        for seat in ("caldis", "press"):
            us.take_suggestion(f"orders/{seat}/")
        us.next("Open the orders of turn 3")
        protest = Order("astra", "protest")
        us.turn_to(self.desk.page.orders)
        us.ask(protest, AskedFor.ODDS, ["borea"])
        us.hand_round()
        borea = them.sit_down("borea")
        them.vote(borea, 9)
        them.stand_up(borea)
        us.take_back()
        us.count(protest)
        us.give_row(LIGHTS, "Light the bank")
        us.next()
        us.rule(protest, Band.BACKFIRE, "Nobody listened", Release.NOW)
        us.next("Close turn 3")
        self.presses["third turn"] = us.presses - before

    def hot_wash(self) -> None:
        """The end, and then what was held is told."""
        us = self.us
        us.next()
        assert self.session.play.finished
        self.look("over", "borea", "caldis")
        us.press(self.desk.page.outcome.held.tell_all)
        us.press(self.desk.page.question.yes)
        self.look("hot wash", *SEATS)

    def look(self, moment: str, *seats: str) -> None:
        """All that these can read now, and the room."""
        for seat in seats:
            log = "\n".join(line.text for line in self.session.log(Reader(seat)))
            self.said[moment, seat] = in_its_window(self.session, seat, self.qtbot) + log
        log = "\n".join(line.text for line in self.session.log(ROOM))
        self.said[moment, "room"] = on_the_rooms_screen(self.session, self.qtbot) + log
        self.desk.activateWindow()

    def leave(self) -> None:
        """Close the desk, and the file."""
        self.desk.leaving._agreed = True
        self.desk.close()
        self.desk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
