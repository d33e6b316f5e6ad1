import io

import numpy as np

for dtype in (np.float64, np.float32, np.int64, np.int32, np.uint8, np.bool_):
    file = io.BytesIO()
    np.save(file, np.array([[0, 1, 2], [3, 4, 5]]).astype(dtype))
    file.seek(0)
    again = np.load(file)
    print(again.dtype, again.shape, again.tolist(), len(file.getvalue()), file.getvalue()[:10])

np.savez("two.npz", np.arange(3), named=np.zeros((2, 2)))
with np.load("two.npz") as data:
    print(data.files, data["arr_0"], data["named"], "named" in data)
np.save("scalar", np.float64(2.5))
print(np.load("scalar.npy"), np.load("scalar.npy").shape)
try:
    np.load("missing.npy")
except FileNotFoundError as error:
    print(error)
