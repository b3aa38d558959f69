"""Orders that seats write themselves: sealed, argued about, given a row, rolled, ordered again."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import Card
from idlib_wargame.session.before_roll import Argument, AskedFor
from idlib_wargame.session.free_order import FreeOrder, free_id
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.order_shown import ShowOrder
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.rolled import RollOrders
from idlib_wargame.session.kinds.row_offered import OfferRow
from idlib_wargame.session.kinds.row_written import WriteRow
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.log import line_for
from idlib_wargame.session.own_move import Coded, OwnMove, like_move
from idlib_wargame.session.play import Wish
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.sitrep import sitrep
from tests.session.exercises import begun, do, last_line, read_back, refusal, to_orders
from tests.session.test_verifying import Body, forged, not_well
from tests.twins.given import given_to

WHAT = "Light the whole bank by night"
AIM = "So that the world sees who fishes"
REASONS = ("The lamps are bought", "The press is aboard")
NAMED = free_id(1, "astra", ())
OWN = Order("astra", NAMED)
FREE = Wish(NAMED, free=FreeOrder(WHAT, AIM, REASONS))


@pytest.fixture
def session(full: PackReading) -> Session:
    """An exercise in which every seat may write one order of its own a turn, orders open."""
    session = begun(full, free_orders=FreeOrders(1))
    to_orders(session)
    return session


def laid_open(session: Session) -> None:
    """Astra's own order lies open."""
    session.submit(SealOrders("astra", (FREE,)), "astra")
    do(session, OpenOrders())


def a_row(session: Session, **changes: object) -> OwnMove:
    """A row like the pack's first move, by another name."""
    first = session.scenario.moves[0]
    row = like_move(session.scenario, "Light the bank", first, "", "astra")
    return row._replace(**changes)  # type: ignore[arg-type]


def card_of(session: Session) -> Card:
    """The free order's card."""
    turn = session.play.pending or session.play.last
    assert turn is not None
    return next(card for card in turn.result.cards if card.order.move == NAMED)


def test_a_seat_drafts_and_seals_an_order_of_its_own(session: Session) -> None:
    """It is kept as it is written, and nobody else reads it before it is opened."""
    session.submit(DraftOrders("astra", (FREE,)), "astra")
    assert session.play.drafts["astra"] == (FREE,)
    session.submit(SealOrders("astra", (FREE,)), "astra")
    assert session.play.sealed["astra"] == (FREE,)
    assert last_line(session) == "Astra seals its orders."
    do(session, OpenOrders())
    sealed = next(e for e in session.entries if e.kind == "sealed")
    assert line_for(session.scenario, sealed, CONTROL, session.opened, session.entries) == (
        f"Astra seals “{WHAT}”."
    )


def test_only_where_the_exercise_allows_it(full: PackReading, session: Session) -> None:
    """Whether, how many, and for whom."""
    none = begun(full)
    to_orders(none)
    assert "not part of this exercise" in refusal(none, SealOrders("astra", (FREE,)), "astra")
    second = Wish(free_id(1, "astra", (NAMED,)), free=FreeOrder("And more"))
    said = refusal(session, SealOrders("astra", (FREE, second)), "astra")
    assert "Only 1 order of a seat's own" in said
    for_borea = begun(full, free_orders=FreeOrders(1, ("borea",)))
    to_orders(for_borea)
    assert "not part of" in refusal(for_borea, SealOrders("astra", (FREE,)), "astra")


@pytest.mark.parametrize(
    ("free", "said"),
    [
        (FreeOrder("  "), "needs a few words"),
        (FreeOrder("x", "", ("a", "b", "c", "d")), "up to 3 reasons"),
        (FreeOrder("x" * 2001), "within 2000 characters"),
    ],
)
def test_what_is_amiss_is_told(session: Session, free: FreeOrder, said: str) -> None:
    """A draft may hold anything; a sealed order says what is done, and not too much."""
    wish = FREE._replace(free=free)
    session.submit(DraftOrders("astra", (wish,)), "astra")
    assert said in refusal(session, SealOrders("astra", (wish,)), "astra")


