from enum import Enum, auto
class State(Enum):
    IDLE = auto(); RUNNING = auto(); DONE = auto()
class Machine:
    table = {(State.IDLE, "start"): State.RUNNING, (State.RUNNING, "finish"): State.DONE, (State.RUNNING, "pause"): State.IDLE}
    def __init__(self): self.state, self.log = State.IDLE, []
    def send(self, event):
        try: new = self.table[self.state, event]
        except KeyError: raise ValueError(f"{event!r} not allowed in {self.state.name}") from None
        self.log.append(f"{self.state.name}->{new.name}"); self.state = new
        return self
m = Machine().send("start").send("pause").send("start")
try: m.send("start")
except ValueError as e: print(e)
print(m.send("finish").state, m.log)
