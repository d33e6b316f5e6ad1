from pathlib import Path
p = Path("data") / "sub" / "file.txt"
print(p, repr(p), p.name, p.stem, p.suffix, p.parent, p.parts, p.exists(), p.with_suffix(".csv"), p.with_name("x"), str(p), p == Path("data/sub/file.txt"), p.is_absolute(), list(p.parents))
p.parent.mkdir(parents=True, exist_ok=True); print(p.write_text("hi\nyou\n"), p.read_text(), p.exists(), p.is_file(), p.parent.is_dir(), p.stat().st_size)
with p.open() as f: print(f.readline())
with open(p, "a") as f: f.write("more")
print([x.name for x in sorted(Path("data").iterdir())], [str(x) for x in sorted(Path("data").rglob("*.txt"))], sorted(x.name for x in Path("data/sub").glob("*")))
p.unlink(); print(p.exists(), Path("a/b").joinpath("c"), Path("/a/b").relative_to("/a"), Path("x.tar.gz").suffixes, Path("a//b/./c"))
try: Path("missing.txt").read_text()
except FileNotFoundError as e: print(e)
