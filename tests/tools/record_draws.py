"""Records draws that depend on tensors: `ATEN_CPU_CAPABILITY=avx2 reference-torch tests/tools/record_draws.py`.

Writes tests/data/draws.json. A row: function, input (dtype, shape, values, transposed), other arguments, values drawn by two calls
from seed 0.
"""

import json
import pathlib

import torch

P = [0.1, 0.2, 0.3, 0.4, 0.0, 0.7]
RATES = [0.0, 0.5, 3.0, 9.9, 10.0, 50.0, 200.0, 1e4]
rows = []


def draw(function, values, shape, *arguments, dtype=torch.float32, transposed=False):
    x = torch.tensor(values, dtype=dtype).reshape(shape)
    x = x.t() if transposed else x
    torch.manual_seed(0)
    drawn = []
    for _ in range(2):
        y = getattr(x, function)(*arguments) if hasattr(x, function) else getattr(torch, function)(x, *arguments)
        drawn += y.flatten().tolist()
    name = str(dtype).removeprefix("torch.")
    rows.append([function, [name, shape, values, transposed], arguments, drawn])


for dtype in (torch.float32, torch.float64):
    draw("multinomial", P, [6], 3, dtype=dtype)
    draw("multinomial", P, [6], 1, dtype=dtype)
    draw("multinomial", P, [6], 9, True, dtype=dtype)
    draw("multinomial", P * 2, [2, 6], 2, dtype=dtype)
    draw("multinomial", P * 2, [2, 6], 7, True, dtype=dtype)
    draw("multinomial", P * 2, [2, 6], 1, True, dtype=dtype)
    draw("poisson", RATES, [8], dtype=dtype)
    draw("bernoulli", P * 3, [3, 6], dtype=dtype)
    draw("bernoulli", P, [6], 0.4, dtype=dtype)
    zeros = [0.0] * 24
    for transposed in (False, True):
        draw("uniform_", zeros, [6, 4], -1.0, 2.0, dtype=dtype, transposed=transposed)
        draw("normal_", zeros, [6, 4], 1.0, 2.0, dtype=dtype, transposed=transposed)
        draw("rand_like", zeros, [6, 4], dtype=dtype, transposed=transposed)
        draw("randn_like", zeros, [6, 4], dtype=dtype, transposed=transposed)
        draw("bernoulli_", zeros, [6, 4], 0.3, dtype=dtype, transposed=transposed)
        draw("random_", zeros, [6, 4], 100, dtype=dtype, transposed=transposed)
        draw("random_", zeros, [6, 4], dtype=dtype, transposed=transposed)
        draw("exponential_", zeros, [6, 4], 2.0, dtype=dtype, transposed=transposed)
        draw("randint_like", zeros, [6, 4], 3, 9, dtype=dtype, transposed=transposed)
    draw("normal", P, [6], 2.0, dtype=dtype)
for dtype in (torch.int64, torch.int32, torch.uint8, torch.bool):
    draw("random_", [0] * 9, [9], dtype=dtype)
    draw("bernoulli_", [0] * 9, [9], 0.6, dtype=dtype)

path = pathlib.Path(__file__).parents[1] / "data" / "draws.json"
path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")
print(len(rows), "cases")
