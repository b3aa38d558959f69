"""The facilitator writes injects: new ones, copies of others, repeats, or a list from a file.

However many there are, one undo takes them all back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from typing import Any

from idlib_wargame.record.entry import Body, Entry
from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.injects import Inject, InjectOrder
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.unseen import says_nothing
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import MOST_MINUTES
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.going_by_itself import may_go, seconds_gone_by
from idlib_wargame.session.injects_due import sent_in
from idlib_wargame.session.kinds.inject_shape import MOST_BY, written_row
from idlib_wargame.session.kinds.injects import inject_to_come, known_inject, no_such_inject
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_such_seat,
    only_control,
)
from idlib_wargame.session.kinds.letters import MOST
from idlib_wargame.session.kinds.shapes import inject, list_of, row, text, turn, whole
from idlib_wargame.session.msel import Cell, Written
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import TimerState
from idlib_wargame.words.language import _, fill, ngettext

MOST_ROWS = 2_000  # of one act
_KEPT = frozenset({"id", "cells", "changed", "came_from", "divided_by", "copy_of", "repeats"})


@dataclass(frozen=True, slots=True)
class WriteInjects(Act):
    """Injects are on the list from now on; those of ``drops`` are dropped for their copies.

    A row without an id is a new one. With that of one that was written and not sent yet, it takes
    its place. What is due as it is written does not go by itself in that turn: it waits for a hand.
    ``used`` are the seconds of playing time that have gone by in the phase.
    """

    rows: tuple[Written, ...]
    drops: tuple[str, ...] = ()
    used: int = 0


def _body(act: WriteInjects, by: str, at: Position) -> Json:
    if not act.rows:
        raise Refused(_("There is no inject to write."))
    if len(act.rows) > MOST_ROWS:
        said = _("A list may have {most} injects at most, and this one has {found}.")
        raise Refused(fill(said, most=MOST_ROWS, found=len(act.rows)))
    reasons = [reason for each in act.rows for reason in _faults(each, at)]
    if reasons:
        raise Refused(*dict.fromkeys(reasons))
    for named in act.drops:
        if inject_to_come(named, at).id in at.play.dropped:
            said = _("“{title}” is dropped already.")
            raise Refused(fill(said, title=known_inject(named, at).title))
    taken = {each.id for each in at.scenario.injects}
    codes = {each.code for each in at.scenario.injects}
    rows = []
    for each in act.rows:
        settled = _settled(each, at, taken, codes)
        taken.add(settled.id)
        codes.add(settled.code)
        rows.append(written_to_body(settled))
    waits = waiting_of(at.referee, at.play, list(map(written_from_body, rows)), act.used)
    return {
        "turn": at.play.turn,
        "rows": rows,
        "drops": list(act.drops),
        "used": act.used,
        "waits": list(waits),
    }


def waiting_of(
    referee: Referee, play: Play, rows: Sequence[Written], used: float
) -> tuple[str, ...]:
    """The ids of rows that are due as they are written, so that they would go at once.

    Before an exercise has begun nothing is: as it begins, people are there to read what comes.
    """
    if play.timer.state is TimerState.WAITING or not may_go(referee, play):
        return ()
    gone_by = seconds_gone_by(referee, play, used)
    known = referee.scenario.inject_by_id
    held = {inject for turn, inject in play.skipped if turn == play.turn}
    made = [each.row(known.get(each.copy_of)) for each in rows]
    index = play.state.layout.index
    return tuple(
        each.id
        for each in made
        if not each.optional
        and each.id not in held
        and each.minute * 60 <= gone_by
        and compile_test(each.when, index)(play.state.row)
    )


def _settled(given: Written, at: Position, taken: set[str], codes: set[str]) -> Written:
    """The row with an id and a code of its own, and what was changed of one that was there."""
    given = given._replace(
        title=given.title.strip(),
        text=given.text.strip(),
        sender=given.sender.strip(),
        means=given.means.strip(),
        code=given.code.strip(),
    )
    before = at.play.msel.written.get(given.id)
    if before is not None:
        changed = {
            name
            for name, was in before._asdict().items()
            if name not in _KEPT and was != getattr(given, name)
        }
        return given._replace(changed=tuple(sorted({*before.changed, *changed})))
    made = next_id(given, taken)
    if given.id not in ("", made):
        raise Refused(no_such_inject(given.id))
    return given._replace(id=made, code=given.code or _next_code(given, at, codes), changed=())


def next_id(given: Written, taken: set[str]) -> str:
    """An id that says nothing of how many others were written, to whoever it is sent to."""
    said = "\0".join((given.title, given.text, given.sender, *given.to))
    stem = f"own_{sha256(said.encode()).hexdigest()[:10]}"
    return next(each for n in count(1) if (each := stem if n == 1 else f"{stem}_{n}") not in taken)


def _next_code(given: Written, at: Position, codes: set[str]) -> str:
    """What stands for its number in the list: "I03a" for a copy of I03, "N1" for a new one."""
    of = given.copy_of or given.repeats
    stem = at.scenario.inject_by_id[of].code if of else "N"
    marks = (str(n) for n in count(1)) if not of else map(_letter, count())
    return next(each for mark in marks if (each := f"{stem}{mark}") not in codes)


def _letter(number: int) -> str:
    return f"{chr(ord('a') + number)}" if number < 26 else f"a{number}"


def _faults(given: Written, at: Position) -> Iterator[str]:
    scenario, turns = at.scenario, at.play.setup.turns
    if says_nothing(given.title):
        yield _("An inject needs a title; write a few words first.")
    if says_nothing(given.text):
        yield _("An inject needs a text; write a few words first.")
    if len(given.text) > MOST:
        said = _("The text has {found} characters and may have {most} at most; make it shorter.")
        yield fill(said, found=len(given.text), most=MOST)
    yield from (no_such_seat(to) for to in given.to if to not in scenario.actors)
    if not 0 <= given.turn <= turns:
        said = _("It can be planned for turns {first} to {last}, and not for turn {turn}.")
        yield fill(said, first=1, last=turns, turn=given.turn)
    if not 0 <= given.minute <= MOST_MINUTES:
        said = _("A minute of a phase is 0 to {most}, and not {minute}.")
        yield fill(said, most=MOST_MINUTES, minute=given.minute)
    for effect in given.effects:
        yield from _faults_of_effect(effect, scenario)
    for of in (given.copy_of, given.repeats):
        if of and of not in scenario.inject_by_id:
            yield no_such_inject(of)
    yield from _faults_of_place(given, at)


def _faults_of_place(given: Written, at: Position) -> Iterator[str]:
    before = at.play.msel.written.get(given.id)
    if before is not None and (sent := sent_in(at.play, given.id)):
        said = _("“{title}” was sent in turn {turn}.")
        yield fill(said, title=before.title, turn=sent)
    if before is not None and (given.copy_of, given.repeats) != (before.copy_of, before.repeats):
        yield _("What it is a copy of, or repeats, stays as it is; write another.")
    original = at.scenario.inject_by_id.get(given.copy_of or given.repeats)
    if given.orders and (original is None or given.orders != original.orders):
        yield _("Only a copy has the facilitator play an order, and the one of its original.")
    if given.waits_as_original and not given.copy_of:
        yield _("Only a copy can wait for what its original waits for.")
    if given.repeats and original is not None and not sent_in(at.play, original.id):
        yield fill(_("“{title}” was not sent yet."), title=original.title)


def _faults_of_effect(effect: Effect, scenario: Scenario) -> Iterator[str]:
    clocks = {Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks}
    if effect.track not in {*scenario.track_by_id, *clocks}:
        said = _("There is no track “{track}” in this pack.")
        yield fill(said, track=effect.track)
    if not effect.by or abs(effect.by) > MOST_BY:
        said = _("An effect moves its track by 1 to {most}, up or down.")
        yield fill(said, most=MOST_BY)


def written_to_body(written: Written) -> Json:
    """A row as entries keep it; ``written_from_body`` reads it again."""
    effects = [
        {"track": e.track, "by": e.by, "up_to": e.up_to, "down_to": e.down_to}
        for e in written.effects
    ]
    orders = [{"seat": o.seat, "move": o.move, "choice": o.choice} for o in written.orders]
    return {
        **written._asdict(),
        "to": list(written.to),
        "effects": effects,
        "orders": orders,
        "cells": [list(cell) for cell in written.cells],
        "changed": list(written.changed),
    }


def written_from_body(body: Mapping[str, Any]) -> Written:
    """The row that ``written_to_body`` wrote."""
    known = {name: body[name] for name in Written._fields}
    return Written(
        **{
            **known,
            "to": tuple(body["to"]),
            "effects": tuple(Effect(**each) for each in body["effects"]),
            "orders": tuple(InjectOrder(**each) for each in body["orders"]),
            "cells": tuple(Cell(*each) for each in body["cells"]),
            "changed": tuple(body["changed"]),
        }
    )


def act_again(body: Body) -> WriteInjects:
    """The act that an entry records."""
    rows = tuple(map(written_from_body, body["rows"]))
    return WriteInjects(rows, tuple(body["drops"]), body["used"])


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    rows = [written_from_body(each) for each in entry.body["rows"]]
    known: dict[str, Inject] = dict(folding.referee.scenario.inject_by_id)
    known |= {each.id: each for each in play.own.injects}
    own, written = play.own, dict(play.msel.written)
    for each in rows:
        made = each.row(known.get(each.copy_of))
        own, known[each.id], written[each.id] = own.with_inject(made), made, each
    drops = entry.body["drops"]
    copies = {each.copy_of: each.id for each in rows if each.copy_of in drops}
    replaced = {**play.msel.replaced_by, **copies}
    # A row that was planned anew and is written anew goes out when it says itself.
    anew = {each.id for each in rows}
    plans = {key: plan for key, plan in play.msel.plans.items() if key not in anew}
    kept = replace(play.msel, written=written, replaced_by=replaced, plans=plans)
    return replace(play, own=own, msel=kept, dropped=play.dropped.union(drops))


def _line(scenario: Scenario, entry: Entry) -> str:
    waits = waits_words(len(entry.body["waits"]))
    return f"{_written_line(entry)} {waits}" if waits else _written_line(entry)


def waits_words(count: int) -> str:
    """That so many are due and wait; "" for none."""
    said = ngettext(
        "{count} is due now and waits for you.", "{count} are due now and wait for you.", count
    )
    return fill(said, count=count) if count else ""


def _written_line(entry: Entry) -> str:
    rows = [written_from_body(each) for each in entry.body["rows"]]
    first = rows[0]
    if first.came_from and (len(rows) > 1 or not first.changed):
        said = ngettext(
            "{count} inject taken in from {file}.",
            "{count} injects taken in from {file}.",
            len(rows),
        )
        return fill(said, count=len(rows), file=first.came_from)
    if len(rows) > 1:
        said = ngettext("{count} inject written.", "{count} injects written.", len(rows))
        return fill(said, count=len(rows))
    return fill(_said_of(first, entry.body["drops"]), title=first.title, code=first.code)


def _said_of(written: Written, drops: list[str]) -> str:
    if written.repeats:
        return _("Inject to be sent again, as {code}: {title}.")
    if written.copy_of and written.copy_of in drops:
        return _("Inject changed, now {code}: {title}.")
    if written.copy_of:
        return _("Inject copied as {code}: {title}.")
    return _("Inject {code} written: {title}.")


INJECTS_WRITTEN = ActKind(
    name="injects_written",
    shape=row(
        turn=turn,
        rows=list_of(written_row),
        drops=list_of(inject),
        used=whole(0),
        waits=list_of(text),
    ),
    act=WriteInjects,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    ends_redo=True,
)
