from enum import Enum, IntEnum, auto, Flag, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1
    def pretty(self): return self.name.title()
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["GREEN"], Color.ALIAS is Color.RED, list(Color), len(Color), Color.GREEN.pretty())
print(Color.RED == Color.RED, Color.RED == 1, Color.RED is Color(1), Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: "r"}[Color(1)], Color.__members__.keys())
for bad in (lambda: Color(9), lambda: Color["NOPE"], lambda: Color.NOPE, lambda: Color.RED < Color.GREEN):
    try: bad()
    except (ValueError, KeyError, AttributeError, TypeError) as e: print(type(e).__name__, e)
class Kind(IntEnum):
    A = 1
    B = 5
print(Kind.A + 1, Kind.B > Kind.A, Kind.B == 5, [10, 20][Kind.A], f"{Kind.B}", int(Kind.B), repr(Kind.A), sorted([Kind.B, Kind.A]))
class Auto(Enum):
    X = auto()
    Y = auto()
print([m.value for m in Auto], [m.name for m in Auto])
class Mode(str, Enum):
    TRAIN = "train"
    EVAL = "eval"
print(Mode.TRAIN == "train", Mode("eval"), Mode.TRAIN.value.upper(), Mode.TRAIN.upper())
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
rw = Perm.R | Perm.W
print(rw, Perm.R in rw, Perm.X in rw, rw & Perm.W, (rw & Perm.X).value, bool(rw & Perm.X), rw.value)
try:
    @unique
    class Dup(Enum): A = 1; B = 1
except ValueError as e: print(e)
match Color.RED:
    case Color.GREEN: print("g")
    case Color.RED: print("r")
