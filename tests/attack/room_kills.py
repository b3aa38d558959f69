"""Programs that are killed while people type and seal at their phones, and what comes back."""

from __future__ import annotations

import asyncio
import html
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from idlib_wargame.views.online.who import Who
from idlib_wargame.web.posting import own_id
from tests.attack.open_pages import OpenPage, Program, joined
from tests.web.home import quiet_port

PEOPLE = 12
WRITTEN_AFTER = 2.5  # seconds, after which what was typed is kept whatever comes
LEAST, MOST = 3.0, 4.5  # seconds of play before a kill
IN_FLIGHT = 0.01  # seconds between an act and a kill, at most
COMES_BACK = 60.0  # seconds at most until every stream is open again
_SEEN = re.compile(r'name="seen" value="([^"]*)"')
_PICK = re.compile(r'name="move" value="([^"]+)"(?:.{0,200}?name="choice" value="([^"]*)")?', re.S)
_TYPED = re.compile(r"Typed (\d+) by (Player \d+)\b")


class RoomKill(NamedTuple):
    """One kill: what had been acknowledged since the last, what was under way, what was amiss."""

    acknowledged: int
    under_way: int
    typed: int
    seconds_back: float
    faults: tuple[str, ...]


class Sent(NamedTuple):
    """An act as its page sent it."""

    page: OpenPage
    act: str
    key: str
    fields: dict[str, Any]

    @property
    def id(self) -> str:
        """What its entry carries."""
        return own_id(Who("seat", self.page.person, self.page.seat), self.key)


def killed_rooms(folder: Path, count: int, people: int = PEOPLE) -> Iterator[RoomKill]:
    """One exercise, killed and started again so often on the same file."""
    path, random = folder / "room.wargame", Random(count)
    port = quiet_port()
    program = Program(path, people, port)
    try:
        for _moment in range(2):
            program.ask("on")
        pages = [
            OpenPage(joined(program, name), seat, name) for name, seat in program.said["people"]
        ]
        for number in range(count):
            play = _Play(random, number, pages)
            asyncio.run(play.until_killed(program))
            killed = time.monotonic()
            said, program = program.said, Program(path, people, port)
            if (said["port"], said["word"]) != (program.port, program.said["word"]):
                play.faults.append("it came back at another address")
            yield asyncio.run(play.judged(program, killed))
    finally:
        program.kill()


class _Play:
    """Between two kills."""

    def __init__(self, random: Random, number: int, pages: list[OpenPage]) -> None:
        self._random, self._number, self._pages = random, number, pages
        self.faults: list[str] = []
        self._acknowledged: list[Sent] = []
        self._under_way: list[Sent] = []
        self._typed: dict[str, list[tuple[int, float]]] = {}
        self._is_over = False

    async def until_killed(self, program: Program) -> None:
        """Everybody does this and that, and then there is nobody at the other end."""
        for page in self._pages:
            page.listen()
        playing = [asyncio.ensure_future(self._player(page)) for page in self._pages]
        await asyncio.sleep(self._random.uniform(LEAST, MOST))
        for _look in range(1000):
            if self._under_way:
                break
            await asyncio.sleep(0.001)
        await asyncio.sleep(self._random.uniform(0, IN_FLIGHT))
        self._is_over, self._killed = True, time.monotonic()
        program.kill()
        await asyncio.gather(*playing)
        for page in self._pages:
            await page.lose()
            page.is_open = False

    async def _player(self, page: OpenPage) -> None:
        random, count = Random(f"{self._number} {page.person}"), 0
        while not self._is_over:
            count += 1
            try:
                await self._do(random, page, count)
            except ConnectionError:
                if not self._is_over:
                    self.faults.append(f"{page.person} had no answer before the kill")
                return
            await asyncio.sleep(random.uniform(0.1, 0.5))

    async def _do(self, random: Random, page: OpenPage, count: int) -> None:
        key, text = f"kill-{self._number:03d}-{count:04d}", f"{self._number}.{count} {page.person}"
        chance = random.random()
        if chance < 0.35:
            number = 1000 * self._number + count
            typed = {"message.text": f"Typed {number} by {page.person}"}
            status, _said = await page.post("/unsent", typed)
            if status == 200:
                self._typed.setdefault(page.person, []).append((number, time.monotonic()))
        elif chance < 0.5:
            others = sorted({each.seat for each in self._pages} - {page.seat})
            to = [random.choice(others)]
            await self._send(Sent(page, "send_message", key, {"to": to, "text": text}))
        elif chance < 0.65:
            await self._send(Sent(page, "add_note", key, {"text": text}))
        elif chance < 0.8:
            seen = [html.unescape(x) for x in _SEEN.findall(page.parts.get("frame.seal", ""))]
            await self._send(Sent(page, "seal", key, {"seen": seen}))
        elif chance < 0.87:
            await self._send(Sent(page, "unseal", key, {}))
        else:
            picks = _PICK.findall(page.parts.get("moves.list", ""))
            if picks:
                move, choice = random.choice(picks)
                await self._send(Sent(page, "pick", key, {"move": move, "choice": choice}))

    async def _send(self, sent: Sent) -> None:
        self._under_way.append(sent)
        status, said = await sent.page.act(sent.act, sent.key, **sent.fields)
        self._under_way.remove(sent)
        # What says nothing may have found nothing to do, as where a colleague was quicker.
        if status == 200 and said["said"]:
            self._acknowledged.append(sent)

    async def judged(self, program: Program, killed: float) -> RoomKill:
        """What is there again, and then what became of that which was under way."""
        self._judge_acts(program.ask("state"))
        self._judge_typed(program)
        for page in self._pages:
            page.listen()
        while not all(page.is_open for page in self._pages):
            if time.monotonic() > killed + COMES_BACK:
                self.faults.append("a stream did not come back")
                break
            await asyncio.sleep(0.02)
        back = time.monotonic() - killed
        under_way = len(self._under_way)
        for sent in tuple(self._under_way):
            await self._send(sent)
        state = program.ask("state")
        self._judge_acts(state)
        self._judge_pages(state)
        for page in self._pages:
            await page.lose()
        typed = sum(len(each) for each in self._typed.values())
        return RoomKill(len(self._acknowledged), under_way, typed, back, tuple(self.faults))

    def _judge_acts(self, state: Mapping[str, Any]) -> None:
        for sent in self._acknowledged:
            if state["sent"].get(sent.id) != 1:
                many = state["sent"].get(sent.id, 0)
                self.faults.append(f"{sent.act} of {sent.page.person} is there {many} times")
        if state["twice"]:
            self.faults.append(f"done twice: {state['twice']}")

    def _judge_typed(self, program: Program) -> None:
        for page in self._pages:
            page.phone.port = program.port
            answer = page.phone.get("/seat")
            if answer.status != 200 or page.person not in answer.text:
                self.faults.append(f"{page.person} is not let in any more: {answer.status}")
                continue
            due = [
                n for n, at in self._typed.get(page.person, []) if at < self._killed - WRITTEN_AFTER
            ]
            found = {int(n) for n, person in _TYPED.findall(answer.text) if person == page.person}
            if due and max(found, default=-1) < max(due):
                self.faults.append(f"what {page.person} typed is gone: {found}, not {max(due)}")

    def _judge_pages(self, state: Mapping[str, Any]) -> None:
        for page in self._pages:
            if not page.parts:
                self.faults.append(f"{page.person} sees nothing")
