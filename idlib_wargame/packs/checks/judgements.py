"""What the seats are asked to judge: something, in turns that an exercise can have."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.names import whole_number
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.text.spots import Documents, Spot, listed
from idlib_wargame.words.language import _, fill


def check_judgements(documents: Documents) -> Iterator[Problem]:
    """A turn that no exercise on the pack comes to, and a question about nothing."""
    document = documents.get("pack.yaml")
    asked = listed(document, "judgements") if document else None
    if document is None or not isinstance(asked, dict):
        return
    place = Spot(document, ("judgements",))
    longest = _longest(document.data)
    turns = asked.get("turns")
    for at, each in enumerate(turns if isinstance(turns, list) else ()):
        number = whole_number(each)
        if number is not None and longest is not None and number > longest:
            found = fill(_("turn {number}"), number=number)
            expected = fill(_("a turn that an exercise has, 1 to {last}"), last=longest)
            yield (place / "turns" / at).problem(found, expected)
    if asked.get("endings") == [] and asked.get("rung") == "false":
        yield place.problem(_("judgements of nothing"), _("endings, or the rung, or both"))


def _longest(pack: object) -> int | None:
    """The turns of the longest exercise that the pack offers; None where that cannot be read."""
    if not isinstance(pack, dict):
        return None
    options = pack.get("turn_options")
    rows = options if isinstance(options, list) else []
    written = [pack.get("turns"), *(r.get("turns") if isinstance(r, dict) else r for r in rows)]
    numbers = [number for each in written if (number := whole_number(each)) is not None]
    return max(numbers) if len(numbers) == len(written) else None
