"""The list of injects: what is due now, what is still to come, what was sent."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple, overload

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Message, Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_rows import InjectRow, coming_row, due_row, sent_row
from idlib_wargame.words.language import _, fill, ngettext


class SentRows(Sequence[InjectRow]):
    """What was sent, the newest first; each put into words when it is asked for."""

    def __init__(self, scenario: Scenario, messages: Sequence[Message]) -> None:
        self._scenario = scenario
        self.messages = tuple(reversed(messages))

    def __len__(self) -> int:
        return len(self.messages)

    @overload
    def __getitem__(self, place: int) -> InjectRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[InjectRow]: ...
    def __getitem__(self, place: int | slice) -> InjectRow | Sequence[InjectRow]:
        if isinstance(place, slice):
            return [sent_row(self._scenario, message) for message in self.messages[place]]
        return sent_row(self._scenario, self.messages[place])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SentRows) and self.messages == other.messages

    def __hash__(self) -> int:
        return hash(self.messages)


class InjectSection(NamedTuple):
    """Rows under a heading; ``asks`` where each waits to be sent or held back now."""

    heading: str
    rows: Sequence[InjectRow]
    may_send: bool
    asks: bool

    @property
    def subjects(self) -> Sequence[Hashable]:
        """What each row is about: two that are equal read the same."""
        return self.rows.messages if isinstance(self.rows, SentRows) else self.rows


class InjectList(NamedTuple):
    """``hint`` counts; sections without rows are left out."""

    hint: str
    sections: tuple[InjectSection, ...]
    may_tell: bool


def injects_tab(session: Session) -> str:
    """What the tab says: with how many may be sent now."""
    due = 0 if _is_too_late(session.play) else len(session.due_injects())
    return fill(_("Injects ({count})"), count=due) if due else _("Injects")


def inject_list(session: Session) -> InjectList:
    """What waits stands in the pack's order, what was sent with the newest first."""
    scenario, play = session.scenario, session.play
    due_now = () if _is_over(play) else session.due_injects()
    waiting = [each for each in scenario.injects if not play.state[Prefix.INJECT.of(each.id)]]
    due = tuple(due_row(scenario, each) for each in waiting if each in due_now)
    coming = tuple(coming_row(scenario, play, each) for each in waiting if each not in due_now)
    sent = SentRows(scenario, play.messages)
    injects_sent = sum(each.inject in scenario.inject_by_id for each in sent.messages)
    may_send = not _is_too_late(play)
    later = _("Not sent") if _is_over(play) else _("Still to come")
    sections = (
        InjectSection(_due_heading(play), due, may_send, may_send),
        InjectSection(later, coming, may_send, asks=False),
        InjectSection(_("Sent, the newest first"), sent, may_send=False, asks=False),
    )
    return InjectList(
        _hint(play, due, len(coming), injects_sent),
        tuple(section for section in sections if section.rows),
        may_tell=not play.finished,
    )


def _is_too_late(play: Play) -> bool:
    """Whether orders have been opened, so that nothing can be sent in this turn."""
    return play.phase in (ADJUDICATION, REPORT) or play.finished


def _is_over(play: Play) -> bool:
    """Whether no turn is left to send anything in."""
    return play.finished or (play.phase == REPORT and play.turn >= play.setup.turns)


def _due_heading(play: Play) -> str:
    if play.phase == REPORT:
        return fill(_("Due when turn {turn} begins"), turn=play.turn + 1)
    return _("Not sent while it was due") if play.phase == ADJUDICATION else _("Due now")


def _hint(play: Play, due: tuple[InjectRow, ...], coming: int, sent: int) -> str:
    optional = sum(row.optional for row in due)
    if _is_over(play):
        words = _("{sent} sent, {coming} never sent.")
    elif _is_too_late(play):
        words = _(
            "{coming} still to come, {sent} sent. Orders have been opened, so the next can be "
            "sent in the next turn."
        )
    elif not due:
        words = _("Nothing is due now; {coming} still to come, {sent} sent.")
    elif optional:
        words = ngettext(
            "{due} due now ({optional} is optional); {coming} still to come, {sent} sent.",
            "{due} due now ({optional} are optional); {coming} still to come, {sent} sent.",
            optional,
        )
    else:
        words = _("{due} due now; {coming} still to come, {sent} sent.")
    return fill(words, due=len(due), optional=optional, coming=coming, sent=sent)
