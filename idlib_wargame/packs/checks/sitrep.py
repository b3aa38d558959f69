"""sitrep.md: the pack's template of the situation report, with words such as $dates to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from idlib_wargame.packs.problem import Problem, nearest
from idlib_wargame.packs.registry import SITREP
from idlib_wargame.rules.pack.scenario import SITREP_WORDS
from idlib_wargame.rules.pack.wording import TURN_WORD
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


def check_sitrep(files: Mapping[str, str]) -> list[Problem]:
    """Every word in the template that the program cannot fill in, and every stray $."""
    text = files.get(SITREP, "")
    problems = []
    words = (*SITREP_WORDS, TURN_WORD)
    for match in Template.pattern.finditer(text):
        word = match["named"] or match["braced"]
        if word in words or match["escaped"] is not None:
            continue
        before = text[: match.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        found = f"'{match[0]}'" if word else _("'$' alone")
        listed = series([f"${each}" for each in words])
        expected = fill(_("one of {names}, or $$ for a $"), names=listed)
        near = nearest(word, words) if word else ""
        hint = f"${near}" if near else ""
        problems.append(Problem(SITREP, line, column, found, expected, hint))
    return problems
