import random, time
class Callback:
    def on_epoch_end(self, trainer): pass
class EarlyStop(Callback):
    def __init__(self, patience): self.patience, self.best, self.bad = patience, float("inf"), 0
    def on_epoch_end(self, t):
        if t.loss < self.best - 1e-6: self.best, self.bad = t.loss, 0
        else: self.bad += 1
        t.stop = self.bad >= self.patience
class Logger(Callback):
    def on_epoch_end(self, t): print(f"[{t.epoch:02d}] loss={t.loss:.5f} lr={t.lr:.4f}")
class Trainer:
    def __init__(self, model, data, lr=0.1, callbacks=()): self.__dict__.update(model=model, data=data, lr=lr, callbacks=list(callbacks), stop=False)
    def fit(self, epochs):
        for self.epoch in range(epochs):
            total = 0
            for x, y in self.data:
                err = self.model["w"] * x + self.model["b"] - y; total += err ** 2
                self.model["w"] -= self.lr * err * x; self.model["b"] -= self.lr * err
            self.loss = total / len(self.data); self.lr *= 0.9
            for c in self.callbacks: c.on_epoch_end(self)
            if self.stop: print("stopped early"); break
        return self
random.seed(21); data = [(x / 10, 0.5 * x / 10 - 2 + random.gauss(0, 0.01)) for x in range(10)]
t = Trainer({"w": 0.0, "b": 0.0}, data, callbacks=[Logger(), EarlyStop(2)]).fit(12)
print({k: round(v, 3) for k, v in t.model.items()})
