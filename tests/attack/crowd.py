"""Forty players and ten public screens against one session, playing by a script of chance."""

from __future__ import annotations

import asyncio
import math
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.attack.open_pages import OpenPage, Program, joined, screen

PLAYERS, SCREENS = 40, 10
PAUSE = 3.0  # seconds between two acts of a player, on average
WARM = 0.3  # of the time, after which memory is watched
BEAT = 15.0  # seconds between two signs of life of a page
MOMENT = 30.0  # seconds, after which the facilitator goes on
SEEN_WITHIN = 5.0  # seconds, after which a change that did not come counts as unseen
SETTLES = 20.0  # seconds at most until the last change has reached everybody
_PICK = re.compile(r'name="move" value="([^"]+)"(?:.{0,200}?name="choice" value="([^"]*)")?', re.S)


class Crowded(NamedTuple):
    """What came of it. ``early`` and ``late`` are the kilobytes that the server held.

    ``unseen`` changes did not reach a page in time that was open throughout; the times of those
    that did say nothing of them.
    """

    acts: int
    refused: int
    changes: int
    unseen: int
    p95: float
    worst: float
    early: int
    late: int
    entries: int
    faults: tuple[str, ...]


def crowded(
    path: Path,
    seconds: float,
    players: int = PLAYERS,
    screens: int = SCREENS,
    pause: float = PAUSE,
) -> Crowded:
    """So long, against a session in that file; ``pause`` is a player's between two acts."""
    with Program(path, players) as program:
        people = program.said["people"]
        pages = [OpenPage(joined(program, person), seat, person) for person, seat in people]
        pages += [OpenPage(screen(program)) for _number in range(screens)]
        return asyncio.run(_Crowd(program, pages, seconds, pause).play())


