data = [3, 1, 3, 2, 1]
print(list(dict.fromkeys(data)), sorted(set(data)), len(set(data)) != len(data))
seen = set()
print([x for x in data if not (x in seen or seen.add(x))])
words = "the quick brown the lazy".split()
print({len(w) for w in words}, sorted({w[0] for w in words}), {w: words.count(w) for w in sorted(set(words))})
primes = {n for n in range(2, 30) if all(n % d for d in range(2, n))}
print(sorted(primes & set(range(10, 20))), primes.isdisjoint({4, 6}))
