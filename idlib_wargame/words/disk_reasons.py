"""Why a file or a folder could not be read or written, in our words.

Windows gives its reasons in its own language, and every system in its own jargon.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping

from idlib_wargame.words.language import _


def disk_reason(fault: OSError) -> str:
    """The reason, to stand in brackets or after a colon: "the disk is full"."""
    if getattr(fault, "winerror", None) in _HELD:
        return _("another program has it open")
    said = _REASONS.get(fault.errno or 0)
    if said is not None:
        return said()
    return fault.strerror or str(fault) or _("the disk reported a fault")


def _not_allowed() -> str:
    return _("this account may not do that there")


def _full() -> str:
    return _("the disk is full")


_HELD = (32, 33)  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_REASONS: Mapping[int, Callable[[], str]] = {
    errno.EACCES: _not_allowed,
    errno.EPERM: _not_allowed,
    errno.ENOSPC: _full,
    errno.EDQUOT: _full,
    errno.EFBIG: _full,
    errno.EROFS: lambda: _("the disk is read-only"),
    errno.ENOENT: lambda: _("there is no such file or folder"),
    errno.EEXIST: lambda: _("there is a file of that name already"),
    errno.ENOTDIR: lambda: _("a file stands where a folder should be"),
    errno.EISDIR: lambda: _("a folder stands where a file should be"),
    errno.ENAMETOOLONG: lambda: _("the name is too long"),
    errno.EIO: lambda: _("the disk reported a fault"),
    errno.EBUSY: lambda: _("another program has it open"),
    errno.EMFILE: lambda: _("the program has too many files open"),
}
