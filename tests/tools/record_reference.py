"""Records what real PyTorch prints for every example of the reference into tests/data/reference.json.

    cargo run --bin kindling -- reference > entries.json
    reference-torch tests/tools/record_reference.py entries.json
"""

import contextlib
import io
import json
import sys
import warnings
from pathlib import Path

import torch

warnings.simplefilter("ignore")
recorded = {}
for entry in json.loads(Path(sys.argv[1]).read_text()):
    if not entry["program"]:
        continue
    printed = io.StringIO()
    torch.set_grad_enabled(True)
    with contextlib.redirect_stdout(printed):
        exec(compile(entry["program"], entry["id"], "exec"), {"__name__": "__main__"})
    recorded[entry["id"]] = [entry["program"], printed.getvalue()]
path = Path(__file__).parents[1] / "data/reference.json"
path.write_text(json.dumps(recorded, indent=0, ensure_ascii=False) + "\n")
