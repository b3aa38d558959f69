"""What the printed card says of this desk: keys from the key map, entries from the menus."""

from __future__ import annotations

from idlib_wargame.views.desk_card import CardKey, DeskNames
from idlib_wargame.windows.desk.menus import every_action
from idlib_wargame.windows.parts.keys import Where, key_map, key_words

# By their names in the key map, in the order in which they stand on the card.
ON_CARD = (
    "go_on",
    "palette",
    "help",
    "keys",
    "new",
    "tell",
    "pause",
    "minute_more",
    "minute_less",
    "undo",
    "redo",
    "cover",
    "hand_round",
    "uncover",
    "room",
    "room_next",
    "room_blank",
)


def desk_names() -> DeskNames:
    """Keys and entries of the desk as its screen has them now."""
    return DeskNames(_keys, _entry, [CardKey(_keys(means), _meaning(means)) for means in ON_CARD])


def _keys(means: str) -> str:
    return key_words(Where.DESK, means)


def _meaning(means: str) -> str:
    for row in key_map():
        if row.where in (Where.DESK, Where.EVERYWHERE) and row.means == means:
            return row.words
    raise LookupError(f"no key of the desk means {means!r}")


def _entry(does: str) -> str:
    for action in every_action():
        if action.does == does:
            return action.text.replace("&", "")
    raise LookupError(f"no entry of the desk's menus does {does!r}")
