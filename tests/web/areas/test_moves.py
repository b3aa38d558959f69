"""A seat picks its orders on its page, says why, writes its own, seals them and takes them back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.session.faults import Refused
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.free_orders import FreeDesk
from idlib_wargame.views.online.seat_seen import seat_seen
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.web.areas.moves import MOVES
from idlib_wargame.web.fields import Amiss
from tests.harbour_exercise import adjudicated, open_orders
from tests.web.areas.page import Page, Reading


@pytest.fixture
def astra(session: Session) -> Page:
    """The page of Astra, while orders are asked for."""
    open_orders(session)
    return Page(session, "astra")


def picks(session: Session, seat: str = "astra") -> list[tuple[str, str]]:
    """What the record says is picked."""
    return [wish[:2] for wish in session.play.drafts.get(seat, ())]


def first_open(page: Page, at: int = 0) -> Wish:
    """A move of one way that is open to it, of another table for each place."""
    options = [each for each in page.door.view().options if each.legal and not each.choice]
    by_table = {each.table: each.wish for each in reversed(options)}
    return list(reversed(by_table.values()))[at]


def pick(page: Page, wish: Wish) -> str:
    """Press its button."""
    return page.press("pick", about=wish.move)


def test_a_move_is_picked_and_taken_back(session: Session, astra: Page) -> None:
    """It stands among the orders with its odds; its button takes it back from then on."""
    wish = first_open(astra)
    option = astra.door.view().option(wish)
    assert option is not None
    assert pick(astra, wish) == f"Picked: {option.title}"
    assert picks(session) == [wish[:2]]
    text = astra.text("moves.picked")
    assert text.startswith(f"1 {option.title}")
    assert option.hint in text
    assert astra.forms("pick", wish.move) == []
    said = ["Picked" in form.words for form in astra.forms("take_off", wish.move)]
    assert sorted(said) == [False, True], "among the orders, and on its card"
    astra.send("take_off", {"move": wish.move, "choice": wish.choice})
    assert picks(session) == []
    assert "1 Pick a move, and it stands here." in astra.text("moves.picked")


def test_two_people_of_a_seat_wipe_nothing_of_each_other(session: Session, astra: Page) -> None:
    """What both pressed stands once; what one picks is added to what the other did."""
    one, two = first_open(astra), first_open(astra, 1)
    pick(astra, one)
    assert astra.send("pick", {"move": one.move, "choice": ""}) == ""
    pick(Page(session, "astra"), two)
    assert picks(session) == [one[:2], two[:2]]
    astra.send("take_off", {"move": one.move, "choice": ""})
    assert astra.send("take_off", {"move": one.move, "choice": ""}) == ""
    assert picks(session) == [two[:2]]


def test_a_third_order_of_two_is_refused_with_the_reason(session: Session, astra: Page) -> None:
    """The sentence is the window's; nothing is picked."""
    for at in (0, 1):
        pick(astra, first_open(astra, at))
    with pytest.raises(Refused, match="You have 2 orders a turn; take one back first"):
        astra.send("pick", {"move": "open_ground", "choice": "north"})
    assert len(picks(session)) == 2


def test_why_is_kept_as_it_is_typed(session: Session, astra: Page) -> None:
    """In a form that posts itself; of an order that is gone it is refused."""
    wish = first_open(astra)
    pick(astra, wish)
    astra.type("explain", wish.move, why="They would not dare")
    assert session.play.drafts["astra"][0].why == "They would not dare"
    (area,) = [at for tag, at in astra.reading("moves.picked").tags if tag == "textarea"]
    assert area["data-keeps"] == f"reason.1.{wish.move}."
    astra.send("take_off", {"move": wish.move, "choice": ""})
    with pytest.raises(Refused):
        astra.send("explain", {"move": wish.move, "choice": "", "why": "Too late"})


def test_every_move_says_its_odds_and_what_it_does(astra: Page) -> None:
    """What is not open says why, and has no button."""
    text, view = astra.text("moves.list"), astra.door.view()
    for option in view.options:
        assert option.move in text
        assert option.choice in text
        assert (option.why_not or option.odds_in_full) in text
    shut = [each.wish for each in view.options if not each.legal]
    assert shut
    for wish in shut:
        same = {"move": wish.move, "choice": wish.choice}
        sent = [form for form in astra.forms("pick") if dict(form.fields) == same]
        assert sent == []
        with pytest.raises(Refused):
            astra.send("pick", same)


