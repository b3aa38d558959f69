"""The door: what may be done, by whom, when; and what stands afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import fingerprint_of, seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.play import Seating, Setup, Wish
from idlib_wargame.session.session import Change, Session
from idlib_wargame.views.seat import seat_view

SEED = seed_from_number(7)
PROTEST = (Wish("protest", "", "They fished at night"),)
SEATING = (
    Seating("astra", ("Ada", "Amir")),
    Seating("borea", ("Bo",)),
    Seating("caldis", (), "habit:cautious"),
    Seating("press", (), "control"),
)


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """An exercise in memory: two seats of people, one habit, a press played by control."""
    return Session.create(None, harbour, Setup("Grey Bank", "B", 4, seating=SEATING), SEED)


def do(session: Session, *acts: Act) -> None:
    """The facilitator does these, one after another."""
    for act in acts:
        session.submit(act, FACILITATOR)


def to_results(session: Session) -> None:
    """Turn 1, with both seats of people sealed, adjudicated."""
    do(session, MoveOn())
    session.submit(SealOrders("astra", PROTEST), "astra")
    session.submit(SealOrders("borea", ()), "borea")
    do(session, Adjudicate())


def test_a_turn_goes_from_talks_to_the_next(session: Session) -> None:
    """Every phase follows from the facilitator's next act, and each button says what it does."""
    words, phases = [], [session.play.phase]
    for _ in range(5):
        following = session.next_act()
        assert following is not None
        words.append(following[1])
        do(session, following[0])
        phases.append(session.play.phase)
    assert words == [
        "Open orders",
        "Adjudicate turn 1",
        "Close turn 1",
        "Start turn 2",
        "Open orders",
    ]
    assert phases == ["talks", "orders", "adjudication", "report", "talks", "orders"]
    assert (session.play.turn, len(session.play.closed)) == (2, 1)


def test_orders_are_sealed_opened_and_adjudicated(session: Session) -> None:
    """Sealed orders and a habit's picks are opened together, each with its reason."""
    to_results(session)
    pending = session.play.pending
    assert pending is not None
    assert ("astra", "protest", "They fished at night") in [
        (order.seat, order.move, why) for order, why, _ in pending.orders
    ]
    assert {order.seat for order, *_ in pending.orders} == {"astra", "caldis"}


def test_waiting_for_names_the_people_who_have_not_sealed(session: Session) -> None:
    """Seats of people are waited for until they seal; habits and control's press are not."""
    assert session.waiting_for() == ()
    do(session, MoveOn())
    assert session.waiting_for() == ("astra", "borea")
    session.submit(SealOrders("astra", PROTEST), "astra")
    assert session.waiting_for() == ("borea",)


REFUSED: list[tuple[str, Callable[[Session], None], Act, str, str]] = [
    (
        "early",
        lambda s: None,
        SealOrders("astra", PROTEST),
        "astra",
        "Orders for turn 1 are not open yet; your draft is kept until they are.",
    ),
    (
        "late",
        to_results,
        SealOrders("astra", PROTEST),
        "astra",
        "Too late for turn 1: its orders have been opened. The next orders are for the next turn.",
    ),
    (
        "another's",
        lambda s: do(s, MoveOn()),
        SealOrders("astra", PROTEST),
        "borea",
        "These orders are for Astra; only its own seat may change them.",
    ),
    (
        "not its move",
        lambda s: do(s, MoveOn()),
        SealOrders("caldis", (Wish("sign_treaty"),)),
        "caldis",
        "“Sign the treaty of the bank” is not a move of Caldis.",
    ),
    (
        "not legal",
        lambda s: do(s, MoveOn()),
        SealOrders("astra", (Wish("sign_treaty"),)),
        "astra",
        "“Sign the treaty of the bank” is not open: Stage of the talks must be 3 or more (draft), "
        "and is 1 (feelers).",
    ),
    (
        "no such move",
        lambda s: None,
        DraftOrders("astra", (Wish("fly"),)),
        "astra",
        "There is no move “fly” in this pack.",
    ),
    (
        "no such seat",
        lambda s: None,
        DraftOrders("nowhere", ()),
        FACILITATOR,
        "There is no seat “nowhere” in this exercise.",
    ),
    (
        "a seat adjudicates",
        lambda s: None,
        Adjudicate(),
        "astra",
        "Only the facilitator may do that.",
    ),
    (
        "adjudicate in talks",
        lambda s: None,
        Adjudicate(),
        FACILITATOR,
        "Orders can be adjudicated only while the orders phase is open.",
    ),
    (
        "close nothing",
        lambda s: None,
        CloseTurn(),
        FACILITATOR,
        "There are no results to accept yet.",
    ),
    (
        "skip adjudication",
        lambda s: do(s, MoveOn()),
        MoveOn(),
        FACILITATOR,
        "The phase is orders; turn its orders into results first.",
    ),
    ("undo nothing", lambda s: None, Undo(), FACILITATOR, "There is nothing to undo."),
    (
        "re-open what was not opened",
        lambda s: None,
        Reopen(1),
        FACILITATOR,
        "Turn 1 has not been adjudicated, so it cannot be re-opened.",
    ),
    (
        "empty note",
        lambda s: None,
        TakeNote("  "),
        FACILITATOR,
        "The note is empty; write a few words first.",
    ),
    (
        "ruling without reason",
        to_results,
        Decide("turn 1/diplomacy/astra/protest", Band.FAILURE, " "),
        FACILITATOR,
        "A ruling needs its reason, in a few words.",
    ),
    (
        "ruling on nothing",
        to_results,
        Decide("turn 1/diplomacy/borea/protest", Band.FAILURE, "why"),
        FACILITATOR,
        "That order is not among the results of this turn.",
    ),
    (
        "unseal nothing",
        lambda s: do(s, MoveOn()),
        UnsealOrders("astra"),
        "astra",
        "There are no sealed orders to take back.",
    ),
    (
        "unknown player",
        lambda s: None,
        Reseat("astra", (), "robot"),
        FACILITATOR,
        "“robot” cannot play a seat; a person, control or a habit can.",
    ),
    (
        "change after the end",
        lambda s: do(s, Finish()),
        MoveOn(),
        FACILITATOR,
        "The exercise is finished; its record can be replayed but not changed.",
    ),
]


