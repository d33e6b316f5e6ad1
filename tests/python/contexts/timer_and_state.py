class Mode:
    training = True
class eval_mode:
    def __init__(self, m): self.m = m
    def __enter__(self): self.old, self.m.training = self.m.training, False; return self.m
    def __exit__(self, *exc): self.m.training = self.old; return False
m = Mode()
with eval_mode(m) as q: print(q.training, m.training)
print(m.training)
try:
    with eval_mode(m): raise ValueError
except ValueError: print("restored", m.training)
import time
class Timer:
    def __enter__(self): self.t = time.perf_counter(); return self
    def __exit__(self, *a): self.elapsed = time.perf_counter() - self.t
with Timer() as t: sum(range(1000))
print(t.elapsed >= 0, time.time() > 0, time.monotonic() <= time.monotonic())
