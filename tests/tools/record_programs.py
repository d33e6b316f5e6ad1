"""Records what real PyTorch prints for the examples and the programs of tests/torch.

    reference-torch tests/tools/record_programs.py [NAME ...]

Without names, all of them. The programs catch the errors that they mean to show.
"""

import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).parents[2]
names = set(sys.argv[1:])
for programs, recordings in (("www/examples", "tests/examples"), ("tests/torch", "tests/torch")):
    for program in sorted((root / programs).glob("*.py")):
        if names and program.stem not in names:
            continue
        done = subprocess.run(
            [sys.executable, "-W", "ignore", program.name], cwd=program.parent, capture_output=True, text=True,
            env={"MPLBACKEND": "agg", "PATH": ""},
        )
        if done.returncode:
            print(f"{program.name} failed:\n{done.stderr}")
            continue
        (root / recordings / f"{program.stem}.out").write_text(done.stdout)
        print("recorded", program.name)
