import numpy as np
vals = [0.0, 1.0, -1.5, 0.1, 1/3, 1e-5, 1e8, 123456.789, 1e300, -2e-10, 12345678.1, 99999999.1, 1e16, 3.0, 1e-4, 2.5e-3, 1000.0, 1001.5]
for x in vals + [1e15, 1e17, 123456789.123]:
    print(np.float32(x) if x<1e38 else 0, np.float64(x), repr(np.float32(x)) if x<1e38 else 0)
