import numpy as np

a = np.arange(6).reshape(2, 3)
for f in (lambda: a[2], lambda: a[0, 3], lambda: a[0, 0, 0], lambda: a["x"], lambda: a[[0, 5]], lambda: a[1.5], lambda: a[np.array([True])], lambda: np.arange(3)[-4]):
    try:
        print(f())
    except IndexError as error:
        print(error)
