"""A seat says what it thinks will happen, by keyboard alone, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.judgement_taken_back import TakeJudgementBack
from idlib_wargame.session.play import Judgement
from idlib_wargame.session.session import Session
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.seat.judgement_form import WIDE
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import begin, open_orders, shown_text
from tests.windows.seat.conftest import Opener

# Said of lists that open on a screen that nobody looks at.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WORDS = (("treaty", "unlikely"), ("war", "remote"), ("drift", "likely"))


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A harbour exercise on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def opened(seat_of: Opener, session: Session, seat: str = "astra") -> SeatWindow:
    """A seat's window, turned to its judgement."""
    window = seat_of(session, seat)
    window.turn_to("judgement")
    QApplication.processEvents()
    return window


def picks(pick: PickList, down: int) -> None:
    """Open the list by Enter, step down in it and pick by Enter."""
    pick.setFocus()
    QTest.keyClick(pick, Qt.Key.Key_Return)
    view = pick.view()
    for _ in range(down):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)


def fill_in(window: SeatWindow) -> None:
    """Say everything, by keys."""
    form = window.judgement.form
    for ending, down in (("treaty", 3), ("war", 1), ("drift", 5)):
        picks(form.words[ending], down)
    assert form.rung is not None
    picks(form.rung, 3)


def test_its_tab_comes_when_it_is_asked(qtbot: QtBot, seat_of: Opener, session: Session) -> None:
    """And goes when the asking is called off before anything was said."""
    window = seat_of(session)
    assert not window.pages.shows("judgement")
    session.submit(AskJudgements(), FACILITATOR)
    assert "Judgement (asked)" in window.pages.titles()
    session.submit(AskJudgements(False), FACILITATOR)
    assert not window.pages.shows("judgement")


def test_a_judgement_by_keyboard_alone(qtbot: QtBot, seat_of: Opener, session: Session) -> None:
    """Each list by Enter and arrows; the seal once all is said; then it can be taken back."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    form = window.judgement.form
    assert QApplication.focusWidget() is form.words["treaty"]
    assert not form.seal.isEnabled()
    fill_in(window)
    said = Judgement(WORDS, 2)
    assert session.play.judgement_drafts == {1: {"astra": said}}
    form.seal.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is form.seal
    QTest.keyClick(form.seal, Qt.Key.Key_Space)
    assert session.play.judged == {1: {"astra": said}}
    assert QApplication.focusWidget() is form
    assert form.words == {}
    text = shown_text(window.judgement)
    assert "Sealed, and kept from everybody until the exercise is finished." in text
    assert "Unlikely (25–35%)" in text
    assert "Standoff" in text
    form.take_back.click()
    assert session.play.judged == {1: {}}
    assert form.words["treaty"].currentText() == "Unlikely (25–35%)"


def test_it_says_what_is_still_to_be_chosen_beside_lists_that_show_all_their_words(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """Why the seal is grey stands over it; a list is near its ending, and cuts no word."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    form = window.judgement.form
    asked = window.head.asked.text()
    assert asked.endswith(
        "Orders are sealed after the talks. You are also asked what you think will happen."
    )
    assert form.lacks.text() == "4 are still to be chosen before you can seal."
    pick = form.words["war"]
    words = [pick.itemText(place) for place in range(pick.count())]
    widest = max(pick.fontMetrics().horizontalAdvance(each) for each in words)
    assert pick.width() >= widest
    inside = form.widget()
    assert inside is not None
    assert inside.width() <= theme.scaled(WIDE)
    fill_in(window)
    assert form.seal.isEnabled()
    assert not form.lacks.isVisible()


