"""Records the public names of PyTorch, numpy, matplotlib and scikit-learn into `src/library/names`.

    reference-torch tests/tools/record_names.py

One file a package. `[torch.nn]` begins the names of a module or class. They say what a program may ask for that Kindling
does not have: the difference between a name that is missing here and one that exists nowhere.
"""

import importlib
import textwrap
import types
from pathlib import Path

PLACES = {
    "torch": """torch torch.Tensor torch.nn torch.nn.functional torch.nn.init torch.nn.utils torch.nn.utils.rnn
        torch.nn.utils.parametrizations torch.nn.utils.parametrize torch.nn.utils.prune torch.nn.utils.stateless
        torch.nn.attention torch.nn.Module torch.optim torch.optim.lr_scheduler torch.optim.swa_utils torch.optim.Optimizer
        torch.utils torch.utils.data torch.utils.checkpoint torch.autograd torch.autograd.functional
        torch.autograd.forward_ad torch.autograd.graph torch.linalg torch.special torch.fft torch.func torch.random
        torch.distributions torch.amp torch.cuda torch.backends torch.jit torch.sparse torch.signal.windows torch.testing
        torch.Generator torch.Size torch.dtype torch.device""",
    "numpy": """numpy numpy.ndarray numpy.random numpy.random.Generator numpy.random.RandomState numpy.linalg numpy.fft
        numpy.testing numpy.ma numpy.polynomial numpy.char numpy.dtype""",
    "matplotlib": """matplotlib matplotlib.pyplot matplotlib.axes.Axes matplotlib.figure.Figure matplotlib.cm
        matplotlib.colors matplotlib.animation matplotlib.ticker matplotlib.patches""",
    "sklearn": """sklearn sklearn.datasets sklearn.model_selection sklearn.preprocessing sklearn.metrics sklearn.decomposition
        sklearn.linear_model sklearn.cluster sklearn.neighbors sklearn.ensemble sklearn.svm sklearn.tree sklearn.manifold
        sklearn.pipeline sklearn.neural_network sklearn.naive_bayes sklearn.feature_extraction sklearn.utils""",
}
HEAD = "# Public names of {} {}, recorded by tests/tools/record_names.py."


def find(path):
    """The module or class at a dotted path."""
    try:
        return importlib.import_module(path)
    except ImportError:
        parent, _, name = path.rpartition(".")
        return getattr(find(parent), name)


def public(path):
    """Names without underscore that are the place's own: not what its source happens to import."""
    place = find(path)
    package = path.partition(".")[0]
    listed = getattr(place, "__all__", None)
    for name in sorted(set(dir(place)) | set(listed or [])):
        if name.startswith("_") or name in ("TYPE_CHECKING", package, "common_args", "annotations"):
            continue
        try:
            value = getattr(place, name)
        except Exception:  # names that ask for something this machine lacks
            yield name
            continue
        if path == "torch.nn.functional" and name[0].isupper():  # types of its annotations
            continue
        if isinstance(value, types.ModuleType):
            own = value.__name__.startswith(path + ".") or (path == package and value.__name__.startswith(package))
        elif listed is not None and path != "torch":
            own = name in listed
        else:
            home = getattr(value, "__module__", None)
            own = not isinstance(home, str) or home.partition(".")[0] in (package, "builtins", "numpy")
            if package == "torch" and path != package and isinstance(value, type):
                own = own and home.startswith((path, "torch._C"))
        if own:
            yield name


folder = Path(__file__).parents[2] / "src/library/names"
for package, places in PLACES.items():
    lines = [HEAD.format(package, find(package).__version__.partition("+")[0])]
    for path in places.split():
        lines.append(f"[{path}]")
        lines += textwrap.wrap(" ".join(public(path)), 118, break_on_hyphens=False)
    (folder / f"{package}.txt").write_text("\n".join(lines) + "\n")
