"""Records what real PyTorch's indexing gives: `reference-torch tests/tools/record_index.py`.

Writes tests/data/index.json. The tensor is arange over the shape, in float64 with a gradient where `grad` says so. A row:
  get: ["get", shape, items, result or error]       result: [shape, strides or null for copies, values, grad_fn, gradient]
  set: ["set", shape, items, value, result or error] result: [values of the tensor, grad_fn, its gradient, value's gradient]
Items: ints, null for None, "...", true, false, {"slice": [start, stop, step]}, {"index": nested list}, {"mask": nested list},
{"float": nested list}. A value is a number or {"shape": [...]}: -1, -2, -3 ... in that shape.
"""

import itertools
import json
import math
import pathlib
import random

import torch

random.seed(3)
rows = []


def item(x):
    if x == "...":
        return ...
    if isinstance(x, dict):
        [(kind, body)] = x.items()
        if kind == "slice":
            return slice(*body)
        dtype = {"index": torch.int64, "mask": torch.bool, "float": torch.float32, "int32": torch.int32}[kind]
        return torch.tensor(body, dtype=dtype)
    return x


def base(shape):
    return torch.arange(math.prod(shape), dtype=torch.float64).reshape(shape).requires_grad_()


def weights(t):
    return (torch.arange(t.numel(), dtype=torch.float64) + 1).reshape(t.shape)


def get(shape, *items):
    x = base(shape)
    try:
        y = x[item(items[0]) if len(items) == 1 else tuple(item(i) for i in items)]
    except (IndexError, ValueError, RuntimeError, TypeError) as e:
        rows.append(["get", shape, items, {"error": f"{type(e).__name__}: {e}"}])
        return
    (y * weights(y)).sum().backward()
    view = y.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()
    strides = list(y.stride()) if view and y.numel() else None
    rows.append(["get", shape, items, [list(y.shape), strides, y.flatten().tolist(), type(y.grad_fn).__name__, x.grad.flatten().tolist()]])


def put(shape, items, value):
    x = base(shape)
    t = x * 1
    v = value
    if isinstance(value, dict):
        v = -(torch.arange(math.prod(value["shape"]), dtype=torch.float64) + 1).reshape(value["shape"])
        v.requires_grad_()
    try:
        t[item(items[0]) if len(items) == 1 else tuple(item(i) for i in items)] = v
    except (IndexError, ValueError, RuntimeError, TypeError) as e:
        rows.append(["set", shape, items, value, {"error": f"{type(e).__name__}: {e}"}])
        return
    (t * weights(t)).sum().backward()
    grad = None
    if isinstance(v, torch.Tensor):
        grad = (torch.zeros_like(v) if v.grad is None else v.grad).flatten().tolist()
    rows.append(["set", shape, items, value, [t.flatten().tolist(), type(t.grad_fn).__name__, x.grad.flatten().tolist(), grad]])


def s(*bounds):
    start, stop, step = (*bounds, None, None)[:3] if len(bounds) != 1 else (None, bounds[0], None)
    return {"slice": [start, stop, step]}


ALL = {"slice": [None, None, None]}
I = lambda body: {"index": body}
M = lambda body: {"mask": body}
MASK = M([[True, False, True, False], [False, False, True, True], [True, True, False, False]])

# One item.
for shape in ([5], [3, 4], [2, 3, 4]):
    for one in (0, 1, -1, 4, -6, 7, None, "...", True, False, ALL, s(2), s(1, None), s(-2, None), s(None, -1), s(1, 3), s(0, 9),
                s(3, 1), s(-100, 100), s(None, None, 2), s(1, None, 3), s(0, 4, 0), s(0, 4, -1), I([0, 1]), I([1, 1, 0, 1]), I([-1]),
                I([[0, 1], [1, 0]]), I([]), I(1), I(-1), I([9]), I([0, -7]), {"float": [1.0]}, {"float": 1.0}, {"int32": [0, 1]},
                M([True] * shape[0]), M([i % 2 == 0 for i in range(shape[0])]), M([True, False]), M(True), M(False)):
        get(shape, one)
for one in (0, None, "...", ALL, True, False, I([0]), M(True), s(1)):
    get([], one)

