"""``idlib-wargame trace``: the rows behind a claim of the source, or the claims behind a row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from idlib_wargame.cli.calmly import Calmly, json_option, pack_named, told_calmly

if TYPE_CHECKING:
    from idlib_wargame.packs.citing import CitingRow
    from idlib_wargame.packs.claims import Claim

EXPECTED = "a claim that a row cites, or the id or code of a row"


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[PACK] WHAT")
@click.option(
    "--claims",
    "register",
    type=click.Path(path_type=Path),
    help="A register of claims, for what each says in words.",
)
@json_option
def trace(words: tuple[str, ...], register: Path | None, as_json: bool) -> None:
    """Print the rows of PACK behind a claim, or the claims behind a row.

    WHAT is a claim such as S2¶4 (S2p4 will do) or the id or code of a row. Without PACK, the first
    pack that came with the program is meant.
    """
    from idlib_wargame.packs.citing import citing_rows
    from idlib_wargame.packs.claims import read_claims, shipped_claims

    if len(words) > 2:
        raise Calmly(f"Found {len(words)} words, expected a pack and what to trace in it.")
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
        click.echo(json.dumps(_as_json(claim, told, claims), ensure_ascii=False))
        return
    for line in _claim_lines(claim, told, claims) if claim else _row_lines(told, claims):
        click.echo(line)


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
        raise Calmly("No pack came with this copy of the program; name one before what to trace.")
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
    hint = f"; did you mean '{near}'?" if near else "."
    return f"Found {quoted(word)}, expected {EXPECTED}{hint}"


def _as_json(claim: str, told: Sequence[CitingRow], claims: Mapping[str, Claim]) -> dict[str, Any]:
    if claim:
        known = claims.get(claim)
        return {
            "claim": asdict(known) if known else {"id": claim},
            "rows": [asdict(row) for row in told],
        }
    return {
        "rows": [asdict(row) for row in told],
        "claims": [
            asdict(claims[each]) if each in claims else {"id": each} for each in _cited(told)
        ],
    }


def _claim_lines(
    claim: str, told: Sequence[CitingRow], claims: Mapping[str, Claim]
) -> Iterator[str]:
    known = claims.get(claim)
    yield f"{claim}  {known.text}" if known else claim
    if not told:
        context = known is not None and not known.playable
        yield f"No row rests on it{': it is context, not play' if context else ''}."
        return
    yield f"{len(told)} row{'s rest' if len(told) > 1 else ' rests'} on it:"
    for row in told:
        yield f"  {_place(row)}{f', in {row.within}' if row.within else ''}"


def _row_lines(told: Sequence[CitingRow], claims: Mapping[str, Claim]) -> Iterator[str]:
    for row in told:
        yield f"{'  ' if row.within else ''}{_place(row)}: {_grounds(row)}"
    for claim in _cited(told):
        if claim in claims:
            yield f"\n{claim}  {claims[claim].text}"


def _grounds(row: CitingRow) -> str:
    """What a row says it rests on, in a few words."""
    parts = [*row.cites, *([row.outside] if row.outside else [])]
    if row.judgement:
        parts.append("designer's judgement")
    return ", ".join(parts) or "it does not say what it rests on"


def _cited(told: Sequence[CitingRow]) -> list[str]:
    """The claims that the rows cite, each once."""
    return list(dict.fromkeys(claim for row in told for claim in row.cites))


def _place(row: CitingRow) -> str:
    return f"{row.file}:{row.line}  {row.title}"
