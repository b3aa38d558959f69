"""The line that says how what is seen may be passed on, on every window, page and file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.day import on_one_line
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import row, text
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill

LONGEST = 120  # characters: one line on every screen


@dataclass(frozen=True, slots=True)
class SetHandling(Act):
    """What is seen may be passed on as that line says; an empty one takes the line away."""

    text: str


def _body(act: SetHandling, by: str, at: Position) -> Json:
    line = on_one_line(act.text)
    if len(line) > LONGEST:
        said = _("The line has {count} characters; it has room for {most}.")
        raise Refused(fill(said, count=len(line), most=LONGEST))
    return {"text": line}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    return replace(play, setup=replace(play.setup, handling=on_one_line(entry.body["text"])))


def _line(scenario: Scenario, entry: Entry) -> str:
    line = on_one_line(entry.body["text"])
    if not line:
        return _("No line says any longer how this is to be handled.")
    return fill(_("To be handled so: {text}"), text=line)


HANDLING_SET = ActKind(
    name="handling_set",
    shape=row(text=text),
    act=SetHandling,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
    after_finish=True,
)
