"""Records what CPython 3.11 does with the programs in this folder.

    python3 tests/python/record.py            writes NAME.out (and .err, .trace) beside each NAME.py
    python3 tests/python/record.py --check    says which recordings this Python would write differently

NAME.out is what the program prints, NAME.err what it leaves on stderr (the traceback of an uncaught exception, with the
bare file name), NAME.in what it reads. `mistakes.txt` holds texts that are no programs, each
with what Python says about it. NAME.trace, for the programs named in `traced.txt`, lists the line events that
sys.settrace reports for frames of the program: function and line. The tests need none
of this: they read the recordings.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
TRACED = set((HERE / "traced.txt").read_text().split())

TRACER = """
import sys
path, events = sys.argv[1], []
def tracer(frame, event, arg):
    if frame.f_code.co_filename != path:
        return None
    if event == "line":
        events.append(f"{frame.f_code.co_name} {frame.f_lineno}")
    return tracer
sys.argv = [path]
code = compile(open(path).read(), path, "exec")
sys.settrace(tracer)
try:
    exec(code, {"__name__": "__main__", "__file__": path})
except BaseException:
    pass
sys.settrace(None)
open(OUT, "w").write("\\n".join(events) + "\\n")
"""


def run(command, stdin=""):
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(command, cwd=folder, env=environment, input=stdin, capture_output=True, text=True)


def recordings(program):
    given = program.with_suffix(".in")
    result = run([sys.executable, "-W", "ignore::SyntaxWarning", program], given.read_text() if given.exists() else "")
    yield ".out", result.stdout
    yield ".err", re.sub(r'"[^"\n]*/([^/"\n]+\.py)"', r'"\1"', result.stderr) or None
    if f"{program.parent.name}/{program.stem}" not in TRACED:
        yield ".trace", None
        return
    with tempfile.NamedTemporaryFile("r", suffix=".trace") as out:
        run([sys.executable, "-c", f"OUT = {out.name!r}\n{TRACER}", program])
        yield ".trace", pathlib.Path(out.name).read_text()


def mistakes():
    """The texts of mistakes.txt, each with what this Python says about it."""
    for part in (HERE / "mistakes.txt").read_text().split("=== ")[1:]:
        name, rest = part.split("\n", 1)
        text = rest.split("--- says\n")[0]
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder) / "mistake.py"
            program.write_text(text)
            said = run([sys.executable, "-W", "ignore", program]).stderr
        yield f"=== {name}\n{text}--- says\n" + re.sub(r'"[^"\n]*/([^/"\n]+\.py)"', r'"\1"', said)


def main():
    check = "--check" in sys.argv
    wanted = [arg for arg in sys.argv[1:] if not arg.startswith("-")]
    count = different = 0
    for program in sorted(HERE.glob("*/*.py")):
        if wanted and not any(part in str(program) for part in wanted):
            continue
        count += 1
        for suffix, text in recordings(program):
            path = program.with_suffix(suffix)
            known = path.read_text() if path.exists() else None
            if known == text:
                continue
            if check:
                different += 1
                print("differs:", path.relative_to(HERE))
            elif text is None:
                path.unlink()
            else:
                path.write_text(text)
    known = (HERE / "mistakes.txt").read_text()
    said = "".join(mistakes())
    if known != said and check:
        different += 1
        print("differs: mistakes.txt")
    elif known != said:
        (HERE / "mistakes.txt").write_text(said)
    print(count, "programs,", f"{different} recordings differ" if check else "recorded")


main()