class _Crowd:
    def __init__(
        self, program: Program, pages: list[OpenPage], seconds: float, pause: float
    ) -> None:
        self._program, self._pages = program, pages
        self._seconds, self._pause = seconds, pause
        self._until = 0.0
        self._acknowledged: list[str] = []
        self._acts = self._refused = 0
        self._took: list[float] = []
        self._unseen = 0
        self._memory: list[int] = []
        self._faults: list[str] = []
        self._one_at_a_time = asyncio.Lock()
        self._watching: set[asyncio.Task[None]] = set()

    async def play(self) -> Crowded:
        """Everybody at once, until the time is up."""
        for page in self._pages:
            page.listen()
        await self._all_open()
        self._until = time.monotonic() + self._seconds
        players = [page for page in self._pages if page.seat]
        await asyncio.gather(
            *(self._player(n, page) for n, page in enumerate(players)),
            *(self._page(page) for page in self._pages),
            self._facilitator(),
            self._watch_memory(),
        )
        await asyncio.gather(*self._watching)
        await self._all_open()
        state = await self._settled()
        for page in self._pages:
            await page.lose()
        return self._judged(state)

    async def _all_open(self) -> None:
        until = time.monotonic() + SETTLES
        while not all(page.is_open for page in self._pages):
            if time.monotonic() > until:
                self._faults.append("a stream did not open")
                return
            await asyncio.sleep(0.05)

    async def _ask(self, word: str) -> Any:
        async with self._one_at_a_time:
            return await asyncio.to_thread(self._program.ask, word)

    async def _facilitator(self) -> None:
        while time.monotonic() + MOMENT < self._until:
            await asyncio.sleep(MOMENT)
            await self._ask("on")

    async def _watch_memory(self) -> None:
        while time.monotonic() < self._until:
            await asyncio.sleep(min(2.0, self._seconds / 20))
            self._memory.append(await self._ask("memory"))

    async def _page(self, page: OpenPage) -> None:
        """What a page does by itself: it says that it is here."""
        while time.monotonic() + BEAT < self._until:
            await asyncio.sleep(BEAT)
            with suppress(ConnectionError):
                await page.post("/here", {})

    async def _player(self, number: int, page: OpenPage) -> None:
        random = Random(number)
        await asyncio.sleep(random.uniform(0, self._pause))
        count = 0
        while time.monotonic() < self._until:
            count += 1
            try:
                await self._act(random, number, count, page)
            except ConnectionError as fault:
                self._faults.append(f"no answer: {fault}")
            await asyncio.sleep(random.uniform(0, 2 * self._pause))

    async def _act(self, random: Random, number: int, count: int, page: OpenPage) -> None:
        chance, text = random.random(), f"Word {count} of {number}."
        key = f"crowd-{number:03d}-{count:05d}"
        if chance < 0.03:
            await page.lose()
            await asyncio.sleep(random.uniform(0, 1))
            page.listen()
        elif chance < 0.25:
            typed = {"message.text": text[: random.randrange(len(text))]}
            with suppress(ConnectionError):
                await page.post("/unsent", typed)
        elif chance < 0.35:
            others = sorted({each.seat for each in self._pages if each.seat} - {page.seat})
            await self._send(random, page, key, random.choice(others), text)
        elif chance < 0.45:
            await self._sent(random, page, text, "add_note", key, text=text)
        else:
            picks = _PICK.findall(page.parts.get("moves.list", ""))
            if picks:
                move, choice = random.choice(picks)
                act = random.choice(("pick", "take_off"))
                await self._sent(random, page, "", act, key, move=move, choice=choice)

    async def _send(self, random: Random, page: OpenPage, key: str, to: str, text: str) -> None:
        begun = time.monotonic()
        concerned = [each for each in self._pages if each.seat in (to, page.seat) and each.is_open]
        for each in concerned:
            watch = asyncio.ensure_future(self._until_it_came(each, text, begun))
            self._watching.add(watch)
            watch.add_done_callback(self._watching.discard)
        await self._sent(random, page, text, "send_message", key, to=[to], text=text)

    async def _until_it_came(self, page: OpenPage, text: str, begun: float) -> None:
        while page.is_open:
            for came in page.came:
                if text in came.text:
                    self._took.append(1000 * (came.at - begun))
                    return
            if time.monotonic() > begun + SEEN_WITHIN:
                self._unseen += 1
                return
            await asyncio.sleep(0.02)

    async def _sent(
        self, random: Random, page: OpenPage, proof: str, act: str, key: str, **fields: object
    ) -> None:
        """Once, or now and then twice, as a page does that had no answer."""
        for _again in range(2 if random.random() < 0.1 else 1):
            try:
                status, _said = await page.act(act, key, **fields)
            except ConnectionError:  # a connection that was kept may be let go of just then
                status, _said = await page.act(act, key, **fields)
        if status not in (200, 409):
            self._faults.append(f"{act} was answered with {status}")
        self._acts += status == 200
        self._refused += status != 200
        if status == 200 and proof:
            self._acknowledged.append(proof)

    async def _settled(self) -> Mapping[str, Any]:
        """Once every page shows what a page would that is drawn anew."""
        until = time.monotonic() + SETTLES
        while True:
            state: Mapping[str, Any] = await self._ask("state")
            await asyncio.sleep(0.5)
            if time.monotonic() > until or not any(map(_differs(state), self._pages)):
                return state

    def _judged(self, state: Mapping[str, Any]) -> Crowded:
        faults, texts = self._faults, state["texts"]
        faults += [f"{each} is lost" for each in self._acknowledged if not texts.get(each)]
        faults += [f"{each} is there twice" for each, count in texts.items() if count > 1]
        faults += [f"an act was done twice: {key}" for key in state["twice"]]
        differs = _differs(state)
        for page in self._pages:
            for name in differs(page):
                faults.append(f"{page.person or 'a screen'} does not see {name} as it is")
        memory = self._memory or [0]
        warm = memory[int(len(memory) * WARM) :]
        third = max(1, len(warm) // 3)
        return Crowded(
            self._acts,
            self._refused,
            len(self._took),
            self._unseen,
            _at(self._took, 0.95),
            max(self._took, default=0.0),
            sorted(warm[:third])[len(warm[:third]) // 2],
            sorted(warm[-third:])[len(warm[-third:]) // 2],
            state["entries"],
            tuple(faults),
        )


def _differs(state: Mapping[str, Any]) -> Any:
    def differing(page: OpenPage) -> list[str]:
        whole = state["pages"][page.seat] if page.seat else state["screen"]
        return [name for name, html in whole.items() if page.parts.get(name, "") != html]

    return differing


def _at(figures: list[float], share: float) -> float:
    in_order = sorted(figures)
    return in_order[math.ceil(share * len(in_order)) - 1] if in_order else math.nan
