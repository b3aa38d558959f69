"""``python -m idlib_wargame`` is the command ``idlib-wargame``."""

from idlib_wargame.cli import main

main()
