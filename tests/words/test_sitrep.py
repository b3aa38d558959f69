"""The situation report of a turn, for the facilitator and as a seat may read it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.pack.course import Flag
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.sitrep import sitrep
from tests.rules.small import bands, does, move, scenario, track, when

PACK = scenario(
    move("call", "north", effects=bands(does(peace=2, plot=3))),
    tracks=(track("peace"), track("plot", seen_by=frozenset({"north"}))),
    flags=(Flag("thaw", "A thaw", when("peace >= 6")), Flag("plan", "SECRET", when("plot >= 6"))),
)
REFEREE = Referee(PACK)
OPENING = REFEREE.opening()
RESULT = REFEREE.adjudicate(OPENING, [Order("north", "call")], LoadedDice())


def test_the_plain_report_tells_acts_changes_and_dates() -> None:
    """Without a template the report has the dates, the ladder, the acts, the changes."""
    text = sitrep(PACK, OPENING, RESULT)
    assert "# Situation report, turn 1" in text
    assert "*26 Jan – 1 Feb 2020*" in text
    assert "- **North** ordered “Call”: success." in text
    assert "- Peace: 7 of 10 (+2)" in text
    assert "- Winter: 8 days left" in text


def test_a_success_that_moved_nothing_is_not_reported_as_one() -> None:
    """As its card says; but not to a reader who may not know all that it moved."""
    cards = tuple(
        card._replace(
            effects=tuple(line._replace(through=0, cut="range.10") for line in card.effects)
        )
        for card in RESULT.cards
    )
    assert all(card.effects for card in cards)
    stopped = RESULT._replace(cards=cards)
    assert "“Call”: success, but nothing moved." in sitrep(PACK, OPENING, stopped)
    told = sitrep(PACK, OPENING, stopped, may_miss=lambda card: True)
    assert "“Call”: success." in told


def test_a_packs_template_is_filled_in() -> None:
    """A pack words its own report."""
    pack = replace(PACK, sitrep="Turn $turn of $turns.\n$lit\n$changed")
    text = sitrep(pack, OPENING, RESULT, numbers=False)
    assert text.startswith("Turn 1 of 4.\n- A thaw (since this turn)\n- SECRET (since this turn)\n")
    assert "(+2)" not in text


def test_no_change_is_dropped_however_many_there_are() -> None:
    """Those that moved most stand each on a line, the others in one."""
    names = ["peace", *(f"t{n}" for n in range(10))]
    pack = scenario(
        move("call", "north", effects=bands(does(**dict.fromkeys(names, 1)))),
        tracks=tuple(track(name) for name in names),
    )
    referee = Referee(pack)
    began = referee.opening()
    result = referee.adjudicate(began, [Order("north", "call")], LoadedDice())
    report = sitrep(pack, began, result)
    changed = report.split("## What has changed")[1].split("##")[0].strip().splitlines()
    assert len(changed) == 9
    assert changed[0] == "- Peace: 6 of 10 (+1)"
    assert changed[8] == "- Smaller changes: T7: 6 of 10 (+1); T8: 6 of 10 (+1); T9: 6 of 10 (+1)"


def test_names_are_shown_as_their_author_typed_them(qapp: QApplication) -> None:
    """Signs that Markdown or a browser would read in a name stay letters of it."""
    odd = "<b>R&D</b> [*a*](x) `c` _d_"
    pack = replace(PACK, tracks=(replace(PACK.tracks[0], name=odd), PACK.tracks[1]))
    text = sitrep(pack, OPENING, RESULT)
    line = next(line for line in text.splitlines() if "7 of 10" in line)
    document = QTextDocument()
    document.setMarkdown(line)
    assert document.toPlainText() == f"{odd}: 7 of 10 (+2)"


@pytest.mark.parametrize("words", ["", "Turn $turn of $turns."])
def test_a_report_ends_with_the_head_of_the_record(words: str) -> None:
    """Also where the pack words its own: whoever keeps the page can show what was in the record."""
    text = sitrep(replace(PACK, sitrep=words), OPENING, RESULT, head="3f9a02bc11de77aa" + "0" * 48)
    assert text.endswith("\n*Record head when turn 1 was closed: 3f9a 02bc 11de 77aa*\n")


def test_what_moved_nothing_is_told_so() -> None:
    """A success that changed nothing does not read as one that did, except to who may not know."""
    pack = scenario(
        move("mend", "north", effects=bands(does(peace=2))), tracks=(track("peace", start=10),)
    )
    referee = Referee(pack)
    began = referee.opening()
    result = referee.adjudicate(began, [Order("north", "mend")], LoadedDice())
    assert "“Mend”: success, but nothing moved." in sitrep(pack, began, result)
    assert "“Mend”: success." in sitrep(pack, began, result, may_miss=lambda card: True)
