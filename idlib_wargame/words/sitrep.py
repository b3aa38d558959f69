"""The situation report of a page: what a turn led to, in Markdown, in the pack's words or plain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import Template

from idlib_wargame.rules.names import TURNS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.words.dates import dates
from idlib_wargame.words.heads import closed_head_line
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.sitrep_lines import (
    MayMiss,
    Sees,
    act_lines,
    change_lines,
    clock_lines,
    followed_lines,
    lit_lines,
    next_turn_line,
)
from idlib_wargame.words.turn_text import ladder_line


def sitrep(
    scenario: Scenario,
    began: State,
    result: TurnResult,
    *,
    numbers: bool = True,
    sees: Sees = lambda track: not track.counter,
    may_miss: MayMiss = lambda card: False,
    beside: Mapping[str, Sequence[str]] | None = None,
    head: str = "",
    turns: int | None = None,
) -> str:
    """The report of a turn that ``began`` so, in the pack's template or a plain one.

    For a seat, ``result`` is cut to what it may know, ``sees`` tells which tracks it may, and
    ``may_miss`` of which orders it may not know all that they moved. ``beside`` has the lines of
    "news", "ground" and "agreements", which rest on more than the result, of "done" what control
    alone is told, and of "ahead" what was promised. ``head`` is as in
    ``signed_off``. ``turns`` is how many the exercise has, where it became shorter than it began.
    A report is complete: what the pack's template does not ask for stands below it.
    """
    given = beside or {}
    turns = result.state[TURNS] if turns is None else turns
    ladder = ladder_line(scenario, result, began["rung"], numbers)
    sections: dict[str, Sequence[str]] = {
        "news": given.get("news", ()),
        "done": [*act_lines(scenario, result.cards, may_miss), *given.get("done", ())],
        "followed": list(followed_lines(scenario, result.after, numbers, sees)),
        "agreements": given.get("agreements", ()),
        "changed": list(change_lines(scenario, began, result.state, numbers, sees)),
        "ground": given.get("ground", ()),
        "lit": list(lit_lines(scenario, began, result)),
        "ahead": [
            *_next_turn(scenario, result, turns),
            *given.get("ahead", ()),
            *clock_lines(scenario, result.state, numbers),
        ],
    }
    words = {
        "turn": str(result.turn),
        "turns": str(turns),
        "dates": dates(scenario, result.turn),
        "ladder": fill(_("{line}."), line=ladder),
        **{name: _listed(lines) or _nothing(name) for name, lines in sections.items()},
    }
    asked = scenario.sitrep or _plain(sections)
    report = Template(asked).substitute(words).strip() + "\n"
    return signed_off(report + _left_out(asked, sections), result.turn, head)


def signed_off(report: str, turn: int, head: str, *, is_edited: bool = False) -> str:
    """The report with its last lines: who worded it, and what the record was.

    ``head`` is the digest of the entry that closed the turn; empty for none. Whoever keeps the
    report can show by it later that nothing up to there was changed.
    """
    lines = [_("Worded by the facilitator.")] if is_edited else []
    if head:
        lines.append(closed_head_line(head, turn))
    return "\n".join([report.rstrip() + "\n", *(f"*{line}*\n" for line in lines)])


def held_report_words(turn: int) -> str:
    """What stands where a report will be that the facilitator has not released."""
    return fill(_("The report of turn {turn} has not been released yet."), turn=turn)


def _plain(sections: Mapping[str, Sequence[str]]) -> str:
    """The report of a pack that words none of its own; only what may be there has a heading."""
    wanted = [name for name in sections if sections[name] or name in _ALWAYS]
    parts = [_opening(), *(f"## {_heading(name)}\n\n${name}\n" for name in wanted)]
    return "\n".join(parts)


_ALWAYS = ("done", "changed", "ahead")


def _opening() -> str:
    return _(
        """\
# Situation report, turn $turn

*$dates*

$ladder
"""
    )


def _left_out(template: str, sections: Mapping[str, Sequence[str]]) -> str:
    """What there is to tell and the template does not ask for, under headings of ours."""
    asked = {match["named"] or match["braced"] for match in Template.pattern.finditer(template)}
    return "".join(
        f"\n## {_heading(name)}\n\n{_listed(lines)}\n"
        for name, lines in sections.items()
        if lines and name not in asked
    )


def _heading(section: str) -> str:
    return {
        "news": lambda: _("News"),
        "done": lambda: _("What was done"),
        "followed": lambda: _("What followed"),
        "agreements": lambda: _("Agreements"),
        "changed": lambda: _("What has changed"),
        "ground": lambda: _("On the ground"),
        "lit": lambda: _("What holds at the turn's end"),
        "ahead": lambda: _("Dates ahead"),
    }[section]()


def _nothing(section: str) -> str:
    """What stands where there is nothing to list."""
    if section in ("done", "changed"):
        return _("Nothing that has come to your knowledge.")
    return _("None that is known.")


def _listed(lines: Sequence[str]) -> str:
    """A list in Markdown. A line that is a heading or lies within another stays as it is."""
    return "\n".join(_item(line) for line in lines).strip()


def _item(line: str) -> str:
    if line.startswith("### "):
        return f"\n{line}\n"
    return line if line.startswith("  - ") else f"- {line}"


def _next_turn(scenario: Scenario, result: TurnResult, turns: int) -> Iterator[str]:
    if result.turn < turns:
        yield next_turn_line(scenario, result.turn + 1)
