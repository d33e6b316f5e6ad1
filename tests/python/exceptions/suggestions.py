import math
class Model:
    def forward(self): pass
    weight = 1
value = 1
for f in (lambda: Model().forwrad(), lambda: Model.wieght, lambda: math.sqroot, lambda: vlaue, lambda: pritn(1), lambda: [].appendd(1), lambda: "".jion([])):
    try: f()
    except (NameError, AttributeError) as e: print(type(e).__name__, e)
