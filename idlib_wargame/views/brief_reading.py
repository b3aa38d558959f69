"""When a seat's brief counts as read, in a window as on a page."""

from __future__ import annotations

# It was opened, and stayed in sight for so many seconds: less is turning past it. That somebody
# was told in short who they are, as a first look does, is not their brief.
STAYS = 3.0
