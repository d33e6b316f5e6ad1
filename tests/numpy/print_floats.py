import numpy as np
vals = [0.0, 1.0, -1.5, 0.1, 1/3, 1e-5, 1e8, 123456.789, 1e300, -2e-10, 12345678.1, 99999999.1, 1e16, 3.0, 1e-4, 2.5e-3, 1000.0, 1001.5]
for i in range(len(vals)):
    for j in range(i, len(vals)):
        for dt in ("float64","float32"):
            if dt == "float32" and max(abs(vals[i]),abs(vals[j])) > 1e38: continue
            a = np.array([vals[i], vals[j]], dtype=dt)
            print(repr(a), a, [a[0]])
