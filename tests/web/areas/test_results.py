"""What came of a turn, its report, and the turns before, as a seat reads them on its page."""

from __future__ import annotations

from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.report_edited import EditReport
from idlib_wargame.session.kinds.report_released import ReleaseReport
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.play import REPORTS_GO, Length, ReportText, Setup
from idlib_wargame.session.session import Session
from idlib_wargame.views.look.colours import BANDS
from idlib_wargame.views.look.glyphs import GLYPHS
from tests.harbour_exercise import SEATING, adjudicated, closed
from tests.web.areas.page import Page, Reading


def folds(reading: Reading, begins: str) -> dict[str, bool]:
    """Each fold whose id begins so, and whether it is open."""
    found = [at for tag, at in reading.tags if tag == "details"]
    return {at["id"]: "open" in at for at in found if at["id"].startswith(begins)}


def test_results_stand_open_when_it_is_the_time_for_them(session: Session) -> None:
    """Nothing before the first turn is closed; folded once the next has begun."""
    astra = Page(session, "astra")
    assert astra.parts()["results.cards"] == astra.parts()["report.text"] == ""
    adjudicated(session)
    assert astra.parts()["results.cards"] == ""
    session.submit(CloseTurn(), FACILITATOR)
    assert folds(astra.reading("results"), "results-") == {"results-1-now": True}
    assert folds(astra.reading("report"), "") == {"report-1-now": True, "report-1-page": False}
    session.submit(MoveOn(), FACILITATOR)
    assert folds(astra.reading("results"), "results-") == {"results-1-later": False}
    assert folds(astra.reading("report"), "") == {"report-1-later": False, "report-1-page": False}


def test_a_card_says_its_result_by_word_shape_and_colour(session: Session) -> None:
    """Its odds in words before figures; what stands behind it is folded."""
    closed(session)
    astra = Page(session, "astra")
    reading = astra.reading("results")
    card = astra.door.view().cards[0]
    assert card.final is not None
    shape = GLYPHS[BANDS[card.final][1]]
    told = f"{card.head.title} {card.odds}"
    assert told in reading.text
    assert f"{shape} {card.result}" in reading.text
    colours = [at["class"] for tag, at in reading.tags if tag == "span" and "class" in at]
    assert f"band-{card.final.name.lower()}" in colours
    behind = folds(reading, "details-results")
    assert len(behind) == len(astra.door.view().cards)
    assert not any(behind.values())


def test_a_number_opens_its_account(session: Session) -> None:
    """Behind a card: what it was, what moved it, what it came to."""
    closed(session)
    astra = Page(session, "astra")
    text = astra.text("results")
    card = next(each for each in astra.door.view().cards if each.moved_accounts)
    account = card.moved_accounts[0]
    assert account.changes
    rows = " ".join(part for row in account.rows for part in row[:2] if isinstance(part, str))
    assert f"{account.name} {' '.join(rows.split())}" in text


def test_a_ruling_stands_with_what_the_table_gave(session: Session) -> None:
    """And why the facilitator decided so."""
    adjudicated(session)
    assert session.play.pending is not None
    card = next(c for c in session.play.pending.result.cards if "astra" in c.seats)
    session.submit(Decide(card.address, Band.BACKFIRE, "The storm"), FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)
    text = Page(session, "astra").text("results")
    assert "Ruled: backfire" in text
    assert "The table gave:" in text
    assert "Facilitator: The storm" in text


def test_in_words_alone_no_figure_of_ours_stands_there(full: PackReading, tmp_path: Path) -> None:
    """No dice, no target, no account by numbers."""
    setup = Setup("Course", "B", 4, seating=SEATING, numbers=False)
    session = Session.create(tmp_path / "a.wargame", full, setup, seed_from_number(3))
    closed(session)
    text = Page(session, "astra").text("results")
    assert "Each card says what moved, through the orders that you know of." in text
    shown = text.removeprefix("What came of turn 1")
    assert not any(letter.isdigit() for letter in shown), shown
    session.close()


def test_a_report_is_read_in_a_minute_or_on_a_page(session: Session) -> None:
    """The short one first; headings stand under those of the page."""
    closed(session)
    reading = Page(session, "astra").reading("report")
    text = reading.text
    assert text.index("A minute") < text.index("A page") < text.index("What was done")
    levels = {int(tag[1]) for tag, _at in reading.tags if tag[0] == "h" and tag[1:].isdigit()}
    assert min(levels) >= 3


def test_what_the_facilitator_words_is_only_ever_text(session: Session) -> None:
    """No markup, no link and no picture of theirs comes to a page."""
    closed(session)
    worded = "## Told\n\n<script>x</script> [read](http://a.b) ![see](http://a.b/c.png)"
    page = ReportText(1, "astra", Length.PAGE)
    session.submit(EditReport(page, worded), FACILITATOR)
    reading = Page(session, "astra").reading("report")
    assert {"script", "a", "img"}.isdisjoint(tag for tag, _at in reading.tags)
    assert "<script>x</script> [read](http://a.b)" in reading.text
    assert "Worded by the facilitator." in reading.text


def test_a_report_that_is_held_says_so(session: Session) -> None:
    """Until it is released, when it opens."""
    session.submit(TakeInHand(REPORTS_GO), FACILITATOR)
    closed(session)
    astra = Page(session, "astra")
    reading = astra.reading("report")
    assert "The report of turn 1 has not been released yet." in reading.text
    assert "A minute" not in reading.text
    session.submit(MoveOn(), FACILITATOR)
    session.submit(ReleaseReport(1), FACILITATOR)
    assert "A minute" in astra.text("report")


def test_turns_of_before_stand_folded_the_newest_first(session: Session) -> None:
    """With why each order was given."""
    astra = Page(session, "astra")
    assert "Nothing yet. After each turn your orders stand here" in astra.text("history")
    closed(session, why="They fished at night")
    session.submit(MoveOn(), FACILITATOR)
    closed(session, why="They did it again")
    reading = astra.reading("history")
    assert folds(reading, "history-") == {"history-2": False, "history-1": False}
    assert reading.text.index("They did it again") < reading.text.index("They fished at night")


def test_every_id_stands_once(session: Session) -> None:
    """The same order is a card among the results and in the history."""
    for _turn in (1, 2):
        closed(session)
        session.submit(MoveOn(), FACILITATOR)
    ids = [at["id"] for _tag, at in Page(session, "astra").reading("").tags if "id" in at]
    assert len(ids) > 10
    assert len(ids) == len(set(ids))
    assert not any(" " in each for each in ids)
