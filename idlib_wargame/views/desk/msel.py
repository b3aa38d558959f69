"""The whole list of injects as a table: what is planned, due, sent, held, dropped and answered.

Covered like the cards of what waits: of what is for some seats only no word is told until the
facilitator asks for it, as a projector may show the desk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.condition import names_in, parts_of
from idlib_wargame.rules.names import TURN, Prefix
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.phases import ADJUDICATION, INJECTS, REPORT
from idlib_wargame.session.injects_due import (
    injects_in_order,
    minute_of,
    missed_in,
    sent_in,
)
from idlib_wargame.session.letters import Message
from idlib_wargame.session.msel import Plan, Written
from idlib_wargame.session.play import INJECTS_GO, Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.day.finishing_early import first_turns
from idlib_wargame.views.desk.inject_rows import (
    effects_words,
    is_private,
    names_of_actors,
    orders_words,
    sent_time,
)
from idlib_wargame.views.desk.planned_turn import is_by_turn, is_of_time, planned_turn
from idlib_wargame.views.desk.unsent_words import as_it_starts_words, leave_words, send_all_words
from idlib_wargame.views.finding import is_found, sought_in, words_of
from idlib_wargame.views.msel.giving_out import Listed
from idlib_wargame.words.inject_when import when_words
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import facts

WORDS_A_MINUTE = 130  # read aloud, slowly enough to be understood (judgement)


class State(Enum):
    """How an inject stands."""

    DUE = "due"
    PLANNED = "planned"
    HELD = "held"
    SENT = "sent"
    DROPPED = "dropped"


class BoardRow(NamedTuple):
    """One inject, every word of it made.

    ``planned`` says for when, ``brief`` the same for a narrow column, ``stands`` its state in
    words; ``turn`` is that it is planned for, 0 for none, and ``sent`` the one in which it was
    sent. ``actors`` are whom it is to, none for all. ``does`` is its effect, ``came`` where it came
    from ("Copy of I03"). ``answer`` says who answered it, and ``ticked`` whether the facilitator
    said so. ``words`` are those that are read out. Of a covered one no word is told.
    """

    id: str
    code: str
    title: str
    state: State
    planned: str
    stands: str
    sender: str
    means: str
    to: str
    text: str
    does: str
    objective: str
    expected: str
    responsible: str
    sends: str
    came: str
    answer: str
    words: int
    turn: int = 0
    minute: int = 0
    sent: int = 0
    actors: tuple[str, ...] = ()
    optional: bool = False
    own: bool = False
    late: bool = False
    ticked: bool = False
    covered: bool = False
    brief: str = ""

    @property
    def sought(self) -> str:
        """What is looked through for words."""
        said = (self.code, self.title, self.text, self.sender, self.means, self.to, self.does)
        hoped = (self.objective, self.expected, self.responsible, self.answer, self.planned)
        return sought_in((*said, *hoped))


class Board(NamedTuple):
    """Every inject, in order. ``hint`` counts, ``foot`` says what there is still to read.

    ``due`` are the ids of what is sent by "send all due"; ``too_much`` whether the phase is too
    short for what is to be read in it. ``may_send`` is False once orders are open. ``leave`` is
    what a button says that goes on with injects unsent; empty where nothing is left behind.
    """

    rows: tuple[BoardRow, ...]
    hint: str
    foot: str
    too_much: bool
    due: tuple[str, ...]
    send_all: str
    leave: str
    may_send: bool
    has_private: bool
    turns: int
    is_over: bool


class Wanted(NamedTuple):
    """Which rows are looked for; empty and nought for all."""

    words: str = ""
    state: State | None = None
    actor: str = ""
    turn: int = 0


def filtered(rows: Sequence[BoardRow], wanted: Wanted) -> tuple[BoardRow, ...]:
    """The rows that are wanted, in their order; words are found without accents and capitals."""
    words = words_of(wanted.words)
    return tuple(row for row in rows if _is_wanted(row, wanted, words))


def _is_wanted(row: BoardRow, wanted: Wanted, words: Sequence[str]) -> bool:
    if wanted.state is not None and row.state is not wanted.state:
        return False
    if wanted.actor and row.actors and wanted.actor not in row.actors:
        return False
    if wanted.turn and wanted.turn not in (row.sent or row.turn, row.sent):
        return False
    return is_found(row.sought, words)


def state_words(state: State) -> str:
    """A state as the table names it."""
    words = {
        State.DUE: lambda: _("Due"),
        State.PLANNED: lambda: _("Planned"),
        State.HELD: lambda: _("Held"),
        State.SENT: lambda: _("Sent"),
        State.DROPPED: lambda: _("Dropped"),
    }
    return words[state]()


def board(session: Session, uncovered: bool = True) -> Board:
    """The list as it stands now."""
    play, scenario = session.play, session.scenario
    maker = _Maker(session, uncovered)
    injects = injects_in_order(session.referee, play)
    rows = tuple(maker.row(each) for each in injects)
    to_read = [row for row in rows if row.state is State.DUE]
    too_late = play.phase in (ADJUDICATION, REPORT) or play.finished
    now = tuple(each.id for each in session.to_send())
    return Board(
        rows=rows,
        hint=" ".join(filter(None, (_hint(rows), as_it_starts_words(session)))),
        foot=_foot(play, [maker.words[row.id] for row in to_read]),
        too_much=_minutes_to_read(sum(maker.words[row.id] for row in to_read))
        > _minutes_of_phase(play),
        due=now,
        send_all=send_all_words(len(now), len(to_read)),
        leave=leave_words(play, len(now)),
        may_send=not too_late,
        has_private=any(is_private(scenario, each.to) for each in injects),
        turns=play.setup.turns,
        is_over=play.finished,
    )


class _Maker:
    """Makes the rows of one board."""

    def __init__(self, session: Session, uncovered: bool) -> None:
        self._session, self._uncovered = session, uncovered
        self._scenario, self._play = session.scenario, session.play
        self._due = {each.id for each in session.due_injects()}
        self._offered = {each.id for each in session.offered_injects()}
        self._missed = missed_in(session.referee, session.play)
        self._codes = {each.id: each.code for each in self._scenario.injects}
        self._messages = {
            each.inject: each for each in self._play.messages if each.inject and not each.taken_back
        }
        self._opening = session.referee.opening()
        self._firsts = first_turns(self._scenario, self._play, self._play.setup.turns)
        self.words: dict[str, int] = {}

    def row(self, inject: Inject) -> BoardRow:
        """The row of an inject."""
        play, scenario = self._play, self._scenario
        written = play.msel.written.get(inject.id)
        state, plan = self._state(inject), plan_of(self._session, inject)
        turn = plan.turn or self._missed.get(inject.id, 0) or self._first_turn(inject)
        self.words[inject.id] = len(inject.text.split())
        row = BoardRow(
            id=inject.id,
            code=inject.code,
            title=inject.title,
            state=state,
            planned=(planned := self._planned(inject, plan)),
            brief=self._brief(inject, plan, planned, turn),
            stands=self._stands(inject, state, plan),
            sender=inject.sender,
            means=inject.means,
            to=names_of_actors(scenario, inject.to) if inject.to else _("All seats"),
            text=inject.text,
            does=self._does(inject),
            objective=inject.objective,
            expected=inject.expected,
            responsible=written.responsible if written else "",
            sends=self._sends(inject),
            came=self._came(inject, written),
            answer=self._answer(inject),
            words=self.words[inject.id],
            turn=turn,
            minute=plan.minute,
            sent=sent_in(play, inject.id),
            actors=inject.to,
            optional=inject.optional,
            own=written is not None,
            ticked=inject.id in play.msel.answers,
            late=inject.id in self._missed and state is State.DUE,
        )
        if self._uncovered or not is_private(scenario, inject.to):
            return row
        return self._covered(row, inject)

    def _first_turn(self, inject: Inject) -> int:
        """The first turn in which it could come due, where it waits for turns or dates at all."""
        waits = any(is_of_time(name) for name in names_in(inject.when))
        return self._firsts.get(inject.id, 0) if waits else 0

    def _covered(self, row: BoardRow, inject: Inject) -> BoardRow:
        seats = names_of_actors(self._scenario, inject.to)
        title = fill(_("Private, to {seats}"), seats=seats)
        answer = _("Answered") if row.answer else ""
        return row._replace(
            title=title,
            sender="",
            means="",
            text="",
            does="",
            objective="",
            expected="",
            responsible="",
            answer=answer,
            covered=True,
        )

    def _state(self, inject: Inject) -> State:
        play = self._play
        if sent_in(play, inject.id):
            return State.SENT
        if inject.id in play.dropped:
            return State.DROPPED
        if play.finished:
            return State.PLANNED
        if inject.id in self._due:
            return State.DUE
        if (play.state[TURN], inject.id) in play.skipped:
            return State.HELD
        if inject.id in self._offered:
            return State.HELD if inject.id in play.held else State.DUE
        return State.HELD if inject.id in play.msel.plans else State.PLANNED

    def _planned(self, inject: Inject, plan: Plan) -> str:
        is_moved = inject.id in self._play.msel.plans
        if plan.turn and (is_moved or is_by_turn(inject.when)):
            return moment_words(plan)
        written = self._play.msel.written.get(inject.id)
        if written is not None and not written.waits_as_original:
            return _("When you send it")
        state = self._opening if sent_in(self._play, inject.id) else self._play.state
        return when_words(self._scenario, inject.when, state, self._play.setup.numbers)

    def _brief(self, inject: Inject, plan: Plan, planned: str, turn: int) -> str:
        """The turn alone, where it waits for no more; with a word of that where it does."""
        if not plan.turn and turn and self._first_turn(inject):
            return fill(_("Turn {turn} on…"), turn=turn)
        if not plan.turn or planned == moment_words(plan):
            return planned
        waits = [part for part in parts_of(inject.when) if not is_by_turn(part)]
        index, row = self._play.state.layout.index, self._play.state.row
        if all(compile_test(part, index)(row) for part in waits):
            return moment_words(plan)
        return fill(_("{moment}, if…"), moment=moment_words(plan))

    def _stands(self, inject: Inject, state: State, plan: Plan) -> str:
        play = self._play
        match state:
            case State.SENT:
                return self._sent(inject)
            case State.DROPPED:
                return self._dropped(inject)
            case State.HELD if (play.state[TURN], inject.id) in play.skipped:
                return _("Held this turn")
            case State.HELD if inject.id in play.msel.plans:
                return fill(_("Held till turn {turn}"), turn=plan.turn)
            case State.HELD:
                return fill(_("Held since turn {turn}"), turn=play.held[inject.id])
            case State.DUE if inject.id in self._missed:
                return fill(_("Due since turn {turn}"), turn=self._missed[inject.id])
            case State.DUE if play.phase == REPORT:
                return fill(_("Due when turn {turn} begins"), turn=play.turn + 1)
            case State.DUE if (minute := minute_of(play, inject)) and play.phase == INJECTS:
                return fill(_("Due at minute {minute}"), minute=minute)
            case State.DUE if self._session.waits_for_a_hand(inject.id):
                return _("Due, waits for you")
            case State.DUE:
                return _("Due now")
        return state_words(state)

    def _sent(self, inject: Inject) -> str:
        message: Message | None = self._messages.get(inject.id)
        turn = sent_in(self._play, inject.id)
        if message is None:  # by its copy
            return fill(_("Sent in turn {turn}"), turn=turn)
        return fill(_("Sent turn {turn}, {time}"), turn=turn, time=sent_time(message))

    def _dropped(self, inject: Inject) -> str:
        copy = self._play.msel.replaced_by.get(inject.id)
        if not copy:
            return state_words(State.DROPPED)
        return fill(_("Dropped for {code}"), code=self._codes.get(copy, copy))

    def _does(self, inject: Inject) -> str:
        numbers = self._play.setup.numbers
        said = (
            effects_words(self._scenario, inject, numbers),
            orders_words(self._scenario, inject),
        )
        return facts([each for each in said if each])

    def _sends(self, inject: Inject) -> str:
        by_hand = inject.optional or INJECTS_GO in self._play.by_hand
        if by_hand or self._session.waits_for_a_hand(inject.id):
            return _("Facilitator")
        return _("By itself")

    def _came(self, inject: Inject, written: Written | None) -> str:
        if written is None:
            return ""
        if written.repeats:
            return fill(_("Repeats {code}"), code=self._codes.get(written.repeats, ""))
        if written.copy_of:
            return fill(_("Copy of {code}"), code=self._codes.get(written.copy_of, ""))
        if written.came_from:
            return fill(_("From {file}"), file=written.came_from)
        return _("Written here")

    def _answer(self, inject: Inject) -> str:
        return facts(list(answers_to(self._session, inject)))


def answers_to(session: Session, inject: Inject) -> Iterator[str]:
    """Who answered an inject by a message, and what the facilitator ticked, the newest last."""
    named = Prefix.INJECT.of(inject.id)
    for letter in session.play.letters:
        if letter.answers == named:
            seat = session.scenario.seat_by_id.get(letter.sender)
            said = _("{seat}: “{text}”")
            name = seat.name if seat else letter.sender
            yield fill(said, seat=name, text=" ".join(letter.text.split()))
    ticked = session.play.msel.answers.get(inject.id)
    if ticked is not None:
        yield ticked.words or _("Answered")


def plan_of(session: Session, inject: Inject) -> Plan:
    """For which turn and minute an inject is planned; turn 0 where only its condition says when."""
    play = session.play
    plan = play.msel.plans.get(inject.id)
    if plan is not None:
        return plan
    written = play.msel.written.get(inject.id)
    if written is not None and written.turn:
        return Plan(written.turn, written.minute)
    return Plan(planned_turn(session.scenario, inject.when), inject.minute)


def moment_words(plan: Plan) -> str:
    """A turn and a minute as the table says them."""
    if plan.minute:
        return fill(_("Turn {turn}, minute {minute}"), turn=plan.turn, minute=plan.minute)
    return fill(_("Turn {turn}"), turn=plan.turn)


def listed(session: Session) -> tuple[Listed, ...]:
    """Every inject as a list that is given out tells of it, nothing covered."""
    play = session.play
    rows = {row.id: row for row in board(session).rows}
    return tuple(
        Listed(
            inject=each,
            plan=plan_of(session, each),
            state=state_words(rows[each.id].state),
            waits="" if is_by_turn(each.when) else rows[each.id].planned,
            written=play.msel.written.get(each.id),
            replanned=each.id in play.msel.plans,
        )
        for each in injects_in_order(session.referee, play)
    )


def _minutes_of_phase(play: Play) -> int:
    """The minutes of the phase in which injects are sent, now or in the next turn; 0 for none."""
    if play.phase == INJECTS:
        return play.minutes
    return play.day.minutes.get(INJECTS, 0)


def _minutes_to_read(words: int) -> int:
    return -(-words // WORDS_A_MINUTE)


def _foot(play: Play, words: Sequence[int]) -> str:
    total = sum(words)
    if not total:
        return _("Nothing is due.")
    said = ngettext(
        "{count} due with {words} words: about {minutes} min to read at {pace} words a minute.",
        "{count} due with {words} words: about {minutes} min to read at {pace} words a minute.",
        len(words),
    )
    minutes = _minutes_of_phase(play)
    told = fill(
        said,
        count=len(words),
        words=total,
        minutes=_minutes_to_read(total),
        pace=WORDS_A_MINUTE,
    )
    if not minutes:
        return told
    length = ngettext("The phase has {count} min.", "The phase has {count} min.", minutes)
    return " ".join((told, fill(length, count=minutes)))


def _hint(rows: Sequence[BoardRow]) -> str:
    counted = {state: sum(row.state is state for row in rows) for state in State}
    said = _("{due} due, {planned} planned, {held} held, {sent} sent, {dropped} dropped.")
    return fill(said, **{state.value: count for state, count in counted.items()})
