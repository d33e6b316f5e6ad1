import numpy as np
for n in range(1, 40):
    for k in (1, 10, 100):
        print(repr((np.arange(n) * k).astype("float32")))
        print(repr((np.arange(n) * k).astype("int32")))
np.set_printoptions(threshold=3, edgeitems=1)
for n in range(4, 8):
    for w in range(30, 50):
        np.set_printoptions(linewidth=w)
        print(w, repr(np.arange(n)*1000), repr(np.arange(n).astype("uint8")))
