"""The colours that a pack may give its rule tables, by the words that packs use.

From M. Okabe and K. Ito, "Color Universal Design" (2008), whose colours people who are colour-blind
can tell apart. Two of theirs are left out: darkened until it can be read on white, yellow is no
yellow, and sky blue is blue.
"""

from __future__ import annotations

from typing import Final

# "#RRGGBB", in the order in which tables take them where the pack names none.
TABLE_COLOURS: Final = {
    "green": "#009E73",
    "vermilion": "#D55E00",
    "blue": "#0072B2",
    "orange": "#E69F00",
    "purple": "#CC79A7",
}
