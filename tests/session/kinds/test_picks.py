"""A draft that changes pick by pick, so that two people of one seat never wipe each other's."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.pick_added import PICK_ADDED, AddPick
from idlib_wargame.session.kinds.pick_explained import PICK_EXPLAINED, ExplainPick
from idlib_wargame.session.kinds.pick_taken_off import PICK_TAKEN_OFF, TakePickOff
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.known_play import known_play
from idlib_wargame.views.seat_door import SeatDoor, seat_door
from tests.session.exercises import (
    READERS,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_orders,
)

TALKS, PROTEST = Wish("call_talks"), Wish("protest")
FULL = "You have 2 orders a turn; take one back first."
GONE = "That order was taken off the sheet meanwhile; pick it again to write about it."


@pytest.fixture
def free(harbour: PackReading) -> Session:
    """Astra may write an order of its own a turn."""
    return begun(harbour, free_orders=FreeOrders(1, ("astra",)))


def drafted(session: Session) -> tuple[Wish, ...]:
    """What stands on Astra's sheet; the record says the same."""
    assert read_back(session) == session.play
    return session.play.drafts.get("astra", ())


def pick(session: Session, *acts: AddPick | TakePickOff | ExplainPick) -> None:
    """Astra does these."""
    for act in acts:
        session.submit(act, "astra")


def test_two_people_pick_and_neither_wipes_the_others(session: Session) -> None:
    """Each adds their own; one takes theirs off again, and the other's reason stays."""
    pick(session, AddPick("astra", TALKS), AddPick("astra", PROTEST))
    pick(session, ExplainPick("astra", "protest", why="They fished"))
    pick(session, TakePickOff("astra", "call_talks"))
    assert drafted(session) == (Wish("protest", "", "They fished"),)
    assert "astra" in session.play.writing_since[1]


def test_one_move_picked_by_both_is_one_pick(session: Session) -> None:
    """The reason that one of them wrote stays; another that is said then takes its place."""
    pick(session, AddPick("astra", Wish("protest", "", "They fished")), AddPick("astra", PROTEST))
    assert drafted(session) == (Wish("protest", "", "They fished"),)
    pick(session, AddPick("astra", Wish("protest", "", "At night")))
    assert drafted(session) == (Wish("protest", "", "At night"),)


def test_what_was_taken_off_meanwhile_is_not_brought_back_by_typing(session: Session) -> None:
    """Whoever types is told, and may pick it again."""
    pick(session, AddPick("astra", PROTEST), TakePickOff("astra", "protest"))
    assert refusal(session, ExplainPick("astra", "protest", why="But"), "astra") == GONE
    said = "That order is not on the sheet any more."
    assert refusal(session, TakePickOff("astra", "protest"), "astra") == said
    assert drafted(session) == ()


def test_a_choice_is_a_pick_of_its_own(session: Session) -> None:
    """One move with two choices is picked twice, and each is taken off by itself."""
    north, south = Wish("open_ground", "north"), Wish("open_ground", "south")
    session.submit(AddPick("borea", north), "borea")
    session.submit(AddPick("borea", south), "borea")
    session.submit(TakePickOff("borea", "open_ground", "north"), "borea")
    assert session.play.drafts["borea"] == (south,)


def test_no_more_are_picked_than_may_be_ordered(session: Session) -> None:
    """Two people who pick the last one at once: the second is told, and nothing is lost."""
    pick(session, AddPick("astra", TALKS), AddPick("astra", PROTEST))
    assert refusal(session, AddPick("astra", Wish("send_patrols")), "astra") == FULL
    pick(session, TakePickOff("astra", "call_talks"), AddPick("astra", Wish("send_patrols")))
    said = refusal(session, AddPick("astra", Wish("silent_nets")), "astra")
    assert said == FULL
    pick(session, TakePickOff("astra", "protest"))
    said = refusal(session, AddPick("astra", Wish("silent_nets")), "astra")
    assert said == "At sea: 1 order a turn at most; take the other back first."


