"""Records what real PyTorch's sums round to: `ATEN_CPU_CAPABILITY=avx2 reference-torch tests/tools/record_sums.py`.

Writes tests/data/sums.json. A row: dtype, rows, columns, over ("all", "columns" of a slice with a stride, "rows"), sums of
`torch.manual_seed(0); torch.randn(rows, columns)`.
"""

import json
import pathlib

import torch

torch.set_num_threads(1)
rows = []
for dtype in (torch.float32, torch.float64):
    for r, c in [(1, 1), (1, 5), (1, 8), (1, 31), (1, 33), (1, 100), (1, 1000), (1, 4096), (1, 30000), (3, 1), (7, 9), (64, 10),
                 (64, 128), (100, 33), (1000, 40), (300, 3), (2000, 7)]:
        torch.manual_seed(0)
        x = torch.randn(r, c, dtype=dtype)
        name = str(dtype).removeprefix("torch.")
        rows.append([name, r, c, "all", [x.sum().item()]])
        if c < 200:
            rows.append([name, r, c, "rows", x.sum(0).tolist()])
        if r < 200:
            rows.append([name, r, c, "columns", x.sum(1).tolist()])

path = pathlib.Path(__file__).parents[1] / "data" / "sums.json"
path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")
