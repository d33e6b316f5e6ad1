import numpy as np

a, b = np.arange(6.0).reshape(2, 3), np.arange(12.0).reshape(3, 4)
print(a @ b, np.dot(a, b), np.matmul(a, b).shape, a @ np.ones(3), np.ones(2) @ a, np.dot([1, 2], [3, 4]), np.dot(2, 3), np.outer([1, 2], [3, 4]), np.inner([1, 2], [3, 4]))
print((np.ones((5, 2, 3)) @ np.ones((3, 4))).shape, np.einsum("ij,jk->ik", a, b), np.einsum("ij->", a), np.einsum("ii", np.eye(3)), np.tensordot(a, b, 1).shape, np.vdot([1, 2], [3, 4]))
print(np.arange(4).reshape(2, 2) @ np.arange(4).reshape(2, 2), np.kron([1, 2], [1, 1]), np.cross([1, 0, 0], [0, 1, 0]), (np.eye(2, dtype=np.float32) @ np.eye(2)).dtype)
for f in (lambda: a @ a, lambda: np.dot(a, a), lambda: np.ones(3) @ np.ones(4)):
    try:
        f()
    except ValueError as error:
        print(error)
