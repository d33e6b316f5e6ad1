"""One pair of axes: what is drawn on it, in the words of the page's protocol (src/session/protocol.rs)."""

from . import cm, colors
from ._numbers import columns, flat, nested, nice_levels, numbers, shape


class Artist:
    """What a drawing function gives back: the mark, to be changed later."""

    def __init__(self, mark):
        self.mark = mark

    def set_data(self, x, y):
        self.mark["x"] = numbers(x)
        self.mark["y"] = numbers(y)

    def set_xdata(self, x):
        self.mark["x"] = numbers(x)

    def set_ydata(self, y):
        self.mark["y"] = numbers(y)

    def set_label(self, label):
        self.mark["label"] = str(label)

    def set_color(self, colour):
        self.mark["colour"] = colors.to_css(colour)

    def remove(self):
        self.mark["mark"] = "removed"


class Axes:
    def __init__(self, figure, rows, columns, index):
        self.figure = figure
        self.grid_place = (rows, columns, index)
        self.cla()

    def cla(self):
        self.marks = []
        self.title = self.x_label = self.y_label = ""
        self.has_legend = self.hidden = False
        self.x_limits = self.y_limits = None
        self.x_scale = self.y_scale = "linear"
        self.colours_used = 0

    clear = cla

    def _add(self, mark, **fields):
        fields["mark"] = mark
        self.marks.append(fields)
        return Artist(fields)

    def _next_colour(self):
        colour = colors.CYCLE[self.colours_used % len(colors.CYCLE)]
        self.colours_used += 1
        return colour

    # Lines

    def plot(self, *args, color=None, c=None, linestyle=None, ls=None, marker=None, linewidth=None, lw=None, label="",
             **options):
        """plot(y), plot(x, y), plot(x, y, 'ro--'), and several of these in one call."""
        lines = []
        args = list(args)
        while args:
            first = args.pop(0)
            second = args.pop(0) if args and not isinstance(args[0], str) else None
            styled = _Format(args.pop(0) if args and isinstance(args[0], str) else "")
            ys = columns(first if second is None else second)
            xs = [list(range(len(y))) for y in ys] if second is None else columns(first)
            dash = linestyle or ls or styled.dash
            dash = _DASHES.get(dash, dash)
            for i, y in enumerate(ys):
                x = xs[i] if len(xs) == len(ys) else xs[0]
                if len(x) != len(y):
                    raise ValueError(
                        f"x and y must have same first dimension, but have shapes ({len(x)},) and ({len(y)},)"
                    )
                lines.append(self._add(
                    "line", x=numbers(x), y=numbers(y),
                    colour=colors.to_css(color or c or styled.colour) or self._next_colour(),
                    dash="none" if styled.marker and not (linestyle or ls or styled.dash) else dash or "solid",
                    marker=marker or styled.marker or "", width=float(linewidth or lw or 1.5), label=str(label or ""),
                ))
        return lines

    def step(self, x, y, *args, where="pre", **options):
        x, y = numbers(x), numbers(y)
        xs, ys = [x[0]], [y[0]]
        for i in range(1, len(x)):
            xs += [x[i - 1], x[i]] if where == "pre" else [x[i], x[i]]
            ys += [y[i], y[i]] if where == "pre" else [y[i - 1], y[i]]
        return self.plot(xs, ys, *args, **options)

    def semilogy(self, *args, **options):
        self.y_scale = "log"
        return self.plot(*args, **options)

    def semilogx(self, *args, **options):
        self.x_scale = "log"
        return self.plot(*args, **options)

    def loglog(self, *args, **options):
        self.x_scale = self.y_scale = "log"
        return self.plot(*args, **options)

    def axhline(self, y=0, xmin=0, xmax=1, **options):
        return self._rule(y, True, **options)

    def axvline(self, x=0, ymin=0, ymax=1, **options):
        return self._rule(x, False, **options)

    def _rule(self, at, horizontal, color=None, c=None, linestyle=None, ls=None, label="", **options):
        return self._add("rule", at=float(at), horizontal=horizontal, colour=colors.to_css(color or c) or self._next_colour(),
                         dash=_DASHES.get(linestyle or ls, "solid"), label=str(label or ""))

    def fill_between(self, x, y1, y2=0, where=None, color=None, facecolor=None, alpha=None, label="", **options):
        x = numbers(x)
        low, high = ([float(y)] * len(x) if isinstance(y, (int, float)) else numbers(y) for y in (y1, y2))
        return self._add("band", x=x, low=low, high=high, colour=colors.to_css(color or facecolor) or self._next_colour(),
                         label=str(label))

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", label="", **options):
        line = self.plot(x, y, fmt, label=label)[0]
        if yerr is not None:
            ys = numbers(y)
            errors = [float(yerr)] * len(ys) if isinstance(yerr, (int, float)) else numbers(yerr)
            for at, value, error in zip(numbers(x), ys, errors):
                self.plot([at, at], [value - error, value + error], color=line.mark["colour"])
        return line

    # Dots

    def scatter(self, x, y, s=None, c=None, marker="o", cmap=None, vmin=None, vmax=None, label="", color=None,
                edgecolors=None, alpha=None, linewidths=None, **options):
        x, y = numbers(x), numbers(y)
        if len(x) != len(y):
            raise ValueError("x and y must be the same size")
        wanted = color if color is not None else c
        if wanted is None:
            colours = [self._next_colour()]
        elif isinstance(wanted, str):
            colours = [colors.to_css(wanted)]
        else:
            wanted = nested(wanted)
            if not isinstance(wanted[0], (str, list, tuple)):
                colours = cm.colours_of([float(value) for value in wanted], cmap, vmin, vmax)
            elif isinstance(wanted[0], list) and len(wanted[0]) == 1:
                colours = cm.colours_of([float(value[0]) for value in wanted], cmap, vmin, vmax)
            else:
                colours = [colors.to_css(colour) for colour in wanted]
        sizes = [36.0] if s is None else numbers(s)
        return self._add("dots", x=x, y=y, colours=colours, sizes=sizes, marker=str(marker), label=str(label or ""))

    def stem(self, *args, label="", **options):
        y = numbers(args[-1])
        x = numbers(args[0]) if len(args) > 1 else [float(i) for i in range(len(y))]
        for at, value in zip(x, y):
            self.plot([at, at], [0.0, value], color="C0")
        return self.scatter(x, y, label=label, color="C0")

    def quiver(self, *args, color=None, **options):
        """Arrows, drawn as short lines from their feet."""
        args = [numbers(arg) for arg in args[:4]]
        if len(args) == 2:
            u, v = args
            x, y = [float(i) for i in range(len(u))], [0.0] * len(u)
        else:
            x, y, u, v = args
        for i in range(len(u)):
            self.plot([x[i], x[i] + u[i]], [y[i], y[i] + v[i]], color=color or "k")

    # Bars

    def bar(self, x, height, width=0.8, bottom=None, color=None, label="", tick_label=None, **options):
        names = flat(x) if tick_label is None else tick_label
        return self._bars(names, height, color, label, False)

    def barh(self, y, width, height=0.8, color=None, label="", **options):
        return self._bars(flat(y), width, color, label, True)

    def _bars(self, names, lengths, color, label, horizontal):
        lengths = [float(lengths)] * len(names) if isinstance(lengths, (int, float)) else numbers(lengths)
        colour = colors.to_css(color) if color is None or isinstance(color, str) else colors.to_css(color[0])
        return self._add("bars", x=[_name(name) for name in names], y=lengths, colour=colour or self._next_colour(),
                         horizontal=horizontal, label=str(label or ""))

    def hist(self, x, bins=None, range=None, density=False, color=None, label="", **options):
        """Counts how many values lie in each of `bins` equal parts."""
        values = numbers(x)
        if bins is None or isinstance(bins, int):
            count = bins or 10
            low, high = range or (min(values, default=0.0), max(values, default=1.0))
            if low == high:
                low, high = low - 0.5, high + 0.5
            edges = [low + (high - low) * i / count for i in _upto(count + 1)]
        else:
            edges = numbers(bins)
        counts = [0.0] * (len(edges) - 1)
        for value in values:
            if edges[0] <= value <= edges[-1]:
                place = 0
                while place < len(counts) - 1 and value >= edges[place + 1]:
                    place += 1
                counts[place] += 1.0
        if density:
            counts = [n / (len(values) * (edges[i + 1] - edges[i])) for i, n in enumerate(counts)]
        names = [f"{(edges[i] + edges[i + 1]) / 2:.3g}" for i in _upto(len(counts))]
        bars = self._add("bars", x=names, y=counts, colour=colors.to_css(color) or self._next_colour(),
                         horizontal=False, label=str(label or ""))
        return counts, edges, bars

    # Fields and images

    def imshow(self, X, cmap=None, vmin=None, vmax=None, interpolation=None, aspect=None, origin=None, extent=None,
               **options):
        picture = nested(X)
        sizes = shape(picture)
        if len(sizes) == 3 and sizes[2] == 1:
            sizes = sizes[:2]
        if len(sizes) != 2 and not (len(sizes) == 3 and sizes[2] in (3, 4)):
            raise TypeError(f"Invalid shape {sizes} for image data")
        if origin == "lower":
            picture = picture[::-1]
        return self._add("image", rows=sizes[0], columns=sizes[1], channels=1 if len(sizes) == 2 else sizes[2],
                         values=_scaled(numbers(picture), vmin, vmax), map=cm.name_of(cmap))

    matshow = imshow

    def _field(self, args, levels, cmap, filled):
        args = list(args)
        if len(args) in (2, 4):
            levels = args.pop()
        z = nested(args[-1])
        rows, columns_ = shape(z)[:2]
        if len(args) == 3:
            x, y = nested(args[0]), nested(args[1])
            x = x[0] if isinstance(x[0], list) else x
            y = [row[0] for row in y] if isinstance(y[0], list) else y
        else:
            x, y = list(_upto(columns_)), list(_upto(rows))
        if len(x) != columns_ or len(y) != rows:
            raise TypeError(f"Length of x ({len(x)}) must match number of columns in z ({columns_})")
        values = numbers(z)
        if levels is None or isinstance(levels, int):
            levels = nice_levels(min(values), max(values), levels or 7)
        return self._add("field", x=numbers(x), y=numbers(y), values=values, levels=numbers(levels),
                         map=cm.name_of(cmap), filled=filled)

    def contourf(self, *args, levels=None, cmap=None, alpha=None, colors=None, **options):
        return self._field(args, levels, cmap, True)

    def contour(self, *args, levels=None, cmap=None, colors=None, **options):
        return self._field(args, levels, cmap, False)

    def pcolormesh(self, *args, cmap=None, **options):
        return self._field(args, [], cmap, True)

    # Words

    def text(self, x, y, s, **options):
        return self._add("text", x=float(x), y=float(y), text=str(s))

    def annotate(self, text, xy, xytext=None, **options):
        x, y = xy if xytext is None else xytext
        return self.text(x, y, text)

    def set_title(self, label, **options):
        self.title = str(label)

    def set_xlabel(self, label, **options):
        self.x_label = str(label)

    def set_ylabel(self, label, **options):
        self.y_label = str(label)

    def legend(self, *args, **options):
        if args:
            named = [mark for mark in self.marks if "label" in mark]
            for mark, label in zip(named, args[-1]):
                mark["label"] = str(label)
        self.has_legend = True

    # Limits

    def set_xlim(self, left=None, right=None, **options):
        self.x_limits = _limits(left, right)
        return self.x_limits

    def set_ylim(self, bottom=None, top=None, **options):
        self.y_limits = _limits(bottom, top)
        return self.y_limits

    def get_xlim(self):
        return self.x_limits or self._extent("x")

    def get_ylim(self):
        return self.y_limits or self._extent("y")

    def _extent(self, axis):
        values = [value for mark in self.marks for value in mark.get(axis, []) if isinstance(value, float)]
        if not values:
            return (0.0, 1.0)
        margin = (max(values) - min(values)) * 0.05
        return (min(values) - margin, max(values) + margin)

    def set_xscale(self, value, **options):
        self.x_scale = value

    def set_yscale(self, value, **options):
        self.y_scale = value

    def axis(self, *args):
        if args and args[0] == "off":
            self.hidden = True
        elif args and not isinstance(args[0], (str, bool)):
            left, right, bottom, top = nested(args[0])
            self.set_xlim(left, right)
            self.set_ylim(bottom, top)
        return (*self.get_xlim(), *self.get_ylim())

    def set_axis_off(self):
        self.hidden = True

    def set(self, **words):
        for name, value in words.items():
            setter = getattr(self, "set_" + name)
            if isinstance(value, (tuple, list)):
                setter(*value)
            else:
                setter(value)

    def set_xticks(self, *args, **options):
        pass

    def set_yticks(self, *args, **options):
        pass

    def set_xticklabels(self, *args, **options):
        pass

    def set_yticklabels(self, *args, **options):
        pass

    def tick_params(self, *args, **options):
        pass

    def grid(self, *args, **options):
        pass

    def set_aspect(self, *args, **options):
        pass

    def twinx(self):
        return self

    def as_data(self):
        rows, columns_, index = self.grid_place
        return {
            "title": self.title, "xLabel": self.x_label, "yLabel": self.y_label, "legend": self.has_legend,
            "row": (index - 1) // columns_, "column": (index - 1) % columns_, "rows": rows, "columns": columns_,
            "xLimits": self.x_limits, "yLimits": self.y_limits, "xScale": self.x_scale, "yScale": self.y_scale,
            "hidden": self.hidden, "marks": [mark for mark in self.marks if mark["mark"] != "removed"],
        }


_upto = range  # `hist` has an argument of that name

_DASHES = {"-": "solid", "--": "dashed", ":": "dotted", "-.": "dashdot", "": "none", " ": "none", "None": "none"}


class _Format:
    """A short style such as 'ro--': colour, marker, dashes."""

    def __init__(self, text):
        self.colour = self.marker = self.dash = None
        for dash in ("--", "-.", "-", ":"):
            if dash in text:
                self.dash = dash
                text = text.replace(dash, "", 1)
                break
        if len(text) > 1 and text[0] == "C" and text[1].isdigit():
            self.colour, text = text[:2], text[2:]
        for char in text:
            if colors.is_letter(char) and self.colour is None:
                self.colour = char
            else:
                self.marker = char


def _name(value):
    """A tick's text: whole numbers without a point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _limits(low, high):
    if high is None and isinstance(low, (tuple, list)):
        low, high = low
    if low is None or high is None:
        return None
    return (float(low), float(high))


def _scaled(values, low, high):
    """Values cut off at vmin and vmax, where these are given."""
    if low is not None:
        values = [max(value, float(low)) for value in values]
    if high is not None:
        values = [min(value, float(high)) for value in values]
    return values
