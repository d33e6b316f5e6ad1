import random
random.seed(1)
print([random.random() for _ in range(4)], random.randint(1, 100), random.randrange(10), random.randrange(0, 100, 7), random.getrandbits(40), random.uniform(1, 5))
print(random.choice("abcdef"), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[9, 1], k=6), random.sample(range(100), 6))
x = list(range(10)); random.shuffle(x); print(x)
random.seed(0); print(random.gauss(0, 1), random.gauss(0, 1), random.gauss(), random.normalvariate(0, 1), random.expovariate(1.5), random.betavariate(2, 3), random.triangular(0, 1, 0.5), random.gammavariate(2, 1), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4))
random.seed("text"); print(random.random()); random.seed(b"bytes"); print(random.random()); random.seed(3.5); print(random.random()); random.seed(-7); print(random.random()); random.seed(10 ** 30); print(random.random())
state = random.getstate(); a = random.random(); random.setstate(state); print(a == random.random())
r = random.Random(42); print(r.random(), r.randint(1, 6), random.Random(42).random() == random.Random(42).random())
random.seed(5); print(random.sample(["a", "b", "c", "d"], 2), random.sample([1, 2], counts=[3, 2], k=3), random.choices(range(10), cum_weights=range(1, 11), k=3), random.randbytes(4))
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0)):
    try: f()
    except (IndexError, ValueError) as e: print(type(e).__name__, e)
