import os, os.path
print(os.path.join("a", "b", "c.txt"), os.path.join("a", "/b"), os.path.basename("/x/y.py"), os.path.dirname("/x/y.py"), os.path.splitext("m.tar.gz"), os.path.split("/a/b"), os.path.exists("/definitely/not"), os.path.normpath("a/../b//c/."), os.path.isabs("/a"), os.sep, os.path.commonprefix(["abc", "abd"]))
os.makedirs("out/deep", exist_ok=True)
print(os.path.isdir("out"), os.path.isfile("out"), os.listdir("out"))
with open("out/a.txt", "w") as f: print(f.write("hello\nworld\n"), f.name, f.mode, f.closed)
print(f.closed, os.path.getsize("out/a.txt"), os.path.exists("out/a.txt"), sorted(os.listdir("out")))
for root, dirs, files in os.walk("out"): print(root, sorted(dirs), files)
os.rename("out/a.txt", "out/b.txt"); print(os.listdir("out/deep"), sorted(os.listdir("out")))
os.remove("out/b.txt"); os.rmdir("out/deep"); print(os.listdir("out"))
for f in (lambda: os.remove("nope"), lambda: os.listdir("nope"), lambda: open("nope.txt"), lambda: os.mkdir("out"), lambda: os.makedirs("out"), lambda: open("out")):
    try: f()
    except OSError as e: print(type(e).__name__, e, e.errno, e.filename)
print(os.environ.get("NOT_SET_AT_ALL"), os.environ.get("NOT_SET_AT_ALL", "d"), os.getenv("NOT_SET_AT_ALL", 5), type(os.getcwd()).__name__, os.linesep == "\n", os.name, isinstance(os.getpid(), int), os.cpu_count() >= 1)
