"""The functions of `matplotlib.pyplot`: they work on the current figure and its current axes."""

import _figures
from . import cm, colors, style, rcParams
from .figure import Figure, Colorbar
from .cm import get_cmap

_figures_open = []
_current_axes = None


def figure(num=None, figsize=None, dpi=None, **options):
    global _current_axes
    for open in _figures_open:
        if num is not None and open.number == num:
            _figures_open.remove(open)
            _figures_open.append(open)
            _current_axes = open.axes[-1] if open.axes else None
            return open
    taken = [open.number for open in _figures_open]
    number = num if isinstance(num, int) else max(taken, default=0) + 1
    new = Figure(number, figsize)
    _figures_open.append(new)
    _current_axes = None
    return new


def gcf():
    return _figures_open[-1] if _figures_open else figure()


def gca():
    global _current_axes
    current = gcf()
    if _current_axes is None or _current_axes not in current.axes:
        _current_axes = current.gca()
    return _current_axes


def sca(ax):
    global _current_axes
    _current_axes = ax


axes = gca


def subplot(*args, **options):
    global _current_axes
    _current_axes = gcf().add_subplot(*args)
    return _current_axes


def subplots(nrows=1, ncols=1, *, figsize=None, squeeze=True, **options):
    global _current_axes
    new = figure(figsize=figsize)
    grid = new.subplots(nrows, ncols, squeeze=squeeze)
    _current_axes = new.axes[-1]
    return new, grid


def show(*, block=None):
    """Sends the open figures to the page and closes them."""
    for open in list(_figures_open):
        _show_one(open)
    close("all")


def _show_one(open):
    _figures.show(open.as_data())


def savefig(name, **options):
    gcf().savefig(name)


def draw():
    _show_one(gcf())


def pause(interval):
    """Shows the current figure as it is by now."""
    if _figures_open:
        _show_one(gcf())


def close(fig=None):
    global _current_axes
    if fig == "all":
        _figures_open.clear()
    elif _figures_open:
        number = fig.number if isinstance(fig, Figure) else fig
        which = [open for open in _figures_open if open.number == number] if fig is not None else [_figures_open[-1]]
        for open in which:
            _figures_open.remove(open)
    _current_axes = None


def clf():
    gcf().clf()


def cla():
    gca().cla()


def ion():
    pass


def ioff():
    pass


def suptitle(title, **options):
    gcf().suptitle(title)


def tight_layout(**options):
    pass


def subplots_adjust(**options):
    pass


def colorbar(mappable=None, **options):
    return Colorbar()


# Drawing on the current axes.


def plot(*args, **options):
    return gca().plot(*args, **options)


def scatter(x, y, s=None, c=None, **options):
    return gca().scatter(x, y, s, c, **options)


def bar(x, height, width=0.8, **options):
    return gca().bar(x, height, width, **options)


def barh(y, width, **options):
    return gca().barh(y, width, **options)


def hist(x, bins=None, **options):
    return gca().hist(x, bins, **options)


def imshow(X, cmap=None, **options):
    return gca().imshow(X, cmap, **options)


matshow = imshow


def contourf(*args, **options):
    return gca().contourf(*args, **options)


def contour(*args, **options):
    return gca().contour(*args, **options)


def pcolormesh(*args, **options):
    return gca().pcolormesh(*args, **options)


def fill_between(x, y1, y2=0, **options):
    return gca().fill_between(x, y1, y2, **options)


def errorbar(x, y, yerr=None, **options):
    return gca().errorbar(x, y, yerr, **options)


def stem(*args, **options):
    return gca().stem(*args, **options)


def step(x, y, *args, **options):
    return gca().step(x, y, *args, **options)


def semilogy(*args, **options):
    return gca().semilogy(*args, **options)


def semilogx(*args, **options):
    return gca().semilogx(*args, **options)


def loglog(*args, **options):
    return gca().loglog(*args, **options)


def axhline(y=0, **options):
    return gca().axhline(y, **options)


def axvline(x=0, **options):
    return gca().axvline(x, **options)


def text(x, y, s, **options):
    return gca().text(x, y, s)


def annotate(text, xy, xytext=None, **options):
    return gca().annotate(text, xy, xytext)


def quiver(*args, **options):
    return gca().quiver(*args, **options)


# Words and limits of the current axes.


def title(label, **options):
    gca().set_title(label)


def xlabel(label, **options):
    gca().set_xlabel(label)


def ylabel(label, **options):
    gca().set_ylabel(label)


def legend(*args, **options):
    gca().legend(*args)


def xlim(*args, **options):
    return gca().set_xlim(*args, **options) if args or options else gca().get_xlim()


def ylim(*args, **options):
    return gca().set_ylim(*args, **options) if args or options else gca().get_ylim()


def xscale(value, **options):
    gca().set_xscale(value)


def yscale(value, **options):
    gca().set_yscale(value)


def xticks(*args, **options):
    gca().set_xticks(*args, **options)


def yticks(*args, **options):
    gca().set_yticks(*args, **options)


def grid(*args, **options):
    pass


def axis(*args, **options):
    return gca().axis(*args)
