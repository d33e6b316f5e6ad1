"""Writes files with real PyTorch, and records what it reads from them and from those that Kindling wrote.

    reference-torch tests/tools/record_files.py

`UPDATE_EXPECT=1 cargo test --test torch -- files` writes Kindling's files; then this reads them.
"""

import contextlib
import io
import pathlib

import numpy
import torch
from safetensors.torch import load_file, save_file

from files_program import made, show

folder = pathlib.Path(__file__).parents[1] / "data/files"
theirs = made(0)
torch.save(theirs, folder / "theirs.pt")
torch.save(theirs, folder / "theirs_legacy.pt", _use_new_zipfile_serialization=False)
save_file(theirs["model"], folder / "theirs.safetensors")
numpy.savez(folder / "theirs.npz", a=numpy.arange(6.0).reshape(2, 3), b=numpy.array([True, False]))

for whose in ("theirs", "ours"):
    if not (folder / f"{whose}.pt").exists():
        print(f"{whose}.pt is not there yet")
        continue
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        show(torch.load(folder / f"{whose}.pt"), load_file(folder / f"{whose}.safetensors"))
        for name, array in numpy.load(folder / f"{whose}.npz").items():
            print(name, array)
    (folder / f"{whose}.out").write_text(printed.getvalue())
