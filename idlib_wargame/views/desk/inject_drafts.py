"""Injects as the facilitator writes them at the desk: what a form begins with and comes to."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from idlib_wargame.rules.pack.phases import REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.session.injects_due import sent_in
from idlib_wargame.session.kinds.inject_planned import PlanInject, first_turn_left
from idlib_wargame.session.kinds.injects_written import WriteInjects, waiting_of
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.msel import Written
from idlib_wargame.session.play import INJECTS_GO, Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.drafts import Draft, draft_text
from idlib_wargame.views.desk.msel import BoardRow, plan_of
from idlib_wargame.views.desk.msel import State as BoardState
from idlib_wargame.views.msel.effect_cells import effects_cell, movable, read_effects
from idlib_wargame.views.question import Choice, Question
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

MINUTES = (3, 5, 10, 15)  # of its phase, till which an inject is held by one press
_BY_MINUTE = 1000  # a choice of a turn and a minute is one whole number


class Aim(Enum):
    """What a form is opened for."""

    NEW = "new"
    EDIT = "edit"
    ADDRESS = "address"


class InjectDraft(NamedTuple):
    """What stands in the form. ``effects`` is as typed; ``drops`` where the original goes.

    ``is_copy`` says that what is written is a copy of one of the pack, or of one that was sent.
    """

    row: Written
    effects: str = ""
    drops: bool = False
    is_copy: bool = False


def new_draft(play: Play) -> InjectDraft:
    """An empty form: sent when the facilitator likes, to all."""
    return InjectDraft(Written("", "", "", "", optional=True))


def edit_draft(session: Session, inject: str) -> InjectDraft:
    """An inject as it stands; of one of the pack, or one that was sent, a copy."""
    play, row = session.play, session.scenario.inject_by_id[inject]
    written, was_sent = play.msel.written.get(inject), sent_in(play, inject)
    cell = effects_cell(session.scenario, row.effects)
    if written is not None and not was_sent:
        plan = plan_of(session, row)
        planned = written if not plan.turn else written._replace(turn=plan.turn, minute=plan.minute)
        return InjectDraft(planned, cell)
    anew = play.msel.plans.get(inject)
    copy = Written(
        id="",
        code="",
        title=row.title,
        text=row.text,
        sender=row.sender,
        means=row.means,
        to=row.to,
        expected=row.expected,
        objective=row.objective,
        responsible=written.responsible if written else "",
        effects=row.effects,
        orders=row.orders,
        optional=row.optional or bool(was_sent),
        turn=anew.turn if anew else 0,
        minute=anew.minute if anew else row.minute,
        waits_as_original=anew is None and not was_sent,
        copy_of=inject,
    )
    return InjectDraft(copy, cell, drops=not was_sent, is_copy=True)


def writing(session: Session, draft: InjectDraft, used: int = 0) -> WriteInjects | str:
    """The act that the form stands for, or a sentence on what is no effect.

    ``used`` are the seconds of playing time that have gone by in the phase.
    """
    effects = read_effects(session.scenario, draft.effects)
    if isinstance(effects, str):
        said = _("“{found}” is no effect: write a track and a change, such as “{example}”.")
        track = session.scenario.tracks[0].name if session.scenario.tracks else _("Trust")
        return fill(said, found=effects, example=f"{track} +1")
    row = draft.row._replace(effects=effects)
    can_drop = row.copy_of and row.copy_of not in session.play.dropped
    drops = (row.copy_of,) if draft.drops and can_drop else ()
    return WriteInjects((row,), drops, used)


def waits_now(session: Session, draft: InjectDraft, used: int = 0) -> str:
    """That what stands in the form is due already and will wait; "" where it is not."""
    if not waiting_of(session.referee, session.play, (draft.row,), used):
        return ""
    return _("It is due now, and waits for you to send it.")


def effect_readers(session: Session, draft: InjectDraft) -> str:
    """Who is told what an inject moved, with its words; "" where it moves nothing."""
    scenario = session.scenario
    effects = read_effects(scenario, draft.effects)
    if isinstance(effects, str):
        return ""
    by_readers: dict[str, list[str]] = {}
    for each in effects:
        readers = _readers(scenario, each.track, draft.row.to)
        by_readers.setdefault(readers, []).append(movable(scenario)[each.track])
    said = [
        fill(_("{tracks}: told with it to {readers}."), tracks=series(tracks), readers=readers)
        for readers, tracks in by_readers.items()
    ]
    return " ".join(said)


def _readers(scenario: Scenario, named: str, to: Sequence[str]) -> str:
    track = scenario.track_by_id.get(named)
    if track is not None and track.counter:
        return _("you alone")
    only = track.seen_by if track is not None else None
    seats = [each for each in scenario.seats if not to or each.actor in to]
    known = [each for each in seats if only is None or each.actor in only]
    if not to and len(known) == len(scenario.seats):
        return _("all seats")
    return series([each.name for each in known]) or _("you alone")


def track_names(session: Session) -> tuple[str, ...]:
    """The name of everything that an inject may move."""
    return tuple(movable(session.scenario).values())


def with_track(effects: str, track: str) -> str:
    """The effects as typed, and one more that moves this track up by one."""
    before = effects.strip().rstrip(";").strip()
    return f"{before}; {track} +1" if before else f"{track} +1"


def draft_as_text(draft: InjectDraft) -> str:
    """A form that is half filled in, as the record keeps it."""
    row = draft.row
    return draft_text(
        **{name: getattr(row, name) for name in _TYPED},
        to=list(row.to),
        optional=row.optional,
        turn=row.turn,
        minute=row.minute,
        waits=row.waits_as_original,
        effects=draft.effects,
        drops=draft.drops,
    )


_TYPED = ("title", "text", "sender", "means", "expected", "objective", "responsible")


def draft_again(start: InjectDraft, kept: str) -> InjectDraft:
    """The form with what was left in it."""
    left = Draft(kept)
    row = start.row._replace(
        **{name: left.get(name, getattr(start.row, name)) for name in _TYPED},
        to=tuple(left.get("to", list(start.row.to))),
        optional=left.get("optional", start.row.optional),
        turn=left.get("turn", start.row.turn),
        minute=left.get("minute", start.row.minute),
        waits_as_original=left.get("waits", start.row.waits_as_original),
    )
    effects, drops = left.get("effects", start.effects), left.get("drops", start.drops)
    return start._replace(row=row, effects=effects, drops=drops)


def early_question(row: BoardRow) -> Question | None:
    """What is asked before something is sent that is not due; None for what is."""
    if row.state is BoardState.DUE:
        return None
    said = _("Send “{title}” now, before its time? It is planned for: {planned}.")
    if row.state is BoardState.HELD:
        said = _("Send “{title}” now, though it is held back? It was planned for: {planned}.")
    text = fill(said, title=row.title, planned=row.planned)
    return Question(text, _("Send it now"), _("Leave it"))


def hold_question(session: Session, inject: str, title: str) -> Question:
    """Till when an inject is held, which is picked beside it, and what comes of it then."""
    by_hand = session.scenario.inject_by_id[inject].optional or INJECTS_GO in session.play.by_hand
    said = _("Hold “{title}” back. After that it goes by itself.")
    if by_hand:
        said = _("Hold “{title}” back. After that it waits for you to send it.")
    return Question(fill(said, title=title), "", _("Leave it"))


def hold_choices(session: Session, inject: str, used: float = 0) -> tuple[Choice, ...]:
    """Till when it may be held: this turn, a minute of it, or a later turn.

    Nothing comes earlier by being held than it was planned; ``used`` are the seconds of playing
    time that have gone by in the phase, and no minute is offered that has come.
    """
    play, row = session.play, session.scenario.inject_by_id[inject]
    planned = plan_of(session, row)
    return tuple(
        each
        for each in _holds(play, used)
        if planned.turn <= (play.turn if not each.turn else each.turn // _BY_MINUTE)
        and (not each.turn or divmod(each.turn, _BY_MINUTE) > planned)
    )


def _holds(play: Play, used: float) -> tuple[Choice, ...]:
    first, last = first_turn_left(play), play.setup.turns
    found = []
    if play.phase == REPORT and first <= last:
        words = fill(_("In turn {turn}, and offered again"), turn=first)
        found.append(Choice(0, words, _("Hold it back")))
    elif first == play.turn:
        found.append(Choice(0, _("This turn, and offered again"), _("Hold it back")))
    minutes = play.minutes if first == play.turn else 0
    for minute in (each for each in MINUTES if each < minutes and each * 60 > used):
        words = fill(_("Till minute {minute}"), minute=minute)
        yes = fill(_("Hold it till minute {minute}"), minute=minute)
        found.append(Choice(first * _BY_MINUTE + minute, words, yes))
    for turn in range(first + (first == play.turn), last + 1):
        words = fill(_("Till turn {turn}"), turn=turn)
        yes = fill(_("Hold it till turn {turn}"), turn=turn)
        found.append(Choice(turn * _BY_MINUTE, words, yes))
    return tuple(found)


def holding(inject: str, choice: int) -> SkipInject | PlanInject:
    """The act of a choice of when."""
    if not choice:
        return SkipInject(inject)
    turn, minute = divmod(choice, _BY_MINUTE)
    return PlanInject(inject, turn, minute)


def repeat_question(title: str) -> Question:
    """When and how something is sent again."""
    return Question(fill(_("Send “{title}” again"), title=title), "", _("Leave it"))


_NOW, _NOW_WITH = -1, -2


def repeat_choices(session: Session, inject: str) -> tuple[Choice, ...]:
    """Now, or from a later turn on; with its effects only where that is asked for."""
    play, row = session.play, session.scenario.inject_by_id[inject]
    first, last = first_turn_left(play), play.setup.turns
    found = []
    if first == play.turn:
        found.append(Choice(_NOW, _("Now, without its effects"), _("Send it again")))
        if row.effects or row.orders:
            yes = _("Send it again, with effects")
            found.append(Choice(_NOW_WITH, _("Now, and its effects again"), yes))
    for turn in range(first + (first == play.turn), last + 1):
        words = fill(_("In turn {turn}"), turn=turn)
        yes = fill(_("Plan it for turn {turn}"), turn=turn)
        found.append(Choice(turn, words, yes))
    return tuple(found)


class Repeat(NamedTuple):
    """The row that repeats an inject, and whether it is sent at once."""

    act: WriteInjects
    at_once: bool


def repeating(session: Session, inject: str, choice: int) -> Repeat:
    """The act of a choice of how something is sent again."""
    row, at_once = session.scenario.inject_by_id[inject], choice < 0
    with_effects = choice == _NOW_WITH
    effects: Effects = row.effects if with_effects else ()
    again = Written(
        id="",
        code="",
        title=row.title,
        text=row.text,
        sender=row.sender,
        means=row.means,
        to=row.to,
        expected=row.expected,
        objective=row.objective,
        effects=effects,
        orders=row.orders if with_effects else (),
        optional=at_once,
        turn=0 if at_once else choice,
        repeats=inject,
    )
    return Repeat(WriteInjects((again,)), at_once)


def turn_choices(session: Session, draft: InjectDraft) -> tuple[Choice, ...]:
    """When it may go out: -1 as its original waits, 0 when the facilitator sends it, or a turn."""
    play = session.play
    found = []
    if draft.is_copy or draft.row.waits_as_original:
        found.append(Choice(-1, _("As its original"), ""))
    found.append(Choice(0, _("When you send it"), ""))
    turns = range(min(first_turn_left(play), draft.row.turn or 99), play.setup.turns + 1)
    later = (Choice(turn, fill(_("From turn {turn}"), turn=turn), "") for turn in turns)
    return (*found, *later)
