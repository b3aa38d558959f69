"""The log as a projector may show it: nothing sealed in this turn, no private message or offer."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.pack.phases import INJECTS, ORDERS, TALKS
from idlib_wargame.session.kinds.acceptance_taken_back import ACCEPTANCE_TAKEN_BACK
from idlib_wargame.session.kinds.agreement_leaked import AGREEMENT_LEAKED
from idlib_wargame.session.kinds.breach_alleged import BREACH_ALLEGED
from idlib_wargame.session.kinds.declared_over import DECLARED_OVER
from idlib_wargame.session.kinds.drop_taken_back import DROP_TAKEN_BACK
from idlib_wargame.session.kinds.dropped import DROPPED
from idlib_wargame.session.kinds.end_agreed import END_AGREED
from idlib_wargame.session.kinds.inject_answered import INJECT_ANSWERED
from idlib_wargame.session.kinds.inject_moved import INJECT_MOVED
from idlib_wargame.session.kinds.inject_planned import INJECT_PLANNED
from idlib_wargame.session.kinds.injected import INJECTED
from idlib_wargame.session.kinds.injects_written import INJECTS_WRITTEN, written_from_body
from idlib_wargame.session.kinds.message_leaked import MESSAGE_LEAKED
from idlib_wargame.session.kinds.message_sent import MESSAGE_SENT
from idlib_wargame.session.kinds.offer_accepted import OFFER_ACCEPTED
from idlib_wargame.session.kinds.offer_refused import OFFER_REFUSED
from idlib_wargame.session.kinds.offer_tabled import OFFER_TABLED
from idlib_wargame.session.kinds.offer_withdrawn import OFFER_WITHDRAWN
from idlib_wargame.session.kinds.registry import kind_named
from idlib_wargame.session.kinds.sealed import SEALED
from idlib_wargame.session.kinds.skipped import SKIPPED
from idlib_wargame.session.kinds.told import TOLD
from idlib_wargame.session.kinds.words_scored import WORDS_SCORED
from idlib_wargame.session.log import LogLine, entry_named, log_line, who_of
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_rows import is_private, names_of_actors
from idlib_wargame.words.language import _, fill

_DECIDED = tuple(
    kind.name
    for kind in (
        SKIPPED,
        DROPPED,
        DROP_TAKEN_BACK,
        INJECT_PLANNED,
        INJECT_MOVED,
        INJECT_ANSWERED,
    )
)
_ABOUT_MESSAGES = (TOLD.name, INJECTED.name, *_DECIDED, INJECTS_WRITTEN.name)
_LETTERS = (MESSAGE_SENT.name, MESSAGE_LEAKED.name)
_BARGAINS = tuple(
    kind.name
    for kind in (
        OFFER_TABLED,
        OFFER_ACCEPTED,
        ACCEPTANCE_TAKEN_BACK,
        OFFER_REFUSED,
        OFFER_WITHDRAWN,
        END_AGREED,
        DECLARED_OVER,
        BREACH_ALLEGED,
        AGREEMENT_LEAKED,
    )
)


class LogNews(NamedTuple):
    """What a log took in: how many lines came, and whether any that were there read otherwise."""

    added: int
    changed: bool


class CoveredLog:
    """Control's log, line by line; lines that tell sealed orders say only that they were sealed.

    Those of messages to some seats only say to whom they went; of secret offers and agreements,
    that there is something about one.

    A line is worked out when it is looked at, and ``catch_up`` goes through what is new alone, so
    that neither costs more the longer the record is. ``speakers`` are all who did anything, each
    with a row that is theirs.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entries: list[Entry] = []
        self._read = 0
        self._struck: frozenset[int] = frozenset()
        self._opened: frozenset[int] = frozenset()
        self._covered_turn = 0
        self._tells_messages = True
        self.speakers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, row: int) -> LogLine:
        """The line of a row, the oldest at 0."""
        session, entry = self._session, self._entries[row]
        told = session.entries
        line = log_line(session.telling, entry, self._struck, self._opened, CONTROL, told)
        return _covered(session, entry, line, self._covered_turn, self._tells_messages)

    def catch_up(self, uncovered: bool, messages: bool = True) -> LogNews:
        """Take in what has happened since.

        With ``uncovered``, sealed orders are told, and with ``messages`` those to some seats only.
        """
        shown = (self._struck, self._opened, self._covered_turn, self._tells_messages)
        if self._struck != self._session.struck:
            self._struck = frozenset(self._session.struck)
        if len(self._opened) != len(self._session.opened):
            self._opened = frozenset(self._session.opened)
        self._covered_turn = 0 if uncovered else _covered_turn(self._session)
        self._tells_messages = messages
        changed = shown != (self._struck, self._opened, self._covered_turn, messages)
        return LogNews(self._take_in(), changed)

    def _take_in(self) -> int:
        entries, before = self._session.entries, len(self)
        for place in range(self._read, len(entries)):
            entry = entries[place]
            if kind_named(entry.kind).has_line:
                self.speakers.setdefault(who_of(self._session.telling, entry), len(self))
                self._entries.append(entry)
        self._read = len(entries)
        return len(self) - before


