"""What seats are asked to judge, and what they seal of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.judged import JUDGED, Judge
from idlib_wargame.session.kinds.judgement_asked import JUDGEMENT_ASKED, AskJudgements
from idlib_wargame.session.kinds.judgement_draft import JUDGEMENT_DRAFT, DraftJudgement
from idlib_wargame.session.kinds.judgement_taken_back import (
    JUDGEMENT_TAKEN_BACK,
    TakeJudgementBack,
)
from idlib_wargame.session.kinds.judging import endings_asked, is_asked, may_judge
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Judgement
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from tests.session.exercises import (
    ASTRA,
    READERS,
    altered,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_orders,
    told_to,
)

WHOLE = Judgement((("treaty", "likely"), ("war", "remote"), ("drift", "unlikely")), 2)
HALF = Judgement((("treaty", "unlikely"),))


@pytest.fixture
def asked(full: PackReading) -> Session:
    """An exercise whose pack asks in its second and its last turn, asked in its first by hand."""
    session = begun(full)
    do(session, AskJudgements())
    return session


@pytest.fixture
def on_disk(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """The same in a file."""
    session = begun(full, tmp_path / "judged.wargame")
    do(session, AskJudgements())
    yield session
    session.close()


def seals(session: Session, seat: str = "astra", judgement: Judgement = WHOLE) -> None:
    """The seat seals that."""
    session.submit(Judge(seat, judgement), seat)


def play_turn(session: Session) -> None:
    """To the report of the turn in play, with nobody ordering anything."""
    to_orders(session)
    for seat in ("astra", "borea"):
        session.submit(SealOrders(seat, ()), seat)
    do(session, Adjudicate(), CloseTurn())


@pytest.mark.parametrize(("turns", "due"), [(2, [2]), (4, [2, 4]), (6, [2, 6])])
def test_the_pack_asks_in_its_turns(full: PackReading, turns: int, due: list[int]) -> None:
    """A number is that turn, and the last is the last, however long the exercise is."""
    session = begun(full, turns=turns)
    found = [n for n in range(1, turns + 1) if is_asked(session.scenario, session.play, n)]
    assert found == due


def test_a_pack_that_says_nothing_asks_nothing(harbour: PackReading) -> None:
    """The facilitator may, and then about the endings that every seat may know."""
    session = begun(harbour)
    assert not any(is_asked(session.scenario, session.play, n) for n in range(1, 5))
    assert refusal(session, DraftJudgement("astra", HALF), "astra") == (
        "No judgement is asked for in turn 1."
    )
    do(session, AskJudgements())
    assert is_asked(session.scenario, session.play, 1)
    assert endings_asked(session.referee)


def test_asking_and_calling_off(asked: Session) -> None:
    """Everybody reads of it; it can be undone, and what was given stays."""
    assert last_line(asked) == "Turn 1: each seat is asked what it thinks will happen."
    assert told_to(asked) == set(READERS)
    assert refusal(asked, AskJudgements()) == "Judgements are asked for in turn 1 already."
    seals(asked)
    do(asked, AskJudgements(False))
    assert last_line(asked) == ("Turn 1: no seat is asked any longer what it thinks will happen.")
    assert refusal(asked, AskJudgements(False)) == "No judgement is asked for in turn 1."
    assert asked.play.judged == {1: {"astra": WHOLE}}
    do(asked, Undo())
    assert is_asked(asked.scenario, asked.play, 1)
    assert refusal(asked, AskJudgements(), "astra") == "Only the facilitator may do that."
    assert JUDGEMENT_ASKED.undoable
    assert read_back(asked) == asked.play


def test_half_a_judgement_is_kept(asked: Session) -> None:
    """The last of it counts, no log tells of it, and no undo strikes it."""
    before = texts(asked, CONTROL)
    asked.submit(DraftJudgement("astra", HALF._replace(rung=1)), "astra")
    asked.submit(DraftJudgement("astra", HALF), "astra")
    assert asked.play.judgement_drafts == {1: {"astra": HALF}}
    assert texts(asked, CONTROL) == before
    assert [last_line(asked, reader) for reader in READERS] == [""] * len(READERS)
    assert not JUDGEMENT_DRAFT.undoable
    assert read_back(asked) == asked.play


def test_a_judgement_is_sealed_whole(asked: Session) -> None:
    """Each ending takes one word, and the rung is named; nothing else is taken."""
    said = {
        "Give each ending a word first.": HALF,
        "Say first on which level the crisis stands.": WHOLE._replace(rung=None),
        "That level of the ladder is not asked about.": WHOLE._replace(rung=9),
        "Each ending that is asked about takes one word, and nothing else does.": Judgement(
            (*WHOLE.endings, ("", "likely")), 2
        ),
    }
    for reason, judgement in said.items():
        assert refusal(asked, Judge("astra", judgement), "astra") == reason
    assert len(said) == 4
    twice = Judgement((*WHOLE.endings[:2], WHOLE.endings[0]), 2)
    assert refusal(asked, Judge("astra", twice), "astra").startswith("Each ending that is asked")
    seals(asked)
    assert asked.play.judged == {1: {"astra": WHOLE}}
    assert read_back(asked) == asked.play


def test_only_the_seat_itself_judges(asked: Session) -> None:
    """Not even the facilitator does it for it."""
    for act in (Judge("astra", WHOLE), DraftJudgement("astra", HALF), TakeJudgementBack("astra")):
        for by in (FACILITATOR, "borea"):
            assert refusal(asked, act, by) == "Only Astra itself can say what it thinks."


def test_who_has_given_one_is_for_it_and_control(asked: Session) -> None:
    """No other seat reads of it, nor the room; and nobody's log says what it says."""
    seals(asked)
    assert last_line(asked) == "Astra seals what it thinks."
    assert told_to(asked) == {CONTROL, ASTRA}
    asked.submit(TakeJudgementBack("astra"), "astra")
    assert last_line(asked) == "Astra takes back what it thinks."
    assert told_to(asked) == {CONTROL, ASTRA}


