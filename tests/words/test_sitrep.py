"""The situation report of a turn, for the facilitator and as a seat may read it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from idlib_wargame.rules.agreements.ledger import EMPTY
from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.course import Flag, Upkeep
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import (
    After,
    CodedEvent,
    EffectLine,
    Order,
    Release,
    Ruling,
    TurnResult,
)
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.sitrep import sitrep
from idlib_wargame.words.sitrep_minute import MOST_WORDS, Known, Own, minute
from tests.rules.small import bands, does, move, scenario, track, when

PACK = scenario(
    move("call", "north", effects=bands(does(peace=2, plot=3))),
    tracks=(track("peace"), track("plot", seen_by=frozenset({"north"}))),
    flags=(Flag("thaw", "A thaw", when("peace >= 6")), Flag("plan", "SECRET", when("plot >= 6"))),
)
REFEREE = Referee(PACK)
ROOM = Own()
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
    assert text.endswith("\n*Record fingerprint when turn 1 was closed: 3f9a 02bc 11de 77aa*\n")


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


def test_what_a_template_leaves_out_stands_below_it() -> None:
    """A report is complete, whatever its pack forgot; what it asks for is not told twice."""
    pack = replace(PACK, sitrep="# Turn $turn\n\n$changed")
    text = sitrep(pack, OPENING, RESULT, beside={"news": ["A wreck"]})
    assert text.startswith("# Turn 1\n\n- Plot: 8 of 10 (+3)\n- Peace: 7 of 10 (+2)")
    assert text.count("Peace: 7 of 10") == 1
    parts = [line for line in text.splitlines() if line.startswith("## ")]
    assert parts == [
        "## News",
        "## What was done",
        "## What holds at the turn's end",
        "## Dates ahead",
    ]
    assert "## News\n\n- A wreck\n" in text


def test_the_weightiest_orders_stand_first_under_their_table() -> None:
    """Heads of tables only where there are several; what came to nothing stands last."""
    heavy = RESULT.cards[0]._replace(severity=28, table="violence")
    light = RESULT.cards[0]._replace(severity=1)
    lapsed = light._replace(lapsed="needs", band=None, severity=0)
    pack = replace(PACK, tables=(*PACK.tables, replace(PACK.tables[0], id="violence", name="War")))
    told = RESULT._replace(cards=(lapsed, light, heavy))
    done = sitrep(pack, OPENING, told).split("## What was done")[1].split("\n## ")[0]
    lines = [line for line in done.splitlines() if line]
    assert lines[0] == "### War"
    assert lines[1] == "- **North** ordered “Call”: success."
    assert lines[2].startswith("### ")
    assert lines[3] == "- **North** ordered “Call”: success."
    assert lines[4].startswith("- **North** ordered “Call”: it came to nothing. What it needs")
    assert len(lines) == 5


def test_a_ruling_that_players_may_see_is_told_with_its_reason() -> None:
    """Beside what the table gives; one that is withheld says no more than that it was given."""
    card = RESULT.cards[0]
    shown = card._replace(ruled=Ruling(Band.FAILURE, "control", "The fog came up"))
    secret = card._replace(ruled=Ruling(Band.FAILURE, "", "", release=Release.HOT_WASH), band=None)
    said = sitrep(PACK, OPENING, RESULT._replace(cards=(shown,)))
    assert "The facilitator ruled so where the table gives success: The fog came up." in said
    withheld = sitrep(PACK, OPENING, RESULT._replace(cards=(secret,)))
    assert "failure. The facilitator gave this result." in withheld


def test_a_report_in_words_alone_says_how_far_and_no_figure() -> None:
    """By how much is told in words, in a page and where a thing followed by itself."""
    after = (After("upkeep.thaws", (EffectLine("peace", 2, 2),)),)
    pack = replace(PACK, upkeep=(Upkeep("thaws", when("peace >= 1"), (), "The ice goes"),))
    text = sitrep(pack, OPENING, RESULT._replace(after=after), numbers=False)
    assert "- Peace: high (up)" in text
    assert "- The ice goes (Peace: up)" in text


def test_a_minute_is_a_minute_however_long_the_names_are() -> None:
    """A pack may call things what it likes; what is said stays short and keeps its beginning."""
    long = " ".join(f"word{n}" for n in range(200))
    moves = (replace(PACK.moves[0], name=f"Call {long}"),)
    rungs = tuple(replace(rung, name=f"Calm {long}") for rung in PACK.ladder)
    tracks = tuple(replace(each, name=f"{each.name} {long}") for each in PACK.tracks)
    pack = replace(PACK, moves=moves, ladder=rungs, tracks=tracks)
    said = minute(known(pack, ground=(long,) * 9, news=(long,) * 9))
    assert len(said.split()) <= MOST_WORDS
    assert said.startswith(
        "# Turn 1, 26 Jan – 1 Feb 2020\n\nThe ladder stands where it stood, at “Calm"
    )
    assert "North ordered “Call word0" in said


def test_a_minute_begins_with_what_touches_its_reader() -> None:
    """To a seat, the order that was aimed at it; to the room, the order that weighs most."""
    heavy = RESULT.cards[0]._replace(severity=28)
    aimed = CodedEvent("event.warn.1", "13", -400, ("south",))
    light = heavy._replace(severity=4, order=Order("north", "warn"), events=(aimed,))
    pack = replace(PACK, moves=(*PACK.moves, replace(PACK.moves[0], id="warn", name="Warn")))
    result = RESULT._replace(cards=(heavy, light))
    to_room = minute(known(pack, result)).split("\n\n")
    to_south = minute(known(pack, result, own=Own("south", "south"))).split("\n\n")
    assert to_room[2] == "North ordered “Call”: success."
    assert to_south[2:4] == ["North ordered “Warn”: success.", "North ordered “Call”: success."]


def test_a_minute_tells_five_things_of_several_kinds() -> None:
    """Not five orders, where a place changed hands and a track moved too."""
    cards = tuple(RESULT.cards[0]._replace(severity=28 - n) for n in range(9))
    told = minute(known(PACK, RESULT._replace(cards=cards), ground=("The ridge.",), news=("Fog",)))
    assert told.strip().split("\n\n")[2:] == [
        "North ordered “Call”: success.",
        "The ridge.",
        "Plot rose a lot: 8 of 10.",
        "In the news: Fog.",
        "Peace rose: 7 of 10.",
    ]


def known(
    pack: Scenario,
    result: TurnResult = RESULT,
    ground: tuple[str, ...] = (),
    news: tuple[str, ...] = (),
    own: Own = ROOM,
) -> Known:
    """What a reader knows who may know everything."""
    return Known(
        pack,
        1,
        OPENING,
        result,
        EMPTY,
        numbers=True,
        sees=lambda track: not track.counter,
        may_miss=lambda card: False,
        ground=ground,
        news=news,
        own=own,
        turns=result.state["turns"],
    )
