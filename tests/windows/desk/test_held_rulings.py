"""What was held for the hot wash is told from the desk by one press, or one by one."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import ROOM
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Release
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.words.language import unmarked
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import adjudicated, begin, shown_text


def test_two_rulings_are_told_one_by_a_list_and_the_last_by_one_press(
    desk_of: Opener, harbour: PackReading
) -> None:
    """Each is counted until it is told; then everybody who learns of its order reads why."""
    session = begin(harbour)
    desk = desk_of(session)
    adjudicated(session)
    assert session.play.pending is not None
    for number, card in enumerate(session.play.pending.result.cards[:2]):
        why = f"REASON-{number}"
        session.submit(Decide(card.address, Band.BACKFIRE, why, Release.HOT_WASH), FACILITATOR)
    for act in (CloseTurn(), MoveOn(), Finish()):
        session.submit(act, FACILITATOR)
    held = desk.page.outcome.held
    assert held.said.text() == "2 rulings were held for the hot wash."
    assert held.tell_all.text() == "Tell all 2 now"
    menu = QMenu(held.one_by_one)
    first, _second = held.actions(menu)
    first.trigger()
    desk.page.question.yes.click()
    assert held.said.text() == "1 ruling was held for the hot wash."
    assert held.one_by_one.isHidden()
    assert "REASON-0" in str(session.log(ROOM))
    assert "REASON-1" not in str(session.log(ROOM))
    held.tell_all.click()
    assert held.tell_all.isVisible()
    desk.page.question.yes.click()
    assert held.said.isHidden()
    assert held.tell_all.isHidden()
    assert "REASON-1" in str(session.log(ROOM))


def test_who_tells_a_held_ruling_from_its_card_is_asked_first_and_told_afterwards(
    desk_of: Opener, harbour: PackReading
) -> None:
    """Where waiting for the hot wash turns out to be too long."""
    session = begin(harbour)
    desk = desk_of(session)
    adjudicated(session)
    assert session.play.pending is not None
    address = session.play.pending.result.cards[0].address
    act = Decide(address, Band.BACKFIRE, "REASON", Release.HOT_WASH)
    session.submit(act, FACILITATOR)
    page = desk.page.orders
    assert "Tell this ruling now" not in shown_text(page.cards[address])
    session.submit(CloseTurn(), FACILITATOR)
    card = page.cards[address]
    tell = next(b for b in card.findChildren(QPushButton) if b.text() == "Tell this ruling now")
    tell.click()
    assert "It cannot be taken back" in desk.page.question.words.text()
    desk.page.question.no.click()
    assert "REASON" not in str(session.log(ROOM))
    tell.click()
    desk.page.question.yes.click()
    assert "REASON" in str(session.log(ROOM))
    assert "1 ruling is told." in unmarked(shown_text(desk.page.banner))
    assert "Tell this ruling now" not in shown_text(page.cards[address])
