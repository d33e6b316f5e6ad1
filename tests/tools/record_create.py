"""Records what real PyTorch's creation functions give: `ATEN_CPU_CAPABILITY=avx2 reference-torch tests/tools/record_create.py`.

Writes tests/data/create.json. A row: function, arguments as Python text, dtype, shape, values (int64 exact, floats as printed), or
the error. Random functions start from seed 0.
"""

import json
import pathlib

import torch

names = {name: getattr(torch, name) for name in ("float32", "float64", "int64", "int32", "uint8", "bool")} | {"inf": float("inf")}
CALLS = """
arange: 5 | 5.0 | 0 | 1, 5 | 1, 5, 2 | 1, 5, 0.5 | 0, 1, 0.1 | 0, 1, 0.01 | -3, 3, 0.37 | 0, 100, 0.3 | 5, 0, -1 | 1, 0, -0.1
arange: 0, 10, 0.7, dtype=float64 | 3, dtype=float32 | 2.5, 7.2, dtype=int64 | 0, 1, 0.1, dtype=int64 | 0, 5, 0.5, dtype=int32
arange: 300, dtype=uint8 | end=4 | 1, end=4 | 2, 9, step=3 | 1e-3, 1e-2, 1e-3 | 0, 1000000, 99999.9 | 9007199254740992, 9007199254740995
arange: 0, 100, 0.3, dtype=float64 | 0.1, 7, 0.07, dtype=float64 | -1, 1, 0.03 | 1.1, 9.7, 0.13 | 0, -5, -0.07
linspace: 0, 1, 5 | 0, 1, 1 | 0, 1, 0 | -10, 10, 7 | 0, 1, 11 | 0, 1, 100 | -3, 3, 50 | 0, 6.28, 33 | 1, 0, 6 | 0.1, 0.7, 64
linspace: 0, 1, 7, dtype=float64 | -5, 5, 101, dtype=float64 | 0, 10, 4, dtype=int64 | -7, 8, 12, dtype=int32 | 0.9, 5.9, 3, dtype=int64
logspace: 0, 2, 5 | -2, 2, 9 | 0, 8, 5, base=2.0 | 0, 1, 1 | -3, 0, 4, dtype=float64
eye: 1 | 3 | 2, 4 | 4, 2, dtype=int64 | 0 | 2, dtype=bool
zeros: (2, 3) | (2,), dtype=int64 | () | (0, 2) | (3,), dtype=bool
ones: (2, 3) | (2,), dtype=uint8 | ()
full: (2,), 3 | (2,), 3.7 | (2,), True | (), 1 | (2, 2), -1.5, dtype=float64 | (2,), 2.7, dtype=int64 | (3,), 2, dtype=bool
full: (2,), 300, dtype=uint8 | (2,), -1, dtype=uint8 | (2,), 3000000000, dtype=int32 | (1,), 9007199254740993 | (2,), inf | (2,), inf, dtype=int64
rand: (3,) | (20,) | (2, 3) | (3,), dtype=float64 | () | (0,) | (2,), dtype=int64
randn: (3,) | (16,) | (17,) | (4, 5) | (7,), dtype=float64 | (20,), dtype=float64 | () | (2,), dtype=int64
randint: 10, (5,) | 3, 9, (6,) | -5, 5, (3, 4) | 0, 1000000000, (4,) | 0, 2**40, (4,) | high=7, size=(3,) | low=2, high=7, size=(3,)
randint: 10, (5,), dtype=float32 | 2, (8,), dtype=bool | 10, (3,), dtype=uint8 | 300, (2,), dtype=uint8 | 5, 5, (2,) | 0, (2,)
randperm: 10 | 1 | 0 | 50 | 7, dtype=int32 | 4, dtype=float64 | -1
normal: 0.0, 1.0, (5,) | 2.0, 3.0, (20,) | 1.0, 0.5, (2, 2) | 0.0, -1.0, (2,)
"""

rows = []
for line in CALLS.strip().splitlines():
    function, texts = line.split(": ", 1)
    for text in texts.split(" | "):
        torch.manual_seed(0)
        try:
            y = eval(f"torch.{function}({text})", names | {"torch": torch})
        except (RuntimeError, TypeError, NotImplementedError) as e:
            rows.append([function, text, {"error": f"{type(e).__name__}: {e}"}])
            continue
        text = text.replace("2**40", str(2**40))
        rows.append([function, text, [str(y.dtype).removeprefix("torch."), list(y.shape), [str(v) for v in y.flatten().tolist()]]])

path = pathlib.Path(__file__).parents[1] / "data" / "create.json"
path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")
print(len(rows), "cases")