def test_who_may_pick_what_and_when(session: Session) -> None:
    """As with a whole draft: a seat for itself, moves of the pack, before orders are opened."""
    add = AddPick("astra", PROTEST)
    acts = (add, TakePickOff("astra", "protest"), ExplainPick("astra", "protest", why="Now"))
    for act in acts:
        said = "These orders are for Astra; only its own seat may change them."
        assert refusal(session, act, "borea") == said
    said = "There is no move “fly” in this pack."
    assert refusal(session, AddPick("astra", Wish("fly")), "astra") == said
    said = "There is no seat “nowhere” in this exercise."
    assert refusal(session, AddPick("nowhere", PROTEST)) == said
    pick(session, AddPick("astra", Wish("sign_treaty")))  # it may be open by the time of sealing
    assert drafted(session) == (Wish("sign_treaty"),)
    pick(session, TakePickOff("astra", "sign_treaty"))
    do(session, add)
    to_orders(session)
    session.submit(SealOrders("astra", (PROTEST,)), "astra")
    for act in acts:
        said = "These orders are sealed; unseal them to change them."
        assert refusal(session, act, "astra") == said
    session.submit(UnsealOrders("astra"), "astra")
    pick(session, ExplainPick("astra", "protest", why="After all"))
    assert drafted(session) == (Wish("protest", "", "After all"),)
    session.submit(SealOrders("astra", drafted(session)), "astra")
    do(session, Adjudicate())
    for act in acts:
        assert refusal(session, act, "astra").startswith("Too late for turn 1")


def test_a_text_that_would_weigh_on_every_act_is_refused(session: Session) -> None:
    """Of all picks together, as of a whole sheet."""
    pick(session, AddPick("astra", PROTEST), AddPick("astra", TALKS))
    pick(session, ExplainPick("astra", "protest", why="x" * 60_000))
    said = refusal(session, ExplainPick("astra", "call_talks", why="x" * 60_000), "astra")
    assert said.startswith("These orders have 120000 characters in all")


def test_an_order_of_its_own_is_begun_written_and_taken_off(free: Session) -> None:
    """It is known by a name of the seat's, and what is written of it leaves the picks alone."""
    pick(free, AddPick("astra", PROTEST), AddPick("astra", Wish("", free=FreeOrder(""))))
    assert drafted(free) == (PROTEST, Wish("F1_astra_1", free=FreeOrder("")))
    text = FreeOrder("We light the bank", "That all see it", ("Lamps are there",))
    pick(free, ExplainPick("astra", "F1_astra_1", free=text))
    pick(free, ExplainPick("astra", "protest", why="They fished"))
    both = (Wish("protest", "", "They fished"), Wish("F1_astra_1", free=text))
    assert drafted(free) == both
    pick(free, TakePickOff("astra", "F1_astra_1"))
    assert refusal(free, ExplainPick("astra", "F1_astra_1", free=text), "astra") == GONE
    assert drafted(free) == (Wish("protest", "", "They fished"),)


def test_two_who_begin_an_order_of_their_own_at_once_do_not_share_one(harbour: PackReading) -> None:
    """Neither writes over the other's; a third is one too many."""
    both = begun(harbour, free_orders=FreeOrders(2, ("astra",)))
    new = AddPick("astra", Wish("", free=FreeOrder("")))
    pick(both, new, new)
    assert [wish.move for wish in drafted(both)] == ["F1_astra_1", "F1_astra_2"]
    assert refusal(both, new, "astra") == "You may write 2 orders of your own a turn."


def test_an_order_of_its_own_that_is_brought_back_keeps_what_it_says(free: Session) -> None:
    """A window that took one off puts it back as it was; added twice, it stands once."""
    wish = Wish("F1_astra_1", free=FreeOrder("We light the bank"))
    pick(free, AddPick("astra", wish), AddPick("astra", Wish("F1_astra_1", free=FreeOrder(""))))
    assert drafted(free) == (wish,)


def test_only_where_the_exercise_lets_it(free: Session) -> None:
    """Another seat writes no order of its own; nor does one whose sheet is full."""
    new = Wish("", free=FreeOrder("We sing"))
    said = "Orders of one's own are not part of this exercise for this seat."
    assert refusal(free, AddPick("borea", new), "borea") == said
    pick(free, AddPick("astra", TALKS), AddPick("astra", PROTEST))
    assert refusal(free, AddPick("astra", new), "astra") == FULL


