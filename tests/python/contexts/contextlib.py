from contextlib import contextmanager, suppress, nullcontext, redirect_stdout, closing, ExitStack
import io
@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    except ValueError as e: print("swallowed", e)
    finally: print(f"</{name}>")
with tag("b") as t: print("inside", t)
with tag("i"): raise ValueError("oops")
try:
    with tag("u"): raise KeyError("k")
except KeyError as e: print("out", e)
with suppress(ZeroDivisionError, KeyError): 1 / 0
with nullcontext(5) as n: print(n)
buf = io.StringIO()
with redirect_stdout(buf): print("captured")
print(repr(buf.getvalue()))
class C:
    def close(self): print("closed")
with closing(C()): print("using")
with ExitStack() as stack:
    for n in "ab": stack.enter_context(tag(n))
    stack.callback(print, "callback")
    print("body")
@tag("deco")
def f(): print("decorated")
f()
@contextmanager
def bad():
    if False: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)
