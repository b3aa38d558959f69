"""Why no other order fits on a seat's sheet: the same words where it picks and where it is kept."""

from __future__ import annotations

from idlib_wargame.words.language import _, fill, ngettext


def sheet_full_words(most: int) -> str:
    """A seat has as many orders as it may give."""
    said = ngettext(
        "You have {most} order a turn; take one back first.",
        "You have {most} orders a turn; take one back first.",
        most,
    )
    return fill(said, most=most)


def table_full_words(table: str, most: int) -> str:
    """It has as many of one table, whose name that is."""
    said = ngettext(
        "{table}: {most} order a turn at most; take the other back first.",
        "{table}: {most} orders a turn at most; take the other back first.",
        most,
    )
    return fill(said, table=table, most=most)


def no_own_words() -> str:
    """A seat may write none itself."""
    return _("Orders of one's own are not part of this exercise for this seat.")


def own_full_words(most: int) -> str:
    """It has as many of its own."""
    said = ngettext(
        "You may write {count} order of your own a turn.",
        "You may write {count} orders of your own a turn.",
        most,
    )
    return fill(said, count=most)
