"""The pack that an exercise is played with.

The entry holds what names it without doubt: its fingerprint, and the digest of each of its texts.
The texts themselves stand beside the entries, twice, so that the session always replays.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from idlib_wargame.packs.fingerprint import fingerprint
from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.kind import EntryKind, Json, to_everyone
from idlib_wargame.session.kinds.shapes import mapping, row, text
from idlib_wargame.words.language import _, fill


def pack_to_body(scenario: Scenario, files: Mapping[str, str]) -> Json:
    """The body of the entry; ``files`` are the pack's texts by path.

    Each digest is the SHA-256 of a text in UTF-8, in hexadecimal.
    """
    return {
        "title": scenario.title,
        "version": scenario.version,
        "fingerprint": fingerprint(files),
        "files": {path: sha256(text.encode()).hexdigest() for path, text in files.items()},
    }


def _line(scenario: Scenario, entry: Entry) -> str:
    title, version = entry.body["title"], entry.body["version"]
    return fill(_("Pack loaded: {title}, version {version}."), title=title, version=version)


PACK = EntryKind(
    name="pack",
    shape=row(title=text, version=text, fingerprint=text, files=mapping(text, text)),
    line=_line,
    audience=to_everyone,
)
