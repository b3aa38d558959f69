"""What is said of an exercise in a folder that a service copies to other computers."""

from __future__ import annotations

from idlib_wargame.words.language import _, fill


def synced_while_choosing(service: str) -> str:
    """What may happen there, and what to do, as long as another folder can be chosen."""
    said = _(
        "{service} copies this folder to other computers: two laptops with the exercise open would "
        "make two of it, so open it on this one alone, or choose a folder that is not synced."
    )
    return fill(said, service=service)


def synced_while_playing(service: str) -> str:
    """The same once the exercise is there."""
    said = _(
        "{service} copies this folder to other computers: two laptops with the exercise open would "
        "make two of it, so keep it closed on every other one until the day is over."
    )
    return fill(said, service=service)
