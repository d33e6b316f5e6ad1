"""Records the public names of CPython's standard library into `src/library/names/stdlib.txt`.

    python3.11 tests/tools/record_stdlib_names.py

`[collections]` begins the names of a module or class: see `record_names.py`, which does the same for packages. `[import]`
lists what there is to import.
"""

import importlib
import platform
import sys
import textwrap
import types
from pathlib import Path

PLACES = """abc argparse ast base64 bisect builtins calendar cmath collections collections.abc collections.Counter
    collections.OrderedDict collections.deque contextlib copy csv dataclasses datetime datetime.date datetime.datetime
    datetime.time datetime.timedelta decimal decimal.Decimal enum fnmatch fractions fractions.Fraction functools gc glob
    gzip hashlib heapq inspect io itertools json keyword logging logging.Logger math numbers operator os os.path pathlib
    pathlib.Path pickle platform pprint queue random random.Random re secrets shutil statistics string struct sys tempfile
    textwrap time timeit traceback types typing unittest uuid warnings zipfile zlib""".split()

# What learners' programs import beside these, by the names of PyPI's packages.
PACKAGES = """IPython PIL accelerate albumentations altair bokeh bs4 cv2 cupy d2l dask datasets diffusers einops fastai fastcore
    flask flax gensim graphviz gymnasium gym h5py haiku imageio ipywidgets jax jaxtyping joblib keras labml librosa lightgbm
    lightning mlflow mxnet nbdev networkx nltk numba onnx onnxruntime openai optax optuna pandas peft plotly polars psutil
    pyarrow pydantic pyro pytest pytorch_lightning ray requests rich scipy seaborn sentencepiece skimage spacy statsmodels
    sympy tensorboard tensorboardX tensorflow tiktoken timm tokenizers torch_geometric torchaudio torchdata torchinfo
    torchmetrics torchsummary torchtext torchviz tqdm transformers triton wandb xgboost yaml""".split()


def find(path):
    try:
        return importlib.import_module(path)
    except ImportError:
        parent, _, name = path.rpartition(".")
        return getattr(find(parent), name)


def public(path):
    place = find(path)
    listed = getattr(place, "__all__", None)
    for name in sorted(set(dir(place)) | set(listed or [])):
        if name.startswith("_"):
            continue
        value = getattr(place, name)
        if listed is not None and name in listed:
            yield name
        elif isinstance(value, types.ModuleType):
            if value.__name__.startswith(path + ".") or (path, name) == ("os", "path"):
                yield name
        elif listed is None or not isinstance(place, types.ModuleType):
            yield name
        elif getattr(value, "__module__", path) == path:
            yield name


lines = [f"# Public names of CPython {platform.python_version()}, recorded by tests/tools/record_stdlib_names.py."]
for path in PLACES:
    lines.append(f"[{path}]")
    lines += textwrap.wrap(" ".join(public(path)), 118, break_on_hyphens=False)
lines.append("[import]")
modules = {name for name in sys.stdlib_module_names if not name.startswith("_")}
lines += textwrap.wrap(" ".join(sorted(modules | set(PACKAGES))), 118, break_on_hyphens=False)
out = Path(__file__).parents[2] / "src/library/names/stdlib.txt"
out.write_text("\n".join(lines) + "\n")
