import io
s = io.StringIO(); s.write("a\nb\n"); print("c", file=s); print(repr(s.getvalue()), s.tell()); s.seek(0); print(s.readline(), s.read(), [l for l in io.StringIO("x\ny")])
b = io.BytesIO(b"abc"); print(b.read(2), b.read(), b.getvalue(), b.tell()); b.seek(0); b.write(b"XY"); print(b.getvalue())
with io.StringIO("one\ntwo") as f: print(f.readlines())
import sys
out, sys.stdout = sys.stdout, io.StringIO()
print("hidden"); text = sys.stdout.getvalue(); sys.stdout = out
print(repr(text))
