"""What control has told seats in words of the moment, for the bar that they are written in."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.session.letters import Message
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_list import SentRows
from idlib_wargame.words.language import _, fill

MOST = 3  # lines; the rest stand among the injects and in the log


def told_lines(session: Session, uncovered: bool) -> tuple[str, ...]:
    """The last that were told this turn, the newest first; private ones only ``uncovered``."""
    return tuple(_lines(session, _told(session), uncovered))


def told_words(session: Session, uncovered: bool) -> str:
    """What was told last, as a line to confirm it; "" before anything was."""
    last = _lines(session, _told(session)[-1:], uncovered)
    return fill(_("Told. {message}"), message=last[0]) if last else ""


def _told(session: Session) -> list[Message]:
    """The last of this turn, in their order: looked for from the end, however many there were."""
    play, known = session.play, session.scenario.inject_by_id
    found: list[Message] = []
    for each in reversed(play.messages):
        if each.turn < play.turn or len(found) == MOST:
            break
        if each.turn == play.turn and each.inject not in known:
            found.append(each)
    return found[::-1]


def _lines(session: Session, told: Sequence[Message], uncovered: bool) -> list[str]:
    rows = SentRows(session.scenario, told, uncovered)
    said = _("{where}: {title}: “{text}”")
    return [
        fill(said, where=row.where, title=row.title, text=row.text)
        if not row.covered
        else fill(_("{where}: {title}"), where=row.where, title=row.title)
        for row in rows
    ]