def test_no_name_of_another_order_is_taken(free: Session) -> None:
    """Whatever a page says that its own order is called."""
    for named in ("protest", "F1_borea_1", "F2_astra_1", "nonsense"):
        pick(free, AddPick("astra", Wish(named, free=FreeOrder("We light the bank"))))
        assert [wish.move for wish in drafted(free)] == ["F1_astra_1"]
        pick(free, TakePickOff("astra", "F1_astra_1"))


def test_no_pick_of_the_tables_becomes_an_order_of_its_own(free: Session) -> None:
    """A page that gives its own order the name of a pick gets another name for it."""
    pick(free, AddPick("astra", PROTEST))
    pick(free, AddPick("astra", Wish("protest", free=FreeOrder("We sing"))))
    assert drafted(free) == (PROTEST, Wish("F1_astra_1", free=FreeOrder("We sing")))


def test_a_pick_of_the_tables_takes_no_text_of_ones_own(free: Session) -> None:
    """What it does stands in the pack."""
    pick(free, AddPick("astra", PROTEST))
    pick(free, ExplainPick("astra", "protest", why="Now", free=FreeOrder("We sing")))
    assert drafted(free) == (Wish("protest", "", "Now"),)


def test_picks_go_on_from_a_whole_draft(session: Session) -> None:
    """The facilitator's desk writes whole sheets for a seat that it plays."""
    session.submit(DraftOrders("astra", (TALKS,)), FACILITATOR)
    pick(session, AddPick("astra", PROTEST))
    assert drafted(session) == (TALKS, PROTEST)


def test_no_log_tells_of_it_and_nobody_else_knows(session: Session) -> None:
    """As of every draft; undo leaves it alone."""
    before = texts(session, CONTROL)
    acts = (
        AddPick("astra", PROTEST),
        ExplainPick("astra", "protest", why="SECRET"),
        TakePickOff("astra", "protest"),
    )
    for act in acts:
        session.submit(act, "astra")
        assert [last_line(session, reader) for reader in READERS] == [""] * len(READERS)
        assert not known_play(session.play, session.referee.sight("borea")).drafts
    assert texts(session, CONTROL) == before
    assert not any(kind.undoable for kind in (PICK_ADDED, PICK_TAKEN_OFF, PICK_EXPLAINED))


@pytest.fixture
def doors(session: Session) -> tuple[SeatDoor, SeatDoor]:
    """A laptop and a phone at one seat, orders open."""
    to_orders(session)
    return seat_door(session, "astra"), seat_door(session, "astra")


def test_both_screens_of_a_seat_see_each_pick(
    session: Session, doors: tuple[SeatDoor, SeatDoor]
) -> None:
    """As it is made; and one of them seals."""
    laptop, phone = doors
    laptop.add_pick(TALKS)
    phone.add_pick(PROTEST)
    laptop.explain_pick("protest", "", "They fished")
    assert phone.view().wishes == (TALKS, Wish("protest", "", "They fished"))
    phone.take_pick_off("call_talks")
    laptop.seal_as_seen(laptop.view().wishes)
    assert phone.view().is_sealed
    assert session.play.sealed["astra"] == (Wish("protest", "", "They fished"),)


def test_nobody_seals_what_they_did_not_read(
    session: Session, doors: tuple[SeatDoor, SeatDoor]
) -> None:
    """Somebody beside them has picked meanwhile: they are told, and nothing is sealed."""
    laptop, phone = doors
    laptop.add_pick(TALKS)
    seen = phone.view().wishes
    laptop.add_pick(PROTEST)
    with pytest.raises(Refused, match="have changed meanwhile; read them again"):
        phone.seal_as_seen(seen)
    assert "astra" not in session.play.sealed
    phone.seal_as_seen(phone.view().wishes)
    with pytest.raises(Refused, match="are sealed already"):
        laptop.seal_as_seen(laptop.view().wishes)
