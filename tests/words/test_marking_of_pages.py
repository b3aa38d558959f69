"""Every sentence of the templates of pages is marked."""

from __future__ import annotations

import re

import pytest

from tests.words.marking import PACKAGE

TEMPLATES = PACKAGE / "web" / "templates"
FILES = sorted(file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.html"))
_OURS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_READ_ALOUD = re.compile(
    r'\b(?:aria-label|placeholder|title|alt|data-ask|data-yes|data-no)="([^"]*)"'
)
_TAG = re.compile(r"<[^>]*>", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# A file's text may be a piece of a tag, which no tag ends.
_PIECE = re.compile(r'\b[\w-]+="[^"]*"')


def said_unmarked(html: str) -> list[str]:
    """Words of a template that stand there as they are, between tags or in names."""
    bare = _OURS.sub("", html)
    read = [*_READ_ALOUD.findall(bare), _PIECE.sub("", _TAG.sub("", bare))]
    return [word for text in read for word in _LETTERS.findall(text)]


@pytest.mark.parametrize("file", FILES)
def test_no_word_of_a_template_stands_there_as_it_is(file: str) -> None:
    """Each comes from a marked sentence, or from what is shown."""
    assert said_unmarked((TEMPLATES / file).read_text("utf-8")) == []


def test_words_that_are_not_marked_are_found() -> None:
    """Between tags, in a name that is read aloud, and beside a sentence that is marked."""
    assert said_unmarked('<p>{{ _("Told") }} Bare</p>') == ["Bare"]
    assert said_unmarked('<button aria-label="Bare">{{ x }}</button>') == ["Bare"]
    assert said_unmarked('<p class="muted">{% if it %}{{ _("Told") }}{% endif %}</p>') == []
