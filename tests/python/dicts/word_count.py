text = """the cat sat on the mat the end"""
counts = {}
for w in text.split():
    counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
    print(f"{w:<5}{'#' * n} {n}")
groups = {}
for w in counts:
    groups.setdefault(len(w), []).append(w)
print(groups, {k: len(v) for k, v in groups.items()})
inverted = {}
for k, v in counts.items():
    inverted.setdefault(v, set()).add(k)
print({k: sorted(v) for k, v in inverted.items()})
