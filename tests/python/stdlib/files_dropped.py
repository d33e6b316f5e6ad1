# A file that nobody holds any more is written, as when it is closed.
open("x.txt", "w").write("hi")
print(open("x.txt").read())
open("x.txt", "a").write(" there")
print(open("x.txt").read())
open("x.bin", "wb").write(b"\x00\xff")
print(open("x.bin", "rb").read())


def save(lines):
    out = open("lines.txt", "w")
    for line in lines:
        out.write(line + "\n")


save(["one", "two"])
print(open("lines.txt").readlines())

# While it is open, what it holds is not in the file yet.
f = open("held.txt", "w")
f.write("short")
print(repr(open("held.txt").read()))
f.flush()
print(repr(open("held.txt").read()))
f.write(" more")
print(repr(open("held.txt").read()))
del f
print(repr(open("held.txt").read()))

# In the middle, past the end, truncated, and dropped each time.
f = open("held.txt", "r+")
f.write("SHO")
del f
print(open("held.txt").read())
f = open("held.txt", "r+b")
f.seek(12)
f.write(b"end")
f = None
print(open("held.txt", "rb").read())
f = open("held.txt", "r+")
print(f.truncate(5))
f = None
print(open("held.txt").read())

import io, json, csv, os
print(os.path.getsize("held.txt"))
json.dump({"loss": [1, 2]}, open("log.json", "w"))
print(json.load(open("log.json")))
csv.writer(open("t.csv", "w", newline="")).writerows([[1, 2], [3, 4]])
print(open("t.csv").read())
f = open("closed.txt", "w"); f.close(); f.close()
for act in (f.flush, lambda: f.write("x"), lambda: open("x.bin", "rb").truncate()):
    try: act()
    except ValueError as e: print(type(e).__name__, e)
try:
    open("a.txt", "w", encoding="ascii").write("é")
except UnicodeEncodeError as e:
    print(e)
print(os.path.getsize("a.txt"))
f = open("gone.txt", "w")
f.write("x")
os.remove("gone.txt")
del f
print(os.path.exists("gone.txt"))

# Writing is linear: each of these would be quadratic otherwise.
text = io.StringIO()
for i in range(20000):
    text.write("0123456789" * 5)
print(len(text.getvalue()), text.tell())
data = io.BytesIO()
for i in range(20000):
    data.write(b"0123456789" * 5)
print(len(data.getvalue()), data.tell())
b = io.BytesIO(b"abc")
b.seek(5); b.write(bytearray(b"de")); b.write(b"")
print(b.getvalue(), b.truncate(2), b.getvalue(), b.tell(), b.read())
s = io.StringIO("abc")
s.write("X"); print(s.getvalue(), s.read(), s.write("def"), s.getvalue())
with open("big.txt", "w") as f:
    for i in range(20000):
        print(i, file=f)
print(os.path.getsize("big.txt"))
