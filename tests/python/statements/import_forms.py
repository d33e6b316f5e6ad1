import math, os.path as p
import math as m
from math import sqrt, pi as PI
from collections import *
print(math is m, sqrt(16), round(PI, 3), Counter("aab").most_common(1))
print(p.join("a", "b"))
def local():
    import string
    return string.digits
print(local())
try:
    import nothing_like_this
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    from math import nope
except ImportError as e:
    print(str(e).split(" (")[0])
print("string" in globals(), math.__name__, type(math).__name__)
