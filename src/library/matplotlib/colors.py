"""Colours by name, by number and by value."""

from ._numbers import nested
from . import cm

CYCLE = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf"]

_LETTERS = {
    "b": "#0000ff", "g": "#008000", "r": "#ff0000", "c": "#00bfbf", "m": "#bf00bf", "y": "#bfbf00", "k": "#000000",
    "w": "#ffffff",
}

_TABLEAU = ["blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan"]


def is_letter(char):
    return char in _LETTERS


def to_css(colour):
    """A colour as the page wants it: '#1f77b4' or a CSS name."""
    if colour is None:
        return ""
    if isinstance(colour, str):
        if colour in _LETTERS:
            return _LETTERS[colour]
        if len(colour) >= 2 and colour[0] == "C" and colour[1:].isdigit():
            return CYCLE[int(colour[1:]) % 10]
        if colour.startswith("tab:"):
            return CYCLE[_TABLEAU.index(colour[4:].replace("grey", "gray"))]
        if colour.replace(".", "", 1).isdigit():
            return _hex([float(colour)] * 3)
        if colour in ("none", "None"):
            return "none"
        return colour
    return _hex(nested(colour)[:3])


def _hex(channels):
    return "#" + "".join(f"{max(0, min(255, round(255 * channel))):02x}" for channel in channels)


to_hex = to_css


class Normalize:
    """Takes values between vmin and vmax to 0 .. 1."""

    def __init__(self, vmin=None, vmax=None, clip=False):
        self.vmin = vmin
        self.vmax = vmax

    def __call__(self, value):
        return (value - self.vmin) / ((self.vmax - self.vmin) or 1)


class ListedColormap:
    """A map of a few colours of one's own."""

    def __init__(self, colors, name="from_list", N=None):
        self.colors = [to_css(colour) for colour in colors]
        self.name = " ".join(self.colors)

    def __call__(self, value):
        return cm.mix(self.colors, value)


class LinearSegmentedColormap(ListedColormap):
    @staticmethod
    def from_list(name, colors, N=256):
        return LinearSegmentedColormap(colors)
