"""Records what real PyTorch draws: `ATEN_CPU_CAPABILITY=avx2 reference-torch tests/tools/record_random.py`.

Writes tests/data/random.json, one row per case: sampler, seed, element count, two parameters, values drawn by two calls.
"""

import json
import pathlib

import torch

f32, f64, i64 = torch.float32, torch.float64, torch.int64
SAMPLERS = {
    "normal_f32": (f32, lambda t: t.normal_(0.3, 2.7), 0.3, 2.7),
    "normal_f64": (f64, lambda t: t.normal_(0.3, 2.7), 0.3, 2.7),
    "standard_normal_f32": (f32, lambda t: t.normal_(), 0, 1),
    "uniform_f32": (f32, lambda t: t.uniform_(-0.3, 0.71), -0.3, 0.71),
    "uniform_f64": (f64, lambda t: t.uniform_(-0.3, 0.71), -0.3, 0.71),
    "exponential": (f32, lambda t: t.exponential_(1.7), 1.7, 0),
    "geometric": (f32, lambda t: t.geometric_(0.3), 0.3, 0),
    "cauchy": (f32, lambda t: t.cauchy_(0.3, 1.2), 0.3, 1.2),
    "log_normal": (f32, lambda t: t.log_normal_(0.3, 1.2), 0.3, 1.2),
    "bernoulli": (f32, lambda t: t.bernoulli_(0.3), 0.3, 0),
    "int": (i64, lambda t: t.random_(-5, 100), -5, 100),
    "wide_int": (i64, lambda t: t.random_(-5, 2**40), -5, 2**40),
    "i63": (i64, lambda t: t.random_(), 0, 0),
    "permutation": (i64, lambda t: torch.randperm(len(t)), 0, 0),
}

rows = []
for name, (dtype, draw, a, b) in SAMPLERS.items():
    for seed in (0, 42, 2**40 + 7):
        for n in (1, 5, 15, 16, 17, 32, 45):
            torch.manual_seed(seed)
            values = [x for _ in range(2) for x in draw(torch.empty(n, dtype=dtype)).tolist()]
            rows.append([name, seed, n, a, b, values])

path = pathlib.Path(__file__).parents[1] / "data" / "random.json"
path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")
