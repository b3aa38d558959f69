"""PINs are held against their hashes on threads of their own, as that takes a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
# Each takes 64 MB for as long as it lasts, and strangers may ask for many.
_workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="pins")


async def hashing(does: Callable[[], T]) -> T:
    """What a slow function of PINs gives."""
    return await asyncio.get_running_loop().run_in_executor(_workers, does)
