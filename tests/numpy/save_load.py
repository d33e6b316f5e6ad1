import numpy as np

import io, os
a = np.arange(6).reshape(2, 3); np.save("a.npy", a); print(np.load("a.npy"))
np.savez("b.npz", x=a, y=np.ones(2)); f = np.load("b.npz"); print(f.files, f["x"].sum(), f["y"])
buffer = io.BytesIO(); np.save(buffer, np.float32([1, 2])); buffer.seek(0); print(repr(np.load(buffer)))
np.savetxt("c.txt", a, fmt="%d", delimiter=","); print(open("c.txt").read(), np.loadtxt("c.txt", delimiter=",", dtype=int))
print(np.genfromtxt(io.StringIO("a,b\n1,2\n3,"), delimiter=",", skip_header=1), np.frombuffer(b"\x01\x02", dtype=np.uint8), np.array([1, 2], np.uint8).tobytes())
for name in ("a.npy", "b.npz", "c.txt"): os.remove(name)
