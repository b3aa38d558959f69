"""The facilitator rules otherwise on one card."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, Reader
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import Card, Release
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.ruling import RULING, Decide
from idlib_wargame.session.session import Session
from idlib_wargame.words.odds import band_words
from tests.session.exercises import (
    ASTRA,
    COVERT,
    COVERT_CARD,
    PROTEST_CARD,
    READERS,
    SEATS_AND_ROOM,
    altered,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_results,
    told_to,
)

RULED = Decide(PROTEST_CARD, Band.BACKFIRE, " The minister slipped ")
HIDDEN = Decide(PROTEST_CARD, Band.BACKFIRE, "The minister slipped", release=Release.HOT_WASH)
TAKEN_BACK = Decide(PROTEST_CARD, None, "On second thoughts")


def card_of(session: Session, address: Address = PROTEST_CARD) -> Card:
    """The card that is ruled on."""
    assert session.play.pending is not None
    return next(card for card in session.play.pending.result.cards if card.address == address)


def test_a_ruling_stands_beside_the_tables_result(session: Session) -> None:
    """The table's band stays on the card, the ruling counts, and the record reads back so."""
    to_results(session)
    table = card_of(session)
    do(session, RULED)
    card = card_of(session)
    assert card.ruled is not None
    assert (card.final, card.ruled.why, card.ruled.by) == (
        Band.BACKFIRE,
        "The minister slipped",
        "facilitator",
    )
    assert (card.dice, card.band) == (table.dice, table.band)
    assert read_back(session) == session.play


def test_taking_it_back_restores_all(session: Session) -> None:
    """The results are again what the tables gave."""
    to_results(session)
    before = session.play.pending
    do(session, RULED, TAKEN_BACK)
    assert before is not None
    assert session.play.pending is not None
    assert session.play.pending.result == before.result


def test_taking_it_back_needs_no_reason(session: Session) -> None:
    """So the record holds no sentence that the program made up."""
    to_results(session)
    do(session, RULED, Decide(PROTEST_CARD, None))
    assert session.play.pending is not None
    assert card_of(session).ruled is None
    assert read_back(session) == session.play
    assert "table's result stands" in last_line(session)


def test_another_ruling_stays_when_one_is_added(session: Session) -> None:
    """Each card is ruled on by itself."""
    to_results(session)
    assert session.play.pending is not None
    others = [c.address for c in session.play.pending.result.cards if c.address != PROTEST_CARD]
    do(session, RULED, Decide(others[0], Band.STRONG, "Well argued"))
    assert [card_of(session, each).final for each in (PROTEST_CARD, others[0])] == [
        Band.BACKFIRE,
        Band.STRONG,
    ]


def test_a_ruling_needs_a_card_a_reason_and_results(session: Session) -> None:
    """What is missing is told at once."""
    waits = "There is nothing to rule on: no results are waiting to be accepted."
    assert refusal(session, RULED) == waits
    to_results(session)
    assert refusal(session, RULED, "astra") == "Only the facilitator may do that."
    with pytest.raises(Refused) as refused:
        do(session, Decide(PROTEST_CARD._replace(seat="borea"), Band.FAILURE, " "))
    assert refused.value.reasons == (
        "That order is not among the results of this turn.",
        "A ruling needs its reason, in a few words.",
    )
    do(session, CloseTurn())
    assert refusal(session, RULED) == waits
    assert RULING.undoable


def test_a_rigid_exercise_takes_no_rulings(harbour: PackReading) -> None:
    """Where the setup says so, the dice decide."""
    session = begun(harbour, method="rigid")
    to_results(session)
    assert refusal(session, RULED) == "This exercise was set up without rulings; the dice decide."


def test_its_line_names_both_results_and_the_reason(session: Session) -> None:
    """Everyone reads a ruling that is shown, on an act that everyone learns of."""
    to_results(session)
    do(session, RULED)
    line = (
        f"Ruling on Astra, Protest in public: backfire in place of {_words(session)}. "
        "Why: The minister slipped"
    )
    assert last_line(session) == line
    assert told_to(session) == set(READERS)
    do(session, TAKEN_BACK)
    line = "Ruling taken back on Astra, Protest in public: the table's result stands."
    assert last_line(session) == line
    assert told_to(session) == set(READERS)


def _words(session: Session) -> str:
    band = card_of(session).band
    assert band is not None
    return band_words(band)


