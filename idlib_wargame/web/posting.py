"""An act that a page sends: done once, whatever becomes of its answer on the way."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.sent import Sent
from idlib_wargame.views.online.reception import Reception
from idlib_wargame.views.online.who import Who
from idlib_wargame.web.areas.written import Meanwhile
from idlib_wargame.web.fields import Amiss, Fields
from idlib_wargame.web.threads import SessionThread, there
from idlib_wargame.words.language import _

OWNER = "web.refused"
MOST_KEPT = 500  # refusals that are kept, so that a page which asks again is told the same
_MOST_KNOWN = 2000  # answers in memory
_log = logging.getLogger(__name__)


class Answer(NamedTuple):
    """What a page is told: that it is done, with a sentence or "", or why it is not.

    ``met`` where that is what somebody else of the seat wrote: what stands, by its field.
    ``may_pass`` is a refusal that the same may be let through after: it is looked at anew then.
    """

    said: str = ""
    refused: tuple[str, ...] = ()
    met: Mapping[str, str] | None = None
    may_pass: bool = False

    def to_json(self) -> dict[str, Any]:
        """As it is sent."""
        if not self.refused:
            return {"said": self.said}
        met = {} if self.met is None else {"met": dict(self.met)}
        return {"refused": list(self.refused), **met}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Answer:
        """A refusal as it was kept."""
        return cls(refused=tuple(told["refused"]), met=told.get("met"))


class Posting:
    """The acts of every page. Does on the session's thread what each asks."""

    def __init__(self, reception: Reception, thread: SessionThread) -> None:
        self._reception, self._thread = reception, thread
        self._known: OrderedDict[str, asyncio.Future[Answer]] = OrderedDict()
        self._refused: list[str] | None = None

    async def do(
        self, who: Who, page_id: str, fields: Mapping[str, Any], does: Callable[[Fields], str]
    ) -> Answer:
        """Do it, unless it was done; ``page_id`` is the one that its page made for it.

        Raises Amiss where the fields are of no kind.
        """
        sent = own_id(who, page_id)

        async def done() -> Answer:
            return await there(self._thread, lambda: self._done(who, sent, fields, does))

        return await self.once(sent, done)

    async def once(self, sent: str, does: Callable[[], Awaitable[Answer]]) -> Answer:
        """What ``does`` answers, the first time that it is asked for by that ``own_id``.

        Whoever asks the same meanwhile shares the answer, whatever it is.
        """
        if sent in self._known:
            return await asyncio.shield(self._known[sent])
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._known[sent] = answer
        try:
            found = await does()
        except BaseException as fault:
            self._known.pop(sent, None)
            if not answer.done():
                answer.set_exception(fault)
                answer.exception()  # nobody need have waited for it
            raise
        answer.set_result(found)
        if found.may_pass:
            self._known.pop(sent, None)
        while len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
        return found

    def _done(
        self, who: Who, sent: str, fields: Mapping[str, Any], does: Callable[[Fields], str]
    ) -> Answer:
        reception = self._reception
        if reception.was_done(sent):
            return Answer()
        kept = reception.kept(OWNER).get(sent)
        if kept:
            return Answer.from_json(json.loads(kept))
        # Who it is, the server knows, whatever a page may send.
        known = {**fields, "by_person": who.person}
        try:
            reception.check_may_write(who)
        except Refused as refused:
            return Answer(refused=refused.reasons, may_pass=True)
        try:
            with reception.sending(Sent(sent, who.person)):
                return Answer(does(Fields(known)))
        except Refused as refused:
            met = refused.stands if isinstance(refused, Meanwhile) else None
            return self._refuse(sent, Answer(refused=refused.reasons, met=met))
        except SessionFault as fault:
            return Answer(refused=(str(fault),), may_pass=True)
        except Amiss:
            raise
        except Exception:
            _log.exception("An act of a page could not be done")
            said = _(
                "Something went wrong inside the program, and this may not have been done. Look "
                "at what is shown, and try again."
            )
            return Answer(refused=(said,), may_pass=True)

    def _refuse(self, sent: str, answer: Answer) -> Answer:
        """Told the same again if its page asks again, also after the program was ended."""
        if self._refused is None:
            self._refused = list(self._reception.kept(OWNER))
        rows = {(OWNER, sent): json.dumps(answer.to_json(), ensure_ascii=False)}
        self._refused.append(sent)
        for old in self._refused[:-MOST_KEPT]:
            rows[OWNER, old] = ""
        self._refused = self._refused[-MOST_KEPT:]
        self._reception.keep(rows)
        return answer


def own_id(who: Who, page_id: str) -> str:
    """Nobody is answered what somebody else sent by the same id."""
    return hashlib.sha256(f"{who.key}:{page_id}".encode()).hexdigest()[:32]
