data = [3, 1, 2, 3, 3, 1]
h = {k: data.count(k) for k in sorted(set(data))}
for k, n in h.items(): print(f"{k}: {'*' * n}")
print(max(h.items(), key=lambda kv: kv[1]), sum(k * n for k, n in h.items()))
