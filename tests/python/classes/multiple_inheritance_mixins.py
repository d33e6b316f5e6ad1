class Log:
    def __init__(self, *a, **k): super().__init__(*a, **k); self.lines = []
    def log(self, s): self.lines.append(f"{type(self).__name__}: {s}")
class Json:
    def to_json(self):
        import json
        return json.dumps({k: v for k, v in self.__dict__.items() if k != "lines"})
class Base:
    def __init__(self, name): self.name = name
class Thing(Log, Json, Base):
    def __init__(self, name, size): super().__init__(name); self.size = size; self.log("made")
t = Thing("x", 3); print(t.to_json(), t.lines, [c.__name__ for c in Thing.__mro__], isinstance(t, Json))
class A:
    def go(self): return "A"
class B(A):
    def go(self): return "B" + super().go()
class C(A):
    def go(self): return "C" + super().go()
class D(B, C):
    def go(self): return "D" + super().go()
class E(C, B): pass
print(D().go(), E().go(), super(B, D()).go(), super(D, D()).go.__self__.__class__.__name__)