def test_each_ending_stands_with_what_it_means(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """Under the rule that only one comes; and its list says so to whoever has it read out."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    text = shown_text(window.judgement)
    wanted = (
        "Only one of these endings comes.",
        "Space opens the list; arrows and Enter pick from it.",
        "The bank is shared\nThe three fleets sail by one book.",
        "War over fish\nWhat was a bank is a line of wrecks.",
        "Where the crisis will stand when this turn closes",
    )
    assert [each for each in wanted if each not in text] == []
    assert window.judgement.form.words["war"].accessibleDescription() == (
        "What was a bank is a line of wrecks. Space opens the list; arrows and Enter pick from it."
    )


def test_tab_goes_from_list_to_list_and_then_to_the_seal(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """As they are read, without a stop at which nothing shows; and again when drawn anew."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    session.submit(Judge("astra", Judgement(WORDS, 2)), "astra")
    session.submit(TakeJudgementBack("astra"), "astra")
    QApplication.processEvents()
    form = window.judgement.form
    assert form.rung is not None
    stops: list[QWidget] = [*form.words.values(), form.rung, form.seal]
    stops[0].setFocus()
    reached = []
    for stop in stops:
        reached.append(stop.hasFocus())
        QTest.keyClick(stop, Qt.Key.Key_Tab)
    assert reached == [True] * 5
    stops[0].setFocus()
    QTest.keyClick(stops[0], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() not in (form, form.seal, form.take_back)


def test_what_was_half_filled_in_survives_a_restart(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """Curtain, closing and the file: what was picked stands where it stood."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    picks(window.judgement.form.words["war"], 2)
    window.let_down()
    window.lift()
    assert window.judgement.form.words["war"].currentText() == "Highly unlikely (10–20%)"
    window.close()
    assert session.path is not None
    session.close()
    again = Session.open(session.path)
    window = opened(seat_of, again)
    form = window.judgement.form
    assert form.words["war"].currentText() == "Highly unlikely (10–20%)"
    assert [form.words[e].currentText() for e in ("treaty", "drift")] == ["Not said yet"] * 2
    window.close()
    again.close()


def test_a_list_keeps_the_keys_while_others_act(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """What another seat does draws nothing anew under the hand."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    pick = window.judgement.form.words["war"]
    pick.setFocus()
    open_orders(session)
    assert QApplication.focusWidget() is pick
    assert window.judgement.form.words["war"] is pick


def test_words_far_from_all_are_remarked_on_and_sealed(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """A plain sentence while it is filled in, and never a refusal."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    form = window.judgement.form
    for ending in ("treaty", "war", "drift"):
        picks(form.words[ending], 7)
    assert form.rung is not None
    picks(form.rung, 1)
    assert form.remark.text() == ("Together that comes to about 292%, and only one ending comes.")
    form.seal.click()
    assert "astra" in session.play.judged[1]


def test_a_double_click_seals_and_leaves_it_sealed(
    qtbot: QtBot, seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """The second press takes nothing back."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    fill_in(window)
    QApplication.processEvents()
    form = window.judgement.form
    hand.rests()
    QTest.mouseClick(form.seal, Qt.MouseButton.LeftButton)
    assert "astra" in session.play.judged[1]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    for seconds, is_sealed in ((0.1, True), (2.0, False)):
        hand.rests(seconds)
        QTest.mouseClick(form.take_back, Qt.MouseButton.LeftButton)
        assert ("astra" in session.play.judged[1]) is is_sealed


def test_it_cannot_be_changed_once_orders_are_opened(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """What was not given stays so, and no button offers otherwise."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    picks(window.judgement.form.words["war"], 2)
    open_orders(session)
    session.submit(Adjudicate(), FACILITATOR)
    form = window.judgement.form
    assert form.words == {}
    assert not form.seal.isVisible()
    assert shown_text(window.judgement) == (
        "You gave no judgement in turn 1. Its orders have been opened, so it is too late for one; "
        "nothing in the exercise hangs on it."
    )


def test_at_the_end_everybody_reads_what_all_thought(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """In the window of a seat that gave none, too."""
    session.submit(AskJudgements(), FACILITATOR)
    window = opened(seat_of, session)
    fill_in(window)
    window.judgement.form.seal.click()
    window.close()
    other = opened(seat_of, session, "borea")
    assert "Astra" not in shown_text(other.judgement)
    session.submit(Finish(), FACILITATOR)
    other.turn_to("judgement")
    text = shown_text(other.judgement)
    assert "What each seat thought, and what happened" in text
    assert "What happened: The quarrel goes on" in text
    assert "Score 0.21 (0 is perfect, 2 is worst): close to what happened" in text
    assert "It gave what happened 55–75%, which is about 67% of all that it gave." in text
    assert "Where the crisis would stand when the turn closed: “Standoff”" in text
    assert [name for name in ("Borea", "Caldis") if name in text] == []
