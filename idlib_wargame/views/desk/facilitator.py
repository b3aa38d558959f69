"""All that the facilitator sees in every phase, in one frozen value; the desk draws it."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.phases import FINISHED
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.views.desk.clocks_and_flags import (
    ClockLine,
    FlagGroup,
    clock_lines,
    flag_groups,
)
from idlib_wargame.views.desk.inject_rows import is_private
from idlib_wargame.views.desk.outcome import Outcome, outcome
from idlib_wargame.views.desk.practising import in_practice, offers_practice
from idlib_wargame.views.desk.questions import (
    Question,
    finish_question,
    held_report,
    held_report_question,
    unsealed_question,
)
from idlib_wargame.views.desk.seat_lines import SeatLine, seat_lines
from idlib_wargame.views.desk.situation import Situation, situation
from idlib_wargame.views.desk.votes_to_ask import ask_words, votes_to_ask
from idlib_wargame.views.desk.votes_to_count import (
    VotesAwaited,
    count_words,
    votes_awaited,
    votes_to_count,
)
from idlib_wargame.views.remembered import Remembered
from idlib_wargame.words.dates import dates
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts


class TopLine(NamedTuple):
    """Which turn, when, which exercise, and the id of the phase in force."""

    turn: str
    dates: str
    exercise: str
    phase: str
    offers_practice: bool = False


class NextStep(NamedTuple):
    """The next act, the words of its button, and what to ask before it where much is lost by it.

    ``asks`` are the votes to be asked for first, or ``counts`` those to be counted, which the
    button does then; ``awaits`` where somebody has yet to vote.
    """

    act: Act
    button: str
    question: Question | None
    asks: tuple[AskOthers, ...] = ()
    counts: tuple[CountWords, ...] = ()
    awaits: VotesAwaited | None = None


class FacilitatorView(NamedTuple):
    """``next`` and ``outcome`` are the two ends: one is None while the other is not."""

    top: TopLine
    next: NextStep | None
    seats: tuple[SeatLine, ...]
    situation: Situation
    clocks: tuple[ClockLine, ...]
    flags: tuple[FlagGroup, ...]
    outcome: Outcome | None


class Standing(NamedTuple):
    """Where the numbers of an exercise stand, with how they came to: what most acts leave alone."""

    situation: Situation
    clocks: tuple[ClockLine, ...]
    flags: tuple[FlagGroup, ...]


class FacilitatorViews:
    """The desk after one act and another; how numbers stand is made anew where one has moved."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._standing: Remembered[Standing] = Remembered()

    def now(self, messages: bool = True) -> FacilitatorView:
        """The desk as the exercise stands; ``messages`` says whether private ones are uncovered."""
        scenario, play = self._session.scenario, self._session.play
        stands = self._standing.of(
            (
                play.setup,
                play.state,
                play.closed,
                play.pending,
                play.messages,
                play.turn,
                play.phase,
            ),
            lambda: standing(scenario, play),
        )
        return FacilitatorView(
            top_line(scenario, play),
            next_step(self._session, messages),
            seat_lines(scenario, play),
            stands.situation,
            stands.clocks,
            stands.flags,
            outcome(scenario, play),
        )


def facilitator_view(session: Session, messages: bool = True) -> FacilitatorView:
    """The desk as the exercise stands; ``messages`` says whether private ones are uncovered."""
    return FacilitatorViews(session).now(messages)


def standing(scenario: Scenario, play: Play) -> Standing:
    """The numbers of an exercise as the desk shows them.

    ``FacilitatorViews`` names every value of the play that this reads.
    """
    return Standing(
        situation(scenario, play), clock_lines(scenario, play), flag_groups(scenario, play)
    )


def top_line(scenario: Scenario, play: Play) -> TopLine:
    """Where the exercise stands, along the top."""
    named = [play.setup.name_in(scenario), play.setup.group]
    over = play.phase == FINISHED
    return TopLine(
        fill(_("Turn {turn} of {turns}"), turn=play.turn, turns=play.setup.turns),
        _("The exercise is finished") if over else dates(scenario, play.turn),
        facts([part for part in named if part]),
        play.phase,
        offers_practice(play),
    )


def next_step(session: Session, messages: bool = True) -> NextStep | None:
    """The one thing to do next; None when the exercise is over.

    Unless ``messages`` are uncovered, the button names a private inject by its code.
    """
    if session.play.timer.state is TimerState.WAITING:
        begin = SetTimer(TimerState.RUNNING, 0)
        start = fill(_("Start turn {turn}"), turn=session.play.turn)
        return NextStep(begin, in_practice(session.play, start), None)
    following = session.next_act()
    if following is None:
        return None
    act, button = following
    if asks := votes_to_ask(session):
        return NextStep(act, in_practice(session.play, ask_words(asks)), None, asks)
    if counts := votes_to_count(session):
        button = in_practice(session.play, count_words(counts))
        return NextStep(act, button, None, counts=counts)
    if awaits := votes_awaited(session):
        return NextStep(act, in_practice(session.play, awaits.button), None, awaits=awaits)
    if isinstance(act, SendInject) and not messages:
        inject = session.scenario.inject_by_id[act.inject]
        if is_private(session.scenario, inject.to):
            button = fill(_("Send inject {code}"), code=inject.code)
    if not isinstance(act, Finish):  # which is named for practice as it is
        button = in_practice(session.play, button)
    return NextStep(act, button, _asked_before(session, act, button))


def _asked_before(session: Session, act: Act, button: str) -> Question | None:
    """What to ask before an act by which seats lose their orders, or that nothing undoes."""
    play = session.play
    if isinstance(act, Finish):
        return None if play.setup.practice else finish_question(play)
    if held := held_report(play, act):
        return held_report_question(held, button)
    if isinstance(act, Adjudicate | OpenOrders):
        waiting, opens = session.waiting_for(), isinstance(act, OpenOrders)
        return unsealed_question(session.scenario, play, waiting, opens) if waiting else None
    return None