def test_a_hidden_ruling_is_controls_alone(session: Session) -> None:
    """And so is taking it back, which would tell of it."""
    to_results(session)
    do(session, HIDDEN)
    assert told_to(session) == {CONTROL}
    assert [last_line(session, reader) for reader in SEATS_AND_ROOM] == [""] * 5
    do(session, TAKEN_BACK)
    assert told_to(session) == {CONTROL}
    assert [last_line(session, reader) for reader in SEATS_AND_ROOM] == [""] * 5


def test_a_shown_ruling_over_a_hidden_one_is_read(session: Session) -> None:
    """What the facilitator shows now counts, not what was kept back before."""
    to_results(session)
    do(session, HIDDEN, RULED)
    assert told_to(session) == set(READERS)


def test_a_ruling_on_a_covert_act_is_told_to_those_who_learn_of_it(session: Session) -> None:
    """Astra fishes at night; nobody else reads that it did."""
    to_results(session, COVERT)
    do(session, Decide(COVERT_CARD, Band.FAILURE, "A lamp was seen"))
    assert told_to(session) == {CONTROL, ASTRA}


@pytest.mark.parametrize("reader", SEATS_AND_ROOM)
def test_seats_read_a_ruling_once_the_turn_is_closed(session: Session, reader: Reader) -> None:
    """Until then the results may still change."""
    to_results(session)
    do(session, RULED)
    assert not any("Ruling" in text for text in texts(session, reader))
    assert any("Ruling" in text for text in texts(session, CONTROL))
    do(session, CloseTurn())
    assert sum("Ruling" in text for text in texts(session, reader)) == 1


def test_a_card_that_was_not_rolled_is_ruled_on_too(session: Session) -> None:
    """The line says so in place of the table's result."""
    to_results(session)
    do(session, RULED)
    entry = session.entries[-1]
    cards = [{**card, "band": None} for card in entry.body["result"]["cards"]]
    unrolled = altered(entry, result={**entry.body["result"], "cards": cards})
    assert (
        RULING.line(session.scenario, unrolled)
        == "Ruling on Astra, Protest in public: backfire, where nothing was rolled. "
        "Why: The minister slipped"
    )


@pytest.mark.parametrize(
    ("rulings", "told"),
    [
        ((RULED, HIDDEN), []),
        ((RULED, HIDDEN, TAKEN_BACK), []),
        ((HIDDEN, RULED), ["The minister slipped"]),
        ((RULED, TAKEN_BACK), ["the table's result stands"]),
    ],
)
def test_others_read_only_the_ruling_that_stands_in_the_end(
    session: Session, rulings: tuple[Decide, ...], told: list[str]
) -> None:
    """A first ruling that a hidden one replaced would tell what the table gave, and lie."""
    to_results(session)
    do(session, *rulings, CloseTurn())
    for reader in SEATS_AND_ROOM:
        lines = [line.text for line in session.log(reader) if line.kind == RULING.name]
        assert len(lines) == len(told)
        assert all(part in line for part, line in zip(told, lines, strict=True))
    assert sum(line.kind == RULING.name for line in session.log()) == len(rulings)


def test_effects_that_control_writes_stand_in_place_of_the_bands(session: Session) -> None:
    """The band may stay as it fell; what the table would have done is kept beside them."""
    to_results(session)
    table = card_of(session)
    assert table.band is not None
    do(session, Decide(PROTEST_CARD, table.band, "A quiet day", effects=(Effect("talks", 1),)))
    card = card_of(session)
    assert [(line.track, line.through) for line in card.effects] == [("talks", 1)]
    assert card.table_effects == table.effects
    assert (card.final, card.is_overruled) == (table.band, True)
    assert read_back(session) == session.play
    assert last_line(session) == (
        f"Ruling on Astra, Protest in public: {_words(session)}, with other effects. "
        "Why: A quiet day"
    )


def test_written_effects_are_held_by_the_ends_of_the_scale(session: Session) -> None:
    """Control writes what is asked for; caps and limits say what comes of it."""
    to_results(session)
    band = card_of(session).band
    do(session, Decide(PROTEST_CARD, band, "A landslide", effects=(Effect("talks", 50),)))
    (line,) = card_of(session).effects
    assert (line.asked, line.through < 50, bool(line.cut)) == (50, True, True)


def test_effects_name_each_track_once_and_only_tracks_there_are(session: Session) -> None:
    """All that is amiss is told at once."""
    to_results(session)
    odd = (Effect("talks", 1), Effect("moon", 1), Effect("talks", 2))
    with pytest.raises(Refused) as refused:
        do(session, Decide(PROTEST_CARD, Band.FAILURE, "So", effects=odd))
    assert refused.value.reasons == (
        "There is no track “moon” in this exercise.",
        "Stage of the talks is named twice; write what comes to it in one line.",
    )
