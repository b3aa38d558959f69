"""What a player reads of a move before picking it, and before sealing it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat import MoveOption, seat_view
from idlib_wargame.windows.seat.window import SeatWindow
from tests.packs.harbour import HARBOUR_FULL
from tests.windows.play_harbour import begin, open_orders, shown_text
from tests.windows.seat.conftest import Opener


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise on disk, its orders open."""
    session = begin(full, tmp_path / "course.wargame")
    open_orders(session)
    yield session
    session.close()


def option(session: Session, seat: str, move: str) -> MoveOption:
    """That move, as the seat's own view has it."""
    return next(o for o in seat_view(session, seat).options if o.wish.move == move)


def read(window: SeatWindow, shown: MoveOption) -> list[str]:
    """What stands in the detail of that option, line by line."""
    window.moves.looked_at.emit(shown)
    QApplication.processEvents()
    return shown_text(window.orders_page.detail).split("\n")


def test_the_odds_come_first_and_then_what_helps_hurts_and_follows(
    seat_of: Opener, session: Session
) -> None:
    """In words; each reason stands under the way it leans, each result says what it does."""
    window, looked = seat_of(session), 0
    for shown in seat_view(session, "astra").options:
        lines = read(window, shown)
        assert lines[0].startswith(shown.title)
        if shown.legal:
            assert lines[1] == shown.odds_in_full
            assert lines[1].startswith(shown.odds)
        for heading, reasons in (("Helps now", shown.helps), ("Hurts now", shown.hurts)):
            assert (heading in lines) == bool(reasons)
            at = lines.index(heading) + 1 if reasons else 0
            assert lines[at : at + len(reasons)] == list(reasons)
        if not (shown.helps or shown.hurts):
            assert "Nothing that you know of." in lines
        results = lines[lines.index("What each result does") + 1 :]
        assert results == list(shown.outcomes)
        looked += 1
    assert looked > 8


def test_what_helps_is_told_apart_from_what_hurts(tmp_path: Path) -> None:
    """A shift up helps, a shift down hurts; each says its reason and how much."""
    folder = tmp_path / "pack"
    shutil.copytree(HARBOUR_FULL, folder)
    moves = folder / "moves" / "concessions.yaml"
    text = moves.read_text(encoding="utf-8").replace("astra_borea >= 2", "turn == 1")
    moves.write_text(text.replace("anger >= 7", "turn == 1"), encoding="utf-8")
    session = begin(read_pack(folder))
    ground = option(session, "astra", "open_ground")
    assert ground.helps == ("The two coasts are on good terms (+1)",)
    assert ground.hurts == ("The quays would not stand for it (−1)",)


def test_a_closed_move_says_why_and_still_what_it_would_do(
    seat_of: Opener, session: Session
) -> None:
    """In the place where the odds of an open one stand."""
    window = seat_of(session)
    shut = next(o for o in seat_view(session, "astra").options if o.why_not)
    lines = read(window, shut)
    assert lines[1] == shut.why_not
    assert shut.odds_in_full not in lines
    assert shut.outcomes[0] in lines


def test_who_else_must_order_it_stands_on_the_card_and_in_the_orders(
    seat_of: Opener, session: Session
) -> None:
    """Beside its odds wherever those stand."""
    shared = option(session, "astra", "sign_treaty")
    assert shared.company
    assert shared.company in shared.hint or shared.why_not
    window = seat_of(session)
    assert shared.company_in_full in read(window, shared)


def test_page_keys_read_on_about_the_move(seat_of: Opener, session: Session) -> None:
    """Without leaving it; the next move is read from its top."""
    window = seat_of(session)
    window.resize(1000, 560)
    button = next(b for b in window.moves.buttons() if b.option.wish.move == "call_talks")
    long = button.option._replace(outcomes=tuple(f"On result {n}: much" for n in range(30)))
    button.setFocus()
    window.moves.looked_at.emit(long)
    for _ in range(5):
        QApplication.processEvents()
    bar = window.orders_page.detail._scroll.verticalScrollBar()
    QTest.keyClick(button, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert QApplication.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    QTest.keyClick(button, Qt.Key.Key_PageDown)
    window.moves.looked_at.emit(button.option)
    assert bar.value() == 0


def test_what_an_order_would_keep_or_break_is_said_before_it_is_sealed(
    seat_of: Opener, session: Session
) -> None:
    """In the detail, under the picked order, and in a question that has to be answered."""
    window = seat_of(session)
    said = "Breaks the winter truce with Borea."
    view = seat_view(session, "astra")
    options = tuple(
        o._replace(breaches=(said,)) if o.wish.move == "call_talks" else o for o in view.options
    )
    window.show_view(view._replace(options=options))
    staked = next(o for o in options if o.breaches)
    assert said in read(window, staked)
    window.drafting._view = window.drafting._view._replace(options=options)
    asked: list[str] = []
    window.orders.asking.connect(lambda question: asked.append(question.text))
    window.drafting.wishes = (staked.wish,)
    window.orders.ask_or_seal()
    assert asked == [said]
    assert "astra" not in session.play.sealed
    window.question.no.click()
    assert "astra" not in session.play.sealed


def test_a_hand_that_wanders_over_the_moves_sees_no_line_cut_or_drawn_over(
    seat_of: Opener, session: Session
) -> None:
    """Each move has its lines whole in the very picture that shows it first, also where narrow."""
    window = seat_of(session)
    detail = window.orders_page.detail
    for wide in (1280, 1900):
        window.resize(wide, 720)
        QApplication.processEvents()
        for shown in seat_view(session, "astra").options:
            window.moves.looked_at.emit(shown)
            lines = [each for each in detail.findChildren(QLabel) if each.isVisible()]
            assert lines
            assert not [
                each.text() for each in lines if each.height() < each.heightForWidth(each.width())
            ]