# Several items.
TWO = (0, -1, None, "...", True, ALL, s(1, None), s(None, None, 2), I([0, 1, 1]), I([[1], [0]]), I(1), M([True, False, True]))
for a, b in itertools.product(TWO, TWO):
    if a == b == "...":
        continue
    get([3, 4], a, b)
    get([3, 3, 2], a, b)
THREE = (1, None, "...", ALL, s(0, 2), I([0, 1]), I([[0], [2]]), M([True, True, False]))
for items in itertools.product(THREE, repeat=3):
    if items.count("...") <= 1 and random.random() < 0.4:
        get([3, 3, 3], *items)
get([3, 4], MASK)
get([3, 4, 2], MASK)
get([3, 4, 2], MASK, 1)
get([3, 4, 2], MASK, s(1))
get([2, 3, 4], ALL, MASK)
get([2, 3, 4], 1, MASK)
get([2, 3, 4], "...", MASK)
get([2, 3, 4], I([0, 1]), MASK)
get([4, 3], MASK)
get([3, 4], 0, 0, 0)
get([3, 4], I([0]), I([0]), I([0]))
get([3, 4], I([0, 1]), I([0, 1, 2]))
get([3, 4], ALL, I([0, 4]))
get([2, 3, 4, 5], I([0, 1]), ALL, I([1, 2]))
get([2, 3, 4, 5], ALL, I([0, 1]), ALL, I([1, 2]))
get([2, 3, 4, 5], ALL, I([0, 1]), I([1, 2]))
get([2, 3, 4, 5], 0, ALL, I([1, 2]))
get([2, 3, 4, 5], I([0, 1]), 0, I([1, 2]))
get([2, 3, 4, 5], None, I([0, 1]), "...", I([1, 2]))
get([0, 3], ALL, 1)
get([0, 3], I([]))
get([0, 3], 0)

# Writing.
for shape in ([5], [3, 4]):
    tail = shape[1:]
    for one, count in ((0, None), (-1, None), ("...", shape[0]), (ALL, shape[0]), (s(1, 3), 2), (s(None, None, 2), (shape[0] + 1) // 2),
                       (I([0, 2]), 2), (I([[0], [1]]), (2, 1)), (I(1), None), (None, (1, shape[0])),
                       (M([i % 2 == 0 for i in range(shape[0])]), (shape[0] + 1) // 2), (True, (1, shape[0])), (False, (0, shape[0]))):
        lead = [] if count is None else [count] if isinstance(count, int) else list(count)
        put(shape, [one], 7)
        put(shape, [one], 2.5)
        put(shape, [one], True)
        put(shape, [one], {"shape": []})
        put(shape, [one], {"shape": [1]})
        put(shape, [one], {"shape": lead + tail})
        put(shape, [one], {"shape": [1, 1] + lead + tail})
        put(shape, [one], {"shape": [3]})
        put(shape, [one], {"shape": [2, 2]})
put([3, 4], [MASK], 0)
put([3, 4], [MASK], {"shape": [6]})
put([3, 4], [MASK], {"shape": [5]})
put([3, 4], [1, s(1, 3)], {"shape": [2]})
put([3, 4], [ALL, 1], {"shape": [3]})
put([3, 4], [ALL, I([0, 2])], {"shape": [3, 2]})
put([3, 4], [ALL, I([0, 2])], {"shape": [2]})
put([3, 4], [I([0, 2]), I([1, 1])], {"shape": [2]})
put([3, 4], [1, I([0, 2])], {"shape": [2]})
put([3, 4], ["...", 0], {"shape": [3]})
put([3, 4], ["...", I([0, 3])], 5)
put([3, 4], [9], 5)
put([3, 4], [0, 0, 0], 5)
put([3, 4], [s(0, 3, -1)], 5)
put([2, 3, 4], [0, ALL, I([1, 2])], {"shape": [3, 2]})
put([2, 3, 4], [ALL, M([True, False, True])], {"shape": [2, 2, 4]})
put([2, 3, 4], [ALL, M([True, False, True]), 0], {"shape": [2, 2]})
put([2, 3, 4], [I([0, 1]), ALL, I([0, 0])], {"shape": [2, 3]})
put([2, 3, 4], [None, 1, "...", s(2)], {"shape": [1, 3, 2]})
put([], ["..."], 3)
put([], [M(True)], 3)

path = pathlib.Path(__file__).parents[1] / "data" / "index.json"
path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")
print(len(rows), "cases")
