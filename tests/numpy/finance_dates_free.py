import numpy as np

prices = np.array([100.0, 102.0, 101.0, 105.0]); r = np.diff(prices) / prices[:-1]; print(r, r.mean(), r.std(ddof=1), np.cumprod(1 + r), np.maximum.accumulate(prices) - prices, np.round(r * 100, 2), prices[-1] / prices[0] - 1)