def test_an_order_of_its_own_counts_among_its_orders(session: Session) -> None:
    """The most that a seat may seal holds for both together."""
    most = session.scenario.orders_of("astra")
    moves = [Wish("protest"), Wish("call_talks"), Wish("silent_nets")][:most]
    said = refusal(session, SealOrders("astra", (*moves, FREE)), "astra")
    assert f"Only {most} orders may be sealed in a turn" in said


def test_it_is_not_rolled_before_it_has_a_row(session: Session) -> None:
    """Nor adjudicated unopened: the next press opens the orders."""
    session.submit(SealOrders("astra", (FREE,)), "astra")
    assert session.next_act() == (OpenOrders(), "Open the orders of turn 1")
    assert "no row of the tables yet" in refusal(session, Adjudicate())
    do(session, OpenOrders())
    assert session.play.before_roll is not None
    assert "no row of the tables yet" in refusal(session, Adjudicate())
    other = next(each.order for each in session.play.before_roll.orders if each.free is None)
    assert "no row" in refusal(session, RollOrders((other,)))


def test_others_give_reasons_against_it_where_they_are_asked(session: Session) -> None:
    """Control shows it to them, asks, and may add its own."""
    laid_open(session)
    ask = AskOthers(OWN, AskedFor.AGAINST, ("borea",))
    assert "do not know of" in refusal(session, ask)
    reason = GiveReason(OWN, "Lamps go out in a storm", "borea")
    assert "not asked" in refusal(session, reason, "borea")
    do(session, ShowOrder(OWN, ("borea",)), ask)
    session.submit(reason, "borea")
    do(session, GiveReason(OWN, "There is no moon", is_for=True))
    assert session.play.before_roll is not None
    assert session.play.before_roll.arguments[OWN] == (
        Argument("borea", "Lamps go out in a storm"),
        Argument("", "There is no moon", is_for=True),
    )


def test_its_row_is_rolled_under_the_same_dice(session: Session) -> None:
    """It is named, has odds, effects, severity and a code, and shows on a card like any other."""
    laid_open(session)
    coded = Coded("0211", "Appeal for economic cooperation", 340, ("borea",))
    track = session.scenario.tracks[0].id
    effects = {Band.SUCCESS: (Effect(track, 1),), Band.STRONG: (Effect(track, 2),)}
    do(session, WriteRow(OWN, a_row(session, effects=effects, coded=coded, target=5)))
    assert last_line(session) == (f"A row for Astra, “{WHAT}”: “Light the bank”, highly likely.")
    do(session, Adjudicate())
    card = card_of(session)
    assert card.dice == session._dice.pair(card.address)
    assert (card.target, card.events[0].cameo) == (5, "0211")
    assert card.effects == () or card.effects[0].track == track
    do(session, CloseTurn())
    assert session.play.last is not None
    assert "Light the bank" in "\n".join(line.text for line in session.log())
    report = sitrep(session.scenario, session.play.last.opening, session.play.last.result)
    assert "**Astra** ordered “Light the bank”" in unmarked(report)
    assert unmarked(report).count("Free order.") == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " "}, "Give it a name"),
        ({"table": "nowhere"}, "tables and steps"),
        ({"severity": "huge"}, "how severe"),
        ({"target": 13}, "from 2 to 12"),
        ({"effects": {Band.SUCCESS: (Effect("nothing", 1),)}}, "no track “nothing”"),
        ({"learns": ("mars",)}, "Only actors of the pack"),
        ({"coded": Coded("01", "x", 0, ("astra",))}, "Nobody aims at themselves"),
    ],
)
def test_what_is_amiss_in_a_row_is_told(
    session: Session, changes: dict[str, object], said: str
) -> None:
    """All at once, and nothing is recorded."""
    laid_open(session)
    assert said in refusal(session, WriteRow(OWN, a_row(session, **changes)))


def test_a_row_becomes_one_of_the_exercise_and_is_ordered_again(session: Session) -> None:
    """By those whom the facilitator lets, from the next turn on; undo takes it away again."""
    laid_open(session)
    do(session, WriteRow(OWN, a_row(session)), Adjudicate(), CloseTurn())
    assert Order("astra", NAMED) not in session.referee.legal(session.play.state, "astra")
    do(session, OfferRow(NAMED, ("astra", "borea")))
    assert last_line(session) == "“Light the bank” can be ordered from now on by Astra, Borea."
    to_orders(session)
    for seat in ("astra", "borea"):
        assert Order(seat, NAMED) in session.referee.legal(session.play.state, seat)
        session.submit(SealOrders(seat, (Wish(NAMED),)), seat)
    do(session, Adjudicate())
    assert card_of(session).address.turn == 2
    do(session, Undo())


