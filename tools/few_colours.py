"""Pictures of windows with a table of colours: a quarter of the bytes, and as sharp."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, qRgb

MOST = 256  # colours in a table
_BITS = 4  # of each of red, green and blue, by which colours are gathered


def with_few_colours(picture: QImage) -> QImage:
    """The picture in its most frequent colours, each the mean of those that it stands for."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    high, wide = plain.height(), plain.width()
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(high, plain.bytesPerLine())
    colours = lines[:, : wide * 3].reshape(-1, 3)  # (pixels, 3)
    shift = 8 - _BITS
    parts = (colours >> shift).astype(np.int64)
    codes = (parts[:, 0] << 2 * _BITS) | (parts[:, 1] << _BITS) | parts[:, 2]
    counts = np.bincount(codes, minlength=1 << 3 * _BITS)
    sums = [np.bincount(codes, colours[:, each], 1 << 3 * _BITS) for each in range(3)]
    means = np.stack(sums, 1) / np.maximum(counts, 1)[:, None]
    kept = np.argsort(-counts)[:MOST]
    kept = kept[counts[kept] > 0]
    used = np.flatnonzero(counts)
    apart = ((means[used][:, None, :] - means[kept][None]) ** 2).sum(2)
    place = np.zeros(len(counts), np.uint8)
    place[used] = apart.argmin(1)
    return _indexed(place[codes].reshape(high, wide), means[kept].round().astype(int))


def _indexed(places: np.ndarray, table: np.ndarray) -> QImage:
    """``places`` (high, wide) of each pixel's colour in the ``table`` (colours, 3)."""
    high, wide = places.shape
    content = np.ascontiguousarray(places)
    image = QImage(content.tobytes(), wide, high, wide, QImage.Format.Format_Indexed8).copy()
    image.setColorTable([qRgb(*map(int, colour)) for colour in table])
    return image


__all__ = ["with_few_colours"]
