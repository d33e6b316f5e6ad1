"""Records what the real packages print for the examples and the programs of tests/torch and tests/numpy.

    reference-torch tests/tools/record_programs.py [NAME ...]

Without names, all of them. The programs catch the errors that they mean to show. Each runs in a fork of one process that
has imported torch, which takes the seconds that 150 starts would take.
"""

import io
import os
import pathlib
import shutil
import sys
import tempfile
import traceback
import types
import warnings

os.environ["MPLBACKEND"] = "agg"
import torch
import torch.nn.functional
import torch.utils.data


def run(program, recording):
    """Prints into the recording, in a process of its own."""
    printed = io.StringIO()
    sys.stdout = printed
    warnings.simplefilter("ignore")
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    # Where programs write files, they write them in a folder of their own.
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    try:
        exec(compile(program.read_text(), program.name, "exec"), module.__dict__)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    recording.write_text(printed.getvalue())
    shutil.rmtree(folder)
    os._exit(0)


root = pathlib.Path(__file__).parents[2]
names = set(sys.argv[1:])
torch.set_num_threads(1)
count = 0
for programs, recordings in (("www/examples", "tests/examples"), ("tests/torch", "tests/torch"), ("tests/numpy", "tests/numpy")):
    for program in sorted((root / programs).glob("*.py")):
        if names and program.stem not in names:
            continue
        child = os.fork()
        if child == 0:
            run(program, root / recordings / f"{program.stem}.out")
        if os.waitpid(child, 0)[1]:
            print(program.name, "failed")
        count += 1
print("recorded", count)
