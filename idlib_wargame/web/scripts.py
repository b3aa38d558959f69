"""The scripts of pages, in the order in which they take them."""

from __future__ import annotations

# The first gives the others a place to stand in, and the last begins.
LIVE = (
    "live.js",
    "saying.js",
    "presses.js",
    "fields.js",
    "typed.js",
    "drafts.js",
    "meeting.js",
    "forms.js",
    "gone.js",
    "morph.js",
    "parts.js",
    "ending.js",
    "stream.js",
)
# Of a page with tabs: they stand before those that are live.
FRAME = ("finding.js", "clock.js", "reading.js", "skips.js", "frame.js")
