"""Two threads: the session lives on one, the server on another, and only this lies between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, TypeVar

T = TypeVar("T")


class SessionThread(Protocol):
    """The thread on which a session lives."""

    def do(self, does: Callable[[], None]) -> None:
        """Do that there: soon, in the order asked, and never within something else."""
        ...


async def there(thread: SessionThread, does: Callable[[], T]) -> T:
    """What a function of the session gives, or raises, on its own thread."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def give(value: T) -> None:
        if not answer.done():
            answer.set_result(value)

    def fail(fault: BaseException) -> None:
        if not answer.done():
            answer.set_exception(fault)

    def work() -> None:
        try:
            value = does()
        except BaseException as fault:
            with suppress(RuntimeError):  # the server has ended meanwhile
                loop.call_soon_threadsafe(fail, fault)
        else:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(give, value)

    thread.do(work)
    return await answer
