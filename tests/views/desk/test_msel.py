"""The list of injects as a table: what is planned, due, sent, held, dropped, answered."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.inject_answered import TickAnswered
from idlib_wargame.session.kinds.inject_planned import PlanInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.msel import Written
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.covered_log import covered_line
from idlib_wargame.views.desk.inject_drafts import (
    draft_again,
    draft_as_text,
    edit_draft,
    effect_readers,
    hold_choices,
    hold_question,
    holding,
    new_draft,
    repeat_choices,
    repeating,
    track_names,
    waits_now,
    with_track,
    writing,
)
from idlib_wargame.views.desk.inject_list import inject_list, injects_tab
from idlib_wargame.views.desk.msel import BoardRow, State, Wanted, board, filtered, listed
from idlib_wargame.views.msel.giving_out import whole_list
from idlib_wargame.views.msel.merging import merged, summary
from idlib_wargame.views.msel.sheet import sheet_of
from idlib_wargame.views.msel.taking_in import TakenIn, take_in
from tests.harbour_exercise import closed

FOG = Written("", "", "Café in fog", "Nobody sees the bow.", "Radio", to=("astra",), turn=3)


@pytest.fixture
def second_turn(with_injects: Session) -> Session:
    """Where the first inject is due."""
    closed(with_injects)
    with_injects.submit(MoveOn(), FACILITATOR)
    return with_injects


def do(session: Session, *acts: Act) -> None:
    """The facilitator does these."""
    for act in acts:
        session.submit(act, FACILITATOR)


def row_of(session: Session, named: str, uncovered: bool = True) -> BoardRow:
    """The row of one inject."""
    return next(each for each in board(session, uncovered).rows if each.id == named)


def stands(session: Session, named: str) -> tuple[State, str, str]:
    """How it stands, and what is said of when."""
    row = row_of(session, named)
    return row.state, row.planned, row.stands


def test_a_row_says_how_its_inject_stands(second_turn: Session) -> None:
    """Due, held, planned for another turn, dropped, sent: one after another."""
    spring = "cold_spring"
    assert stands(second_turn, spring) == (State.DUE, "Turn 2", "Due now")
    do(second_turn, SkipInject(spring))
    assert stands(second_turn, spring) == (State.HELD, "Turn 2", "Held this turn")
    do(second_turn, PlanInject(spring, 4, 2))
    assert stands(second_turn, spring) == (State.HELD, "Turn 4, minute 2", "Held till turn 4")
    do(second_turn, DropInject(spring))
    assert stands(second_turn, spring)[0] is State.DROPPED
    do(second_turn, SendInject(spring))
    state, _planned, when = stands(second_turn, spring)
    assert (state, when[:12]) == (State.SENT, "Sent turn 2,")
    assert stands(second_turn, "wreck")[0] is State.PLANNED


def test_a_row_has_all_that_a_list_of_events_has(second_turn: Session) -> None:
    """Sender, means, addressees, effect, objective, expected response, who sends, words."""
    row = row_of(second_turn, "cold_spring")
    assert row[:3] == ("cold_spring", "I01", "A cold spring")
    assert (row.sender, row.means, row.to) == ("Fisheries institute", "Letter", "All seats")
    assert (row.does, row.expected) == (
        "Fish stocks −1, End of the season: days left −2",
        "A word about quotas.",
    )
    assert (row.sends, row.words) == ("By itself", 6)
    wreck = row_of(second_turn, "wreck")
    assert (wreck.sends, wreck.objective) == ("Facilitator", "Find out who speaks for the fleet.")


def test_what_was_missed_is_due_since_its_turn(second_turn: Session) -> None:
    """It is not lost once its turn is over."""
    closed(second_turn)
    do(second_turn, MoveOn())
    row = row_of(second_turn, "cold_spring")
    assert (row.state, row.stands, row.late) == (State.DUE, "Due since turn 2", True)


def test_the_foot_holds_the_words_against_the_minutes(second_turn: Session) -> None:
    """And turns when there is more to read than time."""
    found = board(second_turn)
    assert found.foot == (
        "1 due with 6 words: about 1 min to read at 130 words a minute. The phase has 3 min."
    )
    assert (found.too_much, found.due, found.leave) == (
        False,
        ("cold_spring",),
        "Go on, leave 1 unsent",
    )
    do(second_turn, WriteInjects((FOG._replace(text="fog " * 400, turn=2),)))
    found = board(second_turn)
    assert found.too_much
    assert found.send_all == "Send all 2 due"


def test_of_a_private_one_a_projector_shows_no_word(second_turn: Session) -> None:
    """To whom it goes and when, and nothing that could be searched for."""
    do(second_turn, SendInject("wreck"), TickAnswered("wreck", "SECRET"))
    row = row_of(second_turn, "wreck", uncovered=False)
    assert (row.title, row.covered, row.answer) == (
        "Private, to Astra and Caldis",
        True,
        "Answered",
    )
    told = " ".join(str(each) for each in row)
    for secret in ("keel", "Coastguard", "SECRET", "speaks", "Press"):
        assert secret not in told
    assert board(second_turn, uncovered=False).has_private


def test_what_a_seat_answered_stands_in_the_row(second_turn: Session) -> None:
    """Beside what the facilitator ticked."""
    do(second_turn, SendInject("wreck"))
    answer = SendMessage((FACILITATOR,), "It is not ours.", answers="inject.wreck")
    second_turn.submit(answer, "astra")
    do(second_turn, TickAnswered("wreck", "Caldis by word of mouth"))
    assert row_of(second_turn, "wreck").answer == (
        "Astra: “It is not ours.” · Caldis by word of mouth"
    )


def test_rows_are_found_by_words_state_seat_and_turn(second_turn: Session) -> None:
    """Words without accents and capitals."""
    do(second_turn, WriteInjects((FOG,)))
    rows = board(second_turn).rows

    def found(**wanted: object) -> list[str]:
        return [row.code for row in filtered(rows, Wanted(**wanted))]  # type: ignore[arg-type]

    assert found(words="CAFE radio") == ["N1"]
    assert found(state=State.DUE) == ["I01"]
    assert found(actor="astra") == ["I01", "I02", "N1"]
    assert found(actor="borea") == ["I01"]
    assert found(turn=3) == ["N1"]
    assert found(words="nothing of the kind") == []


def test_an_edited_copy_takes_the_place_of_its_original(second_turn: Session) -> None:
    """What was half typed is there again; a slip in its effects is named."""
    draft = edit_draft(second_turn, "cold_spring")
    assert (draft.drops, draft.is_copy, draft.row.waits_as_original) == (True, True, True)
    typed = draft._replace(row=draft.row._replace(title="A warm spring", to=("borea",)))
    assert draft_again(draft, draft_as_text(typed)) == typed
    assert str(writing(second_turn, typed._replace(effects="moon +1"))).startswith(
        "“moon +1” is no"
    )
    act = writing(second_turn, typed)
    assert isinstance(act, WriteInjects)
    do(second_turn, act)
    assert stands(second_turn, "cold_spring") == (State.DROPPED, "Turn 2", "Dropped for I01a")
    [copy] = second_turn.play.own.injects
    row = row_of(second_turn, copy.id)
    assert (row.state, row.came, row.to) == (State.DUE, "Copy of I01", "Borea")
    again = edit_draft(second_turn, copy.id)
    assert (again.is_copy, again.row.id) == (False, copy.id)


def test_a_new_one_begins_empty(second_turn: Session) -> None:
    """It waits for the facilitator."""
    draft = new_draft(second_turn.play)
    typed = draft._replace(row=draft.row._replace(title="Fog", text="It thickens."))
    act = writing(second_turn, typed)
    assert isinstance(act, WriteInjects)
    do(second_turn, act)
    named = second_turn.play.own.injects[0].id
    assert stands(second_turn, named) == (State.PLANNED, "When you send it", "Planned")


def test_one_is_held_till_a_minute_or_a_turn_that_is_picked(second_turn: Session) -> None:
    """Minutes of this phase, and turns that are left."""
    choices = hold_choices(second_turn, "cold_spring")
    assert [each.words for each in choices] == [
        "This turn, and offered again",
        "Till turn 3",
        "Till turn 4",
    ]
    acts = [holding("cold_spring", each.turn) for each in choices]
    assert acts == [
        SkipInject("cold_spring"),
        PlanInject("cold_spring", 3),
        PlanInject("cold_spring", 4),
    ]


def test_a_hold_makes_nothing_come_earlier_than_planned(with_injects: Session) -> None:
    """Nor does it offer a minute that has come; the question says who sends it after that."""
    session = with_injects
    do(session, WriteInjects((FOG, FOG._replace(title="Now", turn=1))))
    fog, now = (each.id for each in session.play.own.injects)
    assert [each.words for each in hold_choices(session, fog)] == ["Till turn 4"]
    offered = [each.words for each in hold_choices(session, now, 200)]
    assert offered[0] == "This turn, and offered again"
    assert "Till minute 3" not in offered
    assert hold_question(session, fog, "Fog").text == (
        "Hold “Fog” back. After that it goes by itself."
    )
    assert "waits for you" in hold_question(session, "wreck", "Wreck").text


def test_what_was_held_and_not_sent_in_its_turn_is_due_since_then(with_injects: Session) -> None:
    """And is sent with all that is due, however the press counts."""
    do(with_injects, PlanInject("wreck", 1), PlanInject("cold_spring", 1))
    closed(with_injects)
    do(with_injects, MoveOn())
    assert row_of(with_injects, "wreck").stands == "Due since turn 1"
    found = board(with_injects)
    assert found.hint.startswith("2 due")
    assert found.send_all == "Send 1 of 2 due"
    assert inject_list(with_injects).hint.startswith("2 due now")
    assert injects_tab(with_injects) == "Injects (2)"


def test_a_repeat_does_again_what_it_did_only_where_that_is_asked_for(
    second_turn: Session,
) -> None:
    """Now or in a later turn."""
    do(second_turn, SendInject("cold_spring"))
    choices = repeat_choices(second_turn, "cold_spring")
    assert [each.words for each in choices] == [
        "Now, without its effects",
        "Now, and its effects again",
        "In turn 3",
        "In turn 4",
    ]
    made = [repeating(second_turn, "cold_spring", each.turn) for each in choices]
    assert [(each.at_once, len(each.act.rows[0].effects)) for each in made] == [
        (True, 0),
        (True, 2),
        (False, 0),
        (False, 0),
    ]
    do(second_turn, made[1].act)
    named = second_turn.play.own.injects[0].id
    do(second_turn, SendInject(named))
    assert row_of(second_turn, named).came == "Repeats I01"


def test_a_list_given_out_and_edited_is_taken_in_again_by_its_numbers(
    second_turn: Session,
) -> None:
    """What is the same stays, what was changed is changed, what was sent stays as it was read."""
    do(second_turn, WriteInjects((FOG,)))
    data = whole_list(second_turn.scenario, listed(second_turn)).decode("utf-8-sig")
    do(second_turn, SendInject("wreck"))
    edited = data.replace("Nobody sees", "Somebody sees").replace("keel up", "keel down")
    edited = edited.replace("The shoals are late", "The shoals are early")
    edited += "X9,4,,,A new one,Text,,Everybody\r\n"
    sheet = sheet_of(edited.encode())
    taken = take_in(sheet, second_turn.scenario, second_turn.play, "board.csv")
    assert taken.faults == ()
    found = merged(second_turn, taken)
    assert (found.new, found.changed, found.same) == (1, 2, 0)
    assert [each.reason for each in found.faults] == [
        "I02 was sent in turn 2 and stays as it was read."
    ]
    assert list(summary(found))[:2] == ["1 new inject.", "2 changed."]
    assert found.act is not None
    do(second_turn, found.act)
    states = [row.state for row in board(second_turn).rows]
    assert states[:3] == [State.DROPPED, State.DUE, State.SENT]
    same = take_in(
        sheet_of(whole_list(second_turn.scenario, listed(second_turn))),
        second_turn.scenario,
        second_turn.play,
        "again.csv",
    )
    assert merged(second_turn, same).act is None


def test_the_forms_say_what_is_due_already_and_waits(second_turn: Session) -> None:
    """Before it is taken in or written, and in its row after that."""
    due = FOG._replace(turn=2, code="X1")
    found = merged(second_turn, TakenIn((due, FOG._replace(code="X2")), ()))
    assert list(summary(found)) == ["2 new injects.", "1 is due now and waits for you."]
    draft = new_draft(second_turn.play)._replace(row=due)
    assert waits_now(second_turn, draft) == "It is due now, and waits for you to send it."
    assert waits_now(second_turn, draft._replace(row=FOG)) == ""
    assert found.act is not None
    do(second_turn, found.act)
    row = board(second_turn).rows[-2]
    assert (row.stands, row.sends) == ("Due, waits for you", "Facilitator")


def test_a_page_says_that_what_is_due_goes_as_the_turn_starts(with_injects: Session) -> None:
    """And where that is changed; no more once the facilitator sends it."""
    closed(with_injects)
    said = "1 goes by itself as turn 2 starts, unless “Injects wait for me” is set (menu Exercise)."
    assert said in inject_list(with_injects).hint
    assert said in board(with_injects).hint
    do(with_injects, TakeInHand("injects"))
    assert said not in inject_list(with_injects).hint


def test_an_undo_names_a_covered_inject_by_its_number(second_turn: Session) -> None:
    """And by its title while private messages are uncovered."""
    do(second_turn, SendInject("wreck"))
    last = second_turn.undoable()
    assert last is not None
    covered, shown = (
        covered_line(second_turn, last, False, messages).text for messages in (False, True)
    )
    assert covered == "To Astra and Caldis: a private message, I02."
    assert "A wreck on the bank" in shown


def test_the_form_says_who_reads_the_effect_and_adds_a_track_by_name(
    second_turn: Session,
) -> None:
    """A seat is told what an inject moved, of the tracks that it may know."""
    names = track_names(second_turn)
    assert "Fish stocks" in names
    typed = with_track(with_track("", "Fish stocks"), names[1])
    assert typed == f"Fish stocks +1; {names[1]} +1"
    draft = new_draft(second_turn.play)._replace(effects="Fish stocks -1")
    assert effect_readers(second_turn, draft) == "Fish stocks: told with it to all seats."
    one = draft._replace(row=draft.row._replace(to=("astra",)))
    assert effect_readers(second_turn, one) == "Fish stocks: told with it to Astra."
    assert effect_readers(second_turn, draft._replace(effects="moon")) == ""


def test_a_narrow_column_says_the_turn_alone(second_turn: Session) -> None:
    """The day of it and what else it waits for stand in the tip and the sheet."""
    rows = board(second_turn).rows
    assert (rows[0].brief, rows[0].planned) == ("Turn 2", "Turn 2")
    assert all(len(row.brief) <= len(row.planned) for row in rows)
