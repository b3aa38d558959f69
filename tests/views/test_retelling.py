"""A saved session as one reader may follow it."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.views.ending import ending
from idlib_wargame.views.escalation import escalation, movers, rulings_in
from idlib_wargame.views.retelling import Retelling
from tests.secret_session import IN_PLAY, NEVER_OPENED, OF_A_SEAT, play_with_secrets


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> SavedSession:
    """A session with a secret in every private place, left in the orders of turn 3."""
    return read_session(play_with_secrets(tmp_path_factory.mktemp("secret")))


@pytest.fixture(scope="module")
def room(saved: SavedSession) -> Retelling:
    """What the room may follow of it."""
    return Retelling.of(saved, ROOM)


@pytest.fixture(scope="module")
def control(saved: SavedSession) -> Retelling:
    """What control may follow of it."""
    return Retelling.of(saved, CONTROL)


def test_control_follows_all_of_it(saved: SavedSession, control: Retelling) -> None:
    """Every moment, every line and every play, as the file has them."""
    assert control.moments == saved.moments
    assert control.log == saved.log
    assert control.last is saved.last
    assert control.known.scenario is saved.scenario


def test_the_room_never_stands_at_a_private_moment(room: Retelling, control: Retelling) -> None:
    """Notes, private words, hidden rulings and what was struck are no places on its slider."""
    kinds = [moment.entry.kind for moment in room.moments]
    assert "note" in [moment.entry.kind for moment in control.moments]
    assert "note" not in kinds
    assert "ruling" not in kinds
    assert kinds.count("told") == 1
    assert room.marks.count == len(room.moments) < control.marks.count
    assert not any(line.struck for line in room.log)


UNSENT = ("SECRET-WHY", "SECRET-HALF-WRITTEN")


def test_no_line_of_the_room_tells_a_secret(room: Retelling, control: Retelling) -> None:
    """Who sealed is told, and not what; control reads all but what was never opened or sent."""
    told = "\n".join(line.text for line in room.log)
    assert "SECRET" not in told
    assert "Astra seals its orders." in told
    everything = "\n".join(line.text for line in control.log)
    assert all(each in everything for each in IN_PLAY if each not in UNSENT)
    assert NEVER_OPENED not in everything
    assert not [each for each in OF_A_SEAT if each in everything]


def test_no_value_of_the_room_holds_a_secret(room: Retelling) -> None:
    """Plays and the pack itself, not only what happens to be drawn of them."""
    plays = [room.play_at(place) for place in range(room.marks.count)]
    assert len(plays) > 10
    assert "SECRET" not in repr(
        [(p.notes, p.messages, p.sealed, p.drafts, p.skipped) for p in plays]
    )
    assert "SECRET" not in repr([turn.orders for turn in plays[-1].closed])
    pack = room.known.scenario
    assert "SECRET" not in repr((pack.tracks, pack.flags, pack.outcomes, pack.aims, pack.map))


def test_the_same_turn_is_always_the_same(room: Retelling) -> None:
    """A window may ask by identity whether it shows a turn already."""
    closed = [room.play_at(place).closed for place in range(room.marks.count)]
    first = {id(turns[0]) for turns in closed if turns}
    assert len(first) == 1


def test_flows_of_the_room_count_its_cards_only(saved: SavedSession, room: Retelling) -> None:
    """Severity, Goldstein and movers leave the covert order out; the ladder is everybody's."""
    results = [turn.result for turn in saved.last.closed]
    opening = saved.last.closed[0].opening
    whole = escalation(saved.scenario, opening, results)
    known = escalation(saved.scenario, opening, results, room.sight)
    assert [point.rung for point in known.points] == [point.rung for point in whole.points]
    assert "astra" in whole.points[1].severity
    assert "astra" not in known.points[1].severity
    assert known.points[1].severity["borea"] == whole.points[1].severity["borea"]
    cut = [turn.result for turn in room.last.closed]
    assert "silent_nets" in {card.order.move for card in movers(results[0])}
    assert "silent_nets" not in {card.order.move for card in movers(cut[0])}
    assert (rulings_in(results[0]), rulings_in(cut[0])) == (1, 0)
    assert "poached" not in known.points[-1].flags


def test_the_rooms_tables_result_never_shows_what_a_ruling_hides(
    saved: SavedSession, room: Retelling
) -> None:
    """Between the opening of orders and the close, the room reads what the turn closed with."""
    place = next(n for n, m in enumerate(room.moments) if m.entry.kind == "adjudicated")
    assert room.moments[place].play.pending is not None
    assert room.play_at(place).pending is room.last.closed[0]
    dice = [card.dice for card in room.last.closed[0].result.cards if card.order.seat == "borea"]
    assert None in dice


def test_the_room_learns_of_no_aims_and_no_hidden_ending(
    saved: SavedSession, room: Retelling
) -> None:
    """Control reads both, and how near each ending was."""
    known = ending(saved.referee, saved.last, room.sight)
    whole = ending(saved.referee, saved.last)
    assert known.aims == ()
    assert {judged.actor for judged in whole.aims} == {"astra", "caldis"}
    assert "poached" in {near.outcome.id for near in whole.others}
    assert "poached" not in {near.outcome.id for near in known.others}
    assert (whole.is_told, known.is_told) == (True, False)
    # That one of the others is not among them would tell that it is the one.
    assert whole.reached is not None
    assert known.reached is None
    assert whole.reached.id == "drift"
    assert "drift" in {near.outcome.id for near in known.others}


def test_others_come_nearest_first(saved: SavedSession) -> None:
    """By the share of their tests that held."""
    others = ending(saved.referee, saved.last).others
    shares = [near.met / max(1, near.tests) for near in others]
    assert len(shares) == 3
    assert shares == sorted(shares, reverse=True)


def test_a_place_on_the_map_gives_nothing_away(saved: SavedSession, room: Retelling) -> None:
    """What shows only by a hidden track is not there; what all may know is."""
    shown = [feature.id for feature in saved.scenario.map]
    known = [feature.id for feature in room.known.scenario.map]
    assert set(shown) - set(known) == {"cache"}
    assert "port" in known
