groups = {}
for w in "listen silent enlist google elbow below".split(): groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1], max(groups, key=len))