def test_a_judgement_taken_back_is_a_draft_again(asked: Session) -> None:
    """It can be sealed anew with other words; sealed, it takes no draft."""
    assert refusal(asked, TakeJudgementBack("astra"), "astra") == (
        "There is no judgement to take back."
    )
    seals(asked)
    assert refusal(asked, DraftJudgement("astra", HALF), "astra") == (
        "This judgement is sealed; take it back to change it."
    )
    asked.submit(TakeJudgementBack("astra"), "astra")
    assert asked.play.judged == {1: {}}
    assert asked.play.judgement_drafts[1]["astra"] == WHOLE
    other = WHOLE._replace(rung=3)
    seals(asked, judgement=other)
    assert asked.play.judged == {1: {"astra": other}}
    assert read_back(asked) == asked.play


def test_it_is_too_late_once_orders_are_opened(asked: Session) -> None:
    """And no turn waits for whoever has given none."""
    seals(asked)
    to_orders(asked)
    assert "astra" in asked.waiting_for()
    for seat in ("astra", "borea"):
        asked.submit(SealOrders(seat, ()), seat)
    assert asked.waiting_for() == ()
    do(asked, Adjudicate())
    late = "Too late for turn 1: its orders have been opened."
    assert refusal(asked, Judge("borea", WHOLE), "borea") == late
    assert refusal(asked, TakeJudgementBack("astra"), "astra") == late
    assert refusal(asked, AskJudgements(False)) == late
    assert asked.play.judged == {1: {"astra": WHOLE}}


def test_neither_undo_nor_reopening_strikes_a_judgement(asked: Session) -> None:
    """It is what people thought at the time; undone is what the facilitator did before it."""
    seals(asked)
    do(asked, Undo())
    assert asked.play.judged == {1: {"astra": WHOLE}}
    assert not is_asked(asked.scenario, asked.play, 1)
    do(asked, AskJudgements())
    play_turn(asked)
    do(asked, MoveOn())
    seals(asked, "borea")
    do(asked, Reopen(1))
    assert (asked.play.turn, asked.play.phase) == (1, "orders")
    assert asked.play.judged == {1: {"astra": WHOLE}, 2: {"borea": WHOLE}}
    assert is_asked(asked.scenario, asked.play, 1)
    assert read_back(asked) == asked.play
    assert (JUDGED.undoable, JUDGED.goes_with_turn) == (False, False)
    assert (JUDGEMENT_TAKEN_BACK.undoable, JUDGEMENT_TAKEN_BACK.goes_with_turn) == (False, False)


def test_what_was_changed_in_a_reopened_turn_goes_with_the_reopening(asked: Session) -> None:
    """Taken back, the turn's results stand, and with them what was thought before them."""
    seals(asked)
    play_turn(asked)
    do(asked, Reopen(1))
    asked.submit(TakeJudgementBack("astra"), "astra")
    seals(asked, judgement=WHOLE._replace(rung=0))
    do(asked, Undo())
    assert asked.play.judged == {1: {"astra": WHOLE}}
    assert read_back(asked) == asked.play


def test_who_is_asked(asked: Session) -> None:
    """People: no habit, no seat without orders, the facilitator's only where somebody sits."""
    seats = [seat.id for seat in asked.scenario.seats]
    assert [s for s in seats if may_judge(asked.scenario, asked.play, s)] == ["astra", "borea"]
    do(asked, Reseat("caldis", ("Cy",), "habit:cautious"))
    assert not may_judge(asked.scenario, asked.play, "caldis")
    do(asked, Reseat("caldis", ("Cy",), "control"))
    assert may_judge(asked.scenario, asked.play, "caldis")


def test_nobody_judges_after_the_finish(asked: Session) -> None:
    """It is read then, not written."""
    do(asked, Finish())
    assert refusal(asked, Judge("astra", WHOLE), "astra").startswith("The exercise is finished")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"endings": [{"ending": "nowhere", "word": "likely"}]}, "an outcome of the pack"),
        ({"endings": [{"ending": "war", "word": "perhaps"}]}, "a word of the yardstick"),
        ({"rung": 99}, "a level of the ladder"),
        ({"seat": "nobody"}, "a seat of the pack"),
        ({"turn": 0}, "a whole number"),
    ],
)
def test_a_strange_judgement_is_passed_over(
    on_disk: Session, changes: dict[str, object], expected: str
) -> None:
    """A forged one is named and changes nothing."""
    seals(on_disk)
    entries = list(on_disk.entries)
    entries[-1] = altered(entries[-1], **changes)
    chronicle = Chronicle(on_disk.referee)
    chronicle.extend(entries)
    assert chronicle.play.judged == {}
    assert [expected in strange for strange in chronicle.strange] == [True]


def test_an_exercise_with_judgements_verifies(on_disk: Session) -> None:
    """And is read back from its file as it was."""
    assert on_disk.path is not None
    on_disk.submit(DraftJudgement("astra", HALF), "astra")
    seals(on_disk)
    on_disk.submit(TakeJudgementBack("astra"), "astra")
    seals(on_disk)
    play_turn(on_disk)
    do(on_disk, Finish())
    on_disk.close()
    verdict = verify(on_disk.path)
    assert [check.text for check in verdict.checks if not check.well] == []
    assert read_session(on_disk.path).last.judged == {1: {"astra": WHOLE}}
