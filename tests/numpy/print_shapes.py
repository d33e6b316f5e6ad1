import numpy as np
for shape in [(0,), (0,3), (1,), (3,), (2,3), (2,2,2), (1,1,1,1), (30,), (3,30), (2,1001), (2000,), (10,10,11), (40,40), (), (7,200)]:
    n = int(np.prod(shape))
    for dt in ("int64","float64","float32","bool","uint8","int32"):
        a = (np.arange(n) * 7 % 11).reshape(shape).astype(dt)
        print(shape, dt); print(a); print(repr(a))
    b = (np.arange(n) * 0.37 - 3).reshape(shape)
    print(b); print(repr(b)); print(repr(b * 1e6)); print(b.astype("float32"))
