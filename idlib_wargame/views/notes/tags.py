"""Tags are typed in a note as #tag: at its end they are taken off its words, within they stay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from idlib_wargame.session.kinds.note import tidy_tags
from idlib_wargame.session.notes import Note

MOST_OFFERED = 8
_TAG = re.compile(r"(?<!\S)#(\w[\w\-]*)")
_AT_THE_END = re.compile(r"(?:(?<!\S)#\w[\w\-]*\s*)+$")


def tags_in(typed: str) -> tuple[str, ...]:
    """The tags in what is typed, each once, as they come."""
    return tidy_tags(tuple(_TAG.findall(typed)))


def words_in(typed: str) -> str:
    """What is typed, without the tags at its end; a note of nothing but tags keeps them."""
    return _AT_THE_END.sub("", typed).strip() or typed.strip()


def as_typed(text: str, tags: Sequence[str]) -> str:
    """A text that reads so again: those of the tags that are not within it, at its end."""
    within = tags_in(text)
    rest = " ".join(f"#{_one_word(tag)}" for tag in tags if tag not in within)
    return f"{text} {rest}" if rest else text


def with_or_without(typed: str, tag: str) -> str:
    """What is typed with that tag at its end; or without it, where it has it."""
    if tag not in tags_in(typed):
        return f"{typed.rstrip()} #{tag} ".lstrip()
    return re.sub(rf"(?<!\S)#{re.escape(tag)}(?![\w\-])\s?", "", typed)


def tags_used(notes: Iterable[Note]) -> tuple[str, ...]:
    """The tags of these notes, the one that most have first."""
    counted = Counter(tag for note in notes for tag in note.tags)
    return tuple(tag for tag, _count in counted.most_common())


def _one_word(tag: str) -> str:
    """Of a tag that came with blanks or signs in it, what may stand behind a #."""
    return re.sub(r"[^\w\-]+", "_", tag).lstrip("-") or "_"
