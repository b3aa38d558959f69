"""Why something cannot be done at the desk as the exercise stands, in one calm sentence."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.control_tasks import by_hand
from idlib_wargame.views.desk.judging import judging
from idlib_wargame.views.desk.questions import reopen_choices
from idlib_wargame.views.desk.reports import to_release
from idlib_wargame.views.judging.at_end import thoughts
from idlib_wargame.words.language import _, fill


def why_not(session: Session, action: str) -> str:
    """Why the action of that name (a row of the desk's menus) cannot be done now; "" if it can."""
    says = _SAYS.get(action)
    return says(session) if says is not None else ""


def _no_tell(session: Session) -> str:
    if not session.play.finished:
        return ""
    return _("The exercise is finished, so nobody can be told anything in it.")


def _no_more(session: Session) -> str:
    return _("The exercise is finished.") if session.play.finished else ""


def _no_finish(session: Session) -> str:
    if session.play.phase != ADJUDICATION:
        return _no_more(session)
    said = _("Close turn {turn} first, so that its results stand.")
    return fill(said, turn=session.play.turn)


def _no_undo(session: Session) -> str:
    return "" if session.undoable() is not None else _("There is nothing to undo.")


def _no_redo(session: Session) -> str:
    return "" if session.redoable() is not None else _("There is nothing to redo.")


def _no_clock(session: Session) -> str:
    return "" if session.play.minutes else _("This phase has no length, so no clock runs.")


def _no_reopening(session: Session) -> str:
    if reopen_choices(session.play):
        return ""
    return _("No turn has been adjudicated yet, so none can be re-opened.")


def _no_map(session: Session) -> str:
    return "" if session.scenario.map else _("This pack has no map.")


def _no_injects(session: Session) -> str:
    return "" if session.scenario.injects else _("This pack has no injects; tell seats instead.")


def _no_agreements(session: Session) -> str:
    if session.scenario.bargain is not None:
        return ""
    return _("This pack has no agreements, so nothing can be offered.")


def _no_bargain(session: Session) -> str:
    return _no_more(session) or _no_agreements(session)


def _no_report(session: Session) -> str:
    return "" if session.play.closed else _("The first report comes when turn 1 is closed.")


def _no_release(session: Session) -> str:
    if to_release(session.play):
        return ""
    return _no_report(session) or _("The reports of all closed turns can be read already.")


def _no_judgements(session: Session) -> str:
    play = session.play
    if play.finished:
        told = thoughts(session.scenario, play, for_control=True)
        return "" if told else _("Nobody was asked for a judgement in this exercise.")
    return "" if judging(session) else _("Nobody is asked for a judgement this turn.")


def _no_control(session: Session) -> str:
    if by_hand(session) or session.play.unanswered:
        return ""
    return _("People play every seat, and no request waits for your answer.")


def _no_rows(session: Session) -> str:
    if session.play.own.moves:
        return ""
    return _("No row was written yet: you give one to an order that a seat wrote itself.")


def _no_sealed(session: Session) -> str:
    play = session.play
    if play.phase in (ADJUDICATION, REPORT):
        return _("The orders of this turn have been opened.")
    return "" if play.sealed else _("There are no sealed orders to look at.")


_SAYS: dict[str, Callable[[Session], str]] = {
    "tell_seats": _no_tell,
    "ask_judgements": _no_more,
    "ask_finish": _no_finish,
    "do_next": _no_more,
    "plan_day": _no_more,
    "cut_day": _no_more,
    "reseat": _no_more,
    "show_injects": _no_injects,
    "injects_by_hand": _no_injects,
    "bargain_now": _no_bargain,
    "bargain_by_hand": _no_agreements,
    "pause_timer": _no_clock,
    "ask_undo": _no_undo,
    "ask_redo": _no_redo,
    "ask_reopen": _no_reopening,
    "switch_map": _no_map,
    "show_agreements": _no_agreements,
    "show_report": _no_report,
    "release_reports": _no_release,
    "show_judgements": _no_judgements,
    "show_control": _no_control,
    "show_rows": _no_rows,
    "uncover_orders": _no_sealed,
}
