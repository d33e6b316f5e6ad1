import numpy as np

print(bool(np.array([1])), bool(np.array(0)))
for f in (lambda: bool(np.array([1, 2])), lambda: bool(np.array([])), lambda: float(np.array([1, 2])), lambda: np.arange(3).item(), lambda: np.zeros(0).max(), lambda: np.zeros(0).argmax(), lambda: int(np.zeros((1, 1)))):
    try:
        print(f())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
