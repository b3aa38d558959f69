"""``idlib-wargame trace``: the rows behind a claim of the source, or the claims behind a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from idlib_wargame.cli.faults import Calmly, told_calmly
from idlib_wargame.cli.inputs import pack_named
from idlib_wargame.cli.speaking import Command, answer, json_option, option, tell
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.words.language import _, fill, ngettext, unmarked
from idlib_wargame.words.rows import basis_words

if TYPE_CHECKING:
    from idlib_wargame.packs.citing import CitingRow
    from idlib_wargame.packs.claims import Claim


def _help() -> str:
    return _(
        "Print the rows of PACK behind a claim, or the claims behind a row.\n\n"
        "WHAT is a claim such as S2¶4 (S2p4 will do) or the id or code of a row. Without PACK, "
        "the first pack that came with the program is meant."
    )


@click.command(cls=Command, says=_help)
@click.argument("words", nargs=-1, required=True, metavar="[PACK] WHAT")
@option(
    "--claims",
    "register",
    type=click.Path(path_type=Path),
    says=lambda: _("A register of claims, for what each says in words."),
)
@json_option
def trace(words: tuple[str, ...], register: Path | None, as_json: bool) -> None:
    """Print the rows behind a claim or the claims behind a row, whichever the last word names."""
    from idlib_wargame.packs.citing import citing_rows
    from idlib_wargame.packs.claims import read_claims, shipped_claims

    if len(words) > 2:
        said = ngettext(
            "Found {count} word, expected a pack and what to trace in it.",
            "Found {count} words, expected a pack and what to trace in it.",
            len(words),
        )
        raise Calmly(fill(said, count=len(words)))
    with told_calmly():
        reading = pack_named(words[0] if len(words) == 2 else _first_pack())
        assert reading.scenario is not None
        claims = read_claims(register) if register else shipped_claims(reading.scenario.id)
    rows = list(citing_rows(reading.files))
    claim = _claim_named(words[-1], rows, claims)
    told = rows_behind(claim, rows) if claim else rows_called(words[-1], rows)
    if not claim and not told:
        raise Calmly(_unknown(words[-1], rows, claims))
    if as_json:
        answer(_as_json(claim, told, claims))
        return
    for line in _claim_lines(claim, told, claims) if claim else _row_lines(told, claims):
        tell(line)


def rows_behind(claim: str, rows: Sequence[CitingRow]) -> list[CitingRow]:
    """The rows that cite a claim."""
    return [row for row in rows if claim in row.cites]


def rows_called(word: str, rows: Sequence[CitingRow]) -> list[CitingRow]:
    """The rows of that id or code, each with the rows within it that say what they rest on."""
    called = [row for row in rows if word in (row.handle, row.code)]
    wholes = {(row.file, row.title) for row in called if not row.within}
    return [
        row
        for row in rows
        if row in called or ((row.file, row.within) in wholes and (row.cites or row.outside))
    ]


def _first_pack() -> str:
    from idlib_wargame.packs.shelf import shipped_packs

    packs = shipped_packs()
    if not packs:
        raise Calmly(
            _("No pack came with this copy of the program; name one before what to trace.")
        )
    return str(packs[0])


def _folded(code: str) -> str:
    """A claim's code as it is typed where no key has ¶."""
    return code.casefold().replace("¶", "p")


def _claim_named(word: str, rows: Sequence[CitingRow], claims: Mapping[str, Claim]) -> str:
    """The claim that a word means; empty where it means none."""
    known = [*claims, *(claim for row in rows for claim in row.cites)]
    return next((claim for claim in known if _folded(claim) == _folded(word)), "")


def _unknown(word: str, rows: Sequence[CitingRow], claims: Mapping[str, Claim]) -> str:
    from idlib_wargame.packs.problem import nearest, quoted

    known = {*claims, *(claim for row in rows for claim in row.cites)}
    near = nearest(word, [*known, *(row.handle for row in rows), *(row.code for row in rows)])
    if not near:
        said = _("Found {word}, expected a claim that a row cites, or the id or code of a row.")
        return fill(said, word=quoted(word))
    said = _(
        "Found {word}, expected a claim that a row cites, or the id or code of a row; "
        "did you mean '{nearest}'?"
    )
    return fill(said, word=quoted(word), nearest=near)


def _as_json(claim: str, told: Sequence[CitingRow], claims: Mapping[str, Claim]) -> dict[str, Any]:
    if claim:
        known = claims.get(claim)
        return {
            "claim": asdict(known) if known else {"id": claim},
            "rows": [_row_as_json(row) for row in told],
        }
    return {
        "rows": [_row_as_json(row) for row in told],
        "claims": [
            asdict(claims[each]) if each in claims else {"id": each} for each in _cited(told)
        ],
    }


def _row_as_json(row: CitingRow) -> dict[str, Any]:
    return {**asdict(row), "within": unmarked(row.within)}


def _claim_lines(
    claim: str, told: Sequence[CitingRow], claims: Mapping[str, Claim]
) -> Iterator[str]:
    known = claims.get(claim)
    yield _claim_line(known) if known else claim
    if not told and known is not None and not known.playable:
        yield _("No row rests on it: it is context, not play.")
    elif not told:
        yield _("No row rests on it.")
    else:
        count = len(told)
        said = ngettext("{count} row rests on it:", "{count} rows rest on it:", count)
        yield fill(said, count=count)
    for row in told:
        yield f"  {_place(row)}"


def _claim_line(claim: Claim) -> str:
    return f"{claim.id}  {claim.text}"


def _row_lines(told: Sequence[CitingRow], claims: Mapping[str, Claim]) -> Iterator[str]:
    for row in told:
        said = _("{file}:{line}  {row}: {grounds}")
        line = fill(said, file=row.file, line=row.line, row=row.title, grounds=_grounds(row))
        yield f"  {line}" if row.within else line
    for claim in _cited(told):
        if claim in claims:
            yield ""
            yield _claim_line(claims[claim])


def _grounds(row: CitingRow) -> str:
    """What a row says it rests on, in the words of its card."""
    return basis_words(Basis(row.cites, row.outside, row.judgement))


def _cited(told: Sequence[CitingRow]) -> list[str]:
    """The claims that the rows cite, each once."""
    return list(dict.fromkeys(claim for row in told for claim in row.cites))


def _place(row: CitingRow) -> str:
    if not row.within:
        return fill(_("{file}:{line}  {row}"), file=row.file, line=row.line, row=row.title)
    return fill(
        _("{file}:{line}  {row}, in {whole}"),
        file=row.file,
        line=row.line,
        row=row.title,
        whole=row.within,
    )
