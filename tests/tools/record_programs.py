"""Records what the real packages print for the examples and the programs of tests/torch and tests/numpy.

    reference-torch tests/tools/record_programs.py [NAME ...]

Without names, all of them. The programs catch the errors that they mean to show.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).parents[2]
names = set(sys.argv[1:])
for programs, recordings in (("www/examples", "tests/examples"), ("tests/torch", "tests/torch"), ("tests/numpy", "tests/numpy")):
    for program in sorted((root / programs).glob("*.py")):
        if names and program.stem not in names:
            continue
        # Where programs write files, they write them beside a copy of themselves.
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(program, folder)
            done = subprocess.run(
                [sys.executable, "-W", "ignore", program.name], cwd=folder, capture_output=True, text=True,
                env={"MPLBACKEND": "agg", "PATH": ""},
            )
        if done.returncode:
            print(f"{program.name} failed:\n{done.stderr}")
            continue
        (root / recordings / f"{program.stem}.out").write_text(done.stdout)
        print("recorded", program.name)
