"""How long small pieces of code take."""

import time

from _sys import run_text

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    """Runs a statement, given as text or as a function, many times."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        for part, name in ((stmt, "stmt"), (setup, "setup")):
            if not isinstance(part, str) and not callable(part):
                raise ValueError(f"{name} is neither a string nor callable")
        self.stmt, self.setup, self.timer, self.globals = stmt, setup, timer, globals

    def _function(self, code, names):
        if callable(code):
            return code
        body = "".join(f"    {line}\n" for line in code.splitlines()) or "    pass\n"
        run_text(f"def _timed():\n{body}", names)
        return names["_timed"]

    def timeit(self, number=default_number):
        names = dict(self.globals or {})
        if callable(self.setup):
            self.setup()
        else:
            run_text(self.setup, names)
        run = self._function(self.stmt, names)
        start = self.timer()
        for _ in range(number):
            run()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        taken = self.timeit(1000)
        if callback:
            callback(1000, taken)
        return 1000, taken


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