@pytest.mark.parametrize(
    ("before", "act", "by", "sentence"),
    [row[1:] for row in REFUSED],
    ids=[row[0] for row in REFUSED],
)
def test_a_refusal_gives_its_reason_and_records_nothing(
    session: Session, before: Callable[[Session], None], act: Act, by: str, sentence: str
) -> None:
    """What may not be done is refused in one calm sentence, and the record stays as it was."""
    before(session)
    head, play = session.saved.head, session.play
    with pytest.raises(Refused) as refused:
        session.submit(act, by)
    assert str(refused.value) == sentence
    assert (session.saved.head, session.play) == (head, play)


def test_every_fault_of_an_order_sheet_is_told_at_once(session: Session) -> None:
    """Two mistakes in one sheet give two sentences."""
    do(session, MoveOn())
    with pytest.raises(Refused) as refused:
        session.submit(SealOrders("astra", (Wish("sign_treaty"), Wish("fly"))), "astra")
    assert len(refused.value.reasons) == 2


def test_a_change_is_announced_once_to_all_who_listen(session: Session) -> None:
    """Listeners get the act, who did it and both plays; one that left hears no more."""
    heard: list[Change] = []
    leave = session.subscribe(heard.append)
    change = session.submit(TakeNote("The room is quiet"), FACILITATOR)
    leave()
    do(session, TakeNote("Still quiet"))
    assert heard == [change]
    assert [note.text for note in change.after.notes] == ["The room is quiet"]
    assert change.before.notes == ()


def test_a_draft_is_kept_until_it_is_sealed(session: Session, harbour: PackReading) -> None:
    """Picking an order records it; sealing locks it; unsealing gives it back."""
    session.submit(DraftOrders("astra", PROTEST), "astra")
    assert seat_view(session, "astra").wishes == PROTEST
    do(session, MoveOn())
    session.submit(SealOrders("astra", PROTEST), "astra")
    assert seat_view(session, "astra").is_sealed
    with pytest.raises(Refused, match="These orders are sealed; unseal them to change them"):
        session.submit(DraftOrders("astra", ()), "astra")
    session.submit(UnsealOrders("astra"), "astra")
    assert (seat_view(session, "astra").is_sealed, seat_view(session, "astra").wishes) == (
        False,
        PROTEST,
    )


def test_a_ruling_stands_beside_the_tables_result(session: Session) -> None:
    """The table's band stays on the card, the ruling counts, and taking it back restores all."""
    to_results(session)
    before = session.play.pending
    assert before is not None
    address = "turn 1/diplomacy/astra/protest"
    do(session, Decide(address, Band.BACKFIRE, "The minister slipped", shown=False))
    ruled = session.play.pending
    assert ruled is not None
    card = next(card for card in ruled.result.cards if card.address == address)
    assert card.ruled is not None
    assert (card.final, card.ruled.why) == (Band.BACKFIRE, "The minister slipped")
    assert card.dice is not None
    do(session, Decide(address, None, "On second thoughts"))
    again = session.play.pending
    assert again is not None
    assert again.result == before.result


