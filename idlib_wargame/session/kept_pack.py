"""The pack of a record: read from the texts that it keeps, or from the same pack on the shelf."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from idlib_wargame.packs.fingerprint import fingerprint
from idlib_wargame.packs.reader import PackReading, read_files
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.packs.text.gather import gather


class KeptPack(NamedTuple):
    """A pack that was read; ``stands_in`` says that it is not the record's own copy of it."""

    reading: PackReading
    stands_in: bool


def kept_pack(files: Mapping[str, str], wanted: object) -> KeptPack:
    """The pack with the fingerprint ``wanted``, from a record's ``files`` or from the shelf.

    Where none has it, what there is of the record's own is read: other checks say that it differs.
    """
    if fingerprint(files) != wanted:
        for shipped in shipped_packs():
            texts = gather(shipped).files
            if fingerprint(texts) == wanted:
                return KeptPack(read_files(texts), stands_in=True)
    return KeptPack(read_files(files), stands_in=False)
