import numpy as np

a = np.array([[2.0, 1.0], [1.0, 3.0]]); b = np.array([1.0, 2.0])
print(np.linalg.inv(a), np.linalg.solve(a, b), np.linalg.det(a), np.linalg.norm(b), np.linalg.norm(a), np.linalg.norm(a, axis=1), np.linalg.norm(b, 1), np.linalg.norm(b, np.inf))
w, v = np.linalg.eigh(a); print(w, np.abs(v), np.allclose(v @ np.diag(w) @ v.T, a))
u, s, vt = np.linalg.svd(a); print(s, np.allclose(u * s @ vt, a)); q, r = np.linalg.qr(a); print(np.allclose(q @ r, a))
print(np.linalg.matrix_rank(a), np.linalg.cholesky(a), np.linalg.pinv(a), np.linalg.matrix_power(a, 3), np.linalg.slogdet(a)[1], np.linalg.cond(a))
x, residual, rank, sv = np.linalg.lstsq(np.array([[1.0, 0], [1, 1], [1, 2]]), np.array([1.0, 2, 2]), rcond=None); print(x, residual, rank, sv)
try:
    np.linalg.inv(np.ones((2, 2)))
except np.linalg.LinAlgError as error:
    print(error)
