"""``idlib-wargame new-pack``: a small pack, whole and commented, to make one's own of."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from idlib_wargame.cli.faults import Calmly
from idlib_wargame.cli.speaking import Command, tell
from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series

FEW = 3


@click.command(
    "new-pack",
    cls=Command,
    says=lambda: _(
        "Write a small pack into a new FOLDER: it plays as it is, and every file explains itself."
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
def new_pack(folder: Path) -> None:
    """Write a small pack into a new FOLDER: it plays as it is, and every file explains itself."""
    from idlib_wargame.files.whole import write_folder_whole
    from idlib_wargame.packs.shelf import TEMPLATE

    try:
        _refuse_what_is_there(folder)
        files = _files_of(TEMPLATE)
        write_folder_whole(folder, files)
    except OSError as fault:
        said = _("The pack could not be written: {reason} ({file}). Nothing was written.")
        where = str(fault.filename or folder)
        raise Calmly(fill(said, reason=disk_reason(fault), file=where)) from fault
    written = len(files)
    name = f'"{folder}"' if " " in str(folder) else str(folder)
    said = ngettext(
        "A small pack of {count} file, ready to play, was written to {folder}.",
        "A small pack of {count} files, ready to play, was written to {folder}.",
        written,
    )
    tell(fill(said, count=written, folder=str(folder)))
    tell(_("Begin with pack.yaml, then seats.yaml and tracks.yaml. As you go:"))
    tell(fill(_("  idlib-wargame check {pack}              says what is wrong with it"), pack=name))
    tell(fill(_("  idlib-wargame play {pack}               plays it once"), pack=name))
    tell(fill(_("  idlib-wargame check {pack} --play 500   says how it plays"), pack=name))


def _refuse_what_is_there(folder: Path) -> None:
    """A pack is never written among other files; hidden ones, which no pack reads, may stand."""
    if folder.exists() and not folder.is_dir():
        said = _("{file} is a file; name a new or empty folder. Nothing was written.")
        raise Calmly(fill(said, file=str(folder)))
    if not folder.is_dir():
        return
    there = sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))
    if there:
        some = series([*there[:FEW], *(["…"] if len(there) > FEW else [])])
        said = _(
            "{folder} is not empty (it holds {files}); name a new or empty folder. "
            "Nothing was written."
        )
        raise Calmly(fill(said, folder=str(folder), files=some))


def _files_of(template: Path) -> dict[PurePosixPath, bytes]:
    """Every file of the template by its name within it."""
    return {
        PurePosixPath(path.relative_to(template).as_posix()): path.read_bytes()
        for path in sorted(template.rglob("*"))
        if path.is_file()
    }
