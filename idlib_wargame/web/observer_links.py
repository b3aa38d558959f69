"""The link of each observer: made of a secret of the file, so that none has to be kept."""

from __future__ import annotations

import hmac

from idlib_wargame.views.online.who import Who


def observer_key(secret: str, who: Who) -> str:
    """What opens the page of one observer, and of nobody who comes later by that name."""
    return hmac.new(secret.encode(), str(who.since).encode(), "sha256").hexdigest()[:40]


def is_observer_key(secret: str, who: Who, key: str) -> bool:
    """Whether that is it."""
    return hmac.compare_digest(observer_key(secret, who).encode(), key.encode())
