"""The fields of a plain form, as a page without live parts sends it."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qsl

from starlette.requests import Request


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form; none of a body that is no form."""
    try:
        async with asyncio.timeout(10):
            body = await request.body()
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=20))
    except (ValueError, TimeoutError):
        return {}
