"""The guide along the foot of the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.session import Session
from idlib_wargame.views.guide import guided_setup
from tests.harbour_exercise import SEED
from tests.windows.desk.conftest import Opener


def test_the_strip_says_one_thing_at_a_time(desk_of: Opener, harbour: PackReading) -> None:
    """It goes on by what is done, takes no keys, and can be left; the exercise goes on."""
    assert harbour.scenario is not None
    session = Session.create(None, harbour, guided_setup(harbour.scenario), SEED)
    desk = desk_of(session)
    desk.begin_guide()
    strip = desk.page.guide
    assert strip is not None
    QApplication.processEvents()
    assert strip.isVisible()
    assert strip.where.text() == f"Guided first turn, step 1 of {len(strip.guide.steps)}"
    assert strip.title.text() == "Start the turn"
    desk.do_next()
    assert strip.title.text() == "Open the orders"
    strip.back.click()
    assert strip.title.text() == "Start the turn"
    assert strip.where.text().endswith(": done")
    assert not strip.back.isEnabled()
    strip.forth.click()
    assert strip.title.text() == "Open the orders"
    desk.page.top.next.setFocus()
    desk.do_next()
    if desk.page.question.isVisible():
        desk.page.question.yes.click()
    assert strip.title.text() == "Seal the orders of Astra"
    assert strip.accessibleName().startswith("Seal the orders of Astra. Under Seats, open Astra")
    assert desk.page.top.next.hasFocus()
    asked: list[bool] = []
    desk.guide_wanted.connect(lambda: asked.append(True))
    desk.menus.actions["ask_guide"].trigger()
    assert asked == [True]
    strip.leave.click()
    assert desk.page.guide is None
    assert not strip.isVisible()
    session.submit(TakeNote("Fog."), FACILITATOR)
    assert strip.title.text() == "Seal the orders of Astra"  # it listens no more
    desk.close()
    assert not desk.isVisible()  # nobody is asked whether to keep a practice
