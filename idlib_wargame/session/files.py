"""The file of an exercise: begun, and gone on with where it is sound and whole."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.file_format import FIRST_FORM, FORM
from idlib_wargame.rules import RULES_VERSION
from idlib_wargame.rules.dice import SEED_BYTES, fingerprint_of
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.kept_pack import kept_pack
from idlib_wargame.session.kinds.pack import PACK, pack_to_body
from idlib_wargame.session.kinds.setup import SETUP, setup_to_body
from idlib_wargame.session.opening import content_of, folded, set_up
from idlib_wargame.session.pins import hashed, secret_name
from idlib_wargame.session.play import Setup
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.row_names import names_of


def begun(
    path: Path | None, reading: PackReading, setup: Setup, seed: bytes | None, pin: str
) -> tuple[Record, Chronicle]:
    """A new file, or a record in memory where there is no path, with pack and setup in it.

    Raises SessionFault where the pack has problems or the file cannot be made.
    """
    if reading.scenario is None:
        raise SessionFault(_unfit(len(reading.problems)))
    seed = secrets.token_bytes(SEED_BYTES) if seed is None else seed
    files = reading.files
    setup = replace(setup, fingerprint=fingerprint_of(seed))
    pack = pack_to_body(reading.scenario, files)
    body = setup_to_body(setup, reading.scenario.id, str(pack["fingerprint"]))
    scenario = set_up(reading.scenario, body)
    names, pin_hash = names_of(scenario), hashed(pin)
    try:
        record = (
            Record.create(path, seed, names, files)
            if path
            else Record.in_memory(seed, names=names, files=files)
        )
        record.keep_secret(secret_name(FACILITATOR), pin_hash)
        record.append(PACK.name, pack, FACILITATOR)
        record.append(SETUP.name, body, FACILITATOR)
        record.settle()
    except RecordFault as fault:
        raise SessionFault(str(fault)) from fault
    chronicle = Chronicle(Referee(scenario))
    chronicle.extend(record.entries)
    return record, chronicle


def gone_on_with(path: Path) -> tuple[Record, Chronicle, PackReading]:
    """An exercise's record, and where it stands. Raises SessionFault where it cannot go on."""
    try:
        record = Record.open(path)
    except RecordFault as fault:
        raise SessionFault(str(fault)) from fault
    try:
        reading, chronicle = _folded(path, record)
    except SessionFault:
        record.close()
        raise
    with suppress(RecordFault):  # for other tools alone
        record.refill_names(names_of(chronicle.telling.scenario))
    return record, chronicle, reading


def _unfit(problems: int) -> str:
    said = ngettext(
        "The pack has {count} problem, so no exercise can begin with it; "
        "check the pack and mend what the list names.",
        "The pack has {count} problems, so no exercise can begin with it; "
        "check the pack and mend what the list names.",
        problems,
    )
    return fill(said, count=problems)


def _nothing_to_go_on_with(path: Path) -> str:
    said = _(
        "{file} holds no exercise that can go on: its pack or its setup is missing. "
        "Open it in replay to see what is there."
    )
    return fill(said, file=path.name)


def _folded(path: Path, record: Record) -> tuple[PackReading, Chronicle]:
    """The pack as it was read, and where a file's record stands.

    Raises SessionFault where it is nothing to go on with.
    """
    first, second = [*record.entries[:2], None, None][:2]
    if first is None or first.kind != PACK.name or second is None or second.kind != SETUP.name:
        raise SessionFault(_nothing_to_go_on_with(path))
    reading, _stands_in = kept_pack(record.files, content_of(first).get("fingerprint"))
    if reading.scenario is None:
        raise SessionFault(_nothing_to_go_on_with(path))
    chronicle = folded(reading.scenario, record.entries)
    setup = second.body
    if not (FIRST_FORM <= setup["form"] <= FORM and setup["rules"] <= RULES_VERSION):
        said = _(
            "{file} was begun by rules that this version does not know, so it cannot go on here; "
            "update the program, or open the file in replay."
        )
        raise SessionFault(fill(said, file=path.name))
    if chronicle.strange:
        # What is strange may be private, and this is told to whoever stands before the screen.
        said = ngettext(
            "{file} cannot go on, and can be opened in replay: {count} entry holds what this "
            "version cannot read. The facilitator's log says which.",
            "{file} cannot go on, and can be opened in replay: {count} entries hold what this "
            "version cannot read. The facilitator's log says which.",
            len(chronicle.strange),
        )
        raise SessionFault(fill(said, file=path.name, count=len(chronicle.strange)))
    return reading, chronicle
