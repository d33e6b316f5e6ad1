"""Flags: combined in the class body, walked through, asked, shown."""
from enum import Flag, IntFlag, auto, Enum, IntEnum, CONFORM, EJECT


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    ALL = R | W | X
    ODD = ALL & ~W if False else R | X


print(list(Perm), len(Perm))
for p in Perm.RW:
    print(p, p.name, p.value, repr(p))
print(Perm.RW, repr(Perm.RW), Perm.ALL.value)
print(Perm.R in Perm.RW, Perm.X in Perm.RW, Perm.RW in Perm.ALL)
print(Perm.R | Perm.X, repr(Perm.R | Perm.X), (Perm.R | Perm.X) is Perm.ODD)
print(~Perm.R, repr(~Perm.RW), Perm.R & Perm.W, repr(Perm.R & Perm.W), bool(Perm.R & Perm.W))
print(Perm(3), Perm(0), repr(Perm(0)), Perm.RW ^ Perm.W)
print(Perm["RW"], Perm.__members__)
print(f"{Perm.RW} {Perm.R | Perm.X!r} {Perm.R:>10}|")
print({Perm.R: 1, Perm.RW: 2}[Perm.R | Perm.W])


class Mode(IntFlag):
    A = 1
    B = 2
    C = 4
    AB = A | B


print(list(Mode), Mode.AB, repr(Mode.AB), Mode.A | 8, repr(Mode.A | 8), Mode(12), repr(Mode(12)))
print(Mode.A | Mode.C, repr(Mode.A | Mode.C), Mode.A + 1, Mode.A == 1, Mode.AB & Mode.B is Mode.B)
print([m.name for m in Mode.AB], Mode.B in Mode.AB, ~Mode.A, repr(~Mode.A), f"{Mode.AB}", f"{Mode.AB:03d}")


class Color(Flag):
    RED = auto()
    GREEN = 8
    BLUE = auto()
    WHITE = RED | GREEN | BLUE


print([(c.name, c.value) for c in Color], Color.WHITE.value)


class Bits(Flag):
    LOW = 1
    HIGH = 4
    PAIR = 3


print(list(Bits), Bits.PAIR)
try:
    print(Perm(8))
except ValueError as e:
    print("ValueError:", e)
try:
    Perm.R | 1
except TypeError as e:
    print("TypeError:", e)
try:
    1 in Perm.RW
except TypeError as e:
    print("TypeError:", e)
print(isinstance(Perm.R, Flag), type(Perm.RW), len(Perm.RW), Perm.R < Perm.RW if False else "no order")


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()
    TOP = HIGH + 0 if False else 10


print(list(Level), Level.HIGH > Level.LOW, max(Level), Level(10))


class Loose(Flag, boundary=CONFORM):
    A = 1
    B = 4
    NONE = 0


print(Loose(7), repr(Loose(8)), ~Loose.A, list(Loose), Loose.NONE.name)


class Out(IntFlag, boundary=EJECT):
    A = 1


print(repr(Out(9)), type(Out(9)).__name__, repr(Out.A | 1), 3 | Mode.C, repr(3 | Mode.C), repr(Mode(8)), repr(Mode(0)))
for bad in (-9, "x", 2.5):
    try:
        print(repr(Perm(bad)))
    except ValueError as e:
        print("ValueError:", e)
print(repr(Perm(-1)), repr(Bits(-2)) if False else "")


class Byhand:
    """Walked through by Python code, compared by Python code."""

    def __init__(self, *parts):
        self.parts = parts

    def __iter__(self):
        return iter(self.parts)


class Weight:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other.n

    def __lt__(self, other):
        return self.n < other.n


heap = Byhand(Weight(2), Weight(7), Weight(1))
print(max(heap).n, min(heap).n, sorted(heap)[0].n, max(Level), min(Level))
