"""What was held for the hot wash is told: from then on it is read wherever the order is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import Release, Ruling
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.kind import Json
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.result_shown import ShowResult
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.ruling_released import (
    RULING_RELEASED,
    ReleaseRuling,
    held_rulings,
)
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from tests.session.exercises import (
    ASTRA,
    COVERT,
    COVERT_CARD,
    PROTEST_CARD,
    READERS,
    SEATS_AND_ROOM,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_results,
    told_to,
)
from tests.session.test_verifying import forged, not_well

HELD = Decide(PROTEST_CARD, Band.BACKFIRE, "The minister slipped", Release.HOT_WASH)
TOLD = ReleaseRuling(PROTEST_CARD)


def held(session: Session) -> None:
    """A closed turn with a ruling that nobody but control may read."""
    to_results(session)
    do(session, HELD, CloseTurn())


def seen_by_all(session: Session) -> Ruling | None:
    """The ruling as the room reads it on the card of the closed turn."""
    card = session.referee.sight().card(session.play.closed[0].result.cards[0])
    return card.ruled if card else None


def test_the_ruling_is_read_on_its_card_from_then_on(session: Session) -> None:
    """Until then only its result was."""
    held(session)
    before = seen_by_all(session)
    assert before is not None
    assert before.is_withheld
    do(session, TOLD)
    after = seen_by_all(session)
    assert after is not None
    assert (after.why, after.band, after.is_told) == ("The minister slipped", Band.BACKFIRE, True)
    assert read_back(session) == session.play
    assert held_rulings(session.play) == ()


def test_its_line_is_told_to_whoever_learns_of_the_order(session: Session) -> None:
    """With both results and the reason."""
    held(session)
    card = session.play.closed[0].result.cards[0]
    assert card.band is not None
    do(session, TOLD)
    said = last_line(session)
    assert said.startswith("The facilitator ruled in turn 1 on Astra, Protest in public: backfire")
    assert said.endswith("Why: The minister slipped")
    assert told_to(session) == set(READERS)


def test_a_ruling_on_a_covert_order_is_told_to_its_own_seat_alone(session: Session) -> None:
    """Each is a line of its own, so that nobody reads how many there were."""
    to_results(session, COVERT)
    do(session, Decide(COVERT_CARD, Band.FAILURE, "A lamp was seen", Release.HOT_WASH))
    do(session, CloseTurn(), ReleaseRuling(COVERT_CARD))
    assert told_to(session) == {CONTROL, ASTRA}
    others = [reader for reader in SEATS_AND_ROOM if reader != ASTRA]
    assert not any("lamp" in text for reader in others for text in texts(session, reader))


def test_only_what_is_held_in_a_closed_turn_can_be_told(session: Session) -> None:
    """In an open one the ruling itself is changed."""
    said = "No ruling on that order is held for the hot wash, in a turn that is closed."
    to_results(session)
    do(session, HELD)
    assert refusal(session, TOLD) == said
    do(session, CloseTurn(), TOLD)
    assert refusal(session, TOLD) == said
    assert refusal(session, TOLD, "astra") == "Only the facilitator may do that."


def test_it_was_read_so_no_undo_touches_it(session: Session) -> None:
    """An undo takes back what came before; where that is the turn's close, the telling goes too."""
    held(session)
    do(session, TOLD)
    assert not RULING_RELEASED.undoable
    do(session, Undo())
    assert session.play.pending is not None
    assert session.play.pending.result.cards[0].ruled is not None
    assert not session.play.pending.result.cards[0].ruled.is_told
    do(session, Redo())
    assert held_rulings(session.play) == ()
    assert read_back(session) == session.play


def test_a_turn_played_again_has_rulings_of_its_own(session: Session) -> None:
    """What was told of the first is not told of the second."""
    held(session)
    do(session, TOLD, Reopen(1))
    do(session, Adjudicate(), HELD, CloseTurn())
    assert [card.address for card in held_rulings(session.play)] == [PROTEST_CARD]


def test_rulings_are_told_after_the_exercise_too(session: Session) -> None:
    """That is what the hot wash is for."""
    held(session)
    do(session, MoveOn(), Finish(), TOLD)
    assert session.play.finished
    assert held_rulings(session.play) == ()
    with pytest.raises(Refused):
        do(session, Undo())


def test_rulings_with_all_that_may_be_of_them_verify(harbour: PackReading, tmp_path: Path) -> None:
    """Written effects, a result shown, a ruling held and told: each is worked out once more."""
    path = tmp_path / "a.wargame"
    session = begun(harbour, path)
    to_results(session)
    effects = (Effect("talks", 1),)
    do(session, ShowResult(PROTEST_CARD), replace(HELD, effects=effects), CloseTurn(), TOLD)
    session.close()
    assert verify(path).well
    first = forged(path, _one_effect_more)
    assert [*not_well(first)] == ["Results"]
    first.unlink()
    assert [*not_well(forged(path, _another_reason_told))] == ["Course"]


def _one_effect_more(kind: str, body: Json) -> Json:
    """Control's own effect, altered afterwards in what was asked for."""
    if kind == "ruling":
        body["effects"] = [{**each, "by": each["by"] + 1} for each in body["effects"]]
    return body


def _another_reason_told(kind: str, body: Json) -> Json:
    """The reason that is told, altered afterwards."""
    if kind == "ruling_released":
        body["ruled"] = {**body["ruled"], "why": "Somebody slipped"}
    return body
