"""One short value that two packs share only if they are the same to the letter."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def fingerprint(files: Mapping[str, str]) -> str:
    """SHA-256 over the files of a pack, in hexadecimal; the order they come in does not matter.

    For each file by name: the length of its name in bytes, its name, the length of its text in
    bytes, its text; lengths as decimal digits closed by a line feed, words in UTF-8.
    """
    digest = hashlib.sha256()
    for name in sorted(files):
        for part in (name.encode(), files[name].encode()):
            digest.update(b"%d\n" % len(part))
            digest.update(part)
    return digest.hexdigest()
