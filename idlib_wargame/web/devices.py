"""What device a browser says that it is on, in words for the facilitator."""

from __future__ import annotations

from idlib_wargame.words.language import _, fill

# The first that is named counts: others name themselves after those they follow.
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)


def device_words(agent: str) -> str:
    """ "iPhone, Safari"; where nothing is known of it, that it is a browser."""
    system = next((name for sign, name in _SYSTEMS if sign in agent), "")
    browser = next((name for sign, name in _BROWSERS if sign in agent), "")
    if system and browser:
        return fill(_("{system}, {browser}"), system=system, browser=browser)
    return system or browser or _("a browser")
