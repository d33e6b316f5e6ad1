"""Records what real PyTorch prints: `reference-torch tests/tools/record_print.py`.

Writes tests/data/print.json. A row: dtype, shape, elements as text (or "arange*STEP+START"), strides or None, print options,
requires_grad, text.
"""

import itertools
import json
import math
import pathlib
import random

import torch

random.seed(7)
rows = []
DTYPES = {name: getattr(torch, name) for name in ("float32", "float64", "int64", "int32", "uint8", "bool")}
DEFAULT = dict(precision=4, threshold=1000, edgeitems=3, linewidth=80, sci_mode=None)


def add(values, dtype="float32", shape=None, strides=None, requires_grad=False, **options):
    """One case. `values` is a flat list or an arange text."""
    if isinstance(values, str):
        step, start = map(float, values.removeprefix("arange*").split("+"))
        count = math.prod(shape)
        flat = torch.tensor([i * step + start for i in range(count)], dtype=torch.float64).to(DTYPES[dtype])
    else:
        flat = torch.tensor(values, dtype=DTYPES[dtype])
    shape = [len(flat)] if shape is None else list(shape)
    tensor = flat.reshape(shape) if strides is None else flat.as_strided(shape, strides)
    if requires_grad:
        tensor = tensor.clone().requires_grad_()
    torch.set_printoptions(**{**DEFAULT, **options})
    text = repr(tensor)
    torch.set_printoptions(**DEFAULT)
    elements = values if isinstance(values, str) else [str(x) for x in flat.tolist()]
    rows.append([dtype, shape, elements, strides, options, requires_grad, text])


nan, inf = math.nan, math.inf
FLOATS = [
    [0.0], [-0.0], [1.0], [1.5], [-1.5], [1e-5], [1e-4], [9.9e-5], [1e8], [1.1e8], [123456.0], [123456.789], [0.1, 1000.0],
    [0.1, 100.0], [0.1, 100.1], [1.0, 1001.0], [1.0, 1000.0], [1e-10, 1.0], [nan], [inf], [-inf], [nan, 1.0], [inf, 1.5],
    [-inf, 1.0, 2.0], [nan, inf, -inf], [nan, 0.0], [inf, 0.0, -0.0], [1e-45], [3.4e38], [1e20, -1e20], [0.5, 0.25, 0.125],
    [2.5, 3.5], [0.00005, 0.5], [0.99995, 1.0], [0.99999, 0.5], [9999.9999], [-9999.99999], [1.0, 2.0, 3.0], [-1.0, 2.0],
    [10.0, -200.0, 3000.0], [1e6, 1.0], [1e5, 1.5], [12345678.0], [100000000.0], [100000001.0], [16777216.5], [1 / 3, 2 / 3],
    [nan, 1e-5, 1.0], [inf, 1e9], [0.0, 1e-6], [0.0, 0.0, 0.0], [1e-7, 1e-7], [5e-5, 4e-5], [0.0001, 0.1],
]
for values in FLOATS:
    for dtype in ("float32", "float64"):
        add(values, dtype)
    add(values, requires_grad=True)
    add(values, precision=2)
    add(values, sci_mode=True)
    add(values, sci_mode=False)
    if len(values) == 1:
        add(values, shape=[])
        add(values, "float64", shape=[])
for values in FLOATS[::4]:
    add(values, precision=8)
    add(values, precision=0)
    add(values, precision=1, sci_mode=True)

for dtype, values in {
    "int64": [[0], [1, -1], [10, 200, -3000], [2**40, 1], [-(2**63)], [5] * 30, list(range(40))],
    "int32": [[0], [1, -1], [2**31 - 1]],
    "uint8": [[0, 255], list(range(50))],
    "bool": [[True], [False], [True, False, True], [False] * 20],
}.items():
    for case in values:
        add(case, dtype)
        if len(case) == 1:
            add(case, dtype, shape=[])
        if len(case) == 40:
            add(case, dtype, shape=[4, 10])
            add(case, dtype, shape=[2, 4, 5])

for dtype, shape in itertools.product(DTYPES, ([0], [0, 3], [2, 0], [2, 0, 3])):
    add([], dtype, shape=shape)

# Ranks and line breaks.
for shape in ([20], [30], [2, 3], [3, 2], [1, 1], [3, 20], [2, 3, 4], [1, 1, 1], [2, 2, 2, 2], [1, 2, 1, 3, 1], [2, 1, 25], [1, 40]):
    for scale, dtype in ((1, "float32"), (1e-6, "float32"), (1000, "float64"), (50, "int64")):
        count = math.prod(shape)
        values = [round(random.gauss(0, 1) * scale, 9) for _ in range(count)]
        add([int(v) for v in values] if dtype == "int64" else values, dtype, shape=shape)
for shape, strides in (([3, 2], [1, 3]), ([2, 2], [1, 1]), ([3, 3], [0, 1]), ([2, 2, 2], [1, 0, 2])):
    add([1.5, -2.0, 3.25, 4.0, 5.5, 6.75], shape=shape, strides=strides)

# Summaries.
for shape in ([1000], [1001], [2000], [40, 40], [4, 300], [300, 4], [7, 7, 30], [10, 10, 11], [3, 400, 2], [6, 6, 6, 6], [2, 2, 2, 200], [1, 5000]):
    add("arange*1+0", shape=shape)
    add("arange*0.01+-3", shape=shape)
    add("arange*1+0", "int64", shape=shape)
    add("arange*1+0", "float64", shape=shape, edgeitems=1)
    add("arange*0.37+0.5", shape=shape, edgeitems=5, linewidth=120)
    add("arange*1+1", shape=shape, edgeitems=0)
for shape in ([12], [3, 4], [2, 3, 2]):
    add("arange*1+0", shape=shape, threshold=5)
    add("arange*0.1+0", shape=shape, threshold=5, edgeitems=2)
    add("arange*0.1+0", shape=shape, threshold=5, edgeitems=1, precision=2)
    add("arange*1+0", "int64", shape=shape, threshold=11)
    add("arange*1.25+0", shape=shape, linewidth=20)
    add("arange*1.25+0", shape=shape, linewidth=5)
    add("arange*1.25+0", shape=shape, linewidth=40, requires_grad=True)
for n in range(1, 14):
    add(f"arange*1.5+-{n}", shape=[n], requires_grad=True)
    add(f"arange*1.5+-{n}", "float64", shape=[n], requires_grad=True)
    add(f"arange*1.5+-{n}", "float64", shape=[2, n], requires_grad=True)

path = pathlib.Path(__file__).parents[1] / "data" / "print.json"
path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")
print(len(rows), "cases")
