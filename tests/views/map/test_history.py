"""The history behind a place of the map: where each turn left its track, and what moved it."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.rules.result import After, EffectLine
from idlib_wargame.session.session import Session
from idlib_wargame.views.drawing import Drawings
from idlib_wargame.views.map.history import Histories, TrackHistory
from idlib_wargame.views.map.shown import Maps
from tests.views.silent_nets import played


def history(session: Session, seat: str = "") -> TrackHistory:
    """What stands behind the bank, for control or for a seat."""
    if seat:
        drawing = Drawings(session.scenario, session.referee.sight(seat)).of(session.play)
        pack, play = drawing.pack, drawing.play
    else:
        pack, play = session.scenario, session.play
    (found,) = Maps(pack, may_miss=bool(seat)).of(play).histories_of("bank")[:1]
    return found


def test_a_history_says_turn_by_turn_where_a_track_stood_and_who_moved_it() -> None:
    """From the start on; what injects did since the last turn comes last."""
    found = history(played())
    assert found.name == "Fish stocks"
    assert [step.line for step in found.steps] == [
        "At the start: thin · 6 of 10",
        "Turn 1: failing · 4 of 10 (−2)",
        "Turn 2, so far: failing · 3 of 10 (−1)",
    ]
    assert [step.because for step in found.steps] == [
        (),
        ("Astra: Fish at night behind the patrol line (−1)", "The fleets fish on (−1)"),
        ("News from Fisheries institute · Letter: A cold spring (−1)",),
    ]


def test_a_seat_reads_in_a_history_what_it_may_know() -> None:
    """The steps are the same; what others did in secret is a reason that it does not know."""
    session = played()
    control, borea = history(session), history(session, "borea")
    assert [step.line for step in borea.steps] == [step.line for step in control.steps]
    assert borea.steps[1].because == (
        "The fleets fish on (−1)",
        "For a reason that is not public (−1)",
    )
    assert history(session, "astra") == control


def test_in_words_alone_a_history_has_no_figures() -> None:
    """But for the turns that it counts."""
    found = history(played(numbers=False))
    assert [step.words for step in found.steps] == ["thin", "failing", "failing"]
    assert {step.change for step in found.steps} == {""}
    assert [step.way for step in found.steps] == [0, -1, -1]


def test_results_on_the_table_are_the_last_step() -> None:
    """As they would leave it; once the turn is closed, the same."""
    session = played()
    (turn,) = session.play.closed
    pack, setup = session.scenario, session.play.setup
    on_table = replace(session.play, closed=(), pending=turn, state=turn.opening, turn=1)
    closed = replace(session.play, state=turn.result.state)
    maps = Maps(pack)
    assert setup == on_table.setup
    (told, *_rest) = maps.of(on_table).histories_of("bank")
    assert told == maps.of(closed).histories_of("bank")[0]
    assert [step.turn for step in told.steps] == [0, 1]


def test_orders_that_completed_a_gain_are_named_with_it() -> None:
    """Two nets lost make a grievance: who cut the second, and not only that it was the second."""
    session = played()
    pack, (turn,) = session.scenario, session.play.closed
    grievance = next(track for track in pack.tracks if track.id == "anger")
    raid = next(card for card in turn.result.cards if card.order.move == "protest")
    cut = raid._replace(effects=(EffectLine("nets_lost", 1, 1),))
    made = After(
        "conversion.nets_answered", (EffectLine("nets_lost", -2, -2), EffectLine("anger", 1, 1))
    )
    state = turn.result.state
    left = state.from_dict(state.layout, {**state.to_dict(), "anger": turn.began["anger"] + 1})
    result = turn.result._replace(cards=(cut,), after=(made,), state=left)
    play = replace(session.play, closed=(replace(turn, result=result),), state=left)
    found = Histories(pack).of(grievance, play)
    assert found.steps[1].because == (
        "Two lost nets make a grievance (+1)",
        "Completed by Borea: Protest in public",
    )
