"""``idlib-wargame new-pack``: a small pack, whole and commented, to make one's own of."""

from __future__ import annotations

from pathlib import Path

import click

from idlib_wargame.cli.calmly import Calmly

FEW = 3


@click.command("new-pack")
@click.argument("folder", type=click.Path(path_type=Path))
def new_pack(folder: Path) -> None:
    """Write a small pack into a new FOLDER: it plays as it is, and every file explains itself."""
    from idlib_wargame.packs.shelf import TEMPLATE

    _refuse_what_is_there(folder)
    try:
        written = _copied(TEMPLATE, folder)
    except OSError as fault:
        where = fault.filename or folder
        raise Calmly(f"The pack could not be written: {fault.strerror} ({where}).") from fault
    name = f'"{folder}"' if " " in str(folder) else str(folder)
    click.echo(f"A small pack of {written} files, ready to play, was written to {folder}.")
    click.echo("Begin with pack.yaml, then seats.yaml and tracks.yaml. As you go:")
    click.echo(f"  idlib-wargame check {name}              says what is wrong with it")
    click.echo(f"  idlib-wargame play {name}               plays it once")
    click.echo(f"  idlib-wargame check {name} --play 500   says how it plays")


def _refuse_what_is_there(folder: Path) -> None:
    """A pack is never written among other files; hidden ones, which no pack reads, may stand."""
    if folder.exists() and not folder.is_dir():
        raise Calmly(f"{folder} is a file; name a new or empty folder. Nothing was written.")
    if not folder.is_dir():
        return
    there = sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))
    if there:
        some = ", ".join(there[:FEW]) + (", …" if len(there) > FEW else "")
        raise Calmly(
            f"{folder} is not empty (it holds {some}); name a new or empty folder. "
            "Nothing was written."
        )


def _copied(template: Path, folder: Path) -> int:
    """Write every file of the template, as files of whoever asked; how many there were."""
    files = [path for path in sorted(template.rglob("*")) if path.is_file()]
    for file in files:
        copy = folder / file.relative_to(template)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    return len(files)
