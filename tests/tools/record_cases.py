"""Writes the op cases of tests/torch/cases with what real PyTorch gives for each.

    reference-torch tests/tools/record_cases.py [GROUP ...]

A group is a text file: a call on one line, what it gives on the next, four spaces in. `prelude.py` in that folder says
what `f(2, 3)` is and how a result is written; the tests run the same prelude. `cases/absent.txt` holds calls of names that
are refused here before a program runs: a name that comes leaves that list.
"""

import contextlib
import io
import pathlib
import sys
import warnings

from cases import GROUPS

folder = pathlib.Path(__file__).parents[1] / "torch" / "cases"
warnings.simplefilter("ignore")
absent = set((pathlib.Path(__file__).parent / "cases" / "absent.txt").read_text().splitlines())
names = sys.argv[1:] or GROUPS
for name in names:
    calls = [call for call in dict.fromkeys(GROUPS[name]()) if call not in absent]
    scope = {}
    exec((folder / "prelude.py").read_text(), scope)
    lines = []
    for call in calls:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(f"case(lambda: {call})", scope)
        lines += [call, "    " + printed.getvalue().rstrip("\n")]
    (folder / f"{name}.txt").write_text("\n".join(lines) + "\n")
    print(name, len(calls))
