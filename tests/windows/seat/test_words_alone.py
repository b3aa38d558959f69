"""An exercise told in words alone shows its players no number of ours, wherever they look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QTabBar

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.audience import Reader
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import CaseCard
from idlib_wargame.views.cards import CardView
from idlib_wargame.views.seat import SeatView, seat_view
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.seat.knowledge_column import Section
from idlib_wargame.windows.seat.window import SeatWindow
from idlib_wargame.words.language import unmarked
from tests.harbour_exercise import SEATING, SEED, open_orders
from tests.tries import thorough
from tests.twins.given import answers
from tests.windows.play_harbour import texts
from tests.windows.seat.conftest import Opener
from tests.windows.walking import moments
from tests.words.pseudo import texts_of

# What may carry a figure: dates, times, turns, counts of orders, and which term is meant.
ALLOWED = re.compile(
    r"\d{1,2}( [A-Z][a-z]{2})?( \d{4})?( – |–)\d{1,2} [A-Z][a-z]{2} \d{4}"
    r"|\d{1,2} [A-Z][a-z]{2} \d{4}"
    r"|[Tt]urn \d+ of \d+|[Tt]urn \d+|(?<=have )\d+ turns?|\d+ turns?"
    r"|(Once|Unless) term \d (?=is kept: )"  # which of an offer's terms
    r"|[Oo]rders? \d+|\d+ (of \d+ )?orders?|is one too many: a seat has \d+"
    r"|(?<=Orders carried out so far \().*must be \d+ or (more|fewer), and are \d+"
    r"|\b\d{1,2}:\d{2}\b"
    r"|^\d$"  # which of a seat's orders, or of an offer's terms
    r"|[Tt]erm \d+|an offer of \d+ terms?"
    r"|Ctrl\+\d|Shift\+F1"  # a key
    r"|A PIN has \d to \d+ characters"
    r"|\d+ (are|is) still to be chosen"
    r"|Asked( ·)? \(?\d+ waits?\)?"
)


class Eyes:
    """What stood anywhere with a figure that is none of the allowed ones."""

    def __init__(self, scenario: Scenario) -> None:
        # A pack's own words may hold whatever their author put there, and its briefs too.
        lines = {line for text in texts_of(scenario) for line in unmarked(text).splitlines()}
        told = {re.sub(r"[#*_]", "", line).strip() for line in lines if re.search(r"\d", line)}
        self._theirs = sorted(told, key=len, reverse=True)
        self.found: dict[str, str] = {}
        self.seen = 0
        self._read: set[str] = set()

    def read(self, where: str, text: str) -> None:
        """Look at one text, the first time that it is met."""
        self.seen += 1
        if text in self._read:
            return
        self._read.add(text)
        left = unmarked(text)
        for theirs in self._theirs:
            left = left.replace(theirs, "")
        if re.search(r"\d", ALLOWED.sub("", left)):
            self.found.setdefault(left, where)


def in_words(reading: PackReading, numbers: bool = False) -> Session:
    """An exercise of that pack in words alone."""
    setup = Setup("Course", "Group", 4, numbers=numbers, seating=SEATING)
    return Session.create(None, reading, setup, seed=SEED)


def everything(window: SeatWindow) -> Iterator[tuple[str, str]]:
    """All that the window says, tab by tab, each move looked at and each card opened."""
    for section in window.findChildren(Section):
        section.open(True)
    for button in window.moves.buttons():
        button.looked_at.emit(button)
        yield from ((button.option.title, text) for text in texts(window.orders_page.detail))
    for query in ("talks", "xyzzy", "bank", "9"):
        window.moves.filter.setText(query)
        yield from ((f"search for {query}", text) for text in texts(window.moves) if text != query)
    window.moves.filter.clear()
    for card in window.findChildren(AdjudicationCard):
        card.more.setChecked(True)
    QApplication.processEvents()
    yield from (("window", text) for text in texts(window))
    for bar in window.findChildren(QTabBar):
        yield from (("tab", bar.tabText(n)) for n in range(bar.count()))
    yield from (("menu", action.text()) for action in window.findChildren(QAction))


@pytest.mark.parametrize("seat", ["astra", pytest.param("borea", marks=thorough)])
def test_a_player_told_in_words_alone_reads_no_number(
    seat_of: Opener, full: PackReading, seat: str
) -> None:
    """Every screen, tooltip, spoken name, refusal, report and log line, from start to end."""
    session = in_words(full)
    eyes, places = Eyes(session.scenario), 0
    window = seat_of(session, seat)
    for moment in moments(session):
        places += 1
        QApplication.processEvents()
        for where, text in everything(window):
            eyes.read(f"{moment}: {where}", text)
        for line in session.log(Reader(seat)):
            eyes.read(f"{moment}: log", line.text)
    assert places > 8
    assert eyes.seen > 2000
    assert eyes.found == {}


def test_the_same_eyes_find_the_numbers_of_another_exercise(
    seat_of: Opener, full: PackReading
) -> None:
    """Where numbers are shown they stand on the tracks, in the odds, in refusals and on cards."""
    session = in_words(full, numbers=True)
    eyes = Eyes(session.scenario)
    window = seat_of(session)
    for _moment in moments(session):
        for where, text in everything(window):
            eyes.read(where, text)
    for sign in ("of 10", "on two dice", "must be 3 or more (", "short by", " → "):
        assert any(sign in text for text in eyes.found), sign


@pytest.mark.parametrize("pack", shipped_packs(), ids=lambda pack: pack.name)
def test_the_shipped_packs_are_told_in_words_alone_too(pack: Path) -> None:
    """All that each seat is given in three turns that bots play, whatever closes their moves."""
    reading = read_pack(pack)
    assert reading.scenario is not None
    (habit, *_others) = reading.scenario.habits
    seats = [seat.id for seat in reading.scenario.seats if not seat.control]
    seating = tuple(Seating(seat, (), f"habit:{habit.id}") for seat in seats)
    setup = Setup("Course", "Group", reading.scenario.turns, numbers=False, seating=seating)
    session = Session.create(None, reading, setup, seed=SEED)
    eyes = Eyes(session.scenario)
    for _turn in range(3):
        open_orders(session)
        for seat in seats:
            for text in texts_of(_but_addresses(seat_view(session, seat))):
                eyes.read(seat, text)
        session.submit(Adjudicate(), FACILITATOR)
        session.submit(CloseTurn(), FACILITATOR)
    assert eyes.seen > 1000
    assert eyes.found == {}


def _but_addresses(view: SeatView) -> SeatView:
    """A view without its pack's briefs, and what no window shows: colours, ids, a die's address."""
    offers = view.offers
    if offers is not None:
        acts = {
            debtor: tuple(each._replace(id="", choice="") for each in mine)
            for debtor, mine in offers.acts.items()
        }
        offers = offers._replace(acts=acts)
    ledger = view.ledger
    if ledger is not None:
        ledger = ledger._replace(
            waiting=tuple(map(_but_key, ledger.waiting)),
            tabled=tuple(map(_but_key, ledger.tabled)),
            in_force=tuple(map(_but_key, ledger.in_force)),
            over=tuple(map(_but_key, ledger.over)),
        )
    return view._replace(
        seat=view.seat._replace(colour=""),
        brief="",
        public_brief="",
        tables=tuple(table._replace(colour="") for table in view.tables),
        options=tuple(
            option._replace(colour="", sought="", wish=Wish("")) for option in view.options
        ),
        wishes=(),
        cards=tuple(_but_address(card) for card in view.cards),
        messages=tuple(each._replace(at="") for each in view.messages),
        offers=offers,
        ledger=ledger,
    )


def _but_key(card: CaseCard) -> CaseCard:
    return card._replace(key="", digest="")


def _but_address(card: CardView) -> CardView:
    head = card.head._replace(colours=(), table=card.head.table._replace(colour=""))
    return card._replace(head=head, address=Address(0, "", "", "", ""))


def test_a_refusal_in_words_alone_names_no_number(full: PackReading) -> None:
    """What the door answers to each order that may not be sealed, and to too many."""
    session = in_words(full)
    open_orders(session)
    eyes = Eyes(session.scenario)
    wishes = [
        Wish(move.id, choice.id) for move in session.scenario.moves for choice in move.choices
    ]
    wishes += [Wish(move.id) for move in session.scenario.moves if not move.choices]
    heard = [line for seat in ("astra", "borea") for line in answers(session, seat, wishes)]
    for line in heard:
        eyes.read("door", line)
    assert sum(map(bool, heard)) > 20
    assert eyes.found == {}
