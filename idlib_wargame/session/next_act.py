"""What the facilitator does next: the one filled button."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.pack.phases import ADJUDICATION, FINISHED, INJECTS, ORDERS, REPORT, TALKS
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import BeforeRoll
from idlib_wargame.session.injects_due import due_injects
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.phase import MoveOn, phase_after
from idlib_wargame.session.kinds.votes_out import to_roll, votes_out
from idlib_wargame.session.methods import CONSENSUAL, EXPECTED, VOTE
from idlib_wargame.session.play import ROLLS_GO, Play
from idlib_wargame.words.language import _, fill, ngettext


def next_act(referee: Referee, play: Play, rolls: Sequence[Roll]) -> tuple[Act, str] | None:
    """The act and the words of its button; None when the exercise is over.

    ``rolls`` are those of the orders that lie open.
    """
    if play.phase == FINISHED:
        return None
    if play.phase == INJECTS:
        expected = [inject for inject in due_injects(referee, play) if not inject.optional]
        if expected:
            return SendInject(expected[0].id), fill(_("Send “{title}”"), title=expected[0].title)
    if play.phase == ORDERS and looks_before_rolling(play):
        return OpenOrders(), fill(_("Open the orders of turn {turn}"), turn=play.turn)
    if play.phase == ORDERS:
        return Adjudicate(), fill(_("Adjudicate turn {turn}"), turn=play.turn)
    if play.before_roll is not None:
        return Adjudicate(), _roll_words(referee, play.before_roll, play.setup.method, rolls)
    if play.phase == ADJUDICATION and play.undecided:
        left = len(play.undecided)
        said = ngettext("Decide {count} more order", "Decide {count} more orders", left)
        return CloseTurn(), fill(said, count=left)
    if play.phase == ADJUDICATION:
        return CloseTurn(), fill(_("Close turn {turn}"), turn=play.turn)
    if play.phase == REPORT:
        if play.setup.practice:
            return Finish(), _("End the practice turn")
        if play.turn >= play.setup.turns:
            return Finish(), _("Finish the exercise")
        return MoveOn(), fill(_("Start turn {turn}"), turn=play.turn + 1)
    return MoveOn(), _open_words(phase_after(referee.scenario, play.phase))


def looks_before_rolling(play: Play) -> bool:
    """Whether orders are opened before they are rolled: by wish, by method, or for a free order."""
    free = (wish.free for wishes in play.sealed.values() for wish in wishes)
    by_people = play.setup.method in (CONSENSUAL, VOTE)
    return ROLLS_GO in play.by_hand or by_people or any(each is not None for each in free)


def _roll_words(referee: Referee, before: BeforeRoll, method: str, rolls: Sequence[Roll]) -> str:
    orders = [each.order for each in before.orders]
    rowless = sum((o.move, o.choice) not in referee.book.rules for o in orders)
    if rowless:
        said = ngettext("Give {count} free order a row", "Give {count} free orders a row", rowless)
        return fill(said, count=rowless)
    votes = len(votes_out(before, method, rolls))
    if votes:
        said = ngettext("Set the odds of {count} order", "Set the odds of {count} orders", votes)
        return fill(said, count=votes)
    left = len(to_roll(before, rolls))
    if not left:
        return fill(_("Adjudicate turn {turn}"), turn=before.turn)
    if method == EXPECTED:
        said = ngettext("Work out {count} order", "Work out {count} orders", left)
    elif before.rolled:
        said = ngettext("Roll the last order", "Roll the other {count} orders", left)
    else:
        said = ngettext("Roll {count} order", "Roll all {count} orders", left)
    return fill(said, count=left)


def _open_words(phase: str) -> str:
    if phase == INJECTS:
        return _("Open injects")
    if phase == TALKS:
        return _("Open talks")
    if phase == ORDERS:
        return _("Open orders")
    return _("Open the next phase")
