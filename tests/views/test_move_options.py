"""What a seat is told of a move before it orders it."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.move_options import MoveOption
from idlib_wargame.views.seat import seat_view
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.move_outcomes import outcome_lines
from idlib_wargame.words.movements import change_words
from tests.harbour_exercise import begin
from tests.rules.small import bands, does, scenario, track


def option_of(session: Session, seat: str, move: str) -> MoveOption:
    """A seat's move as its screen has it."""
    found = seat_view(session, seat).option(Wish(move))
    assert found is not None
    return found


def test_a_seat_is_told_who_else_must_order_a_move(harbour: PackReading) -> None:
    """Beside its odds and in full, with the pack's reason; of other moves nothing is said."""
    session = begin(harbour)
    treaty = option_of(session, "astra", "sign_treaty")
    assert unmarked(treaty.company) == "only with Borea"
    assert unmarked(treaty.company_in_full) == (
        "Not rolled unless Borea orders it in the same turn too. A treaty wants both its coasts"
    )
    assert option_of(session, "astra", "call_talks").company == ""


def test_a_seat_is_told_what_each_result_would_do(harbour: PackReading) -> None:
    """Best first, one line a result or a run of like results, of tracks that it may know."""
    session = begin(harbour)
    assert [unmarked(line) for line in option_of(session, "borea", "protest").outcomes] == [
        "On success or strong success: Anger on the quays −1, Astra and Borea −1",
        "On partial: nothing moves that you know of",
        "On failure: Stage of the talks −1",
        "On backfire, two ones: Stage of the talks −2",
    ]


def test_a_track_that_two_rows_move_is_named_once_with_their_sum() -> None:
    """Nobody is left to add up "−1" and "−1", or to wonder whether it was printed twice."""
    pack = scenario(tracks=(track("peace", high=10), track("arms", high=4)))
    both = (*does(peace=-1, arms=1), *does(peace=-1))
    effects = {**dict.fromkeys(Band, ()), Band.STRONG: both}
    lines = outcome_lines(pack, effects, {}, {"peace", "arms"}, numbers=True)
    assert unmarked(lines[0]) == "On strong success: Peace −2, Arms +1"


def test_a_count_of_people_moves_by_people(harbour: PackReading) -> None:
    """ "+20" of what? The track's own unit says it; one alone needs none."""
    assert harbour.scenario is not None
    assert unmarked(change_words(harbour.scenario, "held", 2)) == (
        "Crews held in Borean and Caldic ports +2 crews"
    )
    assert unmarked(change_words(harbour.scenario, "held", -1)).endswith("ports −1")


def test_words_of_the_pack_say_what_a_result_means() -> None:
    """They stand before what moves, or alone; in words alone no figure is given."""
    pack = scenario(tracks=(track("peace", high=10), track("arms", high=4)))
    effects = {**dict.fromkeys(Band, ()), **bands(does(peace=1, arms=-2))}
    means = {Band.FAILURE: "Nobody came.", Band.SUCCESS: "It held."}
    lines = outcome_lines(pack, effects, means, {"peace", "arms"}, numbers=False)
    assert [unmarked(line) for line in lines] == [
        "On strong success: Peace: up a little, Arms: down a lot",
        "On success: It held. Peace: up a little, Arms: down a lot",
        "On partial: nothing moves that you know of",
        "On failure: Nobody came.",
        "On backfire, two ones: nothing moves that you know of",
    ]
