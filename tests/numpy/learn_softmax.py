import numpy as np

logits = np.array([[2.0, 1.0, 0.1], [0.5, 2.5, 0.0]]); labels = np.array([0, 2])
e = np.exp(logits - logits.max(axis=1, keepdims=True)); p = e / e.sum(axis=1, keepdims=True)
print(p, p.sum(1), -np.log(p[np.arange(2), labels]).mean(), p.argmax(1), (p.argmax(1) == labels).mean(), np.eye(3)[labels])
g = p.copy(); g[np.arange(2), labels] -= 1; print(g / 2)
