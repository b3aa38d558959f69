"""The start window in sentences: what each session is, and how far it came."""

from __future__ import annotations

from datetime import datetime

from idlib_wargame.words.dates import moment_words
from idlib_wargame.words.language import _, fill, pgettext, unmarked
from idlib_wargame.words.lists import facts


def title_of(exercise: str, group: str) -> str:
    """What a session is called, for a file that remembers it: "Staff course · Group B"."""
    return unmarked(facts([part for part in (exercise, group) if part]))


def stands_words(turn: int, turns: int, *, finished: bool) -> str:
    """How far a session came."""
    if finished:
        return pgettext("an exercise", "finished")
    return fill(pgettext("an exercise", "turn {turn} of {turns}"), turn=turn, turns=turns)


def where_words(pack: str, stands: str, *, missing: bool) -> str:
    """On a session's card: its pack, and how far it came or that it is gone."""
    return facts([pack, _("its file is no longer there") if missing else stands])


def last_used_words(when: str) -> str:
    """A moment (ISO 8601) on this machine's clock; "" for what is none."""
    try:
        moment = datetime.fromisoformat(when).astimezone()
    except ValueError:
        return ""
    return moment_words(moment)


def card_words(title: str, pack: str, stands: str) -> str:
    """A session's card, read aloud."""
    template = pgettext("a session, read aloud", "{session}, {pack}, {stands}")
    return fill(template, session=title, pack=pack, stands=stands)