def test_a_row_goes_with_its_turn(session: Session) -> None:
    """Re-opened, the order is a text again and waits for a row; undone, it is there again."""
    laid_open(session)
    do(session, WriteRow(OWN, a_row(session)), Adjudicate(), CloseTurn(), Reopen(1))
    assert not session.play.own
    assert [line.text for line in session.log() if "Light the bank" in line.text]
    do(session, Undo())
    assert [move.id for move in session.play.own.moves] == [NAMED]


def test_a_session_with_it_replays_and_verifies(full: PackReading, tmp_path: Path) -> None:
    """With one effect of its row altered, it says of which order the result is another."""
    path = tmp_path / "free.wargame"
    session = begun(full, path, free_orders=FreeOrders(1))
    to_orders(session)
    laid_open(session)
    track = session.scenario.tracks[0].id
    effects = {band: (Effect(track, 1),) for band in Band}
    do(session, WriteRow(OWN, a_row(session, effects=effects)), Adjudicate(), CloseTurn())
    play = session.play
    session.close()
    assert not_well(path) == {}
    assert read_session(path).last == play

    def stronger(kind: str, body: Body) -> Body:
        if kind == "row_written":
            for rows in body["row"]["effects"].values():
                rows[0]["by"] = 2
        return body

    said = not_well(forged(path, stronger))["Results"]
    assert "the stored result of Astra, Light the bank is not what" in said


def test_nobody_reads_of_it_who_may_not(full: PackReading) -> None:
    """Neither its words nor its row, its odds or its effects: not in any view, log or report."""
    session = begun(full, free_orders=FreeOrders(1))
    to_orders(session)
    session.submit(SealOrders("astra", (PLANTED,)), "astra")
    for act in (
        OpenOrders(),
        GiveReason(OWN, "XAGAINSTX"),
        WriteRow(OWN, a_row(session, name="XNAMEX", learns=())),
        SetOdds(OWN, 4, "XODDSX"),
        Adjudicate(),
        CloseTurn(),
    ):
        do(session, act)
        for seat in ("borea", "caldis", ""):
            found = repr(given_to(session, seat))
            assert [word for word in WORDS if word in found] == [], (seat, act)
    assert "XNAMEX" in repr(given_to(session, "astra"))


WORDS = ("XWHATX", "XAIMX", "XREASONX", "XAGAINSTX", "XNAMEX", "XODDSX", NAMED)
PLANTED = Wish(NAMED, free=FreeOrder("XWHATX", "XAIMX", ("XREASONX",)))


def test_those_who_learn_of_it_read_what_was_argued(full: PackReading) -> None:
    """Once its turn is closed; to what end stays between the seat and control."""
    session = begun(full, free_orders=FreeOrders(1))
    to_orders(session)
    session.submit(SealOrders("astra", (PLANTED,)), "astra")
    do(session, OpenOrders(), WriteRow(OWN, a_row(session, name="XNAMEX", learns=None)))
    assert "XNAMEX" not in repr(given_to(session, "borea"))
    do(session, SetOdds(OWN, 4, "XODDSX"), Adjudicate(), CloseTurn())
    for seat in ("borea", ""):
        found = repr(given_to(session, seat))
        assert "XNAMEX" in found
        assert [word for word in ("XAIMX", "XODDSX") if word in found] == []


def test_a_row_taken_from_a_move_that_costs_days_costs_them_too(session: Session) -> None:
    """What the pack lets its own moves do, a row that is like one may do."""
    laid_open(session)
    model = next(m for m in session.scenario.moves if "days_left.season" in repr(m.effects))
    row = like_move(session.scenario, "At night", model, "", "astra")._replace(coded=None)
    do(session, WriteRow(OWN, row))
    effects = session.play.own.moves[-1].effects.values()
    assert any(each.track == "days_left.season" for some in effects for each in some)
    do(session, Adjudicate(), CloseTurn())
    assert read_back(session) == session.play
