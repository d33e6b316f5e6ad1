class Deck:
    def __init__(self, n): self.cards = list(range(n))
    def __len__(self): return len(self.cards)
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step)
        return self.cards[i]
    def __setitem__(self, i, v): self.cards[i] = v
    def __delitem__(self, i): del self.cards[i]
    def __contains__(self, v): print("contains?"); return v in self.cards
    def __reversed__(self): return iter("reversed")
d = Deck(4)
print(len(d), d[1], d[-1], d[1:3], d[::2], 2 in d, [*d], list(reversed(d))[:2], bool(d), sum(d))
d[0] = 10; del d[1]; print(d.cards)
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * i
print(list(Seq()), 9 in Seq(), 5 in Seq(), max(Seq()), [x for x in Seq()], dict(enumerate(Seq())))
class Cnt:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Cnt(3)), sum(Cnt(4)), tuple(zip(Cnt(2), "ab")), 1 in Cnt(3), [a for a, *b in [Cnt(3)]])
class Bad:
    def __len__(self): return -1
    def __iter__(self): return 5
for f in (lambda: len(Bad()), lambda: list(Bad()), lambda: iter(3), lambda: len(5), lambda: Bad()[0], lambda: next([]), lambda: 1 in 5, lambda: Deck(1)[5]):
    try:
        f()
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
