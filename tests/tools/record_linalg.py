"""Records real PyTorch's linear algebra: `reference-torch tests/tools/record_linalg.py`.

Writes tests/data/linalg.json. A row: function, inputs ([shape, values] each, float64), other arguments, outputs' values, gradients of
the sum of outputs weighted 1, 2, 3 ... Signs that are free (of eigenvectors, singular vectors) are left out.
"""

import json
import pathlib

import torch

torch.manual_seed(0)
rows = []


def random(*shape):
    return torch.randn(*shape, dtype=torch.float64)


def positive(*lead, n=3):
    a = random(*lead, n, n)
    return a @ a.mT + n * torch.eye(n, dtype=torch.float64)


def add(name, *inputs, arguments=(), keep=None):
    inputs = [x.clone().requires_grad_() for x in inputs]
    outputs = getattr(torch.linalg, name)(*inputs, *arguments)
    outputs = [outputs] if isinstance(outputs, torch.Tensor) else list(outputs)[:keep]
    floats = [y for y in outputs if y.requires_grad]
    grads = None
    if floats:
        loss = sum((y * (torch.arange(y.numel(), dtype=y.dtype) + 1).reshape(y.shape)).sum() for y in floats)
        loss.backward()
        grads = [x.grad.flatten().tolist() for x in inputs]
    given = [[list(x.shape), x.flatten().tolist()] for x in inputs]
    rows.append([name, given, list(arguments), [y.flatten().tolist() for y in outputs], grads])


for shape in ((1, 1), (2, 2), (3, 3), (5, 5), (2, 3, 3)):
    for name in ("inv", "det", "slogdet", "qr"):
        add(name, random(*shape))
    add("matrix_power", random(*shape), arguments=[3])
    add("matrix_power", random(*shape), arguments=[-2])
    add("svdvals", random(*shape))
for n in (1, 2, 4):
    for name in ("cholesky", "eigvalsh"):
        add(name, positive(n=n))
        add(name, positive(2, n=n))
add("solve", random(3, 3), random(3))
add("solve", random(3, 3), random(3, 2))
add("solve", random(2, 3, 3), random(2, 3, 1))
add("solve", random(2, 3, 3), random(2, 3))
add("solve", random(3, 3), random(2, 3, 1))
add("qr", random(4, 2))
add("qr", random(2, 4, 3))
for shape in ((4, 2), (2, 4)):
    add("svdvals", random(*shape))
    add("pinv", random(*shape))
add("lstsq", random(5, 2), random(5, 1), keep=1)
add("matrix_rank", torch.ones(3, 3, dtype=torch.float64))
add("matrix_rank", random(3, 2))

path = pathlib.Path(__file__).parents[1] / "data" / "linalg.json"
path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")
print(len(rows), "cases")
