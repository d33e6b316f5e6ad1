"""Colour maps: a few colours each, mixed in between."""

_STOPS = {
    "viridis": "440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725",
    "plasma": "0d0887 46039f 7201a8 9c179e bd3786 d8576b ed7953 fb9f3a fdca26 f0f921",
    "inferno": "000004 1b0c41 4a0c6b 781c6d a52c60 cf4446 ed6925 fb9b06 f7d13d fcffa4",
    "magma": "000004 180f3d 440f76 721f81 9e2f7f cd4071 f1605d fd9668 feca8d fcfdbf",
    "cividis": "00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838",
    "gray": "000000 ffffff",
    "bwr": "0000ff ffffff ff0000",
    "coolwarm": "3b4cc0 6788ee 9abbff c9d7f0 edd1c2 f7a889 e26952 b40426",
    "RdBu": "67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061",
    "RdYlBu": "a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695",
    "RdYlGn": "a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837",
    "Spectral": "9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2",
    "Blues": "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b",
    "Reds": "fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d",
    "Greens": "f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b",
    "Oranges": "fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704",
    "Greys": "ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000",
    "hot": "0b0000 ff0000 ffff00 ffffff",
    "jet": "000080 0000ff 00ffff ffff00 ff0000 800000",
    "rainbow": "8000ff 00b5eb 80ffb4 ffb360 ff0000",
    "cool": "00ffff ff00ff",
    "spring": "ff00ff ffff00",
    "summer": "008066 ffff66",
    "autumn": "ff0000 ffff00",
    "winter": "0000ff 00ff80",
    "Paired": "a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928",
    "tab10": "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf",
    "Set1": "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999",
}
_STOPS["binary"] = _STOPS["Greys"]
_STOPS["grey"] = _STOPS["gray"]


class Colormap:
    """A named map from 0 .. 1 to colours."""

    def __init__(self, name):
        self.name = name
        plain = name.removesuffix("_r")
        if plain not in _STOPS:
            raise ValueError(
                f"{name!r} is not a valid value for cmap; supported values are "
                + ", ".join(repr(known) for known in sorted(_STOPS))
            )
        stops = _STOPS[plain].split()
        self.stops = stops[::-1] if name.endswith("_r") else stops

    def __call__(self, value):
        """Red, green, blue and opacity, each 0 .. 1."""
        colour = mix(self.stops, value)
        return tuple(int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)) + (1.0,)


def get_cmap(name=None):
    if name is None:
        return Colormap("viridis")
    return name if not isinstance(name, str) else Colormap(name)


def name_of(cmap):
    """The name that the page knows a map by."""
    return "viridis" if cmap is None else get_cmap(cmap).name


def mix(stops, value):
    """The colour at `value` of 0 .. 1 between the stops."""
    stops = [stop.lstrip("#") for stop in stops]
    place = max(0.0, min(1.0, value)) * (len(stops) - 1)
    below = min(int(place), len(stops) - 2) if len(stops) > 1 else 0
    above = min(below + 1, len(stops) - 1)
    part = place - below
    channels = [
        round(int(stops[below][i:i + 2], 16) * (1 - part) + int(stops[above][i:i + 2], 16) * part) for i in (0, 2, 4)
    ]
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def colours_of(values, cmap, vmin=None, vmax=None):
    """A colour for each value."""
    low = min(values, default=0.0) if vmin is None else vmin
    high = max(values, default=1.0) if vmax is None else vmax
    cmap = get_cmap(cmap)
    stops = cmap.stops if isinstance(cmap, Colormap) else cmap.colors
    return [mix(stops, (value - low) / ((high - low) or 1)) for value in values]


def __getattr__(name):
    """`cm.viridis`"""
    if name.removesuffix("_r") in _STOPS:
        return Colormap(name)
    raise AttributeError(f"module 'matplotlib.cm' has no attribute {name!r}")
