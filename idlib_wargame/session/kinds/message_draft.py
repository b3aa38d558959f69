"""What a seat or control has half written: kept, so that nothing is lost, and read by nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.letters import (
    MOST_DRAFTED,
    answerable,
    answers_nothing,
    check_all,
    check_is_theirs,
    correspondent,
    in_order,
    strangers,
    too_long,
)
from idlib_wargame.session.kinds.shapes import list_of, or_empty, row, text
from idlib_wargame.session.letters import LetterDraft
from idlib_wargame.session.play import Play


@dataclass(frozen=True, slots=True)
class DraftMessage(Act):
    """What whoever does it has half written; nothing at all where it is thrown away."""

    to: tuple[str, ...] = ()
    text: str = ""
    answers: str = ""


def _body(act: DraftMessage, by: str, at: Position) -> Json:
    check_is_theirs(by, at)
    check_all(
        [
            *strangers(at.scenario, act.to),
            *too_long(len(act.text), MOST_DRAFTED),
            *answers_nothing(at, by, act.answers),
        ]
    )
    to = in_order(at.scenario, act.to)
    return {"sender": by, "to": list(to), "text": act.text, "answers": act.answers}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    draft = LetterDraft(tuple(body["to"]), body["text"], body["answers"])
    drafts = {**play.letter_drafts, body["sender"]: draft}
    if draft == LetterDraft():
        del drafts[body["sender"]]
    return replace(play, letter_drafts=drafts)


MESSAGE_DRAFT = ActKind(
    name="message_draft",
    shape=row(
        sender=correspondent, to=list_of(correspondent), text=text, answers=or_empty(answerable)
    ),
    act=DraftMessage,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
