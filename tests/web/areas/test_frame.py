"""What stands round every area: what is asked, what is next, the brief and the first look."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.views.asked import asked_of
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.seat_seen import seat_seen
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.web.areas.registry import AREAS, parts_of
from idlib_wargame.web.pieces import Pieced
from idlib_wargame.web.seat_page import seat_page
from tests.harbour_exercise import adjudicated, open_orders
from tests.session.exercises import begun
from tests.web.areas.page import Page, Reading


def page_of(session: Session, seat: str = "astra") -> str:
    """The whole page."""
    seen = seat_seen(seat_door(session, seat))
    return seat_page(seen, parts_of(seen), "Ana", "0f", ClockSeen("1:00 left", 60, True), "7")


def test_what_is_asked_stands_first_in_every_phase(session: Session) -> None:
    """In the words of the window, with a button to where it is done."""
    for go_on in (lambda _s: None, open_orders, adjudicated):
        go_on(session)
        page = Page(session, "astra")
        asked = asked_of(page.door.view())
        assert page.text("now.asked").startswith(asked.words)
        assert asked.words in page.text("frame.next")
        assert asked.act in page.text("frame.next")


def test_the_next_thing_leads_to_an_area_that_is_there(session: Session) -> None:
    """What a button turns to is an area or the sheet of the brief."""
    open_orders(session)
    page = Page(session, "astra")
    (button,) = [at for _tag, at in page.reading("frame.next").tags if "data-go" in at]
    assert button["data-go"] in {area.name for area in AREAS}


def test_a_page_has_every_part_once_and_each_id_once(session: Session) -> None:
    """So that what changes comes to where it stands."""
    open_orders(session)
    html = page_of(session).partition("<body")[2].partition("</body>")[0]
    tags = Reading(f"<body{html}</body>").tags
    parts = [at["data-part"] for _tag, at in tags if "data-part" in at]
    drawn = parts_of(seat_seen(seat_door(session, "astra")))
    pieces = [each for html in drawn.values() if isinstance(html, Pieced) for each in html.pieces]
    assert sorted(parts) == sorted([*drawn, *pieces])
    ids = [at["id"] for _tag, at in tags if "id" in at]
    assert len(ids) == len(set(ids))
    labelled = {at["for"] for tag, at in tags if tag == "label" and "for" in at}
    assert labelled <= set(ids)


def test_a_page_holds_no_script_and_no_style_of_its_own(session: Session) -> None:
    """A browser that keeps to our policy would run and wear neither."""
    html = page_of(session)
    assert " style=" not in html
    assert "<style" not in html
    assert html.count("<script") == html.count("<script src=")


def test_without_agreements_there_is_no_tab_for_them(harbour: PackReading) -> None:
    """And the pages that are there stand in their order."""
    session = begun(harbour)
    seen = seat_seen(seat_door(session, "astra"))
    without = replace(seen, view=seen.view._replace(ledger=None, offers=None))
    html = seat_page(without, parts_of(without), "Ana", "0f", ClockSeen())
    assert 'id="tab-messages"' in html
    assert 'id="tab-deals"' not in html


def test_reading_the_brief_is_told_once(session: Session) -> None:
    """The sheet tells of it once it has been open for a while."""
    page = Page(session, "astra")
    assert page.door.view().aims[0].text in page.text("brief.aims")
    assert "Yours alone until the end" in page.text("brief.aims")
    for _again in range(2):
        page.send("read_brief", {})
    assert session.play.briefs_read == frozenset({"astra"})


def test_a_brief_is_only_ever_text(session: Session) -> None:
    """Nothing of it becomes a link, an image or markup."""
    seen = seat_seen(seat_door(session, "astra"))
    brief = "# Head\n\n<b>x</b> [a](http://b.example) ![c](http://d.example/e.png) **strong**"
    view = seen.view._replace(brief=brief)
    html = parts_of(replace(seen, view=view))["brief.own"]
    assert "<strong>strong</strong>" in html
    assert "<a" not in html
    assert "<img" not in html
    assert "<b>" not in html


def test_whoever_is_new_has_a_first_look_and_leaves_it(full: PackReading) -> None:
    """It lies over the page until then; whoever has seen its cards has yet to read the brief."""
    session = begun(full)
    page = Page(session, "astra")
    (look,) = [at for _tag, at in page.reading("first_look").tags if "data-due" in at]
    assert look["data-due"] == "1"
    assert "You are Astra" in page.parts()["first_look.cards"]
    assert "Close curtain" not in page.parts()["first_look.cards"]
    page.send("end_first_look", {})
    assert "astra" in session.play.looked_round
    assert "astra" not in session.play.briefs_read
    (look,) = [at for _tag, at in page.reading("first_look").tags if "data-due" in at]
    assert look["data-due"] == ""
