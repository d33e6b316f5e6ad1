"""A picture: its mode, its size and its pixels."""

import numpy


class Image:
    """A grey picture (`L`) or one of red, green and blue (`RGB`)."""

    def __init__(self, pixels):
        self._pixels = pixels
        self.mode = "L" if pixels.ndim == 2 else "RGB"

    @property
    def size(self):
        """Width and height."""
        return self._pixels.shape[1], self._pixels.shape[0]

    width = property(lambda self: self.size[0])
    height = property(lambda self: self.size[1])

    def __array__(self, dtype=None):
        return self._pixels if dtype is None else self._pixels.astype(dtype)

    def copy(self):
        return Image(self._pixels.copy())

    def getpixel(self, xy):
        value = self._pixels[xy[1], xy[0]]
        return int(value) if self.mode == "L" else tuple(int(part) for part in value)

    def __repr__(self):
        return f"<PIL.Image.Image image mode={self.mode} size={self.width}x{self.height} at 0x{id(self):X}>"


def fromarray(obj, mode=None):
    """A picture of an array of bytes (height, width) or (height, width, 3)."""
    if str(obj.dtype) != "uint8" or obj.ndim not in (2, 3) or obj.ndim == 3 and obj.shape[2] != 3:
        raise TypeError(f"Cannot handle this data type: {obj.shape}, {obj.dtype}")
    return Image(obj)