def test_a_rigid_exercise_takes_no_rulings(harbour: PackReading) -> None:
    """Where the setup says so, the dice decide."""
    setup = Setup("Rigid", "", 4, method="rigid", seating=SEATING)
    session = Session.create(None, harbour, setup, SEED)
    to_results(session)
    with pytest.raises(Refused, match="set up without rulings"):
        do(session, Decide("turn 1/diplomacy/astra/protest", Band.SUCCESS, "why"))


def test_expected_value_throws_no_dice(harbour: PackReading) -> None:
    """Without dice each order gets its likeliest band."""
    setup = Setup("Expected", "", 4, method="expected", seating=SEATING)
    session = Session.create(None, harbour, setup, SEED)
    to_results(session)
    assert session.play.pending is not None
    assert all(card.dice is None for card in session.play.pending.result.cards)


def test_undo_strikes_the_facilitators_last_act_and_keeps_both(session: Session) -> None:
    """Undoing an adjudication brings the orders back, sealed; the log shows what was struck."""
    to_results(session)
    do(session, Undo())
    assert (session.play.phase, session.play.pending) == ("orders", None)
    assert session.play.sealed["astra"] == PROTEST
    struck = [line for line in session.log() if line.struck]
    assert [line.kind for line in struck] == ["adjudicated"]
    do(session, Undo())
    assert session.play.phase == "talks"
    assert session.play.sealed["astra"] == PROTEST


def test_reopening_a_turn_brings_its_orders_back(session: Session) -> None:
    """A turn closed long ago is open again with its sealed orders; later entries are struck."""
    to_results(session)
    first = session.play.pending
    do(session, CloseTurn(), MoveOn(), MoveOn(), Adjudicate(), CloseTurn())
    assert len(session.play.closed) == 2
    do(session, Reopen(1))
    assert (session.play.turn, session.play.phase) == (1, "orders")
    assert not session.play.closed
    assert session.play.sealed["astra"] == PROTEST
    do(session, Adjudicate())
    assert first is not None
    assert session.play.pending is not None
    assert session.play.pending.result == first.result


def test_the_end_reads_the_outcome_and_publishes_the_seed(session: Session) -> None:
    """Finishing names the outcome and shows the seed that fits the fingerprint."""
    while (following := session.next_act()) is not None:
        do(session, following[0])
    play = session.play
    assert play.finished
    assert play.outcome in {outcome.id for outcome in session.scenario.outcomes}
    assert fingerprint_of(bytes.fromhex(play.seed)) == play.setup.fingerprint
    with pytest.raises(Refused):
        do(session, Undo())


def test_a_closed_program_loses_nothing(harbour: PackReading, tmp_path: Path) -> None:
    """Opening the file again gives the same play, drafts included."""
    path = tmp_path / "bank.wargame"
    session = Session.create(path, harbour, Setup("Bank", "", 4, seating=SEATING), SEED)
    do(session, MoveOn())
    session.submit(SealOrders("borea", ()), "borea")
    session.submit(DraftOrders("astra", PROTEST), "astra")
    play, head = session.play, session.saved.head
    session.close()
    again = Session.open(path)
    assert (again.play, again.saved.head) == (play, head)
    to_results_again = again.submit(Adjudicate(), FACILITATOR)
    assert to_results_again.after.phase == "adjudication"
    again.close()


def test_when_the_folder_is_gone_play_goes_on_in_memory(
    harbour: PackReading, tmp_path: Path
) -> None:
    """A disk that fails costs one calm sentence; nothing is lost and it can be saved elsewhere."""
    folder = tmp_path / "stick"
    folder.mkdir()
    session = Session.create(
        folder / "bank.wargame", harbour, Setup("Bank", "", 4, seating=SEATING), SEED
    )
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    do(session, MoveOn(), TakeNote("kept"))
    assert session.saved.in_memory
    assert session.saved.fault
    assert "Traceback" not in session.saved.fault
    elsewhere = tmp_path / "elsewhere.wargame"
    session.save_as(elsewhere)
    assert (session.saved.fault, session.saved.in_memory) == ("", False)
    do(session, Adjudicate())
    play = session.play
    session.close()
    again = Session.open(elsewhere)
    assert again.play == play
    again.close()


def test_a_pack_with_problems_begins_no_exercise(harbour: PackReading) -> None:
    """A session cannot begin on a pack that does not read."""
    broken = replace(harbour, scenario=None)
    with pytest.raises(SessionFault, match="no exercise can begin with it"):
        Session.create(None, broken, Setup("X", "", 4), SEED)
