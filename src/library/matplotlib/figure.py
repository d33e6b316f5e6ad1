"""A figure: axes in a grid, and what is sent to the page."""

from .axes import Axes


class Figure:
    def __init__(self, number, figsize=None):
        self.number = number
        self.figsize = figsize
        self.title = ""
        self.axes = []

    def add_subplot(self, rows=1, columns=1, index=1, **options):
        if isinstance(rows, int) and rows > 99:
            rows, columns, index = rows // 100, rows // 10 % 10, rows % 10
        for axes in self.axes:
            if axes.grid_place == (rows, columns, index):
                return axes
        axes = Axes(self, rows, columns, index)
        self.axes.append(axes)
        return axes

    def subplots(self, nrows=1, ncols=1, *, squeeze=True, **options):
        grid = [[self.add_subplot(nrows, ncols, row * ncols + column + 1) for column in range(ncols)]
                for row in range(nrows)]
        if squeeze and nrows == ncols == 1:
            return grid[0][0]
        import numpy as np

        if squeeze and (nrows == 1 or ncols == 1):
            return np.array([axes for row in grid for axes in row], dtype=object)
        return np.array(grid, dtype=object)

    def gca(self):
        return self.axes[-1] if self.axes else self.add_subplot()

    def suptitle(self, title, **options):
        self.title = str(title)

    def clf(self):
        self.axes = []
        self.title = ""

    clear = clf

    def savefig(self, name, **options):
        """There are no files here: the figure is shown."""
        from . import pyplot

        pyplot._show_one(self)

    def colorbar(self, mappable=None, **options):
        return Colorbar()

    def tight_layout(self, **options):
        pass

    def subplots_adjust(self, **options):
        pass

    def set_size_inches(self, width, height):
        self.figsize = (width, height)

    def show(self):
        self.savefig(None)

    def as_data(self):
        """The figure in the words of the page's protocol."""
        axes = [axes.as_data() for axes in self.axes]
        title = self.title or next((one["title"] for one in axes if one["title"]), "")
        return {"id": self.number, "title": self.title, "alt": describe(title, axes), "axes": axes}


class Colorbar:
    """Accepted: the page draws a legend of colours by itself."""

    def set_label(self, label, **options):
        pass


def describe(title, axes):
    """The figure in words, for those who do not see it."""
    kinds = []
    for one in axes:
        for mark in one["marks"]:
            words = _WORDS[mark["mark"]]
            if words not in kinds:
                kinds.append(words)
    text = " and ".join(kinds) if kinds else "an empty figure"
    labels = [mark["label"] for one in axes for mark in one["marks"] if mark.get("label")]
    return (f"{title}: " if title else "") + text + (f" ({', '.join(labels)})" if labels else "")


_WORDS = {
    "line": "lines", "dots": "dots", "bars": "bars", "field": "a field of colours", "image": "an image",
    "text": "text", "band": "a band",
    "rule": "a straight line",
}
