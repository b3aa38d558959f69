"""What never showed in any rehearsal, in sentences: outcomes, moves, bands and other rows.

One that never showed stands in the sentence; more than one are told by their number, above a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from idlib_wargame.rules.odds import Band
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series
from idlib_wargame.words.odds import band_words


def outcomes_never_reached(names: Sequence[str]) -> str:
    """Outcomes in which no session ended."""
    many = ngettext(
        "{count} outcome was never reached:", "{count} outcomes were never reached:", len(names)
    )
    return _told(names, _("The outcome {row} was never reached."), many)


def outcome_never_first(name: str, first: str) -> str:
    """An outcome in which no session ended, as one that is read before it always held with it."""
    said = _(
        "The outcome {row} was never reached: whenever its condition held, so did that of {first}, "
        "which is read before it."
    )
    return fill(said, row=name, first=first)


def every_outcome_reached() -> str:
    """That none is left."""
    return _("Every outcome was reached.")


def moves_never_legal(moves: Sequence[str]) -> str:
    """Moves that no seat could order."""
    many = ngettext("{count} move was never legal:", "{count} moves were never legal:", len(moves))
    return _told(moves, _("{row} was never legal."), many)


def moves_never_ordered(moves: Sequence[str]) -> str:
    """Moves that seats could order and never did."""
    many = ngettext(
        "{count} move was legal but never ordered:",
        "{count} moves were legal but never ordered:",
        len(moves),
    )
    return _told(moves, _("{row} was legal but never ordered."), many)


def moves_always_lapsed(moves: Sequence[str]) -> str:
    """Moves that were ordered and never rolled."""
    many = ngettext(
        "{count} move was ordered but always lapsed:",
        "{count} moves were ordered but always lapsed:",
        len(moves),
    )
    return _told(moves, _("{row} was ordered but always lapsed."), many)


def choices_never_legal(choices: Sequence[str]) -> str:
    """Choices that were closed whenever their move was open."""
    many = ngettext(
        "{count} choice was never legal:", "{count} choices were never legal:", len(choices)
    )
    return _told(choices, _("The choice {row} was never legal."), many)


def choice_of_move(move: str, choice: str) -> str:
    """A choice by its move."""
    return fill(_("{move}: {choice}"), move=move, choice=choice)


def bands_never_came_up(moves: Sequence[str]) -> str:
    """Moves of which some band never came up, each with its bands."""
    many = ngettext(
        "In {count} move a band never came up:",
        "In {count} moves a band never came up:",
        len(moves),
    )
    return _told(moves, _("A band never came up: {row}."), many)


def bands_of_move(move: str, bands: Sequence[str]) -> str:
    """A move with some of its bands."""
    return fill(_("{move}: {bands}"), move=move, bands=series(bands))


def band_told(band: Band, *, within_reach: bool) -> str:
    """A band, and that no throw can give it where that is so."""
    name = band_words(band)
    return name if within_reach else fill(_("{band} (out of reach at its odds)"), band=name)


def every_move_played() -> str:
    """That none is left."""
    return _("Every move was legal, was ordered and came out in every band.")


def rows_never_showed(kind: str, rows: Sequence[str], total: int) -> str:
    """Rows of a kind that never showed, of ``total`` that there are."""
    words = _KINDS[kind]
    return _told(rows, words.one(), words.many(total), total)


def rung_never_highest(rung: str, higher: str) -> str:
    """A rung that was never reached, as a higher one always held with it."""
    said = _(
        "The rung {rung} was never reached: whenever its condition held, so did that of the higher "
        "rung {higher}."
    )
    return fill(said, rung=rung, higher=higher)


def every_row_showed() -> str:
    """That none is left."""
    return _("Every other row of the pack showed at least once.")


def kind_words(kind: str) -> str:
    """A kind of row, as it stands before an id: "inject"."""
    return _KINDS[kind].name()


def row_words(name: str, id: str = "") -> str:
    """A row by its id and its name, or by its name alone."""
    return fill(_("{id} (“{name}”)"), id=id, name=name) if id else fill(_("“{name}”"), name=name)


def modifier_words_of(move: str, why: str) -> str:
    """A modifier by its move and its reason."""
    return fill(_("{move}: {why}"), move=move, why=why)


def _told(rows: Sequence[str], one: str, many: str, total: int = 0) -> str:
    if len(rows) == 1:
        return fill(one, row=rows[0])
    return fill(many, count=len(rows), all=total)


class _Kind(NamedTuple):
    """A kind of row: its name, that one of them never showed, and that several never did."""

    name: Callable[[], str]
    one: Callable[[], str]
    many: Callable[[int], str]


_KINDS: Final[Mapping[str, _Kind]] = {
    "inject": _Kind(
        lambda: _("inject"),
        lambda: _("The inject {row} was never due."),
        lambda total: ngettext(
            "{count} of {all} inject was never due:",
            "{count} of {all} injects were never due:",
            total,
        ),
    ),
    "upkeep": _Kind(
        lambda: _("upkeep row"),
        lambda: _("The upkeep row {row} never fired."),
        lambda total: ngettext(
            "{count} of {all} upkeep row never fired:",
            "{count} of {all} upkeep rows never fired:",
            total,
        ),
    ),
    "conversion": _Kind(
        lambda: _("conversion"),
        lambda: _("The conversion {row} never fired."),
        lambda total: ngettext(
            "{count} of {all} conversion never fired:",
            "{count} of {all} conversions never fired:",
            total,
        ),
    ),
    "chance": _Kind(
        lambda: _("chance"),
        lambda: _("The chance {row} was never thrown for."),
        lambda total: ngettext(
            "{count} of {all} chance was never thrown for:",
            "{count} of {all} chances were never thrown for:",
            total,
        ),
    ),
    "chance_came": _Kind(
        lambda: _("chance"),
        lambda: _("The chance {row} never came off."),
        lambda total: ngettext(
            "{count} of {all} chance never came off:",
            "{count} of {all} chances never came off:",
            total,
        ),
    ),
    "flag": _Kind(
        lambda: _("flag"),
        lambda: _("The flag {row} was never lit."),
        lambda total: ngettext(
            "{count} of {all} flag was never lit:", "{count} of {all} flags were never lit:", total
        ),
    ),
    "rung": _Kind(
        lambda: _("rung"),
        lambda: _("The rung {row} was never reached."),
        lambda total: ngettext(
            "{count} of {all} rung was never reached:",
            "{count} of {all} rungs were never reached:",
            total,
        ),
    ),
    "clause": _Kind(
        lambda: _("clause"),
        lambda: _("The clause {row} was never kept in full."),
        lambda total: ngettext(
            "{count} of {all} clause was never kept in full:",
            "{count} of {all} clauses were never kept in full:",
            total,
        ),
    ),
    "principals": _Kind(
        lambda: _("joint decision"),
        lambda: _("The joint decision {row} never had all its principals."),
        lambda total: ngettext(
            "{count} of {all} joint decision never had all its principals:",
            "{count} of {all} joint decisions never had them all:",
            total,
        ),
    ),
    "joint": _Kind(
        lambda: _("joint row"),
        lambda: _("The joint row {row} never counted."),
        lambda total: ngettext(
            "{count} of {all} joint row never counted:",
            "{count} of {all} joint rows never counted:",
            total,
        ),
    ),
    "contest": _Kind(
        lambda: _("contest"),
        lambda: _("The contest {row} was never fought out."),
        lambda total: ngettext(
            "{count} of {all} contest was never fought out:",
            "{count} of {all} contests were never fought out:",
            total,
        ),
    ),
    "contradiction": _Kind(
        lambda: _("contradiction"),
        lambda: _("The contradiction {row} never counted."),
        lambda total: ngettext(
            "{count} of {all} contradiction never counted:",
            "{count} of {all} contradictions never counted:",
            total,
        ),
    ),
    "limit": _Kind(
        lambda: _("limit"),
        lambda: _("The limit {row} never held anything."),
        lambda total: ngettext(
            "{count} of {all} limit never held anything:",
            "{count} of {all} limits never held anything:",
            total,
        ),
    ),
    "shift": _Kind(
        lambda: _("shift"),
        lambda: _("The shift {row} never counted."),
        lambda total: ngettext(
            "{count} of {all} shift never counted:", "{count} of {all} shifts never counted:", total
        ),
    ),
    "modifier": _Kind(
        lambda: _("modifier of a move"),
        lambda: _("The modifier of a move {row} never counted."),
        lambda total: ngettext(
            "{count} of {all} modifier of a move never counted:",
            "{count} of {all} modifiers of moves never counted:",
            total,
        ),
    ),
    "template": _Kind(
        lambda: _("template of an agreement"),
        lambda: _("The template {row} was never signed."),
        lambda total: ngettext(
            "{count} of {all} template was never signed:",
            "{count} of {all} templates were never signed:",
            total,
        ),
    ),
    "consequence": _Kind(
        lambda: _("consequence of an agreement"),
        lambda: _("The consequence {row} never followed."),
        lambda total: ngettext(
            "{count} of {all} consequence of agreements never followed:",
            "{count} of {all} consequences of agreements never followed:",
            total,
        ),
    ),
    "vagueness": _Kind(
        lambda: _("kind of vagueness"),
        lambda: _("No agreement was ever vague by {row}."),
        lambda total: ngettext(
            "{count} of {all} kind of vagueness never counted:",
            "{count} of {all} kinds of vagueness never counted:",
            total,
        ),
    ),
    "discovery": _Kind(
        lambda: _("discovery"),
        lambda: _("Nothing was ever found out by the discovery {row}."),
        lambda total: ngettext(
            "By {count} of {all} discovery nothing was ever found out:",
            "By {count} of {all} discoveries nothing was ever found out:",
            total,
        ),
    ),
}
