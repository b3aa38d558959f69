"""Every check between rows and between files.

These checks read the files as they stand, so that a row with a fault of its own still counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.checks.consequences import check_consequences
from idlib_wargame.packs.checks.ids_used_twice import check_ids_used_twice
from idlib_wargame.packs.checks.judgements import check_judgements
from idlib_wargame.packs.checks.ladder import check_ladder
from idlib_wargame.packs.checks.limits import check_limits
from idlib_wargame.packs.checks.moment_of_injects import check_moment_of_injects
from idlib_wargame.packs.checks.names_alike import check_names_alike
from idlib_wargame.packs.checks.needs_of_agreements import check_needs_of_agreements
from idlib_wargame.packs.checks.of_agreements import check_of_agreements
from idlib_wargame.packs.checks.one_meaning import check_one_meaning
from idlib_wargame.packs.checks.outcomes import check_outcomes
from idlib_wargame.packs.checks.sharing import check_sharing
from idlib_wargame.packs.checks.signing import check_signing
from idlib_wargame.packs.checks.templates import check_templates
from idlib_wargame.packs.checks.who_orders import check_who_orders
from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.text.spots import Documents


def check_between_rows(documents: Documents, names: Names) -> Iterator[Problem]:
    """What no single row can know: every problem between rows and between files."""
    yield from check_ids_used_twice(documents)
    yield from check_one_meaning(documents)
    yield from check_names_alike(documents)
    yield from check_who_orders(documents, names)
    yield from check_sharing(documents, names)
    yield from check_moment_of_injects(documents, names)
    yield from check_limits(documents)
    yield from check_ladder(documents)
    yield from check_outcomes(documents)
    yield from check_judgements(documents)
    yield from check_templates(documents, names)
    yield from check_signing(documents, names)
    yield from check_of_agreements(documents)
    yield from check_consequences(documents, names)
    yield from check_needs_of_agreements(documents, names)
