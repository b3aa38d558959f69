"""The list of injects: due, to come, sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.msel import Written
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_list import (
    InjectSection,
    inject_list,
    injects_now,
    injects_tab,
)
from idlib_wargame.views.desk.inject_rows import tell_all_words, tell_words
from tests.harbour_exercise import adjudicated, begin, closed
from tests.session.exercises import begun


@pytest.fixture
def second_turn(with_injects: Session) -> Session:
    """Where the first inject is due."""
    closed(with_injects)
    with_injects.submit(MoveOn(), FACILITATOR)
    return with_injects


def section(session: Session, heading: str) -> InjectSection:
    """One section of the list, which must be there."""
    [found] = [each for each in inject_list(session).sections if each.heading == heading]
    return found


def test_what_is_due_says_whom_it_goes_to_and_what_it_does(second_turn: Session) -> None:
    """A card to decide on: send, or hold back."""
    due = section(second_turn, "Due now")
    assert (due.may_send, due.asks) == (True, True)
    [row] = due.rows
    assert (row.where, row.button) == (
        "To all seats, from Fisheries institute · Letter",
        "Send to all seats",
    )
    assert row.facts == (
        "When sent: Fish stocks −1, End of the season: days left −2",
        "Hoped for: A word about quotas.",
    )
    assert inject_list(second_turn).hint == "1 due now; 1 still to come, 0 sent."
    assert injects_tab(second_turn) == "Injects (1)"


def test_what_is_to_come_says_when(with_injects: Session) -> None:
    """And may be sent before its time."""
    coming = section(with_injects, "Still to come")
    assert (coming.may_send, coming.asks) == (True, False)
    spring, wreck = coming.rows
    assert spring.where == "In turn 2 (17 Mar 2031) · to all seats"
    assert wreck.where.endswith(" · to Astra and Caldis")
    assert wreck.facts[0] == "To Astra and Caldis, from Coastguard · Radio"
    assert wreck.facts[1].startswith("The facilitator plays with this turn's orders: Press: ")
    assert (spring.button, wreck.optional) == ("Send now", True)
    assert inject_list(with_injects).hint == "Nothing is due now; 2 still to come, 0 sent."


def test_what_was_missed_waits_beside_what_was_held_back(second_turn: Session) -> None:
    """Once its turn is over, and though nobody held it back."""
    closed(second_turn)
    second_turn.submit(MoveOn(), FACILITATOR)
    [spring] = section(second_turn, "Held back or missed, and due no longer").rows
    assert spring.where == "Turn 2 is over · to all seats"
    assert "1 was held back or missed and is due no longer" in inject_list(second_turn).hint
    assert injects_tab(second_turn) == "Injects (1)"


def test_what_the_facilitator_wrote_stands_among_the_others(second_turn: Session) -> None:
    """By its turn, or when they send it."""
    fog = Written("", "", "Fog", "Nobody sees the bow.", turn=4, minute=2)
    at_will = fog._replace(title="Calm", turn=0)
    second_turn.submit(WriteInjects((fog, at_will)), FACILITATOR)
    rows = section(second_turn, "Still to come").rows
    assert [(row.code, row.where) for row in rows[1:]] == [
        ("N1", "From turn 4, minute 2 · to all seats"),
        ("N2", "When you send it · to all seats"),
    ]


def test_what_was_held_back_is_still_to_come(second_turn: Session) -> None:
    """It says so, and the tab counts it no more."""
    second_turn.submit(SkipInject("cold_spring"), FACILITATOR)
    [spring, _wreck] = section(second_turn, "Still to come").rows
    assert spring.where == "Held back this turn · to all seats"
    assert injects_tab(second_turn) == "Injects"


def test_what_was_held_back_says_what_no_longer_holds(second_turn: Session) -> None:
    """In the next turn it waits to be sent, held back again or dropped."""
    second_turn.submit(SkipInject("cold_spring"), FACILITATOR)
    closed(second_turn)
    second_turn.submit(MoveOn(), FACILITATOR)
    found = section(second_turn, "Held back, and due no longer")
    assert (found.may_send, found.asks) == (True, True)
    [row] = found.rows
    assert row.where == ("Held back in turn 2, and due no longer. Turn 2 is over · to all seats")
    assert inject_list(second_turn).hint == (
        "Nothing is due now; 1 still to come, 0 sent. "
        "1 was held back and is due no longer: send it or drop it."
    )
    assert injects_tab(second_turn) == "Injects (1)"


def test_what_was_held_back_before_orders_opened_is_offered_in_the_report(
    second_turn: Session,
) -> None:
    """Where the next turn's injects stand already, so does what waits since this one."""
    second_turn.submit(SkipInject("cold_spring"), FACILITATOR)
    closed(second_turn)
    found = section(second_turn, "Held back, and due no longer")
    assert (found.may_send, found.asks) == (False, False)


def test_what_was_dropped_is_told_by_itself(second_turn: Session) -> None:
    """It can still be sent, and the tab counts it no more."""
    second_turn.submit(DropInject("cold_spring"), FACILITATOR)
    found = section(second_turn, "Dropped")
    assert (found.may_send, found.asks) == (True, False)
    assert [row.where for row in found.rows] == ["Dropped · to all seats"]
    hint = "Nothing is due now; 1 still to come, 0 sent. 1 was dropped."
    assert inject_list(second_turn).hint == hint
    assert injects_tab(second_turn) == "Injects"