def covered_line(session: Session, line: LogLine, orders: bool, messages: bool) -> LogLine:
    """One line of control's log, covered where the two are not uncovered."""
    turn = 0 if orders else _covered_turn(session)
    return _covered(session, session.entries[line.number - 1], line, turn, messages)


def _covered(session: Session, entry: Entry, line: LogLine, turn: int, messages: bool) -> LogLine:
    named, kind = entry_named(entry, session.entries), kind_named(entry.kind)
    if named is not None and kind.retold is not None:
        plain = log_line(session.telling, named, frozenset(), session.opened, CONTROL)
        return line._replace(text=kind.retold(_covered(session, named, plain, turn, messages).text))
    if line.kind == SEALED.name and line.turn == turn:
        return line._replace(text=SEALED.covered_line(session.telling, entry))
    to_all = kind.audience(session.telling, entry).is_everyone
    if not messages and line.kind in _LETTERS and not to_all:
        # Who writes to whom is as much their own as what they write.
        return line._replace(who="", text=_("A private message."))
    if not messages and line.kind in _BARGAINS and not to_all:
        # Who bargains with whom, and how that goes, is theirs as well.
        return line._replace(who="", text=_("Something about a secret offer or agreement."))
    if not messages and line.kind == WORDS_SCORED.name:
        return line._replace(text=_("A term in free words is scored."))
    if messages or line.kind not in _ABOUT_MESSAGES:
        return line
    if line.kind == INJECTS_WRITTEN.name:
        return line._replace(text=_covered_writing(session, entry) or line.text)
    to = _addressed(session, entry)
    about = session.telling.inject_by_id.get(entry.body.get("inject", ""))
    if not is_private(session.telling, to):
        return line
    said = _("To {seats}: a private message.")
    if line.kind == INJECTED.name and about is not None:
        said = _("To {seats}: a private message, {code}.")
    if line.kind == SKIPPED.name:
        said = _("To {seats}: a private message was held back.")
    if line.kind == DROPPED.name:
        said = _("To {seats}: a private message was dropped.")
    if line.kind in (DROP_TAKEN_BACK.name, INJECT_PLANNED.name, INJECT_MOVED.name):
        said = _("To {seats}: a private message was planned.")
    if line.kind == INJECT_ANSWERED.name:
        said = _("To {seats}: a private message was answered.")
    seats = names_of_actors(session.telling, to)
    return line._replace(text=fill(said, seats=seats, code=about.code if about else ""))


def _covered_writing(session: Session, entry: Entry) -> str:
    """What is told of injects that were written, some for some seats only; "" for all of it."""
    rows = [written_from_body(each) for each in entry.body["rows"]]
    if len(rows) > 1 or not is_private(session.telling, rows[0].to):
        return ""
    said = _("To {seats}: a private message was written.")
    return fill(said, seats=names_of_actors(session.telling, rows[0].to))


def _addressed(session: Session, entry: Entry) -> tuple[str, ...]:
    if entry.kind in _DECIDED:
        inject = session.telling.inject_by_id.get(entry.body["inject"])
        return inject.to if inject else ()
    return tuple(entry.body["to"])


def _covered_turn(session: Session) -> int:
    """The turn whose sealed orders nobody may read yet; 0 where all have been opened."""
    play = session.play
    return play.turn if play.phase in (INJECTS, TALKS, ORDERS) else 0
