"""The facilitator writes injects: new, copies, repeats, whole lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.session.injects_due import injects_in_order, offered_injects
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.msel import Msel, Written
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from idlib_wargame.views.known_play import known_play
from tests.session.exercises import (
    SEATS_AND_ROOM,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    to_orders,
    told_to,
)
from tests.session.kinds.test_skipped import due, to_turn_2

FOG = Written(
    id="",
    code="",
    title="Fog",
    text="Nobody sees further than the bow.",
    sender="Coast radio",
    means="Radio",
    to=("astra",),
    effects=(Effect("stocks", -1),),
    turn=1,
)


def written(session: Session, row: Written, *drops: str) -> str:
    """Write one inject; its id."""
    do(session, WriteInjects((row,), drops))
    return list(session.play.msel.written)[-1]


def copy_of(session: Session, named: str) -> Written:
    """A copy of an inject as it stands, which waits for what it waits for."""
    row = session.scenario.inject_by_id[named]
    return Written(
        "", "", row.title, row.text, row.sender, row.means, row.to, row.expected,
        effects=row.effects, orders=row.orders, waits_as_original=True, copy_of=named,
    )  # fmt: skip


def test_one_that_was_written_is_due_and_sent_like_any_other(full_session: Session) -> None:
    """From its turn on; its effects follow, its seats read it, it is sent once."""
    fog = written(full_session, FOG)
    assert last_line(full_session) == "Inject N1 written: Fog."
    assert told_to(full_session) == {CONTROL}
    assert due(full_session) == [fog]
    before = full_session.play.state["stocks"]
    do(full_session, SendInject(fog))
    play = full_session.play
    assert (play.state["stocks"], play.messages[-1].to) == (before - 1, ("astra",))
    assert last_line(full_session) == "To Astra, from Coast radio: Fog"
    assert due(full_session) == []
    assert refusal(full_session, SendInject(fog)) == "“Fog” was sent in turn 1."
    assert read_back(full_session) == play


def test_an_undo_takes_back_what_was_sent_then_what_was_written(full_session: Session) -> None:
    """And a redo brings it again."""
    fog = written(full_session, FOG)
    do(full_session, SendInject(fog), Undo())
    assert due(full_session) == [fog]
    do(full_session, Undo())
    assert not full_session.play.own.injects
    do(full_session, Redo(), Redo())
    assert full_session.play.msel.sent == {fog: 1}
    assert read_back(full_session) == full_session.play


def test_the_original_is_dropped_for_its_copy_unless_wished_otherwise(
    full_session: Session,
) -> None:
    """The copy waits for what it waited for, and what follows the one follows the other."""
    copy = copy_of(full_session, "cold_spring")._replace(title="A very cold spring")
    named = written(full_session, copy, "cold_spring")
    assert last_line(full_session) == "Inject changed, now I01a: A very cold spring."
    assert full_session.play.msel.replaced_by == {"cold_spring": named}
    assert due(full_session) == []
    to_turn_2(full_session)
    assert due(full_session) == [named]
    do(full_session, SendInject(named))
    assert full_session.play.state["inject.cold_spring"] == 2
    both = written(full_session, copy_of(full_session, "wreck"))
    assert "wreck" not in full_session.play.dropped
    assert full_session.play.msel.written[both].code == "I02a"


def test_what_a_copy_to_fewer_sets_off_is_told_to_nobody_else(full_session: Session) -> None:
    """Sent to one seat in place of all, the original does not count as sent."""
    copy = copy_of(full_session, "cold_spring")._replace(to=("astra",))
    named = written(full_session, copy, "cold_spring")
    do(full_session, SendInject(named))
    assert full_session.play.state["inject.cold_spring"] == 0


def test_the_orders_of_a_copy_are_played_by_control(full_session: Session) -> None:
    """As those of its original would be, with its own id as the reason."""
    named = written(full_session, copy_of(full_session, "wreck"), "wreck")
    do(full_session, SendInject(named))
    to_orders(full_session)
    do(full_session, Adjudicate())
    assert full_session.play.pending is not None
    played = [each for each in full_session.play.pending.orders if each.inject]
    assert [(each.order.move, each.inject) for each in played] == [
        ("front_page", named),
        ("open_ground", named),
    ]
    assert read_back(full_session) == full_session.play


def test_one_that_was_not_sent_yet_is_written_anew_in_its_place(full_session: Session) -> None:
    """It keeps its id and number, and knows what was changed since."""
    fog = written(full_session, FOG)
    row = full_session.play.msel.written[fog]
    do(full_session, WriteInjects((row._replace(text="It lifts.", to=()),)))
    anew = full_session.play.msel.written[fog]
    assert (anew.code, anew.text, anew.changed) == ("N1", "It lifts.", ("text", "to"))
    assert [each.text for each in full_session.play.own.injects] == ["It lifts."]
    do(full_session, SendInject(fog))
    said = refusal(full_session, WriteInjects((anew._replace(text="Or not."),)))
    assert said == "“Fog” was sent in turn 1."


def test_what_was_sent_is_sent_again_by_another_name(full_session: Session) -> None:
    """The new row names the one that it repeats."""
    do(full_session, SendInject("cold_spring"))
    spring = full_session.scenario.inject_by_id["cold_spring"]
    again = Written("", "", spring.title, spring.text, spring.sender, turn=1, repeats="cold_spring")
    named = written(full_session, again)
    assert last_line(full_session) == "Inject to be sent again, as I01a: A cold spring."
    do(full_session, SendInject(named))
    assert [each.inject for each in full_session.play.messages] == ["cold_spring", named]
    unsent = again._replace(repeats="wreck")
    assert (
        refusal(full_session, WriteInjects((unsent,))) == "“A wreck on the bank” was not sent yet."
    )


def test_a_list_is_taken_in_and_back_out_by_one_press(full_session: Session) -> None:
    """All of its rows are one act."""
    rows = tuple(FOG._replace(title=f"Fog {n}", came_from="fog.csv") for n in range(3))
    do(full_session, WriteInjects(rows))
    assert last_line(full_session) == "3 injects taken in from fog.csv."
    assert len(full_session.play.own.injects) == 3
    do(full_session, Undo())
    assert not full_session.play.own.injects


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (FOG._replace(title=" "), "An inject needs a title; write a few words first."),
        (FOG._replace(text=""), "An inject needs a text; write a few words first."),
        (FOG._replace(to=("nobody",)), "There is no seat “nobody” in this exercise."),
        (FOG._replace(turn=9), "It can be planned for turns 1 to 4, and not for turn 9."),
        (FOG._replace(minute=-1), "A minute of a phase is 0 to 600, and not -1."),
        (FOG._replace(effects=(Effect("moon", 1),)), "There is no track “moon” in this pack."),
        (FOG._replace(copy_of="none"), "There is no inject “none” in this pack."),
        (FOG._replace(id="own_0000000000"), "There is no inject “own_0000000000” in this pack."),
    ],
)
def test_what_cannot_be_sent_is_not_written(
    full_session: Session, row: Written, reason: str
) -> None:
    """A sentence for what is wrong."""
    assert refusal(full_session, WriteInjects((row,))) == reason


def test_seats_read_nothing_of_what_was_only_written(full_session: Session) -> None:
    """Nor does the room; of one that was sent to a seat, that seat has its message and no row."""
    fog = written(full_session, FOG)
    assert [last_line(full_session, reader) for reader in SEATS_AND_ROOM] == [""] * 5
    do(full_session, SendInject(fog))
    for seat, came in (("astra", 1), ("borea", 0)):
        known = known_play(full_session.play, full_session.referee.sight(seat))
        assert (len(known.messages), known.own.injects, known.msel) == (came, (), Msel())


def test_verify_writes_each_of_them_again(full: PackReading, tmp_path: Path) -> None:
    """All is well with written, planned, sent, repeated and undone injects."""
    path = tmp_path / "written.wargame"
    session = begun(full, path)
    fog = written(session, FOG)
    copy = copy_of(session, "cold_spring")
    do(session, Undo(), Redo(), WriteInjects((copy,), ("cold_spring",)), SendInject(fog))
    do(session, MoveOn(holding=True))
    session.close()
    verdict = verify(path)
    assert verdict.well, [check for check in verdict.checks if not check.well]


def test_a_phase_is_left_with_injects_unsent_and_none_is_lost(full_session: Session) -> None:
    """They are held back by the same press, and offered in the turns to come."""
    to_turn_2(full_session)
    assert due(full_session) == ["cold_spring"]
    do(full_session, MoveOn(holding=True))
    assert full_session.play.phase != "injects"
    assert due(full_session) == []
    do(full_session, Undo())
    assert (full_session.play.phase, due(full_session)) == ("injects", ["cold_spring"])
    do(full_session, MoveOn())
    to_orders(full_session)
    do(full_session, Adjudicate())
    while full_session.play.turn == 2:
        following = full_session.next_act()
        assert following is not None
        do(full_session, following[0])
    missed = offered_injects(full_session.referee, full_session.play)
    assert [inject.id for inject in missed] == ["cold_spring"]


def test_copies_never_go_round_in_a_circle(full_session: Session) -> None:
    """What one is a copy of stays; a forged list that says otherwise is read to its end."""
    circle = {
        name: Written(name, name, "One", "Two", copy_of=other)
        for name, other in (("own_a", "own_b"), ("own_b", "own_a"))
    }
    assert list(Msel(written=circle).stands_for("own_a")) == ["own_b"]
    original = full_session.scenario.injects[0]
    first = Written("", "", "A copy", "Of it", copy_of=original.id)
    do(full_session, WriteInjects((first,)))
    (named,) = full_session.play.msel.written
    turned = full_session.play.msel.written[named]._replace(copy_of=named)
    assert "stays as it is" in refusal(full_session, WriteInjects((turned,)))


def test_a_copy_stands_beside_its_original(full_session: Session) -> None:
    """And not at the end of a list of a hundred."""
    fog = written(full_session, FOG)
    copy = written(full_session, copy_of(full_session, "cold_spring"))
    order = [each.id for each in injects_in_order(full_session.referee, full_session.play)]
    assert order[:2] == ["cold_spring", copy]
    assert order[-1] == fog