def test_what_was_sent_says_what_it_did(second_turn: Session) -> None:
    """Words of the moment stand among them, the newest first, and count as no inject."""
    second_turn.submit(SendInject("cold_spring"), FACILITATOR)
    second_turn.submit(Tell((), "", "Fog on the bank"), FACILITATOR)
    second_turn.submit(Tell(("borea",), "A skipper", "The nets are empty"), FACILITATOR)
    skipper, fog, spring = section(second_turn, "Sent, the newest first").rows
    assert (skipper.title, fog.title) == ("Words from A skipper", "Words from the facilitator")
    assert skipper.where.endswith(" · to Borea")
    assert spring.where.startswith("Turn 2, ")
    assert spring.where.endswith(" · to all seats, from Fisheries institute · Letter")
    assert spring.facts == ("It did: Fish stocks −1, End of the season: days left −2",)
    assert inject_list(second_turn).hint == "Nothing is due now; 1 still to come, 1 sent."


def test_once_orders_are_opened_nothing_is_sent(with_injects: Session) -> None:
    """The list says when the next can be, and what will be due."""
    adjudicated(with_injects)
    found = inject_list(with_injects)
    assert found.hint == (
        "2 still to come, 0 sent. Orders have been opened, so the next can be sent in the next "
        "turn."
    )
    assert not any(each.may_send for each in found.sections)
    with_injects.submit(CloseTurn(), FACILITATOR)
    assert section(with_injects, "Due when turn 2 begins").rows[0].id == "cold_spring"


def test_the_end_says_what_was_never_sent(with_injects: Session) -> None:
    """Nobody can be told anything any more."""
    closed(with_injects)
    with_injects.submit(Finish(), FACILITATOR)
    found = inject_list(with_injects)
    assert (found.hint, found.may_tell) == ("0 sent, 2 never sent.", False)
    assert [each.heading for each in found.sections] == ["Not sent"]


@pytest.mark.parametrize(
    ("to", "button", "whole"),
    [
        ((), "Tell all seats", "Tell all seats"),
        (("astra", "borea"), "Tell Astra and Borea", "Tell Astra and Borea"),
        (("astra", "borea", "caldis"), "Tell 3 seats", "Tell Astra, Borea and Caldis"),
    ],
)
def test_who_is_told(with_injects: Session, to: tuple[str, ...], button: str, whole: str) -> None:
    """A button counts where names would not fit; on hover all are named."""
    scenario = with_injects.scenario
    assert (tell_words(scenario, to), tell_all_words(scenario, to)) == (button, whole)


def test_what_asks_for_a_longer_exercise_is_not_counted_as_still_to_come(
    full: PackReading,
) -> None:
    """It can never come by itself, and stands apart; it may be sent all the same."""
    assert full.scenario is not None
    spring, *others = full.scenario.injects
    longer = replace(spring, when=parse("turn >= 2 and turns >= 9"))
    changed = replace(full, scenario=replace(full.scenario, injects=(longer, *others)))
    session = begin(changed)
    assert session.play.setup.turns < 9
    apart = section(session, "Only in exercises of another length")
    assert [row.id for row in apart.rows] == [spring.id]
    assert apart.may_send
    assert inject_list(session).hint == (
        "Nothing is due now; 1 still to come, 0 sent. 1 is for exercises of another length."
    )


def test_every_inject_is_counted_once_wherever_it_is_counted(second_turn: Session) -> None:
    """In each phase, sent, held back, sent in a turn that was re-opened: tab, hint and sections
    come of one count, and no inject is in two of them."""
    tried = 0

    def counted() -> list[int]:
        nonlocal tried
        tried += 1
        now = injects_now(second_turn)
        found = [each.id for state in now for each in state]
        assert sorted(found) == sorted(each.id for each in second_turn.scenario.injects)
        return [len(state) for state in now]

    assert counted() == [1, 0, 1, 0, 0, 0]
    second_turn.submit(SendInject("cold_spring"), FACILITATOR)
    assert counted() == [0, 0, 1, 0, 0, 1]
    closed(second_turn)
    assert inject_list(second_turn).hint.startswith("1 still to come, 1 sent.")
    counted()
    second_turn.submit(Reopen(1), FACILITATOR)
    assert counted() == [0, 0, 2, 0, 0, 0]
    assert inject_list(second_turn).hint == "Nothing is due now; 2 still to come, 0 sent."
    closed(second_turn)
    assert counted() == [1, 0, 1, 0, 0, 0]
    assert inject_list(second_turn).hint.startswith("2 still to come, 0 sent.")
    assert tried == 5


@pytest.mark.parametrize("numbers", [True, False])
def test_a_condition_on_a_track_has_its_figures_where_numbers_are_shown(
    full: PackReading, numbers: bool
) -> None:
    """The words of the track stand in the list, the figures behind them; none in words alone."""
    scenario = full.scenario
    assert scenario is not None
    first, *others = scenario.injects
    late = replace(first, when=parse("calm >= 8"), to=())
    pack = replace(scenario, injects=(late, *others))
    session = begun(replace(full, scenario=pack), numbers=numbers)
    (row,) = (each for each in section(session, "Still to come").rows if each.id == first.id)
    assert row.where == "Calm on the bank must be “watchful” or more, and is “tense” · to all seats"
    told = "Calm on the bank must be 8 or more (watchful), and is 5 (tense)"
    assert row.exact == (told if numbers else "")
