"""The pack as a setup plays it, where the setup is sound and asks for nothing the pack lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import chosen
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.kinds.setup import SETUP, VARIANT, VARIANT_KEYS
from idlib_wargame.session.kinds.shapes import Ground, Strange, strange_words
from idlib_wargame.words.language import _, fill

NUMBER = 2  # the setup's entry


def content_of(entry: Entry) -> Mapping[str, Any]:
    """The body of an entry, and nothing where it holds no keys and values."""
    try:
        content = entry.body.content
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def folded(scenario: Scenario, entries: Sequence[Entry]) -> Chronicle:
    """The entries of a record, played on the pack as their setup has it.

    Raises SessionFault where the setup is not as it should be; any other entry is passed over, and
    ``Chronicle.strange`` says so.
    """
    setup = next(entry for entry in entries[:NUMBER] if entry.kind == SETUP.name)
    chronicle = Chronicle(Referee(set_up(scenario, content_of(setup))))
    chronicle.extend(entries)
    if not chronicle.moments:
        raise SessionFault(" ".join(chronicle.strange))
    return chronicle


def set_up(scenario: Scenario, body: Mapping[str, Any]) -> Scenario:
    """The pack as the setup of that body plays it.

    Raises SessionFault, with one sentence, for a setup that is not as it should be.
    """
    try:
        plain = dict(body)
        VARIANT(plain, Ground(scenario))
        played = chosen(scenario, *(plain[key] for key in VARIANT_KEYS))
        SETUP.shape(plain, Ground(played))
    except Strange as strange:
        raise SessionFault(strange_words(NUMBER, SETUP.name, strange)) from strange
    except KeyError as fault:
        said = _(
            "The setup asks for {choice}, which the pack does not have; choose one that it has."
        )
        raise SessionFault(fill(said, choice=str(fault))) from fault
    return played