def test_a_move_is_found_by_its_words(astra: Page) -> None:
    """Each card carries what the window finds it by."""
    found = [at["data-text"] for _tag, at in astra.reading("moves.list").tags if "data-text" in at]
    options = astra.door.view().options
    assert len(found) == len({option.wish.move for option in options})
    assert all(any(option.sought in text for text in found) for option in options)


def test_sealing_nothing_is_asked_and_sealing_something_is_not(astra: Page) -> None:
    """The button is filled only where something is picked."""
    (form,) = astra.forms("seal")
    assert form.attributes["data-ask"].startswith("Seal no orders this turn?")
    assert form.attributes["data-yes"] == "Seal no orders"
    assert form.buttons[0].attributes.get("class") is None
    pick(astra, first_open(astra))
    (form,) = astra.forms("seal")
    assert "data-ask" not in form.attributes
    assert form.buttons[0].attributes["class"] == "filled"
    assert "Seal 1 of 2 orders" in form.words


def test_orders_are_sealed_and_taken_back(session: Session, astra: Page) -> None:
    """Sealed, nothing can be picked and nothing more be written; they can be taken back."""
    wish = first_open(astra)
    pick(astra, wish)
    astra.type("explain", wish.move, why="It is time")
    assert astra.press("seal") == "Sealed."
    assert session.play.sealed["astra"] == (wish._replace(why="It is time"),)
    assert astra.forms("pick") == astra.forms("explain") == astra.forms("seal") == []
    text = astra.text("moves.picked")
    assert "“It is time”" in text
    assert "Sealed. All orders are opened together" in text
    astra.press("unseal", "Take the order back")
    assert "astra" not in session.play.sealed


def test_what_was_not_read_is_not_sealed(session: Session, astra: Page) -> None:
    """Another of the seat picked something after the page was drawn that is sealed from."""
    pick(astra, first_open(astra))
    (form,) = astra.forms("seal")
    pick(Page(session, "astra"), first_open(astra, 1))
    with pytest.raises(Refused, match="Your orders have changed meanwhile"):
        astra.send("seal", {"seen": form.values("seen")})
    assert "astra" not in session.play.sealed
    assert astra.press("seal") == "Sealed."


def test_before_orders_they_are_picked_and_not_sealed(session: Session) -> None:
    """While news comes in and people talk, what is picked is kept."""
    astra = Page(session, "astra")
    pick(astra, first_open(astra))
    assert len(picks(session)) == 1
    assert astra.parts()["frame.seal"] == ""


def test_once_orders_are_open_nothing_is_picked(session: Session) -> None:
    """The page has no button for it, and an act by hand is refused."""
    adjudicated(session)
    astra = Page(session, "astra")
    assert astra.forms("pick") == astra.forms("take_off") == []
    with pytest.raises(Refused):
        astra.send("pick", {"move": astra.door.view().options[0].wish.move, "choice": ""})


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("pick", {}),
        ("pick", {"move": "x" * 201}),
        ("explain", {"move": "patrols"}),
        ("write_own", {"move": "F1_astra_1", "what": "", "aim": "", "reason": ["a"] * 4}),
        ("seal", {"seen": 1}),
    ],
)
def test_what_no_page_sends_is_told_apart(astra: Page, act: str, fields: dict[str, object]) -> None:
    """It is no act of a page of ours."""
    with pytest.raises(Amiss):
        astra.send(act, fields)


def test_an_order_of_ones_own_has_a_field_for_each_thing(session: Session, astra: Page) -> None:
    """What it does, to what end, and three reasons; none where the exercise has no such orders."""
    assert astra.forms("begin_own") == []
    with pytest.raises(Refused):
        astra.send("begin_own", {})
    seen = seat_seen(seat_door(session, "astra"))
    own = Wish("F1_astra_1", free=FreeOrder("Send a doctor", "Trust", ("They ask for one",)))
    view = seen.view._replace(free=FreeDesk(1, 2, 1, "astra"), wishes=(own,))
    reading = Reading(MOVES.parts(replace(seen, view=view))["moves.picked"])
    (form,) = [each for each in reading.forms if each.attributes["data-act"] == "write_own"]
    assert form.fields == [
        ("move", "F1_astra_1"),
        ("what", "Send a doctor"),
        ("aim", "Trust"),
        ("reason", "They ask for one"),
        ("reason", ""),
        ("reason", ""),
    ]
